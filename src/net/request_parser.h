#pragma once

#include "net/request.h"

#include <boost/beast/http/basic_parser.hpp>

#include <string>

// Of net's own sources only: the one place where Beast's parser becomes our Request.
namespace dossier::net {

// Reads one request incrementally. The head goes into `request`, the pieces of the body to the end of `body`.
class RequestParser final : public boost::beast::http::basic_parser<true> {
 public:
  RequestParser(Request& request, std::string& body);

  // Known after the head. False: a method we do not know.
  bool method_known() const { return method_known_; }
  int version() const { return version_; }  // 10 or 11
  bool has_host() const { return has_host_; }
  bool expects_continue() const { return expects_continue_; }
  // Transfer-Encoding other than chunked: where the body ends cannot be known.
  bool strange_encoding() const { return encoded_ && !chunked(); }

 private:
  using Fault = boost::beast::error_code;
  using Text = boost::beast::string_view;

  void on_request_impl(boost::beast::http::verb method, Text method_text, Text target, int version, Fault&) override;
  void on_response_impl(int, Text, int, Fault&) override {}
  void on_field_impl(boost::beast::http::field name, Text name_text, Text value, Fault& fault) override;
  void on_header_impl(Fault&) override {}
  void on_body_init_impl(const boost::optional<std::uint64_t>&, Fault&) override {}
  std::size_t on_body_impl(Text piece, Fault&) override;
  void on_chunk_header_impl(std::uint64_t, Text, Fault&) override {}
  std::size_t on_chunk_body_impl(std::uint64_t, Text piece, Fault& fault) override {
    return on_body_impl(piece, fault);
  }
  void on_finish_impl(Fault&) override {}

  Request& request_;
  std::string& body_;
  int version_ = 11;
  bool method_known_ = true, has_host_ = false, expects_continue_ = false, encoded_ = false;
};

}  // namespace dossier::net
