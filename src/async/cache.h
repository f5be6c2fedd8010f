#pragma once

#include "async/cache_counters.h"
#include "async/completion.h"
#include "async/task_scope.h"

#include <boost/asio/post.hpp>

#include <algorithm>
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
// others, and when the last has left the making is cancelled. Thread-safe: callers may be on any loop, and each resumes
// on its own. The makings run on one loop, whose executor is given; `end` stops them there before the cache is
// destroyed.
template <class Value>
class Cache {
 public:
  // Makes the value, by a deadline of its own. An Error is told to those who wait and forgotten.
  using Make = std::function<Task<Result<Value>>()>;

  // Whether a value may be remembered; what may not is told to those who wait and forgotten, like an Error.
  using Keep = std::function<bool(const Value&)>;

  using Counters = CacheCounters;

  Cache(CacheOptions options, Executor executor, const Clock& clock, Keep keep = {})
      : options_(options), executor_(std::move(executor)), clock_(clock), keep_(std::move(keep)) {}
  Cache(const Cache&) = delete;
  Cache& operator=(const Cache&) = delete;

  // The remembered value, or the one that is made now.
  Task<Result<Value>> get(std::string key, Deadline deadline, Make make) {
    const Executor executor = co_await boost::asio::this_coro::executor;
    const std::shared_ptr<Waiter> waiter = Waiter::make(executor);
    std::shared_ptr<Making> making;
    {
      const std::lock_guard lock(mutex_);
      if (std::optional<Value> kept = find(key)) {
        ++counters_.hits;
        co_return *std::move(kept);
      }
      std::shared_ptr<Making>& known = making_[key];
      ++(known ? counters_.joined : counters_.misses);
      if (!known) {
        known = std::make_shared<Making>(executor_);
        start(key, known, std::move(make));
      }
      making = known;
      making->waiters.push_back(waiter);
    }
    Task<Result<Value>> waiting = Waiter::wait(waiter, deadline, "the making of a remembered answer");
    Result<Value> value = co_await std::move(waiting);
    leave(key, making, waiter);
    co_return value;
  }

  // On the loop of the makings: no more begin, those that run are cancelled and waited for.
  Task<Result<void>> end(Deadline deadline) {
    ended_ = true;
    const auto running = running_;
    for (const std::shared_ptr<Making>& making : running) {
      making->scope.cancel();
      Task<Result<void>> ending = making->scope.wait(deadline);
      CO_TRY_DO(co_await std::move(ending));
    }
    co_return Result<void>();
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
  // One making and those who wait for it.
  struct Making {
    explicit Making(Executor executor) : scope(std::move(executor)) {}
    std::vector<std::shared_ptr<Waiter>> waiters;  // under the lock
    TaskScope scope;                               // of this one task; the loop of the makings only
  };

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

  void start(const std::string& key, const std::shared_ptr<Making>& making, Make make) {
    boost::asio::post(executor_, [this, key, making, make = std::move(make)] {
      if (ended_) return finish(key, making, cancelled_error("the shutdown of the program"));
      running_.push_back(making);
      (void)making->scope.spawn([this, key, making, make]() -> Task<void> {
        Task<Result<Value>> begun = make();
        Result<Value> made = co_await std::move(begun);
        running_.remove(making);
        finish(key, making, std::move(made));
      });
    });
  }

  void finish(const std::string& key, const std::shared_ptr<Making>& making, Result<Value> made) {
    std::vector<std::shared_ptr<Waiter>> waiters;
    {
      const std::lock_guard lock(mutex_);
      waiters = std::move(making->waiters);
      making->waiters.clear();
      forget(key, making);
      if (made && (!keep_ || keep_(*made))) remember(key, *made);
    }
    for (const auto& waiter : waiters) waiter->complete(made);
  }

  // A caller does not wait any more, with a value or without. Nothing when the making has ended.
  void leave(const std::string& key, const std::shared_ptr<Making>& making, const std::shared_ptr<Waiter>& waiter) {
    const std::lock_guard lock(mutex_);
    auto& waiters = making->waiters;
    const auto at = std::find(waiters.begin(), waiters.end(), waiter);
    if (at == waiters.end()) return;
    waiters.erase(at);
    if (!waiters.empty()) return;
    ++counters_.abandoned;
    forget(key, making);  // whoever comes now has it made anew
    boost::asio::post(executor_, [making] { making->scope.cancel(); });
  }

  // With the lock held.
  void forget(const std::string& key, const std::shared_ptr<Making>& making) {
    const auto at = making_.find(key);
    if (at != making_.end() && at->second == making) making_.erase(at);
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
  std::unordered_map<std::string, std::shared_ptr<Making>> making_;
  Counters counters_;
  std::list<std::shared_ptr<Making>> running_;  // the loop of the makings only, as the next
  bool ended_ = false;
};

}  // namespace dossier::async
