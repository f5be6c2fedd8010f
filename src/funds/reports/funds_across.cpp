#include "funds/reports/funds_across.h"

#include "funds/ledger/merge.h"
#include "funds/reports/column_contents.h"
#include "funds/reports/sections.h"
#include "funds/reports/table_headings.h"
#include "funds/reports/vocabulary.h"

#include <algorithm>
#include <optional>

namespace dossier::funds {
namespace {

using reading::PageLayout;
using reading::Table;
using reading::TableRow;

// Which columns are whose.
struct Across {
  std::vector<std::string> names;
  std::size_t columns = 0, shared = 0;  // of the table; of those the first ones that are every fund's
  std::size_t named_at = 0;             // the row with the names
  bool headed = true;                   // false on a page that goes on without headings

  std::size_t each() const { return (columns - shared) / names.size(); }
};

// The names in a row of headings that has nothing else, two at least.
std::vector<std::string> funds_named(const TableRow& row) {
  std::vector<std::string> names;
  for (const auto& cell : row.cells) {
    if (cell.text.empty()) continue;
    if (!names_a_fund(cell.text)) return {};
    names.push_back(cell.text);
  }
  return names.size() >= 2 ? names : std::vector<std::string>();
}

// Where headings begin that say the same for every fund, flows among them.
std::optional<std::size_t> repeat_from(const TableRow& headings, std::size_t funds) {
  const auto& cells = headings.cells;
  for (std::size_t first = 1; first < cells.size(); ++first) {
    const std::size_t each = (cells.size() - first) / funds;
    if (each == 0 || each * funds != cells.size() - first) continue;
    bool same = true, flows = false;
    for (std::size_t c = first; c < cells.size(); ++c) {
      same = same && !cells[c].text.empty() && cells[c].text == cells[first + (c - first) % each].text;
      const auto role = column_role(cells[c].text);
      flows = flows || (role && names_flow(*role));
    }
    if (same && flows) return first;
  }
  return std::nullopt;
}

std::optional<Across> across(const Table& table, const DocumentStyle& style) {
  const std::size_t headings = count_header_rows(table, style);
  for (std::size_t r = 0; r + 1 < headings; ++r) {
    auto names = funds_named(table.rows[r]);
    if (names.empty()) continue;
    const auto shared = repeat_from(table.rows[r + 1], names.size());
    if (shared) return Across{std::move(names), table.columns, *shared, r};
  }
  return std::nullopt;
}

// The table with the shared columns and those of the fund `at`.
Table part_of(const Table& table, const Across& across, std::size_t at) {
  const auto own = [&](const auto& all) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(across.shared + at * across.each());
    std::decay_t<decltype(all)> some(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(across.shared));
    some.insert(some.end(), begin, begin + static_cast<std::ptrdiff_t>(across.each()));
    return some;
  };
  Table part = table;
  part.columns = across.shared + across.each();
  part.column_x0 = own(table.column_x0);
  part.column_x1 = own(table.column_x1);
  for (TableRow& row : part.rows) row.cells = own(row.cells);
  if (across.headed) part.rows.erase(part.rows.begin() + static_cast<std::ptrdiff_t>(across.named_at));
  // A day on which this fund had no flow is another one's row.
  std::erase_if(part.rows, [&](const TableRow& row) {
    return std::all_of(row.cells.begin() + static_cast<std::ptrdiff_t>(across.shared), row.cells.end(),
                       [](const auto& cell) { return cell.text.empty(); });
  });
  return part;
}

void add(std::vector<FundInColumn>& funds, const std::string& name, const PageLayout& page, Table part) {
  auto fund = std::find_if(funds.begin(), funds.end(), [&](const auto& f) { return same_fund(f.name, name); });
  if (fund == funds.end()) fund = funds.insert(funds.end(), FundInColumn{name, {}});
  if (fund->pages.empty() || fund->pages.back().page != page.page) {
    fund->pages.emplace_back();
    fund->pages.back().page = page.page;
    fund->pages.back().text = page.text;
  }
  fund->pages.back().tables.push_back(std::move(part));
}

}  // namespace

std::vector<FundInColumn> take_funds_across(std::vector<PageLayout>& pages, const DocumentStyle& style) {
  std::vector<FundInColumn> funds;
  std::optional<Across> before;
  for (PageLayout& page : pages) {
    std::vector<Table> rest;
    for (std::size_t i = 0; i < page.tables.size(); ++i) {
      Table& table = page.tables[i];
      auto found = across(table, style);
      const bool goes_on =
          !found && i == 0 && before && before->columns == table.columns && count_header_rows(table, style) == 0;
      if (goes_on) found = before, found->headed = false;
      before = found;
      if (!found) {
        rest.push_back(std::move(table));
        continue;
      }
      for (std::size_t f = 0; f < found->names.size(); ++f)
        add(funds, found->names[f], page, part_of(table, *found, f));
    }
    page.tables = std::move(rest);
  }
  return funds;
}

}  // namespace dossier::funds
