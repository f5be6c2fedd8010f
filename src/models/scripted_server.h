#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

// For the tests of this room: a server on a real socket that does to every request what the test tells it to, also what
// no good server would.
namespace dossier::models {

class ScriptedServer {
 public:
  struct Request {
    std::string head, body;
  };
  // One connection, for the script. Everything blocks.
  class Wire {
   public:
    explicit Wire(int socket) : socket_(socket) {}
    void send(std::string_view bytes) const { (void)::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL); }
    void answer(std::string_view body, int status = 200, std::string_view headers = "") const {
      send("HTTP/1.1 " + std::to_string(status) + " Status\r\nContent-Type: application/json\r\n" +
           std::string(headers) + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body));
    }
    // Says nothing until the client goes away.
    void hang() const {
      char ignored;
      while (::recv(socket_, &ignored, 1, 0) > 0) continue;
    }
    void reset() const {
      const linger at_once{1, 0};
      ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
      ::shutdown(socket_, SHUT_RD);
    }

   private:
    int socket_;
  };
  // False ends the connection.
  using Script = std::function<bool(const Request&, const Wire&)>;

  explicit ScriptedServer(Script script) : script_(std::move(script)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(listener_, 64) != 0) abort();
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { accept_all(); });
  }
  ~ScriptedServer() {
    ::shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    ::close(listener_);
    {
      const std::lock_guard lock(mutex_);
      for (const int socket : sockets_) ::shutdown(socket, SHUT_RDWR);
    }
    for (std::thread& thread : threads_) thread.join();
    for (const int socket : sockets_) ::close(socket);
  }
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;

  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/v1"; }
  int connections() const { return connections_; }
  int requests() const { return requests_; }

 private:
  void accept_all() {
    while (true) {
      const int socket = ::accept(listener_, nullptr, nullptr);
      if (socket < 0) return;
      ++connections_;
      const std::lock_guard lock(mutex_);
      sockets_.push_back(socket);
      threads_.emplace_back([this, socket] {
        serve(socket);
        ::shutdown(socket, SHUT_RDWR);
      });
    }
  }
  void serve(int socket) {
    std::string received;
    while (true) {
      std::size_t end;
      while ((end = received.find("\r\n\r\n")) == std::string::npos) {
        if (!receive(socket, received)) return;
      }
      Request request{received.substr(0, end), ""};
      const std::size_t at = request.head.find("Content-Length: ");
      const std::size_t length = at == std::string::npos ? 0 : std::stoul(request.head.substr(at + 16));
      while (received.size() < end + 4 + length) {
        if (!receive(socket, received)) return;
      }
      request.body = received.substr(end + 4, length);
      received.erase(0, end + 4 + length);
      ++requests_;
      if (!script_(request, Wire(socket))) return;
    }
  }
  static bool receive(int socket, std::string& received) {
    char piece[65536];
    const ssize_t count = ::recv(socket, piece, sizeof piece, 0);
    if (count > 0) received.append(piece, static_cast<std::size_t>(count));
    return count > 0;
  }

  const Script script_;
  int listener_;
  std::uint16_t port_;
  std::atomic<int> connections_{0}, requests_{0};
  std::mutex mutex_;
  std::vector<int> sockets_;
  std::list<std::thread> threads_;
  std::thread acceptor_;
};

}  // namespace dossier::models
