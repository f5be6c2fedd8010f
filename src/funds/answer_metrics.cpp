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

}  // namespace

MetricSet metrics_for(const Task& task, std::size_t fund) {
  const FundAnalysis& analysed = task.basis.fund(fund);
  const Periods& periods = task.plan.rows.periods;
  std::optional<Date> as_of = periods.as_of, report = analysed.metrics.as_of;
  if (!as_of && !periods.ranges.empty()) {
    const DateRange& range = periods.ranges.back();
    as_of = range.to;
    // A year that the report reaches into: as far as it reaches.
    if (report && as_of && *as_of > *report && range.from && *range.from <= *report) as_of = report;
  }
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

void answer_summary(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    MetricSet metrics = metrics_for(task, fund);
    std::vector<std::string> known, unknown;
    for (Metric metric : {Metric::pic, Metric::total_distributions, Metric::nav, Metric::dpi, Metric::rvpi,
                          Metric::tvpi, Metric::irr, Metric::unfunded}) {
      const MetricValue& value = metrics[metric];
      draft.value(value);
      (value.known() ? known : unknown)
          .push_back(value.known() ? fmt::format("{} {}", title_of(metric), draft.text_of(value))
                                   : std::string(title_of(metric)));
    }
    std::string date = metrics.as_of ? " as of " + date_text(*metrics.as_of) : "";
    if (!known.empty()) draft.say(fmt::format("{}{}: {}.", draft.ledger().name, date, joined(known)));
    if (!unknown.empty())
      draft.say(
          fmt::format("Not known: {}, because {}.", joined(unknown),
                      metrics[Metric::irr].known() ? "the documents do not give it" : metrics[Metric::irr].reason));
    for (const Check& check : task.basis.fund(fund).checks) {
      if (check.agrees == false) draft.say(check.note);
    }
    draft.cite(metrics[Metric::tvpi].known() ? metrics[Metric::tvpi] : metrics[Metric::dpi]);
    draft.part(known.empty() ? Answered::no : unknown.empty() ? Answered::yes : Answered::partly);
  }
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
      MetricSet metrics = compute_metrics(ledger, day, Rates::net_only);
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

}  // namespace dossier::funds
