#include "models/chat_client.h"

#include "models/chat_wire.h"
#include "models/inference_wire.h"

namespace dossier::models {

using async::Task;

namespace {

// Every token of a stream is wrapped in some 200 bytes of JSON.
constexpr std::size_t kStreamBytesMax = 16 * limits::kModelTextBytesMax;

Result<void> check(const TextRequest& request) {
  std::size_t bytes = 0;
  for (const Said& said : request.messages) bytes += said.text.size();
  if (bytes <= limits::kPromptBytesMax) return {};
  return Error{ErrorCode::too_large, "the text for the model is longer than " +
                                         std::to_string(limits::kPromptBytesMax) + " bytes; give it less"};
}

Call call_for(const TextRequest& request, const EndpointOptions& endpoint, const std::string& trace_id, bool streamed) {
  if (endpoint.wire == Wire::older) {
    return {.path = "/inference",
            .body = inference_body(request, endpoint.model),
            .trace_id = trace_id,
            .answer_bytes_max = limits::kModelTextBytesMax};
  }
  return {.path = "/chat/completions",
          .body = chat_body(request, endpoint.model, streamed),
          .trace_id = trace_id,
          .answer_bytes_max = streamed ? kStreamBytesMax : limits::kModelTextBytesMax};
}

Result<WrittenText> read_answer(const std::string& body, const TextRequest& request, Wire wire) {
  return wire == Wire::older ? read_inference_answer(body, request) : read_chat_answer(body, request);
}

Result<void> keep(Result<WrittenText> read, const EndpointOptions& endpoint, WrittenText& written) {
  if (!read) return read.error();
  written = std::move(*read);
  written.writer = endpoint.name;
  return {};
}

Result<WrittenText> outcome(Attempt attempt, const TextRequest& request, WrittenText written) {
  if (attempt.ending == Ending::good) return written;
  if (request.on_failure) request.on_failure(attempt.ending);
  return std::move(attempt.answer).error();
}

}  // namespace

Task<Result<WrittenText>> ChatClient::write(Context context, TextRequest request) {
  CO_TRY_DO(check(request));
  WrittenText written;
  Fleet::MakeCall make = [&](const EndpointOptions& endpoint) {
    Call call = call_for(request, endpoint, context.trace_id, false);
    call.read = [&](const HttpAnswer& answer) {
      return keep(read_answer(answer.body, request, endpoint.wire), endpoint, written);
    };
    return call;
  };
  Task<Attempt> calling = fleet_.attempt(std::move(make), context.deadline);
  Attempt last = co_await std::move(calling);
  co_return outcome(std::move(last), request, std::move(written));
}

Task<Result<WrittenText>> ChatClient::stream(Context context, TextRequest request, OnText on_text) {
  CO_TRY_DO(check(request));
  WrittenText written;
  Fleet::MakeCall make = [&](const EndpointOptions& endpoint) {
    Call call = call_for(request, endpoint, context.trace_id, true);
    if (endpoint.wire == Wire::older) {  // whole, as one piece
      call.read = [&](const HttpAnswer& answer) -> Result<void> {
        TRY_DO(keep(read_answer(answer.body, request, endpoint.wire), endpoint, written));
        if (on_text) on_text(written.text);
        return {};
      };
      return call;
    }
    const auto stream = std::make_shared<ChatStream>(on_text);
    call.on_piece = [stream](std::string_view piece) { return stream->take(piece); };
    call.read = [&, stream](const HttpAnswer&) { return keep(stream->end(request), endpoint, written); };
    call.begun = [stream] { return stream->begun(); };
    return call;
  };
  Task<Attempt> calling = fleet_.attempt(std::move(make), context.deadline);
  Attempt last = co_await std::move(calling);
  co_return outcome(std::move(last), request, std::move(written));
}

}  // namespace dossier::models
