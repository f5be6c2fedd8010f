#pragma once

#include "desks/fir/transcriber.h"
#include "server/config.h"

namespace dossier::server {

// Has one recording or picture written down by the model servers of the configuration, on this thread: for commands.
// Fails as Transcriber::write, or with what the setting of the server says wrongly.
Result<desks::fir::Transcribed> transcribe_here(const Config& config, fir::Original original, std::string bytes);

}  // namespace dossier::server
