#include "models/remembering_embedder.h"

#include "async/timer.h"
#include "models/limits.h"

#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>

#include <algorithm>

namespace dossier::models {

using async::Task;

RememberingEmbedder::RememberingEmbedder(std::size_t entries_max, Parts parts)
    : entries_max_(entries_max),
      parts_(std::move(parts)),
      figures_(parts_.metrics, "embeddings"),
      batches_(parts_.metrics.counter("embedding_batches_total", "Calls that embedded the texts of all who asked.")),
      scope_(parts_.executor) {}

Task<Result<std::vector<Vector>>> RememberingEmbedder::embed(Context context, std::vector<std::string> texts) {
  CO_TRY_DO(check_texts(texts));
  const async::Executor executor = co_await boost::asio::this_coro::executor;
  std::vector<Vector> vectors(texts.size());
  std::vector<std::pair<std::size_t, std::shared_ptr<Waiter>>> waiting;
  {
    const std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (const Vector* known = find(texts[i])) {
        ++counters_.hits;
        vectors[i] = *known;
        continue;
      }
      if (queue_.size() >= limits::kEmbeddingQueueMax)
        co_return Error{ErrorCode::over_capacity, "too many texts wait for the embedding model; try again later"};
      waiting.emplace_back(i, Waiter::make(executor));
      want(texts[i], waiting.back().second);
    }
  }
  figures_.show(counters());
  for (const auto& [place, waiter] : waiting) {
    Task<Result<Vector>> arriving = Waiter::wait(waiter, context.deadline, "the embedding of a text");
    CO_TRY(vectors[place], co_await std::move(arriving));
  }
  co_return vectors;
}

std::vector<Vector> RememberingEmbedder::remembered(const std::vector<std::string>& texts) {
  std::vector<Vector> vectors;
  vectors.reserve(texts.size());
  const std::lock_guard lock(mutex_);
  for (const std::string& text : texts) {
    const Vector* known = find(text);
    vectors.push_back(known == nullptr ? Vector() : *known);
  }
  return vectors;
}

std::uint64_t RememberingEmbedder::generation() const {
  const std::lock_guard lock(mutex_);
  return generation_;
}

async::CacheCounters RememberingEmbedder::counters() const {
  const std::lock_guard lock(mutex_);
  async::CacheCounters counters = counters_;
  counters.entries = entries_.size();
  return counters;
}

Task<Result<void>> RememberingEmbedder::end(Deadline deadline) {
  scope_.stop_intake();
  scope_.cancel();
  Task<Result<void>> ending = scope_.wait(deadline);
  co_return co_await std::move(ending);
}

const Vector* RememberingEmbedder::find(const std::string& text) {
  const auto at = places_.find(text);
  if (at == places_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, at->second);
  return &at->second->vector;
}

void RememberingEmbedder::want(const std::string& text, const std::shared_ptr<Waiter>& waiter) {
  std::vector<std::shared_ptr<Waiter>>& waiters = wanted_[text];
  waiters.push_back(waiter);
  if (waiters.size() > 1) return void(++counters_.joined);
  ++counters_.misses;
  queue_.push_back(text);
  if (std::exchange(gathering_, true)) return;
  boost::asio::post(parts_.executor, [this] {
    if (scope_.spawn([this] { return gather(); })) return;
    settle(std::exchange(queue_, {}), async::cancelled_error("the shutdown of the program"));
  });
}

// Sends what has come together, batch after batch: whoever has many leaves room for others at the gate.
Task<void> RememberingEmbedder::gather() {
  Task<Result<void>> gathering = async::sleep_until(Deadline::after(limits::kEmbeddingGatherTime));
  (void)co_await std::move(gathering);
  std::vector<std::string> batch;
  while (true) {
    {
      const std::lock_guard lock(mutex_);
      const std::size_t count = std::min(queue_.size(), limits::kEmbeddingBatchMax);
      gathering_ = count > 0;
      if (count == 0) co_return;
      batch.assign(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(count));
      queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(count));
    }
    Task<void> sending = send(std::move(batch));
    co_await std::move(sending);
  }
}

Task<void> RememberingEmbedder::send(std::vector<std::string> texts) {
  batches_.add();
  Task<Result<std::vector<Vector>>> embedding =
      parts_.inner.embed({.deadline = Deadline::after(limits::kEmbeddingCallTime)}, texts);
  const Result<std::vector<Vector>> made = co_await std::move(embedding);
  settle(texts, made);
}

void RememberingEmbedder::settle(const std::vector<std::string>& texts, const Result<std::vector<Vector>>& made) {
  std::vector<std::pair<std::shared_ptr<Waiter>, std::size_t>> told;
  {
    const std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (auto& waiter : wanted_[texts[i]]) told.emplace_back(std::move(waiter), i);
      wanted_.erase(texts[i]);
      if (made) remember(texts[i], (*made)[i]);
    }
  }
  for (const auto& [waiter, place] : told) made ? waiter->complete((*made)[place]) : waiter->complete(made.error());
}

void RememberingEmbedder::remember(const std::string& text, const Vector& vector) {
  if (!entries_.empty() && entries_.front().vector.size() != vector.size()) {
    entries_.clear();
    places_.clear();
    ++generation_;
  }
  if (places_.contains(text)) return;
  entries_.push_front({text, vector});
  places_[text] = entries_.begin();
  if (entries_.size() <= entries_max_) return;
  places_.erase(entries_.back().text);
  entries_.pop_back();
}

}  // namespace dossier::models
