#include "models/fleet.h"

#include "async/timer.h"

#include <algorithm>
#include <random>
#include <tuple>

namespace dossier::models {

using async::Task;

namespace {

bool may_help_to_repeat(Ending ending) {
  switch (ending) {
    case Ending::unreachable:
    case Ending::busy:
    case Ending::failing:
    case Ending::invalid:
    case Ending::full:
    case Ending::resting: return true;
    case Ending::good:
    case Ending::late:
    case Ending::refused:
    case Ending::cancelled: return false;
  }
  return false;
}

}  // namespace

Fleet::Fleet(std::vector<EndpointOptions> endpoints, Endpoint::Parts parts, Chance chance)
    : chance_(std::move(chance)),
      budget_(limits::kModelRetryShare, limits::kModelRetriesSavedMax),
      retries_(parts.metrics.counter("model_retries_total", "Calls of model servers that were tried again.",
                                     {{"role", endpoints.at(0).role}})) {
  for (EndpointOptions& endpoint : endpoints)
    endpoints_.push_back(std::make_unique<Endpoint>(std::move(endpoint), parts));
}

Task<Result<HttpAnswer>> Fleet::call(MakeCall make, Deadline deadline) {
  budget_.call_begins();
  std::vector<const Endpoint*> tried;
  for (int number = 1;; ++number) {
    Endpoint& endpoint = choose(tried);
    const bool again = std::find(tried.begin(), tried.end(), &endpoint) != tried.end();
    tried.push_back(&endpoint);
    const Call call = make(endpoint.options());
    Task<Attempt> trying = endpoint.attempt(call, deadline);
    Attempt attempt = co_await std::move(trying);
    if (attempt.ending == Ending::good) co_return std::move(attempt.answer);
    // Where nobody else is left, a full queue or a resting server does not change within a pause.
    const bool alone = tried.size() >= endpoints_.size();
    const bool lasting = attempt.ending == Ending::full || attempt.ending == Ending::resting;
    if ((alone && lasting) || !may_repeat(attempt, call, number)) co_return std::move(attempt.answer);
    if (alone || again) {
      const Deadline wake = Deadline::after(pause_before(number + 1, attempt));
      if (wake.when() >= deadline.when()) co_return std::move(attempt.answer);
      Task<Result<void>> resting = async::sleep_until(wake);
      CO_TRY_DO(co_await std::move(resting));
    }
    retries_.add();
  }
}

Endpoint& Fleet::choose(const std::vector<const Endpoint*>& tried) const {
  const auto rank = [&tried](const Endpoint& endpoint) {
    const bool seen = std::find(tried.begin(), tried.end(), &endpoint) != tried.end();
    const Health health = endpoint.status().health;
    const bool doubtful = health == Health::down || health == Health::loading;
    return std::tuple(seen, !endpoint.would_admit(), doubtful, endpoint.load());
  };
  const auto best = std::min_element(endpoints_.begin(), endpoints_.end(),
                                     [&](const auto& a, const auto& b) { return rank(*a) < rank(*b); });
  return **best;
}

bool Fleet::may_repeat(const Attempt& attempt, const Call& call, int number) {
  if (number >= limits::kModelAttemptsMax || !may_help_to_repeat(attempt.ending)) return false;
  if (call.begun && call.begun()) return false;
  return budget_.take();
}

std::chrono::nanoseconds Fleet::pause_before(int number, const Attempt& last) const {
  const auto pause = async::backoff(number, limits::kModelFirstDelay, limits::kModelDelayMax, chance_());
  return std::max<std::chrono::nanoseconds>(pause, last.retry_after);
}

double random_chance() {
  static thread_local std::minstd_rand random{std::random_device{}()};
  return std::uniform_real_distribution<double>(0, 1)(random);
}

}  // namespace dossier::models
