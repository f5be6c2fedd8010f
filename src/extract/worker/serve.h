#pragma once

#include "extract/channel.h"

namespace dossier::extract::worker {

// Answers requests, one file at a time, until the other side hangs up. Every file ends with an `end` frame, unless it
// takes the process with it.
void serve(Channel channel);

}  // namespace dossier::extract::worker
