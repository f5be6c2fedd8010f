#include "funds/question_terms.h"

namespace dossier::funds {

// What is wanted of rows and figures: a list, a number, a sum, the largest of them, a share, two set against each
// other.
const reading::PhraseTable<Term>& measure_terms() {
  using enum Term;
  static const reading::PhraseTable<Term> table = {
      // ---- how they are shown ----
      {list,
       {"set out", "show",    "show me",   "break down", "broken down", "split",   "split up", "grouped", "group",
        "list",    "give me", "display",   "print",      "enumerate",   "itemise", "itemize",  "details", "detail",
        "zeige",   "zeig",    "auflisten", "liste",      "montre",      "montrez", "affiche",  "lister"}},
      {which, {"which", "welche*", "quel", "quels", "quelle", "quelles"}},
      // ---- how many, how much ----
      {count,
       {"how many", "number of", "total number of", "count of", "count", "how many times", "wie viele", "anzahl",
        "combien d", "combien de", "nombre de", "nombre d", "no of", "nr of"}},
      {sum,
       {"total", "totals", "sum", "sum of", "overall", "altogether", "in all", "aggregate", "combined", "in total",
        "total amount", "add up to", "insgesamt", "gesamt*", "summe", "au total", "somme", "together"}},
      {how_much,
       {"how low", "how deep is", "how much", "how large", "how big", "how high", "how small", "what amount",
        "amount of", "wie viel", "wieviel", "wie hoch", "combien"}},
      {average,
       {"average", "the mean", "mean of", "mean call", "mean distribution", "avg", "on average", "durchschnitt*",
        "mittelwert", "moyenne"}},
      {median, {"median", "mediane"}},
      {share,
       {"ratio",    "percentage",        "percentages",      "percent",    "share",      "proportion",    "fraction",
        "portion",  "what part",         "how much of",      "anteil",     "prozent",    "prozentsatz",   "pourcentage",
        "per cent", "how many per cent", "how many percent", "as percent", "in percent", "what fraction", "perc"}},
      {cumulative, {"cumulative", "cumulatively", "running total", "running totals", "cumulated", "kumuliert*"}},
      {interval,
       {"time between",
        "days between",
        "months between",
        "interval between",
        "average time between",
        "how often",
        "average interval",
        "how long between",
        "how long was it between",
        "how much time between",
        "how many days between",
        "how many months between",
        "how many days passed between",
        "time elapsed between",
        "how long passed between",
        "spacing between",
        "average gap between",
        "gap between",
        "time span between",
        "how far apart",
        "average number of days between",
        "number of days between",
        "how many years between",
        "years between"}},
      // ---- which of them ----
      {largest,
       {"largest", "biggest", "highest", "maximum", "max", "greatest", "top", "most", "best", "grosste*", "hochste*",
        "plus grand*", "plus gros*", "plus eleve*"}},
      {smallest,
       {"smallest", "lowest", "minimum", "min", "least", "worst", "kleinste*", "niedrigste*", "plus petit*", "fewest",
        "bottom"}},
      {latest,
       {"latest", "most recent", "most recently", "last", "newest", "final", "letzte*", "neueste*", "jungste*",
        "dernier*"}},
      {first, {"first", "earliest", "initial", "oldest", "erste*", "premier*"}},
      {second, {"second", "zweite*", "deuxieme"}},
      {third, {"third", "dritte*", "troisieme"}},
      // ---- reckoning with two ----
      {minus, {"minus", "subtract", "subtracted", "deducting", "moins"}},
      {plus, {"plus", "added to", "on top of"}},
      {divided, {"divided by", "over total", "dividiert durch", "divise par", "divided"}},
      {difference,
       {"difference", "diff", "differential", "spread", "gap", "unterschied", "differenz", "ecart", "by how much"}},
  };
  return table;
}

}  // namespace dossier::funds
