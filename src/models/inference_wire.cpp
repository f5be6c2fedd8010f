#include "models/inference_wire.h"

#include "base/json_writer.h"
#include "base/limits.h"
#include "models/json_reading.h"

#include <algorithm>
#include <string_view>

namespace dossier::models {
namespace {

std::string_view model_for(TextUse use) {
  switch (use) {
    case TextUse::check: return "bns_check";
    case TextUse::narrative: return "fir_summariser";
    case TextUse::summary:
    case TextUse::answer: return "summariser";
  }
  return "summariser";
}

// The turns between the marks those models were made with. What is data holds no such mark: it stands between marks of
// our own, without angle brackets (phrasing/prompt.h).
std::string prompt_of(const TextRequest& request) {
  std::string prompt;
  Speaker last = Speaker::assistant;
  for (const Said& said : request.messages) {
    const bool model = said.speaker == Speaker::assistant;
    if (model) prompt += "<|assistant|>\n";
    if (!model && last == Speaker::assistant) prompt += "<|user|>\n";
    prompt += said.text + "\n";
    last = said.speaker;
  }
  return prompt + "<|assistant|>\n";
}

}  // namespace

std::string inference_body(const TextRequest& request, const std::string& model) {
  const bool check = request.use == TextUse::check;
  JsonWriter body;
  body.begin_object().member("model_name", model.empty() ? model_for(request.use) : std::string_view(model));
  body.member("prompt", prompt_of(request));
  body.member("max_tokens", check ? std::min(request.tokens_max, limits::kCheckTokensMax) : request.tokens_max);
  body.member("temperature", request.temperature).key("stop");
  if (check || !request.stop.empty()) {
    body.begin_array();
    for (const std::string& stop : request.stop) body.value(stop);
    if (check) body.value("\n");
    body.end_array();
  } else {
    body.null();
  }
  return body.end_object().take();
}

Result<WrittenText> read_inference_answer(const std::string& body, const TextRequest& request) {
  TRY(const json::value parsed, parse_object(body));
  std::string text = valid_utf8(text_in(parsed.get_object(), "result"));
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return Error{ErrorCode::not_found, "the text is empty"};
  text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
  if (request.schema && !is_json(text)) return Error{ErrorCode::unavailable, "the text is not the JSON asked for"};
  // This form does not tell that the token limit ended a text: one that ends in the middle of a sentence was cut.
  const bool ended =
      std::string_view(".!?\")]").find(text.back()) != std::string_view::npos || text.ends_with("\u0964");
  return WrittenText{.text = std::move(text), .cut = request.use != TextUse::check && !ended};
}

}  // namespace dossier::models
