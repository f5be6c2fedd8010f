#pragma once

#include "async/task_scope.h"
#include "base/json_writer.h"
#include "models/models.h"
#include "store/database.h"

#include <array>
#include <deque>
#include <mutex>
#include <optional>

namespace dossier::server {

// What the program depends on, under the names that the FIR contract has for it: model_server (text), asr_ocr_server
// (speech and pictures) and database. Looked at every 30 s in the background; the last hundred looks of each are kept.
// A model server that is not configured is not missed, so it counts as well. A person may have one mended: it is looked
// at at once, and when that goes well its breaker lets a call try. Used from all loops; what it refers to outlives it.
class DependencyWatch {
 public:
  static constexpr std::array<std::string_view, 3> kNames = {"model_server", "asr_ocr_server", "database"};
  static constexpr int kMendingsMax = 3;  // without success, then none for so long; the contract's, both
  static constexpr std::chrono::seconds kMendingPause{60};

  struct Parts {
    async::Executor executor;  // of the loop on which it looks
    store::Database& database;
    models::Models& models;
    const Clock& clock;
  };
  explicit DependencyWatch(Parts parts);

  // On the main thread. stop() cancels the present look and waits for it.
  void start();
  void stop(Deadline deadline);

  // Whether it is well now. Fails with not_found, and with conflict while it is being mended already or was too often
  // in vain.
  async::Task<Result<bool>> mend(std::string name);
  // Lets a call to it try at once. Fails with not_found. The database has no breaker.
  Result<void> reset_breaker(std::string_view name);

  // The parts of the contract's answers.
  void write_breaker(JsonWriter& json, std::string_view name) const;
  void write_breakers(JsonWriter& json) const;  // of both model servers, and of each endpoint under its own name
  void write_monitor(JsonWriter& json) const;
  void write_recovery(JsonWriter& json) const;
  void write_recovery_of(JsonWriter& json, std::string_view name) const;

 private:
  struct Mending {
    int attempts = 0;  // since it last went well
    std::optional<WallTime> last = {};
    bool in_progress = false;
  };
  struct Watched {
    std::deque<bool> looks;  // the newest last
    std::optional<WallTime> looked_at;
    std::string note;  // what was wrong
    Mending mending;
  };

  async::Task<void> work();
  async::Task<Result<void>> ask(std::string name);  // one of kNames
  void note(std::string_view name, const Result<void>& well);
  Result<void> begin_mending(const std::string& name);
  void end_mending(const std::string& name);
  void mended(const std::string& name);
  std::vector<models::Endpoint*> endpoints_of(std::string_view name) const;
  Watched& watched(std::string_view name);  // with the lock held
  std::array<Watched, 3> all() const;

  const Parts parts_;
  mutable std::mutex mutex_;
  std::array<Watched, 3> watched_;
  async::TaskScope scope_;
};

}  // namespace dossier::server
