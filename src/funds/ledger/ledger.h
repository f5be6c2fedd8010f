#pragma once

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "reading/page.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The values of the fund desk. Money is in minor units of the fund's currency; all effects are seen from the Limited
// Partner's side. Nothing here changes after it was read: a correction is a new row that supersedes the old one.
namespace dossier::funds {

// Where something stands: the file as the person named it, the page from 1, and the box around the printed figure.
// `document` is 0 on the command line, where nothing is stored. A figure entered by a person has page 0.
struct Place {
  std::string file = {};
  DocumentId document = {};
  int page = 0;
  reading::Box box = {};

  bool operator==(const Place&) const = default;
};

// A value with its printed form and place.
template <class T>
struct Sourced {
  T value;
  std::string printed = {};
  Place place = {};
};

enum class RowKind { capital_call, distribution, adjustment };
std::string_view name_of(RowKind kind);   // "capital_call"
std::string_view title_of(RowKind kind);  // "capital call": for sentences
std::optional<RowKind> row_kind(std::string_view name);
constexpr auto names_of(RowKind) {
  return std::array{std::string_view("capital_call"), std::string_view("distribution"), std::string_view("adjustment")};
}

// What a row does, from the LP's side (domain rules: docs/ledger.md). `non_cash` is what moves paid-in or distributions
// without cash: withheld tax, in-kind differences. For every row: lp_cash == distribution - paid_in - non_cash.
struct Effects {
  Money lp_cash = {};       // negative: the LP pays
  Money paid_in = {};       // on paid-in capital
  Money distribution = {};  // on cumulative distributions
  Money unfunded = {};      // on what may still be called
  Money non_cash = {};

  bool consistent() const { return lp_cash == distribution - paid_in - non_cash; }
  bool operator==(const Effects&) const = default;
};

enum class RowStatus {
  settled,  // stands in a statement or report
  noticed,  // stands in a notice only, until a statement confirms it
};
std::string_view name_of(RowStatus status);
constexpr auto names_of(RowStatus) {
  return std::array{std::string_view("settled"), std::string_view("noticed")};
}

struct Transaction {
  TransactionId id = {};  // 0 until stored
  RowKind kind = RowKind::capital_call;
  Date date;
  DatePrecision precision = DatePrecision::day;
  std::string type = {};  // in the document's words: "Return of Capital"
  // Positive for a normal call or distribution however the document signs it, negative for a reversal; an adjustment
  // keeps its printed sign.
  Money amount = {};
  std::string printed = {};       // the amount as printed: "(184,500)"
  std::string date_printed = {};  // "28-Dec-2018"
  Effects effects = {};
  std::optional<bool> recallable = {};  // nothing: the document does not say
  // The last day on which a recallable distribution may be called again; nothing: no such day is told.
  std::optional<Date> recallable_until = {};
  std::string description = {};
  std::string number = {};  // "3" of "Call 3", empty when there is none
  RowStatus status = RowStatus::settled;
  // Of an announced row that is due: the day of the first statement that covers it and does not print it. Found while
  // documents are merged (unprinted_notices.h), never stored.
  std::optional<Date> unprinted_on = {};
  Place place = {};
  double confidence = 1;   // 1: every cell was read by a rule without doubt; below 0.8 the row also has a flag
  bool by_person = false;  // entered or corrected by a person: no document overrules it
};

// Why a person should look. The closed set.
enum class FlagCode {
  needs_ocr,              // the page is an image
  page_unreadable,        // the worker could not read the page
  hidden_text,            // text a reader does not see was kept apart
  amount_missing,         // a dated row without an amount
  amount_unreadable,      // an amount cell that is no number
  amount_too_large,       // beyond 10^15
  date_missing,           // an amount without a date in a table of dated rows
  date_impossible,        // 2023-02-30
  date_ambiguous,         // day and month could be swapped and nothing settles it
  sign_ambiguous,         // no reading of the signs reproduces the printed totals
  kind_unknown,           // a table of dated amounts that is neither calls, distributions nor adjustments
  effect_unknown,         // an adjustment whose effect the document does not say
  total_mismatch,         // a printed total of a table differs from the sum of its rows
  row_unread,             // a line inside a table that could not be understood
  currency_mixed,         // more than one currency in one table
  fund_mismatch,          // the document names another fund than it was uploaded for
  limit_reached,          // more pages, rows or columns than are read
  corrected_before,       // the document repeats what a person corrected; the correction stands
  entered_differs,        // the document prints another value than a person entered; the entry stands
  notice_unprinted,       // announced and due, but a statement that covers the day does not print it
  restated,               // a row or NAV that another document of the fund prints otherwise
  printed_figure_differs  // a printed metric that the ledger does not reproduce
};
std::string_view name_of(FlagCode code);
// Whether something that looks like a ledger was not read, as against read and doubtful.
bool leaves_unread(FlagCode code);

struct Flag {
  FlagCode code;
  std::string message;
  Place place = {};  // box empty: the whole page
};

// The figures a report prints about itself, with their places. Ratios as numbers (0.39), irr as a fraction (0.125).
struct ReportedFigures {
  std::optional<Sourced<double>> pic_multiple = {}, dpi = {}, rvpi = {}, tvpi = {}, irr = {};
  std::optional<Sourced<Money>> pic = {}, nav = {}, total_calls = {}, total_distributions = {}, commitment = {},
                                unfunded = {};
  // "n.m." and the like, where a figure is printed as not meaningful.
  std::optional<Sourced<std::string>> irr_not_meaningful = {};
};

// A line of a capital account statement. Nothing where the column is absent or the cell is empty.
struct StatementLine {
  std::string line;
  std::optional<Money> qtd = {}, ytd = {}, itd = {};
  Place place = {};
};

struct DatedNav {
  Date date;
  Money nav;
  std::string printed = {};
  Place place = {};
};

// What a person entered as the commitment from a day on; above what documents print.
struct DatedCommitment {
  Date from;
  Money amount;
};

// A row, or the NAV of a day, that one document prints differently than another did.
struct Restatement {
  std::optional<RowKind> kind = {};  // nothing: the NAV
  Date date;
  Money before = {}, now = {};  // `now` counts
  Place before_place = {}, now_place = {};
  bool by_person = false;    // a person said what counts
  std::string message = {};  // which counts and why, as a sentence
};

// One fund of a portfolio table: a fund, not a transaction.
struct PortfolioRow {
  std::string name;
  std::optional<int> vintage_year = {};
  std::optional<Money> commitment = {}, cash_in = {}, cash_out = {}, total_value = {};
  std::optional<double> net_irr = {}, multiple = {};
  Currency currency = {};
  Place place = {};
};

// How the signs of a document's adjustments were settled; shown beside every metric that depends on it.
struct SignConvention {
  std::string statement = {};      // one sentence for people
  bool settled_by_words = false;   // the document says so
  bool settled_by_totals = false;  // this reading reproduces the printed totals
};

// Everything known about one fund: from one document, or merged from several without doubling.
struct Ledger {
  FundId id = {};    // 0 until stored
  std::string name;  // as printed; "" when the documents name none
  std::string gp = {};
  std::optional<int> vintage_year = {};
  Currency currency = {};
  std::optional<Date> as_of = {};
  std::optional<Sourced<Money>> commitment = {};
  std::vector<Transaction> transactions = {};  // by date, then as printed
  std::vector<StatementLine> statement_lines = {};
  std::vector<DatedNav> nav_history = {};         // by date
  std::vector<DatedCommitment> commitments = {};  // by date
  ReportedFigures reported = {};
  SignConvention signs = {};
  std::vector<Restatement> restatements = {};  // found while documents were merged
};

enum class ReadingStatus {
  read,      // everything that looks like a ledger was read
  partial,   // some pages or rows were not
  no_ledger  // no dated transactions in it
};
std::string_view name_of(ReadingStatus status);

// A paragraph of running text with its place, for questions that the ledger cannot answer.
struct Passage {
  std::string text;
  Place place;
  std::string heading = {};  // the nearest heading above it, empty when there is none
};

// One document as the fund desk understands it.
struct DocumentReading {
  std::string file;
  ReadingStatus status = ReadingStatus::no_ledger;
  std::vector<Flag> flags = {};
  std::vector<Ledger> funds = {};
  std::vector<PortfolioRow> portfolio_rows = {};
  std::vector<Passage> passages = {};
  int tables_found = 0;  // of any kind, ledger or not
};

}  // namespace dossier::funds
