#include "funds/answering.h"
#include "funds/phrasing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

struct Standing {
  std::size_t fund;
  MetricValue value;
  double size;
};

std::optional<double> size_of(const MetricValue& value, Currency currency) {
  if (value.money) return value.money->to_double(currency.minor_digits());
  return value.number;
}

// Amounts of different currencies have no order.
bool comparable(const Task& task, Metric metric) {
  if (unit_of(metric) != Unit::money) return true;
  Currency first = task.basis.fund(task.funds.front()).ledger.currency;
  return std::all_of(task.funds.begin(), task.funds.end(),
                     [&](std::size_t fund) { return task.basis.fund(fund).ledger.currency == first; });
}

// "Which funds have a negative IRR", "funds with a TVPI above 1.5x": only those.
bool is_bounded(const Plan& plan) {
  bool mark = plan.mark && plan.mark->bound != Bound::none;
  return mark || !plan.rows.amounts.empty() || plan.has_any({Term::negative, Term::positive});
}

bool within(const Plan& plan, double size) {
  if (plan.has(Term::negative)) return size < 0;
  if (plan.has(Term::positive)) return size > 0;
  return plan.mark ? compares(plan.mark->bound, size, plan.mark->value) : plan.rows.amounts.admit(size);
}

// What was called or distributed in the time asked for: not what had been up to its end.
std::optional<MetricValue> flows_of_the_time(const Task& task, std::size_t fund, Metric metric) {
  bool calls = metric == Metric::total_calls || metric == Metric::pic;
  const Periods& periods = task.plan.rows.periods;
  if ((!calls && metric != Metric::total_distributions) || periods.ranges.empty()) return std::nullopt;
  RowChoice choice{.kinds = {calls ? RowKind::capital_call : RowKind::distribution}, .periods = periods};
  MetricValue value{.metric = metric};
  value.rows = chosen_rows(task.basis, fund, choice);
  value.money = sum_of(task.basis.fund(fund).ledger, value.rows);
  return value;
}

// "Did Harbor call more than Quillon?": the first named against the second.
void tell_whether(const Task& task, const std::vector<Standing>& standings, AnswerDraft& draft) {
  const auto& named = task.plan.named.funds;
  bool asks = task.plan.yes_or_no && named.size() == 2 && standings.size() == 2 &&
              task.plan.has_any({Term::higher, Term::lower});
  if (!asks) return;
  auto size = [&](std::size_t fund) { return standings[standings[0].fund == fund ? 0 : 1].size; };
  bool holds = task.plan.has(Term::lower) ? size(named[0]) < size(named[1]) : size(named[0]) > size(named[1]);
  draft.say(holds ? "Yes." : "No.");
}

void rank_by(const Task& task, Metric metric, AnswerDraft& draft) {
  std::vector<Standing> standings;
  std::vector<std::string> unknown;
  for (std::size_t fund : task.funds) {
    MetricSet metrics = metrics_for(task, fund);
    MetricValue value = flows_of_the_time(task, fund, metric).value_or(metrics[metric]);
    const Ledger& ledger = task.basis.fund(fund).ledger;
    if (auto size = size_of(value, ledger.currency)) {
      standings.push_back({fund, value, *size});
    } else {
      unknown.push_back(fmt::format("{} ({})", ledger.name, value.reason));
    }
  }
  std::stable_sort(standings.begin(), standings.end(), [&](const Standing& a, const Standing& b) {
    return task.plan.ascending ? a.size < b.size : a.size > b.size;
  });
  std::size_t known = standings.size();
  bool bounded = is_bounded(task.plan);
  if (bounded) std::erase_if(standings, [&](const Standing& one) { return !within(task.plan, one.size); });
  if (bounded && standings.empty()) draft.say(fmt::format("None of the funds, by {}.", title_of(metric)));
  std::vector<std::string> parts;
  for (const Standing& one : standings) {
    draft.about(one.fund, false);
    parts.push_back(fmt::format("{} {}", draft.ledger().name, draft.text_of(one.value)));
  }
  tell_whether(task, standings, draft);
  if (!standings.empty()) {
    std::string time = task.plan.rows.periods.text();
    draft.say(fmt::format("By {}{}, {} first: {}.", title_of(metric), time.empty() ? "" : " " + time,
                          task.plan.ascending ? "lowest" : "highest", joined(parts, "then")));
  }
  for (const Standing& one : standings) {
    draft.about(one.fund, true);
    draft.value(one.value);
    draft.cite(one.value);
  }
  draft.about(task.funds.front(), false);
  if (task.plan.has(Term::difference) && standings.size() == 2 && !bounded) {
    double by = std::abs(standings[0].size - standings[1].size);
    draft.say(
        fmt::format("The difference is {}.", unit_of(metric) == Unit::multiple ? multiple_text(by)
                                             : unit_of(metric) == Unit::rate
                                                 ? fmt::format("{:.1f} percentage points", by * 100)
                                                 : draft.money(*standings[0].value.money - *standings[1].value.money)));
    draft.value("difference", by);
  }
  if (!unknown.empty()) draft.say(fmt::format("Not known for {}.", joined(unknown)));
  draft.part(known == task.funds.size() ? Answered::yes : known == 0 ? Answered::no : Answered::partly);
}

}  // namespace

void answer_fund_order(const Task& task, AnswerDraft& draft) {
  // "And the DPI of Harbor?" after a ranking asks for the figure, not for an order of one.
  if (task.funds.size() == 1 && task.basis.analysis().funds.size() > 1) return answer_metric(task, draft);
  draft.about(task.funds.front(), false);
  if (task.funds.size() < 2) {
    draft.say(fmt::format("Only {} is loaded, so there is nothing to compare it with. Load the report of another fund.",
                          draft.ledger().name));
    draft.part(Answered::no);
    for (Metric metric : task.plan.metrics) {
      const MetricValue& value = task.basis.fund(task.funds.front()).metrics[metric];
      if (value.known()) draft.say(fmt::format("Its {} is {}.", title_of(metric), draft.text_of(value)));
    }
    return;
  }
  for (Metric metric : task.plan.metrics) {
    if (comparable(task, metric)) {
      rank_by(task, metric, draft);
    } else {
      draft.say(fmt::format(
          "The {} of these funds is in different currencies, which cannot be compared without an exchange rate.",
          title_of(metric)));
      for (std::size_t fund : task.funds) {
        draft.about(fund, true);
        tell_metric(task, fund, metric, metrics_for(task, fund), draft);
      }
      draft.part(Answered::partly);
    }
  }
}

}  // namespace dossier::funds
