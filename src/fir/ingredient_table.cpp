#include "fir/ingredient_table.h"

#include "fir/fact_signs.h"
#include "fir/phrases.h"

#include <algorithm>
#include <cstdlib>

namespace dossier::fir {
namespace {

constexpr std::size_t kEvidenceMax = 3;          // pieces for one ingredient: a reader wants the best, not all
constexpr std::size_t kEvidenceLettersMin = 12;  // shorter evidence is shown with its neighbours, to be understood
constexpr std::size_t kEvidenceAloneLettersMin = 6;

}  // namespace

Weighed IngredientTables::weighed(const std::vector<Ingredient>& ingredients, int spread,
                                  const std::vector<Unless>& unless) {
  Weighed all{findings(ingredients), {}};
  all.why_not = shortfall(all.ingredients);
  if (!all.why_not.empty()) return all;
  if (!told_together(spread)) {
    all.why_not = "its elements are told too far apart to belong together";
    return all;
  }
  if (unless.empty()) return all;
  auto rest = findings(ingredients, unless);
  if (shortfall(rest).empty()) return {std::move(rest), {}};
  all.why_not = exception_to(ingredients, unless);
  // Each exception alone leaves something standing, all together do not.
  if (all.why_not.empty()) all.why_not = unless.front().why;
  return all;
}

std::vector<Evidence> IngredientTables::evidence(const std::vector<reading::CueHit>& hits) const {
  std::vector<Evidence> result;
  for (const reading::CueHit& hit : hits) {
    if (result.size() >= kEvidenceMax) break;
    if (is_given(hit)) {
      result.push_back({{}, {}, true});
      continue;
    }
    Span span = text_.text().span_of(hit.first, hit.last);
    if (hit.first == hit.last || span.end - span.start < kEvidenceLettersMin)
      span = phrase_around(text_, hit.first, hit.last);
    if (span.end - span.start < kEvidenceAloneLettersMin) span = with_a_neighbour(hit);
    const bool known =
        std::any_of(result.begin(), result.end(), [&](const Evidence& e) { return e.span.overlaps(span); });
    if (!known) result.push_back({span, std::string(text_.text().slice(span)), false});
  }
  return result;
}

// A short word that stands alone between commas says nothing by itself.
Span IngredientTables::with_a_neighbour(const reading::CueHit& hit) const {
  const auto& tokens = text_.text().tokens();
  const bool before = hit.first > 0 && tokens[hit.first - 1].sentence == tokens[hit.first].sentence;
  const bool after = hit.last + 1 < tokens.size() && tokens[hit.last + 1].sentence == tokens[hit.last].sentence;
  return text_.text().span_of(hit.first - (before ? 1 : 0), hit.last + (after ? 1 : 0));
}

std::vector<IngredientFinding> IngredientTables::findings(const std::vector<Ingredient>& ingredients,
                                                          const std::vector<Unless>& exceptions) {
  std::vector<IngredientFinding> result;
  told_in_.clear();
  for (const Ingredient& ingredient : ingredients) {
    IngredientFinding finding;
    finding.ingredient = &ingredient;
    auto hits = signals_.hits(ingredient.any);
    for (const Unless& unless : exceptions) hits = signals_.without(std::move(hits), unless.any);
    if (auto against = signals_.hits(ingredient.against); !against.empty()) {
      finding.state = IngredientState::contradicted;
      finding.evidence = evidence(against);
    } else if (!hits.empty()) {
      finding.state = IngredientState::met;
      finding.evidence = evidence(hits);
      if (ingredient.core) note_sentences(hits);
    }
    result.push_back(std::move(finding));
  }
  return result;
}

// Where a core ingredient is told. A fact of the whole complaint, or one given at the desk, stands everywhere.
void IngredientTables::note_sentences(const std::vector<reading::CueHit>& hits) {
  if (std::any_of(hits.begin(), hits.end(), is_given)) return;
  std::vector<int> sentences;
  for (const reading::CueHit& hit : hits) sentences.push_back(text_.text().tokens()[hit.first].sentence);
  told_in_.push_back(std::move(sentences));
}

// Whether some place in the complaint has every core ingredient within `apart` sentences of it: words that lie far
// apart speak of different things.
bool IngredientTables::told_together(int apart) const {
  if (told_in_.empty()) return true;
  return std::any_of(told_in_.front().begin(), told_in_.front().end(), [&](int at) {
    return std::all_of(told_in_.begin(), told_in_.end(), [&](const std::vector<int>& sentences) {
      return std::any_of(sentences.begin(), sentences.end(), [&](int s) { return std::abs(s - at) <= apart; });
    });
  });
}

// The first exception that takes away what the ingredients rest on, or "".
std::string IngredientTables::exception_to(const std::vector<Ingredient>& ingredients,
                                           const std::vector<Unless>& exceptions) {
  for (const Unless& unless : exceptions) {
    if (!shortfall(findings(ingredients, {unless})).empty()) return unless.why;
  }
  return {};
}

std::string shortfall(const std::vector<IngredientFinding>& findings) {
  for (const IngredientFinding& f : findings) {
    if (f.state == IngredientState::contradicted) return "the complaint says the contrary of: " + f.ingredient->name;
  }
  for (const IngredientFinding& f : findings) {
    if (f.ingredient->core && f.state == IngredientState::missing)
      return "nothing in the complaint shows: " + f.ingredient->name;
  }
  return {};
}

bool is_contradicted(const std::vector<IngredientFinding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const IngredientFinding& f) { return f.state == IngredientState::contradicted; });
}

std::ptrdiff_t count_met(const std::vector<IngredientFinding>& findings) {
  return std::count_if(findings.begin(), findings.end(),
                       [](const IngredientFinding& f) { return f.state == IngredientState::met; });
}

CoreCount count_core(const std::vector<IngredientFinding>& findings) {
  CoreCount core;
  for (const IngredientFinding& f : findings) {
    core.all += f.ingredient->core;
    core.met += f.ingredient->core && f.state == IngredientState::met;
  }
  return core;
}

}  // namespace dossier::fir
