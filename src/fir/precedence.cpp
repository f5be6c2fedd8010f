#include "fir/precedence.h"

#include <algorithm>
#include <cstdlib>

namespace dossier::fir {
namespace {

int sentence_of(const Evidence& evidence, const reading::CueText& text) {
  const auto& tokens = text.text().tokens();
  const auto it = std::find_if(tokens.begin(), tokens.end(),
                               [&](const reading::Token& t) { return t.span.end > evidence.span.start; });
  return it == tokens.end() ? 0 : it->sentence;
}

// Whether every core ingredient of the one is told near the other: two incidents in one complaint cover nothing of
// each other.
bool same_matter(const Candidate& strong, const Candidate& weak, const reading::CueText& text) {
  const auto near_strong = [&](const Evidence& e) {
    for (const IngredientFinding& finding : strong.findings) {
      for (const Evidence& other : finding.evidence) {
        if (e.given || other.given || std::abs(sentence_of(e, text) - sentence_of(other, text)) <= kExceptionSentences)
          return true;
      }
    }
    return false;
  };
  return std::all_of(weak.findings.begin(), weak.findings.end(), [&](const IngredientFinding& finding) {
    return !finding.ingredient->core || finding.evidence.empty() ||
           std::any_of(finding.evidence.begin(), finding.evidence.end(), near_strong);
  });
}

void cover(const Candidate& strong, const std::vector<std::string>& patterns, std::vector<Candidate>& candidates,
           const reading::CueText& text) {
  for (const std::string& pattern : patterns) {
    for (Candidate& weak : candidates) {
      if (&weak == &strong || !weak.stands() || !names_offence(pattern, weak.offence->id()) ||
          !same_matter(strong, weak, text))
        continue;
      weak.covered_by = strong.offence;
      weak.excluded_by = "covered by the more specific " + strong.offence->id() + " (" + strong.offence->title + ")";
    }
  }
}

}  // namespace

void put_in_order(std::vector<Candidate>& candidates) {
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    if (a.offence->rank != b.offence->rank) return a.offence->rank > b.offence->rank;
    return a.offence->max_years > b.offence->max_years;
  });
}

void supersede(std::vector<Candidate>& candidates, const reading::CueText& text, SignalReader& signals) {
  for (const Candidate& strong : candidates) {
    if (!strong.stands() || !strong.told_alike.empty()) continue;
    cover(strong, strong.offence->supersedes, candidates, text);
    for (const Precedence& precedence : strong.offence->supersedes_if) {
      if (signals.any(precedence.any)) cover(strong, precedence.over, candidates, text);
    }
  }
}

}  // namespace dossier::fir
