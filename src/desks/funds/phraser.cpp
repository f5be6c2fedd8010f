#include "desks/funds/phraser.h"

#include "desks/funds/phraser_prompt.h"
#include "phrasing/reasons.h"

#include <algorithm>

namespace dossier::desks::funds {

using async::Task;

namespace {

constexpr std::size_t kQuotedBytes = 40;  // of a passage, enough to know it again in the answer

Deadline model_deadline(const Context& context, std::chrono::nanoseconds allowed) {
  const Deadline own = Deadline::after(allowed);
  if (context.deadline.when() == SteadyTime::max()) return own;
  const auto spare = std::chrono::duration_cast<SteadyTime::duration>(limits::kAnswerSpareTime);
  return own.sooner(Deadline::at(context.deadline.when() - spare));
}

Gauge cache_gauge(Metrics& metrics, const std::string& name, const std::string& help) {
  return metrics.gauge(name, help, {{"cache", "phrased_answers"}});
}

}  // namespace

bool quotes_passages(const dossier::funds::Answer& answer) {
  if (answer.answered != dossier::funds::Answered::yes || !answer.values.empty() || !answer.rows.empty()) return false;
  return !answer.sources.empty() &&
         std::all_of(answer.sources.begin(), answer.sources.end(), [&](const dossier::funds::Source& source) {
           return answer.text.find(source.text.substr(0, kQuotedBytes)) != std::string::npos;
         });
}

Phraser::Phraser(PhraserOptions options, Parts parts)
    : options_(options),
      parts_(std::move(parts)),
      writer_({parts_.model, parts_.compute, parts_.log, parts_.metrics}),
      hits_(cache_gauge(parts_.metrics, "cache_hits", "Answers that were remembered, since the start.")),
      joined_(cache_gauge(parts_.metrics, "cache_joined", "Callers who waited for what another had asked for.")),
      misses_(cache_gauge(parts_.metrics, "cache_misses", "Answers that had to be made, since the start.")),
      abandoned_(
          cache_gauge(parts_.metrics, "cache_abandoned", "Answers nobody waited for any more, so they were not made.")),
      remembered_({.entries_max = limits::kPhrasedAnswersMax, .time = limits::kPhrasedAnswersTime}, parts_.executor,
                  parts_.clock, [](const phrasing::GroundedText& made) { return made.failed.empty(); }) {}

Task<Phrasing> Phraser::phrase(Context context, std::string question, dossier::funds::Answer answer) {
  const Deadline deadline = model_deadline(context, options_.time);
  Sources sources = sources_of(answer);
  std::string key = question;
  for (const grounding::SourceText& source : sources) key += '\0' + source.about + '\0' + source.text;
  // Made for all who ask, so by a deadline of its own and not by that of the first.
  context.deadline = Deadline::after(options_.time);
  auto making = [this, context, question = std::move(question), sources = std::move(sources)] {
    return make(context, question, sources);
  };
  Task<Result<phrasing::GroundedText>> getting = remembered_.get(std::move(key), deadline, std::move(making));
  const Result<phrasing::GroundedText> made = co_await std::move(getting);
  const async::Cache<phrasing::GroundedText>::Counters cache = remembered_.counters();
  hits_.set(static_cast<double>(cache.hits));
  joined_.set(static_cast<double>(cache.joined));
  misses_.set(static_cast<double>(cache.misses));
  abandoned_.set(static_cast<double>(cache.abandoned));
  co_return counted(made ? *made
                         : phrasing::GroundedText{.failed = std::string(phrasing::reason_of(made.error().code))});
}

Task<Result<phrasing::GroundedText>> Phraser::make(Context context, std::string question, Sources sources) {
  models::TextRequest request = first_request(question, sources, options_.tokens_max);
  phrasing::GroundedWriter::Check check = [sources = std::move(sources)](const std::string& text) {
    return grounding::check(text, sources, {.citations_required = true});
  };
  Task<phrasing::GroundedText> writing = writer_.write(std::move(context), std::move(request), std::move(check));
  phrasing::GroundedText made = co_await std::move(writing);
  co_return made;
}

Phrasing Phraser::counted(const phrasing::GroundedText& made) {
  if (made.failed.empty()) {
    phrasing::count_phrased(parts_.metrics, "chat", made.repaired);
    return {.text = made.text};
  }
  phrasing::count_degraded(parts_.metrics, "chat", made.failed);
  return {.degraded = true, .reason = phrasing::shown_reason(made.failed)};
}

}  // namespace dossier::desks::funds
