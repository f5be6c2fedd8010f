#include "models/fleet.h"

#include "async/timer.h"

#include <algorithm>
#include <random>
#include <tuple>

namespace dossier::models {

using async::Task;

namespace {

// Whether the same call may end otherwise at the same server, a moment later.
bool passes(const Attempt& attempt) {
  return attempt.ending == Ending::unreachable || attempt.ending == Ending::busy || attempt.passing;
}

// Whether it may end otherwise at another server.
bool is_this_servers(const Attempt& attempt) {
  switch (attempt.ending) {
    case Ending::good:
    case Ending::late:
    case Ending::refused:
    case Ending::cancelled: return false;
    default: return true;
  }
}

}  // namespace

Fleet::Fleet(std::vector<EndpointOptions> endpoints, Endpoint::Parts parts, Chance chance)
    : clock_(parts.clock),
      chance_(std::move(chance)),
      budget_(limits::kModelRetryShare, limits::kModelRetriesSavedMax),
      retries_(parts.metrics.counter("model_retries_total", "Calls of model servers that were tried again.",
                                     {{"role", endpoints.at(0).role}})) {
  for (EndpointOptions& endpoint : endpoints)
    endpoints_.push_back(std::make_unique<Endpoint>(std::move(endpoint), parts));
}

Task<Result<HttpAnswer>> Fleet::call(MakeCall make, Deadline deadline) {
  Task<Attempt> trying = attempt(std::move(make), deadline);
  Attempt last = co_await std::move(trying);
  co_return std::move(last.answer);
}

Task<Attempt> Fleet::attempt(MakeCall make, Deadline deadline) {
  budget_.call_begins();
  std::vector<const Endpoint*> tried;
  for (int number = 1;; ++number) {
    Endpoint& endpoint = choose(tried);
    const bool again = std::find(tried.begin(), tried.end(), &endpoint) != tried.end();
    tried.push_back(&endpoint);
    const Call call = make(endpoint.options());
    Task<Attempt> trying = endpoint.attempt(call, deadline);
    Attempt attempt = co_await std::move(trying);
    if (attempt.ending == Ending::good) co_return attempt;
    const bool alone = tried.size() >= endpoints_.size();
    if (!(alone ? passes(attempt) : is_this_servers(attempt)) || !may_repeat(call, number)) co_return attempt;
    if (alone || again) {
      const Deadline wake = Deadline::after(pause_before(number + 1, attempt), clock_);
      if (wake.when() >= deadline.when()) co_return attempt;
      Task<Result<void>> resting = async::sleep_until(wake);
      const Result<void> rested = co_await std::move(resting);
      if (!rested) co_return Attempt{Ending::cancelled, rested.error()};
    }
    retries_.add();
  }
}

Endpoint& Fleet::choose(const std::vector<const Endpoint*>& tried) const {
  const auto rank = [&tried](const Endpoint& endpoint) {
    const bool seen = std::find(tried.begin(), tried.end(), &endpoint) != tried.end();
    const Endpoint::Status now = endpoint.status();
    const bool doubtful = now.health == Health::down || now.health == Health::loading || now.refusing();
    return std::tuple(seen, !endpoint.would_admit(), doubtful, endpoint.load());
  };
  const auto best = std::min_element(endpoints_.begin(), endpoints_.end(),
                                     [&](const auto& a, const auto& b) { return rank(*a) < rank(*b); });
  return **best;
}

bool Fleet::may_repeat(const Call& call, int number) {
  if (number >= limits::kModelAttemptsMax) return false;
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
