#include "desks/fir/transcriber.h"

#include "base/limits.h"
#include "desks/fir/complaint_text.h"
#include "desks/fir/limits.h"

namespace dossier::desks::fir {
namespace {

using async::Task;
using dossier::fir::Original;
using dossier::fir::OriginalKind;

Error none_configured(OriginalKind kind) {
  const bool speech = kind == OriginalKind::recording;
  return {ErrorCode::unavailable,
          std::string(speech ? "no speech server is configured: set models.speech_url (DOSSIER_MODELS_SPEECH_URL)"
                             : "no server that reads pictures is configured: set models.image_url "
                               "(DOSSIER_MODELS_IMAGE_URL)") +
              ", see that `dossier doctor` finds it well, and try again; or type the transcript"};
}

Error explained(Error error) {
  const bool files_fault = error.code == ErrorCode::unreadable || error.code == ErrorCode::too_large;
  if (files_fault) {
    error.message += "; type the transcript";
    return error;
  }
  error.message += "; `dossier doctor` tells whether the server is well: try again, or type the transcript";
  return error;
}

const std::vector<double>& transcription_buckets() {
  static const std::vector<double> seconds = {0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 240};
  return seconds;
}

// Lines and words as they came; what no keyboard gives would end up in a form.
std::string without_controls(const std::string& text) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto code = static_cast<unsigned char>(c);
    const bool lone_return = c == '\r' && text.substr(i + 1, 1) != "\n";
    if (c == '\f' || c == '\v' || lone_return) kept += ' ';  // they part words
    if (code >= 32 ? code != 127 : c == '\n' || c == '\t') kept += c;
  }
  return kept;
}

Result<Transcribed> checked(const std::string& text, std::string note) {
  Transcribed made{without_controls(text), std::move(note)};
  if (letters_in(made.text) > limits::kComplaintLettersMax)
    return Error{ErrorCode::too_large, std::string("the transcript is longer than ") +
                                           limits::kComplaintLettersMaxWords + "; type the substance of it"};
  if (is_blank(made.text)) return explained({ErrorCode::unreadable, "no words were found in it"});
  return made;
}

std::string note_by(const std::string& writer, OriginalKind kind) {
  const bool speech = kind == OriginalKind::recording;
  return "Written down by the model server " + writer + " from the " + std::string(name_of(kind)) + ". " +
         (speech ? "Listen to it" : "Look at it") + " and mend what was " + (speech ? "heard" : "read") +
         " wrongly before approving; nothing is made of it until then.";
}

Histogram wait_of(Metrics& metrics, OriginalKind kind) {
  return metrics.histogram("transcription_wait_seconds", "A file, from being wanted as a transcript to its turn.",
                           {{"kind", std::string(name_of(kind))}}, transcription_buckets());
}

Histogram duration_of(Metrics& metrics, OriginalKind kind) {
  return metrics.histogram("transcription_duration_seconds", "From asking a model for a transcript to its end.",
                           {{"kind", std::string(name_of(kind))}}, transcription_buckets());
}

Counter count_of(Metrics& metrics, OriginalKind kind, std::string_view outcome) {
  return metrics.counter("transcriptions_total", "Transcripts asked of a model, by how that ended.",
                         {{"kind", std::string(name_of(kind))}, {"outcome", std::string(outcome)}});
}

}  // namespace

// The series are there from the start, so that the first of each shows in rate().
Transcriber::Transcriber(Options options, Parts parts) : options_(options), parts_(parts) {
  for (const OriginalKind kind : {OriginalKind::recording, OriginalKind::picture}) {
    (void)wait_of(parts_.metrics, kind);
    (void)duration_of(parts_.metrics, kind);
    for (const ErrorCode code : {ErrorCode::unavailable, ErrorCode::deadline_exceeded, ErrorCode::over_capacity,
                                 ErrorCode::unreadable, ErrorCode::too_large, ErrorCode::cancelled})
      (void)count_of(parts_.metrics, kind, name_of(code));
    (void)count_of(parts_.metrics, kind, "good");
  }
}

std::chrono::nanoseconds Transcriber::time_for(OriginalKind kind) const {
  return kind == OriginalKind::recording ? options_.speech_time : options_.picture_time;
}

Task<Result<Transcribed>> Transcriber::write(Context context, Original original, std::string bytes) {
  const OriginalKind kind = original.kind;
  const bool configured = kind == OriginalKind::recording ? parts_.speech != nullptr : parts_.image != nullptr;
  if (!configured) co_return none_configured(kind);
  context.deadline = context.deadline.sooner(Deadline::after(time_for(kind)));
  const SteadyTime began = parts_.clock.steady();
  Task<Result<Transcribed>> asking = ask(std::move(context), std::move(original), std::move(bytes));
  Result<Transcribed> written = co_await std::move(asking);
  note_end(kind, began, written);
  co_return written;
}

// The server is told a name of ours: the given one may name persons.
Task<Result<Transcribed>> Transcriber::ask(Context context, Original original, std::string bytes) {
  const std::string name = "complaint." + original.format;
  std::string text, writer;
  if (original.kind == OriginalKind::recording) {
    models::Recording recording{std::move(bytes), name, original.language};
    Task<Result<models::Transcript>> hearing = parts_.speech->transcribe(std::move(context), std::move(recording));
    Result<models::Transcript> heard = co_await std::move(hearing);
    if (!heard) co_return explained(heard.error());
    text = std::move(heard->text), writer = std::move(heard->writer);
  } else {
    models::Picture picture{std::move(bytes), name};
    Task<Result<models::ReadPicture>> reading = parts_.image->read(std::move(context), std::move(picture));
    Result<models::ReadPicture> read = co_await std::move(reading);
    if (!read) co_return explained(read.error());
    text = std::move(read->text), writer = std::move(read->writer);
  }
  co_return checked(text, note_by(writer, original.kind));
}

void Transcriber::note_wait(OriginalKind kind, std::chrono::nanoseconds waited) {
  wait_of(parts_.metrics, kind).observe(std::chrono::duration<double>(waited).count());
}

void Transcriber::note_end(OriginalKind kind, SteadyTime began, const Result<Transcribed>& written) {
  duration_of(parts_.metrics, kind).observe(std::chrono::duration<double>(parts_.clock.steady() - began).count());
  count_of(parts_.metrics, kind, written ? "good" : name_of(written.error().code)).add();
}

}  // namespace dossier::desks::fir
