#include "models/speech.h"

#include "base/json_writer.h"
#include "models/json_reading.h"

#include <algorithm>
#include <cctype>

namespace dossier::models {

using async::Task;

namespace {

// 25 MiB of sound will not hold these 32 letters by accident: 26^32 of them are possible.
std::string new_boundary() {
  std::string boundary = "dossier-";
  for (int i = 0; i < 32; ++i) boundary += static_cast<char>('a' + static_cast<int>(random_chance() * 26));
  return boundary;
}

// Only what cannot end the quotes or the line it stands in.
std::string harmless(std::string name) {
  std::erase_if(name, [](unsigned char c) { return std::isalnum(c) == 0 && c != '.' && c != '-' && c != '_'; });
  return name.empty() ? "recording.wav" : name;
}

std::string body_of(const Recording& recording, const std::string& model, const std::string& boundary) {
  std::string body;
  body.reserve(recording.bytes.size() + 1'000);
  const auto part = [&](const std::string& head, const std::string& content) {
    body += "--" + boundary + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n";
    body += content;
    body += "\r\n";
  };
  part("name=\"model\"", model);
  part("name=\"response_format\"", "json");
  if (!recording.language.empty()) part("name=\"language\"", recording.language);
  part("name=\"file\"; filename=\"" + harmless(recording.file_name) + "\"\r\nContent-Type: application/octet-stream",
       recording.bytes);
  return body + "--" + boundary + "--\r\n";
}

// The older form knows a recording by the type of its part.
std::string older_body_of(const Recording& recording, const std::string& boundary) {
  const bool mp3 = recording.file_name.ends_with(".mp3");
  return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"audio\"; filename=\"" +
         harmless(recording.file_name) + "\"\r\nContent-Type: " + (mp3 ? "audio/mpeg" : "audio/wav") + "\r\n\r\n" +
         recording.bytes + "\r\n--" + boundary + "--\r\n";
}

Result<std::string> read_transcript(const std::string& body, Wire wire) {
  TRY(const json::value parsed, parse_object(body));
  const json::object& object = parsed.get_object();
  if (wire == Wire::older) {
    const json::value* success = object.if_contains("success");
    if (success == nullptr || !success->is_bool() || !success->get_bool())
      return Error{ErrorCode::unavailable, "it could not transcribe: " + valid_utf8(text_in(object, "error"))};
  }
  std::string text = valid_utf8(text_in(object, wire == Wire::older ? "transcript" : "text"));
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return Error{ErrorCode::unavailable, "the transcript is empty"};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

Task<Result<Transcript>> TranscriptionClient::transcribe(Context context, Recording recording) {
  if (recording.bytes.size() > limits::kRecordingBytesMax)
    co_return Error{ErrorCode::too_large, "the recording is larger than 25 MiB; cut it into parts"};
  Transcript transcript;
  Fleet::MakeCall make = [&](const EndpointOptions& endpoint) {
    const std::string boundary = new_boundary();
    const bool older = endpoint.wire == Wire::older;
    Call call{.path = older ? "/asr" : "/audio/transcriptions",
              .content_type = "multipart/form-data; boundary=" + boundary,
              .body = older ? older_body_of(recording, boundary) : body_of(recording, endpoint.model, boundary),
              .trace_id = context.trace_id,
              .answer_bytes_max = limits::kModelTextBytesMax};
    call.read = [&](const HttpAnswer& answer) -> Result<void> {
      TRY(transcript.text, read_transcript(answer.body, endpoint.wire));
      transcript.writer = endpoint.name;
      return {};
    };
    return call;
  };
  Task<Result<HttpAnswer>> calling = fleet_.call(std::move(make), context.deadline);
  CO_TRY_DO(co_await std::move(calling));
  co_return transcript;
}

}  // namespace dossier::models
