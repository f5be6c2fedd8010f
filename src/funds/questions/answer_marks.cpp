#include "funds/ledger/phrasing.h"
#include "funds/questions/answering.h"
#include "reading/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

std::string bound_text(Bound bound) {
  switch (bound) {
    case Bound::less_than: return "below";
    case Bound::at_most: return "at most";
    case Bound::at_least: return "at least";
    default: return "above";
  }
}

std::string mark_text(const Mark& mark) {
  return mark.percent ? percent_text(mark.value) : multiple_text(mark.value);
}

// "Is the fund at a loss?" is answered "No" by a gain.
bool asks_for_loss(const Plan& plan) {
  return std::any_of(plan.terms.begin(), plan.terms.end(), [](const SaidTerm& said) {
    std::string words = reading::fold(said.spelled);
    bool loss = words.find("los") != std::string::npos || words.find("under") != std::string::npos;
    return said.term == Term::profitable && loss;
  });
}

// "Is the unfunded commitment more than $20m?"
void tell_amount_bound(const AmountLimits& limits, const MetricValue& value, AnswerDraft& draft) {
  bool holds = limits.admit(value.money->to_double(draft.ledger().currency.minor_digits()));
  draft.say(fmt::format("{}: the {} is {}.", holds ? "Yes" : "No", title_of(value.metric), draft.text_of(value)));
  draft.value(value);
  draft.cite(value);
  draft.part(Answered::yes);
}

}  // namespace

bool compares(Bound bound, double value, double mark) {
  constexpr double kSlack = 1e-9;
  switch (bound) {
    case Bound::more_than: return value > mark + kSlack;
    case Bound::at_least: return value >= mark - kSlack;
    case Bound::less_than: return value < mark - kSlack;
    case Bound::at_most: return value <= mark + kSlack;
    default: return value >= mark - kSlack;
  }
}

void answer_threshold(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    MetricSet metrics = metrics_for(task, fund);
    for (Metric metric : task.plan.metrics) {
      const MetricValue& value = metrics[metric];
      if (value.money && !task.plan.mark) {
        tell_amount_bound(task.plan.rows.amounts, value, draft);
        continue;
      }
      if (!value.number) {
        tell_metric(task, fund, metric, metrics, draft);
        continue;
      }
      const Mark& mark = *task.plan.mark;
      bool holds = compares(mark.bound, *value.number, mark.value);
      draft.say(fmt::format("{}: the {} is {}, {}{} {}.", holds ? "Yes" : "No", title_of(metric), draft.text_of(value),
                            holds ? "" : "not ", bound_text(mark.bound), mark_text(mark)));
      draft.value(value);
      draft.cite(value);
      draft.part(Answered::yes);
    }
  }
}

void answer_returned(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    MetricSet metrics = metrics_for(task, fund);
    const MetricValue& dpi = metrics[Metric::dpi];
    if (!dpi.number) {
      tell_metric(task, fund, Metric::dpi, metrics, draft);
      continue;
    }
    bool all = *dpi.number >= 1;
    draft.say(fmt::format("{}. {} of the {} paid in has come back: DPI is {}, {} 1.00x.", all ? "Yes" : "No, not all",
                          draft.text_of(metrics[Metric::total_distributions]), draft.text_of(metrics[Metric::pic]),
                          draft.text_of(dpi), all ? "at or above" : "below"));
    if (all) {
      for (const RunningPoint& point : running(draft.ledger(), metrics.as_of)) {
        if (point.dpi.value_or(0) < 1) continue;
        draft.say(fmt::format("That was first so on {}.", date_text(point.date)));
        draft.value("returned_on", point.date.iso());
        break;
      }
    }
    draft.value(dpi);
    draft.value(metrics[Metric::total_distributions]);
    draft.value(metrics[Metric::pic]);
    draft.cite(dpi);
    draft.part(Answered::yes);
  }
}

void answer_profitable(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    MetricSet metrics = metrics_for(task, fund);
    const MetricValue& tvpi = metrics[Metric::tvpi];
    if (!tvpi.number) {
      tell_metric(task, fund, Metric::tvpi, metrics, draft);
      continue;
    }
    Money gain = *metrics[Metric::total_value].money - *metrics[Metric::pic].money;
    bool holds = asks_for_loss(task.plan) ? gain.negative() : !gain.negative();
    std::string verdict = task.plan.yes_or_no ? (holds ? "Yes: the" : "No: the") : "The";
    draft.say(fmt::format("{} total value of {} (distributions and NAV) is {} {} the {} paid in, a TVPI of {}.",
                          verdict, draft.text_of(metrics[Metric::total_value]), draft.money(gain.abs()),
                          gain.negative() ? "below" : "above", draft.text_of(metrics[Metric::pic]),
                          draft.text_of(tvpi)));
    draft.value(tvpi);
    draft.value("gain", gain);
    draft.value(metrics[Metric::total_value]);
    draft.cite(tvpi);
    draft.part(Answered::yes);
  }
}

namespace {

// The figure a question watches as it runs: a multiple, or an amount of distributions, calls or net cash.
Metric watched_metric(const Plan& plan) {
  if (!plan.metrics.empty()) return plan.metrics.front();
  bool calls = plan.rows.kinds == std::vector{RowKind::capital_call};
  return calls ? Metric::pic : Metric::total_distributions;
}

class Passing {
 public:
  Passing(const Task& task, std::size_t fund, AnswerDraft& draft)
      : task_(task),
        analysed_(task.basis.fund(fund)),
        draft_(draft),
        metric_(watched_metric(task.plan)),
        digits_(draft.ledger().currency.minor_digits()) {}

  void give() {
    if (metric_ == Metric::tvpi) return give_by_nav();
    auto points = running(draft_.ledger(), analysed_.metrics.as_of);
    auto known = std::count_if(points.begin(), points.end(), [&](auto& point) { return level_of(point).has_value(); });
    if (known == 0) return unknown();
    double line = set_line();
    auto first = std::find_if(points.begin(), points.end(),
                              [&](auto& point) { return level_of(point).value_or(line - 1) >= line - 1e-9; });
    first == points.end() ? never(points.back().date) : passed(*first);
    draft_.part(Answered::yes);
  }

 private:
  std::optional<double> level_of(const RunningPoint& point) const {
    Metric metric = metric_ == Metric::total_calls ? Metric::pic : metric_;
    auto level = level_on(draft_.ledger(), point, metric, point.date);
    if (!level) return std::nullopt;
    return level->money ? level->money->to_double(digits_) : level->number;
  }

  // The TVPI is known on the days of a NAV only: one such day says nothing about when it passed a mark.
  void give_by_nav() {
    const auto& navs = draft_.ledger().nav_history;
    if (navs.size() < 2) return unknown();
    double line = set_line();
    for (const DatedNav& nav : navs) {
      MetricSet metrics = compute_metrics(draft_.ledger(), nav.date, Rates::net_only);
      const MetricValue& tvpi = metrics[Metric::tvpi];
      if (!tvpi.number || *tvpi.number < line - 1e-9) continue;
      draft_.say(
          fmt::format("Of the {} days with a known NAV, {} ({}) is the first on which the TVPI is at or above {}: it "
                      "is {}.",
                      navs.size(), date_text(nav.date), nav.date.iso(), line_, draft_.text_of(tvpi)));
      draft_.value("date", nav.date.iso());
      draft_.value(tvpi);
      draft_.cite(tvpi);
      draft_.part(Answered::yes);
      return;
    }
    never(navs.back().date);
    draft_.part(Answered::yes);
  }

  // Where the line is; its text for sentences. Without a mark a multiple is measured by 1x, cash by nil.
  double set_line() {
    const Plan& plan = task_.plan;
    if (plan.mark) {
      line_ = mark_text(*plan.mark);
      return plan.mark->value;
    }
    if (!plan.rows.amounts.empty()) {
      double level = plan.rows.amounts.least.value_or(plan.rows.amounts.most.value_or(0));
      double minor = level * std::pow(10.0, digits_);
      line_ = draft_.money(Money::of_minor(static_cast<Money::Minor>(std::llround(minor))));
      return level;
    }
    bool multiple = unit_of(metric_) == Unit::multiple;
    line_ = multiple ? "1.00x" : "nil";
    return multiple ? 1 : 0;
  }

  void unknown() {
    const MetricValue& now = analysed_.metrics[metric_];
    draft_.say(
        fmt::format("When the {} passed a mark is not known: it takes figures that the documents give for one day "
                    "only, or not at all.",
                    title_of(metric_)));
    if (now.known() && analysed_.metrics.as_of)
      draft_.say(fmt::format("As of {} it is {}.", date_text(*analysed_.metrics.as_of), draft_.text_of(now)));
    draft_.part(Answered::no);
  }

  void never(Date last) {
    const MetricValue& now = analysed_.metrics[metric_];
    draft_.say(
        fmt::format("{} up to {}: the {} has not reached {}; it is {}.", task_.plan.yes_or_no ? "No, not" : "Never",
                    date_text(analysed_.metrics.as_of.value_or(last)), title_of(metric_), line_, draft_.text_of(now)));
    draft_.value(now);
    draft_.cite(now);
  }

  void passed(const RunningPoint& point) {
    draft_.say(fmt::format("{}he {} first reached {} on {} ({}).", task_.plan.yes_or_no ? "Yes: t" : "T",
                           title_of(metric_), line_, date_text(point.date), point.date.iso()));
    draft_.value("date", point.date.iso());
    Metric metric = metric_ == Metric::total_calls ? Metric::pic : metric_;
    if (auto level = level_on(draft_.ledger(), point, metric, point.date); level && level->known()) {
      draft_.say(fmt::format("On that day it came to {}.", draft_.text_of(*level)));
      draft_.value(*level);
    }
    std::size_t row = point.last_row;
    draft_.rows(std::span(&row, 1));
    draft_.cite(std::span(&row, 1));
  }

  const Task& task_;
  const FundAnalysis& analysed_;
  AnswerDraft& draft_;
  Metric metric_;
  int digits_;
  std::string line_;
};

}  // namespace

void answer_passed(const Task& task, AnswerDraft& draft) {
  tell_each_fund(task, draft, [&](std::size_t fund) { Passing(task, fund, draft).give(); });
}

}  // namespace dossier::funds
