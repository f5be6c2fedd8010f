#pragma once

#include "base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace dossier::models {

// A boundary that 25 MiB of sound or picture will not hold by accident.
std::string new_boundary();

// The body of a multipart form: fields, then one file, whose bytes are not copied.
class FormBody {
 public:
  explicit FormBody(std::string boundary) : boundary_(std::move(boundary)) {}

  void field(std::string_view name, std::string_view value);
  // The beginning of the last part: the file's bytes follow what take() gives, and tail() follows them. What could end
  // the quotes or the line it stands in is taken out of the file's name.
  void file(std::string_view name, const std::string& file_name, std::string_view type);
  std::string take() { return std::move(body_); }
  std::string tail() const { return "\r\n--" + boundary_ + "--\r\n"; }

 private:
  const std::string boundary_;
  std::string body_;
};

// The bytes of a recording or a picture, shared by all attempts to send them. Fails with too_large beyond
// limits::kRecordingBytesMax.
Result<std::shared_ptr<const std::string>> file_to_send(std::string bytes);

// What an answer says of the file.
struct FormAnswer {
  std::string text;     // trimmed; may be empty
  std::string refusal;  // why the file could not be read, in a sentence; empty: it was
};

// The answer of the older form, {success, <name>, error}, which tells with status 200 that it could not read the file.
// That is the file's fault, not the server's: only an answer of another shape is an error.
Result<FormAnswer> read_older_answer(const std::string& body, std::string_view name);

// Without blanks at its ends.
std::string trimmed(const std::string& text);

}  // namespace dossier::models
