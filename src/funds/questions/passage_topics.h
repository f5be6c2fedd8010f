#pragma once

#include "funds/questions/answer_basis.h"

#include <string_view>

namespace dossier::funds {

// What reports say in their own words and people ask for in others: "What does the fund invest in?" is answered under
// the heading "Fund Strategy". Null when `question` asks for none of these topics, or no passage speaks of it, or the
// question has words besides ("in Asia") that the passage lacks.
const Passage* passage_on_topic(const AnswerBasis& basis, std::string_view question);

}  // namespace dossier::funds
