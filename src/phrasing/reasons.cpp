#include "phrasing/reasons.h"

#include <utility>

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

std::string_view reason_of(models::Ending ending) {
  return ending == models::Ending::unreachable ? "unavailable" : name_of(ending);
}

std::string_view explanation_of(std::string_view reason) {
  static constexpr std::pair<std::string_view, std::string_view> kExplanations[] = {
      {"full", "too much waits for the model"},
      {"late", "the model did not answer in time"},
      {"busy", "the model server has too much to do for others"},
      {"resting", "the model server failed several times in a row and is left alone for a while"},
      {"failing", "the model server reports an error of its own"},
      {"key", "the model server does not accept our key"},
      {"model", "the model server does not know the model we ask for"},
      {"refused", "the model server refused what it was asked"},
      {"invalid", "the model server's answer was not in the form it should have"},
      {"empty", "the model wrote nothing"},
      {"cancelled", "the question was withdrawn"},
      {"too_large", "the text is too long for the model"},
      {"cut", "the model's words were cut off"},
      {"declined", "the model found no answer in the text"},
      {"unclear", "the model said neither yes nor no"},
      {"ungrounded", "the model's words said more than their sources do"}};
  for (const auto& [name, explanation] : kExplanations) {
    if (name == reason) return explanation;
  }
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
