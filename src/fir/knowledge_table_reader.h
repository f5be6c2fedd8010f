#pragma once

#include "fir/knowledge_check.h"
#include "fir/knowledge_fields.h"

#include <toml++/toml.h>

#include <algorithm>
#include <map>
#include <regex>
#include <string>
#include <vector>

// Of knowledge_reader.cpp only: what toml++ gives, read by the tables of knowledge_fields.h.
namespace dossier::fir {

inline int line_of(const toml::source_region& source) {
  return static_cast<int>(source.begin.line);
}

inline std::string quoted(std::string_view text) {
  return "'" + std::string(text) + "'";
}

inline std::string joined(const std::vector<std::string_view>& words) {
  std::string all;
  for (const std::string_view word : words) all += (all.empty() ? "" : ", ") + std::string(word);
  return all;
}

// Patterns are compiled once: ten thousand values are held against a handful.
inline bool matches(std::string_view text, std::string_view pattern) {
  static std::map<std::string_view, std::regex> compiled;
  const auto at = compiled.try_emplace(pattern, std::string(pattern)).first;
  return std::regex_match(text.begin(), text.end(), at->second);
}

// Reads one table at a time into the struct its fields belong to. A fault ends nothing: it is written down with the
// place, and the member keeps its default.
class KnowledgeTableReader {
 protected:
  ~KnowledgeTableReader() = default;

  // The sign a text stands for; nothing, with a fault, when it could never hold.
  virtual std::optional<Sign> sign(const toml::node& at, std::string_view item) = 0;

  void fault(int line, const std::string& what, bool stops = true) {
    faults_.push_back({file_, line, entry_.empty() ? what : entry_ + ": " + what, stops});
  }
  void fault(const toml::node& node, const std::string& what) { fault(line_of(node.source()), what); }

  using Need = KnowledgeRule::Need;

  template <class T>
  void read_fields(const toml::table& table, std::string_view what, T& out) {
    const KnowledgeFields<T>& fields = knowledge_fields<T>();
    // A key that nobody reads is a slip of the pen, and what it says would silently be lost.
    for (const auto& [key, node] : table) {
      const auto known = [&](const auto& field) { return field.name == key.str(); };
      if (std::none_of(fields.begin(), fields.end(), known))
        fault(line_of(key.source()), std::string(what) + " knows no " + quoted(key.str()));
    }
    for (const KnowledgeField<T>& field : fields) {
      const toml::node* node = table.get(field.name);
      if (node != nullptr)
        std::visit([&](auto member) { read_value(*node, field.name, field.rule, out.*member); }, field.target);
      else if (field.rule.need != Need::none)
        fault(line_of(table.source()), std::string(what) + " needs " + quoted(field.name),
              field.rule.need == Need::to_be_read);
    }
  }

  void wanted(const toml::node& node, std::string_view name, std::string_view what) {
    fault(node, quoted(name) + " is " + std::string(what));
  }

  // Each text of a list, or the one that stands in its place.
  template <class F>
  void for_texts(const toml::node& node, std::string_view name, F take) {
    const auto one = [&](const toml::node& item) {
      if (item.is_string())
        take(item, **item.as_string());
      else
        fault(item, std::string(name) + ": a list of texts is needed");
    };
    if (const toml::array* list = node.as_array()) {
      for (const toml::node& item : *list) one(item);
    } else {
      one(node);
    }
  }

  bool allowed(const toml::node& node, std::string_view name, const KnowledgeRule& rule, const std::string& text) {
    std::string why;
    if (text.empty())
      why = "is empty; leave it out";
    else if (!rule.choices.empty() && std::find(rule.choices.begin(), rule.choices.end(), text) == rule.choices.end())
      why = "is one of " + joined(rule.choices) + ", not " + quoted(text);
    else if (!rule.pattern.empty() && !matches(text, rule.pattern))
      why = "is " + std::string(rule.wanted) + ", not " + quoted(text);
    if (!why.empty()) fault(node, quoted(name) + " " + why);
    return why.empty();
  }

  bool within(const toml::node& node, std::string_view name, const KnowledgeRule& rule, double number) {
    if (number >= rule.min && number <= rule.max) return true;
    const auto shown = [](double value) { return std::to_string(static_cast<long long>(value)); };
    fault(node, quoted(name) + " is a number from " + shown(rule.min) + " to " + shown(rule.max));
    return false;
  }

  void read_value(const toml::node& node, std::string_view name, const KnowledgeRule& rule, std::string& out) {
    if (!node.is_string()) return wanted(node, name, "a text in quotes");
    if (allowed(node, name, rule, **node.as_string())) out = **node.as_string();
  }

  void read_value(const toml::node& node, std::string_view name, const KnowledgeRule& rule,
                  std::vector<std::string>& out) {
    for_texts(node, quoted(name), [&](const toml::node& at, const std::string& text) {
      if (std::find(out.begin(), out.end(), text) != out.end())
        return fault(at, quoted(name) + " holds " + quoted(text) + " twice");
      if (allowed(at, name, rule, text)) out.push_back(text);
    });
  }

  void read_value(const toml::node& node, std::string_view name, const KnowledgeRule&, std::vector<Sign>& out) {
    for_texts(node, quoted(name), [&](const toml::node& at, const std::string& text) {
      if (auto one = sign(at, text)) out.push_back(std::move(*one));
    });
  }

  void read_value(const toml::node& node, std::string_view name, const KnowledgeRule&, bool& out) {
    if (!node.is_boolean()) return wanted(node, name, "true or false");
    out = **node.as_boolean();
  }

  void read_value(const toml::node& node, std::string_view name, const KnowledgeRule& rule, int& out) {
    if (!node.is_integer()) return wanted(node, name, "a whole number");
    const std::int64_t number = **node.as_integer();
    if (within(node, name, rule, static_cast<double>(number))) out = static_cast<int>(number);
  }

  void read_value(const toml::node& node, std::string_view name, const KnowledgeRule& rule, double& out) {
    if (!node.is_number()) return wanted(node, name, "a number");
    const double number = *node.value<double>();
    if (within(node, name, rule, number)) out = number;
  }

  void read_value(const toml::node& node, std::string_view name, const KnowledgeRule& rule, Answer& out) {
    std::string word;
    read_value(node, name, rule, word);
    if (!word.empty()) out = word == "yes" ? Answer::yes : word == "no" ? Answer::no : Answer::depends;
  }

  void read_value(const toml::node& node, std::string_view name, const KnowledgeRule& rule,
                  std::optional<Answer>& out) {
    read_value(node, name, rule, out.emplace(Answer::depends));
  }

  // A list of tables.
  template <class Part>
  void read_value(const toml::node& node, std::string_view name, const KnowledgeRule&, std::vector<Part>& out) {
    const toml::array* list = node.as_array();
    if (list == nullptr) return wanted(node, name, "a list of tables");
    for (const toml::node& item : *list) {
      const toml::table* table = item.as_table();
      if (table == nullptr) {
        wanted(item, name, "a list of tables");
        continue;
      }
      read_fields(*table, quoted(name), out.emplace_back());
    }
  }

  std::vector<KnowledgeFault> faults_;
  std::string file_, entry_;  // what is being read, for faults
};

}  // namespace dossier::fir
