#include "grounding/guarded_words.h"

#include "base/check.h"
#include "grounding/guarded_words_table.h"
#include "reading/spoken_numbers.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace dossier::grounding {
namespace {

using reading::Token;
using reading::TokenKind;

// One word of a phrase: a stem, a very form, or any number.
struct Place {
  enum class Kind { stem, form, number } kind;
  std::string word;

  bool holds(const Token& token) const {
    if (kind == Kind::number) return token.kind == TokenKind::number || reading::spoken_number(token).has_value();
    return (kind == Kind::stem ? token.stem : token.lower) == word;
  }
};
struct Phrase {
  std::vector<Place> places;
  int group;
};

// The table made searchable: phrases by their first word, the longest first.
class Table {
 public:
  static const Table& get() {
    static const Table table;
    return table;
  }

  const Phrase* at(const Words& words, std::size_t i) const {
    for (const auto* key : {&words.token(i).stem, &words.token(i).lower}) {
      const auto found = by_first_.find(*key);
      if (found == by_first_.end()) continue;
      for (const Phrase& phrase : found->second) {
        if (stands(phrase, words, i)) return &phrase;
      }
    }
    return nullptr;
  }

  int number_of(std::string_view group) const {
    const auto rows = detail::guarded_rows();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& r) { return r.group == group; });
    DOSSIER_CHECK(row != rows.end());
    return static_cast<int>(row - rows.begin());
  }
  const std::vector<int>& backers_of(int group) const { return backers_[static_cast<std::size_t>(group)]; }
  int opposite_of(int group) const { return opposites_[static_cast<std::size_t>(group)]; }

 private:
  Table() {
    const auto rows = detail::guarded_rows();
    for (const detail::GuardedRow& row : rows) {
      const int group = static_cast<int>(&row - rows.data());
      for_each_part(row.phrases, ',', [&](std::string_view phrase) { add(phrase, group); });
      std::vector<int>& backers = backers_.emplace_back(1, group);
      for_each_part(row.backed_by, ' ', [&](std::string_view other) { backers.push_back(number_of(other)); });
      opposites_.push_back(row.opposite.empty() ? -1 : number_of(row.opposite));
    }
    for (auto& [word, phrases] : by_first_) {
      std::stable_sort(phrases.begin(), phrases.end(),
                       [](const Phrase& a, const Phrase& b) { return a.places.size() > b.places.size(); });
    }
  }

  template <class Take>
  static void for_each_part(std::string_view text, char mark, const Take& take) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(mark), text.size());
      std::string_view part = text.substr(0, end);
      text.remove_prefix(std::min(end + 1, text.size()));
      while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
      if (!part.empty()) take(part);
    }
  }

  void add(std::string_view written, int group) {
    Phrase phrase{.places = {}, .group = group};
    for_each_part(written, ' ', [&](std::string_view word) {
      if (word == "#") return phrase.places.push_back({Place::Kind::number, {}});
      if (word.starts_with('=')) return phrase.places.push_back({Place::Kind::form, std::string(word.substr(1))});
      const auto text = reading::Text::of(std::string(word)).value();
      for (const Token& token : text.tokens()) phrase.places.push_back({Place::Kind::stem, token.stem});
    });
    DOSSIER_CHECK(!phrase.places.empty() && phrase.places.front().kind != Place::Kind::number);
    by_first_[phrase.places.front().word].push_back(std::move(phrase));
  }

  static bool stands(const Phrase& phrase, const Words& words, std::size_t first) {
    if (first + phrase.places.size() > words.count()) return false;
    for (std::size_t k = 0; k < phrase.places.size(); ++k) {
      if (!words.same_sentence(first, first + k) || !phrase.places[k].holds(words.token(first + k))) return false;
    }
    return true;
  }

  std::unordered_map<std::string, std::vector<Phrase>> by_first_;
  std::vector<std::vector<int>> backers_;
  std::vector<int> opposites_;
};

}  // namespace

std::vector<GuardedWord> find_guarded_words(const reading::Text& text) {
  const Words words(text);
  std::vector<GuardedWord> found;
  for (std::size_t i = 0; i < words.count(); ++i) {
    const Phrase* phrase = Table::get().at(words, i);
    if (phrase == nullptr) continue;
    const std::size_t last = i + phrase->places.size() - 1;
    if (!detail::guarded_rows()[static_cast<std::size_t>(phrase->group)].group.empty())
      found.push_back({phrase->group, i, last});
    i = last;
  }
  return found;
}

Guard guard_of(int group) {
  return detail::guarded_rows()[static_cast<std::size_t>(group)].guard;
}

bool backs(int said, int claimed) {
  const std::vector<int>& backers = Table::get().backers_of(claimed);
  return std::find(backers.begin(), backers.end(), said) != backers.end();
}

int opposite_of(int group) {
  return Table::get().opposite_of(group);
}

}  // namespace dossier::grounding
