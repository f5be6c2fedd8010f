#pragma once

#include "models/fleet.h"
#include "models/text_model.h"

namespace dossier::models {

// A TextModel behind POST {url}/chat/completions, as llama-server, vLLM, Ollama, Groq and OpenAI speak it, or behind
// POST {url}/inference where the endpoint is of the older form.
class ChatClient final : public TextModel {
 public:
  explicit ChatClient(Fleet& fleet) : fleet_(fleet) {}  // outlives it

  async::Task<Result<WrittenText>> write(Context context, TextRequest request) override;
  async::Task<Result<WrittenText>> stream(Context context, TextRequest request, OnText on_text) override;

 private:
  Fleet& fleet_;
};

}  // namespace dossier::models
