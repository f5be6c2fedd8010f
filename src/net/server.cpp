#include "net/server.h"

#include "async/task_scope.h"
#include "net/calm_watch.h"
#include "net/connection.h"
#include "net/site.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/use_future.hpp>
#include <malloc.h>

#include <future>
#include <list>

namespace dossier::net {
namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

namespace {

constexpr auto kSweep = std::chrono::milliseconds(100);

}  // namespace

// What one loop holds for the server. Everything on that loop's thread.
struct Hall {
  Hall(const async::Executor& loop, Site& shared, Log& log)
      : executor(loop), site(shared), sweeper(loop), scope(loop, [&log](const std::string& what) {
          log.error("connection_fault", {{"error", what}});
        }) {}

  async::Executor executor;
  Site& site;
  std::list<std::shared_ptr<Connection>> connections;
  asio::steady_timer sweeper;
  async::TaskScope scope;

  void sweep();
  void serve(Tcp::socket socket, std::string peer, Connection::Seat seat);
  Task<void> run(std::shared_ptr<Connection> connection);
};

void Hall::sweep() {
  sweeper.expires_after(kSweep);
  sweeper.async_wait([this](const boost::system::error_code& stopped) {
    if (stopped) return;
    const SteadyTime now = system_clock().steady();
    for (const auto& connection : connections) connection->sweep(now);
    sweep();
  });
}

void Hall::serve(Tcp::socket socket, std::string peer, Connection::Seat seat) {
  auto connection = std::make_shared<Connection>(site, std::move(socket), std::move(peer), seat);
  (void)scope.spawn([this, connection] { return run(connection); });
}

Task<void> Hall::run(std::shared_ptr<Connection> connection) {
  const auto place = connections.insert(connections.end(), connection);
  Task<void> running = connection->run();
  std::exception_ptr fault;
  try {
    co_await std::move(running);
  } catch (...) {
    fault = std::current_exception();
  }
  connections.erase(place);
  if (fault) std::rethrow_exception(fault);
}

struct Server::State {
  State(ServerOptions options, ServerParts parts)
      : site(std::move(options), parts), door(parts.loops.executor(0)), memory_timer(parts.loops.executor(0)) {
    for (std::size_t i = 0; i < parts.loops.size(); ++i) {
      halls.push_back(std::make_unique<Hall>(parts.loops.executor(i), site, parts.log));
    }
  }

  Result<void> listen();
  void accept();
  void watch_memory();
  void admit(Tcp::socket socket, std::size_t hall);
  // Lets those in who had come before the door was closed.
  void close_door();

  Site site;
  std::vector<std::unique_ptr<Hall>> halls;
  Tcp::acceptor door;  // loop 0
  std::size_t next = 0;
  bool stopped = false;
  asio::steady_timer memory_timer;  // loop 0
  CalmWatch calm;
};

namespace {

Error listen_error(const ServerOptions& options, const boost::system::error_code& fault) {
  const std::string where = options.host + ":" + std::to_string(options.port);
  if (fault == asio::error::address_in_use)
    return {ErrorCode::unavailable, "another program listens there already; stop it or choose another --port", where};
  if (fault == asio::error::access_denied)
    return {ErrorCode::unavailable, "ports below 1024 need special rights; choose another --port", where};
  return {ErrorCode::unavailable, "cannot listen there: " + fault.message(), where};
}

// Runs `function` on the executor's loop and waits for it.
template <class F>
void run_there(const async::Executor& executor, F function) {
  std::promise<void> done;
  asio::post(executor, [&] {
    function();
    done.set_value();
  });
  done.get_future().wait();
}

}  // namespace

Result<void> Server::State::listen() {
  boost::system::error_code fault;
  const auto address = asio::ip::make_address(site.options.host, fault);
  if (fault)
    return Error{ErrorCode::invalid_argument, "the host must be an IP address such as 127.0.0.1", site.options.host};
  const Tcp::endpoint endpoint(address, site.options.port);
  door.open(endpoint.protocol(), fault);
  // Only lets us listen while connections of an earlier run are still closing; two servers on one port stay impossible.
  if (!fault) door.set_option(Tcp::acceptor::reuse_address(true), fault);
  if (!fault) door.bind(endpoint, fault);
  if (!fault) door.listen(Tcp::acceptor::max_listen_connections, fault);
  if (fault) return listen_error(site.options, fault);
  return {};
}

// Each connection is accepted straight into the loop that will serve it, in turn.
void Server::State::accept() {
  const std::size_t hall = next++ % halls.size();
  door.async_accept(halls[hall]->executor, [this, hall](const boost::system::error_code& fault, Tcp::socket socket) {
    if (fault == asio::error::operation_aborted) return;
    if (!fault) admit(std::move(socket), hall);
    if (!door.is_open()) return;
    if (fault == asio::error::no_descriptors || fault == asio::error::no_buffer_space) {
      // Out of descriptors: accepting at once would only spin. Those who wait stay in the kernel's queue.
      (void)halls[0]->scope.spawn([this]() -> Task<void> {
        Task<Result<void>> pause = async::sleep_until(Deadline::after(kSweep));
        (void)co_await std::move(pause);
        if (door.is_open()) accept();
      });
      return;
    }
    accept();
  });
}

// What was freed after a peak still counts as ours until it is given back, off the loop.
void Server::State::watch_memory() {
  site.door.look_at_queues();
  const bool short_of_it = site.door.look_at_memory();
  const std::uint64_t memory = site.door.counters().memory_bytes;
  if (calm.should_give_back(system_clock().steady(), site.requests.load(std::memory_order_relaxed), memory,
                            short_of_it)) {
    (void)site.parts.files.post([](async::Turn turn) {
      if (turn == async::Turn::run) malloc_trim(0);
    });
  }
  memory_timer.expires_after(kSweep);
  memory_timer.async_wait([this](const boost::system::error_code& ended) {
    if (!ended && !site.stopping.load(std::memory_order_relaxed)) watch_memory();
  });
}

void Server::State::admit(Tcp::socket socket, std::size_t hall) {
  const std::size_t open = site.connections.load(std::memory_order_relaxed);
  if (open >= site.options.connections_max + limits::kReservedConnections) return;  // closed without a word
  const auto seat = open < site.options.connections_max ? Connection::Seat::usual : Connection::Seat::reserved;
  boost::system::error_code ignored;
  std::string peer = socket.remote_endpoint(ignored).address().to_string();
  Hall& there = *halls[hall];
  asio::post(there.executor, [&there, seat, socket = std::move(socket), peer = std::move(peer)]() mutable {
    there.serve(std::move(socket), std::move(peer), seat);
  });
}

void Server::State::close_door() {
  boost::system::error_code fault;
  door.non_blocking(true, fault);
  for (std::size_t i = 0; i < site.options.connections_max && !fault; ++i) {
    const std::size_t hall = next++ % halls.size();
    Tcp::socket socket(halls[hall]->executor);
    door.accept(socket, fault);
    if (!fault) admit(std::move(socket), hall);
  }
  door.close(fault);
}

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}

Result<std::unique_ptr<Server>> Server::start(ServerOptions options, ServerParts parts) {
  auto state = std::make_unique<State>(std::move(options), parts);
  TRY_DO(state->listen());
  State& started = *state;
  for (const auto& hall : started.halls) run_there(hall->executor, [&] { hall->sweep(); });
  run_there(parts.loops.executor(0), [&] {
    started.accept();
    started.watch_memory();
  });
  return std::unique_ptr<Server>(new Server(std::move(state)));
}

Server::~Server() {
  stop(Deadline::after(std::chrono::seconds(0)));
}

std::uint16_t Server::port() const {
  boost::system::error_code ignored;
  return state_->door.local_endpoint(ignored).port();
}

void Server::note_backlog(std::size_t waiting) {
  state_->site.door.note_backlog(waiting);
}

Server::Counters Server::counters() const {
  return {state_->site.connections.load(), state_->site.requests.load(), state_->site.rate_limit.clients(),
          state_->site.door.counters(), state_->site.stopping.load()};
}

bool Server::stop(Deadline deadline) {
  State& state = *state_;
  if (std::exchange(state.stopped, true)) return true;
  state.site.stopping.store(true);
  run_there(state.halls[0]->executor, [&] { state.close_door(); });
  bool all_finished = true;
  std::vector<std::future<bool>> endings;
  for (const auto& hall : state.halls) {
    Hall* there = hall.get();
    endings.push_back(asio::co_spawn(
        there->executor,
        [there, deadline]() -> Task<bool> {
          there->scope.stop_intake();
          for (const auto& connection : there->connections) connection->wind_up();
          Task<Result<void>> finishing = there->scope.wait(deadline);
          const bool finished = (co_await std::move(finishing)).has_value();
          if (finished) co_return true;
          for (const auto& connection : there->connections) connection->cancel();
          Task<Result<void>> ending = there->scope.wait(Deadline::after(std::chrono::seconds(1)));
          (void)co_await std::move(ending);
          co_return false;
        },
        asio::use_future));
  }
  for (auto& ending : endings) all_finished = ending.get() && all_finished;
  for (const auto& hall : state.halls) run_there(hall->executor, [&] { hall->sweeper.cancel(); });
  run_there(state.halls[0]->executor, [&] { state.memory_timer.cancel(); });
  run_there(state.halls[0]->executor, [] {});  // lets through what was due already when it was cancelled
  return all_finished;
}

}  // namespace dossier::net
