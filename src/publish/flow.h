#pragma once

#include "base/result.h"
#include "publish/pages.h"

#include <vector>

namespace dossier::publish {

// Breaks a sheet into pages. Fails with too_large beyond limits::kSheetPagesMax. The pages hold what they need; `sheet`
// and `typesetter` are not kept.
Result<std::vector<Page>> flow(const Sheet& sheet, const Typesetter& typesetter);

}  // namespace dossier::publish
