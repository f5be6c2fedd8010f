#pragma once

#include "base/result.h"
#include "reading/page.h"

#include <string>
#include <string_view>

namespace dossier::extract {

// A page as bytes: how it travels from the worker, and how `documents` keeps it. Layout in docs/extract.md. Coordinates
// are whole hundredths of a point, to which the worker has already rounded them, so that nothing is lost.
std::string encode_page(const reading::Page& page);

// The bytes may be hostile (the worker reads hostile files): anything that is not a valid page, within the limits of
// base/limits.h and with valid UTF-8, is `unreadable`.
Result<reading::Page> decode_page(std::string_view bytes);

// Whether every byte belongs to well-formed UTF-8.
bool valid_utf8(std::string_view text);

}  // namespace dossier::extract
