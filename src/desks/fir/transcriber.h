#pragma once

#include "base/metrics.h"
#include "fir/case.h"
#include "models/image_reader.h"
#include "models/speech.h"

#include <chrono>
#include <string>

namespace dossier::desks::fir {

// What a model heard in a recording or read in a picture.
struct Transcribed {
  std::string text;  // not empty, within limits::kComplaintLettersMax, without control characters
  std::string note;  // who wrote it, and that it is to be compared with the original
};

// Has the file a complaint came in as written down by the model server for its kind. Thread-safe; what it refers to
// outlives it.
class Transcriber {
 public:
  struct Options {
    std::chrono::nanoseconds speech_time, picture_time;  // for one file, every attempt included
  };
  struct Parts {
    models::Speech* speech;      // null: none is configured
    models::ImageReader* image;  // null: none is configured
    Metrics& metrics;
    const Clock& clock;
  };
  Transcriber(Options options, Parts parts);

  // Ends within the time for its kind and by the context's deadline. Fails with unavailable where no server is
  // configured, else as Speech and ImageReader do; the message says what to do, and holds no word of the file.
  async::Task<Result<Transcribed>> write(Context context, dossier::fir::Original original, std::string bytes);

  // How long one waited for its turn.
  void note_wait(dossier::fir::OriginalKind kind, std::chrono::nanoseconds waited);

  std::chrono::nanoseconds time_for(dossier::fir::OriginalKind kind) const;
  std::chrono::nanoseconds longest_time() const { return std::max(options_.speech_time, options_.picture_time); }

 private:
  async::Task<Result<Transcribed>> ask(Context context, dossier::fir::Original original, std::string bytes);
  void note_end(dossier::fir::OriginalKind kind, SteadyTime began, const Result<Transcribed>& written);

  const Options options_;
  Parts parts_;
};

}  // namespace dossier::desks::fir
