#pragma once

#include "funds/questions/question_words.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::funds {

// Replaces words that are not `known` by the one word of `vocabulary` that is a slip of the pen away: one letter
// added, lost, changed or swapped; two from eight letters on. Left alone: words under four letters, words with
// capital letters inside a sentence (names), and words with two candidates at the same distance.
void correct_spelling(QuestionWords& words, const std::vector<std::string>& vocabulary,
                      const std::function<bool(const std::string&)>& known);

// Letters added, lost, changed or swapped with their neighbour between `a` and `b`; `most` + 1 when there are more.
int edit_distance(std::string_view a, std::string_view b, int most);

}  // namespace dossier::funds
