#include "fir/two_days.h"

#include "fir/law.h"

#include <algorithm>

namespace dossier::fir {
namespace {

class TwoDays {
 public:
  TwoDays(const Facts& facts, const reading::Text& text) : facts_(facts), text_(text) {}

  std::optional<std::pair<Found, Found>> of(const Proposal& proposal) const {
    std::optional<std::vector<const reading::SpokenDate*>> days;  // beside every core ingredient so far
    for (const IngredientFinding& finding : proposal.ingredients) {
      if (!finding.ingredient->core || finding.state != IngredientState::met) continue;
      const auto here = days_beside(finding);
      if (!days) days = here;
      std::erase_if(*days, [&](const auto* day) { return std::find(here.begin(), here.end(), day) == here.end(); });
    }
    if (!days || days->empty()) return std::nullopt;
    const auto other =
        std::find_if(days->begin(), days->end(), [&](const auto* day) { return *day->from != *days->front()->from; });
    if (other == days->end()) return std::nullopt;
    return std::pair{words_of(*days->front()), words_of(**other)};
  }

 private:
  std::vector<const reading::SpokenDate*> days_beside(const IngredientFinding& finding) const {
    std::vector<const reading::SpokenDate*> days;
    for (const Evidence& evidence : finding.evidence) {
      const reading::SpokenDate* day = evidence.given ? nullptr : day_in_sentence_of(evidence.span);
      if (day != nullptr) days.push_back(day);
    }
    return days;
  }

  // The only day of the conduct told in the sentence; null when there is none or more than one.
  const reading::SpokenDate* day_in_sentence_of(Span span) const {
    const auto& tokens = text_.tokens();
    const auto at = std::find_if(tokens.begin(), tokens.end(),
                                 [&](const reading::Token& token) { return token.span.overlaps(span); });
    if (at == tokens.end()) return nullptr;
    const reading::SpokenDate* only = nullptr;
    for (const reading::SpokenDate& date : facts_.dates) {
      if (tokens[date.first].sentence != at->sentence) continue;
      if (only != nullptr || !is_day_of_conduct(date)) return nullptr;
      only = &date;
    }
    return only;
  }

  bool is_day_of_conduct(const reading::SpokenDate& date) const {
    if (!date.from || date.from != date.to || date.since || date.until) return false;
    return std::any_of(facts_.conduct.begin(), facts_.conduct.end(), [&](const ConductDate& conduct) {
      return conduct.from == *date.from && conduct.to == *date.to;
    });
  }

  Found words_of(const reading::SpokenDate& date) const {
    const Span span = text_.span_of(date.first, date.last);
    return {std::string(text_.slice(span)), span};
  }

  const Facts& facts_;
  const reading::Text& text_;
};

}  // namespace

std::optional<std::pair<Found, Found>> told_of_two_days(const Facts& facts, const Assessment& assessment,
                                                        const reading::Text& text) {
  if (facts.occurrence.ongoing_since || went_on(assessment)) return std::nullopt;
  const TwoDays days(facts, text);
  for (const Proposal& proposal : assessment.proposals) {
    if (!proposal.told_alike.empty()) continue;  // the cues alone do not carry it
    if (auto both = days.of(proposal)) return both;
  }
  if (facts.other_days.empty() || facts.occurrence.date_span.empty()) return std::nullopt;
  const Span day = facts.occurrence.date_span;
  return std::pair{Found{std::string(text.slice(day)), day}, facts.other_days.front()};
}

}  // namespace dossier::fir
