#include "funds/ledger/phrasing.h"
#include "funds/questions/answering.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

Metric printed_kin(Metric metric) {
  if (metric == Metric::net_pic) return Metric::pic;  // reports call the PIC "net paid-in capital"
  if (metric == Metric::moic) return Metric::tvpi;
  if (metric == Metric::gross_distributions) return Metric::total_distributions;
  return metric;
}

// What the question is about: named metrics, else those of the rows it names, else everything printed.
std::vector<Metric> asked_metrics(const Plan& plan, const FundAnalysis& fund) {
  std::vector<Metric> metrics;
  for (Metric metric : plan.metrics) metrics.push_back(printed_kin(metric));
  if (metrics.empty()) {
    for (RowKind kind : plan.rows.kinds) {
      if (kind == RowKind::capital_call) metrics.push_back(Metric::total_calls);
      if (kind == RowKind::distribution) metrics.push_back(Metric::total_distributions);
    }
  }
  if (metrics.empty()) {
    for (const Check& check : fund.checks) metrics.push_back(check.metric);
  }
  return metrics;
}

// "By how much do they differ?": printed less computed, with the digits that rounding took.
void tell_difference(const Check& check, AnswerDraft& draft) {
  if (check.reported_money && check.computed.money) {
    Money by = *check.reported_money - *check.computed.money;
    draft.say(fmt::format("Printed less computed is {}.", draft.money(by)));
    draft.value("difference", by);
  } else if (check.reported_number && check.computed.number) {
    double by = *check.reported_number - *check.computed.number;
    bool rate = unit_of(check.metric) == Unit::rate;
    draft.say(rate ? fmt::format("Printed less computed is {:.2f} percentage points.", by * 100)
                   : fmt::format("Printed less computed is {:.4f}x.", by));
    draft.value("difference", by);
  }
}

bool asks_how_far_apart(const Plan& plan) {
  return plan.has_any({Term::difference, Term::minus});
}

void tell_check(const Check& check, const std::optional<Mark>& claim, AnswerDraft& draft) {
  bool other = claim && claim->bound == Bound::none && check.reported_number &&
               std::abs(*check.reported_number - claim->value) > (claim->percent ? 0.0005 : 0.005) + 1e-9;
  if (other)  // "the report says 12.5 %, right?"
    draft.say(fmt::format("The report does not print {} but {}.",
                          claim->percent ? percent_text(claim->value) : multiple_text(claim->value), check.printed));
  std::string computed = draft.text_of(check.computed);
  if (check.agrees.value_or(false) && check.note.empty()) {
    draft.say(fmt::format("The printed {} of {} agrees: the ledger gives {}.", title_of(check.metric), check.printed,
                          computed));
  }
  draft.say(check.note);
  std::string name = std::string(name_of(check.metric)) + "_reported";
  if (check.reported_number) draft.value(name, *check.reported_number);
  if (check.reported_money) draft.value(name, *check.reported_money);
  draft.value(check.computed);
  draft.cite(check.place, fmt::format("printed {}: {}", title_of(check.metric), check.printed));
  draft.cite(check.computed);
  draft.part(Answered::yes);
}

bool prints(const FundAnalysis& fund, Metric metric, const Mark& mark) {
  return std::any_of(fund.checks.begin(), fund.checks.end(), [&](const Check& check) {
    return check.metric == metric && check.reported_number &&
           std::abs(*check.reported_number - mark.value) <= (mark.percent ? 0.0005 : 0.005) + 1e-9;
  });
}

// The question itself names a figure ("Is the DPI 0.39x?"): it is measured by the ledger even if nothing is printed.
void tell_claim(const MetricValue& value, const Mark& mark, AnswerDraft& draft) {
  double half = mark.percent ? 0.0005 : 0.005;
  bool holds = std::abs(*value.number - mark.value) <= half + 1e-9;
  draft.say(fmt::format("{}: the ledger gives a {} of {}.", holds ? "Yes" : "No", title_of(value.metric),
                        draft.text_of(value)));
  draft.value(value);
  draft.cite(value);
  draft.part(Answered::yes);
}

void tell_all_agree(const std::vector<Check>& checks, AnswerDraft& draft) {
  auto fails = std::count_if(checks.begin(), checks.end(), [](const Check& check) { return check.agrees == false; });
  auto open = std::count_if(checks.begin(), checks.end(), [](const Check& check) { return !check.agrees; });
  auto right = static_cast<std::ptrdiff_t>(checks.size()) - fails - open;
  if (fails == 0 && open == 0) {
    draft.say(fmt::format("All {} printed figures agree with the ledger.", checks.size()));
    return;
  }
  draft.say(fmt::format("Of {} printed figures {} agree with the ledger, {} do not, and {} cannot be confirmed.",
                        checks.size(), right, fails, open));
}

}  // namespace

void answer_check(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    const FundAnalysis& analysed = task.basis.fund(fund);
    std::vector<Metric> metrics = asked_metrics(task.plan, analysed);
    if (task.plan.mark && task.plan.metrics.empty()) {  // "Is 1.55x right?": whatever is printed so
      std::erase_if(metrics, [&](Metric metric) { return !prints(analysed, metric, *task.plan.mark); });
      if (metrics.empty()) {
        draft.say("The report prints no such figure.");
        draft.part(Answered::no);
        continue;
      }
    }
    if (metrics.empty()) {
      draft.say("The report prints no figures of its own that could be checked.");
      draft.part(Answered::no);
      continue;
    }
    bool everything = task.plan.metrics.empty() && task.plan.rows.kinds.empty() && !task.plan.mark;
    if (everything && metrics.size() > 1) tell_all_agree(analysed.checks, draft);
    for (Metric metric : metrics) {
      auto check = std::find_if(analysed.checks.begin(), analysed.checks.end(),
                                [&](const Check& one) { return one.metric == metric; });
      if (check != analysed.checks.end()) {
        if (everything && metrics.size() > 1 && check->agrees.value_or(false) && check->note.empty()) {
          draft.value(check->computed);
          draft.cite(check->place, fmt::format("printed {}: {}", title_of(metric), check->printed));
          draft.part(Answered::yes);
        } else {
          tell_check(*check, task.plan.mark, draft);
          if (asks_how_far_apart(task.plan)) tell_difference(*check, draft);
          tell_digits(task.plan, check->computed, draft);
        }
      } else if (const MetricValue& value = analysed.metrics[metric]; value.number && task.plan.mark) {
        tell_claim(value, *task.plan.mark, draft);
      } else {
        draft.say(fmt::format("The report prints no {}.", title_of(metric)));
        tell_metric(task, fund, metric, analysed.metrics, draft);
        draft.part(value.known() ? Answered::partly : Answered::no);
      }
    }
    bool net_pic =
        std::find(task.plan.metrics.begin(), task.plan.metrics.end(), Metric::net_pic) != task.plan.metrics.end();
    if (net_pic) {
      const MetricValue& value = analysed.metrics[Metric::net_pic];
      draft.say(fmt::format("PIC less recallable return of capital would be {}.", draft.text_of(value)));
      draft.value(value);
    }
  }
}

}  // namespace dossier::funds
