#include "net/schemas.h"

#include "base/check.h"

namespace dossier::net {
namespace {

bool is_required(const Field& field, Schemas::Face face) {
  return face == Schemas::Face::output || field.required();
}

bool differs_by_face(const Fields& fields) {
  for (const Field& field : fields.list()) {
    if (!field.required()) return true;
    const auto nested = field.type().fields;
    if (nested != nullptr && differs_by_face(nested())) return true;
  }
  return false;
}

}  // namespace

std::string Schemas::reference(const Fields& fields) {
  std::string name(fields.name());
  if (face == Face::input && differs_by_face(fields)) name += "Input";
  const auto [at, added] = entries_.try_emplace(name, Entry{&fields, face});
  DOSSIER_CHECK(at->second.fields == &fields);  // two tables may not share a name
  if (added) waiting_.push_back(name);
  return "#/components/schemas/" + name;
}

void Schemas::write_components(JsonWriter& json) {
  while (!waiting_.empty()) {
    const std::string name = std::move(waiting_.back());
    waiting_.pop_back();
    json.key(name);
    write(entries_.at(name), json);
  }
}

void Schemas::write(const Entry& entry, JsonWriter& json) {
  face = entry.face;
  json.begin_object().member("type", "object").member("title", entry.fields->name());
  json.member("description", entry.fields->description());
  json.key("properties").begin_object();
  for (const Field& field : entry.fields->list()) {
    json.key(field.name);
    describe_field(*this, field, *entry.fields, json);
  }
  json.end_object().key("required").begin_array();
  for (const Field& field : entry.fields->list()) {
    if (is_required(field, entry.face)) json.value(field.name);
  }
  json.end_array().end_object();
}

void describe_field(Schemas& schemas, const Field& field, const Fields& table, JsonWriter& json) {
  JsonWriter inner;
  field.type().describe(schemas, field.rules, inner);
  // A type writes one object; description and default are members of the same object.
  std::string schema = inner.take();
  schema.pop_back();
  JsonWriter more;
  more.begin_object().member("description", field.description);
  if (field.rules.or_default && table.defaults() != nullptr && field.type().encode != nullptr) {
    more.key("default");
    field.type().encode(field.in(table.defaults()), more);
  }
  std::string rest = more.end_object().take();
  json.raw(schema + (schema.size() > 1 ? "," : "") + rest.substr(1));
}

namespace detail {

void describe_struct(Schemas& schemas, const Fields& fields, JsonWriter& json) {
  json.begin_object().member("$ref", schemas.reference(fields)).end_object();
}

void describe_nullable(Schemas& schemas, const Type& inner, const Rules& rules, JsonWriter& json) {
  json.begin_object().key("anyOf").begin_array();
  inner.describe(schemas, rules, json);
  json.begin_object().member("type", "null").end_object().end_array().end_object();
}

void describe_array(Schemas& schemas, const Type& element, const Rules& rules, JsonWriter& json) {
  json.begin_object().member("type", "array").key("items");
  element.describe(schemas, {}, json);
  if (rules.length_min && *rules.length_min > 0) json.member("minItems", *rules.length_min);
  if (rules.length_max) json.member("maxItems", *rules.length_max);
  json.end_object();
}

void describe_map(Schemas& schemas, const Type& element, JsonWriter& json) {
  json.begin_object().member("type", "object").key("additionalProperties");
  element.describe(schemas, {}, json);
  json.end_object();
}

void describe_any_of(Schemas& schemas, std::span<const Type* const> types, JsonWriter& json) {
  json.begin_object().key("anyOf").begin_array();
  for (const Type* type : types) type->describe(schemas, {}, json);
  json.end_array().end_object();
}

void describe_names(std::span<const std::string_view> names, JsonWriter& json) {
  json.begin_object().member("type", "string").key("enum").begin_array();
  for (std::string_view name : names) json.value(name);
  json.end_array().end_object();
}

}  // namespace detail

}  // namespace dossier::net
