#pragma once

#include "base/result.h"
#include "reading/tokens.h"
#include "reading/vocabulary.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// clang-format off
// Cues: small patterns over words, written by people who know the trade (docs/knowledge.md has the grammar in prose).
//
//   stole|snatched ~4 phone     one of two words (any form of them), up to four words between, then another
//   put ~ @weapon               @name is any word of a class; ~ alone is up to three words between
//   took-away|le-gaya           words that belong together, however they are joined in the text ("took away")
//   =gone|@weapon|<money>       =word is this very form, not its relatives; all kinds may stand in one element
//   house & night               both in one sentence, in any order
//   did not return              a cue that holds its own "not" is not undone by it
//   said? he killed             a word that may be missing
//   <money> <date> <time>       what the text holds at this place, whatever the words
//   any: will kill              counts in conditions and fears too ("if you come I will kill you")
//
// Small words (the, his, was, ko, ne ...) between two elements never matter.
// clang-format on
namespace dossier::reading {

enum class Mark : std::uint8_t { none, money, date, time, name, plate, phone };

// Either a gap, or a place where one of the alternatives stands.
struct CueElement {
  bool optional = false;
  bool is_gap = false;
  int gap = 0;  // most tokens that may lie between
  std::vector<WordId> words = {};
  std::vector<std::size_t> classes = {};
  std::vector<std::string> exact = {};  // lower case
  std::vector<Mark> marks = {};
};

// One alternative of a cue: elements in order.
using CueSequence = std::vector<CueElement>;

struct Cue {
  std::vector<CueSequence> parts;  // all of them in one sentence
  bool in_any_mood = false;        // conditions and fears count too
  bool holds_negation = false;     // names a "not" itself
};

// Compiles one cue. Unknown words are added to `vocabulary`. Fails with invalid_argument and what is wrong for every
// pattern that could never hold as its writer meant it: a word that no token of a text can be, a gap at an end, a sign
// of another kind inside an alternative.
Result<Cue> compile_cue(std::string_view pattern, Vocabulary& vocabulary);

// Why no token of a text, and no run of tokens for a word with hyphens, can be this word; nothing when one can.
std::optional<std::string> why_no_word(std::string_view word);

// How the clause a token stands in qualifies what it says.
struct Mood {
  bool denied = false;        // "did not", "no", "without", "nahi"
  bool hypothetical = false;  // "if", "might", "fear that"
  bool reported = false;      // "people say", "heard that", "rumour"
  bool asked = false;         // in a question outside quotation marks
  bool requested = false;     // names what the informant wants registered: "please lodge FIR for cheating"
};

// A text prepared for matching: ids of its words, moods, and what was found in it beforehand.
class CueText {
 public:
  CueText(const Text& text, const Vocabulary& vocabulary);

  // Says that tokens first..last are a sum of money, a date ... so that <money> matches there.
  void set_mark(Mark mark, std::size_t first, std::size_t last);

  const Text& text() const { return text_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  WordId word(std::size_t i) const { return words_[i]; }
  const WordClasses& classes(std::size_t i) const { return classes_[i]; }
  bool filler(std::size_t i) const { return fillers_[i]; }
  const Mood& mood(std::size_t i) const { return moods_[i]; }
  // The last token of the mark that begins at token i, or nothing.
  std::optional<std::size_t> mark_end(Mark mark, std::size_t i) const;
  // Whether token i belongs to a date, a time or a sum: such words are no names.
  bool in_value(std::size_t i) const;
  bool holds_word(WordId id) const {
    return id >= 0 && static_cast<std::size_t>(id) < present_.size() && present_[static_cast<std::size_t>(id)];
  }
  bool holds_class(std::size_t word_class) const { return present_classes_.test(word_class); }
  bool in_class(std::size_t i, std::size_t word_class) const { return classes_[i].test(word_class); }
  // Words written together that begin at token i, the longest first.
  struct Joined {
    std::size_t first, last;
    WordId word;
  };
  std::span<const Joined> joined_at(std::size_t i) const;

 private:
  struct Marked {
    Mark mark;
    std::size_t first, last;
  };

  WordClasses classes_of(const Token& token, WordId id) const;
  void note(WordId id);
  void find_joined(std::size_t i);
  void hide_parts(const Joined& compound);

  const Text& text_;
  const Vocabulary& vocabulary_;
  std::vector<WordId> words_;
  std::vector<WordClasses> classes_;  // of each token, by its word and by its very form
  std::vector<Joined> joined_;        // by first token, the longest first
  std::vector<bool> fillers_;
  std::vector<Mood> moods_;
  std::vector<bool> present_;
  WordClasses present_classes_;
  std::vector<Marked> marks_;
};

// A place where a cue holds: tokens first..last.
struct CueHit {
  std::size_t first = 0, last = 0;
};

// Up to `most` places, in order, where the cue holds and the mood lets it count.
std::vector<CueHit> find_cue(const Cue& cue, const CueText& text, std::size_t most = 4);

// Up to `most` places where the text says the opposite: the words of the cue stand there and are denied ("he did not hit
// me with any stick"). Each place holds its "not". Of a cue with "&", or one that names a "not" itself, none.
std::vector<CueHit> find_denied_cue(const Cue& cue, const CueText& text, std::size_t most = 2);

}  // namespace dossier::reading
