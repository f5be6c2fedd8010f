#pragma once

#include "models/fleet.h"

#include <string>

namespace dossier::models {

struct Picture {
  std::string bytes;
  std::string file_name;  // its extension tells the format: "complaint.png", else it is taken for a JPEG
};

struct ReadPicture {
  std::string text;  // trimmed, never empty
  std::string writer;
};

// Reads what is written in a picture. Thread-safe.
class ImageReader {
 public:
  virtual ~ImageReader() = default;

  // Fails with too_large beyond limits::kRecordingBytesMax, the same bound those servers have for both, and with
  // unreadable where there are no words; else as TextModel::write.
  virtual async::Task<Result<ReadPicture>> read(Context context, Picture picture) = 0;
};

// An ImageReader behind POST {url}/ocr, the older form.
class OcrClient final : public ImageReader {
 public:
  explicit OcrClient(Fleet& fleet) : fleet_(fleet) {}  // outlives it

  async::Task<Result<ReadPicture>> read(Context context, Picture picture) override;

 private:
  Fleet& fleet_;
};

}  // namespace dossier::models
