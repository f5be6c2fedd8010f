#include "phrasing/grounded_writer.h"

#include "async/run_on.h"
#include "phrasing/prompt.h"
#include "phrasing/reasons.h"

#include <optional>

namespace dossier::phrasing {

using async::Task;

namespace {

using Findings = std::vector<grounding::Finding>;

}  // namespace

Task<GroundedText> GroundedWriter::write(Context context, models::TextRequest request, Check check,
                                         OnSentence on_sentence) const {
  std::shared_ptr<SentenceStream> sentences;
  if (on_sentence) sentences = SentenceStream::make(parts_.compute, check, std::move(on_sentence));
  for (const bool repaired : {false, true}) {
    Task<GroundedText> writing = write_once(context, request, std::exchange(sentences, nullptr));
    GroundedText written = co_await std::move(writing);
    if (!written.failed.empty()) co_return written;
    auto checking = [check, text = written.text](const async::StopToken&) -> Findings { return check(text); };
    Task<Result<Findings>> working = async::run_on(parts_.compute, context, std::move(checking));
    const Result<Findings> findings = co_await std::move(working);
    if (!findings) co_return GroundedText{.failed = std::string(reason_of(findings.error().code))};
    written.repaired = repaired;
    if (findings->empty()) co_return written;
    count(*findings);
    request = repair_request(std::move(request), written.text, *findings);
  }
  co_return GroundedText{.failed = "ungrounded"};
}

Task<GroundedText> GroundedWriter::write_once(Context context, models::TextRequest request,
                                              std::shared_ptr<SentenceStream> sentences) const {
  std::optional<models::Ending> ended;
  request.on_failure = [&ended](models::Ending ending) { ended = ending; };
  Task<Result<models::WrittenText>> writing = ask(context, std::move(request), sentences);
  Result<models::WrittenText> written = co_await std::move(writing);
  if (!written) {
    const std::string_view reason = ended ? reason_of(*ended) : reason_of(written.error().code);
    parts_.log.warning("answer_degraded",
                       {{"trace_id", context.trace_id}, {"reason", reason}, {"error", written.error().text()}});
    co_return GroundedText{.failed = std::string(reason)};
  }
  if (written->cut) co_return GroundedText{.failed = "cut"};
  if (written->text.find(kDeclined) != std::string::npos) co_return GroundedText{.failed = "declined"};
  co_return GroundedText{.text = std::move(written->text), .writer = std::move(written->writer)};
}

Task<Result<models::WrittenText>> GroundedWriter::ask(Context context, models::TextRequest request,
                                                      const std::shared_ptr<SentenceStream>& sentences) const {
  if (sentences == nullptr) return parts_.model.write(std::move(context), std::move(request));
  return parts_.model.stream(std::move(context), std::move(request),
                             [sentences](std::string_view piece) { sentences->take(piece); });
}

void GroundedWriter::count(const Findings& findings) const {
  for (const grounding::Finding& finding : findings) {
    parts_.metrics
        .counter("grounding_findings_total", "Parts of models' texts that do not stand in their sources.",
                 {{"fault", std::string(name_of(finding.fault))}})
        .add();
  }
}

}  // namespace dossier::phrasing
