#pragma once

#include "fir/case.h"

namespace dossier::fir {

// Who the victim of a sensitive case is may not be made known (BNS 72, POCSO 23, JJ Act 74). These two guard short
// texts that many read; the form has its own masking (form_masking.h).

// `text` with every word of a protected name replaced. As it is when the case is not sensitive.
std::string redacted(const Case& state, std::string_view text);

// Whether the first word of a protected name stands in the text of a sensitive case.
bool names_protected(const Case& state, std::string_view text);

}  // namespace dossier::fir
