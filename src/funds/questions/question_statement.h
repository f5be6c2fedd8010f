#pragma once

#include "base/date.h"
#include "funds/ledger/periods.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::funds {

// The columns of a capital account statement: the quarter, the year and the time since inception, each up to its date.
enum class StatementColumn { quarter, year, inception };
std::string_view name_of(StatementColumn column);   // "qtd"
std::string_view title_of(StatementColumn column);  // "in the quarter"

// What a line of a statement, or a question about one, is about: "Beginning net asset value" and "opening balance" are
// both {nav, opening}. Words that frame ("total", "of the") are no subjects.
using Subjects = std::set<std::string>;
Subjects statement_subjects(std::string_view text);
// Whether a word names a line of statements ("income"), and not something of its own.
bool names_a_line(const std::string& word);

// A question as one about a statement of `as_of`.
struct StatementQuestion {
  Subjects subjects;
  std::vector<StatementColumn> columns;  // none: it does not say which
  bool other_time = false;               // it names a time that is no column of the statement
  bool roll_forward = false;             // do the lines add up from opening to closing balance
};
StatementQuestion read_statement_question(std::string_view question, const Periods& periods, Date as_of);

}  // namespace dossier::funds
