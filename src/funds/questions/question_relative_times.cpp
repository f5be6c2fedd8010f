#include "funds/questions/question_relative_times.h"

#include "funds/questions/question_period_words.h"
#include "funds/questions/question_small_words.h"
#include "funds/questions/question_time_spans.h"

#include <algorithm>

namespace dossier::funds {
namespace {

class RelativeTimes {
 public:
  RelativeTimes(QuestionWords& words, std::span<const std::string> texts, Date reference, Periods& periods)
      : words_(words), texts_(texts), reference_(reference), periods_(periods) {}

  std::size_t take(std::size_t at) {
    std::size_t next = at;
    while (next < texts_.size() &&
           (texts_[next] == "in" || texts_[next] == "over" || texts_[next] == "during" || texts_[next] == "the")) {
      ++next;
    }
    if (next < texts_.size() && texts_[next] == "ytd") return to_date(at, next + 1, "year");
    if (next < texts_.size() && texts_[next] == "qtd") return to_date(at, next + 1, "quarter");
    if (next + 1 >= texts_.size() || words_[next].used) return at;
    if (next + 2 < texts_.size() && texts_[next + 1] == "to" && texts_[next + 2] == "date" &&
        (texts_[next] == "year" || texts_[next] == "quarter"))
      return to_date(at, next + 3, texts_[next]);
    if (std::size_t end = trailing(at); end > at) return end;
    if (std::size_t end = ended(at, next); end > at) return end;
    std::string_view which = texts_[next];
    bool last = which == "last" || which == "past" || which == "previous" || which == "prior" || which == "letzten";
    if (!last && which != "this") return at;
    std::size_t unit_at = next + 1;
    std::optional<int> count = words_[unit_at].ordinal();
    if (count) ++unit_at;
    if (unit_at >= texts_.size() || of_a_year(unit_at + 1)) return at;
    auto range = last ? before_reference(texts_[unit_at], count) : around_reference(texts_[unit_at]);
    if (!range) return at;
    periods_.ranges.push_back(*range);
    use(at, unit_at + 1);
    return unit_at + 1;
  }

 private:
  // "... of 2024": then "the last quarter" is that year's, and not the one before the report.
  bool of_a_year(std::size_t at) const {
    return at + 1 < words_.size() && (texts_[at] == "of" || texts_[at] == "in") && words_[at + 1].year();
  }

  // "Year to date": from its first day to the report.
  std::size_t to_date(std::size_t from, std::size_t end, std::string_view unit) {
    Date first = unit == "year" ? *Date::of(reference_.year(), 1, 1) : first_of_quarter(reference_);
    periods_.ranges.push_back({first, reference_});
    use(from, end);
    return end;
  }

  // "Three year IRR", "5-year return": the years up to the report.
  std::size_t trailing(std::size_t at) {
    auto count = words_[at].ordinal();
    if (!count || *count > 50 || at + 2 >= texts_.size() || (texts_[at + 1] != "year" && texts_[at + 1] != "years"))
      return at;
    bool rate = std::any_of(texts_.begin() + static_cast<std::ptrdiff_t>(at) + 2, texts_.end(), [](const auto& text) {
      return text == "irr" || text == "return" || text == "returns" || text == "horizon";
    });
    if (!rate) return at;
    periods_.ranges.push_back({day_after(months_before(reference_, *count * 12)), reference_});
    use(at, at + 2);
    return at + 2;
  }

  // "The 12 months to March 2024", "quarter ended 31 March 2023", "year ending June 2022".
  std::size_t ended(std::size_t from, std::size_t at) {
    auto count = words_[at].ordinal();
    std::size_t unit_at = at + (count ? 1 : 0), date_at = unit_at + 2;
    if (date_at >= words_.size() || !words_[date_at].date) return from;
    std::string_view unit = texts_[unit_at], link = texts_[unit_at + 1];
    bool links = link == "to" || link == "ended" || link == "ending" || link == "until" || link == "through";
    int months = months_in(unit);
    if (!links || months == 0 || (count && *count > 600)) return from;
    Date end = *days_of(words_[date_at]).to;
    periods_.ranges.push_back({day_after(months_before(end, months * count.value_or(1))), end});
    use(from, date_at + 1);
    return date_at + 1;
  }

  std::optional<DateRange> before_reference(std::string_view unit, std::optional<int> count) const {
    int months = months_in(unit);
    if (months == 0) return std::nullopt;
    if (count) return DateRange{day_after(months_before(reference_, *count * months)), reference_};
    if (months == 12) return whole_year(reference_.year() - 1);
    if (months == 1) {
      Date end = reference_ == reference_.last_of_month()
                     ? reference_
                     : day_before(*Date::of(reference_.year(), reference_.month(), 1));
      return DateRange{Date::of(end.year(), end.month(), 1), end};
    }
    Date end = reference_ == reference_.last_of_quarter() ? reference_ : day_before(first_of_quarter(reference_));
    return DateRange{first_of_quarter(end), end};
  }

  std::optional<DateRange> around_reference(std::string_view unit) const {
    if (unit == "year") return whole_year(reference_.year());
    if (unit == "quarter") return DateRange{first_of_quarter(reference_), reference_.last_of_quarter()};
    if (unit == "month")
      return DateRange{Date::of(reference_.year(), reference_.month(), 1), reference_.last_of_month()};
    return std::nullopt;
  }

  void use(std::size_t from, std::size_t end) {
    for (std::size_t k = from; k < end; ++k) words_[k].used = words_[k].used || !shared_in(words_, k);
  }

  QuestionWords& words_;
  std::span<const std::string> texts_;
  Date reference_;
  Periods& periods_;
};

}  // namespace

std::size_t take_relative_time(QuestionWords& words, std::span<const std::string> texts, Date reference, std::size_t at,
                               Periods& periods) {
  return RelativeTimes(words, texts, reference, periods).take(at);
}

}  // namespace dossier::funds
