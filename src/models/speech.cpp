#include "models/speech.h"

#include "base/json_writer.h"
#include "models/form_body.h"
#include "models/json_reading.h"

namespace dossier::models {

using async::Task;

namespace {

std::string_view type_of(std::string_view file_name) {
  if (file_name.ends_with(".mp3")) return "audio/mpeg";
  if (file_name.ends_with(".m4a")) return "audio/mp4";
  if (file_name.ends_with(".ogg")) return "audio/ogg";
  if (file_name.ends_with(".webm")) return "audio/webm";
  return "audio/wav";
}

void add_parts(FormBody& form, const Recording& recording, const EndpointOptions& endpoint) {
  if (endpoint.wire == Wire::older)  // which knows a recording by the type of its part
    return form.file("audio", recording.file_name, type_of(recording.file_name));
  form.field("model", endpoint.model);
  form.field("response_format", "json");
  if (!recording.language.empty()) form.field("language", recording.language);
  form.file("file", recording.file_name, "application/octet-stream");
}

Result<FormAnswer> read_transcript(const std::string& body, Wire wire) {
  if (wire == Wire::older) return read_older_answer(body, "transcript");
  TRY(const json::value parsed, parse_object(body));
  if (!parsed.get_object().contains("text")) return Error{ErrorCode::unavailable, "it has no text"};
  return FormAnswer{trimmed(valid_utf8(text_in(parsed.get_object(), "text"))), {}};
}

}  // namespace

Task<Result<Transcript>> TranscriptionClient::transcribe(Context context, Recording recording) {
  CO_TRY(const auto bytes, file_to_send(std::move(recording.bytes)));
  FormAnswer answered;
  Transcript transcript;
  Fleet::MakeCall make = [&](const EndpointOptions& endpoint) {
    const std::string boundary = new_boundary();
    FormBody form(boundary);
    add_parts(form, recording, endpoint);
    Call call{.path = endpoint.wire == Wire::older ? "/asr" : "/audio/transcriptions",
              .content_type = "multipart/form-data; boundary=" + boundary,
              .body = form.take(),
              .file = bytes,
              .tail = form.tail(),
              .trace_id = context.trace_id,
              .answer_bytes_max = limits::kModelTextBytesMax};
    call.read = [&](const HttpAnswer& answer) -> Result<void> {
      TRY(answered, read_transcript(answer.body, endpoint.wire));
      transcript.writer = endpoint.name;
      return {};
    };
    return call;
  };
  Task<Result<HttpAnswer>> calling = fleet_.call(std::move(make), context.deadline);
  CO_TRY_DO(co_await std::move(calling));
  // Silence, or a file that cannot be played, is the recording's fault, not the server's: it is not tried again, and
  // opens no breaker.
  if (!answered.refusal.empty()) co_return Error{ErrorCode::unreadable, std::move(answered.refusal)};
  transcript.text = std::move(answered.text);
  if (transcript.text.empty()) co_return Error{ErrorCode::unreadable, "no words were heard in the recording"};
  co_return transcript;
}

}  // namespace dossier::models
