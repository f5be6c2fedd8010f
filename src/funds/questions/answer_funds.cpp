#include "funds/ledger/phrasing.h"
#include "funds/ledger/row_events.h"
#include "funds/questions/answering.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

struct Standing {
  std::size_t fund;
  MetricValue value = {};
  double size = 0;
  std::string text = {};
};

std::optional<double> size_of(const MetricValue& value, Currency currency) {
  if (value.money) return value.money->to_double(currency.minor_digits());
  return value.number;
}

// "The most recent distribution": the day decides, not the amount.
bool picks_by_day(const Plan& plan) {
  return plan.measure == Measure::latest || plan.measure == Measure::earliest;
}

// Amounts of different currencies have no order, days and numbers of rows have one.
bool comparable(const Task& task, Metric metric) {
  bool of_days = task.plan.single_row && picks_by_day(task.plan);
  if (unit_of(metric) != Unit::money || task.plan.whole || task.plan.measure == Measure::count || of_days) return true;
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

// Funds are ordered by rows of theirs, not by a figure, where the question narrows the rows or measures them otherwise
// than by their sum: "which fund called more in 2021", "which paid the larger dividends", "made the most calls".
bool orders_rows(const Plan& plan, Metric metric) {
  bool flow = metric == Metric::total_calls || metric == Metric::pic || metric == Metric::total_distributions;
  RowChoice beyond_bound = plan.rows;
  beyond_bound.amounts = {};  // a limit bounds the order, not the rows
  bool measured = plan.measure == Measure::count || plan.measure == Measure::average || plan.single_row;
  return flow && (beyond_bound.narrowed() || measured);
}

Standing standing_by_rows(const Task& task, std::size_t fund, Metric metric) {
  const Ledger& ledger = task.basis.fund(fund).ledger;
  RowChoice choice = task.plan.rows;
  choice.amounts = {};
  bool calls = metric == Metric::total_calls || metric == Metric::pic;
  if (choice.kinds.empty() && choice.parts.empty() && choice.words.empty())
    choice.kinds = {calls ? RowKind::capital_call : RowKind::distribution};
  Standing one{fund, {.metric = metric}};
  one.value.rows = chosen_rows(task.basis, fund, choice);
  if (task.plan.single_row) one.value.rows = extreme_rows(ledger, one.value.rows, task.plan);
  auto events = events_of(ledger, one.value.rows);
  if (task.plan.measure == Measure::count) {
    one.size = static_cast<double>(events.size());
    one.value.number = one.size;
    one.text = std::to_string(events.size());
    return one;
  }
  if (task.plan.single_row && picks_by_day(task.plan) && !events.empty()) {
    const Transaction& row = ledger.transactions[events.front()[0]];
    one.size = static_cast<double>(row.date.days_since_epoch());
    one.value.money = amount_of(ledger, events.front());
    one.text = fmt::format("{} ({})", date_text(row.date), money_text(*one.value.money, ledger.currency));
    return one;
  }
  Money sum = sum_of(ledger, one.value.rows);
  if (task.plan.single_row && !events.empty()) sum = amount_of(ledger, events.front());
  if (task.plan.measure == Measure::average && !events.empty()) sum = divided(sum, events.size());
  one.value.money = sum;
  one.size = sum.to_double(ledger.currency.minor_digits());
  one.text = money_text(sum, ledger.currency);
  return one;
}

// A multiple or rate as the report prints it, where that is asked for or nothing can be computed.
std::optional<Standing> printed_standing(const Task& task, std::size_t fund, const MetricValue& value) {
  const auto& checks = task.basis.fund(fund).checks;
  auto check = std::find_if(checks.begin(), checks.end(), [&](auto& one) { return one.metric == value.metric; });
  // Computed and printed figures are not mixed in one order, unless the printed ones are asked for.
  bool none_known = std::none_of(task.funds.begin(), task.funds.end(), [&](std::size_t other) {
    return task.basis.fund(other).metrics[value.metric].known();
  });
  if (!(task.plan.has(Term::printed) || none_known) || task.plan.whole || !task.plan.rows.periods.empty() ||
      check == checks.end() || !check->reported_number)
    return std::nullopt;
  Standing one{fund, {.metric = value.metric, .number = check->reported_number}, *check->reported_number};
  one.value.places = {check->place};
  one.text = fmt::format("{} (as printed{})", check->printed,
                         value.known() ? "" : ", not to be computed here: " + value.reason);
  return one;
}

// What the funds are ordered by: "distributions in 2021", "number of capital calls", "TVPI".
std::string order_title(const Task& task, Metric metric) {
  if (!orders_rows(task.plan, metric)) return std::string(title_of(metric));
  RowChoice choice = task.plan.rows;
  choice.amounts = {};
  std::string rows = choice_text(choice, task.basis.fund(task.funds.front()).ledger.currency, !task.plan.single_row);
  if (task.plan.measure == Measure::count) return "number of " + rows;
  if (task.plan.measure == Measure::average) return "average of " + rows;
  if (!task.plan.single_row) return rows;
  if (picks_by_day(task.plan)) return (task.plan.measure == Measure::latest ? "latest " : "first ") + rows;
  return (task.plan.measure == Measure::smallest ? "smallest " : "largest ") + rows;
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

std::string difference_text(const MetricValue& one, const MetricValue& other, const AnswerDraft& draft) {
  if (one.money && other.money) return draft.money(*one.money - *other.money);
  double by = std::abs(*one.number - *other.number);
  if (unit_of(one.metric) == Unit::money) return fmt::format("{:.0f}", by);  // a number of rows
  return unit_of(one.metric) == Unit::multiple ? multiple_text(by) : fmt::format("{:.1f} percentage points", by * 100);
}

// The plain mean of the funds' figures, which is not the figure of all of them as one.
void tell_mean(const std::vector<Standing>& standings, AnswerDraft& draft) {
  if (standings.empty()) return;
  double sum = 0;
  for (const Standing& one : standings) sum += one.size;
  const double mean = sum / static_cast<double>(standings.size());
  MetricValue value{.metric = standings.front().value.metric};
  if (unit_of(value.metric) == Unit::money) {
    Money total;
    for (const Standing& one : standings) total += *one.value.money;
    value.money = divided(total, standings.size());
  } else {
    value.number = mean;
  }
  draft.say(
      fmt::format("Their plain average is {}; pooled as one fund it would be another figure.", draft.text_of(value)));
  draft.value("average", mean);
}

void rank_by(const Task& task, Metric metric, AnswerDraft& draft) {
  std::vector<Standing> standings;
  std::vector<std::string> unknown;
  bool as_printed = false;  // some figure cannot be computed and is taken as printed
  for (std::size_t fund : task.funds) {
    if (orders_rows(task.plan, metric)) {
      standings.push_back(standing_by_rows(task, fund, metric));
      continue;
    }
    MetricSet metrics = metrics_for(task, fund);
    MetricValue value = metrics[metric];
    const Ledger& ledger = task.basis.fund(fund).ledger;
    if (auto printed = printed_standing(task, fund, value)) {
      standings.push_back(*printed);
      as_printed = as_printed || !task.plan.has(Term::printed);
      continue;
    }
    if (task.plan.whole) {
      const MetricValue& whole = metrics[*task.plan.whole];
      auto share = value.money && whole.money ? ratio(*value.money, *whole.money) : std::nullopt;
      if (share) {
        std::string text = fmt::format("{} ({})", percent_text(*share), value_text(value, ledger.currency));
        standings.push_back({fund, value, *share, text});
        continue;
      }
    }
    if (auto size = size_of(value, ledger.currency)) {
      standings.push_back({fund, value, *size, value_text(value, ledger.currency)});
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
    parts.push_back(fmt::format("{} {}", task.basis.fund(one.fund).ledger.name, one.text));
  }
  tell_whether(task, standings, draft);
  if (!standings.empty()) {
    std::string time = orders_rows(task.plan, metric) ? "" : task.plan.rows.periods.text();
    if (const auto nth = static_cast<std::size_t>(task.plan.nth); nth > 1 && !task.plan.single_row)
      draft.say(nth > parts.size() ? fmt::format("There are only {} funds to order.", parts.size())
                                   : fmt::format("{} is {}.", nth == 2 ? "Second" : "Third", parts[nth - 1]));
    draft.say(fmt::format("By {}{}, {} first: {}.", order_title(task, metric), time.empty() ? "" : " " + time,
                          task.plan.ascending ? "lowest" : "highest", joined(parts, "then")));
  }
  if (task.plan.measure == Measure::average && !orders_rows(task.plan, metric)) tell_mean(standings, draft);
  for (const Standing& one : standings) {
    draft.about(one.fund, true);
    draft.value(one.value);
    draft.cite(one.value);
  }
  draft.about(task.funds.front(), false);
  if (task.plan.has(Term::difference) && standings.size() == 2 && !bounded) {
    double by = std::abs(standings[0].size - standings[1].size);
    draft.say(fmt::format("The difference is {}.", difference_text(standings[0].value, standings[1].value, draft)));
    draft.value("difference", by);
  }
  if (!unknown.empty()) draft.say(fmt::format("Not known for {}.", joined(unknown)));
  if (as_printed) draft.part(Answered::partly);
  draft.part(known == task.funds.size() ? Answered::yes : known == 0 ? Answered::no : Answered::partly);
}

// "Which fund is the oldest?": by the vintage year printed.
void order_by_vintage(const Task& task, AnswerDraft& draft) {
  std::vector<std::size_t> known;
  std::vector<std::string> parts, unknown;
  for (std::size_t fund : task.funds) {
    const Ledger& ledger = task.basis.fund(fund).ledger;
    ledger.vintage_year ? known.push_back(fund) : unknown.push_back(ledger.name);
  }
  std::stable_sort(known.begin(), known.end(), [&](std::size_t a, std::size_t b) {
    int one = *task.basis.fund(a).ledger.vintage_year, other = *task.basis.fund(b).ledger.vintage_year;
    return task.plan.ascending ? one < other : one > other;
  });
  for (std::size_t fund : known) {
    const Ledger& ledger = task.basis.fund(fund).ledger;
    draft.about(fund, true);
    draft.value("vintage_year", static_cast<double>(*ledger.vintage_year));
    auto where = task.basis.passages(std::to_string(*ledger.vintage_year), 1);
    if (!where.empty()) draft.cite(where.front().passage->place, where.front().passage->text);
    parts.push_back(fmt::format("{} {}", ledger.name, *ledger.vintage_year));
  }
  draft.about(task.funds.front(), false);
  if (!parts.empty())
    draft.say(fmt::format("By vintage year, {} first: {}.", task.plan.ascending ? "earliest" : "latest",
                          joined(parts, "then")));
  if (!unknown.empty()) draft.say(fmt::format("Not printed for {}.", joined(unknown)));
  draft.part(parts.empty() ? Answered::no : unknown.empty() ? Answered::yes : Answered::partly);
}

}  // namespace

void answer_fund_order(const Task& task, AnswerDraft& draft) {
  if (task.plan.fact == Term::vintage && task.plan.metrics.empty() && task.several())
    return order_by_vintage(task, draft);
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
          order_title(task, metric)));
      for (std::size_t fund : task.funds) {
        draft.about(fund, true);
        if (!orders_rows(task.plan, metric)) {
          tell_metric(task, fund, metric, metrics_for(task, fund), draft);
          continue;
        }
        Standing one = standing_by_rows(task, fund, metric);
        draft.say(fmt::format("{}: {}.", order_title(task, metric), one.text));
        draft.value(one.value);
        draft.cite(one.value);
      }
      draft.part(Answered::partly);
    }
  }
}

}  // namespace dossier::funds
