#include "models/models.h"

#include "async/timer.h"
#include "models/ca_file.h"

namespace dossier::models {

using async::Task;

template <class Client>
std::unique_ptr<Models::Role<Client>> Models::make(const RoleOptions& options, Endpoint::Parts parts) {
  EndpointList list = read_endpoints(options);
  faults_.insert(faults_.end(), list.faults.begin(), list.faults.end());
  if (list.endpoints.empty()) return nullptr;
  return std::make_unique<Role<Client>>(std::move(list.endpoints), parts);
}

Models::Models(ModelsOptions options, Parts parts) : log_(parts.log) {
  if (options.text.urls.empty() && options.embedding.urls.empty() && options.speech.urls.empty() &&
      options.image.urls.empty())
    return;
  if (!options.ca_file.empty()) {
    if (const Result<void> usable = check_ca_file(options.ca_file); !usable) faults_.push_back(usable.error());
  }
  http_ = std::make_unique<HttpClient>(HttpClientOptions{.ca_file = options.ca_file,
                                                         .connect_time = limits::kModelConnectTime,
                                                         .calls_max = limits::kModelCallsMax,
                                                         .connections_max = limits::kModelConnectionsMax});
  const Endpoint::Parts behind{*http_, parts.metrics, parts.clock, parts.traces};
  text_ = make<ChatClient>(options.text, behind);
  embedding_ = make<EmbeddingClient>(options.embedding, behind);
  speech_ = make<TranscriptionClient>(options.speech, behind);
  image_ = make<OcrClient>(options.image, behind);
  for (const Error& fault : faults_)
    log_.warning("model_server_left_out", {{"setting", fault.where}, {"error", fault.message}});
  for (Endpoint* endpoint : endpoints())
    log_.info("model_server", {{"endpoint", endpoint->options().name}, {"url", endpoint->options().url}});
}

std::vector<Endpoint*> Models::endpoints() const {
  std::vector<Endpoint*> all;
  const auto add = [&all](const auto& role) {
    if (!role) return;
    for (const auto& endpoint : role->fleet.endpoints()) all.push_back(endpoint.get());
  };
  add(text_);
  add(embedding_);
  add(speech_);
  add(image_);
  return all;
}

void Models::sample() {
  for (Endpoint* endpoint : endpoints()) endpoint->sample();
}

Task<std::vector<Endpoint*>> Models::check_health() {
  std::vector<Endpoint*> came_up;
  for (Endpoint* endpoint : endpoints()) {
    if (!endpoint->health_is_due()) continue;
    const Health before = endpoint->status().health;
    Task<void> checking = endpoint->check_health();
    co_await std::move(checking);
    const Endpoint::Status now = endpoint->status();
    if (now.health != before)
      log_.info("model_server_health", {{"endpoint", endpoint->options().name}, {"health", name_of(now.health)}});
    if (now.health == Health::up && (now.health != before || now.refusing())) came_up.push_back(endpoint);
  }
  co_return came_up;
}

HealthWatch::HealthWatch(async::Executor executor, Models& models, Log& log, OnUp on_up)
    : models_(models), on_up_(std::move(on_up)), scope_(std::move(executor), [&log](const std::string& what) {
        log.error("model_health_fault", {{"error", what}});
      }) {}

Task<void> HealthWatch::start() {
  if (!models_.endpoints().empty()) (void)scope_.spawn([this] { return work(); });
  co_return;
}

Task<void> HealthWatch::stop(Deadline deadline) {
  scope_.stop_intake();
  scope_.cancel();
  Task<Result<void>> ending = scope_.wait(deadline);
  (void)co_await std::move(ending);
}

Task<void> HealthWatch::work() {
  while (true) {
    Task<std::vector<Endpoint*>> checking = models_.check_health();
    const std::vector<Endpoint*> came_up = co_await std::move(checking);
    for (Endpoint* endpoint : came_up) {
      if (on_up_ && waking_.insert(endpoint).second) (void)scope_.spawn([this, endpoint] { return wake(*endpoint); });
    }
    Task<Result<void>> resting = async::sleep_until(Deadline::after(limits::kModelHealthAgainAfter));
    const Result<void> rested = co_await std::move(resting);
    if (!rested) co_return;
  }
}

Task<void> HealthWatch::wake(Endpoint& endpoint) {
  Task<void> waking = on_up_(endpoint);
  co_await std::move(waking);
  waking_.erase(&endpoint);
}

}  // namespace dossier::models
