#include "funds/ledger/phrasing.h"
#include "funds/questions/answering.h"
#include "reading/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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

// The adjustments behind a sum of calls or distributions, one by one.
void tell_corrections(const MetricValue& value, AnswerDraft& draft) {
  if (value.metric != Metric::pic && value.metric != Metric::total_distributions) return;
  std::vector<std::size_t> corrections;
  for (std::size_t row : value.rows) {
    if (draft.ledger().transactions[row].kind == RowKind::adjustment) corrections.push_back(row);
  }
  if (corrections.empty()) return;
  draft.say(fmt::format("The corrections are: {}.", list_text(draft.ledger(), corrections)));
  draft.rows(corrections);
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

// "To two decimals", "the exact IRR": the digits that the usual text leaves out.
void tell_digits(const Plan& plan, const MetricValue& value, AnswerDraft& draft) {
  const std::string question = reading::fold(plan.question);
  const bool asked = value.number &&
                     (question.find("decimal") != std::string::npos || question.find("unrounded") != std::string::npos);
  if (!asked) return;
  const bool rate = unit_of(value.metric) == Unit::rate;
  draft.say(rate ? fmt::format("With more digits {:.4f}%.", *value.number * 100)
                 : fmt::format("With more digits {:.6f}.", *value.number));
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
  tell_digits(task.plan, value, draft);
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

namespace {

// "At the end of 2018 and of 2019", "in 2018 and 2019": each by itself.
std::vector<Periods> days_asked(const Periods& asked) {
  std::vector<Periods> days;
  for (Date day : asked.other_days) days.push_back({.as_of = day});
  if (asked.as_of || asked.ranges.size() < 2) {
    days.push_back(asked);
    days.back().other_days.clear();
    return days;
  }
  for (const DateRange& range : asked.ranges) days.push_back({.ranges = {range}});
  return days;
}

void tell_metrics(const Task& task, std::size_t fund, AnswerDraft& draft) {
  MetricSet metrics = metrics_for(task, fund);
  auto date = metrics.as_of;
  if (date && *date > task.basis.fund(fund).metrics.as_of.value_or(*date)) {
    draft.say(fmt::format("Nothing is known after {}.", date_text(*task.basis.fund(fund).metrics.as_of)));
    return draft.part(Answered::no);
  }
  for (Metric metric : task.plan.metrics) tell_metric(task, fund, metric, metrics, draft);
}

}  // namespace

void answer_metric(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    for (const Periods& day : days_asked(task.plan.rows.periods)) {
      Plan plan = task.plan;
      plan.rows.periods = day;
      tell_metrics({task.basis, plan, task.funds}, fund, draft);
    }
  }
}

namespace {

// "How do they get to 1.40x?": the figures that are so when rounded.
std::vector<Metric> metrics_of_mark(const MetricSet& metrics, const Mark& mark) {
  std::vector<Metric> found;
  for (Metric metric : {Metric::tvpi, Metric::dpi, Metric::rvpi, Metric::irr, Metric::called_share}) {
    bool rate = unit_of(metric) == Unit::rate;
    const auto& number = metrics[metric].number;
    double half_step = rate || mark.percent ? 0.0005 : 0.005;
    if (rate == mark.percent && number && std::abs(*number - mark.value) <= half_step + 1e-9) found.push_back(metric);
  }
  return found;
}

}  // namespace

void answer_working(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    MetricSet metrics = metrics_for(task, fund);
    std::vector<Metric> asked = task.plan.metrics;
    if (asked.empty() && task.plan.mark) asked = metrics_of_mark(metrics, *task.plan.mark);
    if (asked.empty()) {
      draft.say("No figure of the ledger comes to that.");
      draft.part(Answered::no);
    }
    for (Metric metric : asked) {
      const MetricValue& value = metrics[metric];
      if (!value.known()) {
        tell_metric(task, fund, metric, metrics, draft);
        continue;
      }
      draft.say(fmt::format("{}. {}.", value.formula, joined(value.steps, "then")));
      const MetricValue& total = metrics[Metric::total_value];
      bool of_total = (metric == Metric::tvpi || metric == Metric::moic) && !total.steps.empty();
      if (of_total) draft.say(fmt::format("The total value is {}.", total.steps.back()));
      draft.say(fmt::format("That is {}.", draft.text_of(value)));
      tell_corrections(value, draft);
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
