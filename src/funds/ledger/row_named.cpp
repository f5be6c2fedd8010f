#include "funds/ledger/row_named.h"

#include "funds/ledger/row_numbers.h"

#include <numeric>

namespace dossier::funds {

std::optional<std::size_t> row_named(const Ledger& ledger, const RowNamed& wanted) {
  std::vector<std::size_t> all(ledger.transactions.size());
  std::iota(all.begin(), all.end(), 0);
  return row_named(ledger, wanted, all);
}

std::optional<std::size_t> row_named(const Ledger& ledger, const RowNamed& wanted,
                                     const std::vector<std::size_t>& among) {
  const auto& all = ledger.transactions;
  const std::string number = std::to_string(wanted.place);
  const std::vector<std::string> numbers = wanted.by_number ? numbers_of_rows(ledger) : std::vector<std::string>();
  std::vector<std::size_t> rows;
  for (std::size_t row : among) {
    if (all[row].kind != wanted.kind) continue;
    if (wanted.by_number && numbers[row] == number) return row;
    if (!takes_back(all[row])) rows.push_back(row);
  }
  if (wanted.by_number) return std::nullopt;
  auto events = events_by_date(ledger, rows);
  auto place = static_cast<std::size_t>(wanted.place);
  if (wanted.place < 1 || place > events.size()) return std::nullopt;
  return events[wanted.from_end ? events.size() - place : place - 1][0];
}

}  // namespace dossier::funds
