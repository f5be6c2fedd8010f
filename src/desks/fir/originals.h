#pragma once

#include "desks/fir/cases.h"
#include "net/incoming.h"

namespace dossier::desks::fir {

// Files as which complaints come in: recordings and pictures.

// What a file of that name is, by its extension; nothing: neither a recording nor a picture.
std::optional<dossier::fir::Original> original_named(const std::string& name);
// Whether the old interface takes the file as that kind, in its order: the extension of its name, the type its sender
// says it has (both unsupported), its size (too_large, or invalid_argument when it is empty). Gives how it is kept; the
// digest comes with keeping it.
Result<dossier::fir::Original> check_typed_file(const net::UploadedFile& file, dossier::fir::OriginalKind kind);
// The same by the extension alone, which also tells the kind: many senders know no type.
Result<dossier::fir::Original> check_named_file(const net::UploadedFile& file);

// Takes the file over: when this has returned it survives a power cut, and a transaction may open its case.
async::Task<Result<NewOriginal>> keep_original(Services& services, Context context, dossier::fir::Original original,
                                               std::filesystem::path file);

}  // namespace dossier::desks::fir
