#pragma once

#include "async/retry_budget.h"
#include "models/endpoint.h"

#include <span>
#include <vector>

namespace dossier::models {

// The endpoints of one role, and the rule by which a call finds one, tries again, or gives up.
//
// The least loaded endpoint for its weight is asked first, those that are down, rest or refuse every call only when
// there is no other. A call is tried again when there was no connection, or the answer was 429, 502, 503 or 504. What
// else an endpoint fails of, would come again with the same call, so that only another endpoint is tried: 500, an
// answer that cannot be used, a key or model refused, a full queue, a breaker. Never after any other refusal, never
// when time or the retry budget is spent, never when part of the answer was handed on. Thread-safe. Outlives its calls.
class Fleet {
 public:
  using MakeCall = std::function<Call(const EndpointOptions& endpoint)>;  // anew for every attempt
  using Chance = std::function<double()>;                                 // in [0, 1), thread-safe

  // At least one endpoint, all of one role.
  Fleet(std::vector<EndpointOptions> endpoints, Endpoint::Parts parts, Chance chance);

  // The answer to the first attempt that ended well, read by its Call::read; else what the last one failed of.
  async::Task<Result<HttpAnswer>> call(MakeCall make, Deadline deadline);
  // The same, with how the last attempt ended.
  async::Task<Attempt> attempt(MakeCall make, Deadline deadline);

  std::span<const std::unique_ptr<Endpoint>> endpoints() const { return endpoints_; }

 private:
  // The endpoint for the next attempt, preferably none of `tried`.
  Endpoint& choose(const std::vector<const Endpoint*>& tried) const;
  bool may_repeat(const Call& call, int number);
  std::chrono::nanoseconds pause_before(int number, const Attempt& last) const;

  std::vector<std::unique_ptr<Endpoint>> endpoints_;
  const Clock& clock_;
  const Chance chance_;
  async::RetryBudget budget_;
  Counter retries_;
};

// Random numbers for Fleet; each thread has its own sequence.
double random_chance();

}  // namespace dossier::models
