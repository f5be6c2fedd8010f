#include "funds/questions/question_periods.h"

#include "funds/questions/question_period_words.h"
#include "funds/questions/question_relative_times.h"
#include "funds/questions/question_small_words.h"
#include "funds/questions/question_time_spans.h"
#include "reading/one_of.h"

#include <algorithm>

namespace dossier::funds {
namespace {

using reading::one_of;

class PeriodReader {
 public:
  PeriodReader(QuestionWords& words, Date reference)
      : words_(words), reference_(reference), texts_(all_texts(words)), spans_(words, texts_, reference) {}

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
    if (std::size_t end = take_relative_time(words_, texts_, reference_, at, periods_); end > at) return end;
    if (std::size_t end = take_event(at); end > at) return end;
    auto relation = time_relations().match_at(texts_, at);
    std::size_t start = at + (relation ? relation->length : 0);
    bool opens = relation && (relation->meaning == Relation::since || relation->meaning == Relation::until ||
                              relation->meaning == Relation::before || relation->meaning == Relation::between);
    if (opens) start = skip_beginning(start);
    std::size_t after_articles = skip_articles(start, relation.has_value());
    bool end_of = std::find(texts_.begin() + static_cast<std::ptrdiff_t>(start),
                            texts_.begin() + static_cast<std::ptrdiff_t>(after_articles),
                            "end") != texts_.begin() + static_cast<std::ptrdiff_t>(after_articles);
    start = after_articles;
    std::size_t end = start;
    auto range = spans_.range_at(start, end);
    bool bounds = relation && relation->meaning != Relation::in;
    if (!range && bounds) range = spans_.latest_recurrence(start, end);
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
    // "At 2019 year-end" is the state on its last day.
    bool year_end = end + 1 < texts_.size() && texts_[end] == "year" && texts_[end + 1] == "end";
    if (year_end && (!relation || relation->meaning == Relation::in || relation->meaning == Relation::as_of)) {
      add(Relation::as_of, *range);
      use(at, end + 2);
      return end + 2;
    }
    bool plain = !relation || relation->meaning == Relation::in || relation->meaning == Relation::since;
    if (auto side = plain ? side_named_after(end) : std::nullopt) {
      add(*side, *range);
      use(at, end + 2);
      return end + 2;
    }
    // "Distributions from the year 2022" are those of that year; "from 2022" goes on.
    bool of_the_year =
        relation && texts_[at] == "from" && relation->length == 1 && end >= 2 && texts_[end - 2] == "year";
    bool goes_on =
        end < texts_.size() && (texts_[end] == "to" || texts_[end] == "until" || texts_[end].starts_with("on"));
    if (of_the_year && !goes_on) relation->meaning = Relation::in;
    // "Committed to the 2003 vintage funds" says which, not until when.
    bool vintage = end < texts_.size() && texts_[end].starts_with("vintage");
    if (vintage && bounds && texts_[at] == "to") relation->meaning = Relation::in;
    if (end_of && relation->meaning == Relation::since) relation->meaning = Relation::after;
    if (end_of && relation->meaning == Relation::before) relation->meaning = Relation::until;
    end = place(relation ? relation->meaning : Relation::in, *range, end);
    use(at, end);
    return end;
  }

  // "When 2021 closed", "before 2023 began", "by the time 2022 was over".
  std::size_t take_event(std::size_t at) {
    static const reading::PhraseTable<Relation> openings = {
        {Relation::as_of, {"when", "as", "once", "by the time", "at the time", "as soon as", "als"}},
        {Relation::before, {"before", "until", "till"}},
        {Relation::after, {"after", "since"}}};
    auto opening = openings.match_at(texts_, at);
    if (!opening || words_[at].used) return at;
    std::size_t start = at + opening->length, end = start;
    while (start < texts_.size() && one_of(texts_[start], {"the", "year", "quarter"})) ++start;
    auto range = spans_.range_at(start, end);
    if (!range) return at;
    while (end < texts_.size() &&
           one_of(texts_[end], {"had", "has", "was", "were", "came", "drew", "to", "an", "a", "just"}))
      ++end;
    if (end >= texts_.size()) return at;
    bool closes =
        one_of(texts_[end], {"closed", "ended", "over", "out", "finished", "close", "end", "done", "expired"});
    bool begins = one_of(texts_[end], {"began", "begun", "started", "opened", "dawned"});
    if (!closes && !begins) return at;
    add(relation_to_event(opening->meaning, closes, texts_[at] == "when"), *range);
    use(at, end + 1);
    return end + 1;
  }

  // Before a year closed is up to its end, once it had begun is since its start.
  static Relation relation_to_event(Relation opening, bool closes, bool when) {
    if (opening == Relation::before) return closes ? Relation::until : Relation::before;
    if (opening == Relation::after) return closes ? Relation::after : Relation::since;
    if (closes) return Relation::as_of;
    return when ? Relation::opening : Relation::since;
  }

  // "2021 or later", "2019 and before": a time and all on one side of it. What follows "before" is no such side.
  std::optional<Relation> side_named_after(std::size_t at) const {
    if (at + 1 >= texts_.size() || !one_of(texts_[at], {"or", "and", "oder", "und", "ou", "et", "plus"}))
      return std::nullopt;
    std::size_t next = at + 2, unused = next;
    bool goes_on = next < texts_.size() && !words_[at + 1].pause &&
                   (is_article(texts_[next]) || texts_[next] == "to" || texts_[next] == "call" ||
                    texts_[next] == "any" || spans_.range_at(next, unused).has_value());
    if (goes_on) return std::nullopt;
    const std::string& side = texts_[at + 1];
    if (one_of(side, {"later", "after", "afterwards", "onwards", "onward", "since", "beyond", "thereafter", "spater",
                      "danach"}))
      return Relation::since;
    if (one_of(side, {"earlier", "before", "prior", "previously", "older", "fruher", "davor"})) return Relation::until;
    return std::nullopt;
  }

  std::size_t skip_articles(std::size_t at, bool related) const {
    while (related && at < texts_.size() &&
           one_of(texts_[at],
                  {"the", "year", "calendar", "fiscal", "years", "of", "end", "dem", "jahr", "a", "any", "every"}))
      ++at;
    return at;
  }

  // "Since the start of 2020", "seit Anfang 2023", "depuis début 2023"
  std::size_t skip_beginning(std::size_t at) const {
    std::size_t word = at + (at < texts_.size() && is_article(texts_[at]) ? 1 : 0);
    if (word < texts_.size() && one_of(texts_[word], {"anfang", "beginn", "debut"}))
      return word + (word + 1 < texts_.size() && texts_[word + 1] == "de" ? 2 : 1);
    bool begins = word + 1 < texts_.size() && (texts_[word] == "start" || texts_[word] == "beginning") &&
                  texts_[word + 1] == "of";
    return begins ? word + 2 : at;
  }

  // Joins "A to B" and "A and B"; returns where the expression ends.
  std::size_t place(Relation relation, DateRange range, std::size_t end) {
    std::size_t other_end = end;
    bool joins = end < texts_.size() &&
                 (texts_[end] == "to" || texts_[end] == "until" || texts_[end] == "through" || texts_[end] == "till" ||
                  texts_[end] == "bis" || texts_[end] == "and" || texts_[end] == "und" || texts_[end] == "et" ||
                  texts_[end] == "a" || texts_[end] == "or");
    auto other = joins ? spans_.range_at(skip_articles(end + 1, true), other_end) : std::nullopt;
    bool list = joins && (texts_[end] == "and" || texts_[end] == "und" || texts_[end] == "et" || texts_[end] == "or");
    if (other && (!list || relation == Relation::between)) {
      add(relation == Relation::outside ? relation : Relation::in, {range.from, other->to});
      return other_end;
    }
    if (other && (relation == Relation::in || relation == Relation::outside)) {
      add(relation, range);
      return place(relation, *other, other_end);
    }
    add(relation, range);
    return end;
  }

  // A time said twice is one: "were the distributions in 2022 larger than the calls in 2022".
  void add_range(DateRange range) {
    auto& ranges = periods_.ranges;
    if (std::find(ranges.begin(), ranges.end(), range) == ranges.end()) ranges.push_back(range);
  }

  void add(Relation relation, DateRange range) {
    switch (relation) {
      case Relation::in:
      case Relation::between: add_range(range); break;
      case Relation::before: periods_.ranges.push_back({{}, day_before(*range.from)}); break;
      case Relation::after: periods_.ranges.push_back({day_after(*range.to), {}}); break;
      case Relation::since: periods_.ranges.push_back({range.from, {}}); break;
      case Relation::until: periods_.ranges.push_back({{}, range.to}); break;
      case Relation::as_of:
        if (periods_.as_of && periods_.as_of != range.to) periods_.other_days.push_back(*periods_.as_of);
        periods_.as_of = range.to;
        break;
      case Relation::opening: periods_.as_of = day_before(*range.from); break;
      case Relation::outside: periods_.excluded.push_back(range); break;
    }
  }

  // A month or a quarter of any year: "in March", "Q4", "fourth quarter".
  std::size_t recurring(std::size_t from, std::size_t at, bool related) {
    if (at >= texts_.size() || words_[at].used) return from;
    if (auto month = spans_.month_at(at, related)) {
      periods_.month = month;
      use(from, at + 1);
      return at + 1;
    }
    if (auto quarter = spans_.quarter_at(at)) {
      periods_.quarter = quarter;
      use(from, at + 1);
      return at + 1;
    }
    int nth = spans_.ordinal_at(at);
    if (nth >= 1 && nth <= 4 && at + 1 < texts_.size() &&
        (texts_[at + 1] == "quarter" || texts_[at + 1] == "quarters")) {
      periods_.quarter = nth;
      use(from, at + 2);
      return at + 2;
    }
    return from;
  }

  void use(std::size_t from, std::size_t end) {
    for (std::size_t k = from; k < end; ++k) words_[k].used = words_[k].used || !shared_in(words_, k);
  }

  QuestionWords& words_;
  Date reference_;
  std::vector<std::string> texts_;
  TimeSpans spans_;
  Periods periods_;
};

}  // namespace

Periods take_periods(QuestionWords& words, Date reference) {
  return PeriodReader(words, reference).read();
}

}  // namespace dossier::funds
