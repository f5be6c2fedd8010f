#include "funds/reports/fund_tables.h"

#include "funds/reports/table_headings.h"
#include "funds/reports/vocabulary.h"
#include "reading/fold.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

namespace dossier::funds {
namespace {

using reading::NumberForm;
using reading::Table;
using reading::TableRow;

std::optional<reading::NumberText> number_in(const TableRow& row, std::size_t column, const DocumentStyle& style) {
  if (column >= row.cells.size()) return std::nullopt;
  return reading::read_number(row.cells[column].text, style.mark);
}

std::optional<Money> money_in(const TableRow& row, std::size_t column, const DocumentStyle& style, int power) {
  auto number = number_in(row, column, style);
  if (!number || number->too_large) return std::nullopt;
  if (number->form == NumberForm::nil) return Money{};
  if (number->form != NumberForm::plain) return std::nullopt;
  auto amount = number->magnitude.to_money(number->power != 0 ? number->power : power, style.minor_digits());
  if (amount && number->negative) return -*amount;
  return amount;
}

std::vector<ColumnRole> roles_of(const std::vector<std::string>& headers) {
  std::vector<ColumnRole> roles;
  for (const std::string& header : headers) roles.push_back(column_role(header).value_or(ColumnRole::unknown));
  return roles;
}

std::optional<std::size_t> column_with(const std::vector<ColumnRole>& roles, ColumnRole role) {
  auto found = std::find(roles.begin(), roles.end(), role);
  if (found == roles.end()) return std::nullopt;
  return static_cast<std::size_t>(found - roles.begin());
}

// The words of a row up to its first number.
std::string label_of(const TableRow& row, const DocumentStyle& style) {
  for (const auto& cell : row.cells) {
    if (cell.text.empty() || reading::read_number(cell.text, style.mark)) continue;
    return cell.text;
  }
  return {};
}

reading::Box amounts_box(const TableRow& row, const std::vector<std::optional<std::size_t>>& columns) {
  std::optional<reading::Box> box;
  for (auto column : columns) {
    if (!column || *column >= row.cells.size() || row.cells[*column].text.empty()) continue;
    box = box ? reading::united(*box, row.cells[*column].box) : row.cells[*column].box;
  }
  return box.value_or(row.box);
}

}  // namespace

std::optional<std::vector<StatementLine>> read_statement(const Table& table, const DocumentStyle& style,
                                                         const std::string& file, int power) {
  std::size_t header_rows = count_header_rows(table, style);
  auto headers = header_texts(table, header_rows);
  auto roles = roles_of(headers);
  auto qtd = column_with(roles, ColumnRole::quarter_to_date);
  auto ytd = column_with(roles, ColumnRole::year_to_date);
  auto itd = column_with(roles, ColumnRole::inception_to_date);
  // Beside "Year" and "Since inception" a bare "Quarter" is the quarter's column, not one of dates.
  if (!qtd && ytd && itd) qtd = column_with(roles, ColumnRole::date);
  if (qtd.has_value() + ytd.has_value() + itd.has_value() < 2) return std::nullopt;
  for (const std::string& header : headers) {
    if (int stated = reading::find_scale_power(header); stated != 0) power = stated;
  }
  std::vector<StatementLine> lines;
  for (std::size_t r = header_rows; r < table.rows.size(); ++r) {
    const TableRow& row = table.rows[r];
    auto amount = [&](std::optional<std::size_t> column) {
      return column ? money_in(row, *column, style, power) : std::nullopt;
    };
    StatementLine line{label_of(row, style),
                       amount(qtd),
                       amount(ytd),
                       amount(itd),
                       {file, {}, table.page, amounts_box(row, {qtd, ytd, itd})}};
    if (!line.line.empty() && (line.qtd || line.ytd || line.itd)) lines.push_back(std::move(line));
  }
  if (lines.empty()) return std::nullopt;
  return lines;
}

std::optional<NavHistoryReader::Columns> NavHistoryReader::plan(const Table& table, const DocumentStyle& style) {
  auto headers = header_texts(table, count_header_rows(table, style));
  auto roles = roles_of(headers);
  Columns columns{table.columns, 0, 0, table.page, style.power_of_page(table.page)};
  auto date = column_with(roles, ColumnRole::date);
  std::optional<std::size_t> nav;
  for (std::size_t c = 0; c < headers.size(); ++c) {
    bool named = figure_labels().find(reading::fold_tokens(headers[c])) == HeadlineLabel::nav;
    bool flow = roles[c] == ColumnRole::contribution || roles[c] == ColumnRole::distribution ||
                roles[c] == ColumnRole::amount || roles[c] == ColumnRole::type;
    if (flow && !named) return std::nullopt;
    if (named && !nav) nav = c;
    if (int stated = reading::find_scale_power(headers[c]); stated != 0) columns.power = stated;
  }
  if (!date || !nav) return std::nullopt;
  columns.date = *date;
  columns.nav = *nav;
  return columns;
}

std::optional<std::vector<DatedNav>> NavHistoryReader::read(const Table& table, const DocumentStyle& style,
                                                            const std::string& file) {
  std::size_t header_rows = count_header_rows(table, style);
  auto columns = plan(table, style);
  bool goes_on =
      !columns && before_ && header_rows == 0 && before_->count == table.columns && table.page == before_->page + 1;
  if (goes_on) {
    columns = before_;
    columns->page = table.page;
  }
  before_ = columns;
  if (!columns) return std::nullopt;
  std::vector<DatedNav> history;
  for (std::size_t r = header_rows; r < table.rows.size(); ++r) {
    const TableRow& row = table.rows[r];
    const auto& cell = row.cells[columns->nav];
    auto day = reading::read_date(row.cells[columns->date].text, style.days);
    auto amount = money_in(row, columns->nav, style, columns->power);
    if (day && day->date && amount)
      history.push_back({*day->date, *amount, cell.text, {file, {}, table.page, cell.box}});
  }
  return history;
}

namespace {

// "Net asset value at the beginning of the period": not the value the statement closes with.
bool opens(const std::vector<std::string>& tokens) {
  static const reading::PhraseTable<bool> words = {
      {true,
       {"opening", "beginning", "start of", "brought forward", "anfang*", "zu beginn", "beginn", "debut", "ouverture",
        "initial*", "eroffnung*"}}};
  return words.find(tokens).has_value();
}

}  // namespace

void take_statement_figures(const std::vector<StatementLine>& lines, ReportedFigures& figures) {
  auto take = [](std::optional<Sourced<Money>>& slot, const std::optional<Money>& amount, const StatementLine& line) {
    if (!slot && amount) slot = Sourced<Money>{*amount, line.line, line.place};
  };
  for (const StatementLine& line : lines) {
    auto tokens = reading::fold_tokens(line.line);
    auto label = figure_labels().find(tokens);
    auto kind = row_kind_by_words(line.line);
    bool closing = label == HeadlineLabel::nav && !opens(tokens);
    if (closing) take(figures.nav, line.itd ? line.itd : line.ytd ? line.ytd : line.qtd, line);
    if (label == HeadlineLabel::commitment) take(figures.commitment, line.itd ? line.itd : line.qtd, line);
    if (label == HeadlineLabel::unfunded) take(figures.unfunded, line.itd ? line.itd : line.qtd, line);
    if (closing || !line.itd) continue;
    if (kind == RowKind::capital_call) take(figures.total_calls, line.itd->abs(), line);
    if (kind == RowKind::distribution && !label) take(figures.total_distributions, line.itd->abs(), line);
  }
}

struct PortfolioColumns {
  std::size_t columns = 0, name = 0;
  std::optional<std::size_t> vintage, commitment, cash_in, cash_out, total_value, irr, multiple;
  int power = 0;
};

namespace {

bool mostly_percent(const Table& table, std::size_t column) {
  auto percents = std::count_if(table.rows.begin(), table.rows.end(),
                                [&](const TableRow& row) { return row.cells[column].text.ends_with('%'); });
  return 2 * percents > static_cast<std::ptrdiff_t>(table.rows.size());
}

std::optional<PortfolioColumns> plan_portfolio(const Table& table, const std::vector<std::string>& headers,
                                               int page_power) {
  auto roles = roles_of(headers);
  PortfolioColumns plan;
  plan.columns = table.columns;
  plan.vintage = column_with(roles, ColumnRole::vintage);
  plan.commitment = column_with(roles, ColumnRole::commitment);
  plan.cash_in = column_with(roles, ColumnRole::contribution);
  plan.cash_out = column_with(roles, ColumnRole::distribution);
  plan.total_value = column_with(roles, ColumnRole::total_value);
  plan.irr = column_with(roles, ColumnRole::irr);
  plan.multiple = column_with(roles, ColumnRole::multiple);
  // Two headings over one column of figures ("Net IRR", "Multiple"): percentages are the rate.
  for (std::size_t c = 0; c < table.columns && !plan.irr; ++c) {
    bool other = roles[c] == ColumnRole::percent || roles[c] == ColumnRole::commitment;
    if (other || !mostly_percent(table, c)) continue;
    plan.irr = c;
    if (plan.multiple == c) plan.multiple.reset();
  }
  auto name = column_with(roles, ColumnRole::fund_name);
  plan.name = name.value_or(0);
  int flows = plan.cash_in.has_value() + plan.cash_out.has_value();
  int marks = plan.vintage.has_value() + plan.irr.has_value() + plan.multiple.has_value() +
              plan.total_value.has_value() + name.has_value();
  // Tiles ("Commitment", "Total distributions", "DPI" over their values) have no column of names.
  const bool of_figures = plan.name == plan.commitment || plan.name == plan.cash_in || plan.name == plan.cash_out;
  bool named = std::any_of(table.rows.begin(), table.rows.end(), [&](const TableRow& row) {
    const std::string& text = row.cells[plan.name].text;
    return !of_figures && !row.header && !text.empty() && !reading::read_number(text) &&
           summary_row(text) == SummaryRow::none;
  });
  if (!plan.commitment || flows == 0 || marks == 0 || !named) return std::nullopt;
  plan.power = page_power;
  for (const std::string& header : headers) {
    if (int power = reading::find_scale_power(header); power != 0) plan.power = power;
  }
  return plan;
}

std::optional<double> plain_number(const TableRow& row, std::optional<std::size_t> column, const DocumentStyle& style) {
  if (!column) return std::nullopt;
  auto number = number_in(row, *column, style);
  if (!number || number->form == NumberForm::nil || number->form == NumberForm::not_available) return std::nullopt;
  return number->form == NumberForm::percent ? number->signed_double() / 100 : number->signed_double();
}

std::optional<int> year_in(const TableRow& row, std::optional<std::size_t> column) {
  if (!column || *column >= row.cells.size()) return std::nullopt;
  const std::string& text = row.cells[*column].text;
  if (text.size() < 4 || !std::all_of(text.end() - 4, text.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  return std::stoi(text.substr(text.size() - 4));
}

}  // namespace

PortfolioReader::PortfolioReader() = default;
PortfolioReader::~PortfolioReader() = default;

std::optional<std::vector<PortfolioRow>> PortfolioReader::read(const Table& table, const DocumentStyle& style,
                                                               const std::string& file) {
  std::size_t header_rows = count_header_rows(table, style);
  const auto headers = header_texts(table, header_rows);
  auto plan = plan_portfolio(table, headers, style.power_of_page(table.page));
  // One heading across the table ("Vintage year 2021") is that of a section.
  const std::set<std::string> headings(headers.begin(), headers.end());
  const auto named = std::count_if(headings.begin(), headings.end(), [](const auto& h) { return column_role(h); });
  // A table with headings of its own goes on from none.
  if (!plan && before_ != nullptr && before_->columns == table.columns && named < 2) plan = *before_;
  if (!plan) return std::nullopt;
  before_ = std::make_unique<PortfolioColumns>(*plan);
  std::vector<PortfolioRow> rows;
  for (std::size_t r = header_rows; r < table.rows.size(); ++r) {
    const TableRow& row = table.rows[r];
    const std::string& name = row.cells[plan->name].text;
    auto amount = [&](std::optional<std::size_t> column) {
      return column ? money_in(row, *column, style, plan->power) : std::nullopt;
    };
    PortfolioRow fund{name,
                      year_in(row, plan->vintage),
                      amount(plan->commitment),
                      amount(plan->cash_in),
                      amount(plan->cash_out),
                      amount(plan->total_value),
                      plain_number(row, plan->irr, style),
                      plain_number(row, plan->multiple, style),
                      style.currency,
                      {}};
    if (name.empty() || summary_row(name) != SummaryRow::none || (!fund.commitment && !fund.cash_in && !fund.cash_out))
      continue;
    fund.place = {
        file, {}, table.page, amounts_box(row, {plan->commitment, plan->cash_in, plan->cash_out, plan->total_value})};
    rows.push_back(std::move(fund));
  }
  return rows;
}

}  // namespace dossier::funds
