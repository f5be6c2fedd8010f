#include "funds/ledger/effects.h"

namespace dossier::funds {

Effects effects_of_call(Money amount, bool inside_commitment) {
  return {.lp_cash = -amount,
          .paid_in = amount,
          .distribution = {},
          .unfunded = inside_commitment ? -amount : Money{},
          .non_cash = {}};
}

Effects effects_of_distribution(Money amount, bool restores_commitment) {
  return {.lp_cash = amount,
          .paid_in = {},
          .distribution = amount,
          .unfunded = restores_commitment ? amount : Money{},
          .non_cash = {}};
}

}  // namespace dossier::funds
