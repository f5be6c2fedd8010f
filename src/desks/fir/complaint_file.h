#pragma once

#include "base/result.h"

#include <iosfwd>
#include <string>

namespace dossier::desks::fir {

// The complaint in `file`, or on `standard_input` when the file is "-". Fails with not_found, unreadable, or too_large
// beyond limits::kComplaintBytesMax.
Result<std::string> read_complaint(const std::string& file, std::istream* standard_input);

// The bytes of a recording or a picture. Fails with not_found, unreadable, or too_large beyond
// limits::kRecordingBytesMax.
Result<std::string> read_original(const std::string& file);

}  // namespace dossier::desks::fir
