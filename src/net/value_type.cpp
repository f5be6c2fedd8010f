#include "net/value_type.h"

#include "base/limits.h"
#include "net/fields.h"
#include "net/problem_input.h"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>

namespace dossier::net {
namespace {

template <class Input>
void check_range(double number, const Rules& rules, const Input& input, Decoder& decoder) {
  if (rules.min && number < *rules.min) {
    decoder.problem("greater_than_equal", fmt::format("Input should be greater than or equal to {}", *rules.min),
                    input_of(input));
  } else if (rules.max && number > *rules.max) {
    decoder.problem("less_than_equal", fmt::format("Input should be less than or equal to {}", *rules.max),
                    input_of(input));
  }
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

template <class Input>
void check_length(std::size_t length, const Rules& rules, const Input& input, Decoder& decoder) {
  if (rules.length_min && length < *rules.length_min) {
    decoder.problem(
        "string_too_short",
        fmt::format("String should have at least {} character{}", *rules.length_min, *rules.length_min == 1 ? "" : "s"),
        input_of(input));
  } else if (rules.length_max && length > *rules.length_max) {
    decoder.problem("string_too_long", fmt::format("String should have at most {} characters", *rules.length_max),
                    input_of(input));
  }
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

void describe_range(const Rules& rules, JsonWriter& json) {
  if (rules.min) json.member("minimum", *rules.min);
  if (rules.max) json.member("maximum", *rules.max);
}

void describe_scalar(std::string_view type, std::string_view format, JsonWriter& json) {
  json.begin_object().member("type", type);
  if (!format.empty()) json.member("format", format);
  json.end_object();
}

// ---- numbers ----

template <class Int>
void put_integer(std::int64_t number, void* out, const Rules& rules, Decoder& decoder, const auto& input) {
  if (number < std::numeric_limits<Int>::min() || number > std::numeric_limits<Int>::max()) {
    return decoder.problem("int_parsing_size", "Input is an integer beyond what this field can hold", input_of(input));
  }
  check_range(static_cast<double>(number), rules, input, decoder);
  *static_cast<Int*>(out) = static_cast<Int>(number);
}

template <class Int>
void integer_of_text(std::string_view text, void* out, const Rules& rules, Decoder& decoder) {
  std::string_view digits = trimmed(text);
  if (!digits.empty() && digits.front() == '+') digits.remove_prefix(1);
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (fault == std::errc::result_out_of_range) {
    return decoder.problem("int_parsing_size", "Input is an integer beyond what this field can hold", input_of(text));
  }
  if (fault != std::errc() || end != digits.data() + digits.size()) {
    return decoder.problem("int_parsing", "Input should be a valid integer, unable to parse string as an integer",
                           input_of(text));
  }
  put_integer<Int>(number, out, rules, decoder, text);
}

template <class Int>
void integer_of_json(const boost::json::value& json, void* out, const Rules& rules, Decoder& decoder) {
  if (json.is_int64()) return put_integer<Int>(json.get_int64(), out, rules, decoder, json);
  if (json.is_uint64())
    return decoder.problem("int_parsing_size", "Input is an integer beyond what this field can hold", input_of(json));
  if (json.is_double() && std::abs(json.get_double()) < 9e15) {
    const double number = json.get_double();
    if (decoder.lenient() && number == std::floor(number)) {
      return put_integer<Int>(static_cast<std::int64_t>(number), out, rules, decoder, json);
    }
    return decoder.problem("int_from_float", "Input should be a valid integer, got a number with a fractional part",
                           input_of(json));
  }
  if (json.is_string() && decoder.lenient()) return integer_of_text<Int>(json.get_string(), out, rules, decoder);
  decoder.problem("int_type", "Input should be a valid integer", input_of(json));
}

template <class Int>
const Type& integer_type() {
  static const Type type{
      .decode = &integer_of_json<Int>,
      .decode_text = &integer_of_text<Int>,
      .encode = [](const void* value, JsonWriter& json) { json.value(*static_cast<const Int*>(value)); },
      .describe =
          [](Schemas&, const Rules& rules, JsonWriter& json) {
            json.begin_object().member("type", "integer");
            describe_range(rules, json);
            json.end_object();
          }};
  return type;
}

void double_of_text(std::string_view text, void* out, const Rules& rules, Decoder& decoder) {
  const std::string_view digits = trimmed(text);
  double number = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (fault != std::errc() || end != digits.data() + digits.size() || !std::isfinite(number)) {
    return decoder.problem("float_parsing", "Input should be a valid number, unable to parse string as a number",
                           input_of(text));
  }
  check_range(number, rules, text, decoder);
  *static_cast<double*>(out) = number;
}

void double_of_json(const boost::json::value& json, void* out, const Rules& rules, Decoder& decoder) {
  if (json.is_string() && decoder.lenient()) return double_of_text(json.get_string(), out, rules, decoder);
  if (!json.is_number()) return decoder.problem("float_type", "Input should be a valid number", input_of(json));
  const double number = json.to_number<double>();
  check_range(number, rules, json, decoder);
  *static_cast<double*>(out) = number;
}

// ---- truth ----

void bool_of_text(std::string_view text, void* out, const Rules&, Decoder& decoder) {
  for (std::string_view yes : {"true", "1", "yes", "on", "t", "y"}) {
    if (same_token(text, yes)) return static_cast<void>(*static_cast<bool*>(out) = true);
  }
  for (std::string_view no : {"false", "0", "no", "off", "f", "n"}) {
    if (same_token(text, no)) return static_cast<void>(*static_cast<bool*>(out) = false);
  }
  decoder.problem("bool_parsing", "Input should be a valid boolean, unable to interpret input", input_of(text));
}

void bool_of_json(const boost::json::value& json, void* out, const Rules& rules, Decoder& decoder) {
  if (json.is_bool()) return static_cast<void>(*static_cast<bool*>(out) = json.get_bool());
  if (decoder.lenient() && json.is_string()) return bool_of_text(json.get_string(), out, rules, decoder);
  if (decoder.lenient() && json.is_int64() && (json.get_int64() == 0 || json.get_int64() == 1)) {
    return static_cast<void>(*static_cast<bool*>(out) = json.get_int64() == 1);
  }
  decoder.problem("bool_type", "Input should be a valid boolean", input_of(json));
}

// ---- text ----

void string_of_text(std::string_view text, void* out, const Rules& rules, Decoder& decoder) {
  if (!is_utf8(text)) return decoder.problem("string_unicode", "Input should be text in UTF-8", input_of(text));
  check_length(code_points(text), rules, text, decoder);
  static_cast<std::string*>(out)->assign(text);
}

void string_of_json(const boost::json::value& json, void* out, const Rules& rules, Decoder& decoder) {
  if (!json.is_string()) return decoder.problem("string_type", "Input should be a valid string", input_of(json));
  const auto& text = json.get_string();
  check_length(code_points(text), rules, json, decoder);
  static_cast<std::string*>(out)->assign(text.data(), text.size());
}

void describe_string(Schemas&, const Rules& rules, JsonWriter& json) {
  json.begin_object().member("type", "string");
  if (!rules.format.empty()) json.member("format", rules.format);
  if (rules.length_min && *rules.length_min > 0) json.member("minLength", *rules.length_min);
  if (rules.length_max) json.member("maxLength", *rules.length_max);
  json.end_object();
}

// ---- days and moments ----

void date_of_text(std::string_view text, void* out, const Rules&, Decoder& decoder) {
  if (const auto date = Date::parse_iso(text)) return static_cast<void>(*static_cast<Date*>(out) = *date);
  decoder.problem("date_parsing", "Input should be an existing day as YYYY-MM-DD", input_of(text));
}

void date_of_json(const boost::json::value& json, void* out, const Rules& rules, Decoder& decoder) {
  if (json.is_string()) return date_of_text(json.get_string(), out, rules, decoder);
  decoder.problem("date_type", "Input should be a day as YYYY-MM-DD", input_of(json));
}

std::string moment(WallTime at, std::string_view zone) {
  using namespace std::chrono;
  const auto whole = floor<microseconds>(at);
  const auto day = floor<days>(whole);
  const hh_mm_ss time{whole - day};
  const year_month_day date{day};
  std::string text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
                                 static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                                 time.hours().count(), time.minutes().count(), time.seconds().count());
  if (time.subseconds().count() != 0) text += fmt::format(".{:06}", time.subseconds().count());
  return text.append(zone);
}

// ---- files ----

void describe_file(Schemas&, const Rules&, JsonWriter& json) {
  json.begin_object().member("type", "string").member("contentMediaType", "application/octet-stream").end_object();
}

}  // namespace

template <>
const Type& type_of<std::int32_t>() {
  return integer_type<std::int32_t>();
}
template <>
const Type& type_of<std::int64_t>() {
  return integer_type<std::int64_t>();
}

template <>
const Type& type_of<double>() {
  static const Type type{
      .decode = &double_of_json,
      .decode_text = &double_of_text,
      .encode = [](const void* value, JsonWriter& json) { json.value(*static_cast<const double*>(value)); },
      .describe =
          [](Schemas&, const Rules& rules, JsonWriter& json) {
            json.begin_object().member("type", "number");
            describe_range(rules, json);
            json.end_object();
          }};
  return type;
}

template <>
const Type& type_of<bool>() {
  static const Type type{
      .decode = &bool_of_json,
      .decode_text = &bool_of_text,
      .encode = [](const void* value, JsonWriter& json) { json.value(*static_cast<const bool*>(value)); },
      .describe = [](Schemas&, const Rules&, JsonWriter& json) { describe_scalar("boolean", "", json); }};
  return type;
}

template <>
const Type& type_of<std::string>() {
  static const Type type{
      .decode = &string_of_json,
      .decode_text = &string_of_text,
      .encode = [](const void* value, JsonWriter& json) { json.value(*static_cast<const std::string*>(value)); },
      .describe = &describe_string};
  return type;
}

template <>
const Type& type_of<Date>() {
  static const Type type{
      .decode = &date_of_json,
      .decode_text = &date_of_text,
      .encode = [](const void* value, JsonWriter& json) { json.value(static_cast<const Date*>(value)->iso()); },
      .describe = [](Schemas&, const Rules&, JsonWriter& json) { describe_scalar("string", "date", json); }};
  return type;
}

template <>
const Type& type_of<WallTime>() {
  static const Type type{
      .encode = [](const void* value,
                   JsonWriter& json) { json.value(moment(*static_cast<const WallTime*>(value), "Z")); },
      .describe = [](Schemas&, const Rules&, JsonWriter& json) { describe_scalar("string", "date-time", json); }};
  return type;
}

template <>
const Type& type_of<NaiveUtc>() {
  static const Type type{
      .encode = [](const void* value,
                   JsonWriter& json) { json.value(moment(static_cast<const NaiveUtc*>(value)->at, "")); },
      .describe =
          [](Schemas&, const Rules&, JsonWriter& json) {
            json.begin_object().member("type", "string");
            json.member("pattern", R"(^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{6})?$)").end_object();
          }};
  return type;
}

template <>
const Type& type_of<RawJson>() {
  static const Type type{
      .encode = [](const void* value, JsonWriter& json) { json.raw(static_cast<const RawJson*>(value)->text); },
      .describe = [](Schemas&, const Rules&, JsonWriter& json) { json.raw("{}"); }};
  return type;
}

template <>
const Type& type_of<UploadedFile>() {
  static const Type type{.describe = &describe_file, .is_file = true};
  return type;
}

template <>
const Type& type_of<std::optional<UploadedFile>>() {
  static const Type type{.describe = &describe_file, .may_be_absent = true, .is_file = true};
  return type;
}

}  // namespace dossier::net
