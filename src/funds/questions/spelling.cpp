#include "funds/questions/spelling.h"

#include <algorithm>
#include <array>

namespace dossier::funds {

int edit_distance(std::string_view a, std::string_view b, int most) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > static_cast<std::size_t>(most)) return most + 1;
  std::vector<int> before(a.size() + 1), row(a.size() + 1), next(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) row[i] = static_cast<int>(i);
  for (std::size_t j = 1; j <= b.size(); ++j) {
    next[0] = static_cast<int>(j);
    int least = next[0];
    for (std::size_t i = 1; i <= a.size(); ++i) {
      int changed = row[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      next[i] = std::min({changed, row[i] + 1, next[i - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        next[i] = std::min(next[i], before[i - 2] + 1);
      least = std::min(least, next[i]);
    }
    if (least > most) return most + 1;
    before.swap(row);
    row.swap(next);
  }
  return std::min(row[a.size()], most + 1);
}

namespace {

// Whether all letters of the one stand in the other in their order: a letter was dropped or doubled, none mistaken.
bool only_dropped(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  std::size_t at = 0;
  for (char letter : b) at += at < a.size() && a[at] == letter ? 1 : 0;
  return at == a.size();
}

// Nobody mistakes a first letter: "rounded" is no slip for "founded".
bool begins_otherwise(std::string_view word, std::string_view candidate) {
  bool swapped = word.size() > 1 && word[0] == candidate[1] && word[1] == candidate[0];
  bool one_more =
      word.substr(1).starts_with(candidate.substr(0, 2)) || candidate.substr(1).starts_with(word.substr(0, 2));
  return word[0] != candidate[0] && !swapped && !one_more;
}

// "Reinvested" is no slip for "invested", "unpaid" none for "paid".
bool turned_by_a_prefix(std::string_view word, std::string_view candidate) {
  constexpr std::array<std::string_view, 9> kPrefixes = {"un", "re", "in", "de", "ir", "im", "non", "mis", "pre"};
  return word.ends_with(candidate) && std::any_of(kPrefixes.begin(), kPrefixes.end(), [&](std::string_view prefix) {
           return word.size() == prefix.size() + candidate.size() && word.starts_with(prefix);
         });
}

// The one word of `vocabulary` nearest to `word` within its slips; nullptr when there is none or two are as near.
const std::string* nearest_word(const std::string& word, const std::vector<std::string>& vocabulary) {
  int nearest = word.size() >= 8 ? 3 : 2;  // slips must be fewer
  const std::string* best = nullptr;
  bool tied = false;
  for (const std::string& candidate : vocabulary) {
    if (candidate.size() < 4 || begins_otherwise(word, candidate) || turned_by_a_prefix(word, candidate)) continue;
    int distance = edit_distance(word, candidate, nearest);
    if (distance > nearest || (distance == nearest && best == nullptr)) continue;
    // At the same distance what was begun right wins ("larges": largest), and "call" and "calls" are no tie.
    bool kin = best != nullptr && (candidate.starts_with(*best) || best->starts_with(candidate));
    // A dropped or doubled letter is a commoner slip than a mistaken one ("mutch": much, not match).
    bool dropped = only_dropped(word, candidate), best_dropped = best != nullptr && only_dropped(word, *best);
    bool begun = candidate.starts_with(word), best_begun = best != nullptr && best->starts_with(word);
    if (distance == nearest && best != nullptr && !kin && dropped != best_dropped) {
      if (dropped) best = &candidate;
      tied = false;
      continue;
    }
    if (distance == nearest && ((kin && begun == best_begun) || (best_begun && !begun))) continue;
    tied = distance == nearest && begun == best_begun;
    nearest = distance;
    best = &candidate;
  }
  return tied ? nullptr : best;
}

}  // namespace

void correct_spelling(QuestionWords& words, const std::vector<std::string>& vocabulary,
                      const std::function<bool(const std::string&)>& known) {
  for (QuestionWord& word : words) {
    if (word.text.size() < 4 || word.capital || word.number || known(word.text)) continue;
    if (const std::string* right = nearest_word(word.text, vocabulary)) word.text = *right;
  }
}

}  // namespace dossier::funds
