#pragma once

#include "fir/facts.h"
#include "fir/names.h"
#include "reading/one_of.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace dossier::fir {

// What every reader of facts asks of a text, token by token. The references must outlive it.
class TextReader {
 protected:
  TextReader(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names = kNoNames)
      : text_(text), tokens_(text.text().tokens()), knowledge_(knowledge), names_(names) {}

  // The word at token i in small letters; empty behind the end.
  std::string_view lower(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].lower) : std::string_view{};
  }
  bool is(std::size_t i, std::string_view word_class) const {
    return i < tokens_.size() && text_.in_class(i, knowledge_.word_class(word_class));
  }
  bool one_of(std::size_t i, std::initializer_list<std::string_view> words) const {
    return reading::one_of(lower(i), words);
  }
  bool same_sentence(std::size_t a, std::size_t b) const {
    return b < tokens_.size() && tokens_[a].sentence == tokens_[b].sentence;
  }
  Found found(std::size_t first, std::size_t last) const {
    const Span span = text_.text().span_of(first, last);
    return {std::string(text_.text().slice(span)), span};
  }
  // The name that token i belongs to, or null.
  const NameRun* name_at(std::size_t i) const {
    for (const NameRun& run : names_) {
      if (run.first <= i && i <= run.last) return &run;
    }
    return nullptr;
  }
  // "stopped", "blocked" and "stood" share their stems with a stop, a block and a stand, which are places.
  bool place_noun(std::size_t i) const {
    return is(i, "place_noun") && !lower(i).ends_with("ed") && lower(i) != "stood" && lower(i) != "stands";
  }

  // "was beaten", "were never given".
  bool passive(std::size_t verb) const {
    if (lower(verb).ends_with("ing") || verb == 0 || !same_sentence(verb - 1, verb) || lower(verb - 1) == "to")
      return false;
    if (one_of(verb - 1, {"is", "are"})) return true;
    for (std::size_t back = 1; back <= 2 && back <= verb && same_sentence(verb - back, verb); ++back) {
      if (one_of(verb - back, {"was", "were", "been", "being", "got"})) return true;
    }
    return false;
  }
  // Whoever stands before such a verb was beaten. Other verbs say too little that way ("was stopped", "was given
  // keys").
  bool suffered(std::size_t verb) const { return is(verb, "assault_verb") && passive(verb); }

  const reading::CueText& text_;
  const std::vector<reading::Token>& tokens_;
  const Knowledge& knowledge_;
  const std::vector<NameRun>& names_;

 private:
  static inline const std::vector<NameRun> kNoNames = {};
};

}  // namespace dossier::fir
