#include "models/chat_wire.h"

#include "base/json_writer.h"
#include "models/json_reading.h"

namespace dossier::models {
namespace {

std::string_view name_of(Speaker speaker) {
  switch (speaker) {
    case Speaker::system: return "system";
    case Speaker::user: return "user";
    case Speaker::assistant: return "assistant";
  }
  return "user";
}

Error unusable(std::string what) {
  return {ErrorCode::unavailable, std::move(what)};
}

std::string trimmed(const std::string& text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

// What every text must be, however it came.
Result<WrittenText> checked(WrittenText written, const TextRequest& request) {
  written.text = valid_utf8(trimmed(written.text));
  if (written.text.empty()) return Error{ErrorCode::not_found, "the text is empty"};
  if (request.schema && !is_json(written.text)) {
    return unusable(written.cut ? "the JSON is cut off by the token limit" : "the text is not the JSON asked for");
  }
  return written;
}

void read_usage(const json::object& object, WrittenText& written) {
  if (const json::object* usage = object_in(object, "usage")) written.tokens = int_in(*usage, "completion_tokens");
}

}  // namespace

std::string chat_body(const TextRequest& request, const std::string& model, bool streamed) {
  JsonWriter body;
  body.begin_object().member("model", model).key("messages").begin_array();
  for (const Said& said : request.messages) {
    body.begin_object().member("role", name_of(said.speaker)).member("content", said.text).end_object();
  }
  body.end_array().member("temperature", request.temperature).member("max_tokens", request.tokens_max);
  if (!request.stop.empty()) {
    body.key("stop").begin_array();
    for (const std::string& stop : request.stop) body.value(stop);
    body.end_array();
  }
  if (request.schema) {
    body.key("response_format").begin_object().member("type", "json_schema").key("json_schema").begin_object();
    body.member("name", request.schema_name).member("strict", true).key("schema").raw(*request.schema);
    body.end_object().end_object();
  }
  if (streamed) body.member("stream", true);
  return body.end_object().take();
}

Result<WrittenText> read_chat_answer(const std::string& body, const TextRequest& request) {
  TRY(const json::value parsed, parse_object(body));
  const json::object* choice = first_object_in(parsed.get_object(), "choices");
  const json::object* message = choice == nullptr ? nullptr : object_in(*choice, "message");
  if (message == nullptr) return unusable("it has no choices[0].message");
  WrittenText written{.text = text_in(*message, "content"), .cut = text_in(*choice, "finish_reason") == "length"};
  read_usage(parsed.get_object(), written);
  return checked(std::move(written), request);
}

ChatStream::ChatStream(TextModel::OnText on_text)
    : on_text_(std::move(on_text)), reader_([this](std::string_view data) { take_chunk(data); }) {}

bool ChatStream::take(std::string_view piece) {
  if (!reader_.take(piece)) fault_ = "a line of the stream is too long";
  return fault_.empty();
}

void ChatStream::take_chunk(std::string_view data) {
  if (data == "[DONE]") finished_ = true;
  if (data == "[DONE]" || !fault_.empty()) return;
  const Result<json::value> parsed = parse_object(data);
  if (!parsed) {
    fault_ = "a chunk of the stream is not JSON";
    return;
  }
  const json::object& chunk = parsed->get_object();
  if (chunk.contains("error")) fault_ = "it reported an error in the middle of the stream";
  read_usage(chunk, written_);
  const json::object* choice = first_object_in(chunk, "choices");
  if (choice == nullptr) return;  // usage alone
  const std::string reason = text_in(*choice, "finish_reason");
  finished_ = finished_ || !reason.empty();
  written_.cut = written_.cut || reason == "length";
  const json::object* delta = object_in(*choice, "delta");
  const std::string text = delta == nullptr ? "" : text_in(*delta, "content");
  if (text.empty()) return;
  written_.text += text;
  if (on_text_) on_text_(text);
}

Result<WrittenText> ChatStream::end(const TextRequest& request) {
  reader_.end();
  if (!fault_.empty()) return unusable(fault_);
  if (!finished_) return unusable("the stream ended before the text did");
  return checked(std::move(written_), request);
}

}  // namespace dossier::models
