#pragma once

#include "funds/ledger/metrics.h"
#include "reading/phrases.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

// The vocabulary of questions: which words mean what, before any rule asks what they mean together. It is called so
// beside vocabulary.h, the words of reports. There is no question_vocabulary.cpp: what is declared here is a table
// each, in a file named after it. A new way to ask is added to one of the tables of question_terms.h (English first,
// the basics in German and French; joined in question_terms.cpp); words that ask nothing are in
// question_plain_words.cpp, the words by which rows show what they are in question_parts.cpp. Words around numbers and
// dates ("over $1m", "since 2021") have their tables in question_amounts.cpp and question_period_words.cpp, those of
// suppositions in question_supposition.cpp.
namespace dossier::funds {

enum class Term {
  // metrics
  dpi,
  gross_dpi,
  gross,  // "before corrections"
  rvpi,
  tvpi,
  moic,
  irr,
  gross_irr,
  cash_irr,
  periodic_irr,
  pic,
  net_pic,
  called_share,
  fully_called,
  nav,
  total_value,
  commitment,
  unfunded,
  net_cash,
  // rows
  call,
  distribution,
  adjustment,
  any_row,
  // parts of rows, by their type or description
  return_of_capital,
  income,
  dividend,
  interest,
  gain,
  fee,
  expense,
  exit,
  tax,
  in_kind,
  refund,
  recall,
  rebalance_of_call,
  rebalance_of_distribution,
  recallable,
  not_recallable,
  left_out,    // recallable distributions, of what may still be called
  added_back,  // recallable distributions, to what may still be called
  lowered,     // "which adjustment lowered paid-in capital"
  // what is wanted
  list,
  which,
  count,
  sum,
  how_much,
  average,
  median,
  largest,
  smallest,
  latest,
  first,
  second,
  third,
  share,
  difference,
  minus,
  plus,
  divided,
  compare,
  rank,
  negative,
  positive,
  higher,
  lower,
  definition,
  working,
  affects,
  check,
  printed,
  story,
  when,
  who,
  why,
  where_from,
  which_fund,
  which_period,
  by_year,
  by_quarter,
  by_type,
  by_company,
  course,
  changed,
  pooled,
  both,  // "both funds": each by itself, and what can be added together
  by_month,
  by_other_time,  // groups this desk does not make: by week, by day
  cumulative,
  actor,
  reversed,
  since_inception,
  summary,
  low_point,
  j_curve,
  age,
  deadline,  // "until when"
  interval,
  needed,
  headroom,  // "how far can the NAV fall before ..."
  no_nav,    // "leaving the NAV aside"
  passed,
  at_that_time,
  // yes and no
  returned,
  profitable,
  any,
  // facts
  manager,
  vintage,
  currency,
  fund_name,
  report_date,
  fund_count,
  fund_size,
  flags,
  // follow-ups
  what_about,
  those,
  period_after,
  period_before,
  today,       // "and now?": of all that is known, whatever time was spoken of before
  other_fund,  // the one the turn before did not speak of
  // what this desk does not do
  forecast,
  advice,
  benchmark,
  next_due
};

const reading::PhraseTable<Term>& question_terms();

// Words a question may use without asking anything by them ("the", "please", "fund"), in all three languages.
const std::unordered_set<std::string>& plain_words();

std::optional<Metric> metric_of(Term term);
std::optional<RowKind> kind_of(Term term);

// Verbs that would change the ledger when a message begins with them ("delete", "ignore").
bool is_order_to_change(std::string_view word);

// By what words rows show that they are of a part, and how the part is named: {"dividend*", ...}, "dividends".
struct PartWords {
  std::vector<reading::Phrase> phrases;
  std::string_view name;
};
// Nothing when `term` is no part.
const PartWords* part_words(Term term);
// Gains and income come out of a fund; fees and expenses go in.
bool comes_of_distributions(Term part);

}  // namespace dossier::funds
