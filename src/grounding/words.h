#pragma once

#include "reading/tokens.h"

#include <string>
#include <string_view>

namespace dossier::grounding {

// What the finders ask of a text. The text outlives it.
class Words {
 public:
  explicit Words(const reading::Text& text) : text_(text), tokens_(text.tokens()) {}

  const reading::Text& text() const { return text_; }
  std::size_t count() const { return tokens_.size(); }
  const reading::Token& token(std::size_t i) const { return tokens_[i]; }
  // The word at a place in small letters; empty outside the text.
  std::string_view lower(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].lower) : std::string_view{};
  }
  bool same_sentence(std::size_t a, std::size_t b) const {
    return a < tokens_.size() && b < tokens_.size() && tokens_[a].sentence == tokens_[b].sentence;
  }
  // Whether something that parts clauses stands before token i: a comma, a bracket, a dash between blanks.
  bool parted_before(std::size_t i) const {
    const std::string_view gap = text_.before(i);
    return gap.find_first_of(",;:()\"") != std::string_view::npos || gap.find(" - ") != std::string_view::npos ||
           gap.find("\u2013") != std::string_view::npos || gap.find("\u2014") != std::string_view::npos;
  }

 private:
  const reading::Text& text_;
  const std::vector<reading::Token>& tokens_;
};

// Articles, prepositions, pronouns, auxiliaries, joining words, in English and in Hindi of Latin letters: they say
// nothing by themselves and stand in every text.
bool is_grammar(std::string_view lower);

// Whether this word cannot be a name written in small letters: English in British or American spelling, or one that
// drafts and reports use and no dictionary has ("lakh", "fintech").
bool is_common_word(std::string_view lower);

}  // namespace dossier::grounding
