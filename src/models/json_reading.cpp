#include "models/json_reading.h"

namespace dossier::models {

Result<json::value> parse_object(std::string_view body) {
  boost::system::error_code fault;
  json::value parsed = json::parse(body, fault);
  if (fault) return Error{ErrorCode::unavailable, "it is not JSON, or cut off"};
  if (!parsed.is_object()) return Error{ErrorCode::unavailable, "it is not a JSON object"};
  return parsed;
}

bool is_json(std::string_view text) {
  boost::system::error_code fault;
  (void)json::parse(text, fault);
  return !fault;
}

const json::object* object_in(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  return value == nullptr ? nullptr : value->if_object();
}

const json::array* array_in(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  return value == nullptr ? nullptr : value->if_array();
}

const json::object* first_object_in(const json::object& object, std::string_view name) {
  const json::array* array = array_in(object, name);
  return array == nullptr || array->empty() ? nullptr : array->front().if_object();
}

std::string text_in(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  return value == nullptr || !value->is_string() ? std::string() : std::string(value->get_string());
}

int int_in(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  boost::system::error_code fault;
  const int number = value == nullptr ? 0 : value->to_number<int>(fault);
  return fault ? 0 : number;
}

}  // namespace dossier::models
