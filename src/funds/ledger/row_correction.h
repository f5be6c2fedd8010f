#pragma once

#include "base/result.h"
#include "funds/ledger/ledger.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

// Rows as people enter and correct them: what they may say, and what follows for the effects (docs/ledger.md).
namespace dossier::funds {

// What a row does, in the words of the trade. The amount's magnitude is meant, but calls and distributions may be
// negative: a reversal.
enum class RowEffect {
  call,                     // a contribution inside the commitment
  call_outside_commitment,  // paid in, but the commitment stays
  distribution,
  recallable_distribution,  // restores commitment
  recall,                   // an earlier distribution called again
  call_refund,              // too much was called and comes back: rebalance, equalisation, return of unused capital
  distribution_returned,    // the investor pays a distribution back: rebalance, clawback
  outside_capital,          // paid by the investor and no contribution: interest at a later closing
  commitment_released,      // nothing is paid, less may be called: released, or a right of recall lapsed
  no_effect                 // fee waiver, transfer, stock split
};
inline constexpr std::array<std::string_view, 10> kRowEffectNames = {
    "call",        "call_outside_commitment", "distribution",    "recallable_distribution", "recall",
    "call_refund", "distribution_returned",   "outside_capital", "commitment_released",     "no_effect"};
std::string_view name_of(RowEffect effect);
constexpr auto names_of(RowEffect) {
  return kRowEffectNames;
}
std::optional<RowEffect> row_effect(std::string_view name);

RowKind kind_of(RowEffect effect);
Effects effects_of(RowEffect effect, Money amount);

// What a person says about a row; what is absent stays as it is.
struct RowCorrection {
  std::optional<RowKind> kind = {};
  std::optional<RowEffect> effect = {};
  std::optional<Date> date = {};
  std::optional<DatePrecision> precision = {};
  std::optional<Money> amount = {};
  std::optional<bool> recallable = {};        // of a distribution
  std::optional<Date> recallable_until = {};  // of a recallable one: the last day of the right
  std::optional<std::string> type = {}, description = {}, number = {};
  std::optional<RowStatus> status = {};

  bool empty() const;
};

// `old` with the correction: same place, full confidence, effects that follow. Fails with invalid_argument, naming the
// field, when nothing would change, or when what the row does no longer follows and `effect` must be given.
Result<Transaction> corrected(const Transaction& old, const RowCorrection& correction);

// A row that stands in no document. Fails with invalid_argument, naming the field, when date, amount or meaning is
// missing.
Result<Transaction> entered_row(const RowCorrection& given);

}  // namespace dossier::funds
