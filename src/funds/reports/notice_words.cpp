#include "funds/reports/notice_words.h"

#include "funds/reports/vocabulary.h"
#include "reading/fold.h"

namespace dossier::funds {

using reading::PhraseTable;

const PhraseTable<NoticeLabel>& notice_labels() {
  using enum NoticeLabel;
  static const PhraseTable<NoticeLabel> table = {
      {due_date, {"due date",       "payment due",      "payment due date", "payment date", "value date",
                  "payable on",     "due on",           "due by",           "payable by",   "fallig am",
                  "falligkeit*",    "zahlbar bis",      "zahlungsdatum",    "valuta",       "date d echeance",
                  "date de valeur", "date de paiement", "payable le",       "a payer le",   "distribution date",
                  "wire date",      "settlement date",  "drawdown date",    "funding date", "zahlungstermin"}},
      {share,
       {"your share",
        "lp share",
        "investor share",
        "your contribution",
        "your distribution",
        "your capital call",
        "amount due from you",
        "your portion",
        "investor s share",
        "ihr anteil",
        "anteil des anlegers",
        "votre quote part",
        "votre part",
        "amount called from you",
        "your gross distribution",
        "share of the investor",
        "investor amount",
        "amount payable by you",
        "amount payable to you",
        "quote part de l investisseur"}},
      {total,
       {"capital call amount",
        "total capital call",
        "total distribution",
        "total drawdown",
        "summe kapitalabruf",
        "summe ausschuttung",
        "summe der ausschuttung",
        "total de l appel",
        "total de la distribution",
        "total call",
        "call amount",
        "amount called",
        "total amount due",
        "amount due",
        "distribution amount",
        "gross distribution",
        "gross amount",
        "montant brut*",
        "bruttobetrag",
        "brutto*",
        "montant total brut*",
        "drawdown amount",
        "abrufbetrag",
        "ausschuttungsbetrag",
        "montant de l appel",
        "montant appele",
        "montant de la distribution",
        "gross call",
        "gross capital call",
        "gross drawdown",
        "gross capital distribution",
        "total gross call",
        "total due",
        "amount of this call",
        "amount of this distribution",
        "betrag"}},
      {net,
       {"net amount due", "net amount", "net amount payable", "net cash due", "net due", "net call", "net capital call",
        "net drawdown", "montant net*", "nettobetrag", "net distribution", "net capital distribution", "net payable",
        "netto"}},
  };
  return table;
}

const PhraseTable<bool>& due_phrases() {
  static const PhraseTable<bool> table = {
      {true,
       {"due on",
        "due by",
        "on or before",
        "no later than",
        "not later than",
        "payable on",
        "payable by",
        "by close of*",
        "received by",
        "received on",
        "funded by",
        "funds are due",
        "paid on",
        "paid by",
        "paid on or about",
        "wired on",
        "wired by",
        "wire on",
        "distributed on",
        "payment on",
        "bis zum",
        "bis spatestens",
        "spatestens bis",
        "spatestens am",
        "spatestens zum",
        "fallig am",
        "fallig zum",
        "fallig bis",
        "mit valuta",
        "valuta zum",
        "auszahlung am",
        "ausgezahlt am",
        "wird am",
        "auszahlung erfolgt am",
        "au plus tard le",
        "avant le",
        "payable le",
        "exigible le",
        "sera verse le",
        "verse le",
        "versee le",
        "paiement le",
        "reglement le",
        "date de valeur du",
        "en date de valeur du"}},
  };
  return table;
}

// "Capital Call Notice", "Drawdown notice no. 7", "Abrufschreiben", "Avis d'appel de fonds".
std::optional<RowKind> notice_kind(const std::string& title) {
  static const PhraseTable<bool> paper = {
      {true,
       {"notice", "notification", "abrufschreiben", "abrufmitteilung", "mitteilung*", "avis", "ausschuttungsmitteilung",
        "kapitalabrufschreiben", "funding notice", "anzeige", "abrufanzeige"}}};
  auto tokens = reading::fold_tokens(title);
  if (tokens.size() > 12 || !paper.find(tokens)) return std::nullopt;
  return row_kind_by_words(title);
}

bool names_addressee(const std::string& label) {
  static const PhraseTable<bool> table = {{true,
                                           {"to", "investor", "limited partner", "investor name", "name of investor",
                                            "an", "anleger", "kommanditist", "investisseur", "souscripteur"}}};
  const auto tokens = reading::fold_tokens(label);
  const auto match = tokens.empty() ? std::nullopt : table.match_at(tokens, 0);
  return match && match->length == tokens.size();
}

bool names_both_ways(const std::string& title) {
  const auto tokens = reading::fold_tokens(title);
  return !section_kind(title) && row_kind_by_words(title) && row_kind_by_words(title) != RowKind::adjustment &&
         tokens.size() <= 12;
}

}  // namespace dossier::funds
