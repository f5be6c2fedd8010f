#pragma once

#include "async/cache_counters.h"
#include "base/json_writer.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::server {

// A cache of the program by the name it has in the metrics (cache_hits{cache="knowledge"}). What the function refers to
// outlives whoever has this.
struct WatchedCache {
  std::string name;
  std::function<async::CacheCounters()> counters;
};
using WatchedCaches = std::vector<WatchedCache>;

// {"knowledge": {"entries", "hits", "joined", "misses", "hit_rate"}, ...}
void write_caches(JsonWriter& json, const WatchedCaches& caches);
// What the cache of that name holds; 0 when there is none.
std::size_t entries_of(const WatchedCaches& caches, std::string_view name);

}  // namespace dossier::server
