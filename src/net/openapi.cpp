#include "net/openapi.h"

#include "net/docs_assets.h"
#include "net/schemas.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <set>

namespace dossier::net {
namespace {

constexpr std::string_view kErrorSchemas =
    R"("Detail":{"type":"object","title":"Detail","description":"What went wrong.",)"
    R"("properties":{"detail":{"type":"string"},"error":{"type":"string"}},"required":["detail"]},)"
    R"("FieldProblems":{"type":"object","title":"FieldProblems","description":"Every field that is wrong.",)"
    R"("properties":{"detail":{"type":"array","items":{"type":"object","properties":{"type":{"type":"string"},)"
    R"("loc":{"type":"array","items":{"anyOf":[{"type":"string"},{"type":"integer"}]}},"msg":{"type":"string"},"input":{}},)"
    R"("required":["type","loc","msg"]}},"error":{"type":"string"}},"required":["detail"]},)"
    R"("Problem":{"type":"object","title":"Problem","description":"What went wrong (RFC 9457).",)"
    R"("properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"code":{"type":"string"},)"
    R"("detail":{"type":"string"},"where":{"type":"string"},"errors":{"type":"array","items":{"type":"object",)"
    R"("properties":{"field":{"type":"string"},"problem":{"type":"string"},"message":{"type":"string"}},)"
    R"("required":["field","problem","message"]}}},"required":["title","status","detail"]})";

class DocumentWriter {
 public:
  DocumentWriter(const Router& router, const ApiInfo& info) : router_(router), info_(info) {}

  std::string write() {
    json_.begin_object().member("openapi", "3.1.0");
    json_.key("info").begin_object().member("title", info_.title).member("version", info_.version);
    json_.member("description", info_.description);
    json_.key("license")
        .begin_object()
        .member("name", "Apache-2.0")
        .member("identifier", "Apache-2.0")
        .end_object()
        .end_object();
    write_paths();
    write_components();
    return json_.end_object().take();
  }

 private:
  void write_paths();
  void write_operation(const Route& route);
  void write_parameters(const Route& route);
  void write_parameter(const Field& field, const Fields& table, std::string_view in);
  void write_idempotency_parameter();
  void write_body(const Inputs& inputs);
  void write_responses(const Route& route);
  void write_failure(int status, Style style);
  void write_components();

  const Router& router_;
  const ApiInfo& info_;
  JsonWriter json_;
  Schemas schemas_;
};

// "get_api_funds_id": stable, unique, fit for a function's name in a generated client.
std::string operation_id(const Route& route) {
  std::string id;
  for (char c : name_of(route.method)) id += static_cast<char>(c + ('a' - 'A'));
  for (char c : route.pattern) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (word) id += c;
    if (!word && id.back() != '_') id += '_';
  }
  // A path and the same with a slash at its end are two routes.
  if (id.back() == '_') id += route.pattern.back() == '}' ? "one" : "all";
  return id;
}

void DocumentWriter::write_paths() {
  std::vector<std::string_view> patterns;
  std::multimap<std::string_view, const Route*> by_pattern;
  for (const auto& route : router_.routes()) {
    if (route->about.hidden) continue;
    if (by_pattern.count(route->pattern) == 0) patterns.push_back(route->pattern);
    by_pattern.emplace(route->pattern, route.get());
  }
  json_.key("paths").begin_object();
  for (std::string_view pattern : patterns) {
    json_.key(pattern).begin_object();
    const auto [first, last] = by_pattern.equal_range(pattern);
    for (auto at = first; at != last; ++at) write_operation(*at->second);
    json_.end_object();
  }
  json_.end_object();
}

void DocumentWriter::write_operation(const Route& route) {
  std::string method(name_of(route.method));
  std::transform(method.begin(), method.end(), method.begin(),
                 [](char c) { return static_cast<char>(c + ('a' - 'A')); });
  json_.key(method).begin_object().member("operationId", operation_id(route)).member("summary", route.about.summary);
  if (!route.about.description.empty()) json_.member("description", route.about.description);
  if (!route.about.tag.empty()) json_.key("tags").begin_array().value(route.about.tag).end_array();
  if (info_.key_needed && !route.about.open) {
    json_.key("security").begin_array().begin_object().key("ApiKey").begin_array().end_array().end_object().end_array();
  }
  write_parameters(route);
  write_body(route.inputs);
  write_responses(route);
  json_.end_object();
}

void DocumentWriter::write_parameters(const Route& route) {
  schemas_.face = Schemas::Face::input;
  json_.key("parameters").begin_array();
  if (route.inputs.path != nullptr) {
    for (const Field& field : route.inputs.path->list()) write_parameter(field, *route.inputs.path, "path");
  }
  if (route.inputs.query != nullptr) {
    for (const Field& field : route.inputs.query->list()) write_parameter(field, *route.inputs.query, "query");
  }
  if (route.about.repeatable) write_idempotency_parameter();
  json_.end_array();
}

void DocumentWriter::write_parameter(const Field& field, const Fields& table, std::string_view in) {
  json_.begin_object().member("name", field.name).member("in", in).member("required", in == "path" || field.required());
  json_.member("description", field.description).key("schema");
  describe_field(schemas_, field, table, json_);
  json_.end_object();
}

void DocumentWriter::write_idempotency_parameter() {
  json_.begin_object().member("name", "Idempotency-Key").member("in", "header").member("required", false);
  json_.member("description",
               "The same key with the same request changes nothing twice, and gets the first answer again.");
  json_.key("schema").begin_object().member("type", "string").end_object().end_object();
}

void DocumentWriter::write_body(const Inputs& inputs) {
  if (inputs.body == nullptr && inputs.form == nullptr) return;
  schemas_.face = Schemas::Face::input;
  json_.key("requestBody").begin_object().member("required", true).key("content").begin_object();
  if (inputs.body != nullptr) {
    json_.key("application/json").begin_object().key("schema");
    inputs.body->describe(schemas_, {}, json_);
    json_.end_object();
  }
  if (inputs.form != nullptr) {
    json_.key("multipart/form-data").begin_object().key("schema").begin_object();
    json_.member("$ref", schemas_.reference(*inputs.form)).end_object().end_object();
  }
  json_.end_object().end_object();
}

void DocumentWriter::write_responses(const Route& route) {
  schemas_.face = Schemas::Face::output;
  json_.key("responses").begin_object();
  json_.key(std::to_string(route.about.status)).begin_object().member("description", reason_of(route.about.status));
  if (route.about.status != 204 && !route.about.content_type.empty()) {
    json_.key("content").begin_object().key(route.about.content_type).begin_object();
    if (route.answer != nullptr) {
      json_.key("schema");
      route.answer->describe(schemas_, {}, json_);
    }
    json_.end_object().end_object();
  }
  json_.end_object();
  std::set<int> failures(route.about.errors.begin(), route.about.errors.end());
  if (route.inputs.any()) failures.insert(422);
  failures.insert(503);  // any route refuses while its queue, or the disk, is full
  for (int status : failures) write_failure(status, route.about.style);
  json_.end_object();
}

void DocumentWriter::write_failure(int status, Style style) {
  const bool own = style == Style::own;
  const std::string_view schema = own ? "Problem" : status == 422 ? "FieldProblems" : "Detail";
  json_.key(std::to_string(status))
      .begin_object()
      .member("description", reason_of(status))
      .key("content")
      .begin_object();
  json_.key(own ? "application/problem+json" : "application/json").begin_object().key("schema").begin_object();
  json_.member("$ref", "#/components/schemas/" + std::string(schema))
      .end_object()
      .end_object()
      .end_object()
      .end_object();
}

void DocumentWriter::write_components() {
  json_.key("components").begin_object().key("schemas").begin_object();
  schemas_.write_components(json_);
  json_.raw(kErrorSchemas).end_object();
  if (info_.key_needed) {
    json_.key("securitySchemes").begin_object().key("ApiKey").begin_object().member("type", "apiKey");
    json_.member("in", "header").member("name", "X-API-Key").end_object().end_object();
  }
  json_.end_object();
}

void add_asset(Router& router, const char* path, const char* type, std::string_view content) {
  router.get(path, {.summary = "Part of the documentation page.", .open = true, .hidden = true},
             [type, content](Context, Request) -> Task<Result<Response>> {
               co_return Response{
                   .content_type = type, .body = std::string(content), .headers = {{"Cache-Control", "max-age=300"}}};
             });
}

}  // namespace

std::string openapi_document(const Router& router, const ApiInfo& info) {
  return DocumentWriter(router, info).write();
}

void add_docs_routes(Router& router, ApiInfo info) {
  struct Made {
    std::once_flag once;
    std::string text;
  };
  auto made = std::make_shared<Made>();
  router.get("/openapi.json", {.summary = "This description, as OpenAPI 3.1.", .tag = "Service", .open = true},
             [&router, info = std::move(info), made](Context, Request) -> Task<Result<Response>> {
               std::call_once(made->once, [&] { made->text = openapi_document(router, info); });
               co_return Response::json(made->text);
             });
  const auto page = [](Context, Request) -> Task<Result<Response>> {
    co_return Response::html(std::string(docs_html()));
  };
  router.get("/docs",
             {.summary = "This description, for people.", .tag = "Service", .open = true, .content_type = "text/html"},
             page);
  router.get("/redoc", {.summary = "The same page, where clients of others look for it.", .open = true, .hidden = true},
             page);
  add_asset(router, "/docs/docs.css", "text/css; charset=utf-8", docs_css());
  add_asset(router, "/docs/docs.js", "text/javascript; charset=utf-8", docs_js());
}

}  // namespace dossier::net
