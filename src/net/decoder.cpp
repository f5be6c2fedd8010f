#include "net/decoder.h"

#include "base/json_writer.h"
#include "base/limits.h"

namespace dossier::net {
namespace {

void write_place(JsonWriter& json, const std::vector<Problem::Step>& place) {
  json.begin_array();
  for (const Problem::Step& step : place) {
    std::visit([&](const auto& s) { json.value(s); }, step);
  }
  json.end_array();
}

// "flows[3].amount": the place as a person would write it, without the part of the request it is in.
std::string field_name(const std::vector<Problem::Step>& place) {
  std::string name;
  for (std::size_t i = 1; i < place.size(); ++i) {
    if (const auto* index = std::get_if<std::size_t>(&place[i])) {
      name += "[" + std::to_string(*index) + "]";
    } else {
      if (!name.empty()) name += ".";
      name += std::get<std::string>(place[i]);
    }
  }
  return name;
}

std::string contract_body(const std::vector<Problem>& problems, Style style) {
  JsonWriter json;
  json.begin_object().key("detail").begin_array();
  for (const Problem& problem : problems) {
    json.begin_object().member("type", problem.type).key("loc");
    write_place(json, problem.place);
    json.member("msg", problem.message).key("input").raw(problem.input_json).end_object();
  }
  json.end_array();
  if (style == Style::fir) {
    const Problem& first = problems.front();
    json.member("error", field_name(first.place) + ": " + first.message);
  }
  return json.end_object().take();
}

std::string own_body(const std::vector<Problem>& problems) {
  JsonWriter json;
  json.begin_object().member("type", "about:blank").member("title", reason_of(422)).member("status", 422);
  json.member("code", "invalid_argument");
  const Problem& first = problems.front();
  const std::string name = field_name(first.place);
  json.member("detail", name.empty() ? first.message : name + ": " + first.message);
  json.key("errors").begin_array();
  for (const Problem& problem : problems) {
    json.begin_object().member("field", field_name(problem.place)).member("problem", problem.type);
    json.member("message", problem.message).end_object();
  }
  return json.end_array().end_object().take();
}

}  // namespace

void Decoder::problem(std::string_view type, std::string message, std::string input_json) {
  if (problems_.size() >= limits::kProblemsMax) return;
  problems_.push_back({std::string(type), std::move(message), place_, std::move(input_json)});
}

Response Decoder::response() const {
  if (style_ != Style::own) return Response::json(contract_body(problems_, style_), 422);
  return {.status = 422, .content_type = "application/problem+json", .body = own_body(problems_)};
}

}  // namespace dossier::net
