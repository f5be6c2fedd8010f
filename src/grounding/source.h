#pragma once

#include "grounding/check.h"
#include "grounding/clauses.h"
#include "grounding/counts.h"
#include "grounding/facts.h"
#include "grounding/guarded_words.h"
#include "grounding/surroundings.h"

#include <string>
#include <unordered_set>
#include <vector>

namespace dossier::grounding {

// The text in valid UTF-8, with Devanagari digits as digits; and its words.
std::string in_plain_utf8(std::string_view text);
reading::Text read_text(std::string_view text);

// A sum, a date, a clock time: what must not be left out, nor stand in another's place.
bool is_figure(const Fact& fact);

// A source with what is asked of it made findable.
class Source {
 public:
  explicit Source(const SourceText& source);

  bool has(const Fact& claim) const;
  bool has_word(const std::string& stem) const { return stems_.contains(stem); }
  bool has_in_small_letters(const std::string& stem) const { return small_.contains(stem); }
  // Whether these words in small letters, parted by blanks, stand one behind the other.
  bool has_words(const std::string& words) const { return words_.find(" " + words + " ") != std::string::npos; }
  // Whether one of its sentences is these words and no others, in small letters with a blank behind each.
  bool has_sentence(const std::string& words) const { return whole_.contains(words); }

  // How like the surroundings of a figure are those of the same figure here, and those of other ones.
  struct Places {
    double same = 0, other = 0;
  };
  Places places_of(const Fact& claim, const Surroundings& around) const;

  // A sentence by the words that carry it, and the groups of its guarded words.
  struct Told {
    std::vector<std::string> words;  // as in Clause::said
    std::vector<int> guarded;
    std::vector<std::string> bearers;  // words of the names in it
    bool has_pronoun = false;          // somebody is not named in it
  };
  const std::vector<Told>& sentences() const { return sentences_; }
  // Their `sentence` counts in sentences().
  const std::vector<Clause>& clauses() const { return clauses_; }
  const std::vector<reading::Text>& texts() const { return texts_; }
  const std::vector<std::vector<Fact>>& facts_of_texts() const { return facts_of_texts_; }

 private:
  void read(const std::string& part);
  void note_sentences(const reading::Text& text);

  std::vector<reading::Text> texts_;  // the words, and what is known about them
  std::vector<std::vector<Fact>> facts_of_texts_;
  std::vector<Fact> facts_;
  std::vector<Surroundings> around_;  // of each fact that is a figure
  std::vector<Told> sentences_;
  std::vector<Clause> clauses_;
  std::unordered_set<std::string> stems_, small_, whole_;
  std::string words_ = " ";
};

}  // namespace dossier::grounding
