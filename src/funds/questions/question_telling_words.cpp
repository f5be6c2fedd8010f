#include "funds/questions/question_telling_words.h"

#include "reading/fold.h"

namespace dossier::funds {
namespace {

// Regular verbs in their plain form: said, shown, seen, thought, asked, come to be.
constexpr std::string_view kVerbs =
    "show display state tell report indicate reflect reveal suggest present exhibit appear seem look stand amount note "
    "notice observe mention describe quote cite denote express contain include provide exist arise result deliver "
    "obtain attain concern involve refer relate discuss address elaborate outline illustrate highlight track monitor "
    "trace land accrue review examine study analyse analyze assess prepare compile ask wonder want need wish like seek "
    "assist help "
    "inform "
    "think believe understand remember know learn discover identify locate spot retrieve fetch happen occur go come "
    "get "
    "give make see find read say become constitute represent comprise belong apply";
// Their forms that are not regular, auxiliaries and what else carries a question.
constexpr std::string_view kForms =
    "but across explains explained getting stood told shown seen saw found went gone came got gotten gave given made "
    "said became understood thought "
    "knew "
    "sought arose lay lies lie lying sits sit sitting sat hereby herewith thereby whereby accordingly therefore thus "
    "hence however moreover besides although though because since whereas per via upon towards amongst "
    "classed classified labelled labeled tagged categorised categorized "
    "request requested requesting having being been dear regards team colleagues folks everybody everyone anybody "
    "somebody someone "
    // German
    "steht stehen stand stehenden zeigt zeigen zeigte ergibt ergeben ergab ergaben liegt liegen lag weist "
    "weisen gilt gelten kommt kommen findet finden fand sieht sehen nennt nennen genannt gebucht verbucht erfasst "
    "entspricht entsprechen heisst heissen bildet bilden stellt stellen macht machen beziffert beziffern angegeben "
    "beschrieben dargestellt aufgefuhrt geworden worden wert werte welchen welchem welches "
    "hier dort also ob wo dass sie er sein ihr ihre ihren sowie mochte mochten wurde wissen sagen sag sagt geben "
    "konnen konnten konnte bitten danke dabei dazu daraus davon daran darin denen deren dessen dir euch jetzt mal nun "
    "doch etwa genau ungefahr circa jeweils jeweilige tatsachlich eigentlich derzeit sich wirken wirkt wirkte aus "
    "lasst lassen betrage betrages verwendet "
    // French
    "indique indiquent montre montrent ressort affiche presente presentent figure figurent donne donnent vaut valent "
    "represente representent agit agissait ressortir veuillez merci bonjour svp plait pouvez pourriez vous je on y en "
    "serait seraient eleve elevent elevait annee annees etait se ceci celui celle lequel laquelle lesquels lesquelles "
    "ainsi donc alors aussi actuellement";

void add_forms(std::string verb, std::unordered_set<std::string>& forms) {
  const bool ends_in_e = verb.ends_with('e');
  const bool ends_in_y = verb.ends_with("dy") || verb.ends_with("ly") || verb.ends_with("fy");
  const bool hisses = verb.ends_with('s') || verb.ends_with('h') || verb.ends_with('x') || verb.ends_with('o');
  const std::string stem = ends_in_e || ends_in_y ? verb.substr(0, verb.size() - 1) : verb;
  forms.insert(ends_in_y ? stem + "ies" : hisses ? verb + "es" : verb + "s");
  forms.insert(ends_in_y ? stem + "ied" : stem + "ed");
  forms.insert(ends_in_y ? verb + "ing" : stem + "ing");
  forms.insert(std::move(verb));
}

}  // namespace

const std::unordered_set<std::string>& telling_words() {
  static const std::unordered_set<std::string> words = [] {
    std::unordered_set<std::string> made;
    for (std::string& verb : reading::fold_tokens(kVerbs)) add_forms(std::move(verb), made);
    for (std::string& form : reading::fold_tokens(kForms)) made.insert(std::move(form));
    return made;
  }();
  return words;
}

}  // namespace dossier::funds
