#include "models/image_reader.h"

#include "models/form_body.h"

namespace dossier::models {

using async::Task;

Task<Result<ReadPicture>> OcrClient::read(Context context, Picture picture) {
  CO_TRY(const auto bytes, file_to_send(std::move(picture.bytes)));
  FormAnswer answered;
  ReadPicture read;
  Fleet::MakeCall make = [&](const EndpointOptions& endpoint) {
    const std::string boundary = new_boundary();
    FormBody form(boundary);
    form.file("image", picture.file_name, picture.file_name.ends_with(".png") ? "image/png" : "image/jpeg");
    Call call{.path = "/ocr",
              .content_type = "multipart/form-data; boundary=" + boundary,
              .body = form.take(),
              .file = bytes,
              .tail = form.tail(),
              .trace_id = context.trace_id,
              .answer_bytes_max = limits::kModelTextBytesMax};
    call.read = [&](const HttpAnswer& answer) -> Result<void> {
      TRY(answered, read_older_answer(answer.body, "extracted_text"));
      read.writer = endpoint.name;
      return {};
    };
    return call;
  };
  Task<Result<HttpAnswer>> calling = fleet_.call(std::move(make), context.deadline);
  CO_TRY_DO(co_await std::move(calling));
  if (!answered.refusal.empty()) co_return Error{ErrorCode::unreadable, std::move(answered.refusal)};
  read.text = std::move(answered.text);
  if (read.text.empty()) co_return Error{ErrorCode::unreadable, "no words were found in the picture"};
  co_return read;
}

}  // namespace dossier::models
