#include "phrasing/reasons.h"

namespace dossier::phrasing {

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
  if (reason == "full") return "too much waits for the model";
  if (reason == "late") return "the model did not answer in time";
  if (reason == "cancelled") return "the question was withdrawn";
  if (reason == "too_large") return "the text is too long for the model";
  if (reason == "cut") return "the model's words were cut off";
  if (reason == "declined") return "the model found no answer in the text";
  if (reason == "unclear") return "the model said neither yes nor no";
  if (reason == "ungrounded") return "the model's words said more than their sources do";
  return "the model server does not answer";
}

std::string shown_reason(std::string_view reason) {
  return std::string(reason) + ": " + std::string(explanation_of(reason));
}

void count_phrased(Metrics& metrics, const std::string& what, bool repaired) {
  metrics
      .counter("phrased_answers_total", "Texts in a model's words, by whether they were repaired.",
               {{"what", what}, {"repaired", repaired ? "yes" : "no"}})
      .add();
}

void count_degraded(Metrics& metrics, const std::string& what, const std::string& reason) {
  metrics
      .counter("degraded_answers_total", "Texts in rule-made words where a model should have phrased them.",
               {{"what", what}, {"reason", reason}})
      .add();
}

}  // namespace dossier::phrasing
