#pragma once

#include "async/task.h"
#include "base/context.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dossier::load {

// A running server: "http://127.0.0.1:8000".
struct Target {
  std::string host;
  std::uint16_t port = 80;
  std::string api_key;  // empty: none is sent
};
// Fails with invalid_argument. Only http: what is measured is the server, not a proxy before it.
Result<Target> parse_target(std::string_view url, std::string api_key);

struct Reply {
  int status = 0;
  std::string body;
};

// One client with a connection of its own, which it keeps and opens anew when it was closed. On one loop.
class Client {
 public:
  Client(async::Executor executor, Target target);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  // Fails with unavailable (no connection, or it broke), deadline_exceeded or unreadable (no HTTP). The connection is
  // closed after a failure.
  async::Task<Result<Reply>> get(std::string path, Deadline deadline);
  async::Task<Result<Reply>> post(std::string path, std::string json, Deadline deadline);
  // A form with one file.
  async::Task<Result<Reply>> upload(std::string path, std::string file_name, std::string content, Deadline deadline);

 private:
  struct Wire;

  async::Task<Result<Reply>> send(std::string request, Deadline deadline);
  std::string head(std::string_view method, const std::string& path) const;

  const Target target_;
  std::shared_ptr<Wire> wire_;
};

}  // namespace dossier::load
