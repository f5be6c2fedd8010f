#include "base/limits.h"
#include "net/fields.h"
#include "net/problem_input.h"

#include <boost/json.hpp>
#include <fmt/format.h>

// The types of value_type.h that are made of others: lists, structs with tables, enumerations.
namespace dossier::net {

std::string input_of(const boost::json::value& json) {
  std::string text = boost::json::serialize(json);
  if (text.size() <= limits::kProblemInputBytesMax) return text;
  return json.is_object() ? "{}" : json.is_array() ? "[]" : "\"(too long to repeat)\"";
}

std::string input_of(std::string_view text) {
  std::string out;
  append_json_string(out,
                     text.size() <= limits::kProblemInputBytesMax ? text : std::string_view("(too long to repeat)"));
  return out;
}

namespace detail {

bool is_null(const boost::json::value& json) {
  return json.is_null();
}

void decode_array(const boost::json::value& json, void* list, void* (*append)(void*), const Type& element,
                  const Rules& rules, Decoder& decoder) {
  if (!json.is_array()) return decoder.problem("list_type", "Input should be a valid list", input_of(json));
  const auto& array = json.get_array();
  if (rules.length_max && array.size() > *rules.length_max) {
    return decoder.problem(
        "too_long", fmt::format("List should have at most {} items, not {}", *rules.length_max, array.size()), "[]");
  }
  if (rules.length_min && array.size() < *rules.length_min) {
    return decoder.problem(
        "too_short", fmt::format("List should have at least {} items, not {}", *rules.length_min, array.size()), "[]");
  }
  for (std::size_t i = 0; i < array.size(); ++i) {
    Decoder::Inside inside(decoder, i);
    element.decode(array[i], append(list), {}, decoder);
  }
}

void decode_struct(const boost::json::value& json, void* out, const Fields& fields, Decoder& decoder) {
  if (!json.is_object())
    return decoder.problem("model_attributes_type", "Input should be a valid object", input_of(json));
  const auto& object = json.get_object();
  for (const Field& field : fields.list()) {
    const Type& type = field.type();
    if (type.decode == nullptr) continue;
    Decoder::Inside inside(decoder, std::string(field.name));
    const auto* given = object.if_contains(field.name);
    if (given != nullptr) {
      type.decode(*given, field.at(out), field.rules, decoder);
    } else if (field.required()) {
      decoder.problem("missing", "Field required", input_of(json));
    }
  }
  if (decoder.lenient()) return;
  for (const auto& member : object) {
    if (fields.find(member.key()) != nullptr) continue;
    Decoder::Inside inside(decoder, std::string(member.key()));
    decoder.problem("extra_forbidden", "There is no such field", input_of(member.value()));
  }
}

void encode_struct(const void* value, const Fields& fields, JsonWriter& json) {
  json.begin_object();
  for (const Field& field : fields.list()) {
    json.key(field.name);
    field.type().encode(field.in(value), json);
  }
  json.end_object();
}

namespace {

std::string one_of(std::span<const std::string_view> names) {
  std::string text = "Input should be ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += fmt::format("'{}'", names[i]);
  }
  return text;
}

}  // namespace

std::optional<std::size_t> decode_name(std::string_view text, std::span<const std::string_view> names,
                                       Decoder& decoder) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == text) return i;
  }
  decoder.problem("enum", one_of(names), input_of(text));
  return std::nullopt;
}

std::optional<std::size_t> decode_name(const boost::json::value& json, std::span<const std::string_view> names,
                                       Decoder& decoder) {
  if (json.is_string()) return decode_name(std::string_view(json.get_string()), names, decoder);
  decoder.problem("enum", one_of(names), input_of(json));
  return std::nullopt;
}

}  // namespace detail

}  // namespace dossier::net
