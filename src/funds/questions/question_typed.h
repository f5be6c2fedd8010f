#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::funds {

// The words of a message as typed, and folded without the punctuation around them, to be matched. Internal to the room.
class Typed {
 public:
  explicit Typed(std::string_view message);

  std::size_t size() const { return words_.size(); }
  bool says(std::size_t at, std::string_view word) const { return at < folded_.size() && folded_[at] == word; }
  std::span<const std::string> folded() const { return folded_; }
  // Whether a comma, a colon or the like follows the word, or no word stands there.
  bool ends_clause(std::size_t at) const;

  // Puts `text` where `length` words were; punctuation after them stays.
  void replace(std::size_t at, std::size_t length, std::string text);

  std::string text() const { return text(0, words_.size()); }
  // The words from `from` to `to`, with their punctuation.
  std::string text(std::size_t from, std::size_t to) const;

 private:
  std::vector<std::string> words_, folded_;
};

}  // namespace dossier::funds
