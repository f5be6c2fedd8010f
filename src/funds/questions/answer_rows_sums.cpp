#include "funds/ledger/phrasing.h"
#include "funds/questions/answer_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

// "In 2021 and in 2023": the sum of each beside that of both.
void tell_each_time(const RowsAsked& asked) {
  const auto& ranges = asked.plan.rows.periods.ranges;
  if (ranges.size() < 2) return;
  std::vector<std::string> parts;
  for (const DateRange& range : ranges) {
    RowChoice choice = asked.plan.rows;
    choice.periods.ranges = {range};
    Money sum = sum_of(asked.ledger, chosen_rows(asked.task.basis, asked.fund, choice));
    parts.push_back(fmt::format("{} {}", asked.draft.money(sum), range_text(range)));
    asked.draft.value(range_text(range), sum);
  }
  asked.draft.say(fmt::format("Of that {}.", joined(parts)));
}

// "Total gains and total interest": each beside both.
void tell_each_part(const RowsAsked& asked) {
  if (asked.plan.rows.parts.size() < 2) return;
  std::vector<std::string> parts;
  for (const auto& all : asked.plan.rows.parts) {
    RowChoice choice = asked.plan.rows;
    choice.parts = {all};
    Money sum = sum_of(asked.ledger, chosen_rows(asked.task.basis, asked.fund, choice));
    parts.push_back(fmt::format("{} {}", part_words(all[0])->name, asked.draft.money(sum)));
    asked.draft.value(std::string(part_words(all[0])->name), sum);
  }
  asked.draft.say(fmt::format("Of that {}.", joined(parts)));
}

// Adjustments paid to and by the investors are told apart; what is left is their net.
bool tell_both_ways(const RowsAsked& asked, const std::vector<std::size_t>& rows, const std::string& what) {
  Money to, by;
  for (std::size_t row : rows) {
    Money cash = asked.ledger.transactions[row].effects.lp_cash;
    (cash.negative() ? by : to) += cash.abs();
  }
  if (to.zero() || by.zero()) return false;
  asked.draft.say(fmt::format(
      "The {} come to {} paid to the investors and {} paid by them, net {} to the investors ({}).", what,
      asked.draft.money(to), asked.draft.money(by), asked.draft.money(to - by), counted(rows.size(), "row", "rows")));
  asked.draft.value("to_investors", to);
  asked.draft.value("by_investors", by);
  asked.draft.value("sum", to - by);
  return true;
}

bool type_shows(const Transaction& row, Term part) {
  auto tokens = question_words(row.type);
  std::vector<std::string> words;
  for (const auto& token : tokens) words.push_back(token.text);
  for (std::size_t at = 0; at < words.size(); ++at) {
    for (const auto& phrase : part_words(part)->phrases) {
      if (phrase.stands_at(words, at)) return true;
    }
  }
  return false;
}

}  // namespace

void tell_parts_mixed(const RowsAsked& asked) {
  auto cost = [](Term part) { return part == Term::fee || part == Term::expense || part == Term::tax; };
  std::vector<Term> parts;
  for (const auto& all : asked.plan.rows.parts) parts.insert(parts.end(), all.begin(), all.end());
  auto part = std::find_if(parts.begin(), parts.end(), cost);
  if (part == parts.end()) return;
  auto unclear = static_cast<std::size_t>(std::count_if(asked.rows.begin(), asked.rows.end(), [&](std::size_t row) {
    const Transaction& one = asked.ledger.transactions[row];
    bool lists = one.description.find_first_of(",/+") != std::string::npos ||
                 one.description.find(" and ") != std::string::npos ||
                 one.description.find(" und ") != std::string::npos ||
                 one.description.find(" et ") != std::string::npos;
    return lists && !type_shows(one, *part);
  }));
  if (unclear == 0) return;
  asked.draft.say(
      fmt::format("In {} the {} stand beside other purposes and their own amount is not given, so the sum is that "
                  "of whole rows.",
                  counted(unclear, "row", "rows"), part_words(*part)->name));
  asked.draft.part(Answered::partly);
}

void tell_sum(const RowsAsked& asked) {
  RowKind first = asked.ledger.transactions[asked.rows.front()].kind;
  bool mixed = std::any_of(asked.rows.begin(), asked.rows.end(),
                           [&](auto row) { return asked.ledger.transactions[row].kind != first; });
  for (RowKind kind : {RowKind::capital_call, RowKind::distribution, RowKind::adjustment}) {
    std::vector<std::size_t> of_kind;
    for (std::size_t row : asked.rows) {
      if (asked.ledger.transactions[row].kind == kind) of_kind.push_back(row);
    }
    if (of_kind.empty()) continue;
    RowChoice choice = asked.plan.rows;
    choice.kinds = {kind};
    Money total = sum_of(asked.ledger, of_kind);
    if (kind == RowKind::adjustment && tell_both_ways(asked, of_kind, choice_text(choice, asked.ledger.currency)))
      continue;
    asked.draft.say(fmt::format("The {} sum to {} ({}).", choice_text(choice, asked.ledger.currency),
                                asked.draft.money(total),
                                counted(events_of(asked.ledger, of_kind).size(), "row", "rows")));
    asked.draft.value(mixed ? std::string(name_of(kind)) + "_sum" : "sum", total);
  }
  if (!mixed) tell_each_time(asked);
  if (!mixed) tell_each_part(asked);
  if (mixed) {
    Money net;
    for (std::size_t row : asked.rows) net += asked.ledger.transactions[row].effects.lp_cash;
    asked.draft.say(fmt::format("Net cash to the investors: {}.", asked.draft.money(net)));
    asked.draft.value("net_cash", net);
  }
  if (asked.plan.has(Term::which)) asked.draft.say(fmt::format("They are: {}.", list_text(asked.ledger, asked.rows)));
  tell_parts_mixed(asked);
  asked.give(asked.rows);
}

}  // namespace dossier::funds
