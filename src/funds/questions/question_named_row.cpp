#include "funds/questions/question_named_row.h"

#include "funds/questions/question_plan.h"
#include "reading/fold.h"
#include "reading/one_of.h"

#include <algorithm>

namespace dossier::funds {
namespace {

// Whether the words name a row by its kind and a day, an amount or a place, and say nothing of it.
bool names_a_row(const Typed& typed, std::size_t end) {
  const auto words = reading::fold_tokens(typed.text(0, end));
  bool kind = false, place = false;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (reading::one_of(word, {"is", "was", "were", "are", "did", "does", "do", "has", "have", "what", "how", "which",
                               "if", "list", "show", "give", "when", "why", "who"}))
      return false;
    const auto term = question_terms().match_at(words, at);
    kind = kind || (term && (kind_of(term->meaning) || term->meaning == Term::any_row)) ||
           reading::one_of(word, {"one", "payment"});
    place = place || (term && measure_of(term->meaning)) || word.find_first_of("0123456789") != std::string::npos;
  }
  return kind && place;
}

}  // namespace

void say_what_happened_with_it(Typed& typed) {
  for (std::size_t end = 2; end + 2 < typed.size(); ++end) {
    if (!typed.ends_clause(end - 1)) continue;
    const bool asks =
        reading::one_of(typed.folded()[end], {"what", "did", "does", "was", "is", "which", "why", "who", "how"});
    if (!asks) continue;
    const auto rest = typed.folded().subspan(end);
    const auto says = [&](std::initializer_list<std::string_view> some) {
      return std::any_of(rest.begin(), rest.end(), [&](const std::string& w) { return reading::one_of(w, some); });
    };
    const bool of_it = says({"it", "this", "that"});
    const bool effect =
        says({"for",    "cash",   "receive",  "received", "pay",      "paid",     "raise",     "raises",
              "lower",  "lowers", "reduce",   "reduces",  "reducing", "increase", "increases", "increasing",
              "effect", "about",  "happened", "purpose",  "affect",   "affects"});
    const bool figures = says({"percent", "percentage", "share", "many", "days"});
    if (!of_it || !effect || figures || !names_a_row(typed, end)) continue;
    typed.replace(end, typed.size() - end, "what happened with it");
    return;
  }
}

}  // namespace dossier::funds
