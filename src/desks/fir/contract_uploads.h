#pragma once

#include "desks/fir/cases.h"
#include "net/router.h"

namespace dossier::desks::fir {

// POST /process with a recording (the part audio) or a picture (the part image): the file is kept, its case and session
// are opened, and the answer waits until the transcript is there. Where there is none in time the answer says so in
// that interface's form, and the case goes on waiting for one. The same file again, while its transcript is missing, is
// the same session and another try.
net::Task<Result<net::Response>> process_upload(Services& services, Context context, net::UploadedFile file,
                                                once::Repeatable request);

}  // namespace dossier::desks::fir
