#include "funds/ledger/phrasing.h"
#include "funds/ledger/row_events.h"
#include "funds/questions/answering.h"
#include "funds/questions/question_alternatives.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

using Rows = std::vector<std::size_t>;

// What of the rows of an alternative is compared: their sum, their mean or, as minor units, their number.
Money measured(Measure measure, const Ledger& ledger, const Rows& rows) {
  auto events = events_of(ledger, rows);
  auto count = static_cast<Money::Minor>(events.size());
  if (measure == Measure::count) return Money::of_minor(count);
  Money sum = sum_of(ledger, rows);
  return measure == Measure::average && count > 0 ? divided(sum, events.size()) : sum;
}

// "Did 2021 bring more than 2022?", "return of capital versus gains": each by itself, then which is the most.
class ChoiceOrder {
 public:
  ChoiceOrder(const Task& task, std::size_t fund, AnswerDraft& draft)
      : task_(task), fund_(fund), draft_(draft), counts_(task.plan.measure == Measure::count) {}

  void give() {
    for (const Alternative& one : alternatives_of(task_.plan)) tell(one);
    tell_whether();
    std::string mean = task_.plan.measure == Measure::average ? "average of the " : "";
    draft_.say(fmt::format("{}{}: {}.", mean, what_text(), joined(parts_)));
    auto most = std::max_element(sizes_.begin(), sizes_.end());
    Money difference = (sizes_[0] - sizes_[1]).abs();
    std::string more = names_[static_cast<std::size_t>(most - sizes_.begin())];
    draft_.say(difference.zero() && sizes_.size() == 2 ? "They are equal." : fmt::format("Most {}.", more));
    counts_ ? draft_.value("difference", static_cast<double>(difference.minor()))
            : draft_.value("difference", difference);
    draft_.part(Answered::yes);
  }

 private:
  // What is common to the alternatives.
  std::string what_text() const {
    RowChoice common;
    common.kinds = task_.plan.rows.kinds;
    return choice_text(common, draft_.ledger().currency);
  }

  void tell(const Alternative& one) {
    const Ledger& ledger = draft_.ledger();
    Rows rows = chosen_rows(task_.basis, fund_, one.rows);
    std::size_t count = events_of(ledger, rows).size();
    sizes_.push_back(measured(task_.plan.measure, ledger, rows));
    names_.push_back(one.name);
    std::string size = counts_ ? "" : draft_.money(sizes_.back()) + " ";
    parts_.push_back(fmt::format("{}{} ({})", size, one.name, counted(count, "row", "rows")));
    counts_ ? draft_.value(one.name, static_cast<double>(count)) : draft_.value(one.name, sizes_.back());
    draft_.rows(rows);
    draft_.cite(rows);
  }

  void tell_whether() {
    bool asks = task_.plan.yes_or_no && sizes_.size() == 2 && task_.plan.has_any({Term::higher, Term::lower});
    if (!asks) return;
    bool holds = task_.plan.has(Term::lower) ? sizes_[0] < sizes_[1] : sizes_[0] > sizes_[1];
    draft_.say(holds ? "Yes." : "No.");
  }

  const Task& task_;
  std::size_t fund_;
  AnswerDraft& draft_;
  bool counts_;
  std::vector<Money> sizes_;
  std::vector<std::string> names_, parts_;
};

}  // namespace

void answer_choice_order(const Task& task, AnswerDraft& draft) {
  tell_each_fund(task, draft, [&](std::size_t fund) { ChoiceOrder(task, fund, draft).give(); });
}

}  // namespace dossier::funds
