#pragma once

#include "base/context.h"

#include <boost/asio/execution_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <list>
#include <optional>

namespace dossier::async {

// For tests: the waits of one loop end when a test moves its clock, and not by themselves, so that a test says in which
// order things happen and needs no pause. The clock begins at the machine's present moment, so that a Deadline of
// either clock means the same. Everything on the thread that runs the loop.
//
//   boost::asio::io_context loop{1};
//   ManualTime time{loop};
//   ... begin something that waits, run the loop until nothing is ready ...
//   EXPECT_EQ(time.next(), time.clock().steady() + 250ms);
//   time.advance(250ms);  // and run the loop again
class ManualTime {
 public:
  // The loop outlives it.
  explicit ManualTime(boost::asio::execution_context& loop);
  ~ManualTime();
  ManualTime(const ManualTime&) = delete;
  ManualTime& operator=(const ManualTime&) = delete;

  const Clock& clock() const { return clock_; }
  Deadline after(std::chrono::nanoseconds wait) const { return Deadline::after(wait, clock_); }
  // When the earliest of those who wait wakes; nothing: nobody waits for a moment.
  std::optional<SteadyTime> next() const;
  std::size_t waiting() const { return waits_.size(); }
  // Moves the clock and wakes whose moment has come: they go on when the loop runs.
  void advance(std::chrono::nanoseconds by);

  // One wait on a timer, for as long as this exists. Of timer.cpp only.
  class Wait {
   public:
    explicit Wait(boost::asio::steady_timer& timer);
    ~Wait();
    Wait(const Wait&) = delete;
    Wait& operator=(const Wait&) = delete;
    bool due() const { return due_; }

   private:
    friend class ManualTime;
    ManualTime* time_;  // null: the machine's clock ends it, as in the program
    boost::asio::steady_timer& timer_;
    SteadyTime when_;
    bool due_ = false;
    std::list<Wait*>::iterator place_;
  };

 private:
  ManualClock clock_;
  boost::asio::execution_context& loop_;
  std::list<Wait*> waits_;
};

}  // namespace dossier::async
