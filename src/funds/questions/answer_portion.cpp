#include "funds/ledger/phrasing.h"
#include "funds/questions/answering.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

struct Part {
  Money money;
  std::string text;
};

// The rows of a part, narrowed to the largest or the latest where the question says so.
std::optional<Part> part_of_rows(const Task& task, std::size_t fund, AnswerDraft& draft) {
  auto rows = chosen_rows(task.basis, fund, task.plan.rows);
  const Ledger& ledger = draft.ledger();
  if (rows.empty()) {
    draft.say(fmt::format("There are no {}.", choice_text(task.plan.rows, ledger.currency)));
    return std::nullopt;
  }
  std::string what = choice_text(task.plan.rows, ledger.currency);
  if (picks_rows(task.plan.measure)) {
    rows = extreme_rows(ledger, rows, task.plan);
    what = list_text(ledger, rows);
  }
  draft.rows(rows);
  draft.cite(rows);
  return Part{sum_of(ledger, rows).abs(), what};
}

std::optional<Part> part_of(const Task& task, std::size_t fund, const MetricSet& metrics, AnswerDraft& draft) {
  if (task.plan.metrics.empty()) return part_of_rows(task, fund, draft);
  const MetricValue& value = metrics[task.plan.metrics.front()];
  if (!value.money) {
    tell_metric(task, fund, value.metric, metrics, draft);
    return std::nullopt;
  }
  draft.value(value);
  draft.cite(value);
  return Part{*value.money, std::string(title_of(value.metric))};
}

}  // namespace

void answer_portion(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    MetricSet metrics = metrics_for(task, fund);
    const MetricValue& whole = metrics[*task.plan.whole];
    auto part = part_of(task, fund, metrics, draft);
    auto share = part && whole.money ? ratio(part->money, *whole.money) : std::nullopt;
    if (!share) {
      if (part) draft.say(fmt::format("The {} is not known: {}.", title_of(whole.metric), whole.reason));
      draft.part(Answered::no);
      continue;
    }
    draft.say(fmt::format("{} of the {}: {} of {} ({}).", percent_text(*share), title_of(whole.metric),
                          draft.money(part->money), draft.text_of(whole), part->text));
    draft.value("share", *share);
    draft.value("part", part->money);
    draft.value(whole);
    draft.cite(whole);
    draft.part(Answered::yes);
  }
}

}  // namespace dossier::funds
