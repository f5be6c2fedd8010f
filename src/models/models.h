#pragma once

#include "async/task_scope.h"
#include "base/log.h"
#include "models/chat_client.h"
#include "models/embedder.h"
#include "models/endpoint_list.h"
#include "models/image_reader.h"
#include "models/speech.h"

#include <memory>
#include <set>
#include <span>

namespace dossier::models {

struct ModelsOptions {
  RoleOptions text{.role = "text"}, embedding{.role = "embedding"}, speech{.role = "speech"}, image{.role = "image"};
  std::string ca_file = {};  // PEM of an authority of one's own; empty: the system's
};

// All model servers the configuration names. What is not configured, or not rightly, is simply not there: everything
// that uses a model can do without. Made, started and stopped on the main thread; used from all loops, which outlive
// it.
class Models {
 public:
  // What they refer to outlives it. `traces`: null where nobody's trace goes on from here.
  struct Parts {
    Log& log;
    Metrics& metrics;
    const Clock& clock;
    const TraceNotes* traces = nullptr;
  };
  Models(ModelsOptions options, Parts parts);
  Models(const Models&) = delete;
  Models& operator=(const Models&) = delete;

  TextModel* text() { return text_ ? &text_->client : nullptr; }  // null: none
  Embedder* embedder() { return embedding_ ? &embedding_->client : nullptr; }
  Speech* speech() { return speech_ ? &speech_->client : nullptr; }
  ImageReader* image() { return image_ ? &image_->client : nullptr; }

  // Every endpoint of every role. Costs nothing: health is asked for in the background.
  std::vector<Endpoint*> endpoints() const;
  // What the settings say and cannot be used. `where` begins with the setting: "models.text_url", "models.ca_file".
  std::span<const Error> faults() const { return faults_; }
  // Copies what changes by itself into the metrics.
  void sample();

  // Checks the health of those endpoints where it is due, one after the other, and gives those that have come up, and
  // those that are up and refuse every call: only a call can tell whether that is over.
  // Called by HealthWatch.
  async::Task<std::vector<Endpoint*>> check_health();

 private:
  template <class Client>
  struct Role {
    Role(std::vector<EndpointOptions> endpoints, Endpoint::Parts parts)
        : fleet(std::move(endpoints), parts, random_chance), client(fleet) {}
    Fleet fleet;
    Client client;
  };
  template <class Client>
  std::unique_ptr<Role<Client>> make(const RoleOptions& options, Endpoint::Parts parts);

  Log& log_;
  std::vector<Error> faults_;
  std::unique_ptr<HttpClient> http_;  // null: nothing is configured, so there is no thread for it
  std::unique_ptr<Role<ChatClient>> text_;
  std::unique_ptr<Role<EmbeddingClient>> embedding_;
  std::unique_ptr<Role<TranscriptionClient>> speech_;
  std::unique_ptr<Role<OcrClient>> image_;
};

// Looks after the health of all endpoints in the background, so that nobody who asks for it waits. Made, started and
// stopped on the main thread; works on one loop.
class HealthWatch {
 public:
  // What is done with an endpoint that was not up and now is, or refuses, in a task of its own.
  using OnUp = std::function<async::Task<void>(Endpoint& endpoint)>;

  HealthWatch(async::Executor executor, Models& models, Log& log, OnUp on_up = {});

  // To be called on the loop: begins at once, and delays nobody.
  async::Task<void> start();
  async::Task<void> stop(Deadline deadline);

 private:
  async::Task<void> work();
  async::Task<void> wake(Endpoint& endpoint);

  Models& models_;
  const OnUp on_up_;
  std::set<Endpoint*> waking_;  // one that is still being woken is not woken a second time
  async::TaskScope scope_;
};

}  // namespace dossier::models
