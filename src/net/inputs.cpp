#include "net/inputs.h"

#include "base/check.h"
#include "base/limits.h"

#include <boost/json.hpp>

#include <algorithm>

namespace dossier::net::detail {
namespace {

const Parameter* find(const std::vector<Parameter>& given, std::string_view name) {
  const auto at = std::find_if(given.begin(), given.end(), [&](const Parameter& p) { return p.name == name; });
  return at == given.end() ? nullptr : &*at;
}

void take_one(const Field& field, const std::vector<Parameter>& given, void* out, Decoder& decoder) {
  const Type& type = field.type();
  DOSSIER_CHECK(type.decode_text != nullptr);  // a table for text holds only what text can carry
  Decoder::Inside inside(decoder, std::string(field.name));
  const Parameter* parameter = find(given, field.name);
  if (parameter != nullptr) {
    type.decode_text(parameter->value, field.at(out), field.rules, decoder);
  } else if (field.required()) {
    decoder.problem("missing", "Field required");
  }
}

void refuse_unknown(const std::vector<Parameter>& given, const Fields& fields, Decoder& decoder) {
  if (decoder.lenient()) return;
  for (const Parameter& parameter : given) {
    if (fields.find(parameter.name) != nullptr) continue;
    Decoder::Inside inside(decoder, parameter.name);
    decoder.problem("extra_forbidden", "There is no such parameter");
  }
}

void put_file(const Field& field, UploadedFile&& file, void* out) {
  if (field.type().may_be_absent) {
    static_cast<std::optional<UploadedFile>*>(field.at(out))->emplace(std::move(file));
  } else {
    *static_cast<UploadedFile*>(field.at(out)) = std::move(file);
  }
}

void take_file(const Field& field, Request& request, void* out, Decoder& decoder) {
  Decoder::Inside inside(decoder, std::string(field.name));
  const auto at = std::find_if(request.files.begin(), request.files.end(),
                               [&](const UploadedFile& f) { return f.field == field.name; });
  if (at != request.files.end()) return put_file(field, std::move(*at), out);
  if (find(request.form, field.name) != nullptr) {
    decoder.problem("value_error", "A file was expected here, and text was sent: give the part a filename");
  } else if (field.required()) {
    decoder.problem("missing", "Field required");
  }
}

}  // namespace

void take_parameters(const std::vector<Parameter>& given, std::string_view source, void* out, const Fields& fields,
                     Decoder& decoder) {
  Decoder::Inside inside(decoder, std::string(source));
  for (const Field& field : fields.list()) take_one(field, given, out, decoder);
  refuse_unknown(given, fields, decoder);
}

void take_body(const Request& request, void* out, const Type& type, Decoder& decoder) {
  Decoder::Inside inside(decoder, "body");
  if (request.body.empty()) {
    if (!request.form.empty() || !request.files.empty()) {
      return decoder.problem("json_invalid", "The body should be JSON, not a form");
    }
    return decoder.problem("missing", "Field required");
  }
  boost::json::parse_options options;
  options.max_depth = limits::kJsonDepthMax;
  boost::json::monotonic_resource memory;
  boost::json::stream_parser parser(boost::json::storage_ptr(), options);
  parser.reset(&memory);
  boost::system::error_code fault;
  const std::size_t read = parser.write_some(request.body, fault);
  const std::string_view rest = std::string_view(request.body).substr(fault ? 0 : read);
  if (!fault) parser.finish(fault);
  if (fault || rest.find_first_not_of(" \t\r\n") != std::string_view::npos) {
    Decoder::Inside at(decoder, read);
    const std::string reason = fault ? fault.message() : "something follows the end of the value";
    return decoder.problem("json_invalid", "JSON decode error at byte " + std::to_string(read) + ": " + reason, "{}");
  }
  const boost::json::value json = parser.release();
  type.decode(json, out, {}, decoder);
}

void take_form(Request& request, void* out, const Fields& fields, Decoder& decoder) {
  Decoder::Inside inside(decoder, "body");
  for (const Field& field : fields.list()) {
    if (field.type().is_file) {
      take_file(field, request, out, decoder);
    } else {
      take_one(field, request.form, out, decoder);
    }
  }
  refuse_unknown(request.form, fields, decoder);
}

}  // namespace dossier::net::detail
