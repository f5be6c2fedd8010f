#pragma once

#include "reading/cues.h"
#include "reading/one_of.h"

#include <string_view>
#include <vector>

namespace dossier::reading {

// How far a word that asks for something, or tells of saying, reaches in tokens; and a denial or a "will".
inline constexpr std::size_t kSpeechReach = 7;
inline constexpr std::size_t kClauseReach = 8;

// What the finders of moods ask of a text, and the moods they write. The references must outlive it.
class MoodReader {
 protected:
  MoodReader(const Text& text, std::vector<Mood>& moods) : text_(text), tokens_(text.tokens()), moods_(moods) {}

  // The word at token i in small letters; empty behind the end.
  std::string_view lower(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].lower) : std::string_view{};
  }
  bool same(std::size_t a, std::size_t b) const {
    return b < tokens_.size() && tokens_[a].sentence == tokens_[b].sentence;
  }
  // Whether a new clause begins at token i: at a joining word, a new subject or a mark between clauses.
  bool ends_clause(std::size_t i) const;

  const Text& text_;
  const std::vector<Token>& tokens_;
  std::vector<Mood>& moods_;
};

// Each writes one kind of mood into `moods`, which has an entry for every token of `text`.
void mark_denials(const Text& text, std::vector<Mood>& moods);
void mark_suppositions(const Text& text, std::vector<Mood>& moods);
void mark_hearsay(const Text& text, std::vector<Mood>& moods);  // reported, requested and asked

}  // namespace dossier::reading
