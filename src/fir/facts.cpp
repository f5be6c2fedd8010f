#include "fir/facts.h"

#include "fir/names.h"
#include "fir/occurrence.h"
#include "fir/orders.h"
#include "fir/persons.h"
#include "fir/phrases.h"
#include "fir/things.h"
#include "fir/verse.h"
#include "fir/victim.h"
#include "fir/writing_day.h"
#include "reading/indian_amounts.h"

#include <algorithm>

namespace dossier::fir {
namespace {

using reading::CueText;
using reading::Mark;

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
  // A number that names a vehicle, a telephone or an account is no sum.
  for (const auto* numbers : {&facts.vehicles, &facts.phones, &facts.accounts}) {
    for (const Found& number : *numbers) {
      for (std::size_t i = 0; i < taken.size(); ++i) {
        if (number.span.overlaps(text.text().tokens()[i].span)) taken[i] = true;
      }
    }
  }
  for (const auto& amount : reading::find_indian_amounts(text.text(), taken)) {
    text.set_mark(Mark::money, amount.first, amount.last);
    if (!amount.foreign) facts.amounts.push_back({amount.rupees, text.text().span_of(amount.first, amount.last)});
  }
}

// Who is named where something is told. Whom an order to the reader names has nothing to do with it.
std::vector<NameRun> names_of_the_story(const CueText& text, const Knowledge& knowledge) {
  auto names = find_names(text, knowledge);
  const auto orders = sentences_of_orders(text.text());
  std::erase_if(names, [&](const NameRun& run) {
    return orders[static_cast<std::size_t>(text.text().tokens()[run.first].sentence)];
  });
  return names;
}

}  // namespace

Facts read_facts(reading::CueText& text, const Knowledge& knowledge, std::optional<Date> told_on) {
  Facts facts;
  read_numbers(text, facts);
  read_values(text, told_on, facts);
  facts.verse = verse_in(text.text());
  if (!facts.verse.empty()) return facts;  // whoever a poem names did nothing
  read_occurrence(text, knowledge, told_on, facts);
  const auto names = names_of_the_story(text, knowledge);
  for (const NameRun& run : names) text.set_mark(Mark::name, run.first, run.last);
  read_persons(text, knowledge, names, facts);
  read_property(text, knowledge, facts);
  read_place(text, knowledge, facts);
  read_victim(text, knowledge, facts);
  read_cannabis(text, knowledge, facts);
  read_phrases(text, knowledge, facts);
  return facts;
}

}  // namespace dossier::fir
