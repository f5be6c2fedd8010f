#pragma once

#include "funds/questions/question_plan.h"

#include <optional>
#include <string>
#include <vector>

namespace dossier::funds {

// Takes what a question supposes ("if NAV fell by 10%", "with a NAV of $40m", "if another $2m were distributed") and
// marks its words used. Nothing when it supposes nothing, or nothing that can be reckoned with.
std::optional<Supposition> take_supposition(QuestionWords& words);

// Whether a question supposes something at all.
bool supposes(const QuestionWords& words);

// The words of its tables, for spelling.
const std::vector<std::string>& supposition_words();

}  // namespace dossier::funds
