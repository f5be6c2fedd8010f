#pragma once

#include "base/clock.h"
#include "base/date.h"
#include "base/ids.h"

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dossier::store {

// Bytes that are not text.
struct Blob {
  std::string bytes;
  bool operator==(const Blob&) const = default;
};

// How moments are kept: microseconds since 1970-01-01 UTC.
std::int64_t to_micros(WallTime time);
WallTime from_micros(std::int64_t micros);

// A value on its way into a statement. Strings and blobs are only looked at: they live until the call has returned.
class Parameter {
 public:
  struct BlobView {
    std::string_view bytes;
  };
  using Value = std::variant<std::monostate, std::int64_t, double, std::string_view, std::string, BlobView>;

  Parameter(std::nullopt_t) {}
  template <std::integral T>
  Parameter(T value) : value_(static_cast<std::int64_t>(value)) {}
  Parameter(double value) : value_(value) {}
  Parameter(const char* text) : value_(std::string_view(text)) {}
  Parameter(std::string_view text) : value_(text) {}
  Parameter(const std::string& text) : value_(std::string_view(text)) {}
  Parameter(const Blob& blob) : value_(BlobView{blob.bytes}) {}
  Parameter(Date date) : value_(date.iso()) {}
  Parameter(WallTime time) : value_(to_micros(time)) {}
  template <class Tag>
  Parameter(Id<Tag> id) : value_(id.value) {}
  template <class T>
  Parameter(const std::optional<T>& value) {
    if (value) *this = Parameter(*value);
  }

  const Value& value() const { return value_; }

 private:
  Value value_;
};

// The values for a statement's question marks, in order: {fund, date, std::nullopt}, or a vector built at run time.
class Bindings {
 public:
  Bindings() = default;
  Bindings(std::initializer_list<Parameter> values) : values_(values.begin(), values.size()) {}
  Bindings(const std::vector<Parameter>& values) : values_(values) {}

  std::span<const Parameter> values() const { return values_; }

 private:
  std::span<const Parameter> values_;
};

}  // namespace dossier::store
