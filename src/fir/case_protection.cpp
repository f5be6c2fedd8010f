#include "fir/case_protection.h"

#include <algorithm>

namespace dossier::fir {
namespace {

constexpr std::string_view kWithheldName = "[withheld]";
constexpr std::size_t kNameBytesMin = 3;  // shorter words of a name are initials and particles

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::vector<std::string> words_of(const std::vector<std::string>& names) {
  std::vector<std::string> words;
  for (const std::string& name : names) {
    std::string word;
    for (const char c : name + " ") {
      if (is_letter(c)) {
        word += lower(c);
      } else if (!word.empty()) {
        if (word.size() >= kNameBytesMin) words.push_back(word);
        word.clear();
      }
    }
  }
  return words;
}

// Calls each(begin, end, is_name) for the runs of letters of the text.
template <class F>
void each_word(std::string_view text, const std::vector<std::string>& names, F each) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    std::string word;
    while (end < text.size() && is_letter(text[end])) word += lower(text[end++]);
    if (end == i) {
      ++i;
      continue;
    }
    each(i, end, std::find(names.begin(), names.end(), word) != names.end());
    i = end;
  }
}

}  // namespace

std::string redacted(const Case& state, std::string_view text) {
  if (!state.sensitive) return std::string(text);
  const std::vector<std::string> names = words_of(state.protected_names);
  std::string out;
  std::size_t done = 0;
  each_word(text, names, [&](std::size_t begin, std::size_t end, bool name) {
    out += text.substr(done, begin - done);
    name ? out += kWithheldName : out += text.substr(begin, end - begin);
    done = end;
  });
  return out += text.substr(done);
}

bool names_protected(const Case& state, std::string_view text) {
  if (!state.sensitive) return false;
  // Family names are shared with the accused often enough: the first word of each name tells.
  std::vector<std::string> first;
  for (const std::string& name : state.protected_names) {
    const auto words = words_of({name});
    if (!words.empty()) first.push_back(words.front());
  }
  bool found = false;
  each_word(text, first, [&](std::size_t, std::size_t, bool name) { found |= name; });
  return found;
}

}  // namespace dossier::fir
