#include "funds/ledger/row_numbers.h"

#include <algorithm>
#include <set>
#include <utility>

namespace dossier::funds {
namespace {

constexpr std::size_t kReferenceDigitsMax = 3;  // more are a year or an account

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

// Whether each of the events has a reference, and no two the same.
bool tell_apart(const Ledger& ledger, const std::vector<RowEvent>& events) {
  std::set<std::string> seen;
  return std::all_of(events.begin(), events.end(), [&](const RowEvent& event) {
    std::string reference = reference_number(ledger.transactions[event[0]]);
    return !reference.empty() && seen.insert(std::move(reference)).second;
  });
}

// Whether each number that is printed is the event's place among the others.
bool printed_in_order(const Ledger& ledger, const std::vector<RowEvent>& events) {
  for (std::size_t k = 0; k < events.size(); ++k) {
    for (const std::size_t row : events[k]) {
      const std::string& number = ledger.transactions[row].number;
      if (!number.empty() && number != std::to_string(k + 1)) return false;
    }
  }
  return true;
}

// Numbers the rows of one kind, all at once: each number follows from all the others.
void number_kind(const Ledger& ledger, RowKind kind, std::vector<std::string>& numbers) {
  const auto& all = ledger.transactions;
  std::vector<std::size_t> rows;
  bool printed = false;
  for (std::size_t k = 0; k < all.size(); ++k) {
    if (all[k].kind != kind) continue;
    numbers[k] = all[k].number;
    printed = printed || !all[k].number.empty();
    if (!takes_back(all[k])) rows.push_back(k);
  }
  const auto events = events_by_date(ledger, rows);
  // A notice prints its number and the statement before it none: they are counted where the two agree.
  if (printed && !printed_in_order(ledger, events)) return;
  const bool referenced = tell_apart(ledger, events);
  for (std::size_t k = 0; k < events.size(); ++k) {
    const std::string place = std::to_string(k + 1);
    for (const std::size_t row : events[k]) {
      if (!numbers[row].empty()) continue;
      std::string reference = reference_number(all[row]);
      if (reference.empty() || reference == place) {
        numbers[row] = place;
      } else if (referenced) {
        numbers[row] = std::move(reference);
      }
    }
  }
}

}  // namespace

bool takes_back(const Transaction& row) {
  return row.kind != RowKind::adjustment && row.amount.negative();
}

std::vector<RowEvent> events_by_date(const Ledger& ledger, const std::vector<std::size_t>& rows) {
  auto events = events_of(ledger, rows);
  std::stable_sort(events.begin(), events.end(), [&](const RowEvent& a, const RowEvent& b) {
    return ledger.transactions[a[0]].date < ledger.transactions[b[0]].date;
  });
  return events;
}

std::vector<std::string> numbers_of_rows(const Ledger& ledger) {
  std::vector<std::string> numbers(ledger.transactions.size());
  for (const RowKind kind : {RowKind::capital_call, RowKind::distribution, RowKind::adjustment})
    number_kind(ledger, kind, numbers);
  return numbers;
}

}  // namespace dossier::funds
