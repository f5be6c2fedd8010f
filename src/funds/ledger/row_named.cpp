#include "funds/ledger/row_named.h"

#include "funds/ledger/row_events.h"

#include <algorithm>
#include <numeric>
#include <string>

namespace dossier::funds {
namespace {

constexpr std::size_t kReferenceDigitsMax = 3;  // more are a year or an account

// A reversal is no further call or distribution.
bool takes_back(const Transaction& row) {
  return row.kind != RowKind::adjustment && row.amount.negative();
}

// "8" of a description that opens with "HB3-08"; empty when it opens otherwise.
std::string reference_number(const Transaction& row) {
  std::string word = row.description.substr(0, row.description.find(' '));
  std::size_t dash = word.find_last_of('-');
  if (dash == std::string::npos || dash == 0 || word[0] < 'A' || word[0] > 'Z') return {};
  std::string digits = word.substr(dash + 1);
  if (digits.empty() || digits.size() > kReferenceDigitsMax) return {};
  if (digits.find_first_not_of("0123456789") != std::string::npos) return {};
  return digits.substr(std::min(digits.find_first_not_of('0'), digits.size() - 1));
}

// Whether each of the rows has a reference, and no two calls the same.
bool tell_apart(const Ledger& ledger, const std::vector<std::size_t>& rows) {
  std::vector<std::string> seen;
  for (const RowEvent& event : events_of(ledger, rows)) {
    std::string reference = reference_number(ledger.transactions[event[0]]);
    if (reference.empty() || std::find(seen.begin(), seen.end(), reference) != seen.end()) return false;
    seen.push_back(std::move(reference));
  }
  return true;
}

std::vector<RowEvent> events_by_date(const Ledger& ledger, const std::vector<std::size_t>& rows) {
  auto events = events_of(ledger, rows);
  std::stable_sort(events.begin(), events.end(), [&](const RowEvent& a, const RowEvent& b) {
    return ledger.transactions[a[0]].date < ledger.transactions[b[0]].date;
  });
  return events;
}

}  // namespace

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
    if (wanted.by_number && number_among_its_kind(ledger, row) == number) return row;
    if (!takes_back(all[row])) rows.push_back(row);
  }
  if (wanted.by_number) return std::nullopt;
  auto events = events_by_date(ledger, rows);
  auto place = static_cast<std::size_t>(wanted.place);
  if (wanted.place < 1 || place > events.size()) return std::nullopt;
  return events[wanted.from_end ? events.size() - place : place - 1][0];
}

std::string number_among_its_kind(const Ledger& ledger, std::size_t row) {
  const auto& all = ledger.transactions;
  if (!all[row].number.empty()) return all[row].number;
  std::vector<std::size_t> rows;
  for (std::size_t k = 0; k < all.size(); ++k) {
    if (all[k].kind != all[row].kind) continue;
    if (!all[k].number.empty()) return {};
    if (!takes_back(all[k])) rows.push_back(k);
  }
  if (takes_back(all[row])) return {};
  std::string reference = reference_number(all[row]);
  if (!reference.empty() && tell_apart(ledger, rows)) return reference;
  auto events = events_by_date(ledger, rows);
  auto own = std::find_if(events.begin(), events.end(), [&](const RowEvent& event) {
    return std::find(event.begin(), event.end(), row) != event.end();
  });
  std::string place = std::to_string(own - events.begin() + 1);
  return reference.empty() || reference == place ? place : std::string();
}

}  // namespace dossier::funds
