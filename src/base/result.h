#pragma once

#include "base/check.h"
#include "base/error.h"

#include <optional>
#include <utility>
#include <variant>

namespace dossier {

// A value or the Error that kept us from having it, spelled like std::expected (which Debian 12's library has only in
// C++23 mode). Asking a failed result for its value is a broken invariant. Returned, never stored.
template <class T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { return checked(); }
  const T& value() const& {
    DOSSIER_CHECK(has_value());
    return *std::get_if<0>(&state_);
  }
  T value() && { return std::move(checked()); }  // by value: `for (x : list().value())` must not dangle
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const& {
    DOSSIER_CHECK(!has_value());
    return *std::get_if<1>(&state_);
  }
  Error&& error() && {
    DOSSIER_CHECK(!has_value());
    return std::move(*std::get_if<1>(&state_));
  }

  template <class U>
  T value_or(U&& fallback) && {
    return has_value() ? std::move(checked()) : static_cast<T>(std::forward<U>(fallback));
  }

 private:
  T& checked() {
    DOSSIER_CHECK(has_value());
    return *std::get_if<0>(&state_);
  }

  std::variant<T, Error> state_;
};

// The outcome of an operation that has no value to give.
template <>
class [[nodiscard]] Result<void> {
 public:
  using value_type = void;

  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  bool has_value() const { return !error_.has_value(); }
  explicit operator bool() const { return has_value(); }
  void value() const { DOSSIER_CHECK(has_value()); }

  const Error& error() const& {
    DOSSIER_CHECK(error_.has_value());
    return *error_;
  }
  Error&& error() && {
    DOSSIER_CHECK(error_.has_value());
    return std::move(*error_);
  }

 private:
  std::optional<Error> error_;
};

}  // namespace dossier

#define DOSSIER_JOIN_(a, b) a##b
#define DOSSIER_JOIN(a, b) DOSSIER_JOIN_(a, b)
#define DOSSIER_TRY_(leave, name, declaration, ...) \
  auto name = (__VA_ARGS__);                        \
  if (!name) leave std::move(name).error();         \
  declaration = std::move(name).value()
#define DOSSIER_TRY_DO_(leave, name, ...) \
  if (auto name = (__VA_ARGS__); !name) leave std::move(name).error()

// TRY(auto doc, parse(bytes)); declares doc, or returns the error of parse. CO_TRY is the same in a coroutine.
// TRY_DO(save(doc)); is for a result whose value is not wanted.
#define TRY(declaration, ...) DOSSIER_TRY_(return, DOSSIER_JOIN(result_, __LINE__), declaration, __VA_ARGS__)
#define TRY_DO(...) DOSSIER_TRY_DO_(return, DOSSIER_JOIN(result_, __LINE__), __VA_ARGS__)
#define CO_TRY(declaration, ...) DOSSIER_TRY_(co_return, DOSSIER_JOIN(result_, __LINE__), declaration, __VA_ARGS__)
#define CO_TRY_DO(...) DOSSIER_TRY_DO_(co_return, DOSSIER_JOIN(result_, __LINE__), __VA_ARGS__)
