#include "funds/questions/question_small_words.h"

#include <unordered_set>

namespace dossier::funds {
bool is_article(std::string_view text) {
  static const std::unordered_set<std::string_view> words = {"the", "a",   "an",  "our", "its", "their", "my",
                                                             "s",   "der", "die", "das", "le",  "la",    "les"};
  return words.contains(text);
}

bool shared_in(const QuestionWords& words, std::size_t at) {
  static const std::unordered_set<std::string_view> verbs = {"came", "come", "comes", "coming"};
  return at > 0 && words[at].text == "in" && verbs.contains(words[at - 1].text);
}

bool joined_by_and(const QuestionWords& words, std::size_t from, std::size_t to) {
  static const std::unordered_set<std::string_view> joints = {"and",    "or", "und",  "oder",    "et",      "ou",
                                                              "versus", "vs", "than", "against", "compared"};
  for (std::size_t k = from; k < to; ++k) {
    if (joints.contains(words[k].text)) return true;
    if (k > from && words[k - 1].pause) return true;
  }
  return words[to - 1].pause;
}

std::vector<std::string> all_texts(const QuestionWords& words) {
  std::vector<std::string> texts;
  for (const QuestionWord& word : words) texts.push_back(word.text);
  return texts;
}

std::vector<std::string> free_texts(const QuestionWords& words) {
  std::vector<std::string> texts;
  for (const QuestionWord& word : words) texts.push_back(word.used || word.number || word.date ? "" : word.text);
  return texts;
}

}  // namespace dossier::funds
