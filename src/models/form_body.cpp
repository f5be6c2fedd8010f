#include "models/form_body.h"

#include "base/json_writer.h"
#include "models/error_text.h"
#include "models/fleet.h"
#include "models/json_reading.h"
#include "models/limits.h"

#include <algorithm>
#include <cctype>

namespace dossier::models {
namespace {

std::string harmless(std::string name) {
  std::erase_if(name, [](unsigned char c) { return std::isalnum(c) == 0 && c != '.' && c != '-' && c != '_'; });
  return name.empty() ? "file" : name;
}

}  // namespace

// 26^32 of them are possible.
std::string new_boundary() {
  std::string boundary = "dossier-";
  for (int i = 0; i < 32; ++i) boundary += static_cast<char>('a' + static_cast<int>(random_chance() * 26));
  return boundary;
}

void FormBody::field(std::string_view name, std::string_view value) {
  body_ += "--" + boundary_ + "\r\nContent-Disposition: form-data; name=\"" + std::string(name) + "\"\r\n\r\n";
  body_ += value;
  body_ += "\r\n";
}

void FormBody::file(std::string_view name, const std::string& file_name, std::string_view type) {
  body_ += "--" + boundary_ + "\r\nContent-Disposition: form-data; name=\"" + std::string(name) + "\"; filename=\"" +
           harmless(file_name) + "\"\r\nContent-Type: " + std::string(type) + "\r\n\r\n";
}

Result<std::shared_ptr<const std::string>> file_to_send(std::string bytes) {
  if (bytes.size() > limits::kRecordingBytesMax)
    return Error{ErrorCode::too_large,
                 std::string("the file is larger than ") + limits::kRecordingBytesMaxWords + "; cut it into parts"};
  return std::make_shared<const std::string>(std::move(bytes));
}

Result<FormAnswer> read_older_answer(const std::string& body, std::string_view name) {
  TRY(const json::value parsed, parse_object(body));
  const json::object& object = parsed.get_object();
  const json::value* success = object.if_contains("success");
  if (success == nullptr || !success->is_bool())
    return Error{ErrorCode::unavailable, "it does not say whether it read the file"};
  if (!success->get_bool())
    return FormAnswer{{}, "the model server could not read the file: " + repeated(text_in(object, "error"))};
  return FormAnswer{trimmed(valid_utf8(text_in(object, name))), {}};
}

std::string trimmed(const std::string& text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

}  // namespace dossier::models
