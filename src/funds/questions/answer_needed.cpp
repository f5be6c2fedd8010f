#include "funds/ledger/phrasing.h"
#include "funds/questions/answering.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

Money times(Money amount, double factor) {
  return Money::of_minor(static_cast<Money::Minor>(std::llround(static_cast<double>(amount.minor()) * factor)));
}

// "It is $5m: it would have to fall by $1m, 20 %."
void tell_way_to(Money needed, Money nav, AnswerDraft& draft) {
  Money by = needed - nav;
  auto share = ratio(by.abs(), nav);
  if (by.zero() || !share) return draft.say(fmt::format("It is {}.", draft.money(nav)));
  draft.say(fmt::format("It is {}: it would have to {} by {} ({}).", draft.money(nav), by.negative() ? "fall" : "rise",
                        draft.money(by.abs()), percent_text(*share)));
  draft.value("change", by);
  draft.value("change_share", by.negative() ? -*share : *share);
}

// The NAV that gives all flows together the rate: what was paid and received, each carried to the last day at it.
void tell_nav_for_rate(const Task& task, std::size_t fund, AnswerDraft& draft) {
  MetricSet metrics = metrics_for(task, fund);
  const double rate = task.plan.mark->value;
  auto flows = metrics.as_of ? cash_flows(draft.ledger(), *metrics.as_of, std::nullopt) : std::vector<DatedFlow>{};
  if (flows.empty() || rate <= -1) {
    draft.say("That cannot be reckoned: the documents hold no dated cash flows of this fund.");
    return draft.part(Answered::no);
  }
  double carried = 0;
  for (const DatedFlow& flow : flows)
    carried -= flow.amount * std::pow(1 + rate, static_cast<double>(*metrics.as_of - flow.date) / 365.0);
  Money needed = Money::of_minor(static_cast<Money::Minor>(std::llround(std::max(carried, 0.0))));
  draft.say(fmt::format("For a net IRR of {} the NAV would have to be {}.", percent_text(rate), draft.money(needed)));
  if (auto nav = metrics[Metric::nav].money) {
    tell_way_to(needed, *nav, draft);
    draft.value(metrics[Metric::nav]);
  }
  draft.value("nav_needed", needed);
  draft.cite(metrics[Metric::net_cash]);
  draft.part(Answered::yes);
}

// What must still happen for a multiple to come to a mark: distributions for the DPI, value for the others.
void tell_needed(const Task& task, std::size_t fund, AnswerDraft& draft) {
  MetricSet metrics = metrics_for(task, fund);
  const auto& asked = task.plan.metrics;
  auto wants = [&](Metric metric) { return std::find(asked.begin(), asked.end(), metric) != asked.end(); };
  Metric target = wants(Metric::tvpi) || wants(Metric::moic) ? Metric::tvpi
                  : wants(Metric::rvpi)                      ? Metric::rvpi
                                                             : Metric::dpi;
  const auto &pic = metrics[Metric::pic].money, &distributed = metrics[Metric::total_distributions].money;
  if (!pic || !distributed) {
    draft.say(fmt::format("That cannot be reckoned because {}.", metrics[Metric::pic].reason));
    draft.part(Answered::no);
    return;
  }
  double mark = task.plan.mark ? task.plan.mark->value : 1.0;
  Money goal = times(*pic, mark);
  Money needed = target == Metric::rvpi ? goal : goal - *distributed;
  std::string what = target == Metric::dpi ? "distributions" : "NAV";
  if (!(needed > Money())) {
    draft.say(metrics[target].known()
                  ? fmt::format("None: the {} is already {}.", title_of(target), draft.text_of(metrics[target]))
                  : fmt::format("None: the {} distributed are more than {} of the {} paid in.",
                                draft.money(*distributed), multiple_text(mark), draft.money(*pic)));
  } else if (target == Metric::dpi) {
    draft.say(fmt::format(
        "Another {} of distributions, if nothing more is called: {} of the {} paid in, less {} distributed so far.",
        draft.money(needed), multiple_text(mark), draft.money(*pic), draft.money(*distributed)));
  } else {
    draft.say(fmt::format("For a {} of {} the NAV would have to be {}.", title_of(target), multiple_text(mark),
                          draft.money(needed)));
    if (auto nav = metrics[Metric::nav].money) {
      tell_way_to(needed, *nav, draft);
      draft.value(metrics[Metric::nav]);
    }
  }
  draft.value(target == Metric::dpi ? "distributions_needed" : "nav_needed", needed > Money() ? needed : Money());
  draft.value(metrics[target]);
  draft.cite(metrics[target].known() ? metrics[target] : metrics[Metric::pic]);
  draft.part(Answered::yes);
}

void tell_low_point(const Task& task, std::size_t fund, AnswerDraft& draft) {
  auto points = running(draft.ledger(), task.basis.fund(fund).metrics.as_of);
  if (points.empty()) {
    draft.say("The documents hold no dated transactions of this fund.");
    draft.part(Answered::no);
    return;
  }
  auto lowest =
      std::min_element(points.begin(), points.end(), [](auto& a, auto& b) { return a.net_cash < b.net_cash; });
  draft.say(fmt::format("Net cash was lowest on {}, at {}: the low point of the J-curve up to now. It stands at {}.",
                        date_text(lowest->date), draft.money(lowest->net_cash), draft.money(points.back().net_cash)));
  draft.value("date", lowest->date.iso());
  draft.value("net_cash_lowest", lowest->net_cash);
  draft.value("net_cash", points.back().net_cash);
  draft.cite(task.basis.fund(fund).metrics[Metric::net_cash]);
  draft.part(Answered::yes);
}

void tell_age(const Task& task, std::size_t fund, AnswerDraft& draft) {
  const Ledger& ledger = draft.ledger();
  auto until = task.basis.fund(fund).metrics.as_of;
  auto first = std::min_element(ledger.transactions.begin(), ledger.transactions.end(),
                                [](auto& a, auto& b) { return a.date < b.date; });
  if (!until || first == ledger.transactions.end()) {
    draft.say("The documents hold no dated transactions of this fund.");
    draft.part(Answered::no);
    return;
  }
  double years = (*until - first->date) / 365.25;
  draft.say(fmt::format("{:.1f} years from the first cash flow on {} to {}.", years, date_text(first->date),
                        date_text(*until)));
  draft.value("years", years);
  draft.cite(first->place, row_text(*first, ledger.currency));
  draft.part(Answered::yes);
}

}  // namespace

void answer_needed(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    bool of_rate = task.plan.metrics == std::vector{Metric::irr};
    of_rate ? tell_nav_for_rate(task, fund, draft) : tell_needed(task, fund, draft);
  }
}

void answer_low_point(const Task& task, AnswerDraft& draft) {
  tell_each_fund(task, draft, [&](std::size_t fund) { tell_low_point(task, fund, draft); });
}

void answer_age(const Task& task, AnswerDraft& draft) {
  tell_each_fund(task, draft, [&](std::size_t fund) { tell_age(task, fund, draft); });
}

}  // namespace dossier::funds
