#include "funds/question_periods.h"

#include "funds/phrasing.h"
#include "reading/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

namespace dossier::funds {
namespace {

using reading::PhraseTable;

// How a word stands to the date after it.
enum class Relation { in, before, after, since, until, as_of, between, outside };

const PhraseTable<Relation>& relations() {
  using enum Relation;
  static const PhraseTable<Relation> table = {
      {as_of,
       {"as of",         "as at", "as on", "as per",          "as of the end of", "at the end of", "at end of",
        "at year end",   "end",   "ye",    "at the year end", "end of",           "per ende",      "by the end of",
        "by end of",     "per",   "zum",   "stand",           "at the close of",  "year end",      "by year end",
        "as of year end"}},
      {before, {"before", "prior to", "earlier than", "ahead of", "vor", "avant"}},
      {after, {"after", "later than", "following", "nach", "apres", "beyond"}},
      {since,
       {"since", "from", "starting", "starting in", "starting from", "beginning", "beginning in", "seit", "depuis",
        "ab", "von"}},
      {until,
       {"until", "till", "through", "up to", "up until", "until the end of", "to the end of", "bis", "bis ende",
        "jusqu", "by", "to"}},
      {between, {"between", "zwischen", "entre"}},
      {outside, {"not in",        "not during", "not from",   "not dated", "outside",      "outside of",
                 "except",        "except in",  "except for", "excluding", "excl",         "other than",
                 "other than in", "apart from", "aside from", "without",   "not counting", "ignoring",
                 "leaving out",   "ausser",     "nicht in",   "hors",      "sauf"}},
      {in,
       {"in",
        "during",
        "within",
        "for",
        "on",
        "of",
        "over",
        "im",
        "en",
        "in the year",
        "in the calendar year",
        "during the year",
        "im jahr",
        "for the year",
        "throughout",
        "dated",
        "at",
        "for the calendar year",
        "in calendar year",
        "in fiscal year",
        "fy"}},
  };
  return table;
}

constexpr std::array<std::string_view, 4> kOrdinals = {"first", "second", "third", "fourth"};

struct MonthName {
  std::string_view name;
  int month;
};
constexpr MonthName kMonths[] = {{"january", 1},  {"jan", 1},       {"januar", 1},   {"janvier", 1},   {"february", 2},
                                 {"feb", 2},      {"februar", 2},   {"fevrier", 2},  {"march", 3},     {"marz", 3},
                                 {"mar", 3},      {"mars", 3},      {"april", 4},    {"apr", 4},       {"avril", 4},
                                 {"may", 5},      {"mai", 5},       {"june", 6},     {"jun", 6},       {"juni", 6},
                                 {"juin", 6},     {"july", 7},      {"jul", 7},      {"juli", 7},      {"juillet", 7},
                                 {"august", 8},   {"aug", 8},       {"aout", 8},     {"september", 9}, {"sep", 9},
                                 {"sept", 9},     {"septembre", 9}, {"october", 10}, {"oct", 10},      {"oktober", 10},
                                 {"octobre", 10}, {"november", 11}, {"nov", 11},     {"novembre", 11}, {"december", 12},
                                 {"dec", 12},     {"dezember", 12}, {"decembre", 12}};

Date first_of_quarter(Date day) {
  return *Date::of(day.year(), day.quarter() * 3 - 2, 1);
}
Date day_before(Date day) {
  return Date::of_days(day.days_since_epoch() - 1).value_or(day);
}
Date day_after(Date day) {
  return Date::of_days(day.days_since_epoch() + 1).value_or(day);
}
DateRange whole_year(int year) {
  return {Date::of(year, 1, 1), Date::of(year, 12, 31)};
}

// The same day `months` earlier, or the last of its month.
Date months_before(Date day, int months) {
  int index = day.year() * 12 + day.month() - 1 - months;
  Date first = *Date::of(index / 12, index % 12 + 1, 1);
  if (day == day.last_of_month()) return first.last_of_month();
  return Date::of(first.year(), first.month(), day.day()).value_or(first.last_of_month());
}

// The days that a date of a question stands for: "Q3 2023" is three months, "H1 2023" six.
DateRange days_of(const QuestionWord& word) {
  Date day = *word.date->date;
  switch (word.date->precision) {
    case DatePrecision::day: return {day, day};
    case DatePrecision::month: return {*Date::of(day.year(), day.month(), 1), day};
    case DatePrecision::quarter: break;
  }
  bool half = word.spelled.find_first_of("hH") != std::string::npos;
  if (half) return {*Date::of(day.year(), day.month() <= 6 ? 1 : 7, 1), day};
  return {first_of_quarter(day), day};
}

class PeriodReader {
 public:
  PeriodReader(QuestionWords& words, Date reference) : words_(words), reference_(reference) {
    for (const QuestionWord& word : words) texts_.push_back(word.text);
  }

  Periods read() {
    for (std::size_t at = 0; at < words_.size();) at = step(at);
    close_open_ends();
    return std::move(periods_);
  }

 private:
  // "After July 2023 and before April 2024" is one time; "before 2020 and after 2022" are two.
  void close_open_ends() {
    auto& ranges = periods_.ranges;
    if (ranges.size() != 2) return;
    const DateRange &one = ranges[0].from ? ranges[0] : ranges[1], &other = ranges[0].from ? ranges[1] : ranges[0];
    bool open = one.from && !one.to && !other.from && other.to;
    if (open && *one.from <= *other.to) ranges = {{one.from, other.to}};
  }

  std::size_t step(std::size_t at) {
    if (std::size_t end = relative(at); end > at) return end;
    auto relation = relations().match_at(texts_, at);
    std::size_t start = at + (relation ? relation->length : 0);
    std::size_t after_articles = skip_articles(start, relation.has_value());
    bool end_of = std::find(texts_.begin() + static_cast<std::ptrdiff_t>(start),
                            texts_.begin() + static_cast<std::ptrdiff_t>(after_articles),
                            "end") != texts_.begin() + static_cast<std::ptrdiff_t>(after_articles);
    start = after_articles;
    std::size_t end = start;
    auto range = range_at(start, end);
    bool bounds = relation && relation->meaning != Relation::in;
    if (!range && bounds) range = latest_recurrence(start, end);
    if (!range) {
      if (bounds) return at + 1;
      if (std::size_t after = recurring(at, start, relation.has_value()); after > at) return after;
      return at + 1;
    }
    bool onwards = end < texts_.size() && (texts_[end] == "onwards" || texts_[end] == "onward");
    if (onwards && (!relation || relation->meaning == Relation::in || relation->meaning == Relation::since)) {
      add(Relation::since, *range);
      use(at, end + 1);
      return end + 1;
    }
    if (end_of && relation->meaning == Relation::since) relation->meaning = Relation::after;
    if (end_of && relation->meaning == Relation::before) relation->meaning = Relation::until;
    end = place(relation ? relation->meaning : Relation::in, relation.has_value(), *range, end);
    use(at, end);
    return end;
  }

  std::size_t skip_articles(std::size_t at, bool related) const {
    static constexpr std::array<std::string_view, 9> kSkipped = {"the", "year", "calendar", "fiscal", "years",
                                                                 "of",  "end",  "dem",      "jahr"};
    while (related && at < texts_.size() && std::find(kSkipped.begin(), kSkipped.end(), texts_[at]) != kSkipped.end())
      ++at;
    return at;
  }

  // A date, a year, "third quarter of 2023", "first half of 2022", "end of 2023" at `at`.
  std::optional<DateRange> range_at(std::size_t at, std::size_t& end) const {
    if (at >= words_.size() || words_[at].used) return std::nullopt;
    end = at + 1;
    if (auto range = before_a_dated_one(at)) return range;
    if (words_[at].date) return days_of(words_[at]);
    if (auto year = words_[at].year()) return whole_year(*year);
    if (at + 1 >= words_.size()) return std::nullopt;
    if (auto part = part_of_year(at, end)) return part;
    std::string_view unit = texts_[at + 1];
    int nth = texts_[at] == "last" || texts_[at] == "final" ? (unit == "quarter" ? 4
                                                               : unit == "half"  ? 2
                                                                                 : 0)
                                                            : ordinal_at(at);
    std::size_t year_at = at + 2;
    while (year_at < texts_.size() && (texts_[year_at] == "of" || texts_[year_at] == "in")) ++year_at;
    if (nth == 0 || year_at >= words_.size() || !words_[year_at].year()) return std::nullopt;
    int year = *words_[year_at].year();
    end = year_at + 1;
    if (unit == "quarter" && nth <= 4)
      return DateRange{Date::of(year, nth * 3 - 2, 1), Date::of(year, nth * 3, 1)->last_of_month()};
    if (unit == "half" && nth <= 2)
      return DateRange{Date::of(year, nth * 6 - 5, 1), Date::of(year, nth * 6, 1)->last_of_month()};
    return std::nullopt;
  }

  // "March to June 2017", "Q1 and Q2 2023": the year belongs to both.
  std::optional<DateRange> before_a_dated_one(std::size_t at) const {
    if (at + 2 >= words_.size() || !words_[at + 2].date) return std::nullopt;
    static constexpr std::array<std::string_view, 8> kJoins = {"to",  "and", "or",   "until",
                                                               "bis", "und", "oder", "through"};
    if (std::find(kJoins.begin(), kJoins.end(), texts_[at + 1]) == kJoins.end()) return std::nullopt;
    int year = days_of(words_[at + 2]).to->year();
    if (auto month = month_at(at, true)) {
      Date first = *Date::of(year, *month, 1);
      return DateRange{first, first.last_of_month()};
    }
    if (auto quarter = quarter_at(at)) {
      Date first = *Date::of(year, *quarter * 3 - 2, 1);
      return DateRange{first, first.last_of_quarter()};
    }
    return std::nullopt;
  }

  // "Q3" by itself.
  std::optional<int> quarter_at(std::size_t at) const {
    std::string_view text = texts_[at];
    bool quarter = text.size() == 2 && text[0] == 'q' && text[1] >= '1' && text[1] <= '4';
    return quarter ? std::optional(text[1] - '0') : std::nullopt;
  }

  // "First six months of 2022", "last 2 quarters of 2021".
  std::optional<DateRange> part_of_year(std::size_t at, std::size_t& end) const {
    bool first = texts_[at] == "first", last = texts_[at] == "last" || texts_[at] == "final";
    if ((!first && !last) || at + 4 >= words_.size()) return std::nullopt;
    auto count = words_[at + 1].ordinal();
    std::string_view unit = texts_[at + 2];
    int months = unit == "month" || unit == "months" ? 1 : unit == "quarter" || unit == "quarters" ? 3 : 0;
    auto year = texts_[at + 3] == "of" || texts_[at + 3] == "in" ? words_[at + 4].year() : std::nullopt;
    if (!count || months == 0 || !year || *count * months > 12) return std::nullopt;
    months *= *count;
    end = at + 5;
    if (first) return DateRange{Date::of(*year, 1, 1), Date::of(*year, months, 1)->last_of_month()};
    return DateRange{Date::of(*year, 13 - months, 1), Date::of(*year, 12, 31)};
  }

  int ordinal_at(std::size_t at) const {
    auto it = std::find(kOrdinals.begin(), kOrdinals.end(), texts_[at]);
    if (it != kOrdinals.end()) return static_cast<int>(it - kOrdinals.begin()) + 1;
    return texts_[at] == "nth" ? words_[at].ordinal().value_or(0) : 0;
  }

  // Joins "A to B" and "A and B"; returns where the expression ends.
  std::size_t place(Relation relation, bool related, DateRange range, std::size_t end) {
    std::size_t other_end = end;
    bool joins = end < texts_.size() &&
                 (texts_[end] == "to" || texts_[end] == "until" || texts_[end] == "through" || texts_[end] == "till" ||
                  texts_[end] == "bis" || texts_[end] == "and" || texts_[end] == "und" || texts_[end] == "et" ||
                  texts_[end] == "a" || texts_[end] == "or");
    auto other = joins ? range_at(skip_articles(end + 1, true), other_end) : std::nullopt;
    bool list = joins && (texts_[end] == "and" || texts_[end] == "und" || texts_[end] == "et" || texts_[end] == "or");
    if (other && (!list || relation == Relation::between)) {
      add(relation == Relation::outside ? relation : Relation::in, {range.from, other->to});
      return other_end;
    }
    if (other && (relation == Relation::in || relation == Relation::outside)) {
      add(relation, range);
      return place(relation, true, *other, other_end);
    }
    add(relation, range);
    (void)related;
    return end;
  }

  void add(Relation relation, DateRange range) {
    switch (relation) {
      case Relation::in:
      case Relation::between: periods_.ranges.push_back(range); break;
      case Relation::before: periods_.ranges.push_back({{}, day_before(*range.from)}); break;
      case Relation::after: periods_.ranges.push_back({day_after(*range.to), {}}); break;
      case Relation::since: periods_.ranges.push_back({range.from, {}}); break;
      case Relation::until: periods_.ranges.push_back({{}, range.to}); break;
      case Relation::as_of:
        if (periods_.as_of && periods_.as_of != range.to) periods_.other_days.push_back(*periods_.as_of);
        periods_.as_of = range.to;
        break;
      case Relation::outside: periods_.excluded.push_back(range); break;
    }
  }

  // "last year", "this quarter", "in the last 12 months", "past two years".
  std::size_t relative(std::size_t at) {
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
    int months = unit == "year" || unit == "years"         ? 12
                 : unit == "quarter" || unit == "quarters" ? 3
                 : unit == "month" || unit == "months"     ? 1
                                                           : 0;
    if (!links || months == 0 || (count && *count > 600)) return from;
    Date end = *days_of(words_[date_at]).to;
    periods_.ranges.push_back({day_after(months_before(end, months * count.value_or(1))), end});
    use(from, date_at + 1);
    return date_at + 1;
  }

  std::optional<DateRange> before_reference(std::string_view unit, std::optional<int> count) const {
    bool year = unit == "year" || unit == "years", quarter = unit == "quarter" || unit == "quarters";
    bool month = unit == "month" || unit == "months";
    if (!year && !quarter && !month) return std::nullopt;
    if (count) {
      int months = *count * (year ? 12 : quarter ? 3 : 1);
      return DateRange{day_after(months_before(reference_, months)), reference_};
    }
    if (year) return whole_year(reference_.year() - 1);
    if (month) {
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

  // "Since March", "before September": the latest one that the reports have seen begin.
  std::optional<DateRange> latest_recurrence(std::size_t at, std::size_t& end) const {
    auto month = month_at(at, true);
    if (!month) return std::nullopt;
    end = at + 1;
    Date first = *Date::of(reference_.year() - (*month > reference_.month() ? 1 : 0), *month, 1);
    return DateRange{first, first.last_of_month()};
  }

  // The number of a month that stands without a year; `related`: after "in", "since", so that "may" is no verb.
  std::optional<int> month_at(std::size_t at, bool related) const {
    if (at >= texts_.size() || words_[at].used) return std::nullopt;
    std::string_view text = texts_[at];
    if (!related && (text == "may" || text == "mai" || text == "mars")) return std::nullopt;
    auto named = std::find_if(std::begin(kMonths), std::end(kMonths), [&](auto& month) { return month.name == text; });
    return named == std::end(kMonths) ? std::nullopt : std::optional(named->month);
  }

  // A month or a quarter of any year: "in March", "Q4", "fourth quarter".
  std::size_t recurring(std::size_t from, std::size_t at, bool related) {
    if (at >= texts_.size() || words_[at].used) return from;
    if (auto month = month_at(at, related)) {
      periods_.month = month;
      use(from, at + 1);
      return at + 1;
    }
    if (auto quarter = quarter_at(at)) {
      periods_.quarter = quarter;
      use(from, at + 1);
      return at + 1;
    }
    int nth = ordinal_at(at);
    if (nth >= 1 && nth <= 4 && at + 1 < texts_.size() &&
        (texts_[at + 1] == "quarter" || texts_[at + 1] == "quarters")) {
      periods_.quarter = nth;
      use(from, at + 2);
      return at + 2;
    }
    return from;
  }

  void use(std::size_t from, std::size_t end) {
    for (std::size_t k = from; k < end; ++k) words_[k].used = true;
  }

  QuestionWords& words_;
  Date reference_;
  std::vector<std::string> texts_;
  Periods periods_;
};

}  // namespace

Periods take_periods(QuestionWords& words, Date reference) {
  return PeriodReader(words, reference).read();
}

const std::vector<std::string>& period_words() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> all = relations().words();
    for (const MonthName& month : kMonths) all.emplace_back(month.name);
    for (std::string_view word : kOrdinals) all.emplace_back(word);
    for (std::string_view word :
         {"onwards", "onward", "quarter", "half", "month", "past", "previous", "prior", "q1", "q2", "q3", "q4"})
      all.emplace_back(word);
    return all;
  }();
  return words;
}

}  // namespace dossier::funds
