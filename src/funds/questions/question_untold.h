#pragma once

#include "funds/questions/answer_basis.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::funds {

// Something no ledger of an investor's cash flows holds, though its name has words of the ledger in it: "carried
// interest" is no interest, "preferred return" no return of capital, "entry multiple" no TVPI.
struct Untold {
  std::vector<std::string> words;  // as the question has it, folded
  std::string_view told_by;        // what would tell it

  std::string name() const;
};

// What of that kind a question asks for. Nothing when some row bears the name, and when the term itself is asked for
// ("What is carried interest?").
std::optional<Untold> untold_in(const AnswerBasis& basis, std::string_view question);

// Whether a question asks what such a thing is, and no more: "What is carried interest?", "Explain carry".
bool asks_what_it_is(std::string_view question);

// The passage that has these words in this order; null when none has.
const Passage* passage_with(const AnswerBasis& basis, const std::vector<std::string>& words);

}  // namespace dossier::funds
