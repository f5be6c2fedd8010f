#pragma once

#include "net/site.h"
#include "net/tracing.h"

#include <chrono>
#include <string>

namespace dossier::net {

// When the stages of one request ended.
struct Stages {
  SteadyTime first_byte{}, head{}, started{}, handled{}, written{};

  static double milliseconds(SteadyTime from, SteadyTime to) {
    return std::chrono::duration<double, std::milli>(to - from).count();
  }
};

// Appends the status line and every header line of an answer, with the empty line after them. `body_bytes` is what
// Content-Length says; nothing: the body ends with the connection.
void append_answer_head(std::string& out, const Site& site, std::string_view origin, const Response& response,
                        const Trace& trace, const Stages& stages, std::optional<std::size_t> body_bytes,
                        bool keep_alive, bool http_1_0);

}  // namespace dossier::net
