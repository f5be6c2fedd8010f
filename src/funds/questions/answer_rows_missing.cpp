#include "funds/ledger/phrasing.h"
#include "funds/questions/answer_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

// A report that marks no row as recallable may say it in its text, or not at all: that is no "none".
bool recallable_unsaid(const RowsAsked& asked) {
  if (!asked.plan.rows.recallable) return false;
  RowChoice any = asked.plan.rows;
  any.recallable.reset();
  auto rows = chosen_rows(asked.task.basis, asked.fund, any);
  bool unsaid =
      std::any_of(rows.begin(), rows.end(), [&](auto row) { return !asked.ledger.transactions[row].recallable; });
  if (!unsaid) return false;
  asked.draft.say("The rows do not say which distributions are recallable.");
  bool told = answer_passage(asked.task.basis, "recallable", asked.draft);
  asked.draft.part(told ? Answered::partly : Answered::no);
  return true;
}

// "Fernwave cost": each word stands in some row, both in none; one of them may not have been meant to choose rows.
bool words_stand_apart(const RowsAsked& asked) {
  RowChoice words;
  words.words = asked.plan.rows.words;
  bool several = std::any_of(words.words.begin(), words.words.end(), [](auto& all) { return all.size() > 1; });
  if (!several || !chosen_rows(asked.task.basis, asked.fund, words).empty()) return false;
  asked.draft.say(fmt::format("There are no {}; ask with fewer words.", asked.what));
  asked.draft.part(Answered::no);
  return true;
}

// Rows that name no type may be gains all the same.
bool types_unsaid(const RowsAsked& asked) {
  RowChoice any = asked.plan.rows;
  any.parts.clear();
  auto rows = chosen_rows(asked.task.basis, asked.fund, any);
  bool unsaid =
      !asked.plan.rows.parts.empty() && asked.plan.rows.kinds == std::vector{RowKind::distribution} &&
      std::all_of(rows.begin(), rows.end(), [&](auto row) { return !names_type(asked.ledger.transactions[row]); });
  if (!unsaid || rows.empty()) return false;
  asked.draft.say(fmt::format("The document names no type of its distributions, and none of them mentions {}.",
                              part_words(asked.plan.rows.parts[0][0])->name));
  asked.draft.part(Answered::no);
  return true;
}

// Fees are paid inside calls or kept by the fund: where no row names them, that is no "none".
bool costs_unsaid(const RowsAsked& asked) {
  const auto& parts = asked.plan.rows.parts;
  auto cost = [](const std::vector<Term>& all) {
    return all.front() == Term::fee || all.front() == Term::expense || all.front() == Term::tax;
  };
  RowChoice any = asked.plan.rows;
  any.periods = {};
  any.amounts = {};
  bool named = !chosen_rows(asked.task.basis, asked.fund, any).empty();
  if (named || parts.empty() || !std::all_of(parts.begin(), parts.end(), cost)) return false;
  std::string name(part_words(parts.front().front())->name);
  asked.draft.say(fmt::format("No row names {} apart; a statement of the fund that gives them would be needed.", name));
  bool told = answer_passage(asked.task.basis, name, asked.draft);
  asked.draft.part(told ? Answered::partly : Answered::no);
  return true;
}

// Where nothing was found: the rows of the kind that were looked through.
void cite_searched(const RowsAsked& asked) {
  RowChoice all;
  all.kinds = asked.plan.rows.kinds;
  asked.draft.cite(chosen_rows(asked.task.basis, asked.fund, all));
}

}  // namespace

// A question about a time the reports do not reach has no answer, not the answer "none".
bool ledger_holds_the_time(const RowsAsked& asked) {
  auto end = asked.task.basis.fund(asked.fund).metrics.as_of;
  const auto& ranges = asked.plan.rows.periods.ranges;
  bool beyond = end && !ranges.empty() && std::all_of(ranges.begin(), ranges.end(), [&](const DateRange& range) {
                  return range.from && *range.from > *end;
                });
  if (!beyond || !asked.rows.empty()) return true;
  asked.draft.say(
      fmt::format("The reports reach to {}; what happened after that is not in them. A later report would be needed.",
                  date_text(*end)));
  asked.draft.part(Answered::no);
  return false;
}

void tell_no_rows(const RowsAsked& asked) {
  if (asked.ledger.transactions.empty()) {
    asked.draft.say("The documents hold no dated transactions of this fund.");
    asked.draft.part(Answered::no);
    return;
  }
  if (recallable_unsaid(asked) || types_unsaid(asked) || costs_unsaid(asked)) return;
  if (words_stand_apart(asked)) return;
  asked.draft.say(fmt::format("{}There are no {}.", asked.plan.yes_or_no ? "No. " : "", asked.what));
  if (asked.plan.measure == Measure::count) asked.draft.value("count", 0.0);
  if (asked.plan.measure == Measure::sum) asked.draft.value("sum", Money());
  cite_searched(asked);
  asked.draft.part(Answered::yes);
}

}  // namespace dossier::funds
