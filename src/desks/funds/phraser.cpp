#include "desks/funds/phraser.h"

#include "phrasing/prompt.h"
#include "phrasing/reasons.h"

#include <algorithm>

namespace dossier::desks::funds {

using async::Task;

namespace {

constexpr std::size_t kFiguresBytesMax = 800;  // of the rules' words for figures: three or four sentences
constexpr std::size_t kQuotedBytes = 40;       // of a passage, enough to know it again in the answer

Deadline model_deadline(const Context& context, std::chrono::nanoseconds allowed) {
  const Deadline own = Deadline::after(allowed);
  if (context.deadline.when() == SteadyTime::max()) return own;
  const auto spare = std::chrono::duration_cast<SteadyTime::duration>(limits::kAnswerSpareTime);
  return own.sooner(Deadline::at(context.deadline.when() - spare));
}

// A quotation of its sources and nothing else: no figures and no rows of a ledger.
bool quotes_passages(const dossier::funds::Answer& answer) {
  if (answer.answered != dossier::funds::Answered::yes || !answer.values.empty() || !answer.rows.empty()) return false;
  return !answer.sources.empty() &&
         std::all_of(answer.sources.begin(), answer.sources.end(), [&](const dossier::funds::Source& source) {
           return answer.text.find(source.text.substr(0, kQuotedBytes)) != std::string::npos;
         });
}

// What is missing stays in the rules' words, which say what would be needed; a long answer is a list, not a sentence.
bool states_figures(const dossier::funds::Answer& answer) {
  return answer.answered == dossier::funds::Answered::yes && !answer.values.empty() &&
         answer.text.size() <= kFiguresBytesMax;
}

phrasing::GroundedWriter::Check check_of(PhraseKind kind, std::vector<grounding::SourceText> sources) {
  return [kind, sources = std::move(sources)](const std::string& text) {
    if (kind == PhraseKind::quotation) return grounding::check(text, sources, {.citations_required = true});
    std::vector<grounding::Finding> findings = grounding::check(text, sources);
    for (grounding::Finding& missing : grounding::left_out(text, sources.front().text))
      findings.push_back(std::move(missing));
    return findings;
  };
}

}  // namespace

Phraser::Phraser(PhraserOptions options, Parts parts)
    : options_(options),
      parts_(std::move(parts)),
      writer_({parts_.model, parts_.compute, parts_.log, parts_.metrics}),
      figures_(parts_.metrics, "phrased_answers"),
      remembered_({.entries_max = limits::kPhrasedAnswersMax, .time = limits::kPhrasedAnswersTime}, parts_.executor,
                  parts_.clock, [](const phrasing::GroundedText& made) { return made.failed.empty(); }) {}

bool Phraser::takes(const dossier::funds::Answer& answer) const {
  return quotes_passages(answer) || (options_.figures && states_figures(answer));
}

Task<Phrasing> Phraser::phrase(Context context, std::string question, dossier::funds::Answer answer,
                               OnSentence on_sentence) {
  const Deadline deadline = model_deadline(context, options_.time);
  const PhraseKind kind = answer.values.empty() ? PhraseKind::quotation : PhraseKind::figures;
  Sources sources = kind == PhraseKind::figures ? figures_of(answer) : sources_of(answer);
  if (kind == PhraseKind::figures) on_sentence = {};
  std::string key = question;
  for (const grounding::SourceText& source : sources) key += '\0' + source.about + '\0' + source.text;
  // Made for all who ask, so by a deadline of its own and not by that of the first.
  context.deadline = Deadline::after(options_.time);
  auto making = [this, context, question = std::move(question), kind, sources = std::move(sources),
                 on_sentence = std::move(on_sentence)] { return make(context, question, kind, sources, on_sentence); };
  Task<Result<phrasing::GroundedText>> getting = remembered_.get(std::move(key), deadline, std::move(making));
  const Result<phrasing::GroundedText> made = co_await std::move(getting);
  figures_.show(remembered_.counters());
  co_return counted(made ? *made
                         : phrasing::GroundedText{.failed = std::string(phrasing::reason_of(made.error().code))});
}

Task<Result<phrasing::GroundedText>> Phraser::make(Context context, std::string question, PhraseKind kind,
                                                   Sources sources, OnSentence on_sentence) {
  models::TextRequest request = first_request(kind, question, sources, options_.tokens_max);
  phrasing::GroundedWriter::Check check = check_of(kind, std::move(sources));
  Task<phrasing::GroundedText> writing =
      writer_.write(std::move(context), std::move(request), std::move(check), std::move(on_sentence));
  phrasing::GroundedText made = co_await std::move(writing);
  // The sources of figures are the answer's own, which no reader sees numbered.
  if (kind == PhraseKind::figures) made.text = phrasing::without_citations(made.text);
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
