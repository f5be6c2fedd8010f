#include "funds/ledger/phrasing.h"
#include "funds/questions/answering.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

struct Ends {
  Date from, to;  // the states compared: at the end of these days
};

// "In 2023" is from the end of 2022 to the end of 2023; "since June" up to the report; two periods, from the end of the
// one to the end of the other. Nothing is known after the report.
Ends ends_of(const Plan& plan, Date report) {
  const auto& ranges = plan.rows.periods.ranges;
  if (ranges.size() == 2 && ranges[0].to && ranges[1].to)
    return {std::min(*ranges[0].to, report), std::min(*ranges[1].to, report)};
  const DateRange& range = ranges.front();
  // "Between 2021 and 2023", "from 2021 to 2023": from the end of the one year to the end of the other.
  if (range.to && range.to->year() > range.from->year() && range.from->month() == 1 && range.from->day() == 1)
    return {*Date::of(range.from->year(), 12, 31), std::min(*range.to, report)};
  return {day_before(*range.from), std::min(range.to.value_or(report), report)};
}

std::vector<std::size_t> rows_between(const Ledger& ledger, Ends ends) {
  std::vector<std::size_t> rows;
  for (std::size_t k = 0; k < ledger.transactions.size(); ++k) {
    Date date = ledger.transactions[k].date;
    if (date > ends.from && date <= ends.to) rows.push_back(k);
  }
  return rows;
}

std::string difference_text(const MetricValue& before, const MetricValue& after, Currency currency) {
  if (before.money && after.money) {
    Money by = *after.money - *before.money;
    return (by.negative() ? "down by " : "up by ") + money_text(by.abs(), currency);
  }
  double by = *after.number - *before.number;
  double size = by < 0 ? -by : by;
  return (by < 0 ? "down by " : "up by ") + (unit_of(after.metric) == Unit::rate
                                                 ? fmt::format("{:.1f} percentage points", size * 100)
                                                 : multiple_text(size));
}

void tell_change(const MetricValue& before, const MetricValue& after, Ends ends, AnswerDraft& draft) {
  if (!before.known() || !after.known()) {
    const MetricValue& missing = before.known() ? after : before;
    draft.say(fmt::format("How the {} changed is not known: {}.", title_of(missing.metric), missing.reason));
    const MetricValue& other = before.known() ? before : after;
    if (other.known()) {
      draft.say(
          fmt::format("As of {} it is {}.", date_text(before.known() ? ends.from : ends.to), draft.text_of(other)));
      draft.value(other);
      draft.cite(other);
    }
    draft.part(other.known() ? Answered::partly : Answered::no);
    return;
  }
  std::string name(name_of(after.metric));
  draft.say(fmt::format("The {} went from {} as of {} to {} as of {}, {}.", title_of(after.metric),
                        draft.text_of(before), date_text(ends.from), draft.text_of(after), date_text(ends.to),
                        difference_text(before, after, draft.ledger().currency)));
  draft.value(after);
  if (before.money) draft.value(name + "_before", *before.money);
  if (before.number) draft.value(name + "_before", *before.number);
  if (after.money) draft.value("change", *after.money - *before.money);
  if (after.number) draft.value("change", *after.number - *before.number);
  draft.cite(after);
  draft.part(Answered::yes);
}

bool before_the_first_flow(const Ledger& ledger, Date day) {
  return ledger.transactions.empty() || ledger.transactions.front().date > day;
}

// The rate over a period takes the value of what was held at its start as money put in on that day.
void tell_horizon(const Task& task, std::size_t fund, AnswerDraft& draft) {
  const FundAnalysis& analysed = task.basis.fund(fund);
  Ends ends = ends_of(task.plan, analysed.metrics.as_of.value_or(task.basis.reference()));
  std::string period = range_text({Date::of_days(ends.from.days_since_epoch() + 1), ends.to});
  auto opening = nav_on(analysed.ledger, ends.from), closing = nav_on(analysed.ledger, ends.to);
  if (!opening || !closing) {
    draft.say(
        fmt::format("The IRR {} takes the NAV at both of its ends, and the documents give no NAV of {}. With it the "
                    "rate can be computed.",
                    period, date_text(opening ? ends.to : ends.from)));
    const MetricValue& whole = analysed.metrics[Metric::irr];
    if (whole.known())
      draft.say(fmt::format("Only the rate since inception is known: {} as of {}.", draft.text_of(whole),
                            date_text(*analysed.metrics.as_of)));
    draft.part(Answered::no);
    return;
  }
  int digits = analysed.ledger.currency.minor_digits();
  std::vector<DatedFlow> flows{{ends.from, -opening->value.to_double(digits)}};
  auto rows = rows_between(analysed.ledger, ends);
  for (std::size_t row : rows) {
    const Transaction& one = analysed.ledger.transactions[row];
    flows.push_back({one.date, one.effects.lp_cash.to_double(digits)});
  }
  flows.push_back({ends.to, closing->value.to_double(digits)});
  IrrAnswer rate = xirr(flows);
  if (!rate.rate || ends.to - ends.from < 365) {
    draft.say(fmt::format("There is no yearly rate {}: {}.", period,
                          rate.rate ? "returns of less than a year are not annualised" : rate.reason));
    draft.part(Answered::no);
    return;
  }
  draft.say(
      fmt::format("The IRR {} is {}: the NAV of {} on {} paid in, {} in between, and the NAV of {} on {} received.",
                  period, percent_text(*rate.rate), draft.money(opening->value), date_text(ends.from),
                  counted(rows.size(), "cash flow", "cash flows"), draft.money(closing->value), date_text(ends.to)));
  draft.value("irr", *rate.rate);
  draft.cite(opening->place, "NAV " + opening->printed);
  draft.cite(closing->place, "NAV " + closing->printed);
  draft.cite(rows);
  draft.part(Answered::yes);
}

}  // namespace

void answer_change(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    const FundAnalysis& analysed = task.basis.fund(fund);
    Ends ends = ends_of(task.plan, analysed.metrics.as_of.value_or(task.basis.reference()));
    if (ends.from >= ends.to) {
      draft.say(fmt::format("Nothing is known after {}.", date_text(ends.to)));
      draft.part(Answered::no);
      continue;
    }
    MetricSet before = compute_metrics(analysed.ledger, ends.from, Rates::net_only);
    MetricSet after = compute_metrics(analysed.ledger, ends.to, Rates::net_only);
    for (Metric metric : task.plan.metrics) tell_change(before[metric], after[metric], ends, draft);
    auto rows = rows_between(analysed.ledger, ends);
    draft.say(rows.empty() ? "There were no cash flows in between."
                           : fmt::format("In between: {}.", list_text(analysed.ledger, rows)));
    draft.cite(rows);
  }
}

void answer_horizon(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    const FundAnalysis& analysed = task.basis.fund(fund);
    const DateRange& range = task.plan.rows.periods.ranges.front();
    bool whole = before_the_first_flow(analysed.ledger, day_before(*range.from));
    if (whole) {  // since inception, and nothing else
      MetricSet metrics = metrics_for(task, fund);
      tell_metric(task, fund, Metric::irr, metrics, draft);
    } else {
      tell_horizon(task, fund, draft);
    }
  }
}

}  // namespace dossier::funds
