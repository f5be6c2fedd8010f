#include "fir/phrases.h"

#include "fir/code_signals.h"
#include "fir/signals.h"

#include <algorithm>

namespace dossier::fir {
namespace {

using reading::CueHit;

constexpr std::size_t kWordsEachSideMax = 6;

Found found(const reading::CueText& text, Span span) {
  return {std::string(text.text().slice(span)), span};
}

void collect(const reading::CueText& text, SignalReader& signals, std::string_view name, std::vector<Found>& into) {
  for (const CueHit& hit : signals.hits(name)) {
    const Span span = phrase_around(text, hit.first, hit.last);
    const bool known = std::any_of(into.begin(), into.end(), [&](const Found& f) { return f.span.overlaps(span); });
    if (!known) into.push_back(found(text, span));
  }
}

// Threats are kept word for word: the quotation when there is one, otherwise the clause.
void read_threats(const reading::CueText& text, SignalReader& signals, Facts& facts) {
  const auto& tokens = text.text().tokens();
  for (const std::string_view name : {kThreatToKillSignal, kThreatOfHarmSignal, kThreatOfInjurySignal}) {
    for (const CueHit& hit : signals.hits(name)) {
      std::size_t first = hit.first, last = hit.last;
      for (std::size_t i = hit.first; i <= hit.last; ++i) {
        if (!tokens[i].quoted) continue;
        first = i;
        while (first > 0 && tokens[first - 1].quoted) --first;
        last = i;
        while (last + 1 < tokens.size() && tokens[last + 1].quoted) ++last;
        break;
      }
      const Span span = tokens[first].quoted ? text.text().span_of(first, last) : phrase_around(text, first, last);
      const bool known = std::any_of(facts.threats.begin(), facts.threats.end(),
                                     [&](const Found& f) { return f.span.overlaps(span); });
      if (!known) facts.threats.push_back(found(text, span));
    }
  }
}

}  // namespace

void read_phrases(const reading::CueText& text, const Knowledge& knowledge, Facts& facts) {
  SignalReader signals(knowledge, text, facts);
  collect(text, signals, kWeaponSignal, facts.weapons);
  collect(text, signals, kInjurySignal, facts.injuries);
  collect(text, signals, kTreatmentSignal, facts.treatments);
  read_threats(text, signals, facts);
  std::vector<Found> reasons;
  collect(text, signals, kDelayReasonSignal, reasons);
  if (!reasons.empty()) facts.delay_reason = reasons.front();
}

Span phrase_around(const reading::CueText& text, std::size_t first, std::size_t last) {
  const auto& tokens = text.text().tokens();
  const auto stops = [&](std::size_t i) {
    return text.text().before(i).find_first_of(",;:()\"\n") != std::string_view::npos || tokens[i].lower == "and" ||
           tokens[i].lower == "aur";
  };
  std::size_t from = first, to = last;
  while (from > 0 && first - from < kWordsEachSideMax && tokens[from - 1].sentence == tokens[first].sentence &&
         !stops(from))
    --from;
  if (tokens[from].lower == "and" || tokens[from].lower == "aur") from = std::min(from + 1, first);
  while (to + 1 < tokens.size() && to - last < kWordsEachSideMax && tokens[to + 1].sentence == tokens[last].sentence &&
         !stops(to + 1))
    ++to;
  return text.text().span_of(from, to);
}

}  // namespace dossier::fir
