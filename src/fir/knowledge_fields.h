#pragma once

#include "fir/knowledge.h"

#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

// What stands in knowledge/*.toml, once: the reader reads by these tables and refuses what they do not hold
// (knowledge_reader.cpp), and an editor's schema is written from them (knowledge_schema.h). So the three agree.
namespace dossier::fir {

// What a value may be beyond its type. Of a list it is about each item.
struct KnowledgeRule {
  // Whether a table without the key is read. An entry may be tried before it is `complete`; `knowledge check` says so.
  enum class Need { none, to_be_complete, to_be_read };
  Need need = Need::none;
  std::vector<std::string_view> choices = {};  // empty: any
  std::string_view pattern = {};               // ECMAScript, of the whole text; empty: any
  std::string_view wanted = {};                // what `pattern` stands for, in words
  double min = 0, max = 0;                     // of a number
};

template <class T>
using KnowledgeTarget =
    std::variant<std::string T::*, std::vector<std::string> T::*, std::vector<Sign> T::*, bool T::*, int T::*,
                 double T::*, Answer T::*, std::optional<Answer> T::*, std::vector<Ingredient> T::*,
                 std::vector<Unless> T::*, std::vector<Precedence> T::*, std::vector<ScheduleRow> T::*>;

// One key of a table and the member it fills.
template <class T>
struct KnowledgeField {
  std::string_view name, meaning;
  KnowledgeTarget<T> target;
  KnowledgeRule rule = {};
};

template <class T>
using KnowledgeFields = std::vector<KnowledgeField<T>>;

// The keys of an entry, of its parts, and of a signal that is a table.
template <class T>
const KnowledgeFields<T>& knowledge_fields();
template <>
const KnowledgeFields<Offence>& knowledge_fields();
template <>
const KnowledgeFields<Situation>& knowledge_fields();
template <>
const KnowledgeFields<Ingredient>& knowledge_fields();
template <>
const KnowledgeFields<Unless>& knowledge_fields();
template <>
const KnowledgeFields<Precedence>& knowledge_fields();
template <>
const KnowledgeFields<ScheduleRow>& knowledge_fields();
template <>
const KnowledgeFields<Signal>& knowledge_fields();

// A key at the head of a file.
struct KnowledgeHead {
  enum class Kind { text, texts, named_texts, named_lists, signals, offences, situations };
  std::string_view name, meaning;
  Kind kind;
};
std::span<const KnowledgeHead> knowledge_heads();

}  // namespace dossier::fir
