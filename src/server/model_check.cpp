#include "server/model_check.h"

#include "models/error_text.h"
#include "server/run_on_loop.h"

#include <boost/json.hpp>
#include <fmt/ranges.h>

#include <algorithm>

namespace dossier::server {
namespace json = boost::json;
using models::EndpointOptions;
using models::HttpAnswer;

namespace {

Result<HttpAnswer> ask(models::HttpClient& http, const EndpointOptions& endpoint) {
  models::HttpRequest request{.url = endpoint.url + "/models", .answer_bytes_max = limits::kModelTextBytesMax};
  if (!endpoint.api_key.empty()) request.headers.push_back("Authorization: Bearer " + endpoint.api_key);
  return run_here(http.send(std::move(request), Deadline::after(limits::kModelHealthTime)));
}

// The names in {"data": [{"id": ...}]}; none when the answer is of another shape.
std::vector<std::string> served_models(const std::string& body) {
  std::vector<std::string> names;
  boost::system::error_code fault;
  const json::value parsed = json::parse(body, fault);
  const json::object* whole = fault ? nullptr : parsed.if_object();
  const json::value* data = whole == nullptr ? nullptr : whole->if_contains("data");
  if (data == nullptr || !data->is_array()) return names;
  for (const json::value& item : data->get_array()) {
    const json::value* id = item.is_object() ? item.get_object().if_contains("id") : nullptr;
    if (id != nullptr && id->is_string()) names.emplace_back(id->get_string());
  }
  return names;
}

// "llama3" is served where the list says "llama3:latest".
bool serves(const std::vector<std::string>& names, const std::string& model) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return name == model || name.starts_with(model + ":"); });
}

Result<void> check(models::HttpClient& http, const EndpointOptions& endpoint) {
  const Result<HttpAnswer> answer = ask(http, endpoint);
  if (!answer) return models::transport_error(endpoint, answer.error());
  if (answer->status == 404 || answer->status == 405) return {};  // it has no list
  if (!answer->good()) return models::status_error(endpoint, *answer);
  const std::vector<std::string> names = served_models(answer->body);
  if (endpoint.model.empty() || names.empty() || serves(names, endpoint.model)) return {};
  return Error{ErrorCode::invalid_argument,
               fmt::format("it does not serve '{}'; set models.{}_model to one of: {}", endpoint.model, endpoint.role,
                           fmt::join(names, ", ")),
               "model server " + endpoint.name + " (" + endpoint.url + ")"};
}

}  // namespace

std::vector<Error> check_model_servers(const std::vector<EndpointOptions>& endpoints, const std::string& ca_file) {
  std::vector<Error> wrong;
  if (endpoints.empty()) return wrong;
  models::HttpClient http({.ca_file = ca_file});
  for (const EndpointOptions& endpoint : endpoints) {
    if (const Result<void> well = check(http, endpoint); !well) wrong.push_back(well.error());
  }
  return wrong;
}

Result<std::size_t> embedding_size(const EndpointOptions& endpoint, const std::string& ca_file) {
  models::HttpClient http({.ca_file = ca_file});
  Metrics metrics;
  models::Fleet fleet({endpoint}, {http, metrics, system_clock()}, models::random_chance);
  models::EmbeddingClient client(fleet);
  TRY(const std::vector<models::Vector> made,
      run_here(client.embed({.deadline = Deadline::after(limits::kModelHealthTime)}, {"Dossier"})));
  return made.front().size();
}

}  // namespace dossier::server
