#include "net/status.h"

#include "base/json_writer.h"

namespace dossier::net {
namespace {

// Refusals for want of room are over quickly (a Connection knows better how soon); a dependency that is down takes
// longer to come back.
constexpr std::string_view kRetrySoon = "1";
constexpr std::string_view kRetryLater = "10";

std::string detail_body(std::string_view detail, Style style) {
  JsonWriter json;
  json.begin_object().member("detail", detail);
  if (style == Style::fir) json.member("error", detail);
  return json.end_object().take();
}

std::string problem_body(int status, std::string_view code, std::string_view detail, std::string_view where) {
  JsonWriter json;
  json.begin_object().member("type", "about:blank").member("title", reason_of(status)).member("status", status);
  json.member("code", code).member("detail", detail);
  if (!where.empty()) json.member("where", where);
  return json.end_object().take();
}

}  // namespace

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid_argument: return 400;
    case ErrorCode::unauthenticated: return 401;
    case ErrorCode::forbidden: return 403;
    case ErrorCode::not_found: return 404;
    case ErrorCode::conflict: return 409;
    case ErrorCode::too_large: return 413;
    case ErrorCode::unsupported: return 415;
    case ErrorCode::unreadable:
    case ErrorCode::password_required: return 422;
    case ErrorCode::cancelled: return 499;  // nobody is there to read it; for the log
    case ErrorCode::over_capacity:
    case ErrorCode::unavailable: return 503;
    case ErrorCode::deadline_exceeded: return 504;
    case ErrorCode::internal: return 500;
  }
  return 500;
}

std::string_view reason_of(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 206: return "Partial Content";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 422: return "Unprocessable Entity";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 499: return "Client Closed Request";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 505: return "HTTP Version Not Supported";
    default: return status < 400 ? "OK" : "Error";
  }
}

Response error_response(const Error& error, Style style) {
  const int status = status_of(error.code);
  // The fund contract's clients expect the bare words; what happened is in the log under the correlation id.
  if (status == 500 && style == Style::funds) return Response::text("Internal Server Error", 500);
  Response response = Response::json({}, status);
  if (style == Style::own) {
    response.content_type = "application/problem+json";
    response.body = problem_body(status, name_of(error.code), error.message, error.where);
  } else {
    response.body = detail_body(error.text(), style);
  }
  if (error.code == ErrorCode::over_capacity) response.headers.push_back({"Retry-After", std::string(kRetrySoon)});
  if (error.code == ErrorCode::unavailable) response.headers.push_back({"Retry-After", std::string(kRetryLater)});
  if (error.code == ErrorCode::unauthenticated) response.headers.push_back({"WWW-Authenticate", "Bearer"});
  return response;
}

Response refusal(int status, std::string_view detail, Style style) {
  Response response = Response::json({}, status);
  if (style == Style::own) {
    response.content_type = "application/problem+json";
    response.body = problem_body(status, "refused", detail, {});
  } else {
    response.body = detail_body(detail, style);
  }
  return response;
}

}  // namespace dossier::net
