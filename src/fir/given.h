#pragma once

#include "base/result.h"
#include "fir/facts.h"

namespace dossier::fir {

// The day of the report: the given `report_date`, else `otherwise`. Fails when the given one is no date.
Result<std::optional<Date>> day_of_report(const GivenFields& given, std::optional<Date> otherwise);

// Puts what the person at the desk gave in the place of what was read. Fails with invalid_argument and the field.
Result<void> apply_given(const GivenFields& given, Facts& facts);

// Whether apply_given would take the value. Fails as it does, with the bare field.
Result<void> check_given(const std::string& field, const std::string& text);

}  // namespace dossier::fir
