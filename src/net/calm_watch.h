#pragma once

#include "base/clock.h"

#include <cstddef>
#include <cstdint>

namespace dossier::net {

// Decides when memory that was freed is given back to the system. The C library keeps what a flood needed for the next
// one; a server that is calm again should need no more than before. Giving back holds up whoever allocates for some
// milliseconds, so it waits for calm, except while memory is short. Lives on one loop.
class CalmWatch {
 public:
  // To be asked ten times a second. True: give back now.
  bool should_give_back(SteadyTime now, std::size_t requests, std::uint64_t memory_bytes, bool short_of_memory);

 private:
  int calm_looks_ = 0;            // in a row
  std::uint64_t kept_bytes_ = 0;  // what was left the last time, once it has settled
  bool settling_ = false;         // given back in calm: the next look tells what was left, if it is calm, too
  SteadyTime given_back_{};
};

}  // namespace dossier::net
