#include "funds/questions/answer_rows.h"

#include "funds/ledger/phrasing.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

Money middle_of(const Ledger& ledger, const std::vector<RowEvent>& events) {
  std::vector<Money> amounts;
  for (const RowEvent& event : events) amounts.push_back(amount_of(ledger, event));
  std::sort(amounts.begin(), amounts.end());
  std::size_t half = amounts.size() / 2;
  if (amounts.size() % 2 == 1) return amounts[half];
  return Money::of_minor((amounts[half - 1].minor() + amounts[half].minor()) / 2);
}

std::string measure_name(const Plan& plan) {
  std::string name;
  switch (plan.measure) {
    case Measure::largest: name = "largest"; break;
    case Measure::smallest: name = "smallest"; break;
    case Measure::latest: name = "latest"; break;
    case Measure::earliest: name = "first"; break;
    default: break;
  }
  if (plan.nth == 2) name = plan.measure == Measure::earliest ? "second" : "second " + name;
  if (plan.nth == 3) name = plan.measure == Measure::earliest ? "third" : "third " + name;
  return name;
}

// Sums over everything are metrics, with their corrections and printed figures.
bool whole_fund_metric(const RowsAsked& asked) {
  if (asked.plan.measure != Measure::sum || asked.plan.rows.narrowed() || asked.ledger.transactions.empty())
    return false;
  std::vector<Metric> metrics;
  for (RowKind kind : asked.plan.rows.kinds) {
    if (kind == RowKind::adjustment) return false;
    Metric distributions = asked.plan.has(Term::gross) ? Metric::gross_distributions : Metric::total_distributions;
    metrics.push_back(kind == RowKind::capital_call ? Metric::total_calls : distributions);
  }
  if (metrics.empty()) metrics = {Metric::total_calls, Metric::total_distributions, Metric::net_cash};
  for (Metric metric : metrics)
    tell_metric(asked.task, asked.fund, metric, asked.task.basis.fund(asked.fund).metrics, asked.draft);
  return true;
}

// "Excluding reversals" where there are none: said, so that nobody takes the figure for another.
void tell_what_leaves_nothing_out(const RowsAsked& asked) {
  for (const RowChoice& out : asked.plan.rows.without) {
    RowChoice within = asked.plan.rows;
    within.without.clear();
    auto rows = chosen_rows(asked.task.basis, asked.fund, within);
    auto left_out = chosen_rows(asked.task.basis, asked.fund, out);
    bool any = std::any_of(rows.begin(), rows.end(), [&](std::size_t row) {
      return std::find(left_out.begin(), left_out.end(), row) != left_out.end();
    });
    bool silent = out.recallable && std::any_of(rows.begin(), rows.end(), [&](std::size_t row) {
                    return !asked.ledger.transactions[row].recallable;
                  });
    if (!any && silent) {
      asked.draft.say("The rows do not say which of them are recallable, so none could be left out.");
      asked.draft.part(Answered::no);
    } else if (!any) {
      asked.draft.say(
          fmt::format("Nothing had to be left out: none of them are {}.", choice_text(out, asked.ledger.currency)));
    }
  }
}

// "Was every call below $2m?"
void whether_all(const RowsAsked& asked) {
  RowChoice all;
  all.kinds = asked.plan.rows.kinds;
  all.periods = asked.plan.rows.periods;
  auto whole = chosen_rows(asked.task.basis, asked.fund, all);
  std::string of =
      fmt::format("{} of {}", asked.events.size(),
                  counted(events_of(asked.ledger, whole).size(), choice_text(all, asked.ledger.currency, false),
                          choice_text(all, asked.ledger.currency)));
  asked.draft.say(fmt::format("{} {} are so: {}.", asked.rows.size() == whole.size() ? "Yes." : "No.", of,
                              list_text(asked.ledger, asked.rows)));
  asked.draft.value("count", static_cast<double>(asked.events.size()));
  asked.draft.value("of", static_cast<double>(events_of(asked.ledger, whole).size()));
  asked.give(asked.rows);
}

// "Is call 4 bigger than call 5", "the difference between call 4 and call 5".
void tell_two_against_each_other(const RowsAsked& asked) {
  bool asks = asked.plan.rows.numbers.size() == 2 && asked.events.size() == 2 &&
              asked.plan.has_any({Term::difference, Term::higher, Term::lower, Term::compare});
  if (!asks) return;
  bool in_order = asked.plan.rows.numbers[0] <= asked.plan.rows.numbers[1];
  Money first = amount_of(asked.ledger, asked.events[in_order ? 0 : 1]),
        second = amount_of(asked.ledger, asked.events[in_order ? 1 : 0]);
  Money by = first - second;
  std::string which = by.zero()
                          ? "They are equal."
                          : fmt::format("The {} of them is larger by {}.",
                                        by.negative() ? "second named" : "first named", asked.draft.money(by.abs()));
  asked.draft.say(which);
  asked.draft.value("difference", by.abs());
}

void listed(const RowsAsked& asked) {
  bool compares = asked.plan.rows.numbers.size() == 2 && asked.plan.has_any({Term::higher, Term::lower});
  std::string opening = asked.plan.yes_or_no && !compares ? "Yes, " : "";
  asked.draft.say(
      fmt::format("{}{}: {}.", opening,
                  counted(asked.events.size(), choice_text(asked.plan.rows, asked.ledger.currency, false), asked.what),
                  list_text(asked.ledger, asked.rows)));
  if (asked.rows.size() > 1 && asked.plan.rows.kinds.size() == 1) {
    Money total = sum_of(asked.ledger, asked.rows);
    asked.draft.say(fmt::format("Together {}.", asked.draft.money(total)));
    asked.draft.value("sum", total);
  }
  tell_parts_mixed(asked);
  tell_two_against_each_other(asked);
  asked.give(asked.rows);
}

void count(const RowsAsked& asked) {
  asked.draft.say(fmt::format(
      "{}: {}.", counted(asked.events.size(), choice_text(asked.plan.rows, asked.ledger.currency, false), asked.what),
      list_text(asked.ledger, asked.rows)));
  asked.draft.value("count", static_cast<double>(asked.events.size()));
  bool sum_too = asked.plan.has_any({Term::sum, Term::how_much}) && asked.plan.rows.kinds.size() == 1;
  if (sum_too) {
    Money total = sum_of(asked.ledger, asked.rows);
    asked.draft.say(fmt::format("Together {}.", asked.draft.money(total)));
    asked.draft.value("sum", total);
  }
  asked.give(asked.rows);
}

void average(const RowsAsked& asked, std::string_view name, Money value) {
  asked.draft.say(fmt::format("The {} of the {} is {} ({}).", name, asked.what, asked.draft.money(value),
                              counted(asked.events.size(), "row", "rows")));
  asked.draft.value(std::string(name), value);
  asked.give(asked.rows);
}

void extremes(const RowsAsked& asked, Measure measure) {
  Plan pick = asked.plan;
  pick.measure = measure;
  auto chosen = extreme_rows(asked.ledger, asked.rows, pick);
  if (chosen.empty()) {
    asked.draft.say(fmt::format(
        "There are only {}.",
        counted(asked.rows.size(), choice_text(asked.plan.rows, asked.ledger.currency, false), asked.what)));
    asked.draft.part(Answered::yes);
    return;
  }
  bool one = events_of(asked.ledger, chosen).size() == 1;
  const std::size_t picked = events_of(asked.ledger, chosen).size();
  const std::string among =
      one || picked == asked.events.size() ? "" : fmt::format(" ({} of {})", picked, asked.events.size());
  asked.draft.say(fmt::format("The {} {}{}: {}.", measure_name(pick),
                              choice_text(asked.plan.rows, asked.ledger.currency, !one), among,
                              list_text(asked.ledger, chosen)));
  if (one) {
    asked.draft.value("amount", sum_of(asked.ledger, chosen));
    asked.draft.value("date", asked.ledger.transactions[chosen[0]].date.iso());
  }
  if (!one && asked.plan.has_any({Term::sum, Term::how_much})) {  // "the total of the two largest calls"
    asked.draft.say(fmt::format("Together {}.", asked.draft.money(sum_of(asked.ledger, chosen))));
    asked.draft.value("sum", sum_of(asked.ledger, chosen));
  }
  asked.give(chosen);
}

void tell(const RowsAsked& asked, Measure measure) {
  switch (measure) {
    case Measure::none: return listed(asked);
    case Measure::count: return count(asked);
    case Measure::sum: return tell_sum(asked);
    case Measure::average:
      return average(asked, "average", divided(sum_of(asked.ledger, asked.rows), asked.events.size()));
    case Measure::interval: return tell_interval(asked);
    case Measure::median: return average(asked, "median", middle_of(asked.ledger, asked.events));
    default: return extremes(asked, measure);
  }
}

// "The largest distribution minus the smallest".
void tell_between_picks(const RowsAsked& asked) {
  const auto& measures = asked.plan.measures;
  bool asks = measures.size() == 2 && asked.plan.has_any({Term::difference, Term::minus}) && picks_rows(measures[0]) &&
              picks_rows(measures[1]);
  if (!asks) return;
  std::vector<Money> amounts;
  for (Measure measure : measures) {
    Plan pick = asked.plan;
    pick.measure = measure;
    auto events = events_of(asked.ledger, extreme_rows(asked.ledger, asked.rows, pick));
    if (events.empty()) return;
    amounts.push_back(amount_of(asked.ledger, events.front()));
  }
  asked.draft.say(fmt::format("The difference is {}.", asked.draft.money(amounts[0] - amounts[1])));
  asked.draft.value("difference", amounts[0] - amounts[1]);
}

// "Is $8.4m the largest call?": the largest of all, and whether it is that amount.
bool claims_a_pick(const Plan& plan) {
  const AmountLimits& limits = plan.rows.amounts;
  return plan.yes_or_no && picks_rows(plan.measure) && limits.least && limits.most && *limits.least == *limits.most;
}

void tell_claimed_pick(RowsAsked asked) {
  Plan pick = asked.plan;
  pick.rows.amounts = {};
  pick.yes_or_no = false;
  const auto rows = chosen_rows(asked.task.basis, asked.fund, pick.rows);
  const auto picked = extreme_rows(asked.ledger, rows, pick);
  const auto claimed = chosen_rows(asked.task.basis, asked.fund, asked.plan.rows);
  const bool holds = std::any_of(picked.begin(), picked.end(), [&](std::size_t row) {
    return std::find(claimed.begin(), claimed.end(), row) != claimed.end();
  });
  asked.draft.say(holds ? "Yes." : "No.");
  asked.rows = rows;
  asked.events = events_of(asked.ledger, rows);
  extremes({asked.task, pick, asked.fund, asked.draft, asked.ledger, asked.rows, asked.events, asked.what},
           pick.measure);
}

// Calls and distributions have no average together.
bool averages_of_both(const Plan& plan) {
  const auto& kinds = plan.rows.kinds;
  const auto has = [&](RowKind kind) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); };
  const bool averages = plan.measure == Measure::average || plan.measure == Measure::median;
  return averages && plan.measures.empty() && has(RowKind::capital_call) && has(RowKind::distribution);
}

void answer_for_fund(RowsAsked asked) {
  const Plan& plan = asked.plan;
  if (averages_of_both(plan)) {
    for (RowKind kind : plan.rows.kinds) {
      Plan one = plan;
      one.rows.kinds = {kind};
      answer_for_fund({asked.task, one, asked.fund, asked.draft, asked.ledger});
    }
    return;
  }
  if (claims_a_pick(plan)) return tell_claimed_pick(asked);
  asked.rows = chosen_rows(asked.task.basis, asked.fund, plan.rows);
  if (plan.picked) {
    Plan pick = plan;
    pick.measure = *plan.picked;
    asked.rows = extreme_rows(asked.ledger, asked.rows, pick);
    asked.what = fmt::format("{} {} ", measure_name(pick), plan.top);
  }
  asked.events = events_of(asked.ledger, asked.rows);
  asked.what += choice_text(plan.rows, asked.ledger.currency);
  if (!ledger_holds_the_time(asked) || whole_fund_metric(asked)) return;
  if (asked.rows.empty()) return tell_no_rows(asked);
  if (plan.every) return whether_all(asked);
  tell_what_leaves_nothing_out(asked);
  if (counts_numbers(asked.ledger, plan.rows)) {
    asked.draft.say("The document numbers none of them; counted by date:");
    asked.draft.part(Answered::partly);
  }
  if (plan.measures.empty()) return tell(asked, plan.measure);
  for (Measure measure : plan.measures) tell(asked, measure);
  tell_between_picks(asked);
}

}  // namespace

void answer_rows(const Task& task, AnswerDraft& draft) {
  const auto funds = funds_asked_for(task);
  for (std::size_t fund : funds) {
    draft.about(fund, task.several());
    answer_for_fund({task, task.plan, fund, draft, task.basis.fund(fund).ledger});
  }
  if (funds.size() > 1) tell_together(task, draft);
}

}  // namespace dossier::funds
