#include "funds/ledger/unprinted_notices.h"

#include "funds/ledger/merge.h"
#include "funds/ledger/phrasing.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

bool prints_kind(const Ledger& document, RowKind kind) {
  return std::any_of(document.transactions.begin(), document.transactions.end(),
                     [&](const Transaction& t) { return t.status == RowStatus::settled && t.kind == kind; });
}

bool reaches_back_to(const Ledger& document, Date day) {
  return std::any_of(document.transactions.begin(), document.transactions.end(),
                     [&](const Transaction& t) { return t.status == RowStatus::settled && t.date <= day; });
}

// Whether the rows come to the total since inception, so that no earlier one is missing.
bool prints_all(const Ledger& document, RowKind kind) {
  const auto& total =
      kind == RowKind::capital_call ? document.reported.total_calls : document.reported.total_distributions;
  if (!total || kind == RowKind::adjustment) return false;
  Money sum;
  for (const Transaction& t : document.transactions) {
    if (t.kind == kind && t.status == RowStatus::settled) sum += t.amount;
  }
  return sum == total->value;
}

bool covers(const Ledger& document, const Transaction& announced) {
  return document.as_of && *document.as_of - announced.date >= kNoticeDaysApart &&
         prints_kind(document, announced.kind) &&
         (reaches_back_to(document, announced.date) || prints_all(document, announced.kind));
}

}  // namespace

void note_unprinted(std::vector<Transaction>& rows, std::span<const Ledger* const> documents) {
  for (Transaction& row : rows) {
    row.unprinted_on.reset();
    if (row.status != RowStatus::noticed) continue;
    for (const Ledger* document : documents) {
      if (covers(*document, row))
        row.unprinted_on = std::min(row.unprinted_on.value_or(*document->as_of), *document->as_of);
    }
  }
}

std::vector<Flag> unprinted_flags(const Ledger& merged) {
  std::vector<Flag> flags;
  for (const Transaction& row : merged.transactions) {
    if (!row.unprinted_on) continue;
    flags.push_back({FlagCode::notice_unprinted,
                     fmt::format("the {} of {} announced for {} stands in no statement, though that of {} covers the "
                                 "day; it counts until it is corrected or removed",
                                 title_of(row.kind), money_text(row.amount, merged.currency), date_text(row.date),
                                 date_text(*row.unprinted_on)),
                     row.place});
  }
  return flags;
}

}  // namespace dossier::funds
