#pragma once

#include "async/pool.h"
#include "grounding/check.h"

#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::phrasing {

// Hands on a text while it is still being written, sentence by sentence, each once it has passed the check: nothing
// that was shown to a person has to be taken back as untrue. A sentence ends with its citation, as the prompts ask for
// it
// ("... [1]. "). After the first one that fails, or that the pool has no room for, no more is handed on; what becomes
// of the whole text is the writer's to say. Thread-safe.
class SentenceStream : public std::enable_shared_from_this<SentenceStream> {
 public:
  using Check = std::function<std::vector<grounding::Finding>(const std::string& text)>;
  // Called on the pool, in the order of the text.
  using OnSentence = std::function<void(const std::string& sentence)>;

  // The pool outlives it.
  static std::shared_ptr<SentenceStream> make(async::Pool& pool, Check check, OnSentence on_sentence) {
    return std::shared_ptr<SentenceStream>(new SentenceStream(pool, std::move(check), std::move(on_sentence)));
  }

  // A further piece of the text.
  void take(std::string_view piece);

 private:
  SentenceStream(async::Pool& pool, Check check, OnSentence on_sentence)
      : pool_(pool), check_(std::move(check)), on_sentence_(std::move(on_sentence)) {}

  void cut_sentences();  // with the lock held
  void work();           // on the pool

  async::Pool& pool_;
  const Check check_;
  const OnSentence on_sentence_;
  std::mutex mutex_;
  std::string begun_;                // what has not ended yet
  std::deque<std::string> waiting_;  // for the check
  bool working_ = false, closed_ = false;
};

}  // namespace dossier::phrasing
