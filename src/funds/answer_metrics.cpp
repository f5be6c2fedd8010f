#include "funds/answering.h"
#include "funds/phrasing.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

const Check* check_of(const FundAnalysis& fund, Metric metric) {
  // A report's "net paid-in capital" is the PIC of the ledger.
  if (metric == Metric::net_pic) metric = Metric::pic;
  if (metric == Metric::moic) metric = Metric::tvpi;
  for (const Check& check : fund.checks) {
    if (check.metric == metric) return &check;
  }
  return nullptr;
}

// Figures people expect beside the one they ask for.
std::vector<Metric> companions(Metric metric) {
  switch (metric) {
    case Metric::unfunded: return {Metric::unfunded_simple};
    case Metric::total_distributions: return {Metric::gross_distributions};
    case Metric::total_calls: return {Metric::pic};
    case Metric::net_pic: return {Metric::pic};
    case Metric::dpi: return {Metric::total_distributions, Metric::pic, Metric::dpi_gross};
    default: return {};
  }
}

std::string capitalised(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

void tell_unknown(const Task& task, std::size_t fund, const MetricValue& metric, const Check* check,
                  AnswerDraft& draft) {
  std::string why = check == nullptr ? " because " + metric.reason : "";
  draft.say(fmt::format("The {} cannot be computed from the ledger{}.", title_of(metric.metric), why));
  if (metric.metric == Metric::irr && metric.number == std::nullopt) {
    MetricSet metrics = metrics_for(task, fund);
    if (const MetricValue& period = metrics[Metric::irr_period]; period.known()) {
      draft.value(period);
      draft.cite(period);
      draft.part(Answered::partly);
    }
  }
  if (check == nullptr) {
    draft.part(Answered::no);
    return;
  }
  draft.say(check->note);
  std::string name = std::string(name_of(check->metric)) + "_reported";
  if (check->reported_number) draft.value(name, *check->reported_number);
  if (check->reported_money) draft.value(name, *check->reported_money);
  draft.cite(check->place, fmt::format("printed {}: {}", title_of(check->metric), check->printed));
  draft.part(Answered::partly);
}

void tell_printed(const Check& check, AnswerDraft& draft) {
  draft.cite(check.place, fmt::format("printed {}: {}", title_of(check.metric), check.printed));
  if (!check.agrees.value_or(false)) {
    draft.say(check.note);
  } else if (check.note.empty()) {
    draft.say(fmt::format("The report prints {}, which agrees.", check.printed));
  } else {
    draft.say(fmt::format("The report prints {}. {}", check.printed, check.note));
  }
}

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

MetricSet metrics_for(const Task& task, std::size_t fund) {
  const FundAnalysis& analysed = task.basis.fund(fund);
  const Periods& periods = task.plan.rows.periods;
  std::optional<Date> as_of = periods.as_of;
  if (!as_of && !periods.ranges.empty()) as_of = periods.ranges.back().to;
  if (!as_of || as_of == analysed.metrics.as_of) return analysed.metrics;
  return compute_metrics(analysed.ledger, as_of);
}

void tell_metric(const Task& task, std::size_t fund, Metric metric, const MetricSet& metrics, AnswerDraft& draft) {
  const MetricValue& value = metrics[metric];
  bool own_date = metrics.as_of == task.basis.fund(fund).metrics.as_of;
  const Check* check = own_date ? check_of(task.basis.fund(fund), metric) : nullptr;
  if (!value.known()) return tell_unknown(task, fund, value, check, draft);
  std::string title = capitalised(std::string(title_of(metric)));
  std::string date = metrics.as_of ? " as of " + date_text(*metrics.as_of) : "";
  std::string working =
      value.steps.empty() || unit_of(metric) == Unit::rate ? "" : fmt::format(" ({})", value.steps.back());
  std::string_view verb = title.ends_with("distributions") || title.ends_with("adjustments") ? "are" : "is";
  draft.say(fmt::format("{}{} {} {}{}.", title, date, verb, draft.text_of(value), working));
  draft.value(value);
  std::vector<std::string> beside_it;
  for (Metric other : companions(metric)) {
    const MetricValue& beside = metrics[other];
    if (!beside.known() || (beside.money == value.money && beside.number == value.number)) continue;
    draft.value(beside);
    beside_it.push_back(fmt::format("{} {}", title_of(other), draft.text_of(beside)));
  }
  if (!beside_it.empty()) draft.say(fmt::format("Beside it: {}.", joined(beside_it)));
  if (!value.note.empty()) draft.say(fmt::format("Note: {}.", value.note));
  draft.cite(value);
  if (check != nullptr) tell_printed(*check, draft);
  draft.part(Answered::yes);
}

void answer_metric(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    MetricSet metrics = metrics_for(task, fund);
    auto date = metrics.as_of;
    if (date && *date > task.basis.fund(fund).metrics.as_of.value_or(*date)) {
      draft.say(fmt::format("Nothing is known after {}.", date_text(*task.basis.fund(fund).metrics.as_of)));
      draft.part(Answered::no);
      continue;
    }
    for (Metric metric : task.plan.metrics) tell_metric(task, fund, metric, metrics, draft);
  }
}

void answer_series(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    const Ledger& ledger = task.basis.fund(fund).ledger;
    std::optional<Date> end = task.basis.fund(fund).metrics.as_of;
    if (ledger.transactions.empty() || !end) {
      draft.say("The documents hold no dated transactions.");
      draft.part(Answered::no);
      continue;
    }
    bool quarters = task.plan.grouping == Grouping::quarter;
    Date at = quarters ? ledger.transactions.front().date.last_of_quarter()
                       : *Date::of(ledger.transactions.front().date.year(), 12, 31);
    bool any = false;
    for (int steps = 0; steps < 200; ++steps) {
      Date day = std::min(at, *end);
      MetricSet metrics = compute_metrics(ledger, day);
      std::string label = quarters ? period_text(day, DatePrecision::quarter) : std::to_string(day.year());
      for (Metric metric : task.plan.metrics) {
        const MetricValue& value = metrics[metric];
        if (task.plan.rows.periods.contains(day)) {
          draft.say(fmt::format("{} {}: {}.", label, title_of(metric), draft.text_of(value)));
          if (value.number) draft.value(label, *value.number);
          if (value.money) draft.value(label, *value.money);
          any = any || value.known();
        }
      }
      if (at >= *end) break;
      at = quarters ? Date::of_days(at.days_since_epoch() + 1)->last_of_quarter() : *Date::of(at.year() + 1, 12, 31);
    }
    draft.cite(task.basis.fund(fund).metrics[task.plan.metrics.front()]);
    draft.part(any ? Answered::yes : Answered::no);
  }
}

void answer_working(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    MetricSet metrics = metrics_for(task, fund);
    for (Metric metric : task.plan.metrics) {
      const MetricValue& value = metrics[metric];
      if (!value.known()) {
        tell_metric(task, fund, metric, metrics, draft);
        continue;
      }
      draft.say(fmt::format("{}. {}.", value.formula, joined(value.steps, "then")));
      draft.say(fmt::format("That is {}.", draft.text_of(value)));
      if (!value.note.empty()) draft.say(fmt::format("Note: {}.", value.note));
      if (metric == Metric::dpi || metric == Metric::tvpi || metric == Metric::rvpi) {
        draft.value(metrics[Metric::pic]);
        draft.value(metrics[metric == Metric::rvpi ? Metric::nav : Metric::total_distributions]);
      }
      draft.value(value);
      draft.cite(value);
      draft.part(Answered::yes);
    }
  }
}

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
