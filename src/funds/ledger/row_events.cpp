#include "funds/ledger/row_events.h"

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

constexpr double kSameLinePoints = 1.0;

bool stand_in_one_line(const Place& one, const Place& other) {
  bool placed = one.page > 0 && one.box.y1 > one.box.y0;
  return placed && one.file == other.file && one.page == other.page &&
         std::abs(one.box.y0 - other.box.y0) < kSameLinePoints;
}

}  // namespace

bool of_one_call(const Transaction& one, const Transaction& other) {
  return one.kind == RowKind::capital_call && other.kind == one.kind && one.date == other.date &&
         one.number == other.number && one.amount.negative() == other.amount.negative() &&
         stand_in_one_line(one.place, other.place);
}

std::vector<RowEvent> events_of(const Ledger& ledger, const std::vector<std::size_t>& rows) {
  std::vector<RowEvent> events;
  for (std::size_t row : rows) {
    const Transaction& one = ledger.transactions[row];
    bool goes_on = !events.empty() && of_one_call(ledger.transactions[events.back().back()], one);
    if (!goes_on) events.emplace_back();
    events.back().push_back(row);
  }
  return events;
}

Money amount_of(const Ledger& ledger, const RowEvent& event) {
  Money sum;
  for (std::size_t row : event) sum += ledger.transactions[row].amount;
  return sum;
}

}  // namespace dossier::funds
