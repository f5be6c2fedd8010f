#include "funds/question_terms.h"

namespace dossier::funds {

// Times and groups: when, how long, by what the rows are told apart, and how a figure went.
const reading::PhraseTable<Term>& time_terms() {
  using enum Term;
  static const reading::PhraseTable<Term> table = {
      // ---- when ----
      {when,
       {"when", "what date", "which date", "on what date", "on which date", "what day", "which day", "date of", "wann",
        "quand"}},
      {age, {"how long has the fund", "how long has it", "how long is the fund", "how long", "how old", "age of"}},
      {since_inception,
       {"since inception", "inception to date", "since the beginning", "since the start", "to date", "till date",
        "until now", "so far", "up to now", "from inception", "from the beginning", "itd", "since day one",
        "over the life", "over its life", "over the whole life", "seit auflage", "seit beginn", "depuis l origine"}},
      {period_after,
       {"the year after", "the next year", "the following year", "a year later", "the year afterwards",
        "the quarter after", "the following quarter", "the next quarter", "year after", "das jahr danach",
        "im jahr danach", "l annee suivante", "after that", "the year after that", "one year later", "12 months later",
        "the quarter later", "a quarter later"}},
      {period_before,
       {"the year before", "the previous year", "the prior year", "the preceding year", "a year earlier",
        "the quarter before", "the previous quarter", "the preceding quarter", "year before", "das jahr davor",
        "im jahr davor", "l annee precedente", "before that", "the year before that", "one year earlier",
        "12 months earlier", "a quarter earlier"}},
      // ---- groups ----
      {by_year,
       {"by year", "per year", "each year", "every year", "yearly", "annual", "annually", "year by year",
        "by calendar year", "pro jahr", "nach jahr", "jahrlich", "par an", "par annee"}},
      {by_quarter, {"by quarter", "per quarter", "each quarter", "quarterly", "pro quartal", "par trimestre"}},
      {by_month,
       {"by month", "per month", "each month", "every month", "monthly", "month by month", "by calendar month",
        "pro monat", "nach monat", "monatlich", "par mois"}},
      {by_other_time,
       {"per week", "by week", "weekly", "each week", "per day", "by day", "daily", "each day", "years with",
        "quarters with", "months with", "years in which", "quarters in which", "months in which", "years when"}},
      {which_period,
       {"which year",       "what year",    "in which year", "in what year",   "which quarter", "what quarter",
        "in which quarter", "welches jahr", "welchem jahr",  "quelle annee",   "which month",   "what month",
        "in which month",   "year with",    "quarter with",  "month with",     "best year",     "worst year",
        "biggest year",     "best quarter", "worst quarter", "biggest quarter"}},
      {by_type,
       {"by type", "per type", "each type", "by nature", "by kind", "by category", "by component", "per category",
        "into types", "type of distribution", "kind of distribution", "which type", "what type", "what kind of",
        "what types", "what kinds of", "nach art", "par type", "par nature"}},
      {by_company,
       {"by company", "per company", "each company", "by investment", "per investment", "each investment", "by deal",
        "per deal", "by portfolio company", "which company", "which companies", "what company", "which investment",
        "which investments", "which deal", "which portfolio company", "je beteiligung", "par societe"}},
      // ---- the course of a figure ----
      {course,
       {"develop", "developed", "development", "evolve", "evolved", "evolution", "over time", "trend", "progress",
        "progressed", "change over time", "changed over time", "history", "course", "entwicklung", "entwickelt"}},
      {changed, {"change", "go up",       "goes up",   "go down",   "goes down", "grow",        "grew",    "grown",
                 "shrink", "shrunk",      "changed",   "changes",   "change in", "moved",       "move",    "movement",
                 "delta",  "increase in", "increased", "decreased", "went up",   "went down",   "gone up", "gone down",
                 "risen",  "fallen",      "improved",  "improve",   "verandert", "veranderung", "growth",  "uplift"}},
      {low_point,
       {"low point", "lowest point", "trough", "deepest point", "bottom of the j curve", "deepest point of the j curve",
        "low point of the j curve", "how deep", "deepest cash point", "lowest cash point", "cash low",
        "deepest point of cash"}},
      {j_curve, {"j curve", "j curve series", "j kurve", "courbe en j"}},
  };
  return table;
}

}  // namespace dossier::funds
