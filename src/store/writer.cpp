#include "store/writer.h"

#include "base/limits.h"

#include <pthread.h>

#include <algorithm>
#include <exception>

namespace dossier::store {

namespace {

// Bulk work waits for people, but not for ever: after so many commits of theirs one of its transactions gets its turn.
constexpr int kGroupsBeforeBulk = 8;

Error shutting_down() {
  return {ErrorCode::cancelled, "the program is shutting down and this was not stored; try again after its restart"};
}

// Looks once at whether there is still a reason to begin.
std::optional<Error> reason_not_to_begin(const Writer::Write& write) {
  if (write.deadline.passed()) {
    return Error{ErrorCode::deadline_exceeded,
                 "the time allowed ran out before the database came to it; try again later"};
  }
  if (write.abandoned && write.abandoned()) {
    return Error{ErrorCode::cancelled, "the caller went away before the database came to it"};
  }
  return std::nullopt;
}

}  // namespace

Writer::Writer(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)), thread_([this] { run(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  ready_.notify_all();
  thread_.join();
}

Result<void> Writer::post(Write write) {
  {
    const std::lock_guard lock(mutex_);
    if (closing_) return shutting_down();
    const bool bulk = write.priority == Priority::bulk;
    std::deque<Write>& queue = bulk ? bulk_ : interactive_;
    if (queue.size() >= (bulk ? limits::kBulkWritesWaitingMax : limits::kWritesWaitingMax)) {
      ++counters_.refused;
      return Error{ErrorCode::over_capacity, "too many changes are waiting for the disk; try again in a few seconds"};
    }
    queue.push_back(std::move(write));
  }
  ready_.notify_one();
  return {};
}

Writer::Counters Writer::counters() const {
  const std::lock_guard lock(mutex_);
  Counters counters = counters_;
  counters.waiting = interactive_.size() + bulk_.size();
  return counters;
}

void Writer::run() {
  pthread_setname_np(pthread_self(), "store-writer");
  std::unique_lock lock(mutex_);
  while (std::optional<Write> first = next(lock)) {
    lock.unlock();
    run_group(std::move(*first));
    lock.lock();
  }
  std::deque<Write> dropped = std::move(interactive_);
  std::move(bulk_.begin(), bulk_.end(), std::back_inserter(dropped));
  lock.unlock();
  for (Write& write : dropped) write.done(shutting_down());
}

std::optional<Writer::Write> Writer::next(std::unique_lock<std::mutex>& lock) {
  ready_.wait(lock, [this] { return closing_ || !interactive_.empty() || !bulk_.empty(); });
  if (closing_) return std::nullopt;
  const bool turn_of_bulk = interactive_.empty() || (!bulk_.empty() && groups_since_bulk_ >= kGroupsBeforeBulk);
  groups_since_bulk_ = turn_of_bulk ? 0 : groups_since_bulk_ + 1;
  std::deque<Write>& queue = turn_of_bulk ? bulk_ : interactive_;
  Write write = std::move(queue.front());
  queue.pop_front();
  return write;
}

std::optional<Writer::Write> Writer::next_for_group() {
  const std::lock_guard lock(mutex_);
  if (closing_ || interactive_.empty()) return std::nullopt;
  Write write = std::move(interactive_.front());
  interactive_.pop_front();
  return write;
}

void Writer::run_group(Write first) {
  if (auto reason = reason_not_to_begin(first)) return first.done(std::move(*reason));
  if (Result<void> begun = connection_->run("BEGIN IMMEDIATE"); !begun) return first.done(std::move(begun).error());

  const bool alone = first.priority == Priority::bulk;
  const Deadline end_of_group = Deadline::after(limits::kWriteGroupTime);
  std::vector<Outcome> group;
  bool intact = run_body(std::move(first), group);
  while (intact && !alone && group.size() < limits::kWriteGroupMax && !end_of_group.passed()) {
    std::optional<Write> more = next_for_group();
    if (!more) break;
    if (auto reason = reason_not_to_begin(*more)) {
      more->done(std::move(*reason));
      continue;
    }
    intact = run_body(std::move(*more), group);
  }

  // When SQLite gave the whole transaction up (disk full, interrupted), those before the culprit are lost with it.
  const Result<void> committed = intact ? connection_->run("COMMIT") : group.back().result;
  if (connection_->in_transaction()) static_cast<void>(connection_->run("ROLLBACK"));
  finish(std::move(group), committed);
}

// Runs one member of the group inside a savepoint. False when the whole transaction is gone.
bool Writer::run_body(Write write, std::vector<Outcome>& group) {
  Transaction transaction(*connection_);
  Result<void> result = connection_->run("SAVEPOINT member");
  if (result) result = call(write, transaction);
  if (connection_->in_transaction()) {
    if (!result) static_cast<void>(connection_->run("ROLLBACK TO member"));
    static_cast<void>(connection_->run("RELEASE member"));
  }
  const bool intact = connection_->in_transaction();
  DOSSIER_CHECK(intact || !result);
  group.push_back({std::move(write), std::move(result), std::move(transaction.hooks_)});
  return intact;
}

Result<void> Writer::call(Write& write, Transaction& transaction) {
  // Interrupting a change makes SQLite roll back all of the transaction, others' work included: only bulk work, which
  // is alone in its transaction, may be stopped. Interactive work is short by contract.
  std::optional<Connection::Guard> guard;
  if (write.priority == Priority::bulk) guard.emplace(*connection_, write.deadline, nullptr);
  try {
    return write.body(transaction);
  } catch (const std::exception& exception) {
    return Error{ErrorCode::internal, std::string("a fault of the program: ") + exception.what()};
  }
}

void Writer::finish(std::vector<Outcome> group, const Result<void>& committed) {
  {
    const std::lock_guard lock(mutex_);
    if (committed) ++counters_.commits;
    for (const Outcome& outcome : group) ++(committed && outcome.result ? counters_.committed : counters_.failed);
  }
  for (Outcome& outcome : group) {
    const bool kept = committed && outcome.result;
    if (kept) {
      for (const auto& hook : outcome.hooks) hook();
    }
    Result<void> result = outcome.result && !committed ? committed : outcome.result;
    outcome.write.done(std::move(result));
  }
}

}  // namespace dossier::store
