#include "funds/ledger/row_named.h"

#include "funds/ledger/row_events.h"

#include <algorithm>
#include <numeric>
#include <string>

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
  std::vector<std::size_t> rows;
  for (std::size_t row : among) {
    if (all[row].kind != wanted.kind) continue;
    if (wanted.by_number && all[row].number == number) return row;
    rows.push_back(row);
  }
  bool numbered = std::any_of(rows.begin(), rows.end(), [&](std::size_t row) { return !all[row].number.empty(); });
  if (wanted.by_number && numbered) return std::nullopt;
  auto events = events_of(ledger, rows);
  std::stable_sort(events.begin(), events.end(),
                   [&](const RowEvent& a, const RowEvent& b) { return all[a[0]].date < all[b[0]].date; });
  auto place = static_cast<std::size_t>(wanted.place);
  if (wanted.place < 1 || place > events.size()) return std::nullopt;
  return events[wanted.from_end ? events.size() - place : place - 1][0];
}

}  // namespace dossier::funds
