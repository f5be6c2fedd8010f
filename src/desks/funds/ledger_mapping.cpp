#include "desks/funds/ledger_mapping.h"

#include "base/limits.h"

#include <array>

namespace dossier::desks::funds {

using namespace dossier::funds;
using store::Columns;
using store::Row;
// Inside this file a Transaction is a row of a ledger.
using LedgerRow = dossier::funds::Transaction;

const char* const kRowColumns =
    "r.id, r.kind, r.date, r.date_precision, r.date_printed, r.type, r.amount, r.printed, r.lp_cash, r.paid_in, "
    "r.distribution, r.unfunded, r.non_cash, r.recallable, r.description, r.number, r.status, r.confidence, r.page, "
    "r.x0, "
    "r.y0, r.x1, r.y1, r.recallable_until";
const char* const kLineColumns = "line, qtd, ytd, itd, page, x0, y0, x1, y1";
const char* const kNavColumns = "date, nav, printed, page, x0, y0, x1, y1";
const char* const kPortfolioColumns =
    "name, vintage_year, commitment, cash_in, cash_out, total_value, net_irr, multiple, currency, page, x0, y0, x1, y1";
const char* const kFlagColumns = "code, message, page, x0, y0, x1, y1";
const char* const kFigureColumns = "name, amount, number, printed, page, x0, y0, x1, y1";

namespace {

bool storable(Money amount) {
  return amount.abs().minor() <= limits::kAmountMinorMax;
}
bool storable(const std::optional<Money>& amount) {
  return !amount || storable(*amount);
}

std::int64_t minor(Money amount) {
  DOSSIER_CHECK(storable(amount));
  return *amount.minor64();
}
std::optional<std::int64_t> minor(const std::optional<Money>& amount) {
  return amount ? std::optional(minor(*amount)) : std::nullopt;
}
Money money(const Row& row, int column) {
  return Money::of_minor(row.integer(column));
}
std::optional<Money> money_or_nothing(const Row& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(money(row, column));
}

Error too_large(const Place& place) {
  return {ErrorCode::too_large, "an amount is beyond 10^15; correct it in the document's source",
          place.file + " page " + std::to_string(place.page)};
}

void add_place(Columns& columns, const Place& place) {
  columns.push_back({"page", place.page});
  columns.push_back({"x0", place.box.x0});
  columns.push_back({"y0", place.box.y0});
  columns.push_back({"x1", place.box.x1});
  columns.push_back({"y1", place.box.y1});
}

Place place_at(const Row& row, int first, const std::string& file, DocumentId document) {
  Place place{.file = file, .document = document, .page = row.get<int>(first)};
  place.box = {row.real(first + 1), row.real(first + 2), row.real(first + 3), row.real(first + 4)};
  return place;
}

// The enumerator of that name; the last one when there is none, which the schema's checks or our own writing exclude.
template <class E, std::size_t N>
E named(const std::string& name, const std::array<E, N>& all) {
  for (const E one : all) {
    if (name_of(one) == name) return one;
  }
  return all.back();
}

FlagCode flag_code(const std::string& name) {
  for (int code = 0; code < static_cast<int>(FlagCode::printed_figure_differs); ++code) {
    if (name_of(static_cast<FlagCode>(code)) == name) return static_cast<FlagCode>(code);
  }
  return FlagCode::printed_figure_differs;
}

constexpr std::array kPrecisions = {DatePrecision::month, DatePrecision::quarter, DatePrecision::day};
constexpr std::array kStatuses = {RowStatus::noticed, RowStatus::settled};

using Amounts = std::optional<Sourced<Money>> ReportedFigures::*;
using Numbers = std::optional<Sourced<double>> ReportedFigures::*;
constexpr std::array<std::pair<const char*, Amounts>, 6> kAmounts = {
    {{"pic", &ReportedFigures::pic},
     {"nav", &ReportedFigures::nav},
     {"total_calls", &ReportedFigures::total_calls},
     {"total_distributions", &ReportedFigures::total_distributions},
     {"commitment", &ReportedFigures::commitment},
     {"unfunded", &ReportedFigures::unfunded}}};
constexpr std::array<std::pair<const char*, Numbers>, 5> kNumbers = {{{"pic_multiple", &ReportedFigures::pic_multiple},
                                                                      {"dpi", &ReportedFigures::dpi},
                                                                      {"rvpi", &ReportedFigures::rvpi},
                                                                      {"tvpi", &ReportedFigures::tvpi},
                                                                      {"irr", &ReportedFigures::irr}}};
constexpr const char* kFundCommitment = "fund_commitment";  // the ledger's own, not the one among its printed figures
constexpr const char* kNotMeaningful = "irr_not_meaningful";

}  // namespace

Result<void> require_storable(const LedgerRow& row) {
  const Effects& e = row.effects;
  for (const Money amount : {row.amount, e.lp_cash, e.paid_in, e.distribution, e.unfunded, e.non_cash}) {
    if (!storable(amount)) return too_large(row.place);
  }
  return {};
}

Result<void> require_storable(const DocumentReading& reading) {
  for (const PortfolioRow& row : reading.portfolio_rows) {
    for (const auto& amount : {row.commitment, row.cash_in, row.cash_out, row.total_value}) {
      if (!storable(amount)) return too_large(row.place);
    }
  }
  for (const Ledger& ledger : reading.funds) {
    for (const LedgerRow& row : ledger.transactions) TRY_DO(require_storable(row));
    for (const DatedNav& nav : ledger.nav_history) {
      if (!storable(nav.nav)) return too_large(nav.place);
    }
    for (const StatementLine& line : ledger.statement_lines) {
      if (!storable(line.qtd) || !storable(line.ytd) || !storable(line.itd)) return too_large(line.place);
    }
    for (const NamedFigure& figure : figures_of(ledger)) {
      if (!storable(figure.amount)) return too_large(figure.place);
    }
  }
  return {};
}

Columns columns_of(const LedgerRow& row) {
  Columns columns = {{"kind", name_of(row.kind)},
                     {"date", row.date},
                     {"date_precision", name_of(row.precision)},
                     {"date_printed", row.date_printed},
                     {"type", row.type},
                     {"amount", minor(row.amount)},
                     {"printed", row.printed},
                     {"lp_cash", minor(row.effects.lp_cash)},
                     {"paid_in", minor(row.effects.paid_in)},
                     {"distribution", minor(row.effects.distribution)},
                     {"unfunded", minor(row.effects.unfunded)},
                     {"non_cash", minor(row.effects.non_cash)},
                     {"recallable", row.recallable},
                     {"recallable_until", row.recallable_until},
                     {"description", row.description},
                     {"number", row.number},
                     {"status", name_of(row.status)},
                     {"confidence", row.confidence}};
  add_place(columns, row.place);
  return columns;
}

LedgerRow transaction_of(const Row& row, int first, const std::string& file, DocumentId document) {
  LedgerRow made{.id = row.get<TransactionId>(first), .date = row.date(first + 2)};
  made.kind = row_kind(row.text(first + 1)).value_or(RowKind::adjustment);
  made.precision = named(row.text(first + 3), kPrecisions);
  made.date_printed = row.text(first + 4);
  made.type = row.text(first + 5);
  made.amount = money(row, first + 6);
  made.printed = row.text(first + 7);
  made.effects = {money(row, first + 8), money(row, first + 9), money(row, first + 10), money(row, first + 11),
                  money(row, first + 12)};
  made.recallable = row.get<std::optional<bool>>(first + 13);
  made.description = row.text(first + 14);
  made.number = row.text(first + 15);
  made.status = named(row.text(first + 16), kStatuses);
  made.confidence = row.real(first + 17);
  made.place = place_at(row, first + 18, file, document);
  made.recallable_until = row.get<std::optional<Date>>(first + 23);
  return made;
}

Columns columns_of(const StatementLine& line) {
  Columns columns = {{"line", line.line}, {"qtd", minor(line.qtd)}, {"ytd", minor(line.ytd)}, {"itd", minor(line.itd)}};
  add_place(columns, line.place);
  return columns;
}

StatementLine line_of(const Row& row, int first, const std::string& file, DocumentId document) {
  return {row.text(first), money_or_nothing(row, first + 1), money_or_nothing(row, first + 2),
          money_or_nothing(row, first + 3), place_at(row, first + 4, file, document)};
}

Columns columns_of(const DatedNav& nav) {
  Columns columns = {{"date", nav.date}, {"nav", minor(nav.nav)}, {"printed", nav.printed}};
  add_place(columns, nav.place);
  return columns;
}

DatedNav nav_of(const Row& row, int first, const std::string& file, DocumentId document) {
  return {row.date(first), money(row, first + 1), row.text(first + 2), place_at(row, first + 3, file, document)};
}

Columns columns_of(const PortfolioRow& row) {
  Columns columns = {{"name", row.name},
                     {"vintage_year", row.vintage_year},
                     {"commitment", minor(row.commitment)},
                     {"cash_in", minor(row.cash_in)},
                     {"cash_out", minor(row.cash_out)},
                     {"total_value", minor(row.total_value)},
                     {"net_irr", row.net_irr},
                     {"multiple", row.multiple},
                     {"currency", row.currency.code()}};
  add_place(columns, row.place);
  return columns;
}

PortfolioRow portfolio_row_of(const Row& row, int first, const std::string& file, DocumentId document) {
  PortfolioRow made;
  made.name = row.text(first);
  made.vintage_year = row.get<std::optional<int>>(first + 1);
  made.commitment = money_or_nothing(row, first + 2);
  made.cash_in = money_or_nothing(row, first + 3);
  made.cash_out = money_or_nothing(row, first + 4);
  made.total_value = money_or_nothing(row, first + 5);
  made.net_irr = row.get<std::optional<double>>(first + 6);
  made.multiple = row.get<std::optional<double>>(first + 7);
  made.currency = Currency::parse(row.text(first + 8)).value_or(Currency());
  made.place = place_at(row, first + 9, file, document);
  return made;
}

Columns columns_of(const Flag& flag) {
  Columns columns = {{"code", name_of(flag.code)}, {"message", flag.message}};
  add_place(columns, flag.place);
  return columns;
}

Flag flag_of(const Row& row, int first, const std::string& file, DocumentId document) {
  return {flag_code(row.text(first)), row.text(first + 1), place_at(row, first + 2, file, document)};
}

std::vector<NamedFigure> figures_of(const Ledger& ledger) {
  std::vector<NamedFigure> figures;
  auto add_amount = [&](const char* name, const std::optional<Sourced<Money>>& f) {
    if (f) figures.push_back({name, f->value, std::nullopt, f->printed, f->place});
  };
  for (const auto& [name, member] : kAmounts) add_amount(name, ledger.reported.*member);
  add_amount(kFundCommitment, ledger.commitment);
  for (const auto& [name, member] : kNumbers) {
    const auto& f = ledger.reported.*member;
    if (f) figures.push_back({name, std::nullopt, f->value, f->printed, f->place});
  }
  if (const auto& f = ledger.reported.irr_not_meaningful) {
    figures.push_back({kNotMeaningful, std::nullopt, std::nullopt, f->value, f->place});
  }
  return figures;
}

Columns columns_of(const NamedFigure& figure) {
  Columns columns = {
      {"name", figure.name}, {"amount", minor(figure.amount)}, {"number", figure.number}, {"printed", figure.printed}};
  add_place(columns, figure.place);
  return columns;
}

NamedFigure figure_of(const Row& row, int first, const std::string& file, DocumentId document) {
  return {row.text(first), money_or_nothing(row, first + 1), row.get<std::optional<double>>(first + 2),
          row.text(first + 3), place_at(row, first + 4, file, document)};
}

void take_figure(Ledger& ledger, NamedFigure figure) {
  for (const auto& [name, member] : kAmounts) {
    if (figure.name == name && figure.amount) ledger.reported.*member = {*figure.amount, figure.printed, figure.place};
  }
  for (const auto& [name, member] : kNumbers) {
    if (figure.name == name && figure.number) ledger.reported.*member = {*figure.number, figure.printed, figure.place};
  }
  if (figure.name == kFundCommitment && figure.amount)
    ledger.commitment = {*figure.amount, figure.printed, figure.place};
  if (figure.name == kNotMeaningful)
    ledger.reported.irr_not_meaningful = {figure.printed, figure.printed, figure.place};
}

}  // namespace dossier::desks::funds
