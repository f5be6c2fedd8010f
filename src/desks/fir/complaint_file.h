#pragma once

#include "desks/fir/original_format.h"

#include <iosfwd>
#include <string>

namespace dossier::desks::fir {

// The complaint in `file`, or on `standard_input` when the file is "-". Fails with not_found, unreadable, or too_large
// beyond limits::kComplaintBytesMax.
Result<std::string> read_complaint(const std::string& file, std::istream* standard_input);

// What the bytes of a file tell it to be; nothing: a text. Fails with not_found, or with unreadable also where its name
// says that it is a recording or a picture and its bytes do not.
Result<std::optional<OriginalFormat>> format_found_in(const std::string& file);

// The bytes of a recording or a picture. Fails with not_found, unreadable, or too_large beyond
// limits::kRecordingBytesMax.
Result<std::string> read_original(const std::string& file);

}  // namespace dossier::desks::fir
