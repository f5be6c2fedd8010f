#pragma once

#include "base/clock.h"

#include <algorithm>
#include <string>

namespace dossier {

// The moment after which nobody waits for the answer. Travels with the request; inner waits get what is left of it.
class Deadline {
 public:
  static Deadline at(SteadyTime when) { return Deadline(when); }
  static Deadline after(std::chrono::nanoseconds wait, const Clock& clock = system_clock()) {
    return Deadline(clock.steady() + std::chrono::duration_cast<SteadyTime::duration>(wait));
  }
  static Deadline never() { return Deadline(SteadyTime::max()); }

  SteadyTime when() const { return when_; }
  bool passed(const Clock& clock = system_clock()) const { return clock.steady() >= when_; }
  Deadline sooner(Deadline other) const { return Deadline(std::min(when_, other.when_)); }

 private:
  explicit Deadline(SteadyTime when) : when_(when) {}
  SteadyTime when_;
};

// What travels with every request and job: until when it may take, how it is found in the logs, who asked.
struct Context {
  Deadline deadline = Deadline::never();
  std::string trace_id = {};            // 32 hex digits (W3C trace context), or a job's name
  std::string principal = "anonymous";  // who is written into the journal
};

}  // namespace dossier
