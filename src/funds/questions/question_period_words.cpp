#include "funds/questions/question_period_words.h"

#include <algorithm>

namespace dossier::funds {
namespace {

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

}  // namespace

const reading::PhraseTable<Relation>& time_relations() {
  using enum Relation;
  static const reading::PhraseTable<Relation> table = {
      {as_of,
       {"as of",
        "as at",
        "as on",
        "as per",
        "as of the end of",
        "at the end of",
        "at end of",
        "at year end",
        "end",
        "ye",
        "at the year end",
        "end of",
        "per ende",
        "by the end of",
        "ende",
        "am ende",
        "zu ende",
        "zum ende",
        "am jahresende",
        "fin",
        "a fin",
        "fin de",
        "a la fin de",
        "by end of",
        "per",
        "zum",
        "stand",
        "at the close of",
        "as of the close of",
        "as at the close of",
        "at close of",
        "by the close of",
        "close of",
        "as at the end of",
        "as of end of",
        "as of end",
        "at end",
        "by end",
        "as at end",
        "at year end of",
        "as at year end",
        "as of the year end",
        "coming out of",
        "going out of",
        "per jahresende",
        "zum jahresende",
        "zum jahresende von",
        "a la cloture de",
        "a fin de",
        "year end",
        "by year end",
        "as of year end"}},
      // The state on the day before: "going into 2023".
      {opening,
       {"going into", "heading into", "coming into", "entering", "at the start of", "at the beginning of",
        "at the outset of", "at start of", "at the opening of", "as of the start of", "as of the beginning of",
        "zu beginn", "anfang", "debut", "au debut de"}},
      {before, {"before", "prior to", "earlier than", "ahead of", "vor", "avant"}},
      {after, {"after", "later than", "following", "nach", "apres", "beyond"}},
      {since,
       {"since", "on or after", "in or after", "no earlier than", "not before", "as from", "from and including", "from",
        "starting", "starting in", "starting from", "beginning", "beginning in", "seit", "depuis", "ab", "von"}},
      {until,
       {"until",
        "till",
        "through",
        "up to",
        "up until",
        "until the end of",
        "to the end of",
        "up to and including",
        "until and including",
        "through the end of",
        "up to the end of",
        "no later than",
        "not later than",
        "on or before",
        "in or before",
        "bis",
        "bis ende",
        "bis zum",
        "bis einschliesslich",
        "bis und mit",
        "jusqu",
        "by",
        "to"}},
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
        "fell in",
        "fell within",
        "fell on",
        "falls in",
        "falling in",
        "occurred in",
        "took place in",

        "dated in",
        "fy"}},
  };
  return table;
}

std::optional<int> month_named(std::string_view word) {
  auto named = std::find_if(std::begin(kMonths), std::end(kMonths), [&](auto& month) { return month.name == word; });
  return named == std::end(kMonths) ? std::nullopt : std::optional(named->month);
}

int months_in(std::string_view unit) {
  if (unit == "year" || unit == "years") return 12;
  if (unit == "quarter" || unit == "quarters") return 3;
  return unit == "month" || unit == "months" ? 1 : 0;
}

const std::vector<std::string>& period_words() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> all = time_relations().words();
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
