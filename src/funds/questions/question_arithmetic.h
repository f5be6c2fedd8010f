#pragma once

#include "funds/questions/question_plan.h"

#include <optional>

namespace dossier::funds {

// What is to be reckoned from two figures that a question names ("NAV minus paid-in capital", "how much more was paid
// in than came back", "is the NAV above what was called?"). Nothing when it names no operation, or not two figures.
std::optional<Arithmetic> arithmetic_of(const Plan& plan);

}  // namespace dossier::funds
