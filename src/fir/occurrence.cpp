#include "fir/occurrence.h"

#include "fir/text_reader.h"
#include "fir/writing_day.h"

#include <algorithm>

namespace dossier::fir {
namespace {

using reading::SpokenDate;

constexpr std::size_t kRangeWithin = 2;      // tokens from the first hour or day of a range to the second
constexpr std::size_t kBetweenWithin = 6;    // the same behind "between": "10 pm of 2nd and 4 am of 3rd"
constexpr std::size_t kHourWithin = 4;       // tokens from a day to its hour: "2 November at about 7.15 pm"
constexpr std::size_t kExplainedWithin = 4;  // tokens from "yesterday" to its date
constexpr int kMonthDaysMax = 31;            // what spans more is a year
constexpr std::size_t kSumWithin = 8;        // tokens from a payment to its day
constexpr std::size_t kWrongWithin = 6;      // tokens from a day to the wrong done on it
constexpr int kSameMatterDays = 180;         // from a blow to the death of it; what lies farther back is older grief
constexpr int kYearDays = 365;

bool whole_day(const SpokenDate& date) {
  return *date.from == *date.to;
}

class OccurrenceReader : TextReader {
 public:
  OccurrenceReader(const reading::CueText& text, const Knowledge& knowledge, std::optional<Date> told_on, Facts& facts)
      : TextReader(text, knowledge), told_on_(told_on), facts_(facts) {}

  void run() {
    const SpokenDate* best = nullptr;
    int best_weight = 0;
    for (const auto& date : facts_.dates) {
      if (!usable(date)) continue;
      if (!told_otherwise(date) && !counted_from_another(date))
        facts_.conduct.push_back({*date.from, *date.to, beside_a_sum(date)});
      if (before_the_matter(date)) continue;
      const int weight = weight_of(date) + (best == nullptr ? 1 : 0);
      if (best == nullptr || weight > best_weight) best = &date, best_weight = weight;
    }
    if (best != nullptr) take(*best);
    take_time(best);
  }

 private:
  bool usable(const SpokenDate& date) {
    if (!date.from) {
      if (!date.relative && !date.year_guessed) facts_.impossible_dates.push_back(found(date.first, date.last));
      return false;
    }
    if (told_on_ && *date.from > *told_on_) facts_.future_dates.push_back(found(date.first, date.last));
    return !(date.relative && explained(date));
  }

  // "yesterday 14 August 2025": the date itself stands beside the word that only points to it.
  bool explained(const SpokenDate& date) const {
    return std::any_of(facts_.dates.begin(), facts_.dates.end(), [&](const auto& other) {
      if (other.relative || !other.from || !whole_day(other) ||
          !same_sentence(std::min(date.first, other.first), std::max(date.first, other.first)))
        return false;
      const std::size_t apart = other.first > date.last ? other.first - date.last : date.first - other.last;
      return apart <= kExplainedWithin;
    });
  }

  bool near_word(const SpokenDate& date, std::string_view word_class, std::size_t before, std::size_t after) const {
    for (std::size_t i = date.first > before ? date.first - before : 0; i <= date.last + after; ++i) {
      if (i < tokens_.size() && tokens_[i].sentence == tokens_[date.first].sentence && is(i, word_class)) return true;
    }
    return false;
  }

  bool beside_a_sum(const SpokenDate& date) const {
    const std::size_t first = date.first > kSumWithin ? date.first - kSumWithin : 0;
    const Span around = text_.text().span_of(first, std::min(date.last + kSumWithin, tokens_.size() - 1));
    return std::any_of(facts_.amounts.begin(), facts_.amounts.end(),
                       [&](const AmountFact& a) { return a.span.overlaps(around); });
  }

  // "on 2 November at about 7.15 pm": what happened is told with its hour, a letter is dated without one.
  bool beside_an_hour(const SpokenDate& date) const {
    return std::any_of(facts_.times.begin(), facts_.times.end(), [&](const auto& time) {
      return time.first > date.last && time.first - date.last <= kHourWithin && same_sentence(date.last, time.first);
    });
  }

  // Something else than the conduct happened then: a birth, a wedding, a discovery, the writing itself.
  bool told_otherwise(const SpokenDate& date) const {
    return near_word(date, "birth_word", 3, 1) || near_word(date, "marriage_word", 5, 3) ||
           near_word(date, "learning_word", 6, 3) || before_the_matter(date) || written_then(date) || seen_then(date);
  }

  // "now in January 2026 I saw him open a shop": when the informant met with it again.
  bool seen_then(const SpokenDate& date) const {
    for (std::size_t i = date.last + 1; i <= date.last + 2 && same_sentence(date.last, i + 1); ++i) {
      if (one_of(i, {"i", "we"}) && one_of(i + 1, {"saw", "met", "found", "see", "came"}))
        return another_day_before(date);
    }
    return false;
  }

  bool another_day_before(const SpokenDate& date) const {
    return std::any_of(facts_.dates.begin(), facts_.dates.end(),
                       [&](const SpokenDate& other) { return other.from && *other.to < *date.from; });
  }

  // "15/6/2024 ko ... do din pehle": counted from the day told before it, not from the day of telling.
  bool counted_from_another(const SpokenDate& date) const {
    if (!date.relative || !one_of(date.last, {"pehle", "pahle", "back"})) return false;
    return std::any_of(facts_.dates.begin(), facts_.dates.end(), [&](const SpokenDate& other) {
      return !other.relative && other.from && whole_day(other) && other.first < date.first;
    });
  }

  // What people tell of the time before anything happened.
  bool before_the_matter(const SpokenDate& date) const {
    return near_word(date, "birth_word", 3, 1) || lasting_since(date) || background(date) || paper_of_that_day(date);
  }

  // "working with us since 2023", "my tenant from June 2022": how long they have known each other; "treasurer since
  // 2019", "in my name since 1998": how long anything has stood when nothing wrong is told of it.
  bool lasting_since(const SpokenDate& date) const {
    if (whole_day(date) || begins_a_span(date)) return false;
    if (near_word(date, "standing_word", date.since ? 5 : 2, 0)) return true;
    return date.since && another_day(date) && !near_a_wrong(date);
  }

  // "from Feb to May 2026", "2022 se Oct 2025 tak".
  bool begins_a_span(const SpokenDate& date) const {
    return std::any_of(facts_.dates.begin(), facts_.dates.end(), [&](const SpokenDate& other) {
      return other.until && other.first > date.last && other.first - date.last <= kHourWithin;
    });
  }

  // "bought in 2019", "married on 2.2.2020", "father died in 2021", "Aadhaar made in 2013": only where another day is
  // named, and nothing wrong is told beside it.
  bool background(const SpokenDate& date) const {
    if (!another_day(date)) return false;
    if (old_death(date)) return true;
    if (near_word(date, "grave_act", 6, 6)) return false;
    return near_word(date, "background_act", 5, 2) || near_a_wedding(date) ||
           (is_year(date) && day_years_later(date) && !near_a_wrong(date));
  }

  // A wife is named beside many days.
  bool near_a_wedding(const SpokenDate& date) const {
    for (std::size_t i = date.first > 5 ? date.first - 5 : 0; i <= date.last + 3; ++i) {
      if (i < tokens_.size() && same_sentence(std::min(i, date.first), std::max(i, date.first)) && lower(i) != "wife" &&
          is(i, "marriage_word"))
        return true;
    }
    return false;
  }

  // A death long before a day on which a wrong is told is that of somebody else.
  bool old_death(const SpokenDate& date) const {
    if (!near_word(date, "die", 3, 2) || near_a_wrong(date)) return false;
    return is_year(date) || std::any_of(facts_.dates.begin(), facts_.dates.end(), [&](const SpokenDate& other) {
             return other.from && *other.from - *date.to > kSameMatterDays && near_a_wrong(other);
           });
  }

  // A wrong other than a death, near enough to have been done then.
  bool near_a_wrong(const SpokenDate& date) const {
    for (std::size_t i = date.first > kWrongWithin ? date.first - kWrongWithin : 0; i <= date.last + kWrongWithin;
         ++i) {
      if (i < tokens_.size() && same_sentence(std::min(i, date.first), std::max(i, date.first)) && !is(i, "die") &&
          !text_.mood(i).denied && (is(i, "grave_act") || is(i, "wrong_verb")))
        return true;
    }
    return false;
  }

  static bool is_year(const SpokenDate& date) { return *date.to - *date.from > kMonthDaysMax; }

  bool day_years_later(const SpokenDate& date) const {
    return std::any_of(facts_.dates.begin(), facts_.dates.end(), [&](const SpokenDate& other) {
      return other.from && !other.relative && !is_year(other) && *other.from - *date.to > kYearDays;
    });
  }

  bool another_day(const SpokenDate& date) const {
    return std::any_of(facts_.dates.begin(), facts_.dates.end(), [&](const SpokenDate& other) {
      return &other != &date && other.from && !other.relative && *other.from > *date.to && !written_then(other);
    });
  }

  // "agreement dated 3.4.2022", unless it is the forged paper itself.
  bool paper_of_that_day(const SpokenDate& date) const {
    if (date.first < 2 || !same_sentence(date.first - 2, date.first) || !another_day(date)) return false;
    const bool dated = lower(date.first - 1) == "dated" || lower(date.first - 1) == "dt";
    return dated && is(date.first - 2, "dated_paper") && !near_word(date, "fake", 12, 12);
  }

  bool written_then(const SpokenDate& date) const { return written_on(text_.text(), date, facts_.dates.size()); }

  // What was done on a day speaks for it; that something was bought, learnt or written on it speaks against it.
  int weight_of(const SpokenDate& date) const {
    int weight = 0;
    if (date.relative) weight -= 3;
    if (date.until && !date.relative) weight -= 2;
    if (date.first > 0 && one_of(date.first - 1, {"today", "aaj"})) weight -= 2;  // the day of telling
    if (!whole_day(date)) weight -= date.year_guessed ? 4 : 2;                    // a month or a year
    if (near_word(date, "grave_act", 6, 14))
      weight += 3;
    else if (near_word(date, "wrong_verb", 6, 14))
      weight += 2;
    if (beside_an_hour(date)) weight += 2;
    if (near_word(date, "marriage_word", 4, 3)) weight -= 3;
    if (near_word(date, "learning_word", 6, 6)) weight -= 2;
    if (written_then(date)) weight -= 6;
    return weight;
  }

  void take(const SpokenDate& best) {
    auto& when = facts_.occurrence;
    when.from = best.from;
    when.to = best.to;
    when.from_known_day = whole_day(best);
    when.ongoing_since = best.since;
    when.date_span = text_.text().span_of(best.first, best.last);
    if (when.from_known_day) begin_with_days_before(best);
    begin_the_evening_before(best);
    join_between(best);
    // "from A to B", "A se B tak", "1 to 28 February 2026".
    for (const auto& date : facts_.dates) {
      if (&date == &best || !date.to || !(date.until || best.since) || *date.to < *when.from) continue;
      if (date.until || (best.since && date.first > best.last && date.first - best.last <= 4)) when.to = date.to;
    }
  }

  // "Night of 6 June I parked it, morning of 7 June it was gone": it may have happened on either day.
  void begin_the_evening_before(const SpokenDate& best) {
    for (const SpokenDate& date : facts_.dates) {
      if (&date == &best || date.relative || !date.from || !whole_day(date) || told_otherwise(date)) continue;
      if (*best.from - *date.from == 1 && date.first < best.first) facts_.occurrence.from = date.from;
    }
  }

  // "between 10 Jan & 18 Jan 2026": both days are told, and the matter lies anywhere from the one to the other.
  void join_between(const SpokenDate& best) {
    auto& when = facts_.occurrence;
    for (const SpokenDate& first : facts_.dates) {
      if (first.first == 0 || lower(first.first - 1) != "between" || !first.from) continue;
      for (const SpokenDate& second : facts_.dates) {
        const bool follows = second.first > first.last && second.first - first.last <= kRangeWithin;
        if (!follows || !second.to || *second.to < *first.from || (&best != &first && &best != &second)) continue;
        when.from = first.from;
        when.to = second.to;
        when.from_known_day = whole_day(first);
        when.date_span = text_.text().span_of(first.first, second.last);
        return;
      }
    }
  }

  // "between 7th and 8th December 2025", "on 6, 7, 8 Feb": the month is said once, for all of them.
  void begin_with_days_before(const SpokenDate& best) {
    auto& when = facts_.occurrence;
    for (std::size_t i = best.first; i >= 1 && same_sentence(i - 1, best.first);) {
      const auto link = lower(i - 1);
      const bool linked = link == "and" || link == "to" || link == "se" || link == "aur" || link == "&";
      const std::size_t number = linked && i >= 2 ? i - 2 : i - 1;
      const auto gap = text_.text().before(number + 1);
      if (!linked && gap.find_first_of(",-/&") == std::string_view::npos) return;
      const auto day = day_number(lower(number));
      const auto from = day ? Date::of(when.to->year(), when.to->month(), *day) : std::nullopt;
      if (!from || *from >= *when.from) return;
      when.from = from;
      i = number;
    }
  }

  static std::optional<int> day_number(std::string_view word) {
    const auto digits = word.substr(0, word.find_first_not_of("0123456789"));
    const auto ending = word.substr(digits.size());
    if (digits.empty() || digits.size() > 2 ||
        (!ending.empty() && ending != "st" && ending != "nd" && ending != "rd" && ending != "th"))
      return std::nullopt;
    return std::stoi(std::string(digits));
  }

  // The hour that stands nearest to the day; without a day, one told in the sentence of a wrong.
  void take_time(const SpokenDate* best) {
    auto near = best != nullptr ? nearest_time(best->first)
                                : std::find_if(facts_.times.cbegin(), facts_.times.cend(),
                                               [&](const auto& time) { return tells_of_a_wrong(time.first); });
    if (near == facts_.times.cend()) return;
    // "between 10 am and 1 pm": the earlier of the two begins it.
    if (near != facts_.times.cbegin() && begins_a_range(*std::prev(near), *near)) {
      facts_.occurrence.time_to = {near->text(), text_.text().span_of(near->first, near->last)};
      near = std::prev(near);
    }
    facts_.occurrence.time_from = {near->text(), text_.text().span_of(near->first, near->last)};
    facts_.occurrence.minutes_from = near->minutes;
  }

  // "10 am and 1 pm", "between 10 pm of 2nd and 4 am of 3rd".
  bool begins_a_range(const reading::SpokenTime& one, const reading::SpokenTime& next) const {
    if (!same_sentence(one.first, next.first)) return false;
    const bool between = one.first > 0 && lower(one.first - 1) == "between" && next.first - one.last <= kBetweenWithin;
    return between || next.first - one.last <= kRangeWithin;
  }

  std::vector<reading::SpokenTime>::const_iterator nearest_time(std::size_t token) const {
    const auto distance = [&](const reading::SpokenTime& t) {
      return t.first > token ? t.first - token : token - t.first;
    };
    return std::min_element(facts_.times.cbegin(), facts_.times.cend(),
                            [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
  }

  bool tells_of_a_wrong(std::size_t token) const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].sentence == tokens_[token].sentence && is(i, "grave_act")) return true;
    }
    return false;
  }

  std::optional<Date> told_on_;
  Facts& facts_;
};

}  // namespace

void read_occurrence(const reading::CueText& text, const Knowledge& knowledge, std::optional<Date> told_on,
                     Facts& facts) {
  OccurrenceReader(text, knowledge, told_on, facts).run();
}

}  // namespace dossier::fir
