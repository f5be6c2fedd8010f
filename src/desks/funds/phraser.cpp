#include "desks/funds/phraser.h"

#include "async/run_on.h"
#include "desks/funds/phraser_prompt.h"

#include <algorithm>

namespace dossier::desks::funds {

using async::Task;

namespace {

using Findings = std::vector<grounding::Finding>;

constexpr std::size_t kQuotedBytes = 40;  // of a passage, enough to know it again in the answer

// A closed set: it becomes a label of a metric.
std::string_view reason_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::over_capacity: return "full";
    case ErrorCode::deadline_exceeded: return "late";
    case ErrorCode::cancelled: return "cancelled";
    case ErrorCode::too_large: return "too_large";
    default: return "unavailable";
  }
}

std::string_view explanation_of(std::string_view reason) {
  if (reason == "full") return "too many questions wait for the model";
  if (reason == "late") return "the model did not answer in time";
  if (reason == "cancelled") return "the question was withdrawn";
  if (reason == "too_large") return "the passages are too long for the model";
  if (reason == "cut") return "the model's words were cut off";
  if (reason == "declined") return "the model found no answer in the passages";
  if (reason == "ungrounded") return "the model's words said more than the passages do";
  return "the model server does not answer";
}

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
      hits_(cache_gauge(parts_.metrics, "cache_hits", "Answers that were remembered, since the start.")),
      joined_(cache_gauge(parts_.metrics, "cache_joined", "Callers who waited for what another had asked for.")),
      misses_(cache_gauge(parts_.metrics, "cache_misses", "Answers that had to be made, since the start.")),
      remembered_({.entries_max = limits::kPhrasedAnswersMax, .time = limits::kPhrasedAnswersTime}, parts_.executor,
                  parts_.clock, [](const Made& made) { return made.failed.empty(); }) {}

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
  Task<Result<Made>> getting = remembered_.get(std::move(key), deadline, std::move(making));
  const Result<Made> made = co_await std::move(getting);
  const async::Cache<Made>::Counters cache = remembered_.counters();
  hits_.set(static_cast<double>(cache.hits));
  joined_.set(static_cast<double>(cache.joined));
  misses_.set(static_cast<double>(cache.misses));
  co_return counted(made ? *made : Made{.failed = std::string(reason_of(made.error().code))});
}

Task<Result<Phraser::Made>> Phraser::make(Context context, std::string question, Sources sources) {
  models::TextRequest request = first_request(question, sources, options_.tokens_max);
  for (const bool repaired : {false, true}) {
    Task<Made> writing = write(context, request);
    Made made = co_await std::move(writing);
    if (!made.failed.empty()) co_return made;
    auto check = [text = made.text, sources](const async::StopToken&) {
      return grounding::check(text, sources, {.citations_required = true});
    };
    Task<Result<Findings>> checking = async::run_on(parts_.compute, context, std::move(check));
    const Result<Findings> findings = co_await std::move(checking);
    if (!findings) co_return Made{.failed = std::string(reason_of(findings.error().code))};
    made.repaired = repaired;
    if (findings->empty()) co_return made;
    count_findings(*findings);
    request = repair_request(std::move(request), made.text, *findings);
  }
  co_return Made{.failed = "ungrounded"};
}

Task<Phraser::Made> Phraser::write(Context context, models::TextRequest request) {
  Task<Result<models::WrittenText>> writing = parts_.model.write(context, std::move(request));
  Result<models::WrittenText> written = co_await std::move(writing);
  if (!written) {
    const std::string_view reason = reason_of(written.error().code);
    parts_.log.warning("answer_degraded",
                       {{"trace_id", context.trace_id}, {"reason", reason}, {"error", written.error().text()}});
    co_return Made{.failed = std::string(reason)};
  }
  if (written->cut) co_return Made{.failed = "cut"};
  if (written->text.find(kDeclined) != std::string::npos) co_return Made{.failed = "declined"};
  co_return Made{.text = std::move(written->text)};
}

Phrasing Phraser::counted(const Made& made) {
  if (made.failed.empty()) {
    parts_.metrics
        .counter("phrased_answers_total", "Answers in a model's words, by whether they were repaired.",
                 {{"repaired", made.repaired ? "yes" : "no"}})
        .add();
    return {.text = made.text};
  }
  parts_.metrics
      .counter("degraded_answers_total", "Answers in rule-made words where a model should have phrased them.",
               {{"what", "chat"}, {"reason", made.failed}})
      .add();
  return {.degraded = true, .reason = made.failed + ": " + std::string(explanation_of(made.failed))};
}

void Phraser::count_findings(std::span<const grounding::Finding> findings) {
  for (const grounding::Finding& finding : findings) {
    parts_.metrics
        .counter("grounding_findings_total", "Parts of models' texts that do not stand in their sources.",
                 {{"fault", std::string(name_of(finding.fault))}})
        .add();
  }
}

}  // namespace dossier::desks::funds
