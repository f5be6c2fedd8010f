#pragma once

#include "models/fleet.h"

#include <string>
#include <vector>

namespace dossier::models {

// Of length 1, so that the scalar product of two is their likeness.
using Vector = std::vector<float>;

// Turns texts into vectors. Thread-safe.
class Embedder {
 public:
  virtual ~Embedder() = default;

  // One vector per text, in the order of the texts, all of one dimension. Longer texts than
  // limits::kEmbeddingTextBytesMax and more than limits::kEmbeddingTextsMax fail with too_large; else as
  // TextModel::write.
  virtual async::Task<Result<std::vector<Vector>>> embed(Context context, std::vector<std::string> texts) = 0;
};

// Whether embed() may be called with them.
Result<void> check_texts(const std::vector<std::string>& texts);

// An Embedder behind POST {url}/embeddings, as TEI, llama-server, vLLM, Ollama and OpenAI speak it. Texts are sent in
// batches of limits::kEmbeddingBatchMax, one after the other: whoever has many leaves room for others at the gate.
class EmbeddingClient final : public Embedder {
 public:
  explicit EmbeddingClient(Fleet& fleet) : fleet_(fleet) {}  // outlives it

  async::Task<Result<std::vector<Vector>>> embed(Context context, std::vector<std::string> texts) override;

 private:
  async::Task<Result<std::vector<Vector>>> embed_batch(Context context, std::vector<std::string> texts);

  Fleet& fleet_;
};

}  // namespace dossier::models
