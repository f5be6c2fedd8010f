#include "funds/ledger/phrasing.h"
#include "funds/questions/answering.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

// What later rows say of rows spoken of: "was any of it paid back afterwards?"
namespace dossier::funds {
namespace {

constexpr std::size_t kOwnWordBytesMin = 4;
constexpr std::size_t kRowsMax = 12;  // of more, what became of which could not be told apart

// In how many rows of a fund each word stands.
std::unordered_map<std::string, std::size_t> rows_with_words(const Task& task, std::size_t fund) {
  std::unordered_map<std::string, std::size_t> count;
  for (std::size_t row = 0; row < task.basis.fund(fund).ledger.transactions.size(); ++row) {
    std::vector<std::string> words = task.basis.words_of_row(fund, row);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (const std::string& word : words) ++count[word];
  }
  return count;
}

class Sequel {
 public:
  Sequel(const Task& task, std::size_t fund, AnswerDraft& draft)
      : task_(task), fund_(fund), draft_(draft), ledger_(task.basis.fund(fund).ledger) {}

  void give() {
    auto rows = chosen_rows(task_.basis, fund_, task_.plan.rows);
    if (picks_rows(task_.plan.measure)) rows = extreme_rows(ledger_, rows, task_.plan);
    if (rows.empty()) {
      draft_.say(fmt::format("There are no {}.", choice_text(task_.plan.rows, ledger_.currency)));
      draft_.part(Answered::no);
      return;
    }
    if (rows.size() > kRowsMax) {
      draft_.say(fmt::format("That names {}; say which of them is meant.", counted(rows.size(), "row", "rows")));
      draft_.part(Answered::no);
      return;
    }
    const auto later = later_rows(rows);
    draft_.say(fmt::format("Spoken of: {}.", list_text(ledger_, rows)));
    if (later.empty()) {
      draft_.say("No later row has the same amount or speaks of the same matter; the ledger tells no more.");
      draft_.cite(rows);
      draft_.part(Answered::partly);
      return;
    }
    draft_.say(fmt::format("Later rows on the same matter or of the same amount: {}.", list_text(ledger_, later)));
    draft_.rows(later);
    draft_.cite(rows);
    draft_.cite(later);
    draft_.part(Answered::yes);
  }

 private:
  std::vector<std::size_t> later_rows(const std::vector<std::size_t>& rows) const {
    const auto counts = rows_with_words(task_, fund_);
    std::vector<std::size_t> later;
    for (std::size_t k = 0; k < ledger_.transactions.size(); ++k) {
      const bool follows = std::any_of(rows.begin(), rows.end(), [&](std::size_t row) {
        return ledger_.transactions[k].date > ledger_.transactions[row].date && of_one_matter(row, k, counts);
      });
      if (follows && std::find(rows.begin(), rows.end(), k) == rows.end()) later.push_back(k);
    }
    return later;
  }

  // Of the same amount, whatever its sign, naming it by its number ("Refund of excess Call 3"), or sharing a word that
  // few rows have and that is none of the trade: the name of a company.
  bool of_one_matter(std::size_t row, std::size_t other,
                     const std::unordered_map<std::string, std::size_t>& counts) const {
    const auto &one = ledger_.transactions[row], &two = ledger_.transactions[other];
    if (one.amount.abs() == two.amount.abs()) return true;
    if (!one.number.empty() && speaks_of_number(task_.basis.words_of_row(fund_, other), one.number)) return true;
    const std::size_t few = std::max<std::size_t>(3, ledger_.transactions.size() / 4);
    const auto& words = task_.basis.words_of_row(fund_, other);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      const auto& known = task_.basis.words_of_row(fund_, row);
      const bool own = word.size() >= kOwnWordBytesMin && counts.at(word) <= few && !plain_words().contains(word) &&
                       !question_terms().find(std::span(&word, 1));
      return own && std::find(known.begin(), known.end(), word) != known.end();
    });
  }

  const Task& task_;
  std::size_t fund_;
  AnswerDraft& draft_;
  const Ledger& ledger_;
};

}  // namespace

void answer_sequel(const Task& task, AnswerDraft& draft) {
  tell_each_fund(task, draft, [&](std::size_t fund) { Sequel(task, fund, draft).give(); });
}

}  // namespace dossier::funds
