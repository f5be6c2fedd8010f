#include "desks/funds/asking_shelf.h"

#include <algorithm>

namespace dossier::desks::funds {

std::size_t AskingBasis::rows() const {
  std::size_t rows = 0;
  for (const auto& fund : analysis.funds) rows += fund.ledger.transactions.size();
  for (const auto& document : analysis.documents) rows += document.passages.size() + document.portfolio_rows.size();
  return rows;
}

AskingShelf::Kept AskingShelf::find(Scope scope) {
  const std::lock_guard lock(mutex_);
  const auto at = place(scope);
  if (at == entries_.end()) return {};
  entries_.splice(entries_.begin(), entries_, at);
  return at->kept;
}

void AskingShelf::confirm(Scope scope, const AskingBasis* basis, std::int64_t sequence) {
  const std::lock_guard lock(mutex_);
  const auto at = place(scope);
  if (at == entries_.end() || at->kept.basis.get() != basis) return;
  at->kept.sequence = std::max(at->kept.sequence, sequence);
}

void AskingShelf::put(Scope scope, std::shared_ptr<const AskingBasis> basis, std::int64_t sequence) {
  const std::size_t rows = basis->rows();
  const std::lock_guard lock(mutex_);
  if (const auto at = place(scope); at != entries_.end()) {
    if (at->kept.sequence > sequence) return;  // a later one was quicker
    rows_ -= at->rows;
    entries_.erase(at);
  }
  if (rows > rows_max_) return;
  entries_.push_front({scope, {std::move(basis), sequence}, rows});
  rows_ += rows;
  shrink();
}

std::list<AskingShelf::Entry>::iterator AskingShelf::place(Scope scope) {
  return std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.scope == scope; });
}

void AskingShelf::shrink() {
  while (entries_.size() > scopes_max_ || rows_ > rows_max_) {
    rows_ -= entries_.back().rows;
    entries_.pop_back();
  }
}

}  // namespace dossier::desks::funds
