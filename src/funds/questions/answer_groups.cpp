#include "funds/ledger/phrasing.h"
#include "funds/ledger/row_events.h"
#include "funds/questions/answering.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace dossier::funds {
namespace {

using Rows = std::vector<std::size_t>;

// What is the whole, and what the part of it, when a question asks for a share.
struct ShareChoice {
  RowChoice part, whole;
};

ShareChoice share_choice(const RowChoice& asked) {
  ShareChoice choice{.part = asked, .whole = {.kinds = asked.kinds}};
  bool by_nature = !asked.amounts.empty() || asked.recallable || !asked.parts.empty() || !asked.words.empty();
  if (asked.kinds.size() == 2) {  // "distributions as a share of calls"
    choice.part.kinds = {RowKind::distribution};
    choice.whole.kinds = {RowKind::capital_call};
  } else if (by_nature) {
    choice.whole.periods = asked.periods;  // "of the distributions in 2023, what share was recallable"
  }
  // Refunds and recalls of calls or distributions are adjustments of them, rows of another kind.
  if (asked.mentions(Term::recall)) choice.part.kinds.clear();
  if (asked.lowers) {
    choice.part.lowers = asked.lowers;
    choice.part.kinds.clear();
    choice.part.parts.clear();
  }
  return choice;
}

// What corrections took back from the calls or distributions.
Money taken_back(const Ledger& ledger, const Rows& rows, RowKind from) {
  Money sum;
  for (std::size_t row : rows) {
    const Effects& effects = ledger.transactions[row].effects;
    sum += from == RowKind::capital_call ? -effects.paid_in : -effects.distribution;
  }
  return sum;
}

// The company of a row by its description: what follows a colon ("Exit: TechCo Inc"), else what comes before the first
// comma or slash ("Orrell Valves, part sale").
std::string company_of(const Transaction& row) {
  std::string_view text = row.description;
  auto colon = text.find(": ");
  bool after_colon = colon != std::string_view::npos;  // there a comma parts companies: "Tandem Robotics, Halyard"
  if (after_colon) text.remove_prefix(colon + 2);
  text = text.substr(0, text.find_first_of(after_colon ? ";/(" : ",;/("));
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text.empty() ? "not named" : std::string(text);
}

// The sums of the groups of one question, by year, quarter or type.
class Groups {
 public:
  Groups(const Task& task, std::size_t fund, AnswerDraft& draft)
      : plan_(task.plan), draft_(draft), ledger_(draft.ledger()), rows_(chosen_rows(task.basis, fund, task.plan.rows)) {
    for (std::size_t row : rows_) groups_[name_of_group(ledger_.transactions[row])].push_back(row);
  }

  void give() {
    if (rows_.empty()) {
      draft_.say(fmt::format("There are no {}.", choice_text(plan_.rows, ledger_.currency)));
      draft_.part(Answered::no);
      return;
    }
    bool untyped = plan_.grouping == Grouping::type && std::all_of(rows_.begin(), rows_.end(), [&](std::size_t row) {
                     return !names_type(ledger_.transactions[row]);
                   });
    if (untyped && plan_.rows.kinds.size() == 1) {
      draft_.say("The document names no types of these rows.");
      return draft_.part(Answered::no);
    }
    if (plan_.grouping == Grouping::company)
      draft_.say(
          "The rows do not name companies in a column of their own; by the company each description begins with:");
    bool extreme = !plan_.has(Term::rank) && (plan_.measure == Measure::largest || plan_.measure == Measure::smallest);
    bool of_times =
        plan_.grouping == Grouping::year || plan_.grouping == Grouping::quarter || plan_.grouping == Grouping::month;
    if (plan_.choose_period && plan_.has_any({Term::positive, Term::negative})) {
      give_of_one_sign();
    } else if (extreme && of_times && !plan_.choose_period) {
      give_extreme_of_each();
    } else {
      plan_.choose_period || extreme ? give_extreme() : give_all();
    }
    draft_.part(plan_.grouping == Grouping::company ? Answered::partly : Answered::yes);
  }

 private:
  std::string name_of_group(const Transaction& row) const {
    switch (plan_.grouping) {
      case Grouping::quarter: return fmt::format("{} Q{}", row.date.year(), row.date.quarter());
      case Grouping::month: return row.date.iso().substr(0, 7);
      case Grouping::company: return company_of(row);
      case Grouping::type: return row.type.empty() ? std::string(kind_text(row.kind, true)) : row.type;
      default: return std::to_string(row.date.year());
    }
  }

  // Calls and distributions are never added up: several kinds together count by their cash.
  Money weight(const Rows& group) const {
    if (plan_.measure == Measure::count || plan_.by_count)
      return Money::of_minor(static_cast<Money::Minor>(events_of(ledger_, group).size()));
    if (plan_.rows.kinds.size() == 1) return sum_of(ledger_, group).abs();
    Money cash;
    for (std::size_t row : group) cash += ledger_.transactions[row].effects.lp_cash;
    return cash;
  }

  // "Which quarter had a positive net cash flow": those, each with its sum.
  void give_of_one_sign() {
    std::size_t given = 0;
    for (const auto& [name, group] : groups_) {
      Money sum = weight(group);
      if (sum.zero() || sum.negative() != plan_.has(Term::negative)) continue;
      ++given;
      draft_.value("period", name);
      give_group(name, group);
      draft_.rows(group);
    }
    if (given == 0) draft_.say("There is none.");
    draft_.cite(rows_);
  }

  void give_extreme() {
    auto lighter = [&](auto& a, auto& b) { return weight(a.second) < weight(b.second); };
    auto best = plan_.measure == Measure::smallest ? std::min_element(groups_.begin(), groups_.end(), lighter)
                                                   : std::max_element(groups_.begin(), groups_.end(), lighter);
    if (plan_.measure == Measure::smallest && plan_.grouping != Grouping::type)
      draft_.say("Of the periods that had any:");
    for (const auto& [name, group] : groups_) {
      if (weight(group) != weight(best->second)) continue;  // what is as much comes along
      draft_.value("period", name);
      give_group(name, group);
      draft_.rows(group);
      draft_.cite(group);
    }
  }

  // "The largest distribution of each year".
  void give_extreme_of_each() {
    for (const auto& [name, group] : groups_) {
      Rows chosen = extreme_rows(ledger_, group, plan_);
      draft_.say(fmt::format("{}: {}.", name, list_text(ledger_, chosen)));
      draft_.value(name, sum_of(ledger_, chosen));
      draft_.rows(chosen);
      draft_.cite(chosen);
    }
  }

  void give_all() {
    Rows so_far;
    for (const auto& [name, group] : in_their_order()) {
      so_far.insert(so_far.end(), group.begin(), group.end());
      give_group(name, plan_.cumulative ? so_far : group);
    }
    if (plan_.measure == Measure::average && plan_.rows.kinds.size() == 1) give_mean();
    draft_.rows(rows_);
    draft_.cite(rows_);
  }

  // By name, which for times is their order; ranked, the heaviest first.
  std::vector<std::pair<std::string, Rows>> in_their_order() const {
    std::vector<std::pair<std::string, Rows>> groups(groups_.begin(), groups_.end());
    bool ranked = plan_.has(Term::rank) && !plan_.cumulative;
    auto ahead = [&](auto& a, auto& b) {
      return plan_.ascending ? weight(a.second) < weight(b.second) : weight(b.second) < weight(a.second);
    };
    if (ranked) std::stable_sort(groups.begin(), groups.end(), ahead);
    return groups;
  }

  void give_group(const std::string& name, const Rows& group) {
    std::vector<std::string> parts;
    for (RowKind kind : {RowKind::capital_call, RowKind::distribution, RowKind::adjustment}) {
      Rows of_kind;
      std::copy_if(group.begin(), group.end(), std::back_inserter(of_kind),
                   [&](std::size_t row) { return ledger_.transactions[row].kind == kind; });
      if (of_kind.empty()) continue;
      parts.push_back(
          fmt::format("{} in {}", draft_.money(sum_of(ledger_, of_kind)),
                      counted(events_of(ledger_, of_kind).size(), kind_text(kind, false), kind_text(kind, true))));
    }
    bool mixed = plan_.rows.kinds.size() != 1;
    if (plan_.has(Term::share) && !mixed) {
      if (auto share = ratio(sum_of(ledger_, group), sum_of(ledger_, rows_))) parts.push_back(percent_text(*share));
    }
    draft_.say(fmt::format("{}{}: {}{}.", plan_.cumulative ? "Up to " : "", name, joined(parts),
                           mixed ? ", net cash " + draft_.money(weight(group)) : ""));
    if (plan_.measure == Measure::count) {
      draft_.value(name, static_cast<double>(events_of(ledger_, group).size()));
    } else {
      draft_.value(name, mixed ? weight(group) : sum_of(ledger_, group));
    }
  }

  void give_mean() {
    Money total = sum_of(ledger_, rows_);
    Money mean = Money::of_minor(total.minor() / static_cast<Money::Minor>(groups_.size()));
    draft_.say(fmt::format("On average {} in each of the {} that had any.", draft_.money(mean), groups_.size()));
    draft_.value("average", mean);
  }

  const Plan& plan_;
  AnswerDraft& draft_;
  const Ledger& ledger_;
  Rows rows_;
  std::map<std::string, Rows> groups_;
};

void tell_share(const Task& task, std::size_t fund, AnswerDraft& draft) {
  const Ledger& ledger = draft.ledger();
  ShareChoice choice = share_choice(task.plan.rows);
  if (!task.plan.rows.narrowed() && task.plan.rows.kinds.size() < 2 && !picks_rows(task.plan.measure)) {
    draft.say("A share needs to know of which part: of one type, year or company, or of the largest.");
    return draft.part(Answered::no);
  }
  Rows some = chosen_rows(task.basis, fund, choice.part), whole = chosen_rows(task.basis, fund, choice.whole);
  if (picks_rows(task.plan.measure)) some = extreme_rows(ledger, some, task.plan);  // "the largest as a share of all"
  Money part = sum_of(ledger, some), all = sum_of(ledger, whole);
  if (choice.part.lowers) part = taken_back(ledger, some, *choice.part.lowers);
  bool unmarked = some.empty() && (task.plan.rows.mentions(Term::recall) || task.plan.rows.mentions(Term::fee) ||
                                   task.plan.rows.mentions(Term::expense) || task.plan.rows.mentions(Term::tax));
  unmarked = unmarked ||
             (some.empty() && task.plan.rows.recallable.value_or(false) &&
              std::any_of(whole.begin(), whole.end(), [&](auto row) { return !ledger.transactions[row].recallable; }));
  if (unmarked) {
    draft.say(fmt::format("No row is marked as such, so their share is not known: {}.",
                          choice_text(choice.part, ledger.currency)));
    return draft.part(Answered::no);
  }
  auto share = ratio(part, all);
  if (!share) {
    draft.say(
        fmt::format("There are no {}, so there is no share of them.", choice_text(choice.whole, ledger.currency)));
    draft.part(Answered::no);
    return;
  }
  if (some.empty() && !task.plan.rows.words.empty()) {
    draft.say(fmt::format("There are no {}, so there is no share of them.", choice_text(choice.part, ledger.currency)));
    draft.cite(whole);
    return draft.part(Answered::no);
  }
  draft.say(fmt::format("{} of the {}: {} of {} ({} of {} rows).", percent_text(*share),
                        choice_text(choice.whole, ledger.currency), draft.money(part), draft.money(all), some.size(),
                        whole.size()));
  bool silent = std::any_of(whole.begin(), whole.end(), [&](auto row) { return !ledger.transactions[row].recallable; });
  if (task.plan.rows.recallable && silent) {
    draft.say("For some of them the documents do not say whether they are recallable.");
  }
  draft.value("share", *share);
  draft.value("part", part);
  draft.value("whole", all);
  draft.rows(some);
  draft.cite(whole);
  draft.part(Answered::yes);
}

}  // namespace

void answer_share(const Task& task, AnswerDraft& draft) {
  tell_each_fund(task, draft, [&](std::size_t fund) { tell_share(task, fund, draft); });
}

void answer_groups(const Task& task, AnswerDraft& draft) {
  tell_each_fund(task, draft, [&](std::size_t fund) { Groups(task, fund, draft).give(); });
}

}  // namespace dossier::funds
