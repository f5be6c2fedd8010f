#pragma once

#include "base/result.h"
#include "reading/page.h"
#include "store/value.h"

namespace dossier::documents {

// A page as it is kept: the bytes of extract/page_codec.h, deflated (a quarter of their size), with their length before
// them.
store::Blob pack_page(const reading::Page& page);

// `unreadable` when the bytes are none that pack_page made.
Result<reading::Page> unpack_page(const store::Blob& blob);

}  // namespace dossier::documents
