#include "funds/questions/question_vocabulary.h"
#include "reading/fold.h"

namespace dossier::funds {

const std::unordered_set<std::string>& plain_words() {
  static constexpr std::string_view kWords =
      // small words; "not", "between" and their like are not among them: they turn what stands beside them
      "a about according again all am an and any are as at back be because been being both by can could did do "
      "does doing done during each either else ever every for from had has have here how i if in including into is it "
      "its just let like m may me might must my now of off on ones one only or our out over per quite really s same "
      "should shall so some still such t that the their them themselves then there these they this those through to "
      "too up upon us very was we were what whether which while who whom whose will with would yet you your ve re d ll "
      // asking politely, and around the question
      "able advise answer answers appreciate approximately approx asked ask asking bit "
      "cheers clarify could curious dear determine essentially exactly fetch figure find "
      "further furthermore additionally finally get getting give given gives glad grateful happy hello help helps hey "
      "hi hmm identify indicate interested kindly know knowing look looking maybe moment morning "
      "afternoon need needed needs ok okay linked tied attributable pertaining connected associated belonging perhaps "
      "please pls plz possible possibly precisely prepare "
      "preparing provide provided pull question questions quick quickly read reading remind review "
      "reviewing roughly say said says see short shortly simple simply sir madam sorry specify state tell teh "
      "got gotten inclusive altogether achieved achieve generated delivered produced posted earned attained charged "
      "quantum single thank thanks thx "
      "try trying "
      "ours yours mine yes committee "
      "understand understanding want wanted wants well wish wonder wondering words "
      "work relate relates payment payments "
      "basically ever yet there once ie calendar "
      "great perfect super nice cool thing stuff sums pursuant heretofore hitherto thereof quantify extent acts "
      "remember among sheet sheets included own classified saw whatever regardless treat treating gone exact breakdown "
      "precise overall honest straight simply merely likewise respectively apiece "
      "ballpark worth sitting consideration also honestly frankly anyway yep yeah nope guys folks "
      // how rows are spoken of
      "label labelled labeled marked described description descriptions "
      "purpose "
      "purposes acquisition purchase names naming mention mentions mentioning mentioned part piece "
      // what every report is about
      "account accounts actual actually amount amounts available capital cash concerning context current currently "
      "data dated dates document documents end everything anything something exact far figures full fund "
      "funds gave go goes going happen happened inception individual info information invested investor investors "
      "investing involving itself left level limited listed loaded lp lps made make makes making metric "
      "metrics money net number numbers occur occurred overall page paid partner partners partnership pay paying "
      "period place placed portfolio position present presently put received record recorded records regard regarding "
      "unrounded decimal decimals yourself reference represents represent ledger related relating relation relevant "
      "respect respective "
      "respectively report "
      "reports result results run running "
      "runs seen separately show shown shows side since size stand standing stands statement statements status "
      "stood table take taken term terms time times today took total use used using value values various "
      "vehicle vehicles stammt stammen yield yields turns corresponding bring went came come coming whole entire year "
      "years quarter "
      "quarters month months day days date already "
      // German
      "alle allen alles als am auf aus bei beim bis bisher bitte das dem den der des die dieser dieses ein eine einen "
      "einer es fonds fur gab gesamten geld haben hat hoch hohe ich im ist jahr kann kapital man mir mit nach seit "
      "sind uns unser und viel vom von war waren was werden wie wir wurde wurden zu zum zur betrag bericht um noch "
      "denn eigentlich schon bereits haben hatte gib nenne mir uber unsere unserem "
      "unseren unserer insgesamt betragt betragen lautet belauft belaufen je erstmals lag lagen kam kamen wurden wird "
      "bei seiner "
      "seine unser einem wem jahresende ware wurden wurde "
      // French
      "au aux avec avons ce ces cet cette combien dans de depuis des du en est et etait ete il l la le les moi montant "
      "notre nous ont par pour qu que quel quelle quelles quels rapport sont sur tous toutes un une chez a t elle ils "
      "elles nos vos leur ces cela quelles donnez donne montrez eleve s etait ete avait ont eu cette nos dont";
  static const std::unordered_set<std::string> words = [] {
    std::unordered_set<std::string> made;
    for (std::string& word : reading::fold_tokens(kWords)) made.insert(std::move(word));
    return made;
  }();
  return words;
}

bool is_order_to_change(std::string_view word) {
  static const std::unordered_set<std::string_view> verbs = {
      "delete", "remove",    "erase",  "update", "insert", "set",      "change",    "edit",
      "modify", "overwrite", "fix",    "record", "book",   "replace",  "mark",      "ignore",
      "forget", "add",       "losche", "losch",  "andere", "supprime", "supprimez", "modifie"};
  return verbs.contains(word);
}

}  // namespace dossier::funds
