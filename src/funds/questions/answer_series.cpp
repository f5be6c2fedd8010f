#include "funds/ledger/phrasing.h"
#include "funds/questions/answering.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace dossier::funds {
namespace {

// The metrics of one fund at the end of each year or quarter up to its report.
class Series {
 public:
  Series(const Task& task, std::size_t fund, AnswerDraft& draft)
      : plan_(task.plan),
        draft_(draft),
        ledger_(draft.ledger()),
        end_(task.basis.fund(fund).metrics.as_of),
        points_(running(ledger_, end_)) {}

  void give() {
    if (ledger_.transactions.empty() || !end_) {
      draft_.say("The documents hold no dated transactions.");
      return draft_.part(Answered::no);
    }
    for (Date at = last_of_period(ledger_.transactions.front().date);; at = last_of_period(day_after(at))) {
      tell(std::min(at, *end_));
      if (at >= *end_ || told_ >= kPointsMax) break;
    }
    if (!unknown_.empty()) draft_.say(unknown_text());
    draft_.part(known_ == 0 ? Answered::no : unknown_.empty() ? Answered::yes : Answered::partly);
  }

 private:
  static constexpr int kPointsMax = 200;  // 50 years of quarters

  std::string unknown_text() const {
    constexpr std::size_t kNamedMax = 6;
    std::string when = unknown_.size() > kNamedMax
                           ? fmt::format("{} {}, from {} to {}", unknown_.size(), quarters() ? "quarters" : "years",
                                         unknown_.front(), unknown_.back())
                           : joined(unknown_);
    return fmt::format("Not known at the end of {}: the documents give no figure of those days.", when);
  }

  bool quarters() const { return plan_.grouping == Grouping::quarter; }
  Date last_of_period(Date day) const { return quarters() ? day.last_of_quarter() : *Date::of(day.year(), 12, 31); }

  void tell(Date day) {
    ++told_;
    if (!plan_.rows.periods.contains(day)) return;
    std::string label = quarters() ? period_text(day, DatePrecision::quarter) : std::to_string(day.year());
    for (Metric metric : plan_.metrics) {
      MetricValue value = value_on(day, metric);
      if (!value.known()) {
        if (unknown_.empty() || unknown_.back() != label) unknown_.push_back(label);
        continue;
      }
      draft_.say(fmt::format("End of {} {}: {}.", label, title_of(metric), draft_.text_of(value)));
      std::string name = plan_.metrics.size() > 1 ? fmt::format("{} {}", label, name_of(metric)) : label;
      if (value.number) draft_.value(name, *value.number);
      if (value.money) draft_.value(name, *value.money);
      if (value.rows.empty()) draft_.cite(value);  // a NAV has a place of its own on each day
      if (day >= *end_) draft_.cite(value);        // the last holds the rows of all before it
      ++known_;
    }
  }

  // From the running totals where they hold it: reckoning every metric anew for each day took most of the time of a
  // question to a large ledger. The last day is reckoned in full, for its rows and places.
  MetricValue value_on(Date day, Metric metric) const {
    if (day < *end_) {
      auto after = std::upper_bound(points_.begin(), points_.end(), day,
                                    [](Date date, const RunningPoint& point) { return date < point.date; });
      if (after != points_.begin()) {
        if (auto level = level_on(ledger_, *std::prev(after), metric, day)) return *level;
      }
    }
    return compute_metrics(ledger_, day, Rates::net_only)[metric];
  }

  const Plan& plan_;
  AnswerDraft& draft_;
  const Ledger& ledger_;
  std::optional<Date> end_;
  std::vector<RunningPoint> points_;
  std::vector<std::string> unknown_;
  int known_ = 0, told_ = 0;
};

}  // namespace

void answer_series(const Task& task, AnswerDraft& draft) {
  tell_each_fund(task, draft, [&](std::size_t fund) { Series(task, fund, draft).give(); });
}

}  // namespace dossier::funds
