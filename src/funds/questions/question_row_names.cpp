#include "funds/questions/question_row_names.h"

#include "funds/questions/question_period_words.h"
#include "funds/questions/question_small_words.h"
#include "funds/questions/question_vocabulary.h"
#include "reading/one_of.h"

#include <algorithm>

namespace dossier::funds {
namespace {

using reading::one_of;

// Reads the words from `at_` on, one piece at a time.
class RowNameReader {
 public:
  RowNameReader(const QuestionWords& words, std::span<const std::string> texts, std::size_t at)
      : words_(words), texts_(texts), at_(at) {}

  std::size_t at() const { return at_; }

  void skip_small_words() {
    while (at_ < texts_.size() && (is_article(texts_[at_]) || texts_[at_] == "very")) ++at_;
  }

  // "second", "last", "4th".
  bool take_place(RowNamed& row) {
    skip_small_words();
    if (at_ >= words_.size() || words_[at_].used) return false;
    row.from_end = one_of(texts_[at_], {"last", "latest", "final", "letzte", "letzten", "dernier", "derniere"});
    auto named = std::find(kOrdinals.begin(), kOrdinals.end(), texts_[at_]);
    if (row.from_end || one_of(texts_[at_], {"initial", "opening", "ersten", "erste", "premier", "premiere"})) {
      row.place = 1;
    } else if (named != kOrdinals.end()) {
      row.place = static_cast<int>(named - kOrdinals.begin()) + 1;
    } else {
      row.place = words_[at_].text == "nth" ? words_[at_].ordinal().value_or(0) : 0;
    }
    if (row.place < 1) return false;
    ++at_;
    return true;
  }

  // "call", "capital calls", "distribution".
  bool take_kind(RowNamed& row, bool several = false) {
    skip_small_words();
    if (at_ < texts_.size() && texts_[at_] == "capital" && !question_terms().match_at(texts_, at_)) ++at_;
    auto kind = question_terms().match_at(texts_, at_);
    if (!kind || !kind_of(kind->meaning)) return false;
    if (!several && texts_[at_ + kind->length - 1].ends_with('s')) return false;
    row.kind = *kind_of(kind->meaning);
    at_ += kind->length;
    return true;
  }

  // "3", "no. 3", "#3" after the kind.
  bool take_number(RowNamed& row) {
    std::size_t number = at_;
    while (number < texts_.size() && one_of(texts_[number], {"no", "number", "nr"})) ++number;
    if (number >= words_.size() || words_[number].used || !words_[number].ordinal()) return false;
    row.place = *words_[number].ordinal();
    row.by_number = true;
    at_ = number + 1;
    return true;
  }

  bool take_one_of(std::span<const std::string_view> joints) {
    if (at_ >= texts_.size() || std::find(joints.begin(), joints.end(), texts_[at_]) == joints.end()) return false;
    ++at_;
    return true;
  }

  std::optional<RowNamed> row() {
    RowNamed row;
    bool placed = take_place(row);
    if (!take_kind(row)) return std::nullopt;
    return placed || take_number(row) ? std::optional(row) : std::nullopt;
  }

  // "calls 2 and 4"
  std::optional<RowPair> numbered_pair(std::span<const std::string_view> joints) {
    RowPair pair;
    bool both = take_kind(pair.first, true) && take_number(pair.first) && take_one_of(joints);
    pair.second.kind = pair.first.kind;
    if (!both || !take_number(pair.second)) return std::nullopt;
    pair.end = at_;
    return pair;
  }

  // "the first call and the last distribution", "the second and the fourth call"
  std::optional<RowPair> placed_pair(std::span<const std::string_view> joints) {
    std::size_t from = at_;
    RowPair pair;
    bool whole = false;
    if (auto one = row()) {
      pair.first = *one;
      whole = true;
    } else {
      at_ = from;
      if (!take_place(pair.first)) return std::nullopt;
    }
    if (!take_one_of(joints)) return std::nullopt;
    std::size_t second = at_;
    auto other = row();
    if (!other && whole) {  // "from the first call to the third"
      at_ = second;
      pair.second.kind = pair.first.kind;
      if (!take_last_place(pair.second)) return std::nullopt;
      pair.end = at_;
      return pair;
    }
    if (!other) return std::nullopt;
    pair.second = *other;
    if (!whole) pair.first.kind = other->kind;
    pair.end = at_;
    return pair;
  }

  // "The first to the third" of a kind said before.
  std::optional<RowPair> bare_pair(std::span<const std::string_view> joints, RowKind kind) {
    RowPair pair;
    pair.first.kind = pair.second.kind = kind;
    if (!take_place(pair.first) || !take_one_of(joints) || !take_last_place(pair.second)) return std::nullopt;
    pair.end = at_;
    return pair;
  }

 private:
  // Only the end of the words tells that no other noun follows ("to the last quarter").
  bool take_last_place(RowNamed& row) { return take_place(row) && at_ == texts_.size(); }

  const QuestionWords& words_;
  std::span<const std::string> texts_;
  std::size_t at_;
};

}  // namespace

std::optional<RowInWords> row_in_words(const QuestionWords& words, std::span<const std::string> texts, std::size_t at) {
  RowNameReader reader(words, texts, at);
  auto row = reader.row();
  return row ? std::optional(RowInWords{*row, reader.at()}) : std::nullopt;
}

std::optional<RowPair> rows_in_words(const QuestionWords& words, std::span<const std::string> texts, std::size_t at,
                                     std::span<const std::string_view> joints) {
  if (auto numbered = RowNameReader(words, texts, at).numbered_pair(joints)) return numbered;
  return RowNameReader(words, texts, at).placed_pair(joints);
}

std::optional<RowPair> places_in_words(const QuestionWords& words, std::span<const std::string> texts, std::size_t at,
                                       std::span<const std::string_view> joints, RowKind kind) {
  return RowNameReader(words, texts, at).bare_pair(joints, kind);
}

}  // namespace dossier::funds
