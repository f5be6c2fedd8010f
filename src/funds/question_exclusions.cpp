#include "funds/question_passes.h"
#include "funds/question_row_words.h"
#include "funds/question_small_words.h"

#include <algorithm>

namespace dossier::funds {
namespace {

// "Other than gains", "excluding call 3": what follows stays out.
const reading::PhraseTable<bool>& exclusions() {
  static const reading::PhraseTable<bool> table = {
      {true, {"excluding",  "exclude",      "excludes",      "excluded", "excl",          "except",     "except for",
              "other than", "apart from",   "aside from",    "without",  "without the",   "ignoring",   "leaving out",
              "leave out",  "not counting", "not including", "but not",  "stripping out", "net of the", "ohne",
              "ausser",     "hors",         "sans",          "sauf"}},
      {false, {"not", "not for", "not from", "nicht", "pas"}}};
  return table;
}

class Exclusions {
 public:
  Exclusions(const AnswerBasis& basis, QuestionWords& words, Plan& plan) : basis_(basis), words_(words), plan_(plan) {}

  // What is left out: parts, words and kinds of rows from `at` on, up to the first word that is none.
  void take() {
    auto texts = free_texts(words_);
    for (std::size_t at = 0; at < words_.size(); ++at) {
      auto match = exclusions().match_at(texts, at);
      auto term = question_terms().match_at(texts, at);  // "not yet called" is the unfunded commitment
      if (!match || (term && term->length > match->length)) continue;
      RowChoice out;
      std::size_t end = take_left_out(texts, at + match->length, match->meaning, out);
      if (!out.narrowed() && out.kinds.empty()) continue;
      for (std::size_t k = at; k < end; ++k) words_[k].used = true;
      plan_.rows.without.push_back(std::move(out));
    }
  }

 private:
  // `far`: "excluding" reaches over small words and lists, "not" only to what directly follows.
  std::size_t take_left_out(const std::vector<std::string>& texts, std::size_t at, bool far, RowChoice& out) {
    std::size_t end = at, part = words_.size(), gap = 0;
    for (; at < words_.size() && gap <= (far ? 4u : 1u); ++at) {
      if (at > end && words_[at - 1].pause && !far) break;
      auto term = question_terms().match_at(texts, at);
      if (term && words_[at].text.starts_with("reversal") && !plan_.rows.negative) {
        out.negative = true;  // a reversed call is a call below nil
        at += term->length - 1;
      } else if (term && take_left_out(term->meaning, at, part, out)) {
        part = at;
        at += term->length - 1;
      } else if (std::erase(plan_.rows.numbers, words_[at].ordinal().value_or(-1)) > 0) {
        out.numbers.push_back(*words_[at].ordinal());
      } else if (!term && names_rows(basis_, words_, at)) {
        std::size_t run = at;
        while (run < words_.size() && !question_terms().match_at(texts, run) && names_rows(basis_, words_, run)) ++run;
        take_row_words(basis_, words_, at, run, out);
        at = run - 1;
      } else if (term || words_[at].used || !plain_words().contains(words_[at].text)) {
        break;
      } else {
        ++gap;
        continue;
      }
      end = at + 1;
      gap = 0;
    }
    return end;
  }

  bool take_left_out(Term term, std::size_t at, std::size_t before, RowChoice& out) const {
    if (part_words(term) != nullptr) {
      add_alternative(out.parts, term, before < at && joined_by_and(words_, before, at));
      return true;
    }
    if (term == Term::recallable || term == Term::not_recallable) {
      out.recallable = term == Term::recallable;
      return true;
    }
    if (auto kind = kind_of(term)) {
      if (std::find(out.kinds.begin(), out.kinds.end(), *kind) == out.kinds.end()) out.kinds.push_back(*kind);
      return true;
    }
    return false;
  }

  const AnswerBasis& basis_;
  QuestionWords& words_;
  Plan& plan_;
};

}  // namespace

void take_exclusions(const AnswerBasis& basis, QuestionWords& words, Plan& plan) {
  Exclusions(basis, words, plan).take();
}

}  // namespace dossier::funds
