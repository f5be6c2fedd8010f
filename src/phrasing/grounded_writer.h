#pragma once

#include "async/pool.h"
#include "base/log.h"
#include "base/metrics.h"
#include "models/text_model.h"
#include "phrasing/sentence_stream.h"

#include <memory>
#include <string>
#include <vector>

namespace dossier::phrasing {

// A text that passed its check, or the reason why there is none.
struct GroundedText {
  std::string text = {};
  std::string writer = {};  // the endpoint that wrote it
  bool repaired = false;    // the first try failed the check
  std::string failed = {};  // of reasons.h; empty: there is a text
};

// Lets a model write and gives its words only when the check finds nothing in them. What fails is written again once,
// with what was wrong. Thread-safe; no state of its own.
class GroundedWriter {
 public:
  // What they refer to outlives it.
  struct Parts {
    models::TextModel& model;
    async::Pool& compute;  // for the check: a millisecond or more for each source
    Log& log;
    Metrics& metrics;
  };
  // What the text says and may not say. Pure, owns all it uses; called on the compute pool.
  using Check = SentenceStream::Check;
  using OnSentence = SentenceStream::OnSentence;

  explicit GroundedWriter(Parts parts) : parts_(parts) {}

  // By the deadline of the context; never fails. Neither prompt nor text is logged. `on_sentence`, when given, is told
  // the sentences of the first try that pass as they are written; the text as a whole may still fail.
  async::Task<GroundedText> write(Context context, models::TextRequest request, Check check,
                                  OnSentence on_sentence = {}) const;
  // One try without a check, for what the caller reads and checks itself.
  async::Task<GroundedText> write_once(Context context, models::TextRequest request,
                                       std::shared_ptr<SentenceStream> sentences = nullptr) const;

 private:
  async::Task<Result<models::WrittenText>> ask(Context context, models::TextRequest request,
                                               const std::shared_ptr<SentenceStream>& sentences) const;
  void count(const std::vector<grounding::Finding>& findings) const;

  const Parts parts_;
};

}  // namespace dossier::phrasing
