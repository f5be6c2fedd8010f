#include "server/dependency_watch.h"

#include "async/timer.h"
#include "server/model_health.h"
#include "server/run_on_loop.h"

#include <algorithm>

namespace dossier::server {

using async::Task;

namespace {

constexpr auto kEvery = std::chrono::seconds(30);  // the contract's
constexpr std::size_t kLooksMax = 100;             // the contract's
constexpr auto kAskTime = std::chrono::seconds(2);

std::vector<std::string_view> roles_of(std::string_view name) {
  if (name == "model_server") return {"text"};
  if (name == "asr_ocr_server") return {"speech", "image"};
  return {};
}

Result<void> check_name(std::string_view name) {
  const auto& names = DependencyWatch::kNames;
  if (std::find(names.begin(), names.end(), name) != names.end()) return {};
  return Error{ErrorCode::not_found,
               "'" + std::string(name) + "' is not watched; choose one of: model_server, asr_ocr_server, database"};
}

}  // namespace

DependencyWatch::DependencyWatch(Parts parts) : parts_(std::move(parts)), scope_(parts_.executor) {}

void DependencyWatch::start() {
  run_on_loop(parts_.executor, [this]() -> Task<void> {
    (void)scope_.spawn([this] { return work(); });
    co_return;
  });
}

void DependencyWatch::stop(Deadline deadline) {
  run_on_loop(parts_.executor, [this, deadline]() -> Task<void> {
    scope_.stop_intake();
    scope_.cancel();
    Task<Result<void>> ending = scope_.wait(deadline);
    (void)co_await std::move(ending);
  });
}

Task<void> DependencyWatch::work() {
  while (true) {
    for (const std::string_view name : kNames) {
      Task<Result<void>> asking = ask(std::string(name));
      const Result<void> well = co_await std::move(asking);
      note(name, well);
    }
    Task<Result<void>> pause = async::sleep_until(Deadline::after(kEvery));
    const Result<void> rested = co_await std::move(pause);
    if (!rested) co_return;
  }
}

// Model servers are asked by HealthWatch; here only what it found is read.
Task<Result<void>> DependencyWatch::ask(std::string name) {
  for (const std::string_view role : roles_of(name)) {
    if (role_health(parts_.models, role) == "unhealthy")
      co_return Error{ErrorCode::unavailable, "no endpoint of the role " + std::string(role) +
                                                  " can be used: " + role_trouble(parts_.models, role)};
  }
  if (name != "database") co_return Result<void>();
  auto asking = parts_.database.read({.deadline = Deadline::after(kAskTime)},
                                     [](store::Session& session) { return session.number("SELECT 1"); });
  const Result<std::int64_t> answered = co_await std::move(asking);
  co_return answered ? Result<void>() : Result<void>(answered.error());
}

void DependencyWatch::note(std::string_view name, const Result<void>& well) {
  const std::lock_guard lock(mutex_);
  Watched& one = watched(name);
  one.looks.push_back(well.has_value());
  if (one.looks.size() > kLooksMax) one.looks.pop_front();
  one.looked_at = parts_.clock.wall();
  one.note = well ? "" : well.error().text();
}

Task<Result<bool>> DependencyWatch::mend(std::string name) {
  CO_TRY_DO(begin_mending(name));
  // Whoever asked may leave: that this is no longer being mended must be noted all the same.
  struct End {
    DependencyWatch& watch;
    const std::string& name;
    ~End() { watch.end_mending(name); }
  };
  const End end{*this, name};
  for (models::Endpoint* endpoint : endpoints_of(name)) {
    Task<void> checking = endpoint->check_health();  // a good one lets an open breaker try
    co_await std::move(checking);
  }
  Task<Result<void>> asking = ask(name);
  const Result<void> well = co_await std::move(asking);
  note(name, well);
  if (well) mended(name);
  co_return well.has_value();
}

Result<void> DependencyWatch::begin_mending(const std::string& name) {
  TRY_DO(check_name(name));
  const std::lock_guard lock(mutex_);
  Mending& mending = watched(name).mending;
  const WallTime now = parts_.clock.wall();
  if (mending.in_progress)
    return Error{ErrorCode::conflict, name + " is being looked at already; ask again in a moment"};
  if (mending.last && now - *mending.last >= kMendingPause) mending.attempts = 0;
  if (mending.attempts >= kMendingsMax) {
    return Error{ErrorCode::conflict,
                 name + " was tried three times in vain; look at its own log, and try again in a minute"};
  }
  mending = {mending.attempts + 1, now, true};
  return {};
}

void DependencyWatch::end_mending(const std::string& name) {
  const std::lock_guard lock(mutex_);
  watched(name).mending.in_progress = false;
}

void DependencyWatch::mended(const std::string& name) {
  const std::lock_guard lock(mutex_);
  watched(name).mending.attempts = 0;
}

Result<void> DependencyWatch::reset_breaker(std::string_view name) {
  TRY_DO(check_name(name));
  for (models::Endpoint* endpoint : endpoints_of(name)) endpoint->reset_breaker();
  return {};
}

std::vector<models::Endpoint*> DependencyWatch::endpoints_of(std::string_view name) const {
  std::vector<models::Endpoint*> found;
  for (const std::string_view role : roles_of(name)) {
    for (models::Endpoint* endpoint : parts_.models.endpoints()) {
      if (endpoint->options().role == role) found.push_back(endpoint);
    }
  }
  return found;
}

DependencyWatch::Watched& DependencyWatch::watched(std::string_view name) {
  return watched_[static_cast<std::size_t>(std::find(kNames.begin(), kNames.end(), name) - kNames.begin())];
}

std::array<DependencyWatch::Watched, 3> DependencyWatch::all() const {
  const std::lock_guard lock(mutex_);
  return watched_;
}

}  // namespace dossier::server
