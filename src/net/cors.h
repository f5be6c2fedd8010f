#pragma once

#include "net/request.h"
#include "net/response.h"
#include "net/status.h"

#include <string>
#include <vector>

namespace dossier::net {

// Which pages of other origins may use the server from a browser. Thread-safe after it is made.
class Cors {
 public:
  // Origins as "http://localhost:3000"; a slash at the end does not matter; "*" admits all.
  explicit Cors(std::vector<std::string> origins);

  bool admits(std::string_view origin) const;

  // A browser asking first: OPTIONS with Origin and Access-Control-Request-Method.
  static bool is_preflight(const Request& request);
  // 200 with what is allowed, or a refusal: 403 on routes of the FIR contract, 400 on others.
  Response preflight(const Request& request, Style style) const;
  // Appends the header lines of an ordinary answer to `head`.
  void append_headers(std::string_view origin, std::string& head) const;

 private:
  std::vector<std::string> origins_;
  bool all_ = false;
};

}  // namespace dossier::net
