#pragma once

#include <string>
#include <string_view>

namespace dossier::extract::worker {

// For a file whose end is missing, and with it the index and the way to its pages: an end to put behind its bytes, by
// which Poppler finds the pages that are still there. Empty when there are none to be found: their objects may be
// packed in compressed streams, or the file is encrypted.
std::string salvaged_end(std::string_view bytes);

// Whether the file stops before its end mark: it was cut short.
bool cut_short(std::string_view bytes);

}  // namespace dossier::extract::worker
