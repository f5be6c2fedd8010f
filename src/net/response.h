#pragma once

#include "net/request.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace dossier::net {

class EventStream;

// One answer. Plain values; the server adds length, date, security, CORS and tracing headers.
struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::string body = {};
  std::vector<Parameter> headers = {};
  std::shared_ptr<EventStream> events = nullptr;  // set: server-sent events follow, `body` is not sent
  bool close = false;                             // end the connection after this answer

  static Response json(std::string body, int status = 200) { return {.status = status, .body = std::move(body)}; }
  static Response text(std::string body, int status = 200) {
    return {.status = status, .content_type = "text/plain; charset=utf-8", .body = std::move(body)};
  }
  static Response html(std::string body, int status = 200) {
    return {.status = status, .content_type = "text/html; charset=utf-8", .body = std::move(body)};
  }
  static Response redirect(std::string location, int status = 307) {
    return {.status = status, .content_type = "", .headers = {{"Location", std::move(location)}}};
  }
  // Server-sent events; the handler keeps the other end. See events.h.
  static Response of_events(std::shared_ptr<EventStream> stream) {
    return {
        .content_type = "text/event-stream", .headers = {{"Cache-Control", "no-cache"}}, .events = std::move(stream)};
  }
};

}  // namespace dossier::net
