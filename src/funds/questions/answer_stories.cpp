#include "funds/ledger/phrasing.h"
#include "funds/questions/answering.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {

namespace {

std::string named(RowKind kind) {
  switch (kind) {
    case RowKind::capital_call: return "Capital call";
    case RowKind::distribution: return "Distribution";
    case RowKind::adjustment: return "Adjustment";
  }
  return "Row";
}

std::string effects_text(const Effects& effects, const AnswerDraft& draft) {
  std::vector<std::string> parts;
  auto tell = [&](std::string_view what, Money by) {
    if (!by.zero()) parts.push_back(fmt::format("{} {}{}", what, by.negative() ? "" : "+", draft.money(by)));
  };
  tell("cash of the investors", effects.lp_cash);
  tell("paid-in capital", effects.paid_in);
  tell("distributions", effects.distribution);
  tell("unfunded commitment", effects.unfunded);
  return parts.empty() ? "none" : joined(parts);
}

}  // namespace

void answer_story(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    const Ledger& ledger = draft.ledger();
    auto rows = chosen_rows(task.basis, fund, task.plan.rows);
    if (picks_rows(task.plan.measure)) rows = extreme_rows(ledger, rows, task.plan);
    if (!task.plan.rows.numbers.empty()) {
      // Later rows that speak of it: "Refund of excess Call 3".
      std::string number = std::to_string(task.plan.rows.numbers.front());
      for (std::size_t k = 0; k < ledger.transactions.size(); ++k) {
        const bool known = std::find(rows.begin(), rows.end(), k) != rows.end();
        if (!known && speaks_of_number(task.basis.words_of_row(fund, k), number)) rows.push_back(k);
      }
    }
    if (rows.empty()) {
      draft.say(fmt::format("There are no {}.", choice_text(task.plan.rows, ledger.currency)));
      draft.part(Answered::no);
      continue;
    }
    for (std::size_t row : rows) {
      const Transaction& one = ledger.transactions[row];
      draft.say(fmt::format("{}: {}. Effect: {}.", named(one.kind), row_text(one, ledger.currency),
                            effects_text(one.effects, draft)));
    }
    draft.rows(rows);
    draft.cite(rows);
    draft.part(Answered::yes);
  }
}

void answer_upcoming(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    const FundAnalysis& analysed = task.basis.fund(fund);
    std::vector<std::size_t> rows;
    for (std::size_t k = 0; k < analysed.ledger.transactions.size(); ++k) {
      const Transaction& row = analysed.ledger.transactions[k];
      if (row.status == RowStatus::noticed || (analysed.metrics.as_of && row.date > *analysed.metrics.as_of))
        rows.push_back(k);
    }
    if (rows.empty()) {
      draft.say("No notice of a coming call or distribution is among the documents; a notice would be needed.");
      draft.part(Answered::no);
      continue;
    }
    draft.say(fmt::format("Announced: {}.", list_text(analysed.ledger, rows)));
    draft.rows(rows);
    draft.cite(rows);
    draft.part(Answered::yes);
  }
}

}  // namespace dossier::funds
