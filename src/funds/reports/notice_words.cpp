#include "funds/reports/notice_words.h"

#include "funds/reports/vocabulary.h"
#include "reading/dates.h"
#include "reading/fold.h"

#include <set>
#include <string_view>

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
        "quote part de l investisseur",
        "auf sie entfallend* betrag*",
        "auf sie entfallend* anteil*",
        "your pro rata share",
        "your payment"}},
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
      {number,
       {"call number", "call no", "capital call number", "capital call no", "notice number", "notice no",
        "drawdown number", "drawdown no", "distribution number", "distribution no", "abruf nr", "abrufnummer",
        "numero d appel", "appel n", "ausschuttung nr"}},
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

std::string notice_number(const std::string& title) {
  static const std::set<std::string_view> counts = {"no", "nr", "n", "num", "number", "numero", "nummer"};
  static const PhraseTable<bool> counted = {
      {true, {"call*", "drawdown*", "distribution*", "notice", "*abruf", "appel", "ausschuttung", "closing"}}};
  constexpr std::size_t kDigitsMax = 3;  // more are a year or an account
  std::string folded = reading::fold(title);
  for (std::size_t at = folded.find('#'); at != std::string::npos; at = folded.find('#', at))
    folded.replace(at, 1, " no ");
  const auto tokens = reading::fold_tokens(folded);
  const auto number_at = [&](std::size_t at) {
    const std::string& token = tokens[at];
    const bool figure = token.size() <= kDigitsMax && token.find_first_not_of("0123456789") == std::string::npos;
    const std::size_t lead = token.find_first_not_of('0');
    return figure && lead != std::string::npos ? token.substr(lead) : std::string();
  };
  // "Distribution 5 March 2024" is of a day.
  const bool dated = reading::find_date(title).has_value();
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const bool named = counts.contains(tokens[i]) || (!dated && counted.match_at(tokens, i));
    if (std::string number = named ? number_at(i + 1) : std::string(); !number.empty()) return number;
  }
  const bool leads = tokens.size() > 1 && !dated && folded.starts_with(tokens.front() + ".");
  return leads ? number_at(0) : std::string();
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
