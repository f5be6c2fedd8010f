#include "net/answer_head.h"

#include <fmt/format.h>

#include <array>
#include <ctime>

namespace dossier::net {
namespace {

// The FIR contract's list, on every answer. The policy lets our own pages load only what this server serves; a page
// that has to stand alone, as a report does, carries its style in itself.
constexpr std::string_view kSecurityLines =
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "X-XSS-Protection: 1; mode=block\r\n"
    "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n"
    "Content-Security-Policy: default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'\r\n"
    "Referrer-Policy: strict-origin-when-cross-origin\r\n"
    "Permissions-Policy: geolocation=(), microphone=(), camera=()\r\n";

// Formatting a date takes longer than all the rest of a head: once per second and thread.
std::string_view date_line() {
  thread_local std::time_t last = 0;
  thread_local std::string line;
  const std::time_t now = std::time(nullptr);
  if (now == last) return line;
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 64> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &utc);
  line.assign(text.data(), length);
  last = now;
  return line;
}

void append_line(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ").append(value).append("\r\n");
}

// A value may come from a handler that repeats what a client sent: a line feed in it would be another header.
void append_checked_line(std::string& out, const Parameter& header) {
  if (header.value.find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos) return;
  append_line(out, header.name, header.value);
}

}  // namespace

void append_answer_head(std::string& out, const Site& site, std::string_view origin, const Response& response,
                        const Trace& trace, const Stages& stages, std::optional<std::size_t> body_bytes,
                        bool keep_alive, bool http_1_0) {
  const auto end = std::back_inserter(out);
  fmt::format_to(end, "HTTP/1.1 {} {}\r\n", response.status, reason_of(response.status));
  out += date_line();
  if (!response.content_type.empty()) append_line(out, "Content-Type", response.content_type);
  if (body_bytes && response.status != 204 && response.status != 304)
    fmt::format_to(end, "Content-Length: {}\r\n", *body_bytes);
  if (!keep_alive) append_line(out, "Connection", "close");
  if (keep_alive && http_1_0) append_line(out, "Connection", "keep-alive");
  for (const Parameter& header : response.headers) append_checked_line(out, header);
  append_line(out, "X-Correlation-ID", trace.correlation_id);
  out.append("traceparent: 00-")
      .append(trace.trace_id)
      .append("-")
      .append(trace.span_id)
      .append(trace.sampled ? "-01\r\n" : "-00\r\n");
  fmt::format_to(end, "Server-Timing: read;dur={:.3f}, queue;dur={:.3f}, handler;dur={:.3f}\r\n",
                 Stages::milliseconds(stages.first_byte, stages.head),
                 Stages::milliseconds(stages.head, stages.started),
                 Stages::milliseconds(stages.started, stages.handled));
  out += kSecurityLines;
  if (site.rate_limit.enabled()) {
    fmt::format_to(end, "X-RateLimit-Limit: {}\r\nX-RateLimit-Window: {}\r\n", site.rate_limit.requests(),
                   site.rate_limit.window().count());
  }
  site.cors.append_headers(origin, out);
  out += "\r\n";
}

}  // namespace dossier::net
