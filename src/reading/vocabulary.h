#pragma once

#include "base/result.h"
#include "reading/stems.h"
#include "reading/tokens.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <bitset>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace cereal {
class access;
}

namespace dossier::reading {

// One bit each in every known word and in every token of a text: 64 more cost 8 bytes apiece.
inline constexpr std::size_t kWordClassesMax = 320;
using WordClasses = std::bitset<kWordClassesMax>;
using WordId = std::int32_t;
inline constexpr WordId kUnknownWord = -1;

// The words that cues are written with, each known by its stem, and named classes of them (@weapon). Words of a text
// are looked up exactly first, then, unless they are English words of their own, by the sound of Latin-script Hindi
// and, when long enough, one slip of the pen apart. Built once, then read from any thread.
class Vocabulary {
 public:
  // Adds a word and gives its id; the same id for every form that shares its stem. A word with hyphens is several words
  // that belong together: it is found where they follow each other, whatever joins them.
  WordId add(std::string_view word);
  // Adds `word` as another spelling of a word that is there.
  void add_spelling(std::string_view word, WordId of);
  // The number of a class, made when new. Fails with too_large beyond kWordClassesMax.
  Result<std::size_t> add_class(std::string_view name);
  std::optional<std::size_t> find_class(std::string_view name) const;
  void put_in_class(WordId word, std::size_t word_class) { classes_[static_cast<std::size_t>(word)].set(word_class); }
  // Puts this very form in the class and none of its relatives: "saw" the tool, never "see". `lower` is in small
  // letters.
  void put_form_in_class(std::string_view lower, std::size_t word_class);

  // Says that this joined word is one thing of its own wherever it stands: its parts mean nothing by themselves there.
  // A "back-pocket" is no back, a "head-constable" no head.
  void make_compound(WordId joined) { compounds_.insert(joined); }
  bool is_compound(WordId joined) const { return compounds_.contains(joined); }

  struct Joined {
    std::vector<WordId> parts;
    WordId word;
  };
  // The words that begin with this one, the longest first.
  std::span<const Joined> joined_from(WordId first) const;

  WordId find(const Token& token) const;
  const WordClasses& classes_of(WordId word) const { return classes_[static_cast<std::size_t>(word)]; }
  // The classes that hold this very form; null when none does.
  const WordClasses* classes_of_form(std::string_view lower) const;
  std::size_t size() const { return classes_.size(); }
  // Hindi words that were added and whose English stem is an English word: "haveli" would be found wherever a text says
  // "have". In the order of the alphabet.
  std::vector<std::string> misread_words() const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  // Two hundred thousand words of cues are looked up at a start: with the standard map that took an eighth of it.
  template <class Value>
  using ByText = boost::unordered_flat_map<std::string, Value, Hash, std::equal_to<>>;
  using Index = ByText<WordId>;

  friend class cereal::access;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(added_, by_stem_, by_sound_, class_names_, classes_, compounds_, form_classes_, joined_, long_words_);
  }

  WordId add_joined(std::string_view word);
  WordId add_stem(std::string_view word);
  WordId find_slip(const Token& token) const;

  std::unique_ptr<Stemmer> stemmer_ = std::make_unique<Stemmer>();  // only while words are added
  Index added_;                                                     // words as written, so that none is stemmed twice
  Index by_stem_;
  Index by_sound_;
  Index class_names_;
  std::vector<WordClasses> classes_;
  std::unordered_set<WordId> compounds_;
  ByText<WordClasses> form_classes_;
  std::unordered_map<WordId, std::vector<Joined>> joined_;                            // by their first word
  std::unordered_map<char, std::vector<std::pair<std::string, WordId>>> long_words_;  // stems, by first letter
};

}  // namespace dossier::reading
