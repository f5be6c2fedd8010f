#pragma once

#include "retrieval/lexical_index.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// The text of the law, where the user has loaded it. It is shown beside what the knowledge proposes and searched;
// nothing is decided by it, and every draft is the same without it (docs/knowledge.md, "The text of the law").
namespace dossier::desks::fir {

// Said wherever such a text is shown.
inline constexpr std::string_view kStatuteNotice =
    "Text loaded by the user of this installation; Dossier neither supplies nor checks it.";

struct StatuteSection {
  std::string act, section;  // "BNS", "303"
  std::string title;         // may be empty
  std::string text;
  std::string source;  // where the user has it from
  bool operator==(const StatuteSection&) const = default;
};

// "IT Act" and "it act", "303 (2)" and "303(2)" are the same.
std::string statute_key(std::string_view act, std::string_view section);

// Safe to share between threads once made.
class Statutes {
 public:
  Statutes() = default;
  // Of two texts of one section the later counts.
  explicit Statutes(std::vector<StatuteSection> sections);

  const std::vector<StatuteSection>& sections() const { return sections_; }

  // The text of the section or, for want of it, of the nearest it is part of: "303" for "303(2)". Null: not loaded.
  const StatuteSection* find(std::string_view act, std::string_view section) const;

  struct Found {
    const StatuteSection* section = nullptr;
    std::string excerpt;  // the part of the text that has most of the words
  };
  // The best `most` sections that share words with the question, best first; of one act, when it is named.
  std::vector<Found> search(std::string_view words, std::string_view act, std::size_t most) const;

 private:
  std::vector<StatuteSection> sections_;
  std::unordered_map<std::string, std::size_t> by_key_;
  retrieval::LexicalIndex index_;
};

}  // namespace dossier::desks::fir
