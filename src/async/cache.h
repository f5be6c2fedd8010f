#pragma once

#include "async/completion.h"
#include "async/task_scope.h"

#include <boost/asio/post.hpp>

#include <list>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace dossier::async {

struct CacheOptions {
  std::size_t entries_max = 1'000;                          // then the one not asked for the longest goes
  std::chrono::nanoseconds time = std::chrono::minutes(5);  // after which an entry is made anew
};

// Remembers what was expensive to make, by a text that says everything it depends on. Callers who ask for the same
// thing at the same time wait for one making of it, each until its own deadline; whoever leaves takes nothing from the
// others. Thread-safe: callers may be on any loop, and each resumes on its own. The makings run on one loop, whose
// executor is given; `end` stops them there before the cache is destroyed.
template <class Value>
class Cache {
 public:
  // Makes the value. Its own deadline bounds it: nobody's leaving stops it. An Error is told to those who wait and
  // forgotten.
  using Make = std::function<Task<Result<Value>>()>;

  // Whether a value may be remembered; what may not is told to those who wait and forgotten, like an Error.
  using Keep = std::function<bool(const Value&)>;

  struct Counters {
    std::size_t entries = 0;
    std::uint64_t hits = 0;    // remembered
    std::uint64_t joined = 0;  // somebody was making it already
    std::uint64_t misses = 0;
  };

  Cache(CacheOptions options, Executor executor, const Clock& clock, Keep keep = {})
      : options_(options), executor_(executor), clock_(clock), keep_(std::move(keep)), scope_(std::move(executor)) {}
  Cache(const Cache&) = delete;
  Cache& operator=(const Cache&) = delete;

  // The remembered value, or the one that is made now.
  Task<Result<Value>> get(std::string key, Deadline deadline, Make make) {
    const Executor executor = co_await boost::asio::this_coro::executor;
    const std::shared_ptr<Waiter> waiter = Waiter::make(executor);
    {
      const std::lock_guard lock(mutex_);
      if (std::optional<Value> kept = find(key)) {
        ++counters_.hits;
        co_return *std::move(kept);
      }
      std::vector<std::shared_ptr<Waiter>>& waiters = making_[key];
      ++(waiters.empty() ? counters_.misses : counters_.joined);
      waiters.push_back(waiter);
      if (waiters.size() == 1) start(key, std::move(make));
    }
    Task<Result<Value>> waiting = Waiter::wait(waiter, deadline, "the making of a remembered answer");
    Result<Value> value = co_await std::move(waiting);
    co_return value;
  }

  // On the loop of the makings: no more begin, those that run are cancelled and waited for.
  Task<Result<void>> end(Deadline deadline) {
    scope_.stop_intake();
    scope_.cancel();
    Task<Result<void>> ending = scope_.wait(deadline);
    co_return co_await std::move(ending);
  }

  Counters counters() const {
    const std::lock_guard lock(mutex_);
    Counters counters = counters_;
    counters.entries = entries_.size();
    return counters;
  }

 private:
  using Waiter = Completion<Value>;
  struct Entry {
    std::string key;
    Value value;
    SteadyTime made;
  };
  using Place = typename std::list<Entry>::iterator;

  // With the lock held; what was asked for goes to the front.
  std::optional<Value> find(const std::string& key) {
    const auto at = places_.find(key);
    if (at == places_.end()) return std::nullopt;
    const Place place = at->second;
    if (clock_.steady() - place->made >= options_.time) {
      entries_.erase(place);
      places_.erase(at);
      return std::nullopt;
    }
    entries_.splice(entries_.begin(), entries_, place);
    return place->value;
  }

  void start(const std::string& key, Make make) {
    boost::asio::post(executor_, [this, key, make = std::move(make)] {
      const Result<void> spawned = scope_.spawn([this, key, make]() -> Task<void> {
        Task<Result<Value>> making = make();
        Result<Value> made = co_await std::move(making);
        finish(key, std::move(made));
      });
      if (!spawned) finish(key, spawned.error());
    });
  }

  void finish(const std::string& key, Result<Value> made) {
    std::vector<std::shared_ptr<Waiter>> waiters;
    {
      const std::lock_guard lock(mutex_);
      waiters = std::move(making_[key]);
      making_.erase(key);
      if (made && (!keep_ || keep_(*made))) remember(key, *made);
    }
    for (const auto& waiter : waiters) waiter->complete(made);
  }

  void remember(const std::string& key, const Value& value) {
    if (const auto at = places_.find(key); at != places_.end()) {
      entries_.erase(at->second);
      places_.erase(at);
    }
    entries_.push_front({key, value, clock_.steady()});
    places_[key] = entries_.begin();
    if (entries_.size() <= options_.entries_max) return;
    places_.erase(entries_.back().key);
    entries_.pop_back();
  }

  const CacheOptions options_;
  const Executor executor_;
  const Clock& clock_;
  const Keep keep_;
  mutable std::mutex mutex_;
  std::list<Entry> entries_;  // the one asked for last in front
  std::unordered_map<std::string, Place> places_;
  std::unordered_map<std::string, std::vector<std::shared_ptr<Waiter>>> making_;
  Counters counters_;
  TaskScope scope_;
};

}  // namespace dossier::async
