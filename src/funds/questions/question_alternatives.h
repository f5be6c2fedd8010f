#pragma once

#include "funds/questions/question_plan.h"

#include <string>
#include <vector>

namespace dossier::funds {

// One of the things a question sets against each other: "gains" of "gains versus dividends".
struct Alternative {
  RowChoice rows;
  std::string name;  // "in 2021", "gains", "'ridgeline food'"
};

// Them all, when the question says several things of one sort and of no other: times, parts of rows, words of rows,
// recallable or not, or kinds whose rows are counted. Otherwise none.
std::vector<Alternative> alternatives_of(const Plan& plan);

}  // namespace dossier::funds
