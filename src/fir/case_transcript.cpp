#include "fir/case_transcript.h"

#include "fir/case_work.h"

#include <algorithm>

// A complaint that came as a recording or a picture: a model writes its transcript, or a person types it, whichever is
// there first.
namespace dossier::fir {

bool transcript_unread(const Case& state) {
  const StepVersion* version = state.step(Step::transcript).version();
  return state.original && (version == nullptr || version->approvals.empty());
}

const StepVersion* approved_transcript(const Case& state) {
  const std::vector<StepVersion>& versions = state.step(Step::transcript).versions;
  const auto found = std::find_if(versions.rbegin(), versions.rend(),
                                  [](const StepVersion& version) { return !version.approvals.empty(); });
  return found == versions.rend() ? nullptr : &*found;
}

void CommandAtWork::want_transcript() {
  happened(event::StepChanged{Step::transcript, StepState::preparing});
  happened(event::TranscriptionWanted{});
}

Result<void> CommandAtWork::transcribe_again(const command::SendBack& back) {
  TRY_DO(require_shown(back.step, back.version, now_.step(back.step).state == StepState::failed));
  if (!back.remark.empty() && back.version != 0) happened(event::SentBack{back.step, back.version, back.remark});
  want_transcript();
  return {};
}

Result<void> CommandAtWork::operator()(const command::TakeTranscript& take) {
  const StepState state = now_.step(Step::transcript).state;
  if (!now_.original || (state != StepState::preparing && state != StepState::failed)) return {};
  StepVersion version = next_version(Step::transcript, Author::machine, take.text);
  version.note = take.note;
  propose(Step::transcript, std::move(version));
  return {};
}

// What was there before another try still stands: a person may approve it, and sees why there is nothing newer.
Result<void> CommandAtWork::operator()(const command::FailTranscript& fail) {
  const StepRecord& transcript = now_.step(Step::transcript);
  if (transcript.state != StepState::preparing) return {};
  const StepState state = transcript.version() == nullptr ? StepState::failed : StepState::proposed;
  happened(event::StepChanged{Step::transcript, state, fail.why});
  return {};
}

}  // namespace dossier::fir
