#pragma once

#include <cstddef>
#include <cstdint>

namespace dossier::async {

// How a cache does, since the start.
struct CacheCounters {
  std::size_t entries = 0;   // held now
  std::uint64_t hits = 0;    // remembered
  std::uint64_t joined = 0;  // somebody was making it already
  std::uint64_t misses = 0;
  std::uint64_t abandoned = 0;  // makings that were cancelled because nobody waited any more

  // The share of those who asked that nothing had to be made for; 0 when nobody has asked.
  double hit_rate() const {
    const auto asked = static_cast<double>(hits + joined + misses);
    return asked == 0 ? 0 : static_cast<double>(hits + joined) / asked;
  }
};

}  // namespace dossier::async
