#pragma once

#include "net/value_type.h"

#include <initializer_list>
#include <memory>

// Field tables. One table per struct says everything about its fields once: name, type (taken from the member), limits
// and what it means. It drives decoding (with problems that name the field), encoding and the OpenAPI schema.
//
//   struct NewFund {
//     std::string name;
//     std::optional<int> vintage_year;
//     static const net::Fields& fields();
//   };
//
//   const net::Fields& NewFund::fields() {
//     static const auto table = net::Fields::of<NewFund>("NewFund", "A fund to be entered.", {
//         net::field<&NewFund::name>("name", "As its reports print it.", net::length(1, 255)),
//         net::field<&NewFund::vintage_year>("vintage_year", "Year of its first closing.", net::range(1900, 2200)),
//     });
//     return table;
//   }
//
// Types: bool, int32, int64, double, std::string, Date, WallTime, NaiveUtc, Id<...>, enums with names_of, RawJson,
// UploadedFile, structs with a table, and of all these std::optional, std::vector, Patch, std::map<std::string, ...>
// and std::variant (the last two are written only). Reading needs default-constructible types. A field is required
// unless it is optional, a Patch, or marked net::or_default. Written, every field is always there: an empty optional as
// null.
namespace dossier::net {

struct Field {
  std::string_view name, description;
  const Type& (*type)();
  void* (*at)(void* object);
  Rules rules;

  const void* in(const void* object) const { return at(const_cast<void*>(object)); }
  bool required() const { return !type().may_be_absent && !rules.or_default; }
};

// ---- rules: each is a function that narrows a field ----
inline auto range(double min, double max) {
  return [=](Rules& rules) { rules.min = min, rules.max = max; };
}
inline auto at_least(double min) {
  return [=](Rules& rules) { rules.min = min; };
}
// Code points of a text, elements of an array.
inline auto length(std::size_t min, std::size_t max) {
  return [=](Rules& rules) { rules.length_min = min, rules.length_max = max; };
}
inline auto format(std::string_view name) {
  return [=](Rules& rules) { rules.format = name; };
}
inline constexpr auto or_default = [](Rules& rules) { rules.or_default = true; };

namespace detail {

template <auto Member>
struct MemberOf;
template <class S, class T, T S::*Member>
struct MemberOf<Member> {
  using Value = T;
  static void* at(void* object) { return &(static_cast<S*>(object)->*Member); }
};

}  // namespace detail

template <auto Member, class... Rule>
Field field(std::string_view name, std::string_view description, Rule... rule) {
  using At = detail::MemberOf<Member>;
  Field made{name, description, &type_of<typename At::Value>, &At::at, {}};
  (rule(made.rules), ...);
  return made;
}

// The table of one struct. Made once, lives as long as the program.
class Fields {
 public:
  template <class S>
  static Fields of(std::string_view name, std::string_view description, std::initializer_list<Field> fields) {
    std::shared_ptr<const void> defaults;
    if constexpr (std::is_default_constructible_v<S>) defaults = std::make_shared<const S>();
    return Fields(name, description, fields, std::move(defaults));
  }

  std::string_view name() const { return name_; }  // of the schema in OpenAPI
  std::string_view description() const { return description_; }
  const std::vector<Field>& list() const { return list_; }
  const Field* find(std::string_view name) const;
  // A struct as it is made, for the defaults in the description; null when it cannot be made so.
  const void* defaults() const { return defaults_.get(); }

 private:
  Fields(std::string_view name, std::string_view description, std::initializer_list<Field> list,
         std::shared_ptr<const void> defaults)
      : name_(name), description_(description), list_(list), defaults_(std::move(defaults)) {}

  std::string_view name_, description_;
  std::vector<Field> list_;
  std::shared_ptr<const void> defaults_;
};

}  // namespace dossier::net
