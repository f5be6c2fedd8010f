#include "net/request_parser.h"

#include "base/limits.h"

#include <boost/beast/http/error.hpp>

namespace dossier::net {
namespace {

// "http://host/path" as proxies send it -> "/path".
std::string_view origin_form(std::string_view target) {
  if (target.empty() || target.front() == '/') return target;
  const std::size_t scheme = target.find("://");
  if (scheme == std::string_view::npos) return target;
  const std::size_t slash = target.find('/', scheme + 3);
  return slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
}

}  // namespace

RequestParser::RequestParser(Request& request, std::string& body) : request_(request), body_(body) {
  header_limit(limits::kHeadBytesMax);
  body_limit(boost::none);  // each route has its own, which the connection enforces
}

void RequestParser::on_request_impl(boost::beast::http::verb, Text method_text, Text target, int version, Fault&) {
  version_ = version;
  const auto method = net::parse_method(std::string_view(method_text.data(), method_text.size()));
  method_known_ = method.has_value();
  request_.method = method.value_or(Method::get);
  std::string_view whole = origin_form({target.data(), target.size()});
  whole = whole.substr(0, whole.find('#'));
  const std::size_t question = whole.find('?');
  request_.path.assign(whole.substr(0, question));
  request_.query.assign(question == std::string_view::npos ? std::string_view() : whole.substr(question + 1));
}

void RequestParser::on_field_impl(boost::beast::http::field name, Text name_text, Text value, Fault& fault) {
  using boost::beast::http::field;
  request_.headers.add({name_text.data(), name_text.size()}, {value.data(), value.size()});
  if (name == field::host) {
    // Two hosts are how requests are smuggled past proxies.
    if (has_host_) fault = boost::beast::http::error::bad_field;
    has_host_ = true;
  } else if (name == field::expect) {
    expects_continue_ = same_token({value.data(), value.size()}, "100-continue");
  } else if (name == field::transfer_encoding) {
    encoded_ = true;
  }
}

std::size_t RequestParser::on_body_impl(Text piece, Fault&) {
  body_.append(piece.data(), piece.size());
  return piece.size();
}

}  // namespace dossier::net
