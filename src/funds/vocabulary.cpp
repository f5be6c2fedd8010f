#include "funds/vocabulary.h"

#include "reading/fold.h"

#include <algorithm>
#include <array>

namespace dossier::funds {
namespace {

using reading::fold_tokens;
using reading::PhraseTable;

const PhraseTable<ColumnRole>& column_phrases() {
  using enum ColumnRole;
  static const PhraseTable<ColumnRole> table = {
      {due_date, {"due date", "value date", "payment date", "settlement date", "effective date", "cash date", "fallig*", "zahlungsdatum", "valuta", "valutadatum", "wertstellung*",
                  "date de valeur", "date d echeance", "echeance", "date de paiement", "fecha valor", "data valuta"}},
      {notice_date, {"notice date", "call notice date", "issue date", "date of notice", "announcement date", "date d avis", "mitteilungsdatum"}},
      {date, {"date", "dates", "dated", "transaction date", "posting date", "period", "quarter", "month", "datum", "buchungsdatum", "buchungstag", "quartal", "periode", "trimestre",
              "fecha", "data", "periodo", "tag", "quarter ended", "period ended", "period end", "month end", "quarter end"}},
      {investor_share, {"your share", "lp share", "investor share", "investor amount", "your amount", "limited partner share", "share of investor", "ihr anteil", "anteil des anlegers", "votre part",
                        "quote part", "investor s share", "partner s share", "lp amount"}},
      {fund_total, {"fund total", "total fund", "fund level", "partnership total", "total partnership", "fund amount", "all partners", "fonds gesamt", "total du fonds", "fund gross"}},
      {net, {"net cash flow*", "net amount", "net cash", "net flow*", "net", "netto", "nettobetrag", "flux net*", "net total"}},
      {balance, {"cumulative", "cumulated", "cumul*", "cum", "balance", "running", "running total", "running balance", "kumuliert*", "saldo", "solde", "remaining", "outstanding",
                 "unfunded", "unfunded commitment", "undrawn", "nav", "to date", "remaining commitment", "closing balance", "opening balance", "net position", "uncalled", "kontostand", "units",
                 "nav per unit", "nav unit", "shares", "fx rate", "rate", "ex rate", "cumulative distributions", "cumulative contributions", "cumulative calls", "cumulative called",
                 "cumulative paid in", "cumulative total", "cumulative net", "cumulative amount", "total to date", "offene zusage", "engagement restant", "non appele"}},
      {percent, {"percent*", "pct", "anteil in", "pourcentage", "of commitment", "of total", "share of commitment"}},
      {recallable, {"recallable", "recall", "recall*", "recyclable", "returnable", "ruckrufbar*", "wiederabrufbar*", "rappelable*", "abrufbar"}},
      {number, {"number", "no", "nr", "num", "numero", "call number", "call no", "notice", "notice no", "notice number", "ref", "reference", "ref no", "id", "nummer", "lfd nr", "n", "call", "seq",
                "drawdown no", "drawdown number", "distribution no", "distribution number", "event", "abruf nr"}},
      {type, {"type", "nature", "kind", "category", "class", "transaction", "transaction type", "transactions", "activity", "art", "vorgang", "item", "flow type", "operation", "type d operation", "typ",
              "mouvement", "tipo", "transaktion", "buchungsart", "cash flow type", "type of flow", "type of transaction", "movement", "entry"}},
      {description, {"description", "purpose", "comment*", "detail*", "note", "notes", "memo", "remark*", "source", "beschreibung", "zweck", "verwendungszweck", "libelle", "objet", "motif", "narrative",
                     "portfolio company", "company", "bemerkung*", "anmerkung*", "text", "commentaire*", "investment name", "use of proceeds", "particulars", "explanation", "unternehmen", "descripcion",
                     "buchungstext", "designation", "beteiligung"}},
      {contribution, {"contribution*", "capital call*", "called", "capital called", "calls", "drawdown*", "draw down*", "drawn", "paid in", "paid in capital", "kapitalabruf*", "abruf*", "einzahlung*",
                      "appel*", "appels de fonds", "appel de capital", "versement*", "cash in", "funded", "funding*", "contributed", "capital contribution*", "total contributions", "amount called",
                      "capital contributed", "payments", "outflow*", "take down*", "takedown*", "amounts called"}},
      {distribution, {"distribution*", "distributed", "proceeds", "ausschuttung*", "ruckfluss*", "cash out", "remboursement*", "total distributions", "amount distributed", "receipts", "inflow*",
                      "distribuzion*", "distribucion*", "amounts distributed", "capital distributed"}},
      {contribution_part, {"investment", "investments", "for investments", "management fee*", "fees", "fee", "fees expenses", "expense*", "partnership expense*", "organisational*", "organizational*",
                           "fund expense*", "management fees", "investitionen", "verwaltungsgebuhr*", "kosten", "gebuhren", "investissement*", "frais", "frais de gestion", "equalisation", "equalization"}},
      {distribution_part, {"return of capital", "roc", "income", "gain", "gains", "capital gain*", "realised gain*", "realized gain*", "dividend*", "interest", "dividend income", "interest income",
                           "return of cost", "recallable capital", "profit", "kapitalruckzahlung*", "ruckzahlung*", "ertrag", "ertrage", "gewinn*", "verausserungsgewinn*", "zinsen", "plus value*", "revenu*",
                           "remboursement de capital", "retour de capital", "long term gain*", "short term gain*", "investment income", "recallable roc", "carried interest", "capital return*"}},
      {amount, {"amount", "amounts", "betrag", "betrage", "montant*", "importe", "importo", "bedrag", "value", "sum", "usd", "eur", "gbp", "chf", "cash flow", "cash flows", "gross amount", "gross", "amount usd",
                "amount eur", "payment", "wert", "brutto", "flux", "zahlung", "cash"}},
      {total, {"total", "totals", "summe", "gesamt", "gesamtbetrag", "total amount", "insgesamt"}},
      {currency, {"currency", "ccy", "wahrung", "devise", "cur"}},
      {quarter_to_date, {"qtd", "quarter to date", "current quarter", "this quarter", "quarter ended", "three months ended", "for the quarter", "current period", "trimestre en cours", "laufendes quartal",
                         "quartal aktuell", "3 months ended", "q t d"}},
      {year_to_date, {"ytd", "year to date", "current year", "this year", "twelve months ended", "nine months ended", "six months ended", "jahr bis heute", "laufendes jahr", "depuis le debut de l annee",
                      "cumul annuel", "y t d", "exercice en cours", "seit jahresbeginn"}},
      {inception_to_date, {"itd", "inception to date", "since inception", "from inception", "life to date", "ltd", "seit auflage", "seit auflegung", "depuis l origine", "depuis la creation",
                           "cumulative since inception", "i t d", "depuis origine", "since inception to date"}},
      {fund_name, {"fund", "fund name", "partnership", "investment fund", "partnership name", "fonds", "fondsname", "nom du fonds", "account", "manager fund", "investment partnership"}},
      {vintage, {"vintage", "vintage year", "vint", "auflagejahr", "jahrgang", "millesime", "inception"}},
      {commitment, {"commitment", "commitments", "capital committed", "committed", "committed capital", "capital commitment*", "amount committed", "zeichnungsbetrag", "kapitalzusage", "zusage", "engagement",
                    "total commitment", "original commitment"}},
      {total_value, {"total value", "cash out remaining value", "cash out and remaining value", "distributions nav", "distributions plus nav", "total value gain", "gesamtwert", "valeur totale"}},
      {remaining_value, {"remaining value", "market value", "fair value", "net asset value", "current value", "residual value", "ending value", "reported value", "ending market value", "valuation",
                         "nettoinventarwert", "marktwert", "valeur liquidative", "nav amount", "current nav", "capital balance"}},
      {irr, {"irr", "net irr", "irr net", "si irr", "since inception irr", "net irr since inception", "tri", "tri net", "netto irr"}},
      {multiple, {"multiple", "investment multiple", "net multiple", "tvpi", "moic", "dpi", "rvpi", "money multiple", "net tvpi", "net multiple of invested capital"}},
  };
  return table;
}

const PhraseTable<RowKind>& adjustment_phrases() {
  static const PhraseTable<RowKind> table = {
      {RowKind::adjustment, {"adjustment*", "adjusting", "rebalanc*", "true up*", "trueup*", "correction*", "reclass*", "restate*", "restatement*", "equalis*", "equaliz*", "korrektur*", "anpassung*", "ausgleich*",
                             "regularisation*", "ajustement*", "fee offset*", "fee rebate*", "waiver*", "late interest", "transfer*", "return of excess", "return of unused", "excess capital", "giveback*",
                             "lp giveback*", "rettifica*", "ajuste*", "clawback*", "claw back*", "withholding*", "quellensteuer", "recall of*", "recalled*", "storno*"}},
  };
  return table;
}

const PhraseTable<RowKind>& flow_phrases() {
  static const PhraseTable<RowKind> table = {
      {RowKind::capital_call, {"capital call*", "call", "calls", "call for", "drawdown*", "draw down*", "drawn", "contribution*", "capital contribution*", "paid in", "funding*", "funded", "cash in", "called",
                               "capital called", "investment call*", "fee call*", "expense call*", "initial closing", "subsequent closing", "catch up contribution", "net contribution*", "takedown*", "take down*",
                               "instalment*", "installment*", "kapitalabruf*", "*abruf", "*abrufe", "abruf*", "einzahlung*", "appel*", "appels de fonds", "appel de capital", "versement*", "liberation*",
                               "llamada*", "desembolso*", "richiam*", "versament*", "kapitaalopvraging*", "opvraging*", "deemed contribution*", "capital drawn", "management fee call*"}},
      {RowKind::distribution, {"distribution*", "proceeds", "return of capital", "roc", "capital distribution*", "gain", "gains", "realised gain*", "realized gain*", "long term gain*", "income", "dividend*",
                               "interest", "recap*", "escrow release*", "liquidation", "cash out", "repayment*", "ausschuttung*", "*ausschuttung", "*ausschuttungen", "kapitalruckzahlung*", "ruckzahlung*",
                               "verausserungsgewinn*", "ertrag", "ertrage", "*ertrag", "remboursement*", "plus value*", "revenu*", "distribucion*", "distribuzion*", "rimbors*", "tax distribution*",
                               "final distribution*", "stock distribution*", "in kind", "deemed distribution*", "distributed", "return of cost", "capital return*", "gewinnausschuttung*", "ruckfluss*", "uitkering*",
                               "produit*", "distributions of capital", "disbursement*"}},
  };
  return table;
}

template <class Set>
bool contains(const Set& set, std::string_view text) {
  return std::find(set.begin(), set.end(), text) != set.end();
}

bool any_digit(std::string_view token) {
  return std::any_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<ColumnRole> column_role(std::string_view header) {
  if (header.find('%') != std::string_view::npos) return ColumnRole::percent;
  auto tokens = fold_tokens(header);
  // Units and footnote digits say nothing about the role: "Amount (USD)", "Contributions 1".
  if (header.find('#') != std::string_view::npos && tokens.size() <= 2) return ColumnRole::number;
  auto found = column_phrases().matches(tokens);
  if (found.empty()) return std::nullopt;
  // A balance word anywhere wins ("cumulative distributions"), then the investor's share, then what is named first.
  for (ColumnRole strong : {ColumnRole::balance, ColumnRole::investor_share, ColumnRole::fund_total}) {
    if (std::any_of(found.begin(), found.end(), [&](auto& m) { return m.meaning == strong; })) return strong;
  }
  // "Contributions Total", "Distributions / Income": the part under the group's title decides.
  for (ColumnRole part : {ColumnRole::contribution_part, ColumnRole::distribution_part, ColumnRole::total}) {
    bool group = found.front().meaning == ColumnRole::contribution || found.front().meaning == ColumnRole::distribution;
    if (group && found.size() > 1 && found.back().meaning == part) return part;
  }
  return found.front().meaning;
}

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

SummaryRow summary_row(std::string_view label) {
  auto tokens = fold_tokens(label);
  std::erase_if(tokens, any_digit);
  static const PhraseTable<SummaryRow> table = {
      {SummaryRow::subtotal, {"subtotal*", "sub total*", "zwischensumme*", "sous total*", "subtotaal"}},
      {SummaryRow::balance, {"opening balance", "closing balance", "brought forward", "carried forward", "b f", "c f", "ubertrag", "report a nouveau", "a reporter", "opening", "closing", "beginning balance",
                             "ending balance", "balance", "saldo", "anfangsbestand", "endbestand"}},
      {SummaryRow::total, {"total", "totals", "sum", "summe", "gesamt", "gesamtsumme", "total general", "grand total", "inception to date", "since inception", "year to date", "average", "durchschnitt", "moyenne",
                           "cumulative", "net total", "insgesamt", "somme", "totale", "totaal", "net"}},
  };
  if (tokens.empty()) return SummaryRow::none;
  // The word must lead: "Total since inception" sums up, "Sale of Total Energies" does not.
  for (std::size_t at = 0; at < std::min<std::size_t>(tokens.size(), 2); ++at) {
    auto match = table.match_at(tokens, at);
    if (match && (at == 0 || match->meaning != SummaryRow::balance)) {
      if (match->meaning == SummaryRow::total && match->length == 1 && tokens[at] == "net" && tokens.size() > 2) continue;
      return match->meaning;
    }
  }
  return SummaryRow::none;
}

std::optional<bool> yes_or_no(std::string_view cell) {
  std::string folded = reading::fold(reading::trimmed(cell));
  static constexpr std::array<std::string_view, 14> kYes = {"yes", "y", "true", "ja", "j", "oui", "o", "x", "1", "si", "\u2713", "\u2714", "\u2611", "recallable"};
  static constexpr std::array<std::string_view, 10> kNo = {"no", "n", "false", "nein", "non", "0", "-", "nee", "none", "\u2717"};
  if (contains(kYes, folded)) return true;
  if (contains(kNo, folded)) return false;
  return std::nullopt;
}

std::optional<bool> recallable_by_words(std::string_view text) {
  static const PhraseTable<bool> table = {
      {false, {"non recallable", "not recallable", "nonrecallable", "not subject to recall", "nicht ruckrufbar*", "nicht wiederabrufbar*", "non rappelable*", "no recall"}},
      {true, {"recallable", "subject to recall", "recyclable", "returnable", "temporary distribution", "restores commitment", "ruckrufbar*", "wiederabrufbar*", "rappelable*", "distribution temporaire", "may be recalled"}},
  };
  auto tokens = fold_tokens(text);
  if (auto said = table.find(tokens)) return said;
  if (text.find("(R)") != std::string_view::npos) return true;
  return std::nullopt;
}

const PhraseTable<Figure>& figure_labels() {
  using enum Figure;
  static const PhraseTable<Figure> table = {
      {dpi, {"dpi", "distributions to paid in", "distributed to paid in", "distribution to paid in", "distributions to paid in capital", "distributed to paid in capital", "realisation multiple", "realization multiple"}},
      {rvpi, {"rvpi", "residual value to paid in", "residual value to paid in capital"}},
      {tvpi, {"tvpi", "total value to paid in", "total value to paid in capital", "net multiple", "investment multiple", "total value multiple", "net tvpi", "net moic", "multiple of invested capital", "multiple"}},
      {irr, {"irr", "net irr", "internal rate of return", "net internal rate of return", "si irr", "since inception irr", "tri", "tri net", "taux de rendement interne", "netto irr", "interner zinsfuss", "interne rendite"}},
      {gross_irr, {"gross irr", "gross internal rate of return", "brutto irr", "tri brut", "irr gross", "gross tvpi", "gross moic", "gross multiple"}},
      {pic_multiple, {"pic multiple", "paid in to committed capital", "paid in to commitment", "paid in to committed", "pic to commitment", "called"}},
      {nav, {"nav", "net asset value", "fair value", "residual value", "remaining value", "ending capital balance", "ending capital account", "partners capital", "closing capital account", "nettoinventarwert",
             "valeur liquidative", "actif net", "valeur nette d inventaire", "ending nav", "closing nav", "unrealised value", "unrealized value", "ending partners capital", "reported value", "net asset value nav",
             "valeur d inventaire", "capital account balance", "ending balance", "closing balance"}},
      {pic, {"pic", "paid in capital", "paid in", "net paid in capital", "net paid in", "capital paid in", "eingezahltes kapital", "capital verse", "capital libere", "net paid in capital pic", "paid up capital"}},
      {total_calls, {"total capital called", "total contributions", "total calls", "total capital calls", "capital called", "cumulative contributions", "cumulative capital called", "cumulative capital calls",
                     "contributed capital", "gross contributions", "total drawn", "total drawdowns", "capital contributed", "total capital contributions", "total contributed", "contributions to date", "capital drawn", "drawn capital",
                     "cumulative drawdowns", "abgerufenes kapital", "summe kapitalabrufe", "kapitalabrufe gesamt", "kapitalabrufe", "capital appele", "total appele", "appels cumules", "total des appels", "cumulative calls",
                     "amount called", "called to date", "called capital", "capital contributions", "cumulative capital contributions", "total paid in"}},
      {total_distributions, {"total distributions", "cumulative distributions", "distributions to date", "total distributed", "distributed capital", "cumulative distributed", "ausschuttungen", "ausschuttungen gesamt",
                             "kumulierte ausschuttungen", "distributions cumulees", "total des distributions", "total distribue", "total proceeds", "cumulative proceeds", "distributed to date", "capital distributed",
                             "summe ausschuttungen", "aggregate distributions", "distributions cumulative"}},
      {commitment, {"commitment", "commitments", "your commitment", "total commitment", "total commitments", "capital commitment", "committed capital", "investor commitment", "lp commitment", "zeichnungsbetrag", "zeichnungssumme",
                    "kapitalzusage", "engagement", "engagement total", "montant souscrit", "souscription", "subscribed commitment", "capital committed", "commitment amount", "compromiso"}},
      {unfunded, {"unfunded", "unfunded commitment", "undrawn", "undrawn commitment", "uncalled", "uncalled capital", "uncalled commitment", "remaining commitment", "remaining unfunded commitment", "remaining unfunded",
                  "dry powder", "offene zusage", "offene kapitalzusage", "nicht abgerufen", "engagement non appele", "engagement restant", "remaining to be called", "noch nicht abgerufen", "available commitment", "open commitment",
                  "non appele", "restant a appeler", "resteinzahlungsverpflichtung", "unfunded capital commitment"}},
      {fund_size, {"fund size", "fondsvolumen", "taille du fonds", "total fund size", "target size", "aggregate commitments", "total fund commitments", "fund commitments", "fondsgrosse", "hard cap", "total partnership commitments"}},
      {fund_name, {"fund name", "name of fund", "fund", "partnership", "fondsname", "name des fonds", "nom du fonds", "partnership name", "fund vehicle"}},
      {gp, {"gp", "general partner", "manager", "fund manager", "sponsor", "investment manager", "komplementar", "societe de gestion", "gerant", "gestionnaire", "verwalter", "managed by"}},
      {vintage, {"vintage", "vintage year", "auflagejahr", "jahrgang", "millesime", "annee de millesime", "year of vintage"}},
      {as_of, {"as of", "as at", "report date", "reporting date", "quarter ended", "period ended", "quarter ending", "period ending", "year ended", "valuation date", "stichtag", "berichtsstichtag", "per", "zum", "au", "arrete au",
               "date d arrete", "situation au", "for the quarter ended", "for the period ended", "reporting period", "berichtsdatum", "date du rapport", "a la date du", "statement date", "six months ended", "nine months ended",
               "twelve months ended", "three months ended", "date of report", "information as of", "balance date", "berichtszeitraum"}},
      {currency, {"currency", "reporting currency", "fund currency", "base currency", "wahrung", "fondswahrung", "devise", "devise de reference"}},
      {ignored, {"management fee*", "hurdle", "preferred return", "carried interest", "target irr", "target return", "target multiple", "net paid", "benchmark", "index", "public market"}},
  };
  return table;
}

}  // namespace dossier::funds
