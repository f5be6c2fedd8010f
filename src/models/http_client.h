#pragma once

#include "async/task.h"
#include "base/context.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::models {

struct HttpRequest {
  // A piece of a good (2xx) answer as it arrives, on the caller's loop, never after send() has returned. False: enough,
  // the connection is closed.
  using OnPiece = std::function<bool(std::string_view piece)>;

  std::string url;
  std::vector<std::string> headers = {};  // "Name: value"; may hold a key, so never logged
  std::string body = {};                  // empty: GET, else POST
  // Sent behind the body, and `tail` behind it: a file of 25 MiB that no attempt copies. Null: the body is all.
  std::shared_ptr<const std::string> file = {};
  std::string tail = {};
  std::size_t answer_bytes_max = 0;  // of the decoded body
  OnPiece on_piece = {};             // set: a good answer's body is handed on and not kept
};

struct HttpAnswer {
  int status = 0;
  std::string body = {};  // of a streamed answer: only when the status is not good
  std::chrono::seconds retry_after{0};

  bool good() const { return status >= 200 && status < 300; }
};

struct HttpClientOptions {
  std::string ca_file = {};                       // PEM; empty: the system's certificates
  std::chrono::milliseconds connect_time{3'000};  // name look-up, TCP and TLS together
  std::size_t calls_max = 1'000;                  // running or handed over
  std::size_t connections_max = 100;
};

// Outgoing HTTP: one thread, one curl multi handle. Connections are kept and reused, HTTP/2 is taken where TLS offers
// it, certificates and names are verified, the proxies of the environment (https_proxy, no_proxy) are honoured,
// redirects are not followed: a key must not wander. Thread-safe; the loops outlive it, and it outlives its callers.
class HttpClient {
 public:
  explicit HttpClient(HttpClientOptions options);
  // Ends what runs with `cancelled`. Does not wait for a name look-up that hangs.
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  // Any answer with a status is a success. Fails with over_capacity (too many calls), unavailable (no connection, or it
  // broke), deadline_exceeded, too_large, or cancelled. When the caller leaves, by its deadline or cancelled, the
  // connection is closed, which is how model servers are told to stop.
  async::Task<Result<HttpAnswer>> send(HttpRequest request, Deadline deadline);

 private:
  class Worker;
  std::unique_ptr<Worker> worker_;
};

}  // namespace dossier::models
