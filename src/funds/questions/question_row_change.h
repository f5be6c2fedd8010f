#pragma once

#include "funds/questions/question_plan.h"

#include <optional>
#include <string>
#include <string_view>

namespace dossier::funds {

// A question that supposes something of rows: "what would the DPI be if the last call had been 10 % smaller".
struct SupposedOfRows {
  std::string rows;       // the words that name them: "the last call"; "it" for those of the turn before
  std::string rest;       // what is asked: "what would the DPI be"; empty in "what if the last call had been ..."
  RowChange change;       // its rows are still to be chosen
  bool by_clause = true;  // "had not been": the clause alone names them, whatever stands in it
};

// Nothing when no clause of `question` supposes a change of rows that can be reckoned with.
std::optional<SupposedOfRows> supposed_of_rows(std::string_view question);

}  // namespace dossier::funds
