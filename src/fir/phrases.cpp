#include "fir/phrases.h"

#include "fir/signals.h"
#include "fir/text_reader.h"
#include "reading/indian_amounts.h"

#include <algorithm>
#include <array>

namespace dossier::fir {
namespace {

using reading::CueHit;
using reading::Token;

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
  for (const std::string_view name : {"threat_kill", "threat_harm", "threat_injury"}) {
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

class VictimReader : TextReader {
 public:
  VictimReader(const reading::CueText& text, const Knowledge& knowledge, Facts& facts)
      : TextReader(text, knowledge), facts_(facts) {}

  // "my 13 year old daughter", "daughter who is 14", "niece aged 13 years", "my son (17)", "son Ansh, 9 years".
  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!is(i, "victim_kin") || is(i + 1, "role")) continue;
      if (search(i)) return;
    }
    own_age();
  }

 private:
  bool age_here(std::size_t i) const {
    const auto value = reading::spoken_number(tokens_[i]);
    if (!value || *value < 0.5 || *value > 110 || lower(i) == "do" || lower(i) == "one") return false;
    const auto next = lower(i + 1);
    const bool years = next == "years" || next == "year" || next == "yrs" || next == "yr" || next == "saal" ||
                       next == "varsh" || next == "sal";
    if (years &&
        (lower(i + 2) == "ago" || lower(i + 2) == "back" || lower(i + 2) == "before" || lower(i + 2) == "pehle"))
      return false;
    const auto before = i > 0 ? lower(i - 1) : std::string_view{};
    const bool aged = before == "aged" || before == "age" || before == "umar" || before == "is" || before == "about";
    const bool bracket = text_.text().before(i).ends_with("(") && text_.text().before(i + 1).starts_with(")");
    return years || bare_age(i, *value) || (aged && before != "about" && before != "is") || bracket ||
           (before == "is" &&
            (text_.text().before(i + 1).find_first_of(".(,") != std::string_view::npos || next == "and"));
  }

  // "My daughter 15 went to tuition", "son Ravi 12 of class 7": a child's age beside kin or the child's name, followed
  // by nothing that would make it a day, an hour, a number of things or of a house.
  bool bare_age(std::size_t i, double value) const {
    if (value < 1 || value >= 18 || tokens_[i].kind != reading::TokenKind::number || text_.in_value(i) || i == 0 ||
        !same_sentence(i - 1, i))
      return false;
    const bool beside = is(i - 1, "victim_kin") || (tokens_[i - 1].capital && i > 1 && is(i - 2, "victim_kin"));
    static constexpr auto kGoesOn =
        std::to_array<std::string_view>({"went", "was", "is", "of", "who", "has", "had", "and", "did", "left",
                                         "studying", "reads", "in", "came", "goes", "ko", "ne", "ki", "ka"});
    const bool alone = text_.text().before(i + 1).find_first_of(",.(") != std::string_view::npos ||
                       std::find(kGoesOn.begin(), kGoesOn.end(), lower(i + 1)) != kGoesOn.end();
    return beside && alone;
  }

  bool search(std::size_t kin) {
    for (std::size_t k = 0; k <= 10; ++k) {
      for (const bool back : {true, false}) {
        if (back && (k > kin || k > 4)) continue;
        const std::size_t i = back ? kin - k : kin + k;
        if (i >= tokens_.size() || tokens_[i].sentence < tokens_[kin].sentence ||
            tokens_[i].sentence > tokens_[kin].sentence)
          continue;
        if (!age_here(i)) continue;
        set(i);
        return true;
      }
    }
    return false;
  }

  // The informant's own age, when the informant speaks of what was done to himself or herself.
  void own_age() {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      const bool i_am = (lower(i) == "i" && lower(i + 1) == "am") || (lower(i) == "meri" && lower(i + 1) == "umar");
      if (!i_am || i + 2 >= tokens_.size()) continue;
      const auto value = reading::spoken_number(tokens_[i + 2]);
      if (value && *value >= 5 && *value <= 110 && tokens_[i + 2].lower != "do" && !is(i + 3, "thing"))
        return set(i + 2);
    }
    if (facts_.complainant.age) {
      facts_.victim.age = facts_.complainant.age;
      facts_.victim.age_span = facts_.complainant.age_span;
    }
  }

  void set(std::size_t i) {
    facts_.victim.age = static_cast<int>(*reading::spoken_number(tokens_[i]));
    facts_.victim.age_span = tokens_[i].span;
  }

  Facts& facts_;
};

// "4.5 kg ganja", "ganja weighing 350 grams": the slabs of the law are in grams.
void read_cannabis(const reading::CueText& text, Facts& facts) {
  const auto& tokens = text.text().tokens();
  double times = 0;
  for (const Token& token : tokens) {
    if (token.lower == "ganja" || token.lower == "cannabis") times = 1;
    if (times == 0 && (token.lower == "charas" || token.lower == "hashish")) times = 10;
  }
  for (std::size_t i = 0; times > 0 && i + 1 < tokens.size(); ++i) {
    const auto value = reading::spoken_number(tokens[i]);
    const std::string& unit = tokens[i + 1].lower;
    const bool kilos =
        unit == "kg" || unit == "kgs" || unit == "kilo" || unit == "kilos" || unit == "kilogram" || unit == "kilograms";
    const bool grams = unit == "gram" || unit == "grams" || unit == "gm" || unit == "gms" || unit == "g";
    if (!value || (!kilos && !grams)) continue;
    facts.cannabis_grams = *value * (kilos ? 1'000 : 1) * times;
    facts.cannabis_span = text.text().span_of(i, i + 1);
    return;
  }
}

}  // namespace

void read_phrases(const reading::CueText& text, const Knowledge& knowledge, Facts& facts) {
  VictimReader(text, knowledge, facts).run();
  read_cannabis(text, facts);
  SignalReader signals(knowledge, text, facts);
  collect(text, signals, "weapon_used", facts.weapons);
  collect(text, signals, "injury", facts.injuries);
  collect(text, signals, "treatment", facts.treatments);
  read_threats(text, signals, facts);
  std::vector<Found> reasons;
  collect(text, signals, "delay_reason", reasons);
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
