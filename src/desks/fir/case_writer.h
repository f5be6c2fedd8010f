#pragma once

#include "async/completion.h"
#include "async/task_scope.h"
#include "desks/fir/case_writing.h"

#include <list>
#include <memory>

namespace dossier::desks::fir {

// Asks a model about cases: summary, narrative and up to limits::kCandidatesJudgedMax offences, all side by side under
// one deadline. An edit of the case ends what is asked about its older state. Lives on one loop.
class CaseWriter {
 public:
  // What they refer to outlives it.
  struct Parts {
    models::TextModel& model;
    async::Executor executor;  // of its loop
    async::Pool& compute;      // for checking what the model said
    Log& log;
    Metrics& metrics;
    const Clock& clock;
  };
  struct Options {
    std::chrono::nanoseconds time = {};  // for one case, from when it was wanted
    std::size_t cases_max = 1;           // written at the same time
  };
  CaseWriter(Options options, Parts parts);

  // On its loop. What the model said by the deadline; what it did not is marked with the reason. Never fails. The
  // transcript is the complaint whole, whose code points the evidence is told in.
  async::Task<CaseWords> write(Context context, WritingOrder order, std::string transcript, Deadline deadline);
  // Any thread: the case is at `basis` now, older orders are pointless.
  void supersede(dossier::fir::CaseId id, std::int64_t basis);
  // On its loop, before it is destroyed: ends everything.
  async::Task<Result<void>> end(Deadline deadline);

  const Options& options() const { return options_; }

 private:
  struct Work;
  using Part = std::function<async::Task<void>(std::shared_ptr<Work>)>;

  void start(const std::shared_ptr<Work>& work, Part part);
  async::Task<void> write_summary(std::shared_ptr<Work> work);
  async::Task<void> write_narrative(std::shared_ptr<Work> work);
  async::Task<void> judge(std::shared_ptr<Work> work, std::size_t candidate);
  void count(const Work& work);

  const Options options_;
  const Parts parts_;
  const phrasing::GroundedWriter writer_;
  Histogram judging_time_;
  std::list<std::shared_ptr<Work>> running_;
  bool ending_ = false;
};

}  // namespace dossier::desks::fir
