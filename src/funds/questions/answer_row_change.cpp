#include "funds/ledger/periods.h"
#include "funds/ledger/phrasing.h"
#include "funds/ledger/row_events.h"
#include "funds/questions/answering.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

// Metrics of the ledger as it would be if some of its rows had been smaller, later, or not at all.
namespace dossier::funds {
namespace {

using How = RowChange::How;

Money scaled(Money amount, double factor) {
  return Money::of_minor(static_cast<Money::Minor>(std::llround(static_cast<double>(amount.minor()) * factor)));
}

void scale(Transaction& row, double factor) {
  row.amount = scaled(row.amount, factor);
  Effects& effects = row.effects;
  for (Money* amount : {&effects.paid_in, &effects.distribution, &effects.unfunded, &effects.non_cash})
    *amount = scaled(*amount, factor);
  effects.lp_cash = effects.distribution - effects.paid_in - effects.non_cash;
}

class RowsChanged {
 public:
  RowsChanged(const Task& task, std::size_t fund, AnswerDraft& draft)
      : task_(task),
        change_(*task.plan.row_change),
        fund_(fund),
        draft_(draft),
        ledger_(task.basis.fund(fund).ledger) {}

  void give() {
    const MetricSet actual = metrics_for(task_, fund_);
    choose();
    if (rows_.empty() || !actual.as_of)
      return refuse(fmt::format("There are no such rows: {}.", choice_text(change_.rows, ledger_.currency)));
    const std::string premise = change();
    if (premise.empty()) return;
    const bool beyond = std::any_of(rows_.begin(), rows_.end(), [&](std::size_t row) {
      return row < ledger_.transactions.size() && ledger_.transactions[row].date > *actual.as_of;
    });
    if (moves() && beyond)
      return refuse(fmt::format("That day lies behind the report of {}, so nothing can be reckoned as of it.",
                                date_text(*actual.as_of)));
    std::stable_sort(ledger_.transactions.begin(), ledger_.transactions.end(),
                     [](const auto& a, const auto& b) { return a.date < b.date; });
    const MetricSet supposed = compute_metrics(ledger_, actual.as_of);
    for (Metric metric : task_.plan.metrics) tell(supposed[metric], actual[metric], premise);
    draft_.cite(rows_);
  }

 private:
  bool moves() const { return change_.how >= How::move_days; }

  void refuse(const std::string& why) {
    draft_.say(why);
    draft_.part(Answered::no);
  }

  void choose() {
    rows_ = chosen_rows(task_.basis, fund_, change_.rows);
    if (!picks_rows(change_.measure)) return;
    Plan pick;
    pick.rows = change_.rows;
    pick.measure = change_.measure;
    pick.top = change_.top;
    pick.nth = change_.nth;
    rows_ = extreme_rows(ledger_, rows_, pick);
  }

  // Changes the ledger; returns what is supposed, in words, or nothing after a refusal.
  std::string change() {
    const std::string which = list_text(ledger_, rows_);
    if (change_.how == How::leave_out) {
      for (auto row = rows_.rbegin(); row != rows_.rend(); ++row)
        ledger_.transactions.erase(ledger_.transactions.begin() + static_cast<std::ptrdiff_t>(*row));
      return "Without " + which;
    }
    if (moves()) return moved(which);
    return resized(which);
  }

  std::string moved(const std::string& which) {
    std::string days;
    for (std::size_t row : rows_) {
      Date& date = ledger_.transactions[row].date;
      const int by = static_cast<int>(change_.value);
      if (change_.how == How::move_months) date = months_before(date, -by);
      if (change_.how == How::move_days) date = Date::of_days(date.days_since_epoch() + by).value_or(date);
      if (change_.how == How::move_to) date = *change_.date;
      const std::string day = date_text(date);
      if (!days.ends_with(day)) days += (days.empty() ? "" : ", ") + day;
    }
    return fmt::format("With {} on {} instead", which, days);
  }

  std::string resized(const std::string& which) {
    const auto events = events_of(ledger_, rows_);
    const Money before = sum_of(ledger_, rows_);
    double factor = change_.value;
    if (change_.how != How::scale) {
      if (events.size() != 1 || before.zero()) {
        refuse(
            fmt::format("That names {}; say which of them is to be different.", counted(events.size(), "row", "rows")));
        return "";
      }
      const double now = before.to_double(ledger_.currency.minor_digits());
      factor = (change_.how == How::add ? now + change_.value : change_.value) / now;
      if (factor < 0) {
        refuse(fmt::format("The row is only {}.", draft_.money(before)));
        return "";
      }
    }
    for (std::size_t row : rows_) scale(ledger_.transactions[row], factor);
    const std::string after = draft_.money(sum_of(ledger_, rows_));
    return events.size() == 1 ? fmt::format("With {} at {} instead and an unchanged NAV", which, after)
                              : fmt::format("With {} at {} together instead of {} and an unchanged NAV", which, after,
                                            draft_.money(before));
  }

  void tell(const MetricValue& value, const MetricValue& now, const std::string& premise) {
    if (!value.known())
      return refuse(fmt::format("{} the {} is not known: {}.", premise, title_of(value.metric), value.reason));
    if (const auto& mark = task_.plan.mark; mark && mark->bound != Bound::none && value.number)
      draft_.say(compares(mark->bound, *value.number, mark->value) ? "Yes." : "No.");
    draft_.say(fmt::format("{} the {} would be {}{}.", premise, title_of(value.metric), draft_.text_of(value),
                           now.known() ? fmt::format(" instead of {}", draft_.text_of(now)) : ""));
    draft_.value(value);
    if (task_.plan.has(Term::difference)) tell_change(value, now, draft_);
    draft_.cite(now);
    draft_.part(Answered::yes);
  }

  const Task& task_;
  const RowChange& change_;
  std::size_t fund_;
  AnswerDraft& draft_;
  Ledger ledger_;
  std::vector<std::size_t> rows_;
};

}  // namespace

void answer_row_change(const Task& task, AnswerDraft& draft) {
  tell_each_fund(task, draft, [&](std::size_t fund) { RowsChanged(task, fund, draft).give(); });
}

}  // namespace dossier::funds
