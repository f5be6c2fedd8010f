#include "funds/reports/period_grid.h"

#include "funds/reports/forecasts.h"
#include "funds/reports/table_headings.h"
#include "funds/reports/vocabulary.h"
#include "reading/fold.h"
#include "reading/phrases.h"
#include "reading/year_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace dossier::funds {
namespace {

using reading::Cell;
using reading::is_year;
using reading::NumberForm;
using reading::Table;
using reading::TableRow;

constexpr double kHeadingReach = 24;  // points between the headings and the rows under them
constexpr std::size_t kPeriodsMin = 2;

// The day that a line and a column of the grid stand for together: "2019" and "Q3".
std::optional<reading::DateText> period_of(const std::string& line, const std::string& heading) {
  if (is_year(line) == is_year(heading)) return std::nullopt;
  const std::string& year = is_year(line) ? line : heading;
  const std::string& part = is_year(line) ? heading : line;
  auto day = reading::read_date(part + " " + year);
  if (!day || !day->date || day->precision == DatePrecision::day) return std::nullopt;
  return day;
}

// What heads the columns: the table's own header, or the line of text right above it.
std::vector<std::string> headings_of(const reading::PageLayout& layout, const Table& table,
                                     const DocumentStyle& style) {
  const std::size_t header_rows = count_header_rows(table, style);
  if (header_rows > 0) return header_texts(table, header_rows);
  std::vector<std::string> headings(table.columns);
  const reading::Line* above = nullptr;
  for (const auto& line : layout.text) {
    if (line.box.y1 <= table.box.y0 + 2 && line.box.y1 > table.box.y0 - kHeadingReach && line.segments.size() > 1)
      above = &line;
  }
  if (above == nullptr) return headings;
  for (const auto& segment : above->segments) {
    std::size_t nearest = 0;
    auto distance = [&](std::size_t c) {
      return std::min(std::abs(table.column_x1[c] - segment.box.x1), std::abs(table.column_x0[c] - segment.box.x0));
    };
    for (std::size_t c = 1; c < table.columns; ++c) {
      if (distance(c) < distance(nearest)) nearest = c;
    }
    headings[nearest] += (headings[nearest].empty() ? "" : " ") + segment.text;
  }
  return headings;
}

class GridReader {
 public:
  GridReader(const Table& table, std::vector<std::string> headings, const std::string& title, RowKind kind,
             const DocumentStyle& style, const std::string& file)
      : table_(table), headings_(std::move(headings)), title_(title), kind_(kind), style_(style), file_(file) {
    power_ = reading::find_scale_power(title);
    for (const std::string& heading : headings_) {
      if (power_ == 0) power_ = reading::find_scale_power(heading);
    }
    if (power_ == 0) power_ = style.power_of_page(table.page);
  }

  // Every line but sums stands for a year, a quarter or a month, and the headings for the other half.
  bool is_grid() const {
    std::size_t lines = 0;
    for (const TableRow& row : table_.rows) {
      const std::string& label = row.cells.front().text;
      if (is_heading(row) || summary_row(label) != SummaryRow::none) continue;
      std::size_t periods = 0;
      for (std::size_t c = 1; c < headings_.size(); ++c) periods += period_of(label, headings_[c]).has_value();
      if (periods < kPeriodsMin) return false;
      ++lines;
    }
    return lines > 0;
  }

  RowsReading read() && {
    for (const TableRow& row : table_.rows) {
      if (!is_heading(row) && summary_row(row.cells.front().text) == SummaryRow::none) take(row);
    }
    return std::move(out_);
  }

 private:
  bool is_heading(const TableRow& row) const {
    return std::any_of(row.cells.begin() + 1, row.cells.end(), [&](const Cell& cell) {
      return !cell.text.empty() && cell.text == headings_[static_cast<std::size_t>(&cell - row.cells.data())];
    });
  }

  std::optional<Money> money_of(const Cell& cell) const {
    auto number = reading::read_number(cell.text, style_.mark);
    if (!number || number->too_large) return std::nullopt;
    if (number->form == NumberForm::nil) return Money{};
    if (number->form != NumberForm::plain) return std::nullopt;
    auto amount = number->magnitude.to_money(number->power != 0 ? number->power : power_, style_.minor_digits());
    return amount && number->negative ? -*amount : amount;
  }

  void take(const TableRow& row) {
    Money sum;
    for (std::size_t c = 1; c < row.cells.size(); ++c) {
      const Cell& cell = row.cells[c];
      if (cell.text.empty()) continue;
      const auto day = period_of(row.cells.front().text, headings_[c]);
      const bool total = !day && summary_row(headings_[c]) != SummaryRow::none;
      if (!day && !total) continue;
      const auto amount = money_of(cell);
      if (!amount) {
        flag(FlagCode::amount_unreadable, fmt::format("\"{}\" stands where an amount is expected", cell.text),
             cell.box);
      } else if (total && *amount != sum) {
        flag(FlagCode::total_mismatch,
             fmt::format("the printed total {} of {} is not the sum of its periods ({})", cell.text,
                         row.cells.front().text, sum.text()),
             cell.box);
      } else if (day && !amount->zero()) {
        add(row, cell, *day, *amount, headings_[c]);
        sum += *amount;
      }
    }
  }

  void add(const TableRow& row, const Cell& cell, const reading::DateText& day, Money amount,
           const std::string& heading) {
    Transaction t{.kind = kind_, .date = *day.date};
    t.precision = day.precision;
    t.amount = amount;
    t.printed = cell.text;
    t.date_printed = row.cells.front().text + " " + heading;
    t.type = kind_ == RowKind::capital_call ? "Capital Call" : "Distribution";
    t.place = {file_, {}, table_.page, cell.box};
    out_.rows.push_back(DraftRow{std::move(t), KindBy::title_or_type, 0, title_});
  }

  void flag(FlagCode code, std::string message, const reading::Box& box) {
    out_.flags.push_back({code, std::move(message), {file_, {}, table_.page, box}});
  }

  const Table& table_;
  const std::vector<std::string> headings_;
  const std::string& title_;
  const RowKind kind_;
  const DocumentStyle& style_;
  const std::string& file_;
  int power_ = 0;
  RowsReading out_;
};

}  // namespace

std::optional<RowsReading> read_period_grid(const reading::PageLayout& layout, const Table& table,
                                            const std::string& title, RowKind kind, const DocumentStyle& style,
                                            const std::string& file) {
  if (table.columns <= kPeriodsMin || kind == RowKind::adjustment || foretells(title)) return std::nullopt;
  GridReader reader(table, headings_of(layout, table, style), title, kind, style, file);
  if (!reader.is_grid()) return std::nullopt;
  return std::move(reader).read();
}

}  // namespace dossier::funds
