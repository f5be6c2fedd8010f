#pragma once

#include "funds/answer_basis.h"
#include "funds/question_amounts.h"
#include "funds/question_periods.h"
#include "funds/question_vocabulary.h"

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::funds {

// What is to be done for a question.
enum class Wish {
  unclear,       // nothing was understood
  metric,        // the current value of metrics
  summary,       // the usual figures at a glance
  series,        // a metric at the end of each year
  definition,    // what a term means
  working,       // how a figure comes about
  check,         // printed figures against computed ones
  rows,          // transactions, or a measure of them
  share,         // of some rows among others
  groups,        // sums by year, quarter or type
  story,         // what happened with one row
  fund_order,    // funds compared or ranked by a metric
  period_order,  // the same rows of two periods compared
  returned,      // has the capital come back
  profitable,    // is the total value above what was paid in
  passed,        // when a running figure passed a mark
  threshold,     // is a metric above or below a mark
  needed,        // what it would take to reach a mark
  low_point,     // the bottom of the J-curve
  age,           // how long the fund has run
  supposition,   // a metric if NAV or a flow were different
  fact,          // manager, vintage, currency, date, number of funds
  flags,         // what a person should look at
  upcoming,      // what is due next
  passage,       // what the running text says
  refused        // not the business of this desk; `refusal` says why
};

enum class Measure { none, count, sum, average, median, largest, smallest, latest, earliest, interval };
enum class Grouping { none, year, quarter, type };

// Which transactions.
struct RowChoice {
  std::vector<RowKind> kinds = {};  // none: all
  Periods periods = {};
  AmountLimits amounts = {};
  std::optional<bool> recallable = {};
  std::vector<Term> parts = {};         // all of them must show in type or description
  std::vector<std::string> words = {};  // likewise
  std::optional<int> number = {};       // "call 3"

  bool narrowed() const {
    return !periods.empty() || !amounts.empty() || recallable || !parts.empty() || !words.empty() || number;
  }
};

// "if NAV fell by 10 %", "if another $2m were distributed".
struct Supposition {
  enum class Of { nav, call, distribution } of = Of::nav;
  enum class Change { by_share, by_amount, to_amount } change = Change::by_share;
  double value = 0;  // -0.1; amounts in units of the currency, signed for by_amount
};

struct Plan {
  Wish wish = Wish::unclear;
  std::string question;
  std::vector<Metric> metrics = {};
  RowChoice rows = {};
  Measure measure = Measure::none;
  int top = 1;  // how many of the largest, latest ...
  int nth = 1;  // the second largest: 2
  Grouping grouping = Grouping::none;
  bool ascending = false;  // of a ranking: lowest first
  bool yes_or_no = false;
  bool wants_date = false;
  bool choose_period = false;  // "which year had the most ...": the group itself is asked for
  std::optional<Mark> mark = {};
  std::optional<Supposition> supposition = {};
  std::optional<Term> fact = {};
  NamedFunds named = {};
  bool bare_term = false;    // "What is DPI?": the term itself, not this fund's figure alone
  bool about_funds = false;  // "which fund", "rank the funds"
  std::string refusal = {};
  // Words nothing explained, as typed; and whether one of them looks like a name.
  std::vector<std::string> unexplained = {};
  bool unexplained_name = false;
  std::bitset<128> said = {};  // the terms the question used

  bool has(Term term) const { return said.test(static_cast<std::size_t>(term)); }
  bool has_any(std::initializer_list<Term> terms) const {
    for (Term term : terms) {
      if (has(term)) return true;
    }
    return false;
  }
};

// Understands one question. `before`: the plan of the turn before, for follow-ups ("And in 2023?", "Is that right?").
Plan plan_question(std::string_view question, const AnswerBasis& basis, const Plan* before);

}  // namespace dossier::funds
