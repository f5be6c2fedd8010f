#include "funds/questions/question_typed.h"

#include "reading/fold.h"

#include <algorithm>

namespace dossier::funds {
namespace {

std::string folded_bare(const std::string& word) {
  auto tokens = reading::fold_tokens(word);
  return tokens.size() == 1 ? tokens[0] : reading::fold(word);
}

}  // namespace

Typed::Typed(std::string_view message) {
  while (!message.empty()) {
    const auto end = std::min(message.find(' '), message.size());
    if (end > 0) words_.emplace_back(message.substr(0, end));
    message.remove_prefix(std::min(end + 1, message.size()));
  }
  for (const std::string& word : words_) folded_.push_back(folded_bare(word));
}

bool Typed::ends_clause(std::size_t at) const {
  constexpr std::string_view kMarks = ",;:?.";
  return at >= words_.size() || kMarks.find(words_[at].back()) != std::string_view::npos;
}

void Typed::replace(std::size_t at, std::size_t length, std::string text) {
  const std::string& last = words_[at + length - 1];
  const auto mark = last.find_last_not_of(",;:?.!");
  const std::string marks = mark == std::string::npos ? "" : last.substr(mark + 1);
  if (text.empty() && at > 0) {
    words_[at - 1] += marks;
  } else {
    text += marks;
  }
  const auto from = static_cast<std::ptrdiff_t>(at), to = static_cast<std::ptrdiff_t>(at + length);
  words_.erase(words_.begin() + from, words_.begin() + to);
  folded_.erase(folded_.begin() + from, folded_.begin() + to);
  if (text.empty()) return;
  folded_.insert(folded_.begin() + from, folded_bare(text));
  words_.insert(words_.begin() + from, std::move(text));
}

std::string Typed::text(std::size_t from, std::size_t to) const {
  std::string all;
  for (std::size_t k = from; k < to; ++k) all += (k == from ? "" : " ") + words_[k];
  return all;
}

}  // namespace dossier::funds
