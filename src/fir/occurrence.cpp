#include "fir/occurrence.h"

#include "fir/date_roles.h"
#include "reading/calendar_words.h"

#include <algorithm>

namespace dossier::fir {
namespace {

constexpr std::size_t kRangeWithin = 2;      // tokens from the first hour or day of a range to the second
constexpr std::size_t kBetweenWithin = 6;    // the same behind "between": "10 pm of 2nd and 4 am of 3rd"
constexpr std::size_t kHourWithin = 4;       // tokens from a day to its hour: "2 November at about 7.15 pm"
constexpr std::size_t kExplainedWithin = 4;  // tokens from "yesterday" to its date
constexpr std::size_t kSumWithin = 8;        // tokens from a payment to its day
constexpr std::size_t kActReach = 14;        // tokens from a day to what was done on it
constexpr std::size_t kSentenceReach = 40;   // the same where the sentence names no other day
constexpr std::size_t kMatterWithin = 6;     // tokens from a day to "the incident took place"

class OccurrenceReader : DateRoles {
 public:
  OccurrenceReader(const reading::CueText& text, const Knowledge& knowledge, std::optional<Date> told_on, Facts& facts)
      : DateRoles(text, knowledge, facts), told_on_(told_on), facts_(facts) {}

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
    if (best != nullptr) {
      take(*best);
      find_other_days(*best);
    }
    take_time(best);
    find_impossible_times();
  }

 private:
  bool usable(const SpokenDate& date) {
    if (!date.from) {
      if (!date.relative && !date.year_guessed) facts_.impossible_dates.push_back(found(date.first, date.last));
      return false;
    }
    check_weekday(date);
    if (told_on_ && *date.from > *told_on_) facts_.future_dates.push_back(found(date.first, date.last));
    return !(date.relative && explained(date));
  }

  // "yesterday 14 August 2025": the date itself stands beside the word that only points to it.
  bool explained(const SpokenDate& date) const {
    return std::any_of(facts_.dates.begin(), facts_.dates.end(), [&](const auto& other) {
      if (other.relative || !other.from || !whole_day(other) || written_then(other) ||
          !same_sentence(std::min(date.first, other.first), std::max(date.first, other.first)))
        return false;
      const std::size_t apart = other.first > date.last ? other.first - date.last : date.first - other.last;
      return apart <= kExplainedWithin;
    });
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

  // What was done on a day speaks for it; that something was bought, learnt or written on it speaks against it.
  int weight_of(const SpokenDate& date) const {
    int weight = 0;
    if (date.relative) weight -= 3;
    if (date.until && !date.relative) weight -= 2;
    if (date.first > 0 && one_of(date.first - 1, {"today", "aaj"})) weight -= 2;  // the day of telling
    if (!whole_day(date)) weight -= date.year_guessed ? 4 : 2;                    // a month or a year
    if (near_word(date, "grave_act", 6, only_day_of_its_sentence(date) ? kSentenceReach : kActReach))
      weight += 3;
    else if (near_word(date, "wrong_verb", 6, 14))
      weight += 2;
    if (beside_an_hour(date)) weight += 2;
    if (near_word(date, "marriage_word", 4, 3)) weight -= 3;
    if (near_word(date, "learning_word", 6, 6)) weight -= 2;
    if (seen_then(date)) weight -= 4;
    if (written_then(date)) weight -= 6;
    return weight;
  }

  bool only_day_of_its_sentence(const SpokenDate& date) const {
    return std::none_of(facts_.dates.begin(), facts_.dates.end(), [&](const SpokenDate& other) {
      return &other != &date && tokens_[other.first].sentence == tokens_[date.first].sentence;
    });
  }

  // "Monday 14 October 2026": the day of the week stands beside a day it was not.
  void check_weekday(const SpokenDate& date) {
    if (date.relative || date.year_guessed || !whole_day(date)) return;
    for (const std::size_t i : {date.first - 1, date.first - 2, date.last + 1}) {
      if (i >= tokens_.size() || !same_sentence(std::min(i, date.first), std::max(i, date.first))) continue;
      const int told = reading::weekday_of(lower(i));
      if (told >= 0 && tokens_[i].capital && told != weekday(*date.from))
        facts_.other_weekdays.push_back(found(std::min(i, date.first), std::max(i, date.last)));
    }
  }

  // 0 is Sunday; 1970-01-01 was a Thursday.
  static int weekday(Date day) {
    constexpr int kDays = 7, kThursday = 4;
    return (day.days_since_epoch() % kDays + kDays + kThursday) % kDays;
  }

  // Days beside the chosen one on which the complaint puts the same or another act: nobody but the informant can say
  // which of them is meant, or whether something happened on each.
  void find_other_days(const SpokenDate& best) {
    const auto& when = facts_.occurrence;
    for (const SpokenDate& date : facts_.dates) {
      if (&date == &best || !date.from || !whole_day(date) || date.since || date.until ||
          near_word(date, "pay_word", kSumWithin, kSumWithin) || written_then(date) || counted_from_another(date) ||
          (date.relative && (explained(date) || comes_to_report(date))))
        continue;
      if (*date.from >= *when.from && *date.from <= when.to.value_or(*when.from)) continue;
      const bool found_before_it_was_done = near_word(date, "learning_word", 6, 6) && *date.to < *when.from;
      if (!found_before_it_was_done && (told_otherwise(date) || !tells_of_the_matter(date))) continue;
      facts_.other_days.push_back(found(date.first, date.last));
    }
  }

  // "... and therefore come today": the day of telling, not of what is told.
  bool comes_to_report(const SpokenDate& date) const {
    constexpr std::size_t kReportWithin = 3;
    for (std::size_t i = date.first > kReportWithin ? date.first - kReportWithin : 0; i <= date.last + kReportWithin;
         ++i) {
      if (i < tokens_.size() && same_sentence(std::min(i, date.first), std::max(i, date.first)) &&
          one_of(i, {"come", "came", "coming", "report", "reporting", "lodge", "lodging", "filing", "writing",
                     "complain", "complaining", "aaya", "aayi", "aaye", "approached"}))
        return true;
    }
    return false;
  }

  bool tells_of_the_matter(const SpokenDate& date) const {
    if (near_a_wrong(date)) return true;
    for (std::size_t i = date.first > kMatterWithin ? date.first - kMatterWithin : 0; i <= date.last + kMatterWithin;
         ++i) {
      if (i < tokens_.size() && same_sentence(std::min(i, date.first), std::max(i, date.first)) &&
          one_of(i, {"incident", "occurrence", "occurred", "happened", "ghatna", "did", "theft", "offence"}))
        return true;
    }
    return false;
  }

  // "25:30 hrs", "10:75 pm".
  void find_impossible_times() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const auto word = lower(i);
      const auto at = word.find(':');
      if (tokens_[i].kind != reading::TokenKind::number || at == 0 || at > 2 || word.size() != at + 3 ||
          word.find_first_not_of("0123456789:") != std::string_view::npos || word.find(':', at + 1) != word.npos)
        continue;
      const int hour = std::stoi(std::string(word.substr(0, at))), minute = std::stoi(std::string(word.substr(at + 1)));
      const bool midnight = hour == 24 && minute == 0;
      if ((hour > 23 && !midnight) || minute > 59) facts_.impossible_times.push_back(found(i, i));
    }
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
    // "between 10 am and 1 pm": the day may stand nearer to either of the two.
    auto end = std::next(near);
    if (near != facts_.times.cbegin() && begins_a_range(*std::prev(near), *near)) end = near--;
    if (end != facts_.times.cend() && begins_a_range(*near, *end))
      facts_.occurrence.time_to = {end->text(), text_.text().span_of(end->first, end->last)};
    else if (near->end_minutes >= 0)
      facts_.occurrence.time_to = {near->end_text(), text_.text().span_of(near->first, near->last)};
    facts_.occurrence.time_from = {near->text(), text_.text().span_of(near->first, near->last)};
    facts_.occurrence.minutes_from = near->minutes;
  }

  // "10 am to 1 pm", "between 10 pm of 2nd and 4 am of 3rd", "8 - 9.30 pm".
  bool begins_a_range(const reading::SpokenTime& one, const reading::SpokenTime& next) const {
    if (!same_sentence(one.first, next.first)) return false;
    const bool between = one.first > 0 && one_of(one.first - 1, {"between", "betwen", "bw"});
    if (between) return next.first - one.last <= kBetweenWithin;
    if (next.first - one.last > kRangeWithin + 1) return false;
    return one_of(one.last + 1, {"to", "till", "until", "upto", "se", "and", "aur"}) ||
           text_.text().before(next.first).find('-') != std::string_view::npos;
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
