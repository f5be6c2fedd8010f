#include "funds/answering.h"
#include "funds/phrasing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

bool compares(Bound bound, double value, double mark) {
  switch (bound) {
    case Bound::more_than: return value > mark;
    case Bound::at_least: return value >= mark;
    case Bound::less_than: return value < mark;
    case Bound::at_most: return value <= mark;
    default: return value >= mark;
  }
}

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

}  // namespace

void answer_threshold(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    MetricSet metrics = metrics_for(task, fund);
    for (Metric metric : task.plan.metrics) {
      const MetricValue& value = metrics[metric];
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
    draft.say(fmt::format("{}: the total value of {} is {} the {} paid in, a TVPI of {}.",
                          *tvpi.number >= 1 ? "Yes" : "No", draft.text_of(metrics[Metric::total_value]),
                          *tvpi.number >= 1 ? "at or above" : "below", draft.text_of(metrics[Metric::pic]),
                          draft.text_of(tvpi)));
    draft.value(tvpi);
    draft.value(metrics[Metric::total_value]);
    draft.cite(tvpi);
    draft.part(Answered::yes);
  }
}

namespace {

// The running figure a question watches: a multiple, or an amount of distributions, calls or net cash.
std::optional<double> watched(const RunningPoint& point, const Plan& plan, int minor_digits) {
  Metric metric = plan.metrics.empty() ? Metric::total_distributions : plan.metrics.front();
  if (plan.metrics.empty() && plan.rows.kinds == std::vector{RowKind::capital_call}) metric = Metric::pic;
  switch (metric) {
    case Metric::dpi: return point.dpi;
    case Metric::tvpi: return point.tvpi;
    case Metric::pic:
    case Metric::total_calls: return point.paid_in.to_double(minor_digits);
    case Metric::net_cash: return point.net_cash.to_double(minor_digits);
    case Metric::total_distributions: return point.distributions.to_double(minor_digits);
    default: return std::nullopt;
  }
}

struct Line {
  double level;
  std::string text;
};

Line line_of(const Plan& plan, const AnswerDraft& draft) {
  if (plan.mark) return {plan.mark->value, mark_text(*plan.mark)};
  const AmountLimits& limits = plan.rows.amounts;
  if (!limits.empty()) {
    double level = limits.least.value_or(limits.most.value_or(0));
    double minor = level * (draft.ledger().currency.minor_digits() == 0   ? 1
                            : draft.ledger().currency.minor_digits() == 3 ? 1000
                                                                          : 100);
    return {level, draft.money(Money::of_minor(static_cast<Money::Minor>(minor + 0.5)))};
  }
  bool multiple = !plan.metrics.empty() && unit_of(plan.metrics.front()) == Unit::multiple;
  return multiple ? Line{1, "1.00x"} : Line{0, "nil"};
}

}  // namespace

void answer_passed(const Task& task, AnswerDraft& draft) {
  std::string title(task.plan.metrics.empty()
                        ? (task.plan.rows.kinds == std::vector{RowKind::capital_call} ? "paid-in capital"
                                                                                      : "cumulative distributions")
                        : title_of(task.plan.metrics.front()));
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    auto points = running(draft.ledger(), task.basis.fund(fund).metrics.as_of);
    Line line = line_of(task.plan, draft);
    int digits = draft.ledger().currency.minor_digits();
    bool watchable = std::any_of(points.begin(), points.end(),
                                 [&](auto& point) { return watched(point, task.plan, digits).has_value(); });
    if (!watchable) {
      draft.say(fmt::format(
          "How the {} ran over time is not known: it takes figures that the documents give for no or one day only.",
          title));
      draft.part(Answered::no);
      continue;
    }
    auto first = std::find_if(points.begin(), points.end(), [&](auto& point) {
      return watched(point, task.plan, digits).value_or(line.level - 1) >= line.level;
    });
    if (first == points.end()) {
      const MetricValue& now =
          task.basis.fund(fund)
              .metrics[task.plan.metrics.empty() ? Metric::total_distributions : task.plan.metrics.front()];
      draft.say(fmt::format("Never up to {}: the {} has not reached {}; it is {}.",
                            date_text(task.basis.fund(fund).metrics.as_of.value_or(points.back().date)), title,
                            line.text, draft.text_of(now)));
      draft.value(now);
      draft.cite(now);
    } else {
      draft.say(fmt::format("The {} first reached {} on {}.", title, line.text, date_text(first->date)));
      draft.value("date", first->date.iso());
      if (first->dpi && !task.plan.metrics.empty() && task.plan.metrics.front() == Metric::dpi)
        draft.value("dpi", *first->dpi);
      std::size_t row = first->last_row;
      draft.rows(std::span(&row, 1));
      draft.cite(std::span(&row, 1));
    }
    draft.part(Answered::yes);
  }
}

}  // namespace dossier::funds
