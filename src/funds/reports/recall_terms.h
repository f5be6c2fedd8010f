#pragma once

#include "base/date.h"
#include "reading/dates.h"

#include <optional>
#include <string_view>
#include <vector>

namespace dossier::funds {

// How long a distribution may be called again, as a document says it. Exactly one of the two is set.
struct RecallTerm {
  std::optional<Date> until = {};  // the last day
  int months = 0;                  // or so many months after the distribution

  bool operator==(const RecallTerm&) const = default;
};

// Where the words of a term stand: among others, so that they must speak of recall themselves, or in a column that is
// about nothing else.
enum class TermContext { running_text, column_of_recalls };

// "recallable until 31.12.2027", "the right of recall expires on the second anniversary of the distribution",
// "rückrufbar innerhalb von 24 Monaten nach Ausschüttung", "rappelable jusqu'au 31 décembre 2027". Nothing where no day
// is told ("until the end of the investment period"), where day and month could be swapped, or where the time runs from
// something else than the distribution: a day is never guessed.
std::optional<RecallTerm> recall_term(std::string_view text, reading::DayOrder order, TermContext context);

// The last day on which a distribution of `day` may be called again.
std::optional<Date> last_day(const RecallTerm& term, Date day);

// The days that stand in a text, whole days only.
std::vector<Date> days_in(std::string_view text, reading::DayOrder order);

}  // namespace dossier::funds
