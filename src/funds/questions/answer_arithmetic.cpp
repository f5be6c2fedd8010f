#include "funds/ledger/phrasing.h"
#include "funds/questions/answering.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

using Operation = Arithmetic::Operation;

// One of the two figures: a sum of the rows of a time, or a metric.
struct Figure {
  std::string title;
  Unit unit = Unit::money;
  std::optional<Money> money = {};
  std::optional<double> number = {};
  std::string reason = {};

  bool known() const { return money || number; }
};

std::string text_of(const Figure& figure, Currency currency) {
  if (figure.money) return money_text(*figure.money, currency);
  return figure.unit == Unit::rate ? percent_text(*figure.number) : multiple_text(*figure.number);
}

std::optional<RowKind> flow_of(Metric metric) {
  if (metric == Metric::total_calls || metric == Metric::pic) return RowKind::capital_call;
  if (metric == Metric::total_distributions || metric == Metric::gross_distributions) return RowKind::distribution;
  return std::nullopt;
}

class Reckoning {
 public:
  Reckoning(const Task& task, std::size_t fund, AnswerDraft& draft)
      : task_(task), plan_(task.plan), fund_(fund), draft_(draft), metrics_(metrics_for(task, fund)) {}

  void give() {
    const Arithmetic& asked = *plan_.arithmetic;
    Figure left = figure(asked.left), right = figure(asked.right);
    for (const Figure* one : {&left, &right}) {
      if (!one->known()) return refuse(fmt::format("The {} is not known: {}.", one->title, one->reason));
    }
    if (left.unit != right.unit)
      return refuse(
          fmt::format("The {} of {} and the {} of {} are not of one kind, so they cannot be set against each "
                      "other that way.",
                      left.title, text(left), right.title, text(right)));
    asked.operation == Operation::over ? divide(left, right) : combine(asked.operation, left, right);
  }

 private:
  std::string text(const Figure& figure) const { return text_of(figure, draft_.ledger().currency); }

  // Flows of a time are summed over its rows; everything else is as of the day asked for.
  Figure figure(Metric metric) {
    auto kind = flow_of(metric);
    const Periods& periods = plan_.rows.periods;
    bool of_a_time = !periods.ranges.empty() || !periods.excluded.empty() || periods.month || periods.quarter;
    if (!kind || !of_a_time) return metric_figure(metric);
    RowChoice choice{.kinds = {*kind}, .periods = periods};
    auto rows = chosen_rows(task_.basis, fund_, choice);
    draft_.cite(rows);
    Money sum = sum_of(draft_.ledger(), rows);
    draft_.value(std::string(name_of(metric)), sum);
    return {choice_text(choice, draft_.ledger().currency), Unit::money, sum};
  }

  Figure metric_figure(Metric metric) {
    const MetricValue& value = metrics_[metric];
    Metric looked_up = metric == Metric::net_pic ? Metric::pic : metric;  // reports call the PIC so
    const auto& checks = task_.basis.fund(fund_).checks;
    auto printed =
        std::find_if(checks.begin(), checks.end(), [&](const Check& check) { return check.metric == looked_up; });
    if (plan_.has(Term::printed) && printed != checks.end()) {
      draft_.cite(printed->place, fmt::format("printed {}: {}", title_of(metric), printed->printed));
      return {"printed " + std::string(title_of(metric)), unit_of(metric), printed->reported_money,
              printed->reported_number, "it is printed in a form that was not read"};
    }
    if (value.known()) {
      draft_.value(value);
      draft_.cite(value);
    }
    return {std::string(title_of(metric)), unit_of(metric), value.money, value.number, value.reason};
  }

  void refuse(const std::string& why) {
    draft_.say(why);
    draft_.part(Answered::no);
  }

  void combine(Operation operation, const Figure& left, const Figure& right) {
    bool plus = operation == Operation::plus;
    Figure result{.unit = left.unit};
    if (left.money) result.money = plus ? *left.money + *right.money : *left.money - *right.money;
    if (left.number) result.number = *left.number + (plus ? *right.number : -*right.number);
    std::string name = plus ? "sum" : "difference";
    if (result.money) draft_.value(name, *result.money);
    if (result.number) draft_.value(name, *result.number);
    if (plan_.yes_or_no && !plus) draft_.say(holds(result) ? "Yes." : "No.");
    std::string outcome =
        left.unit == Unit::rate ? fmt::format("{:.1f} percentage points", *result.number * 100) : text(result);
    draft_.say(fmt::format("{} {} {} {} {} = {}.", left.title, text(left), plus ? "+" : "-", right.title, text(right),
                           outcome));
    if (!plus) tell_what_makes_it();
    draft_.part(Answered::yes);
  }

  // Gross and net figures differ by the corrections, which are named where they are few.
  void tell_what_makes_it() {
    constexpr std::size_t kNamedMax = 8;
    const auto is = [&](Metric one, Metric other) {
      const Arithmetic& asked = *plan_.arithmetic;
      return (asked.left == one && asked.right == other) || (asked.left == other && asked.right == one);
    };
    const bool of_calls = is(Metric::total_calls, Metric::pic);
    const bool of_distributions = is(Metric::gross_distributions, Metric::total_distributions);
    if ((!of_calls && !of_distributions) || !plan_.rows.periods.empty()) return;
    RowChoice choice{.kinds = {RowKind::adjustment},
                     .corrects = of_calls ? RowKind::capital_call : RowKind::distribution};
    const auto rows = chosen_rows(task_.basis, fund_, choice);
    if (rows.empty() || rows.size() > kNamedMax) return;
    draft_.say(fmt::format("It comes of {}: {}.", counted(rows.size(), "adjustment", "adjustments"),
                           list_text(draft_.ledger(), rows)));
    draft_.cite(rows);
  }

  bool holds(const Figure& difference) const {
    double by = difference.money ? static_cast<double>(difference.money->minor()) : *difference.number;
    return plan_.has(Term::lower) ? by < 0 : by > 0;
  }

  void divide(const Figure& left, const Figure& right) {
    double below = right.money ? static_cast<double>(right.money->minor()) : *right.number;
    if (below == 0) return refuse(fmt::format("The {} is nil, so nothing can be divided by it.", right.title));
    double by = (left.money ? static_cast<double>(left.money->minor()) : *left.number) / below;
    draft_.value("share", by);
    draft_.say(fmt::format("{} {} / {} {} = {} ({}).", left.title, text(left), right.title, text(right),
                           multiple_text(by), percent_text(by)));
    draft_.part(Answered::yes);
  }

  const Task& task_;
  const Plan& plan_;
  std::size_t fund_;
  AnswerDraft& draft_;
  MetricSet metrics_;
};

}  // namespace

void answer_arithmetic(const Task& task, AnswerDraft& draft) {
  tell_each_fund(task, draft, [&](std::size_t fund) { Reckoning(task, fund, draft).give(); });
}

}  // namespace dossier::funds
