#pragma once

#include "async/cache.h"
#include "async/cache_figures.h"
#include "async/pool.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/metrics.h"
#include "desks/funds/phraser_prompt.h"
#include "funds/questions/answer.h"
#include "phrasing/grounded_writer.h"

#include <optional>
#include <string>
#include <vector>

namespace dossier::desks::funds {

struct PhraserOptions {
  std::chrono::nanoseconds time = limits::kAnswerModelTime;  // for both tries together
  int tokens_max = limits::kAnswerTokensMax;
  bool figures = false;  // also answers computed from a ledger: they are there in milliseconds without
};

// How an answer came to be worded.
struct Phrasing {
  std::optional<std::string> text = {};  // the model's; nothing: the rule-made words stand
  bool degraded = false;                 // the rule-made words stand though a model should have phrased them
  std::string reason = {};               // why: "late: ...", "ungrounded: ..."
};

// Lets a model phrase an answer and gives its words back only when they say nothing that its sources do not say: what
// fails the check is written again once, with what was wrong with it. The sources of an answer that quotes passages are
// the passages; of one that was computed from a ledger they are the rules' own words, of whose figures and dates none
// may be missing. Words that passed are remembered for a while; the same question asked by many at once is phrased
// once. Used from all loops.
class Phraser {
 public:
  // What it refers to outlives it. The model is called from the executor's loop.
  struct Parts {
    models::TextModel& model;
    async::Executor executor;
    async::Pool& compute;  // for the check: a millisecond or more for each passage
    Log& log;
    Metrics& metrics;
    const Clock& clock;
  };
  using OnSentence = phrasing::GroundedWriter::OnSentence;

  Phraser(PhraserOptions options, Parts parts);

  // Whether a model is asked for words in the place of the rules'.
  bool takes(const dossier::funds::Answer& answer) const;
  // By the deadline, with time to spare for the caller to answer. Never fails. The sources that the text cites as [1],
  // [2] are those of the answer, in their order.
  // `on_sentence`, when given, is told on the compute pool the sentences that pass as they are written, by the caller
  // for whom the words are made; whoever joins or finds them remembered gets the whole, and so does who asked for
  // figures, of which a single sentence leaves some out.
  async::Task<Phrasing> phrase(Context context, std::string question, dossier::funds::Answer answer,
                               OnSentence on_sentence = {});
  async::CacheCounters counters() const { return remembered_.counters(); }
  // On the executor's loop, before it is destroyed: ends what is being phrased.
  async::Task<Result<void>> end(Deadline deadline) { return remembered_.end(deadline); }

 private:
  using Sources = std::vector<grounding::SourceText>;
  async::Task<Result<phrasing::GroundedText>> make(Context context, std::string question, PhraseKind kind,
                                                   Sources sources, OnSentence on_sentence);
  Phrasing counted(const phrasing::GroundedText& made);

  const PhraserOptions options_;
  const Parts parts_;
  const phrasing::GroundedWriter writer_;
  async::CacheFigures figures_;
  async::Cache<phrasing::GroundedText> remembered_;
};

}  // namespace dossier::desks::funds
