#pragma once

#include "async/task.h"
#include "base/context.h"
#include "base/limits.h"
#include "net/inputs.h"
#include "net/lane.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace dossier::async {
class Pool;
}

namespace dossier::net {

using async::Task;

// What a route does, once its inputs were read. Runs on the connection's loop. An Error becomes its answer by status.h.
using Handler = std::function<Task<Result<Response>>(Context, Request)>;

// What is said about a route besides its types.
struct About {
  std::string summary;
  std::string description = {};
  std::string tag = {};
  Style style = Style::own;
  int status = 200;              // of a success
  std::vector<int> errors = {};  // further statuses it answers with, for its description
  bool open = false;             // served without credentials and without rate limit
  Lane lane = Lane::people;
  const async::Pool* needs = nullptr;  // set: while it is full, a request is refused before its body is read
  std::chrono::milliseconds time_max = limits::kRequestTime;
  std::size_t body_bytes_max = limits::kBodyBytesMax;
  std::size_t upload_bytes_max = limits::kUploadBytesMax;  // of a form with files
  int too_large_status = 413;
  const Type* answer = nullptr;                   // of a handler that returns Response
  std::string content_type = "application/json";  // of a success
  bool repeatable = false;                        // honours Idempotency-Key
  bool hidden = false;                            // not in /openapi.json
};

// An answer that needs its own status or headers.
template <class T>
struct Reply {
  T body;
  int status = 200;
  std::vector<Parameter> headers = {};
};

struct Route {
  Method method;
  std::string pattern;  // "/api/funds/{id}"
  About about;
  Inputs inputs;
  const Type* answer = nullptr;  // null: the answer has no body, or its own
  Handler handler;
  std::size_t number = 0;  // in the order added
};

namespace detail {

template <class F>
struct Signature : Signature<decltype(&F::operator())> {};
template <class F, class R, class... A>
struct Signature<R (F::*)(A...) const> {
  using Answer = typename R::value_type::value_type;  // of Task<Result<Answer>>
  using Arguments = std::tuple<std::decay_t<A>...>;
};
template <class F, class R, class... A>
struct Signature<R (F::*)(A...)> : Signature<R (F::*)(A...) const> {};

template <class T>
struct AnswerOf {
  static const Type* type() { return &type_of<T>(); }
  static Response respond(T&& value, int status) { return Response::json(to_json(value), status); }
};
template <>
struct AnswerOf<Response> {
  static const Type* type() { return nullptr; }
  static Response respond(Response&& value, int) { return std::move(value); }
};
template <class T>
struct AnswerOf<Reply<T>> {
  static const Type* type() { return &type_of<T>(); }
  static Response respond(Reply<T>&& reply, int) {
    Response response = Response::json(to_json(reply.body), reply.status);
    response.headers = std::move(reply.headers);
    return response;
  }
};

// Reads the inputs, answers 422 when any is wrong, else calls and encodes. Lives in the router, which outlives
// requests.
template <class F, class... In>
Handler typed_handler(F function, Style style, int status, std::tuple<Context, In...>*) {
  using Answer = typename Signature<F>::Answer;
  return [function = std::move(function), style, status](Context context, Request request) -> Task<Result<Response>> {
    Decoder decoder(style);
    std::tuple<In...> inputs{Input<In>::take(request, decoder)...};
    if (!decoder.clean()) co_return decoder.response();
    Task<Result<Answer>> running =
        std::apply([&](In&... in) { return function(std::move(context), std::move(in)...); }, inputs);
    Result<Answer> outcome = co_await std::move(running);
    if (!outcome) co_return std::move(outcome).error();
    if constexpr (std::is_void_v<Answer>) {
      co_return Response{.status = status, .content_type = ""};
    } else {
      co_return AnswerOf<Answer>::respond(std::move(outcome).value(), status);
    }
  };
}

}  // namespace detail

// All routes of the program. Filled before the server starts, only read afterwards, from every loop; outlives the
// server.
//
//   router.get("/api/funds/{id}", {.summary = "One fund", .tag = "Funds", .style = Style::funds, .errors = {404}},
//              [&](Context context, Path<FundPath> path) -> Task<Result<FundView>> { ... });
//   router.post("/api/funds/", {...}, this, &FundRoutes::create);   // Task<Result<FundView>> create(Context,
//   Body<NewFund>)
//
// A handler may return Result of: a struct with a table (or vector ... of), void (204), Reply<T>, or Response.
// A path of another spelling as to its last slash is redirected (307) to the route that exists.
class Router {
 public:
  template <class F>
  Router& get(std::string pattern, About about, F handler) {
    return typed(Method::get, std::move(pattern), std::move(about), std::move(handler));
  }
  template <class F>
  Router& post(std::string pattern, About about, F handler) {
    return typed(Method::post, std::move(pattern), std::move(about), std::move(handler));
  }
  template <class F>
  Router& put(std::string pattern, About about, F handler) {
    return typed(Method::put, std::move(pattern), std::move(about), std::move(handler));
  }
  template <class F>
  Router& patch(std::string pattern, About about, F handler) {
    return typed(Method::patch, std::move(pattern), std::move(about), std::move(handler));
  }
  template <class F>
  Router& del(std::string pattern, About about, F handler) {
    return typed(Method::delete_, std::move(pattern), std::move(about), std::move(handler));
  }

  Router();
  ~Router();
  Router(const Router&) = delete;
  Router& operator=(const Router&) = delete;

  // Two routes of the same method and pattern are a broken invariant.
  void add(Route route);
  const std::vector<std::unique_ptr<Route>>& routes() const { return routes_; }

  struct Match {
    const Route* route = nullptr;
    std::vector<Parameter> values = {};  // of the pattern's {names}, decoded
    std::string allow = {};              // no route: the methods this path has, for 405; empty when it has none
    std::string location = {};           // no route: the path that exists, for 307
    Style style = Style::funds;          // of the refusal
  };
  // HEAD is answered by the GET route. `path` as sent, without query.
  Match match(Method method, std::string_view path) const;

 private:
  struct Node;

  template <class F>
  Router& typed(Method method, std::string pattern, About about, F handler) {
    using Signature = detail::Signature<F>;
    Route route{.method = method, .pattern = std::move(pattern), .about = std::move(about)};
    describe_inputs(route.inputs, static_cast<typename Signature::Arguments*>(nullptr));
    if constexpr (!std::is_void_v<typename Signature::Answer>) {
      route.answer = detail::AnswerOf<typename Signature::Answer>::type();
    } else {
      route.about.status = 204;
    }
    if (route.answer == nullptr) route.answer = route.about.answer;
    route.handler = detail::typed_handler(std::move(handler), route.about.style, route.about.status,
                                          static_cast<typename Signature::Arguments*>(nullptr));
    add(std::move(route));
    return *this;
  }
  template <class... In>
  static void describe_inputs(Inputs& inputs, std::tuple<Context, In...>*) {
    (detail::Input<In>::describe(inputs), ...);
  }

  const Node* walk(std::string_view path, std::vector<std::string_view>& values) const;

  std::vector<std::unique_ptr<Route>> routes_;
  std::unique_ptr<Node> root_;
};

// A member function as a handler: router.get("/x", {...}, net::bound(this, &Desk::list)).
template <class S, class R, class... A>
auto bound(S* self, R (S::*function)(A...)) {
  return [self, function](A... arguments) -> R { return (self->*function)(std::move(arguments)...); };
}

}  // namespace dossier::net
