#include "server/transcribe_here.h"

#include "server/run_on_loop.h"
#include "server/wiring.h"

namespace dossier::server {

using desks::fir::Transcribed;
using desks::fir::Transcriber;

Result<Transcribed> transcribe_here(const Config& config, fir::Original original, std::string bytes) {
  Log log({.descriptor = -1}, system_clock());  // what is wrong is told as the command's error
  Metrics metrics;
  models::Models models(models_options(config), {log, metrics, system_clock()});
  const bool speech = original.kind == fir::OriginalKind::recording;
  const bool served = speech ? models.speech() != nullptr : models.image() != nullptr;
  for (const Error& fault : models.faults()) {
    if (!served && fault.where.find(speech ? "speech" : "image") != std::string::npos) return fault;
  }
  Transcriber transcriber(transcriber_options(config), {models.speech(), models.image(), metrics, system_clock()});
  return run_here(transcriber.write({}, std::move(original), std::move(bytes)));
}

}  // namespace dossier::server
