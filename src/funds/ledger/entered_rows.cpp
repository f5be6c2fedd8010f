#include "funds/ledger/entered_rows.h"

#include "funds/ledger/merge.h"

#include <algorithm>
#include <set>
#include <utility>

namespace dossier::funds {
namespace {

// The most rows of one event that any of the documents holds.
std::size_t most_equal(std::span<const Ledger* const> documents, const Transaction& row) {
  std::size_t most = 0;
  for (const Ledger* document : documents) {
    const auto equal = std::count_if(document->transactions.begin(), document->transactions.end(),
                                     [&](const Transaction& t) { return same_event(t, row); });
    most = std::max(most, static_cast<std::size_t>(equal));
  }
  return most;
}

void confirm(Transaction& in_document, const Transaction& entered) {
  const bool notice_settled = entered.status == RowStatus::noticed && in_document.status == RowStatus::settled;
  if (notice_settled) return;
  Place place = std::move(in_document.place);
  in_document = entered;
  in_document.place = std::move(place);
}

}  // namespace

void add_entered_rows(Ledger& merged, std::span<const Ledger* const> documents, std::span<const EnteredRow> entered) {
  std::vector<Transaction>& rows = merged.transactions;
  std::set<std::size_t> taken;  // rows of documents that confirm one already
  for (std::size_t k = 0; k < entered.size(); ++k) {
    const Transaction& row = entered[k].row;
    const auto [before, after] =
        std::pair(documents.first(entered[k].documents_before), documents.subspan(entered[k].documents_before));
    const auto equal_before =
        static_cast<std::size_t>(std::count_if(entered.begin(), entered.begin() + static_cast<std::ptrdiff_t>(k),
                                               [&](const EnteredRow& other) { return same_event(other.row, row); }));
    std::size_t at = rows.size();
    if (most_equal(after, row) > most_equal(before, row) + equal_before) {
      for (at = 0; at < rows.size() && (taken.contains(at) || !same_event(rows[at], row));) ++at;
    }
    if (at == rows.size()) {
      rows.push_back(row);
    } else {
      confirm(rows[at], row);
    }
    taken.insert(at);
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Transaction& a, const Transaction& b) { return a.date < b.date; });
}

}  // namespace dossier::funds
