#include "funds/reports/adjustment_words.h"

#include "reading/fold.h"
#include "reading/phrases.h"

namespace dossier::funds {

using reading::fold_tokens;
using reading::PhraseTable;

Subject subject_of(const std::string& text) {
  static const PhraseTable<Subject> table = {
      {Subject::cashless, {"fee waiver", "waiver*", "stock split", "nav change", "transfer of interest"}},
      {Subject::recall, {"recall", "recall of*", "recalled*", "recallable distribution", "rappel", "ruckruf"}},
      {Subject::distributions,
       {"distribution*", "dividend*", "ausschuttung*", "proceeds", "gain", "gains", "income", "clawback*", "claw back*",
        "giveback*", "give back*", "lp giveback*", "remboursement*", "withholding*"}},
      {Subject::calls,
       {"capital call*",
        "call",
        "calls",
        "contribution*",
        "drawdown*",
        "draw down*",
        "kapitalabruf*",
        "*abruf",
        "*abrufe",
        "paid in",
        "called",
        "funding",
        "fee",
        "fees",
        "management fee*",
        "expense*",
        "organisational*",
        "organizational*",
        "subsequent clos*",
        "equalis*",
        "equaliz*",
        "appel*",
        "einzahlung*",
        "true up*",
        "excess capital",
        "unused",
        "ausgleich*",
        "versement*"}},
  };
  return table.find(fold_tokens(text)).value_or(Subject::unknown);
}

Cash cash_of(const std::string& text) {
  static const PhraseTable<Cash> table = {
      {Cash::to_investor,
       {"cash to lp*",
        "to lp",
        "to lps",
        "to limited partner*",
        "to investor*",
        "to the lp*",
        "paid to lp*",
        "refund to*",
        "refunded to*",
        "returned to lp*",
        "returned to investor*",
        "returned to limited partner*",
        "refund of excess*",
        "return of excess*",
        "return of unused*",
        "excess call*",
        "gp clawback*",
        "an anleger",
        "an die anleger",
        "an den anleger",
        "ruckerstattung an*",
        "refund to lp*",
        "aux investisseurs",
        "a l investisseur",
        "reversal of call*",
        "cancelled call*",
        "overcalled*",
        "reimbursed to*"}},
      {Cash::from_investor,
       {"cash from lp*",
        "from lp",
        "from lps",
        "by lp",
        "by lps",
        "from limited partner*",
        "by limited partner*",
        "from investor*",
        "by investor*",
        "by the lp*",
        "returned by*",
        "refund by*",
        "refunded by*",
        "repaid by*",
        "paid by lp*",
        "paid by the lp*",
        "lp clawback*",
        "lp giveback*",
        "giveback*",
        "vom anleger",
        "durch anleger",
        "par l investisseur",
        "recalled*",
        "late interest",
        "overstated distribution",
        "overpaid distribution",
        "overpaid dividend",
        "overpaid"}},
  };
  return table.find(fold_tokens(text)).value_or(Cash::unknown);
}

}  // namespace dossier::funds
