#include "desks/fir/case_writer.h"

#include "async/run_on.h"
#include "desks/fir/case_judgement.h"
#include "desks/fir/case_prompts.h"
#include "desks/fir/limits.h"
#include "phrasing/reasons.h"

#include <boost/asio/post.hpp>

#include <algorithm>

namespace dossier::desks::fir {

using async::Task;
using phrasing::GroundedText;

// One order on its way, kept alive by its parts. Its loop only.
struct CaseWriter::Work {
  Work(const Parts& parts, Context c, WritingOrder o, std::string t)
      : context(std::move(c)),
        order(std::move(o)),
        transcript(std::move(t)),
        done(async::Completion<bool>::make(parts.executor)),
        scope(parts.executor, [&log = parts.log](const std::string& what) {
          log.error("case_writer_fault", {{"error", what}});
        }) {}

  Context context;
  WritingOrder order;
  std::string transcript;
  CaseWords words;
  std::size_t open = 1;                           // parts that have not ended, and the starting of them
  std::shared_ptr<async::Completion<bool>> done;  // all have, or nobody wants them
  async::TaskScope scope;                         // of the parts
};

namespace {

// What a part is until it has ended.
GroundedText not_in_time() {
  return {.failed = "late"};
}

std::string first_failure(const std::vector<CandidateJudged>& judged) {
  const auto at = std::find_if(judged.begin(), judged.end(), [](const auto& one) { return !one.failed.empty(); });
  return at == judged.end() ? "" : at->failed;
}

}  // namespace

CaseWriter::CaseWriter(Options options, Parts parts)
    : options_(options),
      parts_(std::move(parts)),
      writer_({parts_.model, parts_.compute, parts_.log, parts_.metrics}),
      judging_time_(parts_.metrics.histogram("violation_check_duration_seconds",
                                             "From asking a model about one offence to its judgement.")) {}

Task<CaseWords> CaseWriter::write(Context context, WritingOrder order, std::string transcript, Deadline deadline) {
  context.deadline = deadline;
  const auto work = std::make_shared<Work>(parts_, std::move(context), std::move(order), std::move(transcript));
  work->words.summary = work->words.narrative = not_in_time();
  if (work->order.offences) work->words.judged.resize(work->order.candidates.size(), {std::nullopt, "late"});
  running_.push_back(work);
  if (ending_) work->scope.stop_intake();
  if (work->order.summary) start(work, [this](auto w) { return write_summary(std::move(w)); });
  if (work->order.narrative) start(work, [this](auto w) { return write_narrative(std::move(w)); });
  for (std::size_t i = 0; i < work->words.judged.size(); ++i)
    start(work, [this, i](auto w) { return judge(std::move(w), i); });
  if (--work->open == 0) work->done->complete(true);
  // Every part ends by the deadline; the spare time is for the last of them to say so.
  const auto spare = std::chrono::duration_cast<SteadyTime::duration>(limits::kWritingSpareTime);
  Task<Result<bool>> waiting =
      async::Completion<bool>::wait(work->done, Deadline::at(deadline.when() + spare), "the wording of a case");
  const Result<bool> waited = co_await std::move(waiting);
  running_.remove(work);
  work->scope.stop_intake();
  work->scope.cancel();
  work->words.cancelled = ending_ || (!waited && waited.error().code == ErrorCode::cancelled);
  if (!work->words.cancelled) count(*work);
  co_return work->words;  // a copy: parts that were stopped may still hold the work
}

void CaseWriter::start(const std::shared_ptr<Work>& work, Part part) {
  // Counted first: a part may end while it is being started.
  ++work->open;
  const Result<void> begun = work->scope.spawn([work, part = std::move(part)]() -> Task<void> {
    Task<void> running = part(work);
    co_await std::move(running);
    if (--work->open == 0) work->done->complete(true);
  });
  if (!begun) --work->open;
}

Task<void> CaseWriter::write_summary(std::shared_ptr<Work> work) {
  phrasing::GroundedWriter::Check check = [sources = sources_of(work->order)](const std::string& text) {
    return check_words(text, sources);
  };
  Task<GroundedText> writing = writer_.write(work->context, summary_request(work->order), std::move(check));
  work->words.summary = co_await std::move(writing);
}

Task<void> CaseWriter::write_narrative(std::shared_ptr<Work> work) {
  phrasing::GroundedWriter::Check check = [sources = sources_of(work->order)](const std::string& text) {
    return check_words(text, sources);
  };
  Task<GroundedText> writing = writer_.write(work->context, narrative_request(work->order), std::move(check));
  work->words.narrative = co_await std::move(writing);
}

Task<void> CaseWriter::judge(std::shared_ptr<Work> work, std::size_t candidate) {
  const SteadyTime began = parts_.clock.steady();
  Context context = work->context;
  context.deadline = context.deadline.sooner(Deadline::after(limits::kJudgementTime));
  models::TextRequest request = judgement_request(work->order, work->order.candidates[candidate]);
  Task<GroundedText> asking = writer_.write_once(context, std::move(request));
  const GroundedText reply = co_await std::move(asking);
  CandidateJudged& judged = work->words.judged[candidate];
  judged.failed = reply.failed;
  if (!reply.failed.empty()) co_return;
  auto reading = [work, candidate, text = reply.text](const async::StopToken&) {
    return read_judgement(text, work->order, work->order.candidates[candidate], work->transcript);
  };
  Task<Result<std::optional<Judgement>>> working = async::run_on(parts_.compute, context, std::move(reading));
  Result<std::optional<Judgement>> read = co_await std::move(working);
  judging_time_.observe(std::chrono::duration<double>(parts_.clock.steady() - began).count());
  if (!read) {
    judged.failed = phrasing::reason_of(read.error().code);
  } else if (!*read) {
    judged.failed = "unclear";
  } else {
    judged.judgement = std::move(**read);
    judged.judgement->writer = reply.writer;
  }
}

void CaseWriter::supersede(dossier::fir::CaseId id, std::int64_t basis) {
  boost::asio::post(parts_.executor, [this, id, basis] {
    for (const auto& work : running_) {
      if (work->order.id != id || work->order.basis >= basis) continue;
      work->words.superseded = true;
      work->done->complete(true);
    }
  });
}

Task<Result<void>> CaseWriter::end(Deadline deadline) {
  ending_ = true;
  const auto works = running_;
  for (const auto& work : works) {
    work->scope.stop_intake();
    work->scope.cancel();
    Task<Result<void>> ending = work->scope.wait(deadline);
    CO_TRY_DO(co_await std::move(ending));
  }
  co_return Result<void>();
}

void CaseWriter::count(const Work& work) {
  bool degraded = false;
  const auto count_text = [&](const char* what, const GroundedText& text) {
    degraded = degraded || !text.failed.empty();
    text.failed.empty() ? phrasing::count_phrased(parts_.metrics, what, text.repaired)
                        : phrasing::count_degraded(parts_.metrics, what, text.failed);
  };
  if (!work.words.superseded) {
    if (work.order.summary) count_text("summary", work.words.summary);
    if (work.order.narrative) count_text("narrative", work.words.narrative);
    if (!work.words.judged.empty()) count_text("offences", {.failed = first_failure(work.words.judged)});
  }
  const char* outcome = work.words.superseded ? "superseded" : degraded ? "degraded" : "worded";
  parts_.metrics
      .counter("case_preparations_total", "Cases a model was asked about: worded, degraded, or thrown away by an edit.",
               {{"outcome", outcome}})
      .add();
}

}  // namespace dossier::desks::fir
