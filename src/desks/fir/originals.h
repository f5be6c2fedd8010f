#pragma once

#include "desks/fir/cases.h"
#include "net/incoming.h"

namespace dossier::desks::fir {

// Files as which complaints come in: recordings and pictures. Both take the file over: when they have returned it
// survives a power cut, and a transaction may open its case. Both fail with too_large, with invalid_argument when the
// file is empty, and with over_capacity while too many wait for their transcript.

// What it is, its bytes tell (original_format.h), whatever its name; fails with unsupported where they do not.
async::Task<Result<NewOriginal>> take_file(Services& services, Context context, net::UploadedFile file);
// As the old interface takes it, as that kind, in its order: the extension of its name, the type its sender says it has
// (both unsupported), its size. Its clients may send what is none under such a name: their bytes only correct what the
// type says, and whoever is to write it down finds that it is none.
async::Task<Result<NewOriginal>> take_typed_file(Services& services, Context context, net::UploadedFile file,
                                                 dossier::fir::OriginalKind kind);

}  // namespace dossier::desks::fir
