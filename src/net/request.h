#pragma once

#include "net/headers.h"
#include "net/incoming.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::net {

enum class Method { get, head, post, put, patch, delete_, options };
inline constexpr int kMethods = 7;
std::string_view name_of(Method method);  // "GET"
std::optional<Method> parse_method(std::string_view name);

// A name and its value: a parameter of the path or the query, or a field of a form. Already decoded.
struct Parameter {
  std::string name, value;
};

// One request, complete: its body was read within the route's limit, its files were received and lie on disk.
struct Request {
  Method method = Method::get;
  std::string path;   // as sent, still percent-encoded, without the query
  std::string query;  // as sent, after the '?'
  Headers headers;
  std::vector<Parameter> path_values;  // of the route's pattern, decoded
  std::string body;                    // empty when it was a form that was streamed
  std::vector<Parameter> form;         // fields of a multipart or urlencoded form
  std::vector<UploadedFile> files;     // of a multipart form
  std::string peer;                    // the client's address, without port
  std::string correlation_id;          // of X-Correlation-ID, or made up
};

// "a%20b+c" -> "a b+c"; with plus_is_blank "a b c". Malformed escapes stay as they are.
std::string percent_decoded(std::string_view text, bool plus_is_blank);
// "a=1&b=2", decoded. Pairs beyond limits::kParametersMax are left out.
std::vector<Parameter> parse_query(std::string_view query);

}  // namespace dossier::net
