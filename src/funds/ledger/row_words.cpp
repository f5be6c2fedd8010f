#include "funds/ledger/row_words.h"

#include "reading/fold.h"
#include "reading/phrases.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace dossier::funds {
namespace {

using reading::fold_tokens;
using reading::PhraseTable;

const PhraseTable<RowKind>& adjustment_phrases() {
  static const PhraseTable<RowKind> table = {
      {RowKind::adjustment,
       {"adjustment*",  "adjusting",     "rebalanc*",       "true up*",         "trueup*",          "correction*",
        "reclass*",     "restate*",      "restatement*",    "equalis*",         "equaliz*",         "korrektur*",
        "anpassung*",   "ausgleich*",    "regularisation*", "ajustement*",      "fee offset*",      "fee rebate*",
        "waiver*",      "late interest", "transfer*",       "return of excess", "return of unused", "excess capital",
        "giveback*",    "lp giveback*",  "rettifica*",      "ajuste*",          "clawback*",        "claw back*",
        "withholding*", "quellensteuer", "recall of*",      "recalled*",        "rappel",           "ruckruf",
        "storno*"}},
  };
  return table;
}

const PhraseTable<RowKind>& flow_phrases() {
  static const PhraseTable<RowKind> table = {
      {RowKind::capital_call,
       {"capital call*",
        "call",
        "calls",
        "call for",
        "drawdown*",
        "draw down*",
        "drawn",
        "contribution*",
        "capital contribution*",
        "paid in",
        "funding*",
        "funded",
        "cash in",
        "called",
        "capital called",
        "investment call*",
        "fee call*",
        "expense call*",
        "initial closing",
        "subsequent closing",
        "catch up contribution",
        "net contribution*",
        "takedown*",
        "take down*",
        "instalment*",
        "installment*",
        "kapitalabruf*",
        "*abruf",
        "*abrufe",
        "abruf*",
        "einzahlung*",
        "appel*",
        "appels de fonds",
        "appel de capital",
        "versement*",
        "liberation*",
        "llamada*",
        "desembolso*",
        "chamada*",
        "richiam*",
        "versament*",
        "kapitaalopvraging*",
        "opvraging*",
        "deemed contribution*",
        "capital drawn",
        "management fee call*"}},
      {RowKind::distribution,
       {"distribution*",
        "proceeds",
        "return of capital",
        "roc",
        "capital distribution*",
        "gain",
        "gains",
        "realised gain*",
        "realized gain*",
        "long term gain*",
        "income",
        "dividend*",
        "interest",
        "recap*",
        "escrow release*",
        "liquidation",
        "cash out",
        "repayment*",
        "ausschuttung*",
        "retour de capital",
        "retour*",
        "interet*",
        "zinsen",
        "dividende*",
        "*ausschuttung",
        "*ausschuttungen",
        "auszahlung*",
        "kapitalruckzahlung*",
        "ruckzahlung*",
        "verausserungsgewinn*",
        "ertrag",
        "ertrage",
        "zinsertrag*",
        "dividendenertrag*",
        "kapitalertrag*",
        "remboursement*",
        "plus value*",
        "revenu*",
        "distribucion*",
        "distribuzion*",
        "distribuic*",
        "restituic*",
        "rimbors*",
        "tax distribution*",
        "final distribution*",
        "stock distribution*",
        "in kind",
        "deemed distribution*",
        "distributed",
        "return of cost",
        "capital return*",
        "gewinnausschuttung*",
        "ruckfluss*",
        "uitkering*",
        "produit*",
        "distributions of capital",
        "disbursement*"}},
  };
  return table;
}

const PhraseTable<bool>& valuation_phrases() {
  static const PhraseTable<bool> table = {{true,
                                           {"unrealised",
                                            "unrealized",
                                            "allocated",
                                            "allocation of",
                                            "appreciation",
                                            "depreciation",
                                            "change in fair value",
                                            "change in value",
                                            "change in valuation",
                                            "valuation change",
                                            "valuation movement",
                                            "change in nav",
                                            "net investment loss",
                                            "revaluation",
                                            "fair value movement",
                                            "fair value adjustment",
                                            "valuation gain",
                                            "valuation loss",
                                            "nicht realisiert*",
                                            "ergebniszuweisung*",
                                            "ergebnisanteil*",
                                            "jahresergebnis*",
                                            "allocation of profit*",
                                            "share of profit*",
                                            "share of result*",
                                            "affectation du resultat",
                                            "quote part du resultat",
                                            "unrealisiert*",
                                            "wertanderung*",
                                            "bewertungsanderung*",
                                            "bewertungsgewinn*",
                                            "plus value latente*",
                                            "plus values latentes",
                                            "variation de valeur",
                                            "variation de juste valeur"}}};
  return table;
}

// Where the first word of a payment stands: any of a call, and those of a distribution that say more than what it is
// paid from.
std::optional<std::size_t> payment_at(const std::vector<std::string>& tokens) {
  static const PhraseTable<bool> paid_out = {
      {true,
       {"distribution*", "*ausschuttung", "*ausschuttungen", "*ruckzahlung*", "ruckfluss*", "repayment*", "proceeds",
        "return of capital", "capital return*", "disbursement*", "distribucion*", "distribuzion*", "remboursement*",
        "rimbors*", "retour de capital", "uitkering*"}}};
  std::optional<std::size_t> first;
  for (const auto& match : paid_out.matches(tokens)) first = std::min(first.value_or(match.at), match.at);
  for (const auto& match : flow_phrases().matches(tokens)) {
    if (match.meaning == RowKind::capital_call) first = std::min(first.value_or(match.at), match.at);
  }
  return first;
}

template <class Set>
bool contains(const Set& set, std::string_view text) {
  return std::find(set.begin(), set.end(), text) != set.end();
}

bool any_digit(std::string_view token) {
  return std::any_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<RowKind> section_kind(std::string_view title) {
  auto tokens = fold_tokens(title);
  if (auto kind = adjustment_phrases().find(tokens)) return kind;
  auto found = flow_phrases().matches(tokens);
  if (found.empty()) return std::nullopt;
  bool mixed = std::any_of(found.begin(), found.end(), [&](auto& m) { return m.meaning != found.front().meaning; });
  if (mixed) return std::nullopt;
  return found.front().meaning;
}

std::optional<RowKind> row_kind_by_words(std::string_view text) {
  auto tokens = fold_tokens(text);
  if (auto kind = adjustment_phrases().find(tokens)) return kind;
  return flow_phrases().find(tokens);
}

bool names_payment(std::string_view text) {
  return payment_at(fold_tokens(text)).has_value();
}

bool tells_valuation(std::string_view text) {
  const auto tokens = fold_tokens(text);
  const auto valuation = valuation_phrases().matches(tokens);
  if (valuation.empty()) return false;
  const auto payment = payment_at(tokens);
  return !payment || *payment >= valuation.front().at;
}

bool names_a_state(std::string_view type) {
  static const std::set<std::string> states = {"valuation",     "nav",        "net asset value",    "fair value",
                                               "commitment",    "valuations", "capital commitment", "total commitment",
                                               "bewertung",     "zusage",     "kapitalzusage",      "nettoinventarwert",
                                               "valorisation",  "engagement", "valeur liquidative", "market value",
                                               "reported value"};
  std::string folded;
  for (const std::string& token : fold_tokens(type)) folded += (folded.empty() ? "" : " ") + token;
  return states.contains(folded);
}

SummaryRow summary_row(std::string_view label) {
  auto tokens = fold_tokens(label);
  std::erase_if(tokens, any_digit);
  static const PhraseTable<SummaryRow> table = {
      {SummaryRow::subtotal, {"subtotal*", "sub total*", "zwischensumme*", "sous total*", "subtotaal"}},
      {SummaryRow::balance, {"opening balance",
                             "closing balance",
                             "brought forward",
                             "carried forward",
                             "b f",
                             "c f",
                             "ubertrag",
                             "report a nouveau",
                             "a reporter",
                             "opening",
                             "closing",
                             "beginning balance",
                             "beginning capital",
                             "ending capital",
                             "opening capital",
                             "closing capital",
                             "beginning nav",
                             "ending nav",
                             "ending balance",
                             "balance",
                             "saldo",
                             "anfangsbestand",
                             "endbestand",
                             "saldovortrag",
                             "anfangssaldo",
                             "endsaldo",
                             "schlusssaldo",
                             "schlussaldo",
                             "solde",
                             "nouveau solde",
                             "ancien solde"}},
      {SummaryRow::total, {"total",           "totals",       "sum",
                           "summe",           "gesamt",       "gesamtsumme",
                           "total general",   "grand total",  "inception to date",
                           "since inception", "year to date", "average",
                           "durchschnitt",    "moyenne",      "cumulative",
                           "net total",       "insgesamt",    "somme",
                           "totale",          "totaal",       "net"}},
  };
  if (tokens.empty()) return SummaryRow::none;
  if (tokens.size() == 1 && tokens.front() == "report") return SummaryRow::balance;  // French: brought forward
  // The word must lead: "Total since inception" sums up, "Sale of Total Energies" does not.
  for (std::size_t at = 0; at < std::min<std::size_t>(tokens.size(), 2); ++at) {
    auto match = table.match_at(tokens, at);
    if (match && (at == 0 || match->meaning != SummaryRow::balance)) {
      if (match->meaning == SummaryRow::total && match->length == 1 && tokens[at] == "net" && tokens.size() > 2)
        continue;
      return match->meaning;
    }
  }
  return SummaryRow::none;
}

std::optional<bool> yes_or_no(std::string_view cell) {
  std::string folded = reading::fold(reading::trimmed(cell));
  static constexpr std::array<std::string_view, 15> kYes = {
      "yes", "y", "true", "ja", "j", "oui", "o", "x", "1", "si", "\u2713", "\u2714", "\u2611", "\u2612", "recallable"};
  static constexpr std::array<std::string_view, 12> kNo = {"no", "n",   "false", "nein",   "non",    "0",
                                                           "-",  "nee", "none",  "\u2717", "\u2718", "\u2610"};
  if (contains(kYes, folded)) return true;
  if (contains(kNo, folded)) return false;
  return std::nullopt;
}

std::optional<bool> recallable_by_words(std::string_view text) {
  static const PhraseTable<bool> table = {
      {false,
       {"non recallable", "not recallable", "nonrecallable", "not subject to recall", "nicht ruckrufbar*",
        "nicht wiederabrufbar*", "non rappelable*", "pas rappelable*", "no recall"}},
      {true,
       {"recallable", "subject to recall", "recyclable", "returnable", "temporary distribution", "restores commitment",
        "ruckrufbar*", "wiederabrufbar*", "rappelable*", "distribution temporaire", "may be recalled"}},
  };
  auto tokens = fold_tokens(text);
  if (auto said = table.find(tokens)) return said;
  if (text.find("(R)") != std::string_view::npos) return true;
  return std::nullopt;
}

}  // namespace dossier::funds
