#pragma once

#include "base/result.h"
#include "publish/sheet.h"

#include <string>

namespace dossier::publish {

// The sheet as a PDF of A4 pages, fonts embedded, text that can be searched and copied. The same sheet gives the same
// bytes on the same machine: only installed fonts and library versions may change them. Fails with too_large beyond
// limits::kSheetTextBytesMax or limits::kSheetPagesMax, unavailable when no font is installed. Safe to call from
// several threads; some 10 to 30 ms for a form, so it belongs on the compute pool.
Result<std::string> write_pdf(const Sheet& sheet);

}  // namespace dossier::publish
