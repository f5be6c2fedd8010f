#include "funds/question_vocabulary.h"

#include "reading/fold.h"

#include <map>

namespace dossier::funds {

using reading::Phrase;
using reading::PhraseTable;

const PhraseTable<Term>& question_terms() {
  using enum Term;
  static const PhraseTable<Term> table = {
      // ---- metrics ----
      {dpi,
       {"dpi", "adjusted dpi", "net dpi", "distributions to paid in", "distribution to paid in",
        "distributions to paid in capital", "distributed to paid in", "realisation multiple", "realization multiple",
        "cash on cash multiple", "cash on cash", "realised multiple", "realized multiple"}},
      {gross_dpi, {"gross dpi", "unadjusted dpi", "dpi before adjustments", "dpi gross"}},
      {rvpi,
       {"rvpi", "residual value to paid in", "residual value to paid in capital", "residual multiple",
        "unrealised multiple", "unrealized multiple"}},
      {tvpi,
       {"tvpi", "net tvpi", "total value to paid in", "total value to paid in capital", "total value multiple",
        "net multiple", "investment multiple", "money multiple", "multiple"}},
      {moic, {"moic", "multiple on invested capital", "multiple of invested capital"}},
      {irr,
       {"irr", "net irr", "xirr", "internal rate of return", "net internal rate of return", "rate of return",
        "annualised return", "annualized return", "since inception irr", "si irr", "money weighted return", "netto irr",
        "interner zinsfuss", "interne rendite", "rendite", "tri", "tri net", "taux de rendement interne"}},
      {gross_irr, {"gross irr", "gross internal rate of return", "deal irr", "deal level irr", "brutto irr"}},
      {cash_irr, {"cash irr", "cash only irr", "irr without nav", "irr without the nav", "irr of the cash flows"}},
      {periodic_irr, {"periodic irr", "irr ignoring dates", "irr ignoring the dates", "irr without dates"}},
      {pic,
       {"pic", "paid in capital", "paid in", "contributed capital", "capital contributed", "capital paid in",
        "net contributions", "net contributed capital", "eingezahltes kapital", "eingezahlt", "capital verse"}},
      {net_pic, {"net pic", "net paid in capital", "net paid in"}},
      {called_share,
       {"pic multiple", "paid in to commitment", "called percentage", "percentage called", "percent called",
        "called percent", "called share", "multiple of commitment", "multiple of the commitment", "drawdown ratio",
        "call ratio", "abrufquote", "taux d appel"}},
      {nav,
       {"nav", "net asset value", "residual value", "remaining value", "fair value", "ending capital balance",
        "ending capital account", "unrealised value", "unrealized value", "nettoinventarwert", "restwert",
        "valeur liquidative", "actif net"}},
      {total_value, {"total value", "gesamtwert", "valeur totale"}},
      {commitment,
       {"commitment", "commitments", "committed capital", "capital committed", "committed", "commit",
        "total commitment", "total commitments", "subscription", "zeichnungssumme", "zeichnungsbetrag", "kapitalzusage",
        "engagement"}},
      {unfunded,
       {"unfunded",
        "unfunded commitment",
        "unfunded commitments",
        "unfunded balance",
        "undrawn",
        "undrawn commitment",
        "uncalled",
        "uncalled capital",
        "uncalled commitment",
        "remaining commitment",
        "remaining unfunded",
        "remaining unfunded commitment",
        "open commitment",
        "dry powder",
        "still be called",
        "can still be called",
        "still to be called",
        "left to call",
        "left to be called",
        "left to draw",
        "yet to be called",
        "can be called",
        "may be called",
        "could be called",
        "can be drawn",
        "remains to be called",
        "remaining to be called",
        "left of the commitment",
        "commitment is left",
        "commitment left",
        "commitment remains",
        "not yet called",
        "not yet drawn",
        "not been called",
        "not been drawn",
        "not called yet",
        "still owe",
        "still outstanding",
        "open obligation",
        "commitment is remaining",
        "offene zusage*",
        "offene* commitment",
        "offene* zusage",
        "nicht abgerufen*",
        "engagement restant",
        "engagement non appele"}},
      {net_cash,
       {"net cash flow", "net cash flows", "net cash", "net cashflow", "net cashflows", "net flow", "net flows",
        "cash position", "net cash position", "netto cashflow", "flux net", "flux nets"}},
      // ---- rows ----
      {call,
       {"capital call",
        "capital calls",
        "call",
        "calls",
        "called",
        "call up",
        "capital called",
        "called capital",
        "called up",
        "drawdown",
        "drawdowns",
        "draw down",
        "draw downs",
        "draw",
        "draws",
        "drawn",
        "drawn down",
        "contribution",
        "contributions",
        "capital contribution",
        "capital contributions",
        "contributed",
        "contribute",
        "takedown",
        "takedowns",
        "funding",
        "fundings",
        "instalment*",
        "pay in",
        "we pay",
        "we paid",
        "did we pay",
        "lps pay",
        "lps paid",
        "investors pay",
        "investors paid",
        "put in",
        "went out",
        "goes out",
        "money out",
        "paid over",
        "sent to the fund",
        "kapitalabruf*",
        "abruf*",
        "abgerufen*",
        "einzahlung*",
        "appel de fonds",
        "appels de fonds",
        "appel de capital",
        "appels de capital",
        "appel",
        "appels",
        "appele*",
        "versement*"}},
      {distribution, {"distribution",    "distributions", "came in",       "come in",        "coming in",
                      "inflow",          "inflows",       "distros",       "paid to us",     "paid to lps",
                      "paid to the lps", "distributed",   "distribute",    "distributing",   "proceeds",
                      "payout",          "payouts",       "paid out",      "pay out",        "distributions paid",
                      "get back",        "got back",      "received back", "cash received",  "receive",
                      "received",        "receiving",     "ausschuttung*", "ausgeschuttet*", "distribue*"}},
      {adjustment,
       {"adjustment", "adjustments", "correction", "corrections", "rebalancing", "rebalance", "rebalances", "reversal",
        "reversals", "true up", "true ups", "reclassification*", "korrektur*", "anpassung*", "regularisation*"}},
      {any_row,
       {"transaction", "transactions", "cash flow", "cash flows", "cashflow", "cashflows", "entries", "entry", "rows",
        "row", "movements", "flows", "ledger", "transaktion*", "zahlungsstrom*", "buchung*", "flux"}},
      // ---- parts ----
      {return_of_capital,
       {"return of capital", "returns of capital", "return of capital distribution*", "roc", "capital return*",
        "kapitalruckzahlung*", "remboursement de capital"}},
      {income, {"income", "income distribution*", "investment income", "ertrag*", "revenu", "revenus"}},
      {dividend, {"dividend", "dividends", "dividende*"}},
      {interest, {"interest", "zins", "zinsen", "zinsertrag*", "interets"}},
      {gain,
       {"gain", "gains", "capital gain", "capital gains", "realised gain*", "realized gain*", "verausserungsgewinn*",
        "kapitalgewinn*", "plus value", "plus values"}},
      {fee,
       {"fee", "fees", "management fee", "management fees", "gebuhr*", "managementgebuhr*", "verwaltungsgebuhr*",
        "frais", "frais de gestion"}},
      {expense, {"expense", "expenses", "fund expenses", "partnership expenses", "operating expenses", "kosten"}},
      {exit, {"exit", "exits", "sale", "sales", "verkauf*", "cession*"}},
      {tax, {"tax", "taxes", "withholding", "withholding tax*", "steuer*", "impot*"}},
      {in_kind, {"in kind", "in specie"}},
      {refund, {"refund", "refunds", "refunded", "reimbursement*", "reimbursed", "erstattung*"}},
      {recall, {"recall", "recalls", "recalled", "clawback*", "giveback*", "clawed back"}},
      {rebalance_of_call,
       {"rebalance of capital call*", "rebalancing of capital call*", "rebalance of call*", "rebalanced call*",
        "capital call adjustment*", "contribution adjustment*"}},
      {rebalance_of_distribution,
       {"rebalance of distribution*", "rebalancing of distribution*", "rebalanced distribution*",
        "distribution adjustment*"}},
      {recallable,
       {"recallable", "recyclable", "subject to recall", "can be recalled", "be recalled", "may be recalled",
        "be called again", "be called back", "ruckrufbar*", "wiederabrufbar*", "rappelable*"}},
      {not_recallable,
       {"non recallable", "not recallable", "nonrecallable", "not subject to recall", "cannot be recalled",
        "can not be recalled", "unrecallable", "nicht ruckrufbar*", "non rappelable*"}},
      // ---- what is wanted ----
      {list, {"show",    "show me",   "break down", "broken down", "split",   "split up", "grouped", "group",  "list",
              "give me", "display",   "print",      "enumerate",   "itemise", "itemize",  "details", "detail", "zeige",
              "zeig",    "auflisten", "liste",      "montre",      "montrez", "affiche",  "lister"}},
      {which, {"which", "welche*", "quel", "quels", "quelle", "quelles"}},
      {count,
       {"how many", "number of", "total number of", "count of", "count", "how many times", "wie viele", "anzahl",
        "combien d", "combien de", "nombre de", "nombre d"}},
      {sum,
       {"total", "totals", "sum", "sum of", "overall", "altogether", "in all", "aggregate", "cumulative", "combined",
        "in total", "total amount", "add up to", "insgesamt", "gesamt*", "summe", "au total", "somme"}},
      {how_much, {"how much", "what amount", "amount of", "wie viel", "wieviel", "wie hoch", "combien"}},
      {average,
       {"average", "the mean", "mean of", "mean call", "mean distribution", "avg", "on average", "durchschnitt*",
        "mittelwert", "moyenne"}},
      {median, {"median", "mediane"}},
      {largest,
       {"largest", "biggest", "highest", "maximum", "max", "greatest", "top", "most", "best", "grosste*", "hochste*",
        "plus grand*", "plus gros*", "plus eleve*"}},
      {smallest, {"smallest", "lowest", "minimum", "min", "least", "worst", "kleinste*", "niedrigste*", "plus petit*"}},
      {latest,
       {"latest", "most recent", "most recently", "last", "newest", "final", "letzte*", "neueste*", "jungste*",
        "dernier*"}},
      {first, {"first", "earliest", "initial", "oldest", "erste*", "premier*"}},
      {second, {"second", "zweite*", "deuxieme"}},
      {third, {"third", "dritte*", "troisieme"}},
      {share,
       {"ratio",    "percentage",        "percentages",      "percent",    "share",      "proportion",   "fraction",
        "portion",  "what part",         "how much of",      "anteil",     "prozent",    "prozentsatz",  "pourcentage",
        "per cent", "how many per cent", "how many percent", "as percent", "in percent", "what fraction"}},
      {difference, {"difference", "gap", "unterschied", "differenz", "ecart"}},
      {compare, {"compare", "compared", "comparison", "versus", "vs", "against", "vergleich*", "comparer"}},
      {rank,
       {"rank", "ranking", "ranked", "order by", "ordered by", "sort", "sorted", "best to worst", "order",
        "rangliste"}},
      {negative, {"negative", "below zero", "less than zero", "under zero", "negativ*"}},
      {positive, {"positive", "above zero", "greater than zero", "more than zero", "positiv*"}},
      {higher, {"higher", "more", "larger", "bigger", "greater", "better", "stronger", "hoher*"}},
      {lower, {"lower", "less", "fewer", "smaller", "worse", "weaker", "niedriger*"}},
      {definition, {"mean by",        "meant by",        "mean",       "means",         "meaning",
                    "meaning of",     "define",          "defined",    "defines",       "definition",
                    "definition of",  "stand for",       "stands for", "understood by", "explain the term",
                    "in plain words", "in simple terms", "bedeutet",   "definiere",     "signifie",
                    "veut dire"}},
      {working,
       {"calculated", "calculation",  "calculate",    "computed",   "compute",  "computation", "derived", "derive",
        "formula",    "steps",        "step by step", "worked out", "work out", "breakdown",   "working", "get to that",
        "arrive at",  "come up with", "berechnet",    "berechnung", "formel",   "calcule",     "calcul"}},
      {check,
       {"right",        "correct",      "accurate",      "match",   "matches",       "agree",        "agrees",
        "do not match", "not match",    "not agree",     "not tie", "not reconcile", "make sense",   "makes sense",
        "match up",     "in line with", "tally",         "tallies", "reconcile",     "reconciles",   "reconciled",
        "reproduce",    "reproduced",   "reproducible",  "verify",  "verified",      "consistent",   "follow from",
        "follows from", "discrepancy",  "discrepancies", "differ",  "differs",       "wrong",        "mistake*",
        "error*",       "plausible",    "trust",         "tie",     "ties",          "tie out",      "ties out",
        "add up",       "adds up",      "confirm",       "true",    "recompute",     "supported by", "support",
        "double check", "check",        "stimmt",        "stimmen", "korrekt"}},
      {printed,
       {"printed",
        "reported",
        "as printed",
        "report says",
        "report shows",
        "report states",
        "report claims",
        "report say",
        "report show",
        "report state",
        "report print",
        "report prints",
        "stated",
        "published",
        "claimed",
        "disclosed",
        "quoted",
        "according to the report",
        "according to the document",
        "document says",
        "document state*",
        "ausgewiesen*",
        "laut bericht",
        "selon le rapport"}},
      {story,
       {"what happened with", "what happened to", "what happened", "story", "story of", "tell me about", "history of",
        "purpose of", "what is behind", "what was behind", "background of", "background to", "all about", "for what",
        "wofur", "was geschah mit"}},
      {when,
       {"when", "what date", "which date", "on what date", "on which date", "what day", "which day", "date of", "wann",
        "quand"}},
      {who, {"who", "whom", "wer", "qui"}},
      {why, {"why", "how come", "reason", "reasons", "warum", "weshalb", "pourquoi", "what explains", "explain"}},
      {where_from, {"where", "which page", "what page", "on which page", "wo", "source", "sources", "which document"}},
      {which_fund,
       {"which fund", "which funds", "funds with", "funds that", "funds whose", "funds have", "each of the funds with",
        "which of the funds", "which of these funds", "which of the two", "which one", "what fund", "welcher fonds",
        "quel fonds"}},
      {which_period,
       {"which year", "what year", "in which year", "in what year", "which quarter", "what quarter", "in which quarter",
        "welches jahr", "welchem jahr", "quelle annee"}},
      {by_year,
       {"by year", "per year", "each year", "every year", "yearly", "annual", "annually", "year by year",
        "by calendar year", "pro jahr", "nach jahr", "jahrlich", "par an", "par annee"}},
      {by_quarter, {"by quarter", "per quarter", "each quarter", "quarterly", "pro quartal", "par trimestre"}},
      {by_type,
       {"by type", "per type", "each type", "by nature", "by kind", "by category", "by component", "per category",
        "into types", "type of distribution", "kind of distribution", "which type", "what type", "what kind of",
        "what types", "what kinds of", "nach art", "par type", "par nature"}},
      {by_company,
       {"by company", "per company", "each company", "by investment", "per investment", "each investment", "by deal",
        "per deal", "by portfolio company", "which company", "which companies", "what company", "which investment",
        "which investments", "which deal", "which portfolio company", "je beteiligung", "par societe"}},
      {summary,
       {"summary", "summarise", "summarize", "overview", "key metrics", "key figures", "key numbers", "main figures",
        "metrics", "how is the fund doing", "how is the fund performing", "how has the fund performed",
        "performance summary", "performance", "at a glance", "zusammenfassung", "kennzahlen", "resume",
        "chiffres cles"}},
      {low_point,
       {"low point", "lowest point", "trough", "deepest point", "bottom of the j curve", "deepest point of the j curve",
        "low point of the j curve", "how deep"}},
      {j_curve, {"j curve", "j curve series", "j kurve", "courbe en j"}},
      {since_inception,
       {"since inception", "inception to date", "since the beginning", "since the start", "to date", "till date",
        "until now", "so far", "up to now", "from inception", "from the beginning", "itd", "since day one",
        "over the life", "over its life", "over the whole life", "seit auflage", "seit beginn", "depuis l origine"}},
      {changed, {"change",    "changed",     "changes",   "change in", "moved",   "move",      "movement",
                 "delta",     "increase in", "increased", "decreased", "went up", "went down", "gone up",
                 "gone down", "risen",       "fallen",    "improved",  "improve", "verandert", "veranderung"}},
      {age, {"how long has the fund", "how long has it", "how long is the fund", "how long", "how old", "age of"}},
      {interval,
       {"time between",
        "days between",
        "months between",
        "interval between",
        "average time between",
        "how often",
        "average interval",
        "how long between",
        "how long was it between",
        "how much time between",
        "how many days between",
        "how many months between",
        "how many days passed between",
        "time elapsed between",
        "how long passed between",
        "spacing between",
        "average gap between",
        "gap between",
        "time span between",
        "how far apart",
        "average number of days between",
        "number of days between"}},
      {needed,
       {"needed", "need to", "required", "require", "necessary", "would it take", "does it take", "how far",
        "how much more", "still missing", "missing"}},
      {course,
       {"develop", "developed", "development", "evolve", "evolved", "evolution", "over time", "trend", "progress",
        "progressed", "change over time", "changed over time", "history", "course", "entwicklung", "entwickelt"}},
      {passed, {"pass",       "passed",        "cross",           "crossed",         "reach",          "reached",
                "hit",        "surpass",       "surpassed",       "exceed",          "exceeded",       "go above",
                "went above", "get above",     "got above",       "rise above",      "rose above",     "go over",
                "break",      "turn positive", "turned positive", "become positive", "became positive"}},
      // ---- yes and no ----
      {returned, {"returned",           "returning",        "come back",     "came back",    "flowed back",
                  "return all",         "returned all",     "paid back",     "pay back",     "payback",
                  "break even",         "broken even",      "breakeven",     "capital back", "money back",
                  "their capital back", "their money back", "made whole",    "recovered",    "recouped",
                  "fully returned",     "give back",        "given back",    "gave back",    "return the capital",
                  "return its capital", "repaid",           "zuruckgezahlt", "rembourse"}},
      {profitable,
       {"profitable",
        "in profit",
        "profit",
        "making money",
        "made money",
        "make money",
        "above water",
        "under water",
        "underwater",
        "at a loss",
        "lost money",
        "lose money",
        "losing money",
        "in the money",
        "gain over paid in",
        "gain over paid in capital",
        "gain over the paid in capital",
        "profits",
        "total profit",
        "total gain",
        "overall gain",
        "net profit",
        "net gain",
        "net gain or loss",
        "made a profit",
        "value created",
        "value creation",
        "gewinn insgesamt"}},
      {any, {"any", "are there", "were there", "is there", "was there", "has there been", "gibt es", "gab es"}},
      // ---- facts ----
      {manager,
       {"general partner", "gp", "manager", "fund manager", "asset manager", "investment manager", "managed by",
        "manages", "sponsor", "gestionnaire", "komplementar", "management company", "runs the fund",
        "manage the fund"}},
      {vintage, {"vintage", "vintage year", "vintages", "auflagejahr", "millesime"}},
      {currency, {"currency", "denominated", "denomination", "wahrung", "devise"}},
      {fund_name, {"name of the fund", "fund name", "name of this fund", "what fund is this", "fund called"}},
      {report_date,
       {"report date", "as of date", "date of the report", "date of this report", "reporting date", "report dated",
        "valuation date", "statement date", "berichtsdatum", "stichtag", "date du rapport"}},
      {fund_count,
       {"how many funds", "number of funds", "which funds are loaded", "what funds are loaded",
        "which funds do you know", "funds are loaded", "funds are there"}},
      {fund_size, {"fund size", "size of the fund", "how big is the fund", "fondsvolumen", "taille du fonds"}},
      {flags, {"flags", "flag", "flagged", "warnings", "warning", "doubtful", "needs review", "need review"}},
      // ---- follow-ups ----
      {what_about,
       {"what about", "how about", "and what about", "and how about", "same for", "now for", "was ist mit",
        "qu en est il de"}},
      {period_after,
       {"the year after", "the next year", "the following year", "a year later", "the year afterwards",
        "the quarter after", "the following quarter", "the next quarter", "year after", "das jahr danach",
        "im jahr danach", "l annee suivante"}},
      {period_before,
       {"the year before", "the previous year", "the prior year", "the preceding year", "a year earlier",
        "the quarter before", "the previous quarter", "the preceding quarter", "year before", "das jahr davor",
        "im jahr davor", "l annee precedente"}},
      {those, {"those", "them", "these", "of those", "of them", "of these", "davon"}},
      // ---- what this desk does not do ----
      {forecast,
       {"forecast*", "predict*", "projected", "projection*", "expected", "expect", "next year", "next quarter",
        "in the future", "future", "will", "going to", "outlook", "tomorrow", "prognose", "prevision*"}},
      {advice,
       {"should i", "should we", "recommend*", "advise", "advice", "good investment", "worth investing", "i invest in",
        "we invest in", "to invest in it", "re up", "would you invest", "attractive"}},
      {benchmark,
       {"benchmark*", "index", "s p 500", "s p", "msci", "pme", "public market equivalent", "direct alpha", "quartile",
        "peer group", "peers", "stock market", "public market", "public markets", "industry average",
        "market average"}},
      {next_due,
       {"next call", "next capital call", "next distribution", "due next", "next due", "upcoming", "coming up",
        "next payment", "next drawdown", "falls due", "nachster abruf", "prochain appel"}},
  };
  return table;
}

const std::unordered_set<std::string>& plain_words() {
  static constexpr std::string_view kWords =
      // small words; "not", "between" and their like are not among them: they turn what stands beside them
      "a about according again all am an and any are as at back be because been being both but by can could did do "
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
      "thank thanks thx try trying understand understanding want wanted wants well wish wonder wondering words work "
      "basically ever yet there "
      // what every report is about
      "account accounts actual actually amount amounts available capital cash concerning context current currently "
      "data dated dates document documents end everything anything something nothing exact far figures full fully fund "
      "funds gave go goes going happen happened inception individual info information invested investor investors "
      "investing involving itself left level limited listed loaded lp lps made make makes making metric "
      "metrics money net number numbers occur occurred overall page paid partner partners partnership pay paying "
      "period place placed portfolio position present presently put received record recorded records regard regarding "
      "related relating relation relevant respect respective respectively report reports result results run running "
      "runs seen separately show shown shows side since size stand standing stands statement statements status "
      "stood table take taken term terms time times today took total type types use used using value values various "
      "vehicle went came come coming whole entire year years quarter quarters month months day days date already "
      // German
      "alle allen alles als am auf aus bei beim bis bisher bitte das dem den der des die dieser dieses ein eine einen "
      "einer es fonds fur gab gesamten geld haben hat hoch hohe ich im ist jahr kann kapital man mir mit nach seit "
      "sind uns unser und viel vom von war waren was werden wie wir wurde wurden zu zum zur betrag bericht "
      // French
      "au aux avec avons ce ces cet cette combien dans de depuis des du en est et etait ete il l la le les moi montant "
      "notre nous ont par pour qu que quel quelle quelles quels rapport sont sur tous toutes un une";
  static const std::unordered_set<std::string> words = [] {
    std::unordered_set<std::string> made;
    for (std::string& word : reading::fold_tokens(kWords)) made.insert(std::move(word));
    return made;
  }();
  return words;
}

std::optional<Metric> metric_of(Term term) {
  switch (term) {
    case Term::dpi: return Metric::dpi;
    case Term::gross_dpi: return Metric::dpi_gross;
    case Term::rvpi: return Metric::rvpi;
    case Term::tvpi: return Metric::tvpi;
    case Term::moic: return Metric::moic;
    case Term::irr: return Metric::irr;
    case Term::cash_irr: return Metric::irr_cash;
    case Term::periodic_irr: return Metric::irr_periodic;
    case Term::pic: return Metric::pic;
    case Term::net_pic: return Metric::net_pic;
    case Term::called_share: return Metric::called_share;
    case Term::nav: return Metric::nav;
    case Term::total_value: return Metric::total_value;
    case Term::commitment: return Metric::commitment;
    case Term::unfunded: return Metric::unfunded;
    case Term::net_cash: return Metric::net_cash;
    default: return std::nullopt;
  }
}

bool is_order_to_change(std::string_view word) {
  static const std::unordered_set<std::string_view> verbs = {
      "delete", "remove",    "erase",  "update", "insert", "set",      "change",    "edit",
      "modify", "overwrite", "fix",    "record", "book",   "replace",  "mark",      "ignore",
      "forget", "add",       "losche", "losch",  "andere", "supprime", "supprimez", "modifie"};
  return verbs.contains(word);
}

const PartWords* part_words(Term term) {
  using enum Term;
  auto phrases = [](std::initializer_list<std::string_view> texts) {
    std::vector<Phrase> made;
    for (std::string_view text : texts) made.emplace_back(text);
    return made;
  };
  static const std::map<Term, PartWords> parts = {
      {return_of_capital,
       {phrases({"return of capital", "roc", "capital return", "kapitalruckzahlung*", "remboursement*"}),
        "returns of capital"}},
      {income, {phrases({"income", "*ertrag*", "revenu*"}), "income"}},
      {dividend, {phrases({"dividend*"}), "dividends"}},
      {interest, {phrases({"interest", "zins*", "interet*"}), "interest"}},
      {gain, {phrases({"gain*", "*gewinn*", "plus value*"}), "gains"}},
      {fee, {phrases({"fee", "fees", "*gebuhr*", "frais"}), "fees"}},
      {expense, {phrases({"expense*", "*kosten", "depense*"}), "expenses"}},
      {exit, {phrases({"exit*", "sale", "sold", "*verkauf*", "cession*"}), "exits"}},
      {tax, {phrases({"tax*", "withholding", "*steuer*", "impot*"}), "taxes"}},
      {in_kind, {phrases({"in kind", "in specie", "stock"}), "distributions in kind"}},
      {refund, {phrases({"refund*", "reimbursement*", "erstattung*", "*refund*"}), "refunds"}},
      {rebalance_of_call,
       {phrases({"rebalance of capital call*", "rebalance of call*", "capital call adjust*", "contribution adjust*",
                 "*refund of excess*", "refund of excess"}),
        "rebalanced calls"}},
      {rebalance_of_distribution,
       {phrases({"rebalance of distribution*", "distribution adjust*", "correction of distribution*"}),
        "rebalanced distributions"}},
      {recall, {phrases({"recall", "recalls", "recalled", "clawback*", "giveback*"}), "recalls"}},
  };
  auto it = parts.find(term);
  return it == parts.end() ? nullptr : &it->second;
}

}  // namespace dossier::funds
