#pragma once

#include "models/text_model.h"

#include <string>

// The older wire form of text models: POST /inference {model_name, prompt, max_tokens, temperature, stop} -> {result}.
// One model for each use, no streaming, no schema.
namespace dossier::models {

// `model` stands in the place of the model of its use when it is not empty. A check is one word there: its model was
// made for YES and NO.
std::string inference_body(const TextRequest& request, const std::string& model);

Result<WrittenText> read_inference_answer(const std::string& body, const TextRequest& request);

}  // namespace dossier::models
