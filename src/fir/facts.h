#pragma once

#include "base/date.h"
#include "base/money.h"
#include "fir/knowledge.h"
#include "reading/cues.h"
#include "reading/spoken_dates.h"
#include "reading/tokens.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dossier::fir {

using reading::Span;

// Words of the complaint and their place. Empty text: not given.
struct Found {
  std::string text;
  Span span;

  explicit operator bool() const { return !text.empty(); }
};

struct PersonFact {
  Found name;         // empty when only described
  Found description;  // "neighbour", "aged 22", "in blue shirt"
  // What the desk gave beside them, by the attribute's name: "alias", "age", "height_cm" (entries.h).
  std::map<std::string, std::string, std::less<>> more = {};
};

struct PropertyFact {
  Found description;
  std::optional<Money> value;  // as the complaint values it
  std::string category = {}, type = {};  // as the desk gave them
};

struct AmountFact {
  Money rupees;
  Span span;
  bool of_another_matter = false;  // a rent, a salary, a cheque: no value of what was taken or damaged
};

// A day, a month or a year on which something of the conduct complained of happened: no birthday, no day of buying,
// learning or writing.
struct ConductDate {
  Date from, to;
  bool payment = false;  // a sum is named beside it
};

struct VictimFact {
  std::optional<int> age;  // as stated; never inferred
  Span age_span;
  std::optional<int> school_class;  // "class 8": no age, but a reason to ask for one
  Span school_class_span;
  Found name;  // kept out of everything that is shown when the case is sensitive
  std::vector<PersonFact> others = {};  // further victims, and what the desk gave of each
  std::map<std::string, std::string, std::less<>> more = {};  // of the first: what the desk gave
};

struct Facts {
  struct {
    Found name, relative, address, phone;
    std::optional<int> age;
    Span age_span;
    Found rank;    // of the police, when an officer reports what he met on duty
    Found office;  // of another public servant who reports from his post: "Supply Inspector", "Tehsildar"
  } complainant;
  struct {
    std::optional<Date> from, to;
    Span date_span;
    bool from_known_day = false;  // `from` is one day, not a month or a year
    bool ongoing_since = false;   // it went on from then
    Found time_from, time_to;     // "18:30"
    int minutes_from = -1;        // since midnight
    Found place;
    Span in_another_town;  // the town it happened in, when the station or home named is in another; else empty
  } occurrence;
  struct {
    std::optional<int> count;
    Span count_span;
    std::vector<PersonFact> persons;
    bool unknown = false;  // the informant knows none of them
  } accused;
  std::vector<PropertyFact> property;
  std::optional<Money> total_value;
  Span total_value_span;
  bool total_value_given = false;  // by the person at the desk
  std::optional<AmountFact> loss;  // what the complaint puts the damage at
  std::vector<AmountFact> amounts;
  std::vector<Found> weapons, injuries, vehicles, witnesses, threats, treatments, accounts, phones, relations;
  Span verse;                            // of a text that is written as a poem; else empty
  std::optional<double> cannabis_grams;  // of ganja, or what weighs as much in the law of the charas
  Span cannabis_span;
  VictimFact victim;
  Found delay_reason;
  std::vector<reading::SpokenDate> dates;
  std::vector<ConductDate> conduct;
  std::vector<reading::SpokenTime> times;
  std::vector<Found> impossible_dates, future_dates, impossible_times;
  std::vector<Found> other_weekdays;  // "Monday 14 October 2026", which was no Monday
  std::vector<Found> other_days;      // days, besides that of the occurrence, on which the complaint puts the matter
};

// What the person at the desk says beside the text (`--set field=value`): report_date (YYYY-MM-DD), occurrence.date,
// complainant.name, victim.age, accused.2.name ... (given.h, entries.h). An empty value takes out what was read.
using GivenFields = std::map<std::string, std::string>;

// Finds the facts and marks dates, times, amounts, names, number plates and phones in `text` for the cues. `told_on`
// is the day of the report. Facts that are not stated stay empty: nothing is inferred.
Facts read_facts(reading::CueText& text, const Knowledge& knowledge, std::optional<Date> told_on);

}  // namespace dossier::fir
