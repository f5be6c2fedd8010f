#include "fir/facts.h"

#include "fir/names.h"
#include "fir/persons.h"
#include "fir/phrases.h"
#include "fir/things.h"
#include "reading/indian_amounts.h"

#include <algorithm>

namespace dossier::fir {
namespace {

using reading::CueText;
using reading::Mark;

Found found(const CueText& text, std::size_t first, std::size_t last) {
  const Span span = text.text().span_of(first, last);
  return {std::string(text.text().slice(span)), span};
}

// Dates first, then times, then amounts: what one has taken is no candidate for the next.
void read_values(CueText& text, std::optional<Date> told_on, Facts& facts) {
  std::vector<bool> taken(text.text().tokens().size());
  const auto take = [&](Mark mark, std::size_t first, std::size_t last) {
    std::fill(taken.begin() + static_cast<std::ptrdiff_t>(first), taken.begin() + static_cast<std::ptrdiff_t>(last) + 1,
              true);
    text.set_mark(mark, first, last);
  };
  facts.dates = reading::find_spoken_dates(text.text(), told_on);
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

// The day a thing was bought, agreed or married is not the day of the offence when another day is there.
int weight_of(const CueText& text, const Knowledge& knowledge, const reading::SpokenDate& date) {
  const auto& tokens = text.text().tokens();
  int weight = date.relative ? -2 : 0;
  if (date.from && date.to && *date.from != *date.to) weight -= 2;  // a month or a year
  const auto is = [&](std::size_t i, std::string_view name) { return text.in_class(i, knowledge.word_class(name)); };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].sentence != tokens[date.first].sentence) continue;
    const std::size_t distance = i > date.last ? i - date.last : (date.first > i ? date.first - i : 0);
    if (is(i, "wrong_verb") && distance <= 14) weight = std::max(weight, weight + (distance <= 6 ? 2 : 1));
    if (is(i, "birth_word") && distance <= 3) weight -= 8;
  }
  return weight;
}

void read_occurrence(const CueText& text, Facts& facts, const Knowledge& knowledge, std::optional<Date> told_on) {
  const reading::SpokenDate* best = nullptr;
  int best_weight = -100;
  for (const auto& date : facts.dates) {
    if (!date.from) {
      if (!date.relative && !date.year_guessed) facts.impossible_dates.push_back(found(text, date.first, date.last));
      continue;
    }
    if (told_on && *date.from > *told_on) facts.future_dates.push_back(found(text, date.first, date.last));
    const int weight = std::min(weight_of(text, knowledge, date), 3) + (best == nullptr ? 2 : 0);
    if (weight > best_weight) best = &date, best_weight = weight;
  }
  if (best == nullptr) return;
  auto& when = facts.occurrence;
  when.from = best->from;
  when.to = best->to;
  when.from_known_day = *best->from == *best->to;
  when.ongoing_since = best->since;
  when.date_span = text.text().span_of(best->first, best->last);
  // "from A to B", "A se B tak", "1 to 28 February 2026".
  for (const auto& date : facts.dates) {
    if (&date == best || !date.to || !(date.until || best->since) || *date.to < *when.from) continue;
    if (date.until || (best->since && date.first > best->last && date.first - best->last <= 4)) when.to = date.to;
  }
  if (!facts.times.empty()) {
    const auto near = std::min_element(facts.times.begin(), facts.times.end(), [&](const auto& a, const auto& b) {
      const auto distance = [&](const auto& t) {
        return t.first > best->first ? t.first - best->first : best->first - t.first;
      };
      return distance(a) < distance(b);
    });
    when.time_from = {near->text(), text.text().span_of(near->first, near->last)};
    when.minutes_from = near->minutes;
  }
}

}  // namespace

Facts read_facts(reading::CueText& text, const Knowledge& knowledge, std::optional<Date> told_on) {
  Facts facts;
  read_numbers(text, facts);
  read_values(text, told_on, facts);
  read_occurrence(text, facts, knowledge, told_on);
  const auto names = find_names(text, knowledge);
  for (const NameRun& run : names) text.set_mark(Mark::name, run.first, run.last);
  read_persons(text, knowledge, names, facts);
  read_property(text, knowledge, facts);
  read_place(text, knowledge, facts);
  read_phrases(text, knowledge, facts);
  return facts;
}

}  // namespace dossier::fir
