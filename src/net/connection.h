#pragma once

#include "net/answer_head.h"
#include "net/form_receiver.h"
#include "net/request_parser.h"

#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <memory>
#include <optional>
#include <string>

// Of net's own sources only.
namespace dossier::net {

Error client_gone();

// One client's connection, from accept to close, on one loop. Requests are answered one after another in their order;
// what a client sends ahead waits in the socket. A connection never waits without a deadline: the loop's sweep() ends
// waits that take too long, so that no request pays for timers of its own.
class Connection {
 public:
  using Socket = boost::asio::ip::tcp::socket;

  // Whom a connection is for: beyond the most that are served, a few are kept so that health checks get through and
  // everybody else is told to come again.
  enum class Seat { usual, reserved };

  Connection(Site& site, Socket socket, std::string peer, Seat seat = Seat::usual);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Until the connection is closed.
  Task<void> run();

  // Ten times a second, on the loop: ends waits past their deadline, and handlers whose client has left.
  void sweep(SteadyTime now);
  // Ends the connection at the end of its present request, or now if there is none.
  void wind_up();
  // Cancels whatever runs.
  void cancel();

 private:
  enum class Phase { idle, head, body, handler, write };

  Task<void> serve();
  // Reads one request and answers it. False: the connection ends.
  Task<bool> serve_one();
  Task<Result<void>> read_head();
  Result<void> check_head() const;
  Task<Response> answer();
  // What is answered without the route's handler: preflight, 401, 404, 405, 429 ... Nothing: go on.
  std::optional<Response> answer_early(const Router::Match& match);
  // A place at the door for as long as the request is inside, or why there is none.
  Result<Door::Place> take_place();
  Result<void> take_place_for_file();
  Task<Response> answer_inside(std::vector<Parameter> path_values);
  Task<void> skip_small_body();
  Task<Result<void>> read_whole_body();
  Task<Result<void>> read_body();
  Task<Result<void>> read_form(FormReceiver& receiver, Context context);
  Task<Result<void>> skip_body();
  std::chrono::milliseconds upload_time() const;
  Task<Response> call_handler();
  Response failure_response(const Error& error);
  Response refused_response(const Error& error) const;

  Task<Result<void>> read_some(std::size_t bytes);
  // Hands what was received to the parser, as far as it goes.
  Result<void> parse_received();
  bool body_left() const { return parser_ && !parser_->is_done(); }

  Task<bool> write_answer(Response response);
  Task<bool> write_events(std::shared_ptr<EventStream> events);
  // Writes out_ and then body_, which is empty afterwards.
  Task<bool> write_all();
  // Reads and forgets what the client still sends, so that it gets to read the answer.
  Task<void> drain();
  void account(const Response& response);
  void enter(Phase phase, std::chrono::milliseconds time_max);

  Site& site_;
  Socket socket_;
  const std::string peer_;
  const Seat seat_;
  boost::asio::cancellation_signal cancelled_;
  Phase phase_ = Phase::idle;
  SteadyTime deadline_ = SteadyTime::max();        // of the present phase
  SteadyTime stall_deadline_ = SteadyTime::max();  // of the present read or write
  bool expired_ = false, client_left_ = false, winding_up_ = false, served_any_ = false;
  boost::beast::flat_buffer received_;
  std::shared_ptr<EventStream> events_;  // while they are being sent

  // Of the present request:
  std::optional<RequestParser> parser_;
  Request request_;  // moved away when the handler is called
  std::string piece_;
  Method method_ = Method::get;
  std::string path_, origin_;
  Trace trace_;
  Stages stages_;
  const Route* route_ = nullptr;
  Lane lane_ = Lane::people;               // the route's, or that of a file it came with
  std::optional<Door::Place> file_place_;  // while a file is received on a route of another lane
  Style style_ = Style::funds;
  std::string fault_;  // why the answer is a 5xx
  bool keep_alive_ = false;
  std::string out_, body_;  // what is being sent
};

}  // namespace dossier::net
