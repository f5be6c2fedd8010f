#pragma once

#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>

namespace dossier::desks::fir {

// Which sessions of the old interface are being approved at this moment. Its clients repeat a request that they think
// lost: a repetition that arrives while the first runs must not approve the next step, which nobody has read.
// Thread-safe; outlives its turns.
class SessionTurns {
 public:
  // Ends when it is destroyed.
  class Turn {
   public:
    Turn(Turn&& other) noexcept : turns_(std::exchange(other.turns_, nullptr)), session_(std::move(other.session_)) {}
    Turn& operator=(Turn&&) = delete;
    ~Turn() {
      if (turns_ != nullptr) turns_->end(session_);
    }
    // False: another has the turn.
    explicit operator bool() const { return turns_ != nullptr; }

   private:
    friend class SessionTurns;
    Turn(SessionTurns* turns, std::string session) : turns_(turns), session_(std::move(session)) {}
    SessionTurns* turns_;
    std::string session_;
  };

  Turn take(const std::string& session) {
    const std::lock_guard lock(mutex_);
    return {taken_.insert(session).second ? this : nullptr, session};
  }
  bool taken(const std::string& session) const {
    const std::lock_guard lock(mutex_);
    return taken_.contains(session);
  }

 private:
  void end(const std::string& session) {
    const std::lock_guard lock(mutex_);
    taken_.erase(session);
  }

  mutable std::mutex mutex_;
  std::set<std::string> taken_;  // no more than there are requests
};

}  // namespace dossier::desks::fir
