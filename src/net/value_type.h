#pragma once

#include "base/clock.h"
#include "base/date.h"
#include "base/ids.h"
#include "base/json_writer.h"
#include "net/decoder.h"

#include <boost/json/fwd.hpp>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

// How the types of request and answer structs are read from JSON and from text, written, and described. fields.h puts
// them into tables; routes never use this file directly.
namespace dossier::net {

class Fields;
class Schemas;

// What a field may hold beyond its type.
struct Rules {
  std::optional<double> min = {}, max = {};
  std::optional<std::size_t> length_min = {}, length_max = {};  // text: code points; arrays: elements
  std::string_view format = {};                                 // of JSON Schema: "uuid", "decimal"
  bool or_default = false;                                      // may be absent: the struct's own value stays
};

// A field of which absence (leave as it is) and null (clear it) mean different things, as PUT and PATCH need it.
template <class T>
struct Patch {
  bool given = false;
  std::optional<T> value = {};
};

// A moment as the contracts write it: UTC without a zone, microseconds only when they are not nil.
struct NaiveUtc {
  WallTime at{};
};

// A JSON value made elsewhere and already valid.
struct RawJson {
  std::string text = "null";
};

// What the program can do with values of one C++ type. Null members: cannot be had in that form.
struct Type {
  using Decode = void (*)(const boost::json::value&, void* out, const Rules&, Decoder&);
  using DecodeText = void (*)(std::string_view, void* out, const Rules&, Decoder&);

  Decode decode = nullptr;
  DecodeText decode_text = nullptr;  // from a query, path or form
  void (*encode)(const void* value, JsonWriter& json) = nullptr;
  void (*describe)(Schemas& schemas, const Rules& rules, JsonWriter& json) = nullptr;
  bool may_be_absent = false;
  bool is_file = false;                 // an UploadedFile, or an optional one
  const Fields& (*fields)() = nullptr;  // of a struct with a table
};

template <class T>
const Type& type_of();

// ---- scalars ----
template <>
const Type& type_of<bool>();
template <>
const Type& type_of<std::int32_t>();
template <>
const Type& type_of<std::int64_t>();
template <>
const Type& type_of<double>();
template <>
const Type& type_of<std::string>();
template <>
const Type& type_of<Date>();
template <>
const Type& type_of<WallTime>();  // "2024-10-06T12:00:00.123456Z"
template <>
const Type& type_of<NaiveUtc>();
template <>
const Type& type_of<RawJson>();
template <>
const Type& type_of<UploadedFile>();
template <>
const Type& type_of<std::optional<UploadedFile>>();

namespace detail {

bool is_null(const boost::json::value& json);
// Calls `append` for a new element and reads into what it returns.
void decode_array(const boost::json::value& json, void* list, void* (*append)(void*), const Type& element,
                  const Rules& rules, Decoder& decoder);
void decode_struct(const boost::json::value& json, void* out, const Fields& fields, Decoder& decoder);
void encode_struct(const void* value, const Fields& fields, JsonWriter& json);
void describe_struct(Schemas& schemas, const Fields& fields, JsonWriter& json);
void describe_nullable(Schemas& schemas, const Type& inner, const Rules& rules, JsonWriter& json);
void describe_array(Schemas& schemas, const Type& element, const Rules& rules, JsonWriter& json);
void describe_map(Schemas& schemas, const Type& element, JsonWriter& json);
void describe_any_of(Schemas& schemas, std::span<const Type* const> types, JsonWriter& json);
void describe_names(std::span<const std::string_view> names, JsonWriter& json);
// Index of the name, or a problem and nothing.
std::optional<std::size_t> decode_name(const boost::json::value& json, std::span<const std::string_view> names,
                                       Decoder&);
std::optional<std::size_t> decode_name(std::string_view text, std::span<const std::string_view> names, Decoder&);

template <class T>
concept WithFields = requires {
  { T::fields() } -> std::same_as<const Fields&>;
};

// An enumeration is admitted by a function beside it (found by argument):
//   constexpr auto names_of(Kind) { return std::array{std::string_view("call"), ...}; }   in the order of 0, 1, 2 ...
template <class T>
concept NamedEnum = std::is_enum_v<T> && requires { names_of(T{}); };

template <class T>
struct TypeFor;  // no table: give the struct `static const net::Fields& fields();`

template <WithFields T>
struct TypeFor<T> {
  static Type make() {
    Type type{.encode = [](const void* value, JsonWriter& json) { encode_struct(value, T::fields(), json); },
              .describe = [](Schemas& schemas, const Rules&,
                             JsonWriter& json) { describe_struct(schemas, T::fields(), json); },
              .fields = &T::fields};
    type.decode = [](const boost::json::value& json, void* out, const Rules&, Decoder& decoder) {
      decode_struct(json, out, T::fields(), decoder);
    };
    return type;
  }
};

template <NamedEnum T>
struct TypeFor<T> {
  static constexpr auto kNames = names_of(T{});
  static Type make() {
    return {
        .decode = [](const boost::json::value& json, void* out, const Rules&,
                     Decoder& decoder) { set(decode_name(json, kNames, decoder), out); },
        .decode_text = [](std::string_view text, void* out, const Rules&,
                          Decoder& decoder) { set(decode_name(text, kNames, decoder), out); },
        .encode = [](const void* value,
                     JsonWriter& json) { json.value(kNames[static_cast<std::size_t>(*static_cast<const T*>(value))]); },
        .describe = [](Schemas&, const Rules&, JsonWriter& json) { describe_names(kNames, json); }};
  }
  static void set(std::optional<std::size_t> index, void* out) {
    if (index) *static_cast<T*>(out) = static_cast<T>(*index);
  }
};

template <class Tag>
struct TypeFor<Id<Tag>> {
  static Type make() { return type_of<std::int64_t>(); }  // an Id is its number
};

template <class T>
struct TypeFor<std::optional<T>> {
  static Type make() {
    Type type{.encode = &encode,
              .describe = [](Schemas& schemas, const Rules& rules,
                             JsonWriter& json) { describe_nullable(schemas, type_of<T>(), rules, json); },
              .may_be_absent = true};
    if constexpr (std::is_default_constructible_v<T>) {
      if (type_of<T>().decode != nullptr) type.decode = &decode;
      if (type_of<T>().decode_text != nullptr) type.decode_text = &decode_text;
    }
    return type;
  }
  static void decode(const boost::json::value& json, void* out, const Rules& rules, Decoder& decoder) {
    auto& value = *static_cast<std::optional<T>*>(out);
    if (is_null(json)) return value.reset();
    type_of<T>().decode(json, &value.emplace(), rules, decoder);
  }
  static void decode_text(std::string_view text, void* out, const Rules& rules, Decoder& decoder) {
    type_of<T>().decode_text(text, &static_cast<std::optional<T>*>(out)->emplace(), rules, decoder);
  }
  static void encode(const void* value, JsonWriter& json) {
    const auto& held = *static_cast<const std::optional<T>*>(value);
    if (held) return type_of<T>().encode(&*held, json);
    json.null();
  }
};

template <class T>
struct TypeFor<Patch<T>> {
  static Type make() {
    return {.decode = &decode,
            .describe = [](Schemas& schemas, const Rules& rules,
                           JsonWriter& json) { describe_nullable(schemas, type_of<T>(), rules, json); },
            .may_be_absent = true};
  }
  static void decode(const boost::json::value& json, void* out, const Rules& rules, Decoder& decoder) {
    auto& patch = *static_cast<Patch<T>*>(out);
    patch.given = true;
    type_of<std::optional<T>>().decode(json, &patch.value, rules, decoder);
  }
};

template <class T>
struct TypeFor<std::vector<T>> {
  static Type make() {
    Type type{.encode = &encode, .describe = [](Schemas& schemas, const Rules& rules, JsonWriter& json) {
                describe_array(schemas, type_of<T>(), rules, json);
              }};
    if constexpr (std::is_default_constructible_v<T>) {
      type.decode = [](const boost::json::value& json, void* out, const Rules& rules, Decoder& decoder) {
        decode_array(
            json, out, [](void* list) -> void* { return &static_cast<std::vector<T>*>(list)->emplace_back(); },
            type_of<T>(), rules, decoder);
      };
    }
    return type;
  }
  static void encode(const void* value, JsonWriter& json) {
    json.begin_array();
    for (const T& element : *static_cast<const std::vector<T>*>(value)) type_of<T>().encode(&element, json);
    json.end_array();
  }
};

// Written only: an object whose keys are data.
template <class T>
struct TypeFor<std::map<std::string, T>> {
  static Type make() {
    return {.encode = &encode, .describe = [](Schemas& schemas, const Rules&, JsonWriter& json) {
              describe_map(schemas, type_of<T>(), json);
            }};
  }
  static void encode(const void* value, JsonWriter& json) {
    json.begin_object();
    for (const auto& [name, element] : *static_cast<const std::map<std::string, T>*>(value)) {
      json.key(name);
      type_of<T>().encode(&element, json);
    }
    json.end_object();
  }
};

// Written only: one of several forms.
template <class... T>
struct TypeFor<std::variant<T...>> {
  static Type make() {
    return {.encode =
                [](const void* value, JsonWriter& json) {
                  std::visit([&](const auto& held) { type_of<std::decay_t<decltype(held)>>().encode(&held, json); },
                             *static_cast<const std::variant<T...>*>(value));
                },
            .describe =
                [](Schemas& schemas, const Rules&, JsonWriter& json) {
                  const Type* const types[] = {&type_of<T>()...};
                  describe_any_of(schemas, types, json);
                }};
  }
};

}  // namespace detail

template <class T>
const Type& type_of() {
  static const Type type = detail::TypeFor<T>::make();
  return type;
}

// The value as compact JSON.
template <class T>
std::string to_json(const T& value) {
  JsonWriter json;
  type_of<T>().encode(&value, json);
  return json.take();
}

}  // namespace dossier::net
