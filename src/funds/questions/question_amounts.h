#pragma once

#include "base/money.h"
#include "funds/questions/question_words.h"

#include <optional>
#include <string>
#include <vector>

namespace dossier::funds {

enum class Bound { none, more_than, at_least, less_than, at_most, exactly };

// Limits on an amount in units of the currency: "over $1m", "between 500,000 and 2 million", "exactly 300,000".
struct AmountLimits {
  std::optional<double> least = {}, most = {};
  bool least_itself = true, most_itself = true;  // whether the limit belongs to it

  bool empty() const { return !least && !most; }
  bool admit(double amount) const;
};

// A multiple or share that is spoken of: "1x", "50%", "above 1.5" after a multiple.
struct Mark {
  double value = 0;  // 1 for "1x", 0.5 for "50%"
  bool percent = false;
  Bound bound = Bound::none;
};

struct Amounts {
  AmountLimits limits;
  std::optional<Mark> mark = {};
  std::vector<int> row_numbers = {};  // "call 3", "calls 2 and 4"
  std::optional<int> top = {};        // "top 3", "the last two", "5 largest"
};

// Takes the numbers of a question that are no dates, and the words that bind them. `ratio_asked`: a multiple or a rate
// is being asked about, so that a bare "1" is a mark.
Amounts take_amounts(QuestionWords& words, bool ratio_asked);

// The words of its tables, for spelling.
const std::vector<std::string>& amount_words();

}  // namespace dossier::funds
