#include "fir/facts.h"

#include "fir/names.h"
#include "fir/persons.h"
#include "fir/phrases.h"
#include "fir/text_reader.h"
#include "fir/things.h"
#include "reading/indian_amounts.h"

#include <algorithm>

namespace dossier::fir {
namespace {

using reading::CueText;
using reading::Mark;

constexpr std::size_t kRangeWithin = 2;      // tokens from the first hour of a range to the second
constexpr std::size_t kHourWithin = 4;       // tokens from a day to its hour: "2 November at about 7.15 pm"
constexpr std::size_t kExplainedWithin = 4;  // tokens from "yesterday" to its date
constexpr std::size_t kHeadTokens = 8;       // of a complaint: where the day of writing stands
constexpr std::size_t kSumWithin = 8;        // tokens from a payment to its day

// "Complaint dated 25-09-2025", "Dated: 28 November 2025" at the head: the day of the report, not of the offence.
bool is_day_of_writing(const reading::Text& text, const reading::SpokenDate& date) {
  const auto& tokens = text.tokens();
  const auto before = [&](std::size_t back) {
    return back <= date.first ? std::string_view(tokens[date.first - back].lower) : std::string_view{};
  };
  const auto names_writing = [](std::string_view word) {
    return word == "complaint" || word == "report" || word == "application" || word == "applicant";
  };
  for (std::size_t back = 1; back <= 2; ++back) {
    if (back <= date.first && tokens[date.first - back].sentence != tokens[date.first].sentence) break;
    const bool dated = before(back) == "dated" || before(back) == "date";
    if (dated && (date.first <= kHeadTokens || names_writing(before(back + 1)))) return true;
    if (names_writing(before(back)) && (before(back - 1) == "of" || before(back - 1) == "on" || back == 1)) return true;
  }
  // "Report given on 14 May 2026", "(today is 6.7.2026)".
  const bool written = before(2) == "given" || before(2) == "written" || before(2) == "lodged" || before(2) == "made";
  if (before(1) == "on" && written && names_writing(before(3))) return true;
  if (before(1) == "is" && before(2) == "today") return true;
  // At the foot a date that is introduced so closes the letter.
  return date.last + 3 >= tokens.size() && (before(1) == "dated" || before(1) == "date" || before(2) == "date");
}

// "Today 18 November 2025", "Aaj dinank 18-04-2026": the complaint is of that day, whatever else happened on it.
bool is_called_today(const reading::Text& text, const reading::SpokenDate& date) {
  for (std::size_t back = 1; back <= 2 && back <= date.first; ++back) {
    const auto& word = text.tokens()[date.first - back].lower;
    if (word == "today" || word == "aaj") return true;
    if (word != "dinank" && word != "date" && word != "dated") return false;
  }
  return false;
}

// "... 22-9-2025" or "... Mehjabeen, Kishangarh, 22-9-2025" at the very end, when another day is named before it.
bool closes_the_letter(const reading::Text& text, const reading::SpokenDate& date) {
  const auto& tokens = text.tokens();
  if (date.last + 1 != tokens.size()) return false;
  for (std::size_t i = date.first; i-- > 0 && tokens[i].sentence == tokens[date.first].sentence;) {
    if (!tokens[i].capital && tokens[i].kind != reading::TokenKind::number) return false;
  }
  return true;
}

// Relative days count from the day the complaint says it was written on, else from the day of the report.
std::vector<reading::SpokenDate> read_dates(const reading::Text& text, std::optional<Date> told_on) {
  auto dates = reading::find_spoken_dates(text, told_on);
  for (const auto& date : dates) {
    const bool one_day = !date.relative && date.from && *date.from == *date.to;
    if (!one_day || (told_on && *date.from >= *told_on)) continue;
    if (is_day_of_writing(text, date) || is_called_today(text, date) ||
        (dates.size() > 1 && closes_the_letter(text, date)))
      return reading::find_spoken_dates(text, date.from);
  }
  return dates;
}

// Dates first, then times, then amounts: what one has taken is no candidate for the next.
void read_values(CueText& text, std::optional<Date> told_on, Facts& facts) {
  std::vector<bool> taken(text.text().tokens().size());
  const auto take = [&](Mark mark, std::size_t first, std::size_t last) {
    std::fill(taken.begin() + static_cast<std::ptrdiff_t>(first), taken.begin() + static_cast<std::ptrdiff_t>(last) + 1,
              true);
    text.set_mark(mark, first, last);
  };
  facts.dates = read_dates(text.text(), told_on);
  for (const auto& date : facts.dates) take(Mark::date, date.first, date.last);
  facts.times = reading::find_spoken_times(text.text(), taken);
  for (const auto& time : facts.times) take(Mark::time, time.first, time.last);
  for (const Found& vehicle : facts.vehicles) {
    for (std::size_t i = 0; i < taken.size(); ++i) {
      if (vehicle.span.overlaps(text.text().tokens()[i].span)) taken[i] = true;
    }
  }
  for (const auto& amount : reading::find_indian_amounts(text.text(), taken)) {
    text.set_mark(Mark::money, amount.first, amount.last);
    facts.amounts.push_back({amount.rupees, text.text().span_of(amount.first, amount.last)});
  }
}

// Reads which of the days the complaint names is the day of the offence.
class OccurrenceReader : TextReader {
 public:
  OccurrenceReader(const CueText& text, const Knowledge& knowledge, std::optional<Date> told_on, Facts& facts)
      : TextReader(text, knowledge), told_on_(told_on), facts_(facts) {}

  void run() {
    const reading::SpokenDate* best = nullptr;
    int best_weight = -100;
    for (const auto& date : facts_.dates) {
      if (!usable(date)) continue;
      const int plain = weight_of(date);
      if (!told_otherwise(date)) facts_.conduct.push_back({*date.from, *date.to, beside_a_sum(date)});
      const int weight = plain + (best == nullptr ? 1 : 0);
      if (weight > best_weight) best = &date, best_weight = weight;
    }
    if (best == nullptr) return;
    take(*best);
    take_time(*best);
  }

 private:
  bool usable(const reading::SpokenDate& date) {
    if (!date.from) {
      if (!date.relative && !date.year_guessed) facts_.impossible_dates.push_back(found(date.first, date.last));
      return false;
    }
    if (told_on_ && *date.from > *told_on_) facts_.future_dates.push_back(found(date.first, date.last));
    return !(date.relative && explained(date));
  }

  // "yesterday 14 August 2025": the date itself stands beside the word that only points to it.
  bool explained(const reading::SpokenDate& date) const {
    return std::any_of(facts_.dates.begin(), facts_.dates.end(), [&](const auto& other) {
      if (other.relative || !other.from || *other.from != *other.to ||
          !same_sentence(std::min(date.first, other.first), std::max(date.first, other.first)))
        return false;
      const std::size_t apart = other.first > date.last ? other.first - date.last : date.first - other.last;
      return apart <= kExplainedWithin;
    });
  }

  bool near_word(const reading::SpokenDate& date, std::string_view word_class, std::size_t before,
                 std::size_t after) const {
    for (std::size_t i = date.first > before ? date.first - before : 0; i <= date.last + after; ++i) {
      if (i < tokens_.size() && tokens_[i].sentence == tokens_[date.first].sentence && is(i, word_class)) return true;
    }
    return false;
  }

  bool beside_a_sum(const reading::SpokenDate& date) const {
    const std::size_t first = date.first > kSumWithin ? date.first - kSumWithin : 0;
    const Span around = text_.text().span_of(first, std::min(date.last + kSumWithin, tokens_.size() - 1));
    return std::any_of(facts_.amounts.begin(), facts_.amounts.end(),
                       [&](const AmountFact& a) { return a.span.overlaps(around); });
  }

  // "on 2 November at about 7.15 pm": what happened is told with its hour, a letter is dated without one.
  bool beside_an_hour(const reading::SpokenDate& date) const {
    return std::any_of(facts_.times.begin(), facts_.times.end(), [&](const auto& time) {
      return time.first > date.last && time.first - date.last <= kHourWithin && same_sentence(date.last, time.first);
    });
  }

  // Something else than the conduct happened then: a birth, a wedding, a discovery, the writing itself.
  bool told_otherwise(const reading::SpokenDate& date) const {
    return near_word(date, "birth_word", 3, 1) || near_word(date, "marriage_word", 4, 3) ||
           near_word(date, "learning_word", 6, 3) || lasting_since(date) || written_then(date);
  }

  // "working with us since 2023", "my tenant from June 2022": how long they have known each other.
  bool lasting_since(const reading::SpokenDate& date) const {
    return *date.from != *date.to && near_word(date, "standing_word", 5, 0);
  }

  bool written_then(const reading::SpokenDate& date) const {
    return is_day_of_writing(text_.text(), date) || (facts_.dates.size() > 1 && closes_the_letter(text_.text(), date));
  }

  // What was done on a day speaks for it; that something was bought, learnt or written on it speaks against it.
  int weight_of(const reading::SpokenDate& date) const {
    int weight = 0;
    if (date.relative) weight -= 2;
    if (*date.from != *date.to) weight -= 2;  // a month or a year
    if (near_word(date, "grave_act", 6, 14))
      weight += 3;
    else if (near_word(date, "wrong_verb", 6, 14))
      weight += 2;
    if (beside_an_hour(date)) weight += 2;
    if (near_word(date, "birth_word", 3, 1)) weight -= 8;
    if (near_word(date, "marriage_word", 4, 3)) weight -= 3;
    if (near_word(date, "learning_word", 6, 6)) weight -= 2;
    if (lasting_since(date)) weight -= 4;
    if (written_then(date)) weight -= 6;
    return weight;
  }

  void take(const reading::SpokenDate& best) {
    auto& when = facts_.occurrence;
    when.from = best.from;
    when.to = best.to;
    when.from_known_day = *best.from == *best.to;
    when.ongoing_since = best.since;
    when.date_span = text_.text().span_of(best.first, best.last);
    if (when.from_known_day) begin_with_days_before(best);
    // "from A to B", "A se B tak", "1 to 28 February 2026".
    for (const auto& date : facts_.dates) {
      if (&date == &best || !date.to || !(date.until || best.since) || *date.to < *when.from) continue;
      if (date.until || (best.since && date.first > best.last && date.first - best.last <= 4)) when.to = date.to;
    }
  }

  // "between 7th and 8th December 2025", "on 6, 7, 8 Feb": the month is said once, for all of them.
  void begin_with_days_before(const reading::SpokenDate& best) {
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

  void take_time(const reading::SpokenDate& best) {
    if (facts_.times.empty()) return;
    const auto distance = [&](const reading::SpokenTime& t) {
      return t.first > best.first ? t.first - best.first : best.first - t.first;
    };
    auto near = std::min_element(facts_.times.begin(), facts_.times.end(),
                                 [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
    // "between 10 am and 1 pm": the earlier of the two begins it.
    if (near != facts_.times.begin() && near->first - std::prev(near)->last <= kRangeWithin &&
        same_sentence(std::prev(near)->first, near->first)) {
      facts_.occurrence.time_to = {near->text(), text_.text().span_of(near->first, near->last)};
      near = std::prev(near);
    }
    facts_.occurrence.time_from = {near->text(), text_.text().span_of(near->first, near->last)};
    facts_.occurrence.minutes_from = near->minutes;
  }

  std::optional<Date> told_on_;
  Facts& facts_;
};

}  // namespace

Facts read_facts(reading::CueText& text, const Knowledge& knowledge, std::optional<Date> told_on) {
  Facts facts;
  read_numbers(text, facts);
  read_values(text, told_on, facts);
  OccurrenceReader(text, knowledge, told_on, facts).run();
  const auto names = find_names(text, knowledge);
  for (const NameRun& run : names) text.set_mark(Mark::name, run.first, run.last);
  read_persons(text, knowledge, names, facts);
  read_property(text, knowledge, facts);
  read_place(text, knowledge, facts);
  read_phrases(text, knowledge, facts);
  return facts;
}

}  // namespace dossier::fir
