#pragma once

#include "net/fields.h"
#include "net/request.h"

// The parameters a route's handler may declare, each filled from one part of the request. They may be combined, each
// once; `Request` itself may be the last.
namespace dossier::net {

namespace detail {
template <class T>
struct Held {
  T value{};
  T* operator->() { return &value; }
  const T* operator->() const { return &value; }
  T& operator*() { return value; }
  const T& operator*() const { return value; }
};
}  // namespace detail

template <class T>
struct Path : detail::Held<T> {};  // the {names} of the pattern
template <class T>
struct Query : detail::Held<T> {};
template <class T>
struct Body : detail::Held<T> {};  // application/json
template <class T>
struct Form : detail::Held<T> {};  // multipart/form-data or urlencoded; T may have UploadedFile fields

// What a route takes, for its description and for the server that reads the body.
struct Inputs {
  const Fields* path = nullptr;
  const Fields* query = nullptr;
  const Fields* form = nullptr;
  const Type* body = nullptr;
  bool whole = false;  // takes the Request as it came

  bool takes_form() const { return form != nullptr || (whole && body == nullptr); }
  bool any() const { return path != nullptr || query != nullptr || form != nullptr || body != nullptr; }
};

namespace detail {

void take_parameters(const std::vector<Parameter>& given, std::string_view source, void* out, const Fields& fields,
                     Decoder& decoder);
void take_body(const Request& request, void* out, const Type& type, Decoder& decoder);
void take_form(Request& request, void* out, const Fields& fields, Decoder& decoder);

template <class T>
struct Input;

template <class T>
struct Input<Path<T>> {
  static void describe(Inputs& inputs) { inputs.path = &T::fields(); }
  static Path<T> take(Request& request, Decoder& decoder) {
    Path<T> held;
    take_parameters(request.path_values, "path", &held.value, T::fields(), decoder);
    return held;
  }
};

template <class T>
struct Input<Query<T>> {
  static void describe(Inputs& inputs) { inputs.query = &T::fields(); }
  static Query<T> take(Request& request, Decoder& decoder) {
    Query<T> held;
    take_parameters(parse_query(request.query), "query", &held.value, T::fields(), decoder);
    return held;
  }
};

template <class T>
struct Input<Body<T>> {
  static void describe(Inputs& inputs) { inputs.body = &type_of<T>(); }
  static Body<T> take(Request& request, Decoder& decoder) {
    Body<T> held;
    take_body(request, &held.value, type_of<T>(), decoder);
    return held;
  }
};

template <class T>
struct Input<Form<T>> {
  static void describe(Inputs& inputs) { inputs.form = &T::fields(); }
  static Form<T> take(Request& request, Decoder& decoder) {
    Form<T> held;
    take_form(request, &held.value, T::fields(), decoder);
    return held;
  }
};

template <>
struct Input<Request> {
  static void describe(Inputs& inputs) { inputs.whole = true; }
  static Request take(Request& request, Decoder&) { return std::move(request); }
};

}  // namespace detail

}  // namespace dossier::net
