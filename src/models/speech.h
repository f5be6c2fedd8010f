#pragma once

#include "models/fleet.h"

#include <string>

namespace dossier::models {

struct Recording {
  std::string bytes;
  std::string file_name;      // its extension tells the server the format: "complaint.wav"
  std::string language = {};  // ISO 639-1, empty: the server finds out
};

struct Transcript {
  std::string text;  // trimmed, never empty
  std::string writer;
};

// Writes down what is said in a recording. Thread-safe.
class Speech {
 public:
  virtual ~Speech() = default;

  // Fails with too_large beyond limits::kRecordingBytesMax, with unreadable where no words are heard; else as
  // TextModel::write.
  virtual async::Task<Result<Transcript>> transcribe(Context context, Recording recording) = 0;
};

// A Speech behind POST {url}/audio/transcriptions, as OpenAI, Groq and vLLM speak it, or behind POST {url}/asr where
// the endpoint is of the older form, which tells a failure with status 200. Both decode what they know of wav, mp3,
// m4a, ogg and webm.
class TranscriptionClient final : public Speech {
 public:
  explicit TranscriptionClient(Fleet& fleet) : fleet_(fleet) {}  // outlives it

  async::Task<Result<Transcript>> transcribe(Context context, Recording recording) override;

 private:
  Fleet& fleet_;
};

}  // namespace dossier::models
