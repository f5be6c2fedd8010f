#include "reading/phrases.h"

namespace dossier::reading {

Phrase::Phrase(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = std::min(text.find(' ', i), text.size());
    Token token{std::string(text.substr(i, end - i))};
    if (token.text.ends_with('*')) {
      token.open_right = true;
      token.text.pop_back();
    }
    if (token.text.starts_with('*')) {
      token.open_left = true;
      token.text.erase(0, 1);
    }
    tokens_.push_back(std::move(token));
    i = end + 1;
  }
}

std::string Phrase::text() const {
  std::string text;
  for (const Token& token : tokens_) {
    text += (text.empty() ? "" : " ") + std::string(token.open_left ? "*" : "") + token.text;
    if (token.open_right) text += '*';
  }
  return text;
}

std::vector<std::string> Phrase::whole_words() const {
  std::vector<std::string> words;
  for (const Token& token : tokens_) {
    if (!token.open_left && !token.open_right) words.push_back(token.text);
  }
  return words;
}

bool Phrase::stands_at(std::span<const std::string> tokens, std::size_t at) const {
  if (at + tokens_.size() > tokens.size()) return false;
  // A table asks hundreds of phrases about every word: nearly all of them begin with another letter.
  const Token* first = tokens_.empty() ? nullptr : &tokens_.front();
  const bool other = first != nullptr && !first->open_left && !first->text.empty() &&
                     (tokens[at].empty() || tokens[at].front() != first->text.front());
  if (other) return false;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& want = tokens_[i];
    const std::string& have = tokens[at + i];
    bool fits = want.open_left && want.open_right ? have.find(want.text) != std::string::npos
                : want.open_left                  ? have.ends_with(want.text)
                : want.open_right                 ? have.starts_with(want.text)
                                                  : have == want.text;
    if (!fits) return false;
  }
  return true;
}

}  // namespace dossier::reading
