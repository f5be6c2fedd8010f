#pragma once

#include "funds/ledger/ledger.h"

namespace dossier::funds {

// What a call or a distribution of `amount` (house sign) does to the account (docs/ledger.md, "Effects").
Effects effects_of_call(Money amount, bool inside_commitment);
Effects effects_of_distribution(Money amount, bool restores_commitment);

}  // namespace dossier::funds
