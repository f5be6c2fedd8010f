#include "funds/questions/question_row_words.h"

#include "funds/questions/question_small_words.h"
#include "funds/questions/question_transfers.h"
#include "reading/fold.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_set>

namespace dossier::funds {
namespace {

// Words too common in descriptions to name a row when a figure of the fund is asked for.
bool names_no_row(std::string_view word) {
  static const std::unordered_set<std::string_view> words = {
      "investment", "investments", "company", "companies", "portfolio", "deal", "deals",
      "partial",    "closing",     "payment", "payments",  "cost",      "costs"};
  return words.contains(word);
}

// "Calls for investments", "investment calls": there the word can only be the purpose of the rows.
bool describes_a_kind(const QuestionWords& words, std::size_t at) {
  auto names_kind = [&](std::size_t k) {
    auto term = question_terms().match_at(std::span(&words[k].text, 1), 0);
    return term && kind_of(term->meaning);
  };
  if (at + 1 < words.size() && names_kind(at + 1)) return true;
  return at > 1 && (words[at - 1].text == "for" || words[at - 1].text == "mentioning") && names_kind(at - 2);
}

// "How much did Nimbus return": the verb, though rows hold the word ("return of capital") as well.
bool is_what_somebody_did(const QuestionWords& words, std::size_t at) {
  static const std::unordered_set<std::string> verbs(transfer_words().begin(), transfer_words().end());
  if (!verbs.contains(words[at].text)) return false;
  std::size_t from = at > 5 ? at - 5 : 0;
  for (std::size_t k = at; k > from && !words[k - 1].pause; --k) {
    const std::string& text = words[k - 1].text;
    if (text == "did" || text == "does" || text == "do") return true;
  }
  return false;
}

// "Fenwick and Lyle" is one company where rows hold both words.
bool stands_in_one_row(const AnswerBasis& basis, const QuestionWords& words, std::size_t a, std::size_t b) {
  return b - a == 2 && words[a + 1].text == "and" && basis.in_one_row(words[a].text, words[b].text);
}

}  // namespace

bool names_rows(const AnswerBasis& basis, const QuestionWords& words, std::size_t at) {
  const QuestionWord& word = words[at];
  if (word.used || word.text.empty() || word.number || plain_words().contains(word.text)) return false;
  return basis.in_some_row(word.text) && (!names_no_row(word.text) || describes_a_kind(words, at));
}

void take_row_words(const AnswerBasis& basis, QuestionWords& words, std::size_t from, std::size_t to,
                    RowChoice& choice) {
  std::size_t last = words.size();
  for (std::size_t k = from; k < to; ++k) {
    if (!names_rows(basis, words, k) || is_what_somebody_did(words, k)) continue;
    bool apart = last < k && joined_by_and(words, last, k) && !stands_in_one_row(basis, words, last, k);
    add_alternative(choice.words, AnswerBasis::singular(words[k].text), apart);
    words[k].used = true;
    last = k;
  }
}

void take_references(const AnswerBasis& basis, QuestionWords& words, RowChoice& choice) {
  for (QuestionWord& word : words) {
    if (word.text != "ref") continue;
    auto tokens = reading::fold_tokens(word.spelled);
    if (tokens.size() != 2 || !basis.calls_a_row(word.spelled)) continue;
    choice.words.push_back({AnswerBasis::singular(tokens[0]), AnswerBasis::singular(tokens[1])});
    word.used = true;
  }
}

}  // namespace dossier::funds
