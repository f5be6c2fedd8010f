#pragma once

#include "funds/ledger/row_named.h"
#include "funds/questions/answer_basis.h"
#include "funds/questions/question_amounts.h"
#include "funds/questions/question_periods.h"
#include "funds/questions/question_vocabulary.h"

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
  change,        // a metric at the two ends of a period
  horizon,       // the rate of return over a period
  definition,    // what a term means
  working,       // how a figure comes about
  check,         // printed figures against computed ones
  rows,          // transactions, or a measure of them
  share,         // of some rows among others
  pooled,        // a figure of several funds as one
  portion,       // a figure or rows as a share of another figure
  groups,        // sums by year, quarter, month or type
  arithmetic,    // two figures taken from, added to or divided by each other
  story,         // what happened with one row
  sequel,        // what later rows say of it: was it called again, was any of it paid back
  fund_order,    // funds compared or ranked by a metric
  choice_order,  // rows set against each other: of two times, parts, companies
  returned,      // has the capital come back
  profitable,    // is the total value above what was paid in, and by how much
  passed,        // when a running figure passed a mark
  threshold,     // is a metric above or below a mark
  needed,        // what it would take to reach a mark
  low_point,     // the bottom of the J-curve
  age,           // how long the fund has run
  supposition,   // a metric if NAV or a flow were different
  without_rows,  // a metric if some rows had not been
  row_change,    // a metric if rows picked by a measure had not been, or rows had been smaller, larger, later
  fact,          // manager, vintage, currency, date, number of funds
  flags,         // what a person should look at
  upcoming,      // what is due next
  passage,       // what the running text says
  refused        // not the business of this desk; `refusal` says why
};

enum class Measure { none, count, sum, average, median, largest, smallest, latest, earliest, interval };
// The measure a term asks for ("largest"); nothing when it is no measure.
std::optional<Measure> measure_of(Term term);

enum class Grouping { none, year, quarter, month, type, company };

// "Gains and dividends", "Ridgeline Foods or Sable Logistics": one of the lists must show, each in full.
template <class T>
using Alternatives = std::vector<std::vector<T>>;

// Which transactions.
struct RowChoice {
  std::vector<RowKind> kinds = {};  // none: all
  Periods periods = {};
  AmountLimits amounts = {};
  std::optional<bool> recallable = {};
  Alternatives<Term> parts = {};         // in type or description
  Alternatives<std::string> words = {};  // likewise, in the singular
  std::vector<int> numbers = {};         // "call 3"
  std::optional<RowKind> lowers = {};    // corrections that take back from the calls or distributions
  std::optional<RowKind> corrects = {};  // adjustments of it: "adjustments made to distributions"
  bool negative = false;                 // rows below nil: "the negative call"

  std::optional<bool> to_investors = {};  // corrections by which way the cash went: "refunded to us", "by us"
  std::vector<RowChoice> without = {};    // "other than gains": rows that any of these would choose stay out

  bool narrowed() const {
    return !periods.empty() || !amounts.empty() || recallable || !parts.empty() || !words.empty() || !numbers.empty() ||
           lowers || corrects || negative || to_investors || !without.empty();
  }
  bool mentions(Term part) const;
};

// A term a question used, and the words it was said in.
struct SaidTerm {
  Term term;
  std::string spelled;
};

// "if NAV fell by 10 %", "if another $2m were distributed on 1 March".
struct Supposition {
  enum class Of { nav, call, distribution } of = Of::nav;
  enum class Change { by_share, by_amount, to_amount } change = Change::by_share;
  double value = 0;                   // -0.1; amounts in units of the currency, signed for by_amount
  std::optional<Date> date = {};      // of a flow or the NAV; none: the date of the report
  std::optional<double> nav_to = {};  // beside a flow: the NAV, in units of the currency; none: unchanged
  bool rest = false;                  // of a call: all that is still unfunded
};

// "If the last call had been 10 % smaller", "had call 4 come a year later", "without the two largest distributions".
struct RowChange {
  enum class How { leave_out, scale, add, set, move_days, move_months, move_to } how = How::leave_out;
  double value = 0;                 // of scale a factor, of add and set units of the currency, of moves days or months
  std::optional<Date> date = {};    // of move_to
  RowChoice rows = {};              // which rows,
  Measure measure = Measure::none;  // or which of them
  int top = 1, nth = 1;
};

// Two figures and what is to be done with them: "NAV minus paid-in capital", "how much more was called in 2022 than
// came back". Flows of a time are rows, all others metrics.
struct Arithmetic {
  enum class Operation { minus, plus, over } operation = Operation::minus;
  Metric left = Metric::nav, right = Metric::pic;
};

// One end of a time that is measured: "between the first call and 30 June 2023". Neither: the date of the report.
struct TimeEnd {
  std::optional<RowNamed> row = {};
  std::optional<Date> day = {};
};

struct Plan {
  Wish wish = Wish::unclear;
  std::string question;
  std::vector<Metric> metrics = {};
  RowChoice rows = {};
  Measure measure = Measure::none;
  std::vector<Measure> measures = {};  // "first and last": several at once, else empty
  std::optional<Measure> picked = {};  // "the average of the last three": which `top` rows are measured
  bool by_count = false;               // "fewest": the number of rows decides, not their sum
  int top = 1;                         // how many of the largest, latest ...
  int nth = 1;                         // the second largest: 2
  Grouping grouping = Grouping::none;
  bool ascending = false;  // of a ranking: lowest first
  bool yes_or_no = false;
  bool wants_date = false;
  bool cumulative = false;     // of groups: each with all before it
  bool every = false;          // "was every call below ...": whether all rows are so
  bool choose_period = false;  // "which year had the most ...": the group itself is asked for
  std::optional<Mark> mark = {};
  std::optional<Supposition> supposition = {};
  std::optional<RowChange> row_change = {};
  std::optional<Arithmetic> arithmetic = {};
  std::vector<TimeEnd> ends = {};  // two of them, or none
  std::optional<Term> fact = {};
  NamedFunds named = {};
  bool bare_term = false;    // "What is DPI?": the term itself, not this fund's figure alone
  bool about_funds = false;  // "which fund", "rank the funds"
  bool listed = false;       // "called, distributed, NAV and undrawn": kinds of rows among figures, each asked for
  bool single_row = false;   // of an order of funds: by the one largest call of each, not by all of them
  std::string refusal = {};
  std::optional<Metric> whole = {};  // "as a percentage of the commitment"
  // Words nothing explained or used, as typed; whether one of them may change what is asked (it stands beside what is
  // asked, binds it, or negates it), and whether one of them looks like a name.
  std::vector<std::string> unexplained = {};
  bool unexplained_weighs = false;
  bool unexplained_name = false;
  std::bitset<160> said = {};        // the terms the question used
  std::vector<SaidTerm> terms = {};  // the same in their order

  bool has(Term term) const { return said.test(static_cast<std::size_t>(term)); }
  bool has_any(std::initializer_list<Term> some) const {
    for (Term term : some) {
      if (has(term)) return true;
    }
    return false;
  }
};

// What went before a question.
struct Context {
  const Plan* before = nullptr;  // the turn or clause before, for follow-ups ("And in 2023?", "Is that right?")
  bool same_sentence = false;    // `before` is a clause of the same sentence
  // The time that another clause of the same sentence speaks of, for a clause about rows that names none ("how many
  // calls and how much was distributed in 2021").
  Periods around = {};
};

Plan plan_question(std::string_view question, const AnswerBasis& basis, const Context& context = {});

// The time that a question speaks of.
Periods periods_of_question(std::string_view question, const AnswerBasis& basis);

}  // namespace dossier::funds
