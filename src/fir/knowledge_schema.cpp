#include "fir/knowledge_schema.h"

#include "base/json_writer.h"
#include "fir/knowledge_fields.h"

#include <type_traits>

namespace dossier::fir {
namespace {

// A schema is written as a chain of calls, so that it reads as what it becomes.
class SchemaWriter {
 public:
  std::string write() {
    json_.begin_object()
        .member("$schema", "https://json-schema.org/draft/2020-12/schema")
        .member("title", "A file of the knowledge of Dossier's FIR desk")
        .member("description",
                "Written by `dossier knowledge schema` from the tables by which the files are read; docs/knowledge.md "
                "says more.")
        .member("type", "object")
        .member("additionalProperties", false);
    json_.key("properties").begin_object();
    for (const KnowledgeHead& head : knowledge_heads()) {
      json_.key(head.name).begin_object().member("description", head.meaning);
      write_head(head.kind);
      json_.end_object();
    }
    json_.end_object().key("$defs").begin_object();
    define<Offence>("offence");
    define<Situation>("situation");
    define<Ingredient>("ingredient");
    define<Unless>("unless");
    define<Precedence>("supersedes_if");
    define<ScheduleRow>("rows");
    define<Signal>("signal");
    json_.end_object().end_object();
    return json_.take();
  }

 private:
  void write_head(KnowledgeHead::Kind kind) {
    using Kind = KnowledgeHead::Kind;
    switch (kind) {
      case Kind::text: json_.member("type", "string"); return;
      case Kind::texts: write_texts({}); return;
      case Kind::named_texts: return write_members([&] { json_.member("type", "string"); });
      case Kind::named_lists: return write_members([&] { write_texts({}); });
      case Kind::signals: return write_members([&] { write_signal(); });
      case Kind::offences: return write_list_of("offence");
      case Kind::situations: return write_list_of("situation");
    }
  }

  // A table whose keys are names.
  template <class F>
  void write_members(F member) {
    json_.member("type", "object").key("additionalProperties").begin_object();
    member();
    json_.end_object();
  }

  void write_signal() {
    json_.key("anyOf").begin_array().begin_object();
    write_texts({});
    json_.end_object().begin_object().member("$ref", "#/$defs/signal").end_object().end_array();
  }

  void write_list_of(std::string_view name) {
    json_.member("type", "array").key("items").begin_object();
    json_.member("$ref", "#/$defs/" + std::string(name)).end_object();
  }

  template <class T>
  void define(std::string_view name) {
    json_.key(name).begin_object().member("type", "object").member("additionalProperties", false);
    json_.key("properties").begin_object();
    for (const KnowledgeField<T>& field : knowledge_fields<T>()) {
      json_.key(field.name).begin_object().member("description", field.meaning);
      std::visit([&]<class V>(V T::*) { write_type<V>(field.rule); }, field.target);
      json_.end_object();
    }
    json_.end_object();
    write_required<T>();
    json_.end_object();
  }

  template <class T>
  void write_required() {
    std::vector<std::string_view> names;
    for (const KnowledgeField<T>& field : knowledge_fields<T>()) {
      if (field.rule.need != KnowledgeRule::Need::none) names.push_back(field.name);
    }
    if (names.empty()) return;
    json_.key("required").begin_array();
    for (const std::string_view name : names) json_.value(name);
    json_.end_array();
  }

  template <class V>
  void write_type(const KnowledgeRule& rule) {
    if constexpr (std::is_same_v<V, bool>) {
      json_.member("type", "boolean");
    } else if constexpr (std::is_same_v<V, int> || std::is_same_v<V, double>) {
      json_.member("type", std::is_same_v<V, int> ? "integer" : "number");
      json_.member("minimum", rule.min).member("maximum", rule.max);
    } else if constexpr (std::is_same_v<V, std::vector<std::string>> || std::is_same_v<V, std::vector<Sign>>) {
      write_texts(rule);
    } else if constexpr (std::is_same_v<V, std::vector<Ingredient>>) {
      write_list_of("ingredient");
    } else if constexpr (std::is_same_v<V, std::vector<Unless>>) {
      write_list_of("unless");
    } else if constexpr (std::is_same_v<V, std::vector<Precedence>>) {
      write_list_of("supersedes_if");
    } else if constexpr (std::is_same_v<V, std::vector<ScheduleRow>>) {
      write_list_of("rows");
    } else {
      write_text(rule);
    }
  }

  void write_text(const KnowledgeRule& rule) {
    json_.member("type", "string").member("minLength", 1);
    if (!rule.pattern.empty()) json_.member("pattern", rule.pattern);
    if (rule.choices.empty()) return;
    json_.key("enum").begin_array();
    for (const std::string_view choice : rule.choices) json_.value(choice);
    json_.end_array();
  }

  // A list of texts, or one text in its place.
  void write_texts(const KnowledgeRule& rule) {
    json_.key("anyOf").begin_array().begin_object();
    write_text(rule);
    json_.end_object().begin_object().member("type", "array").key("items").begin_object();
    write_text(rule);
    json_.end_object().end_object().end_array();
  }

  JsonWriter json_;
};

// Compact JSON with a line for each member, so that a change of the tables is a small change of the file.
std::string on_lines(std::string_view json) {
  std::string out;
  int depth = 0;
  bool quoted = false;
  const auto line = [&] { out += "\n" + std::string(static_cast<std::size_t>(2 * depth), ' '); };
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (quoted || c == '"') {
      out += c;
      if (c == '\\') out += json[++i];
      if (c == '"') quoted = !quoted;
      continue;
    }
    if (c == '}' || c == ']') --depth, line();
    out += c;
    if (c == '{' || c == '[') ++depth, line();
    if (c == ',') line();
    if (c == ':') out += ' ';
  }
  return out + "\n";
}

}  // namespace

std::string knowledge_schema() {
  return on_lines(SchemaWriter().write());
}

}  // namespace dossier::fir
