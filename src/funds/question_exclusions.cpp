#include "funds/question_passes.h"
#include "funds/question_row_words.h"
#include "funds/question_small_words.h"

#include <algorithm>

namespace dossier::funds {
namespace {

// "Other than gains", "excluding call 3": what follows stays out.
const reading::PhraseTable<bool>& exclusions() {
  static const reading::PhraseTable<bool> table = {
      {true, {"excluding",  "exclude",       "excludes",   "excluded", "excl",        "except",   "except for",
              "other than", "apart from",    "aside from", "without",  "without the", "ignoring", "leaving out",
              "leave out",  "not counting",  "ex",         "skipping", "but skip",    "less the", "not including",
              "but not",    "stripping out", "net of the", "ohne",     "ausser",      "hors",     "sans",
              "sauf"}},
      {false, {"not", "not for", "not from", "nicht", "pas"}}};
  return table;
}

class Exclusions {
 public:
  Exclusions(const AnswerBasis& basis, QuestionWords& words, Plan& plan) : basis_(basis), words_(words), plan_(plan) {}

  // What is left out: parts, words and kinds of rows from `at` on, up to the first word that is none.
  void take() {
    auto texts = free_texts(words_);
    pass_over_corrections(texts);
    texts = free_texts(words_);
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
  // "After the equalisation refund", "net of rebalancing": paid-in capital and the multiples are so as they are.
  void pass_over_corrections(const std::vector<std::string>& texts) {
    auto matches = question_terms().matches(texts);
    bool net_anyway = std::any_of(matches.begin(), matches.end(), [](const auto& match) {
      return match.meaning == Term::pic || match.meaning == Term::dpi || match.meaning == Term::tvpi ||
             match.meaning == Term::called_share || match.meaning == Term::rvpi || match.meaning == Term::irr;
    });
    for (std::size_t at = 0; at < texts.size() && net_anyway; ++at) {
      bool net_of = texts[at] == "net" && at + 1 < texts.size() && texts[at + 1] == "of";
      if (!net_of && texts[at] != "after") continue;
      std::size_t from = at + (net_of ? 2 : 1);
      for (std::size_t k = from; k < std::min(texts.size(), from + 4); ++k) {
        auto term = question_terms().match_at(texts, k);
        bool small = is_article(texts[k]) || texts[k] == "any" || texts[k] == "all" || basis_.in_some_row(texts[k]);
        if (!term && small) continue;
        bool correction =
            term && (term->meaning == Term::fee || term->meaning == Term::expense ||
                     term->meaning == Term::adjustment || term->meaning == Term::refund ||
                     term->meaning == Term::rebalance_of_call || term->meaning == Term::rebalance_of_distribution);
        for (std::size_t used = at; correction && used < k + term->length; ++used) words_[used].used = true;
        break;
      }
    }
  }

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
