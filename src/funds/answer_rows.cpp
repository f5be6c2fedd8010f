#include "funds/answering.h"
#include "funds/phrasing.h"
#include "funds/row_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace dossier::funds {
namespace {

Money middle_of(const Ledger& ledger, const std::vector<RowEvent>& events) {
  std::vector<Money> amounts;
  for (const RowEvent& event : events) amounts.push_back(amount_of(ledger, event));
  std::sort(amounts.begin(), amounts.end());
  std::size_t half = amounts.size() / 2;
  if (amounts.size() % 2 == 1) return amounts[half];
  return Money::of_minor((amounts[half - 1].minor() + amounts[half].minor()) / 2);
}

std::string measure_name(const Plan& plan) {
  std::string name;
  switch (plan.measure) {
    case Measure::largest: name = "largest"; break;
    case Measure::smallest: name = "smallest"; break;
    case Measure::latest: name = "latest"; break;
    case Measure::earliest: name = "first"; break;
    default: break;
  }
  if (plan.nth == 2) name = plan.measure == Measure::earliest ? "second" : "second " + name;
  if (plan.nth == 3) name = plan.measure == Measure::earliest ? "third" : "third " + name;
  return name;
}

class RowAnswer {
 public:
  RowAnswer(const Task& task, std::size_t fund, AnswerDraft& draft)
      : task_(task), plan_(task.plan), fund_(fund), draft_(draft), ledger_(task.basis.fund(fund).ledger) {}

  void give() {
    rows_ = chosen_rows(task_.basis, fund_, plan_.rows);
    events_ = events_of(ledger_, rows_);
    what_ = choice_text(plan_.rows, ledger_.currency);
    if (!ledger_holds_the_time()) return;
    if (whole_fund_metric()) return;
    if (rows_.empty()) return none();
    if (plan_.every) return whether_all();
    tell_what_leaves_nothing_out();
    if (counts_numbers(ledger_, plan_.rows)) {
      draft_.say("The document numbers none of them; counted by date:");
      draft_.part(Answered::partly);
    }
    if (plan_.measures.empty()) return tell(plan_.measure);
    for (Measure measure : plan_.measures) tell(measure);
  }

 private:
  void tell(Measure measure) {
    switch (measure) {
      case Measure::none: return listed();
      case Measure::count: return count();
      case Measure::sum: return sum();
      case Measure::average: return average("average", divided(sum_of(ledger_, rows_), events_.size()));
      case Measure::interval: return interval();
      case Measure::median: return average("median", middle_of(ledger_, events_));
      default: return extremes(measure);
    }
  }

  // A question about a time the reports do not reach has no answer, not the answer "none".
  bool ledger_holds_the_time() {
    auto end = task_.basis.fund(fund_).metrics.as_of;
    const auto& ranges = plan_.rows.periods.ranges;
    bool beyond = end && !ranges.empty() && std::all_of(ranges.begin(), ranges.end(), [&](const DateRange& range) {
                    return range.from && *range.from > *end;
                  });
    if (!beyond || !rows_.empty()) return true;
    draft_.say(
        fmt::format("The reports reach to {}; what happened after that is not in them. A later report would be needed.",
                    date_text(*end)));
    draft_.part(Answered::no);
    return false;
  }

  // Sums over everything are metrics, with their corrections and printed figures.
  bool whole_fund_metric() {
    if (plan_.measure != Measure::sum || plan_.rows.narrowed() || ledger_.transactions.empty()) return false;
    std::vector<Metric> metrics;
    for (RowKind kind : plan_.rows.kinds) {
      if (kind == RowKind::adjustment) return false;
      metrics.push_back(kind == RowKind::capital_call ? Metric::total_calls : Metric::total_distributions);
    }
    if (metrics.empty()) metrics = {Metric::total_calls, Metric::total_distributions, Metric::net_cash};
    for (Metric metric : metrics) tell_metric(task_, fund_, metric, task_.basis.fund(fund_).metrics, draft_);
    return true;
  }

  void none() {
    if (ledger_.transactions.empty()) {
      draft_.say("The documents hold no dated transactions of this fund.");
      draft_.part(Answered::no);
      return;
    }
    if (recallable_unsaid() || types_unsaid()) return;
    if (words_stand_apart()) return;
    draft_.say(fmt::format("{}There are no {}.", plan_.yes_or_no ? "No. " : "", what_));
    if (plan_.measure == Measure::count) draft_.value("count", 0.0);
    if (plan_.measure == Measure::sum) draft_.value("sum", Money());
    cite_searched();
    draft_.part(Answered::yes);
  }

  // A report that marks no row as recallable may say it in its text, or not at all: that is no "none".
  bool recallable_unsaid() {
    if (!plan_.rows.recallable) return false;
    RowChoice any = plan_.rows;
    any.recallable.reset();
    auto rows = chosen_rows(task_.basis, fund_, any);
    bool unsaid =
        std::any_of(rows.begin(), rows.end(), [&](auto row) { return !ledger_.transactions[row].recallable; });
    if (!unsaid) return false;
    draft_.say("The rows do not say which distributions are recallable.");
    bool told = answer_passage(task_.basis, "recallable", draft_);
    draft_.part(told ? Answered::partly : Answered::no);
    return true;
  }

  // "Fernwave cost": each word stands in some row, both in none; one of them may not have been meant to choose rows.
  bool words_stand_apart() {
    RowChoice words;
    words.words = plan_.rows.words;
    bool several = std::any_of(words.words.begin(), words.words.end(), [](auto& all) { return all.size() > 1; });
    if (!several || !chosen_rows(task_.basis, fund_, words).empty()) return false;
    draft_.say(fmt::format("There are no {}; ask with fewer words.", what_));
    draft_.part(Answered::no);
    return true;
  }

  // Rows that name no type may be gains all the same.
  bool types_unsaid() {
    RowChoice any = plan_.rows;
    any.parts.clear();
    auto rows = chosen_rows(task_.basis, fund_, any);
    bool unsaid =
        !plan_.rows.parts.empty() && plan_.rows.kinds == std::vector{RowKind::distribution} &&
        std::all_of(rows.begin(), rows.end(), [&](auto row) { return !names_type(ledger_.transactions[row]); });
    if (!unsaid || rows.empty()) return false;
    draft_.say(fmt::format("The document names no type of its distributions, and none of them mentions {}.",
                           part_words(plan_.rows.parts[0][0])->name));
    draft_.part(Answered::no);
    return true;
  }

  // "Excluding reversals" where there are none: said, so that nobody takes the figure for another.
  void tell_what_leaves_nothing_out() {
    for (const RowChoice& out : plan_.rows.without) {
      RowChoice within = plan_.rows;
      within.without.clear();
      auto rows = chosen_rows(task_.basis, fund_, within);
      auto left_out = chosen_rows(task_.basis, fund_, out);
      bool any = std::any_of(rows.begin(), rows.end(), [&](std::size_t row) {
        return std::find(left_out.begin(), left_out.end(), row) != left_out.end();
      });
      if (!any)
        draft_.say(fmt::format("Nothing had to be left out: none of them are {}.", choice_text(out, ledger_.currency)));
    }
  }

  // "Was every call below $2m?"
  void whether_all() {
    RowChoice all;
    all.kinds = plan_.rows.kinds;
    all.periods = plan_.rows.periods;
    auto whole = chosen_rows(task_.basis, fund_, all);
    std::string of = fmt::format("{} of {}", events_.size(),
                                 counted(events_of(ledger_, whole).size(), choice_text(all, ledger_.currency, false),
                                         choice_text(all, ledger_.currency)));
    draft_.say(
        fmt::format("{} {} are so: {}.", rows_.size() == whole.size() ? "Yes." : "No.", of, list_text(ledger_, rows_)));
    draft_.value("count", static_cast<double>(events_.size()));
    draft_.value("of", static_cast<double>(events_of(ledger_, whole).size()));
    give_rows(rows_);
  }

  // Where nothing was found: the rows of the kind that were looked through.
  void cite_searched() {
    RowChoice all;
    all.kinds = plan_.rows.kinds;
    draft_.cite(chosen_rows(task_.basis, fund_, all));
  }

  void give_rows(const std::vector<std::size_t>& rows) {
    draft_.rows(rows);
    draft_.cite(rows);
    draft_.part(Answered::yes);
  }

  void listed() {
    bool compares = plan_.rows.numbers.size() == 2 && plan_.has_any({Term::higher, Term::lower});
    std::string opening = plan_.yes_or_no && !compares ? "Yes, " : "";
    draft_.say(fmt::format("{}{}: {}.", opening,
                           counted(events_.size(), choice_text(plan_.rows, ledger_.currency, false), what_),
                           list_text(ledger_, rows_)));
    if (rows_.size() > 1 && plan_.rows.kinds.size() == 1) {
      Money total = sum_of(ledger_, rows_);
      draft_.say(fmt::format("Together {}.", draft_.money(total)));
      draft_.value("sum", total);
    }
    tell_parts_mixed();
    tell_two_against_each_other();
    give_rows(rows_);
  }

  // "Is call 4 bigger than call 5", "the difference between call 4 and call 5".
  void tell_two_against_each_other() {
    bool asks = plan_.rows.numbers.size() == 2 && events_.size() == 2 &&
                plan_.has_any({Term::difference, Term::higher, Term::lower, Term::compare});
    if (!asks) return;
    bool in_order = plan_.rows.numbers[0] <= plan_.rows.numbers[1];
    Money first = amount_of(ledger_, events_[in_order ? 0 : 1]), second = amount_of(ledger_, events_[in_order ? 1 : 0]);
    Money by = first - second;
    std::string which = by.zero() ? "They are equal."
                                  : fmt::format("The {} of them is larger by {}.",
                                                by.negative() ? "second named" : "first named", draft_.money(by.abs()));
    draft_.say(which);
    draft_.value("difference", by.abs());
  }

  void count() {
    draft_.say(fmt::format("{}: {}.", counted(events_.size(), choice_text(plan_.rows, ledger_.currency, false), what_),
                           list_text(ledger_, rows_)));
    draft_.value("count", static_cast<double>(events_.size()));
    give_rows(rows_);
  }

  void sum() {
    RowKind first = ledger_.transactions[rows_.front()].kind;
    bool mixed =
        std::any_of(rows_.begin(), rows_.end(), [&](auto row) { return ledger_.transactions[row].kind != first; });
    for (RowKind kind : {RowKind::capital_call, RowKind::distribution, RowKind::adjustment}) {
      std::vector<std::size_t> of_kind;
      for (std::size_t row : rows_) {
        if (ledger_.transactions[row].kind == kind) of_kind.push_back(row);
      }
      if (of_kind.empty()) continue;
      RowChoice choice = plan_.rows;
      choice.kinds = {kind};
      Money total = sum_of(ledger_, of_kind);
      if (kind == RowKind::adjustment && tell_both_ways(of_kind, choice_text(choice, ledger_.currency))) continue;
      draft_.say(fmt::format("The {} sum to {} ({}).", choice_text(choice, ledger_.currency), draft_.money(total),
                             counted(events_of(ledger_, of_kind).size(), "row", "rows")));
      draft_.value(mixed ? std::string(name_of(kind)) + "_sum" : "sum", total);
    }
    if (!mixed) tell_each_time();
    if (!mixed) tell_each_part();
    if (mixed) {
      Money net;
      for (std::size_t row : rows_) net += ledger_.transactions[row].effects.lp_cash;
      draft_.say(fmt::format("Net cash to the investors: {}.", draft_.money(net)));
      draft_.value("net_cash", net);
    }
    tell_parts_mixed();
    give_rows(rows_);
  }

  // "In 2021 and in 2023": the sum of each beside that of both.
  void tell_each_time() {
    const auto& ranges = plan_.rows.periods.ranges;
    if (ranges.size() < 2) return;
    std::vector<std::string> parts;
    for (const DateRange& range : ranges) {
      RowChoice choice = plan_.rows;
      choice.periods.ranges = {range};
      Money sum = sum_of(ledger_, chosen_rows(task_.basis, fund_, choice));
      parts.push_back(fmt::format("{} {}", draft_.money(sum), range_text(range)));
      draft_.value(range_text(range), sum);
    }
    draft_.say(fmt::format("Of that {}.", joined(parts)));
  }

  // "Total gains and total interest": each beside both.
  void tell_each_part() {
    if (plan_.rows.parts.size() < 2) return;
    std::vector<std::string> parts;
    for (const auto& all : plan_.rows.parts) {
      RowChoice choice = plan_.rows;
      choice.parts = {all};
      Money sum = sum_of(ledger_, chosen_rows(task_.basis, fund_, choice));
      parts.push_back(fmt::format("{} {}", part_words(all[0])->name, draft_.money(sum)));
      draft_.value(std::string(part_words(all[0])->name), sum);
    }
    draft_.say(fmt::format("Of that {}.", joined(parts)));
  }

  // Adjustments paid to and by the investors are told apart; what is left is their net.
  bool tell_both_ways(const std::vector<std::size_t>& rows, const std::string& what) {
    Money to, by;
    for (std::size_t row : rows) {
      Money cash = ledger_.transactions[row].effects.lp_cash;
      (cash.negative() ? by : to) += cash.abs();
    }
    if (to.zero() || by.zero()) return false;
    draft_.say(fmt::format("The {} come to {} paid to the investors and {} paid by them, net {} to the investors ({}).",
                           what, draft_.money(to), draft_.money(by), draft_.money(to - by),
                           counted(rows.size(), "row", "rows")));
    draft_.value("to_investors", to);
    draft_.value("by_investors", by);
    draft_.value("sum", to - by);
    return true;
  }

  // "Call 1: investments, fees": the fee's own amount is not in the ledger.
  void tell_parts_mixed() {
    auto cost = [](Term part) { return part == Term::fee || part == Term::expense || part == Term::tax; };
    std::vector<Term> parts;
    for (const auto& all : plan_.rows.parts) parts.insert(parts.end(), all.begin(), all.end());
    auto part = std::find_if(parts.begin(), parts.end(), cost);
    if (part == parts.end()) return;
    auto unclear = static_cast<std::size_t>(std::count_if(rows_.begin(), rows_.end(), [&](std::size_t row) {
      const Transaction& one = ledger_.transactions[row];
      bool lists = one.description.find_first_of(",/+") != std::string::npos ||
                   one.description.find(" and ") != std::string::npos ||
                   one.description.find(" und ") != std::string::npos ||
                   one.description.find(" et ") != std::string::npos;
      return lists && !type_shows(one, *part);
    }));
    if (unclear == 0) return;
    draft_.say(
        fmt::format("In {} the {} stand beside other purposes and their own amount is not given, so the sum is that "
                    "of whole rows.",
                    counted(unclear, "row", "rows"), part_words(*part)->name));
    draft_.part(Answered::partly);
  }

  static bool type_shows(const Transaction& row, Term part) {
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

  void average(std::string_view name, Money value) {
    draft_.say(fmt::format("The {} of the {} is {} ({}).", name, what_, draft_.money(value),
                           counted(events_.size(), "row", "rows")));
    draft_.value(std::string(name), value);
    give_rows(rows_);
  }

  void interval() {
    if (!plan_.ends.empty()) return interval_between_ends();
    std::vector<Date> dates;
    for (std::size_t row : rows_) dates.push_back(ledger_.transactions[row].date);
    std::sort(dates.begin(), dates.end());
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    if (dates.size() < 2) {
      draft_.say(fmt::format("There is only one date among the {}, so no time between them.", what_));
      return give_rows(rows_);
    }
    double days = static_cast<double>(dates.back() - dates.front()) / static_cast<double>(dates.size() - 1);
    draft_.say(fmt::format("{:.0f} days on average between the {} dates of {}, from {} to {}.", days, dates.size(),
                           what_, date_text(dates.front()), date_text(dates.back())));
    draft_.value("days", days);
    give_rows(rows_);
  }

  void interval_between_ends() {
    std::vector<std::size_t> ends;
    for (const RowEnd& end : plan_.ends) {
      RowChoice choice = plan_.rows;
      choice.kinds = {end.kind};
      Plan pick{.measure = end.measure};
      auto chosen = extreme_rows(ledger_, chosen_rows(task_.basis, fund_, choice), pick);
      if (chosen.empty()) {
        draft_.say(fmt::format("There are no {}.", choice_text(choice, ledger_.currency)));
        return draft_.part(Answered::yes);
      }
      ends.push_back(chosen.front());
    }
    int days = ledger_.transactions[ends[1]].date - ledger_.transactions[ends[0]].date;
    draft_.say(
        fmt::format("{} days ({:.1f} years): {}.", std::abs(days), std::abs(days) / 365.25, list_text(ledger_, ends)));
    draft_.value("days", std::abs(days));
    give_rows(ends);
  }

  void extremes(Measure measure) {
    Plan pick = plan_;
    pick.measure = measure;
    auto chosen = extreme_rows(ledger_, rows_, pick);
    if (chosen.empty()) {
      draft_.say(fmt::format("There are only {}.",
                             counted(rows_.size(), choice_text(plan_.rows, ledger_.currency, false), what_)));
      draft_.part(Answered::yes);
      return;
    }
    bool one = events_of(ledger_, chosen).size() == 1;
    draft_.say(fmt::format("The {} {}: {}.", measure_name(pick), choice_text(plan_.rows, ledger_.currency, !one),
                           list_text(ledger_, chosen)));
    if (one) {
      draft_.value("amount", sum_of(ledger_, chosen));
      draft_.value("date", ledger_.transactions[chosen[0]].date.iso());
    }
    if (!one && plan_.has(Term::sum)) {  // "the total of the two largest calls"
      draft_.say(fmt::format("Together {}.", draft_.money(sum_of(ledger_, chosen))));
      draft_.value("sum", sum_of(ledger_, chosen));
    }
    give_rows(chosen);
  }

  const Task& task_;
  const Plan& plan_;
  std::size_t fund_;
  AnswerDraft& draft_;
  const Ledger& ledger_;
  std::vector<std::size_t> rows_;
  std::vector<RowEvent> events_;
  std::string what_;
};

}  // namespace

void answer_rows(const Task& task, AnswerDraft& draft) {
  for (std::size_t fund : task.funds) {
    draft.about(fund, task.several());
    RowAnswer(task, fund, draft).give();
  }
}

}  // namespace dossier::funds
