#include "funds/ledger/phrasing.h"
#include "funds/questions/answer_rows.h"
#include "reading/fold.h"
#include "reading/one_of.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

// The rows of one fund that the question asks for.
struct FundRows {
  const Ledger* ledger;
  std::vector<std::size_t> rows;
  std::size_t events = 0;
};

std::vector<FundRows> rows_of_funds(const Task& task) {
  std::vector<FundRows> all;
  for (std::size_t fund : task.funds) {
    const Ledger& ledger = task.basis.fund(fund).ledger;
    FundRows one{&ledger, chosen_rows(task.basis, fund, task.plan.rows)};
    one.events = events_of(ledger, one.rows).size();
    all.push_back(std::move(one));
  }
  return all;
}

bool one_currency(const std::vector<FundRows>& funds) {
  return std::all_of(funds.begin(), funds.end(),
                     [&](const FundRows& fund) { return fund.ledger->currency == funds.front().ledger->currency; });
}

// The funds that have the row a measure picks from all of them; more than one where they are equal.
std::vector<std::size_t> holders_of_the_picked(const Task& task, const std::vector<FundRows>& funds) {
  bool by_date = task.plan.measure == Measure::latest || task.plan.measure == Measure::earliest;
  bool most = task.plan.measure == Measure::latest || task.plan.measure == Measure::largest;
  std::optional<std::int64_t> best;
  std::vector<std::size_t> holders;
  for (std::size_t k = 0; k < funds.size(); ++k) {
    const FundRows& fund = funds[k];
    auto picked = extreme_rows(*fund.ledger, fund.rows, task.plan);
    if (picked.empty()) continue;
    Money amount = amount_of(*fund.ledger, events_of(*fund.ledger, picked).front()).abs();
    std::int64_t size = by_date ? fund.ledger->transactions[picked.front()].date.days_since_epoch()
                                : static_cast<std::int64_t>(amount.minor());
    bool better = !best || (most ? size > *best : size < *best);
    if (!better && size != *best) continue;
    if (better) holders.clear();
    best = size;
    holders.push_back(task.funds[k]);
  }
  return holders;
}

void tell_picked(const Task& task, const std::vector<FundRows>& funds, AnswerDraft& draft) {
  std::vector<std::string> names;
  for (std::size_t fund : holders_of_the_picked(task, funds)) names.push_back(task.basis.fund(fund).ledger.name);
  if (!names.empty()) draft.say(fmt::format("Of all of them it is that of {}.", joined(names)));
}

// "The largest single call in these two funds": one row of all of them. "The largest call of each fund", "the largest
// calls of both" are one of each.
bool asks_for_one_of_all(const Plan& plan) {
  if (!picks_rows(plan.measure) || plan.top != 1 || plan.nth != 1 || !plan.measures.empty()) return false;
  const auto words = reading::fold_tokens(plan.question);
  bool among = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (reading::one_of(words[at], {"each", "both", "every", "respectively", "either", "per"})) return false;
    const bool links = reading::one_of(words[at], {"in", "of", "across", "among", "amongst", "over", "from"});
    for (std::size_t k = at + 1; links && k < std::min(words.size(), at + 5); ++k) among = among || words[k] == "funds";
  }
  const bool one_row = std::any_of(plan.terms.begin(), plan.terms.end(), [](const SaidTerm& said) {
    return kind_of(said.term) && !said.spelled.ends_with('s');
  });
  return among && one_row;
}

}  // namespace

std::vector<std::size_t> funds_asked_for(const Task& task) {
  if (!task.several() || !asks_for_one_of_all(task.plan)) return task.funds;
  const auto funds = rows_of_funds(task);
  const bool by_date = task.plan.measure == Measure::latest || task.plan.measure == Measure::earliest;
  if (!by_date && !one_currency(funds)) return task.funds;
  auto holders = holders_of_the_picked(task, funds);
  return holders.empty() ? task.funds : holders;
}

void tell_together(const Task& task, AnswerDraft& draft) {
  const Plan& plan = task.plan;
  if (plan.rows.kinds.size() != 1 || !plan.measures.empty() || plan.every) return;
  auto funds = rows_of_funds(task);
  draft.about(task.funds.front(), false);
  std::size_t events = 0;
  Money sum;
  for (const FundRows& fund : funds) {
    events += fund.events;
    sum += sum_of(*fund.ledger, fund.rows);
  }
  if (plan.measure == Measure::count) {
    draft.say(fmt::format("Together {}.", events));
    draft.value("count_together", static_cast<double>(events));
    return;
  }
  if (!one_currency(funds)) {
    bool adds = plan.measure == Measure::sum || plan.measure == Measure::average || picks_rows(plan.measure);
    if (adds) draft.say("They are in different currencies, and amounts of different currencies are not added.");
    return;
  }
  if (plan.measure == Measure::sum) {
    draft.say(fmt::format("Together {}.", draft.money(sum)));
    draft.value("sum_together", sum);
  }
  if (plan.measure == Measure::average && events > 0) {
    draft.say(fmt::format("Over all {} rows {}.", events, draft.money(divided(sum, events))));
    draft.value("average_together", divided(sum, events));
  }
  if (picks_rows(plan.measure) && plan.top == 1 && plan.nth == 1) tell_picked(task, funds, draft);
}

}  // namespace dossier::funds
