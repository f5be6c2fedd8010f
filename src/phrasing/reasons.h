#pragma once

#include "base/error.h"
#include "base/metrics.h"
#include "models/ending.h"

#include <string>
#include <string_view>

namespace dossier::phrasing {

// Why rule-made words stand where a model should have written. A closed set, because each is a label of a metric:
//   late, full, busy, resting, unavailable, failing, key, model, refused, invalid, empty, too_large, cancelled
//                                        there was no text to check
//   ungrounded, cut, declined, unclear   there was one that cannot be used
std::string_view reason_of(models::Ending ending);
// The same of an error that came without an ending: of waiting, not of a call.
std::string_view reason_of(ErrorCode code);
// The same in words: "the model did not answer in time".
std::string_view explanation_of(std::string_view reason);
// "late: the model did not answer in time", as it is shown.
std::string shown_reason(std::string_view reason);

// Counts a text of a model that is used, and rule-made words in the place of one. `what` is a literal: "chat".
void count_phrased(Metrics& metrics, const std::string& what, bool repaired);
void count_degraded(Metrics& metrics, const std::string& what, const std::string& reason);

}  // namespace dossier::phrasing
