#pragma once

#include <string_view>

namespace dossier::models {

// How one attempt at a model server ended, as far as it matters for what to do next and for what people are told.
enum class Ending {
  good,
  full,         // our own queue for it is full
  resting,      // its breaker is open
  unreachable,  // no connection, or it broke
  late,         // no answer before the deadline
  busy,         // 429
  failing,      // 5xx
  key,          // 401, 403: it does not take our key
  model,        // 404: it does not know the model, or the route
  refused,      // another 4xx: it understood and said no
  invalid,      // the answer is not what was asked for
  empty,        // the answer is, but there is no text in it
  cancelled
};

// "full", "late": a reason that people and logs are told.
std::string_view name_of(Ending ending);
// The same for model_calls_total, where every refusal is `refused` and everything unusable `invalid`.
std::string_view outcome_of(Ending ending);

// What is held against the server: what its own state brought about. A refusal shows that it works, and 429 that it is
// only busy.
bool is_failure(Ending ending);
// What no call will overcome until a person has changed something: every one of them would be refused alike.
bool is_lasting_refusal(Ending ending);

}  // namespace dossier::models
