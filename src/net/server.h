#pragma once

#include "async/pool.h"
#include "base/log.h"
#include "base/metrics.h"
#include "base/trace_notes.h"
#include "net/door.h"
#include "net/loops.h"
#include "net/router.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace dossier::net {

struct ServerOptions {
  std::string host = "127.0.0.1";  // an IP address
  std::uint16_t port = 8000;       // 0: any free one
  std::filesystem::path incoming;  // folder for files being received; exists (prepare_incoming)
  std::size_t connections_max = limits::kConnectionsMax;

  std::vector<std::string> cors_origins;  // "*" admits all
  std::string api_key;                    // empty: everybody may ask
  std::size_t rate_limit_requests = 0;    // per client and window; 0: no limit
  std::chrono::seconds rate_limit_window{60};
  bool trust_forwarded = false;  // the client is who X-Forwarded-For says: only behind a proxy of ours

  DoorOptions door = {};

  struct Times {
    std::chrono::milliseconds head = limits::kHeadTime, body = limits::kBodyTime, upload = limits::kUploadTime,
                              stall = limits::kStallTime, idle = limits::kIdleTime, drain = limits::kDrainTime;
  } times;
};

// What the server uses and does not own. All outlive it.
struct ServerParts {
  Loops& loops;
  const Router& router;
  async::Pool& files;  // writes what is uploaded
  Log& log;
  Metrics& metrics;
  std::vector<const async::Pool*> queues = {};  // where requests wait for threads
  Door::MemoryInUse memory_in_use = nullptr;    // null: memory is not looked at
  TraceNotes* traces = nullptr;                 // where what callers say of their traces is noted; null: nowhere
};

// Listens, and serves every connection on one of the loops. Made and ended on the main thread.
class Server {
 public:
  // Fails with `unavailable` when the address cannot be listened on; the message says why and what to do.
  static Result<std::unique_ptr<Server>> start(ServerOptions options, ServerParts parts);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;

  // Takes no new connections, closes idle ones, and lets requests in flight finish until the deadline; then cancels
  // what is left. Blocks. True when everything finished by itself.
  bool stop(Deadline deadline);

  // How much accepted work waits now; from any thread.
  void note_backlog(std::size_t waiting);

  struct Counters {
    std::size_t connections = 0, requests = 0;  // open now, in flight now
    std::size_t limited_clients = 0;            // that the rate limit remembers
    Door::Counters door = {};
    bool stopping = false;
  };
  Counters counters() const;

 private:
  struct State;
  explicit Server(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace dossier::net
