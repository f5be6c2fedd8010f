#include "funds/questions/question_statement.h"

#include "funds/questions/answer_basis.h"
#include "funds/questions/question_vocabulary.h"
#include "reading/fold.h"
#include "reading/phrases.h"

#include <algorithm>
#include <span>

namespace dossier::funds {
namespace {

// One name for what statements and people call differently. Longer phrases win.
const reading::PhraseTable<std::string_view>& subjects() {
  static const reading::PhraseTable<std::string_view> table = {
      {"opening", {"opening", "beginning", "start", "starting", "brought forward", "beginning of", "at the start of"}},
      {"closing", {"closing", "ending", "carried forward", "end of", "at the end of", "year end", "quarter end"}},
      {"nav",
       {"net asset value", "nav", "capital balance", "capital account", "capital account balance", "account balance",
        "balance", "partners capital", "partner s capital", "net assets", "ending capital", "capital"}},
      {"contribution",
       {"contribution", "contributions", "contributed", "capital contribution", "capital contributions", "call",
        "calls", "called", "capital call", "capital calls", "capital called", "drawdown", "drawdowns", "drawn",
        "paid in", "paid in capital", "pay in", "we paid", "contributed capital"}},
      {"distribution",
       {"distribution", "distributions", "distributed", "paid out", "proceeds", "we received", "received",
        "capital distribution*"}},
      {"roc", {"return of capital", "returns of capital", "roc"}},
      {"unrealized",
       {"unrealized", "unrealised", "unrealized appreciation", "unrealised appreciation", "appreciation",
        "depreciation", "revaluation", "change in valuation", "fair value change"}},
      {"realized", {"realized", "realised"}},
      {"gain", {"gain", "gains", "gain loss", "gains losses", "gain or loss", "gains and losses", "profit", "profits"}},
      {"carry",
       {"carried interest", "carry", "incentive allocation", "performance allocation", "performance fee*",
        "incentive fee*", "carried interest allocation", "carried interest accrual", "accrued carried interest",
        "carried interest accrued", "accrued carry", "carry accrual"}},
      {"fee", {"fee", "fees"}},
      {"expense", {"expense", "expenses", "costs", "cost"}},
      {"offset", {"offset", "offsets", "rebate", "rebates"}},
      {"income", {"income", "incomes"}},
      {"dividend", {"dividend", "dividends"}},
      {"interest", {"interest"}},
      {"unfunded", {"unfunded", "unfunded commitment", "undrawn", "remaining commitment", "uncalled"}},
      {"commitment", {"commitment", "total commitment", "committed"}},
  };
  return table;
}

// Words of line labels and of questions that name nothing.
bool frames(const std::string& word) {
  static const std::unordered_set<std::string> words = {
      "total",   "net",      "change",   "in",       "of",        "and",        "loss",    "losses", "less",
      "plus",    "lp",       "share",    "your",     "sum",       "changes",    "charged", "paid",   "incurred",
      "accrued", "figure",   "line",     "lines",    "much",      "many",       "how",     "qtd",    "ytd",
      "itd",     "vs",       "versus",   "date",     "inception", "cumulative", "show",    "list",   "tell",
      "compare", "compared", "lifetime", "movement", "amounted",  "were",       "was",     "total"};
  return words.contains(word) || plain_words().contains(word) || word.size() < 2;
}

bool has_phrase(const std::vector<std::string>& words, std::initializer_list<std::string_view> phrases) {
  for (std::string_view text : phrases) {
    reading::Phrase phrase(text);
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (phrase.stands_at(words, at)) return true;
    }
  }
  return false;
}

void add(std::vector<StatementColumn>& columns, StatementColumn column) {
  if (std::find(columns.begin(), columns.end(), column) == columns.end()) columns.push_back(column);
}

}  // namespace

std::string_view name_of(StatementColumn column) {
  switch (column) {
    case StatementColumn::quarter: return "qtd";
    case StatementColumn::year: return "ytd";
    case StatementColumn::inception: return "itd";
  }
  return "itd";
}

std::string_view title_of(StatementColumn column) {
  switch (column) {
    case StatementColumn::quarter: return "in the quarter";
    case StatementColumn::year: return "in the year to date";
    case StatementColumn::inception: return "since inception";
  }
  return "since inception";
}

Subjects statement_subjects(std::string_view text) {
  auto words = reading::fold_tokens(text);
  Subjects found;
  for (std::size_t at = 0; at < words.size();) {
    if (auto match = subjects().match_at(words, at)) {
      found.emplace(match->meaning);
      at += match->length;
      continue;
    }
    if (!frames(words[at])) found.insert(AnswerBasis::singular(words[at]));
    ++at;
  }
  return found;
}

bool names_a_line(const std::string& word) {
  return subjects().match_at(std::span(&word, 1), 0).has_value();
}

StatementQuestion read_statement_question(std::string_view question, const Periods& periods, Date as_of) {
  StatementQuestion read;
  auto words = reading::fold_tokens(question);
  read.roll_forward = has_phrase(words, {"roll forward", "rolls forward", "roll forwards", "rollforward", "add up",
                                         "adds up", "reconcile", "reconciles"});
  for (const DateRange& range : periods.ranges) {
    bool open_end = range.to && (*range.to == as_of || *range.to >= as_of);
    if (range.from && open_end && *range.from == first_of_quarter(as_of) && range.to <= as_of.last_of_quarter()) {
      add(read.columns, StatementColumn::quarter);
    } else if (range.from && open_end && *range.from == *Date::of(as_of.year(), 1, 1)) {
      add(read.columns, StatementColumn::year);
    } else {
      read.other_time = true;
    }
  }
  if (periods.as_of && *periods.as_of != as_of) read.other_time = true;
  bool dated = !periods.ranges.empty();
  if (has_phrase(words, {"qtd"}) ||
      (!dated && has_phrase(words, {"the quarter", "current quarter", "quarter to date", "quarterly"})))
    add(read.columns, StatementColumn::quarter);
  if (has_phrase(words, {"ytd"}) || (!dated && has_phrase(words, {"the year", "year to date", "current year"})))
    add(read.columns, StatementColumn::year);
  bool to_date = has_phrase(words, {"to date", "till date"}) && !has_phrase(words, {"year to date", "quarter to date"});
  if (to_date || has_phrase(words, {"itd", "inception", "so far", "cumulative", "cumulatively", "lifetime"}))
    add(read.columns, StatementColumn::inception);
  std::string text;  // without the words of time, which name no line
  for (std::size_t k = 0; k < words.size(); ++k) {
    const std::string& word = words[k];
    if (word == "cost" && k + 1 < words.size() && words[k + 1] == "us") continue;  // "what did fees cost us"
    bool time = word == "qtd" || word == "ytd" || word == "itd" || word == "inception" || word == "quarter" ||
                word == "quarterly" || word == "year" || (word[0] >= '0' && word[0] <= '9') || word == "date" ||
                word == "last" || word == "this";
    if (!time) text += word + " ";
  }
  read.subjects = statement_subjects(text);
  return read;
}

}  // namespace dossier::funds
