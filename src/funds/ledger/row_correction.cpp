#include "funds/ledger/row_correction.h"

#include "funds/ledger/effects.h"

#include <algorithm>

namespace dossier::funds {
namespace {

Error wrong(std::string message, std::string field) {
  return {ErrorCode::invalid_argument, std::move(message), std::move(field)};
}

Error effect_needed() {
  return wrong("what this row does no longer follows from it; say so with effect, for example call_refund", "effect");
}

// An adjustment whose effects are all its amount, or nothing, keeps its meaning under another amount.
std::optional<Effects> rescaled(const Effects& old, Money amount, Money other) {
  Effects made;
  for (Money Effects::*part :
       {&Effects::lp_cash, &Effects::paid_in, &Effects::distribution, &Effects::unfunded, &Effects::non_cash}) {
    if ((old.*part).zero()) continue;
    if ((old.*part).abs() != amount.abs()) return std::nullopt;
    made.*part = old.*part == amount ? other : -other;
  }
  return made;
}

Result<Effects> effects_after(const Transaction& old, const Transaction& made, const RowCorrection& correction) {
  if (correction.effect) return effects_of(*correction.effect, made.amount);
  const bool same_kind = made.kind == old.kind;
  const bool untouched = same_kind && made.amount == old.amount &&
                         (made.kind != RowKind::distribution || made.recallable == old.recallable);
  if (untouched) return old.effects;
  if (same_kind && !old.effects.non_cash.zero()) return effect_needed();
  switch (made.kind) {
    case RowKind::capital_call: {
      const bool outside = old.kind == RowKind::capital_call && old.effects.unfunded.zero() && !old.amount.zero();
      return effects_of_call(made.amount, !outside);
    }
    case RowKind::distribution: return effects_of_distribution(made.amount, made.recallable.value_or(false));
    case RowKind::adjustment: break;
  }
  if (!same_kind || old.amount.zero()) return effect_needed();
  const auto effects = rescaled(old.effects, old.amount, made.amount);
  return effects ? Result<Effects>(*effects) : effect_needed();
}

void take(Transaction& row, const RowCorrection& c) {
  if (c.amount && *c.amount != row.amount) row.printed.clear();  // what the document prints is another amount
  if (c.date && *c.date != row.date) row.date_printed.clear();
  if (c.kind) row.kind = *c.kind;
  if (c.effect) row.kind = kind_of(*c.effect);
  if (c.date) row.date = *c.date;
  if (c.date || c.precision) row.precision = c.precision.value_or(DatePrecision::day);
  if (c.amount) row.amount = *c.amount;
  if (c.recallable) row.recallable = c.recallable;
  if (c.effect == RowEffect::recallable_distribution) row.recallable = true;
  if (c.effect == RowEffect::distribution) row.recallable = false;
  if (c.recallable_until) {
    row.recallable = true;
    row.recallable_until = c.recallable_until;
  }
  if (row.kind != RowKind::distribution || row.recallable == false) row.recallable_until.reset();
  if (c.type) row.type = *c.type;
  if (c.description) row.description = *c.description;
  if (c.number) row.number = *c.number;
  if (c.status) row.status = *c.status;
  row.confidence = 1;
}

bool says_the_same(const Transaction& a, const Transaction& b) {
  return a.kind == b.kind && a.date == b.date && a.precision == b.precision && a.type == b.type &&
         a.amount == b.amount && a.effects == b.effects && a.recallable == b.recallable &&
         a.recallable_until == b.recallable_until && a.description == b.description && a.number == b.number &&
         a.status == b.status;
}

// The kind and the effect may both be given, but must not contradict each other.
Result<void> require_agreement(const RowCorrection& c) {
  if (c.kind && c.effect && kind_of(*c.effect) != *c.kind) {
    return wrong("a row of kind " + std::string(name_of(*c.kind)) + " cannot have this effect", "effect");
  }
  if (c.effect && c.recallable && *c.recallable != (*c.effect == RowEffect::recallable_distribution)) {
    return wrong("recallable and effect contradict each other; give one of them", "recallable");
  }
  if (c.recallable == false && c.recallable_until)
    return wrong("what is not recallable has no day until which it is", "recallable_until");
  return {};
}

// Only a distribution that may be called again has a last day for it, and not one before it was paid.
Result<void> require_right(const Transaction& row, const RowCorrection& c) {
  if (!c.recallable_until) return {};
  if (row.recallable_until != c.recallable_until)
    return wrong("only a recallable distribution has a day until which it may be recalled", "recallable_until");
  if (*c.recallable_until < row.date)
    return wrong("the right of recall cannot end before the distribution", "recallable_until");
  return {};
}

}  // namespace

std::string_view name_of(RowEffect effect) {
  return kRowEffectNames[static_cast<std::size_t>(effect)];
}

std::optional<RowEffect> row_effect(std::string_view name) {
  const auto at = std::find(kRowEffectNames.begin(), kRowEffectNames.end(), name);
  if (at == kRowEffectNames.end()) return std::nullopt;
  return static_cast<RowEffect>(at - kRowEffectNames.begin());
}

RowKind kind_of(RowEffect effect) {
  switch (effect) {
    case RowEffect::call:
    case RowEffect::call_outside_commitment: return RowKind::capital_call;
    case RowEffect::distribution:
    case RowEffect::recallable_distribution: return RowKind::distribution;
    default: return RowKind::adjustment;
  }
}

Effects effects_of(RowEffect effect, Money amount) {
  const Money magnitude = amount.abs();
  switch (effect) {
    case RowEffect::call: return effects_of_call(amount, true);
    case RowEffect::call_outside_commitment: return effects_of_call(amount, false);
    case RowEffect::distribution: return effects_of_distribution(amount, false);
    case RowEffect::recallable_distribution: return effects_of_distribution(amount, true);
    case RowEffect::recall: return effects_of_call(magnitude, true);
    case RowEffect::call_refund: return effects_of_call(-magnitude, true);
    case RowEffect::distribution_returned: return effects_of_distribution(-magnitude, false);
    case RowEffect::outside_capital: return {.lp_cash = -magnitude, .non_cash = magnitude};
    case RowEffect::commitment_released: return {.unfunded = -magnitude};
    case RowEffect::no_effect: return {};
  }
  return {};
}

bool RowCorrection::empty() const {
  return !kind && !effect && !date && !precision && !amount && !recallable && !recallable_until && !type &&
         !description && !number && !status;
}

Result<Transaction> corrected(const Transaction& old, const RowCorrection& correction) {
  if (correction.empty()) return wrong("say what to change: at least one field besides the reason", "amount");
  TRY_DO(require_agreement(correction));
  Transaction made = old;
  take(made, correction);
  TRY_DO(require_right(made, correction));
  TRY(made.effects, effects_after(old, made, correction));
  if (says_the_same(old, made)) return wrong("the row says this already; nothing would change", "amount");
  return made;
}

Result<Transaction> entered_row(const RowCorrection& given) {
  if (!given.date) return wrong("a row needs its date", "date");
  if (!given.amount) return wrong("a row needs its amount", "amount");
  if (!given.kind && !given.effect) return wrong("say what it is: kind, or effect", "kind");
  if (given.kind == RowKind::adjustment && !given.effect) {
    return wrong("an adjustment needs its effect, for example call_refund", "effect");
  }
  TRY_DO(require_agreement(given));
  Transaction made{.kind = RowKind::capital_call, .date = *given.date};
  take(made, given);
  TRY_DO(require_right(made, given));
  const bool restores = made.recallable.value_or(false);
  if (given.effect) {
    made.effects = effects_of(*given.effect, made.amount);
  } else if (made.kind == RowKind::capital_call) {
    made.effects = effects_of_call(made.amount, true);
  } else {
    made.effects = effects_of_distribution(made.amount, restores);
  }
  return made;
}

}  // namespace dossier::funds
