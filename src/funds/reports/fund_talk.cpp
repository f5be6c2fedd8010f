#include "funds/reports/fund_talk.h"

#include "reading/fold.h"
#include "reading/phrases.h"

#include <algorithm>

namespace dossier::funds {

bool talks_of_a_fund(const std::vector<Passage>& passages) {
  static const reading::PhraseTable<bool> words = {
      {true,
       {"capital call*", "drawdown*", "capital contribution*", "limited partner*", "general partner", "private equity",
        "capital account", "capital commitment", "unfunded commitment", "kapitalabruf*", "kapitalzusage",
        "kommanditist*", "kapitalkonto*", "appel de fonds", "appels de fonds", "fpci", "fcpr", "societe de gestion",
        "recallable distribution*"}}};
  return std::any_of(passages.begin(), passages.end(),
                     [](const Passage& passage) { return words.find(reading::fold_tokens(passage.text)).has_value(); });
}

}  // namespace dossier::funds
