#include "reading/vocabulary.h"

#include "reading/english_words.h"

#include <algorithm>

namespace dossier::reading {
namespace {

// Short words are one slip from too many others: "shop" and "shot", "lock" and "look".
constexpr std::size_t kSlipLettersMin = 6;
constexpr std::size_t kSlipStemMin = 5;
constexpr std::size_t kSoundLettersMin = 4;
constexpr std::size_t kWordsExpected = 16'384;  // room made at once: growing costs a tenth of the start

// "8-10 log", "50-60 persons": at least eight, at least fifty. Not "2024-25", which is a year.
std::optional<std::string_view> lower_end_of_range(const Token& token) {
  constexpr std::size_t kDigitsMax = 4;
  const std::string_view text = token.lower;
  const auto dash = text.find('-');
  if (token.kind != TokenKind::number || dash == std::string_view::npos) return std::nullopt;
  const auto least = text.substr(0, dash), most = text.substr(dash + 1);
  const auto whole = [](std::string_view number) {
    return !number.empty() && number.size() <= kDigitsMax &&
           number.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (!whole(least) || !whole(most)) return std::nullopt;
  const bool rises = least.size() < most.size() || (least.size() == most.size() && least < most);
  return rises ? std::optional(least) : std::nullopt;
}

}  // namespace

WordId Vocabulary::add(std::string_view word) {
  if (added_.empty()) {
    added_.reserve(kWordsExpected);
    by_stem_.reserve(kWordsExpected);
  }
  if (auto it = added_.find(word); it != added_.end()) return it->second;
  const WordId id = word.find('-') != std::string_view::npos ? add_joined(word) : add_stem(word);
  added_.emplace(std::string(word), id);
  return id;
}

WordId Vocabulary::add_stem(std::string_view word) {
  std::string stem = stemmer_->stem(word);
  if (auto it = by_stem_.find(stem); it != by_stem_.end()) {
    by_stem_.try_emplace(std::string(word), it->second);
    return it->second;
  }
  const auto id = static_cast<WordId>(classes_.size());
  classes_.emplace_back();
  if (word.size() >= kSoundLettersMin) by_sound_.try_emplace(latin_hindi_key(word), id);
  if (stem.size() >= kSlipLettersMin) long_words_[word[0]].emplace_back(stem, id);
  by_stem_.emplace(std::move(stem), id);
  return id;
}

WordId Vocabulary::add_joined(std::string_view word) {
  Joined joined;
  std::string key;  // the ids of the parts, so that every form of the words meets
  for (std::string_view rest = word; !rest.empty();) {
    const auto end = std::min(rest.find('-'), rest.size());
    if (end > 0) joined.parts.push_back(add(rest.substr(0, end)));
    if (end > 0) key += std::to_string(joined.parts.back()) + '-';
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (auto it = by_stem_.find(key); it != by_stem_.end()) return it->second;
  joined.word = static_cast<WordId>(classes_.size());
  classes_.emplace_back();
  by_stem_.emplace(std::move(key), joined.word);
  const WordId id = joined.word;
  auto& list = joined_[joined.parts.front()];
  const auto shorter =
      std::find_if(list.begin(), list.end(), [&](const Joined& j) { return j.parts.size() < joined.parts.size(); });
  list.insert(shorter, std::move(joined));
  return id;
}

std::span<const Vocabulary::Joined> Vocabulary::joined_from(WordId first) const {
  const auto it = joined_.find(first);
  if (it == joined_.end()) return {};
  return it->second;
}

void Vocabulary::add_spelling(std::string_view word, WordId of) {
  by_stem_.insert_or_assign(stemmer_->stem(word), of);
  if (word.size() >= kSoundLettersMin) by_sound_.try_emplace(latin_hindi_key(word), of);
}

Result<std::size_t> Vocabulary::add_class(std::string_view name) {
  if (auto it = class_names_.find(name); it != class_names_.end()) return static_cast<std::size_t>(it->second);
  if (class_names_.size() >= kWordClassesMax)
    return Error{ErrorCode::too_large, "too many word classes; join some of them", std::string(name)};
  const std::size_t number = class_names_.size();
  class_names_.emplace(std::string(name), static_cast<WordId>(number));
  return number;
}

std::optional<std::size_t> Vocabulary::find_class(std::string_view name) const {
  auto it = class_names_.find(name);
  if (it == class_names_.end()) return std::nullopt;
  return static_cast<std::size_t>(it->second);
}

void Vocabulary::put_form_in_class(std::string_view lower, std::size_t word_class) {
  form_classes_[std::string(lower)].set(word_class);
}

const WordClasses* Vocabulary::classes_of_form(std::string_view lower) const {
  const auto it = form_classes_.find(lower);
  return it == form_classes_.end() ? nullptr : &it->second;
}

WordId Vocabulary::find(const Token& token) const {
  if (auto it = by_stem_.find(token.stem); it != by_stem_.end()) return it->second;
  if (const auto least = lower_end_of_range(token)) {
    if (auto it = by_stem_.find(*least); it != by_stem_.end()) return it->second;
  }
  if (token.kind == TokenKind::number || is_english_word(token.lower)) return kUnknownWord;
  if (token.lower.size() >= kSoundLettersMin) {
    if (auto it = by_sound_.find(latin_hindi_key(token.lower)); it != by_sound_.end()) return it->second;
  }
  return find_slip(token);
}

std::vector<std::string> Vocabulary::misread_words() const {
  std::vector<std::string> misread;
  for (const auto& [word, id] : added_) {
    if (word.find('-') != std::string::npos || is_english_word(word)) continue;
    const std::string stem = stemmer_->stem(word);
    const bool hindi_ending = word == stem + "e" || word == stem + "li" || word == stem + "ne";
    if (hindi_ending && is_english_word(stem)) misread.push_back(word);
  }
  std::sort(misread.begin(), misread.end());
  return misread;
}

WordId Vocabulary::find_slip(const Token& token) const {
  if (token.lower.size() < kSlipLettersMin || token.stem.size() < kSlipStemMin || token.capital) return kUnknownWord;
  auto it = long_words_.find(token.lower[0]);
  if (it == long_words_.end()) return kUnknownWord;
  for (const auto& [stem, id] : it->second) {
    if (one_slip_apart(token.stem, stem)) return id;
  }
  return kUnknownWord;
}

}  // namespace dossier::reading
