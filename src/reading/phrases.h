#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::reading {

// One phrase of folded tokens ("value date"). A token written "call*" stands for every word that begins so, "*abruf"
// for every word that ends so, "*call*" for every word that holds it.
class Phrase {
 public:
  explicit Phrase(std::string_view text);

  std::size_t size() const { return tokens_.size(); }
  // As it was written.
  std::string text() const;
  // Its tokens that stand for themselves alone.
  std::vector<std::string> whole_words() const;
  // Whether the phrase stands at `at` of the tokens.
  bool stands_at(std::span<const std::string> tokens, std::size_t at) const;

 private:
  struct Token {
    std::string text;
    bool open_left = false, open_right = false;
  };
  std::vector<Token> tokens_;
};

// Phrases that mean something: the vocabulary of a trade as a table.
template <class Meaning>
class PhraseTable {
 public:
  struct Row {
    Meaning meaning;
    std::initializer_list<std::string_view> phrases;
  };
  struct Match {
    Meaning meaning;
    std::size_t at = 0, length = 0;  // in tokens
  };

  PhraseTable(std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
      for (std::string_view phrase : row.phrases) entries_.push_back({Phrase(phrase), row.meaning});
    }
    longest_first();
  }

  // One table of several: the longest phrase first over all of them.
  static PhraseTable joined(std::initializer_list<const PhraseTable*> parts) {
    PhraseTable whole;
    for (const PhraseTable* part : parts)
      whole.entries_.insert(whole.entries_.end(), part->entries_.begin(), part->entries_.end());
    whole.longest_first();
    return whole;
  }

  // Matches from left to right that do not overlap, the longest at each place.
  std::vector<Match> matches(std::span<const std::string> tokens) const {
    std::vector<Match> found;
    for (std::size_t at = 0; at < tokens.size();) {
      auto match = match_at(tokens, at);
      if (match) found.push_back(*match);
      at += match ? match->length : 1;
    }
    return found;
  }

  std::optional<Match> match_at(std::span<const std::string> tokens, std::size_t at) const {
    for (const Entry& entry : entries_) {
      if (entry.phrase.stands_at(tokens, at)) return Match{entry.meaning, at, entry.phrase.size()};
    }
    return std::nullopt;
  }

  // Every word that stands for itself in some phrase, sorted: the words worth spelling right.
  std::vector<std::string> words() const {
    std::vector<std::string> words;
    for (const Entry& entry : entries_) {
      for (std::string& word : entry.phrase.whole_words()) words.push_back(std::move(word));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  // The phrases that stand in the table more than once: which of their meanings wins would hang on their order.
  std::vector<std::string> repeated() const {
    std::vector<std::string> texts, twice;
    for (const Entry& entry : entries_) texts.push_back(entry.phrase.text());
    std::sort(texts.begin(), texts.end());
    for (std::size_t k = 1; k < texts.size(); ++k) {
      if (texts[k] == texts[k - 1] && (twice.empty() || twice.back() != texts[k])) twice.push_back(texts[k]);
    }
    return twice;
  }

  // The first match, from the left.
  std::optional<Meaning> find(std::span<const std::string> tokens) const {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (auto match = match_at(tokens, at)) return match->meaning;
    }
    return std::nullopt;
  }

 private:
  struct Entry {
    Phrase phrase;
    Meaning meaning;
  };

  PhraseTable() = default;

  // "Return of capital call" is not "return of capital".
  void longest_first() {
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const Entry& a, const Entry& b) { return a.phrase.size() > b.phrase.size(); });
  }

  std::vector<Entry> entries_;
};

}  // namespace dossier::reading
