#pragma once

#include "async/timer.h"
#include "models/embedder.h"

namespace dossier::models {

// For tests: makes vectors of the size it is told, whose first number is the length of the text, after two
// milliseconds, and notes what it was asked for.
class CountingEmbedder final : public Embedder {
 public:
  async::Task<Result<std::vector<Vector>>> embed(Context, std::vector<std::string> texts) override {
    batches.push_back(texts.size());
    last = texts;
    async::Task<Result<void>> working = async::sleep_until(Deadline::after(std::chrono::milliseconds(2)));
    CO_TRY_DO(co_await std::move(working));
    size += grows;
    if (fails) co_return Error{ErrorCode::unavailable, "as ordered"};
    std::vector<Vector> vectors;
    for (const std::string& text : texts) {
      vectors.emplace_back(size, 0.F);
      vectors.back()[0] = static_cast<float>(text.size());
    }
    co_return vectors;
  }

  std::vector<std::size_t> batches;
  std::vector<std::string> last;
  std::size_t size = 4;
  std::size_t grows = 0;  // by how much with every call: each answer is of another model
  bool fails = false;
};

}  // namespace dossier::models
