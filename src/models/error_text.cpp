#include "models/error_text.h"

#include "base/json_writer.h"

#include <boost/json.hpp>

#include <algorithm>

namespace dossier::models {
namespace {

namespace json = boost::json;

constexpr std::size_t kRepeatedBytesMax = 200;

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

// "DOSSIER_MODELS_TEXT_URL"
std::string setting(const EndpointOptions& endpoint, std::string_view name) {
  return "DOSSIER_MODELS_" + upper(endpoint.role) + "_" + std::string(name);
}

Error at(const EndpointOptions& endpoint, ErrorCode code, std::string message) {
  return {code, std::move(message), "model server " + endpoint.name + " (" + endpoint.url + ")"};
}

std::string text_of(const json::value* value) {
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : "";
}

// The message inside the bodies that servers send with an error: {"error": {"message"}}, {"error": "..."},
// {"message"}, {"detail"}.
std::string said(const std::string& body) {
  boost::system::error_code fault;
  const json::value parsed = json::parse(body, fault);
  if (fault || !parsed.is_object()) return "";
  const json::object& object = parsed.get_object();
  const json::value* error = object.if_contains("error");
  std::string text = text_of(error);
  if (error != nullptr && error->is_object()) text = text_of(error->get_object().if_contains("message"));
  if (text.empty()) text = text_of(object.if_contains("message"));
  if (text.empty()) text = text_of(object.if_contains("detail"));
  return repeated(std::move(text));
}

std::string advice_for(const EndpointOptions& endpoint, int status) {
  if (status == 401 || status == 403) return "check " + setting(endpoint, "API_KEY");
  if (status == 404) {
    return "check " + setting(endpoint, "MODEL") + " ('" + endpoint.model + "') and that " + setting(endpoint, "URL") +
           " ends in /v1";
  }
  if (status == 429) return "it is busy: give it fewer slots (" + setting(endpoint, "SLOTS") + ") or add an endpoint";
  if (status >= 500) return "look at the model server's log";
  if (status < 400) return "it sends elsewhere: set " + setting(endpoint, "URL") + " to where it sends";
  return "the model may be too small for the request, or not made for this role";
}

}  // namespace

std::string repeated(std::string words) {
  words.resize(std::min(words.size(), kRepeatedBytesMax));
  std::replace_if(
      words.begin(), words.end(), [](unsigned char c) { return c < ' ' || c == 127; }, ' ');
  return valid_utf8(words);
}

Error resting_error(const EndpointOptions& endpoint) {
  return at(endpoint, ErrorCode::unavailable,
            "it failed repeatedly and is left alone for a while; look at the model server's log");
}

Error transport_error(const EndpointOptions& endpoint, Error error) {
  std::string advice;
  const bool advised = error.message.find("; set ") != std::string::npos;
  if (error.code == ErrorCode::unavailable && !advised)
    advice = "; check that it runs and that " + setting(endpoint, "URL") + " is right";
  if (error.code == ErrorCode::over_capacity) advice = "; or raise " + setting(endpoint, "WAITING_MAX");
  if (error.code == ErrorCode::too_large) advice = "; the model server is not what it should be";
  return at(endpoint, error.code, std::move(error.message) + advice);
}

Error status_error(const EndpointOptions& endpoint, const HttpAnswer& answer) {
  std::string message = "it answered " + std::to_string(answer.status);
  if (const std::string words = said(answer.body); !words.empty()) message += " (" + words + ")";
  return at(endpoint, ErrorCode::unavailable, message + "; " + advice_for(endpoint, answer.status));
}

Error invalid_error(const EndpointOptions& endpoint, std::string_view what) {
  return at(
      endpoint, ErrorCode::unavailable,
      "its answer cannot be used: " + std::string(what) + "; check that the model suits the role " + endpoint.role);
}

}  // namespace dossier::models
