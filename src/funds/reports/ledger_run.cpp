#include "funds/reports/ledger_run.h"

#include "funds/reports/table_headings.h"
#include "funds/reports/titles.h"
#include "funds/reports/vocabulary.h"
#include "reading/fold.h"

#include <algorithm>
#include <utility>

namespace dossier::funds {
namespace {

using reading::Table;

bool over(const std::vector<double>& x0, const std::vector<double>& x1, const LedgerColumns& columns) {
  return x0.front() < columns.column_x1.back() && x1.back() > columns.column_x0.front();
}

bool stand_at(const Table& table, const LedgerColumns& before) {
  if (before.column_x0.size() != table.columns) return false;
  for (std::size_t c = 0; c < table.columns; ++c) {
    if (table.column_x0[c] > before.column_x1[c] || table.column_x1[c] < before.column_x0[c]) return false;
  }
  return true;
}

// The same words, though an empty column may have laid them into other cells.
bool same_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  auto sorted = [](const std::vector<std::string>& headers) {
    std::vector<std::string> words;
    for (const std::string& header : headers) {
      for (std::string& word : reading::fold_tokens(header)) words.push_back(std::move(word));
    }
    std::sort(words.begin(), words.end());
    return words;
  };
  const auto words = sorted(a);
  return !a.empty() && words == sorted(b);
}

}  // namespace

RowsReading LedgerRun::take(const Table& table, LedgerColumns columns, int page) {
  auto rows =
      read_ledger_rows(table, columns, style_, section_, file_, scale_.of(table, columns, section_.title, page));
  number(rows.rows);
  last_columns_ = std::move(columns);
  last_page_ = page;
  return rows;
}

void LedgerRun::number(std::vector<DraftRow>& rows) {
  ++tables_;
  for (DraftRow& row : rows) row.table = tables_;
}

void LedgerRun::begin_section(const LedgerColumns& columns, const std::vector<std::string>& titles, int page,
                              std::size_t index) {
  std::vector<std::string> candidates;
  if (!columns.title.empty()) candidates.push_back(columns.title);
  candidates.insert(candidates.end(), titles.begin(), titles.end());
  if (index == 0) candidates.insert(candidates.end(), foot_.begin(), foot_.end());
  // A header repeated word for word is the same table, though an empty column on one page may have told it otherwise.
  bool same_header = last_columns_ && same_words(columns.headers, last_columns_->headers);
  bool same_columns = columns.goes_on || same_header || (last_columns_ && columns.roles == last_columns_->roles);
  bool breaks_over = index == 0 && page > last_page_ && same_columns;
  const bool part = columns.goes_on && columns.header_rows == 0;  // of a table that stands in several pieces
  for (const std::string& title : candidates) {
    auto kind = section_kind(title);
    if (!kind) continue;
    // Above a further piece of a table a small letter begins the rest of a wrapped cell.
    if (part && title.front() >= 'a' && title.front() <= 'z') continue;
    const bool same_title = title == section_.title;
    bool goes_on = section_.kind == kind && (says_continued(title) || ((breaks_over || part) && same_title));
    if (!goes_on) section_ = Section{title, kind, {}, {}};
    return;
  }
  if (breaks_over || (same_columns && columns.header_rows == 0)) return;
  section_ = Section{candidates.empty() ? std::string() : candidates.front(), std::nullopt, {}, {}};
}

void LedgerRun::remember_beside(const LedgerColumns& columns, int page) {
  const bool beside =
      last_columns_ && last_page_ == page && !over(columns.column_x0, columns.column_x1, *last_columns_);
  if (beside && columns.header_rows > 0) beside_ = Beside{*last_columns_, section_};
}

void LedgerRun::go_on_beside(const Table& table) {
  if (!beside_ || !last_columns_ || table.page != last_page_ || count_header_rows(table, style_) > 0) return;
  if (over(table.column_x0, table.column_x1, *last_columns_)) return;
  if (!over(table.column_x0, table.column_x1, beside_->columns)) return;
  std::swap(*last_columns_, beside_->columns);
  std::swap(section_, beside_->section);
}

bool only_totals_of(const Table& table, const LedgerColumns& before) {
  return table.columns == before.roles.size() && table.columns > 2 && stand_at(table, before) &&
         !table.rows.back().header && std::all_of(table.rows.begin(), table.rows.end(), [](const auto& row) {
           return row.header || summary_row(row.cells.front().text) != SummaryRow::none;
         });
}

LedgerColumns carried_over(const Table& table, const LedgerColumns& before) {
  LedgerColumns columns = before;
  columns.header_rows = 0;
  columns.goes_on = true;
  columns.column_x0 = table.column_x0;
  columns.column_x1 = table.column_x1;
  return columns;
}

}  // namespace dossier::funds
