#pragma once

#include "base/result.h"

#include <boost/json.hpp>

#include <string>
#include <string_view>

// Reading what model servers send, for the .cpp files of this room: everything may be missing or of another type.
namespace dossier::models {

namespace json = boost::json;

// An object, or the reason why the body cannot be used.
Result<json::value> parse_object(std::string_view body);
bool is_json(std::string_view text);

// The member of that name and type; null, empty or 0 when there is none.
const json::object* object_in(const json::object& object, std::string_view name);
const json::array* array_in(const json::object& object, std::string_view name);
const json::object* first_object_in(const json::object& object, std::string_view name);  // of an array
std::string text_in(const json::object& object, std::string_view name);
int int_in(const json::object& object, std::string_view name);

}  // namespace dossier::models
