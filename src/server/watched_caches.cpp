#include "server/watched_caches.h"

namespace dossier::server {

void write_caches(JsonWriter& json, const WatchedCaches& caches) {
  json.begin_object();
  for (const WatchedCache& cache : caches) {
    const async::CacheCounters now = cache.counters();
    json.key(cache.name).begin_object().member("entries", now.entries).member("hits", now.hits);
    json.member("joined", now.joined).member("misses", now.misses).member("hit_rate", now.hit_rate()).end_object();
  }
  json.end_object();
}

std::size_t entries_of(const WatchedCaches& caches, std::string_view name) {
  for (const WatchedCache& cache : caches) {
    if (cache.name == name) return cache.counters().entries;
  }
  return 0;
}

}  // namespace dossier::server
