#include "funds/questions/question_supposition_words.h"

#include "funds/questions/question_supposition.h"

#include <string>
#include <string_view>
#include <utility>

namespace dossier::funds {

using reading::PhraseTable;

const PhraseTable<bool>& supposition_openings() {
  static const PhraseTable<bool> table = {{true,
                                           {"if",
                                            "what if",
                                            "suppose",
                                            "supposing",
                                            "assume",
                                            "assuming",
                                            "imagine",
                                            "hypothetically",
                                            "in case",
                                            "wenn",
                                            "falls",
                                            "angenommen",
                                            "si",
                                            "supposons",
                                            "were to",
                                            "what would",
                                            "with nav",
                                            "with a nav",
                                            "with the nav",
                                            "at a nav",
                                            "given a nav",
                                            "using a nav",
                                            "on a nav",
                                            "after another",
                                            "after a further",
                                            "after an additional",
                                            "with another",
                                            "with a further",
                                            "with an additional",
                                            "following another",
                                            "following a further"}}};
  return table;
}

const PhraseTable<Move>& supposition_moves() {
  using enum Move;
  static const PhraseTable<Move> table = {
      {falls, {"falls",      "sinks",      "tumbles",       "slips",      "fell",        "fall",         "fell by",
               "drop",       "drops",      "dropped",       "decrease",   "decreases",   "decreased",    "decline",
               "declines",   "declined",   "went down",     "goes down",  "go down",     "lost",         "loses",
               "lose",       "lower",      "written down",  "write down", "cut",         "reduc*",       "falling",
               "dropping",   "decreasing", "declining",     "losing",     "cutting",     "writing down", "marked down",
               "marks down", "mark down",  "marking down",  "comes down", "come down",   "came down",    "slash*",
               "trim*",      "shrink*",    "slipped",       "wiped off",  "knocked off", "shrank",       "haircut",
               "less",       "fallt",      "sinkt",         "fiele",      "sanke",       "gefallen",     "gesunken",
               "baisse",     "baissait",   "impaired",      "smaller",    "fewer",       "niedriger",    "tiefer",
               "geringer",   "abgewertet", "abgeschrieben", "down",       "markdown",    "write down",   "writedown",
               "reduction",  "discount",   "cut",           "off",        "decline"}},
      {rises, {"rose",     "rise",        "rises",   "increase",  "increases",  "increased", "grow",
               "grows",    "grew",        "gained",  "gains",     "gain",       "rising",    "increasing",
               "growing",  "gaining",     "climb*",  "marked up", "marks up",   "mark up",   "comes up",
               "jump*",    "appreciates", "went up", "goes up",   "go up",      "higher",    "written up",
               "write up", "steigt",      "stiege",  "augmente",  "augmentait", "up",        "appreciated",
               "larger",   "bigger",      "greater", "hoher",     "aufgewertet"}},
      {doubles, {"double", "doubles", "doubled", "verdoppelt", "twice"}},
      {halves, {"halve", "halves", "halved", "half", "halbiert"}},
      {vanishes, {"zero", "nil", "worthless", "nothing", "null", "written off", "wiped out"}},
      {becomes,
       {"were",     "was",      "is",        "amounts to",  "amounted to",  "stood at",     "came to", "becomes",
        "became",   "equals",   "fell to",   "rose to",     "dropped to",   "went to",      "goes to", "drops to",
        "rises to", "falls to", "grew to",   "declined to", "increased to", "decreased to", "of",      "at",
        "ware",     "worth",    "valued at", "marked at",   "drop to",      "fall to",      "rise to", "be"}},
  };
  return table;
}

const PhraseTable<Thing>& supposition_things() {
  static const PhraseTable<Thing> table = {
      {Thing::nav,
       {"nav",
        "net asset value",
        "stake",
        "our stake",
        "residual value",
        "remaining value",
        "fair value",
        "valuation",
        "portfolio",
        "marks",
        "valuations",
        "book value",
        "carrying value",
        "vl",
        "nettoinventarwert",
        "valeur liquidative",
        "remaining portfolio",
        "value",
        "sold at",
        "sold for",
        "sell at",
        "sell for"}},
      {Thing::call,
       {"called", "call", "capital call", "calls", "draws", "draw", "drew", "drawn", "contributed", "paid in",
        "drawdown", "contribution", "calling"}},
      {Thing::distribution,
       {"distributed", "distribution", "distributions", "distribute", "distributes", "paid out", "returned", "pays out",
        "ausgeschuttet"}},
  };
  return table;
}

const std::vector<std::string>& supposition_words() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> all = supposition_moves().words();
    for (std::string& word : supposition_openings().words()) all.push_back(std::move(word));
    for (std::string_view word :
         {"another", "additional", "additionally", "further", "extra", "then", "instead", "happens", "happen", "become",
          "becomes", "change", "changes", "effect", "affect", "impact", "still", "more"})
      all.emplace_back(word);
    return all;
  }();
  return words;
}

}  // namespace dossier::funds
