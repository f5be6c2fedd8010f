#pragma once

#include "async/breaker.h"
#include "async/gate.h"
#include "base/limits.h"
#include "base/metrics.h"
#include "base/trace_notes.h"
#include "models/ending.h"
#include "models/http_client.h"

#include <atomic>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace dossier::models {

// How a model server is spoken to: as OpenAI's, or in the older form of a single route of its own, /inference or /asr.
enum class Wire { openai, older };

// One model server in one role, as configured.
struct EndpointOptions {
  std::string role;  // "text", "embedding", "speech"
  std::string name;  // "text-1": what logs, metrics and errors call it
  std::string url;   // ends in /v1; of the older form: without its route
  std::string model;
  std::string api_key;  // never logged, never in an error
  int weight = 1;       // its share beside others of its role
  std::size_t slots = limits::kModelSlots;
  std::size_t waiting_max = limits::kModelWaitingMax;
  Wire wire = Wire::openai;
};

struct Attempt {
  Ending ending;
  Result<HttpAnswer> answer;
  std::chrono::seconds retry_after{0};
  bool passing = false;  // a failure of the kind that passes by itself: 502, 503, 504
};

// What an endpoint is asked. `path` is appended to its url: "/chat/completions".
struct Call {
  std::string path;
  std::string content_type = "application/json";
  std::string body;
  std::shared_ptr<const std::string> file = {};  // behind the body, and `tail` behind it, as in HttpRequest
  std::string tail = {};
  std::string trace_id = {};
  std::size_t answer_bytes_max = 0;
  HttpRequest::OnPiece on_piece = {};
  // Told of a good answer, on the caller's loop: the reason when it cannot be used, which counts as a failure. Fails
  // with not_found where the answer is as it should be but for having no text.
  std::function<Result<void>(const HttpAnswer& answer)> read = {};
  // Whether something of the answer was already handed on, so that a second try would say it twice.
  std::function<bool()> begun = {};
};

enum class Health { unknown, up, loading, down };
std::string_view name_of(Health health);

// One model server behind its own gate and breaker, so that a slow one delays nobody but those who wait for it.
// Thread-safe. What it refers to outlives it; it outlives its calls.
class Endpoint {
 public:
  struct Parts {
    HttpClient& http;
    Metrics& metrics;
    const Clock& clock;
    const TraceNotes* traces = nullptr;  // what callers said of their traces; null: nothing
  };

  Endpoint(EndpointOptions options, Parts parts);
  Endpoint(const Endpoint&) = delete;
  Endpoint& operator=(const Endpoint&) = delete;

  // One try, no retries. Waits for a slot and for the answer until the deadline.
  async::Task<Attempt> attempt(Call call, Deadline deadline);
  // One call past the gate and the breaker, for what nobody waits for: how it ends counts nowhere, but a refusal of the
  // key or the model is remembered, and its end.
  async::Task<Result<HttpAnswer>> ask_aside(Call call, Deadline deadline);
  // Lets the next call try at once, however often it failed before.
  void reset_breaker() { breaker_.looks_well(); }
  // Whether the last check is too old: 30 s while all is well, 5 s while something is not.
  bool health_is_due() const;
  // Asks whether it is alive and remembers the answer; past the gate, and no more than limits::kModelHealthTime. What
  // calls it refuses does not show here: see Status::trouble.
  async::Task<void> check_health();

  const EndpointOptions& options() const { return options_; }
  bool would_admit() const { return breaker_.would_admit(); }
  // Calls inside and waiting, per weight: what decides between endpoints of one role.
  double load() const;

  // How the last call that did not end well ended, until one does. Calls that never reached the server say nothing.
  struct Trouble {
    Ending ending;
    std::string says;  // Error::text(): which endpoint, what happened, what to do
    WallTime at;
  };
  struct Status {
    Health health = Health::unknown;
    std::optional<WallTime> checked = {};
    async::Breaker::Status breaker = {};
    async::Gate::Counters gate = {};
    std::optional<Trouble> trouble = {};

    // It is alive, and refuses every call for its key or its model.
    bool refusing() const { return trouble && is_lasting_refusal(trouble->ending); }
  };
  Status status() const;
  // Copies what changes by itself (queue, breaker) into the metrics.
  void sample();

 private:
  async::Task<Attempt> attempt_inside(Call call, Deadline deadline);
  async::Task<Health> look(std::string url, Deadline deadline);
  HttpRequest request_of(Call& call) const;
  Attempt judge(const Call& call, Result<HttpAnswer> answer) const;
  Error explained(Error error) const;
  void count(Ending ending);
  void remember(const Attempt& attempt);

  const EndpointOptions options_;
  const Parts parts_;
  async::Gate gate_;
  async::Breaker breaker_;
  std::atomic<Health> health_{Health::unknown};
  static constexpr WallTime::rep kNever = std::numeric_limits<WallTime::rep>::min();
  std::atomic<WallTime::rep> checked_{kNever};
  mutable std::mutex trouble_mutex_;
  std::optional<Trouble> trouble_;
  std::map<std::string_view, Counter> outcomes_;
  Histogram duration_, queue_wait_;
  Gauge waiting_, inside_, breaker_state_, up_;
};

}  // namespace dossier::models
