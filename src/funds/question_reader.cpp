#include "funds/question_reader.h"

#include "funds/question_supposition.h"
#include "funds/spelling.h"

#include <algorithm>
#include <map>

namespace dossier::funds {
namespace {

const std::vector<std::string>& words_for_spelling() {
  static const std::vector<std::string> words = question_terms().words();
  return words;
}

// Every word of the question language: none of them is a slip of the pen.
const std::unordered_set<std::string>& language() {
  static const std::unordered_set<std::string> words = [] {
    std::unordered_set<std::string> all = plain_words();
    for (const auto* part : {&words_for_spelling(), &period_words(), &amount_words(), &supposition_words()}) {
      all.insert(part->begin(), part->end());
    }
    return all;
  }();
  return words;
}

// Words too common in descriptions to name a row when a figure of the fund is asked for.
bool names_no_row(std::string_view word) {
  static const std::unordered_set<std::string_view> words = {
      "investment", "investments", "company", "companies", "portfolio", "deal", "deals", "partial", "closing"};
  return words.contains(word);
}

class QuestionReader {
 public:
  QuestionReader(std::string_view question, const AnswerBasis& basis)
      : basis_(basis), words_(question_words(question)) {
    plan_.question = std::string(question);
  }

  ReadQuestion read() {
    take_order_to_change();
    plan_.named = basis_.take_fund_names(words_);
    correct();
    std::string opening = words_.empty() ? "" : words_.front().text;
    if (supposes(words_)) plan_.supposition = take_supposition(words_);
    plan_.rows.periods = take_periods(words_, basis_.reference());
    bool ratio = asks_for_ratio();
    Amounts amounts = take_amounts(words_, ratio);
    plan_.rows.amounts = amounts.limits;
    plan_.rows.number = amounts.row_number;
    plan_.mark = amounts.mark;
    plan_.top = amounts.top.value_or(1);
    take_currencies();
    take_terms();
    note_bare_term();
    take_row_words();
    note_unexplained();
    return {std::move(plan_), std::move(opening), amounts.top.has_value()};
  }

 private:
  // "Delete call 3", "please ignore the adjustments": orders, not questions.
  void take_order_to_change() {
    for (const QuestionWord& word : words_) {
      if (is_order_to_change(word.text)) plan_.refusal = "asking never changes the ledger";
      if (word.text != "please" && word.text != "can" && word.text != "could" && word.text != "you" &&
          word.text != "now")
        return;
    }
  }

  void correct() {
    correct_spelling(words_, words_for_spelling(), [&](const std::string& word) {
      return language().contains(word) || basis_.known_words().contains(word);
    });
  }

  // "in EUR" of a fund in EUR says nothing; another currency would need an exchange rate.
  void take_currencies() {
    static const std::map<std::string_view, std::string_view> names = {
        {"usd", "USD"},    {"dollar", "USD"}, {"dollars", "USD"}, {"eur", "EUR"},      {"euro", "EUR"},
        {"euros", "EUR"},  {"gbp", "GBP"},    {"pounds", "GBP"},  {"sterling", "GBP"}, {"chf", "CHF"},
        {"francs", "CHF"}, {"jpy", "JPY"},    {"yen", "JPY"},     {"cad", "CAD"},      {"aud", "AUD"},
        {"sek", "SEK"},    {"nok", "NOK"},    {"dkk", "DKK"},     {"inr", "INR"},      {"rupees", "INR"}};
    for (QuestionWord& word : words_) {
      auto named = names.find(word.text);
      if (word.used || named == names.end()) continue;
      word.used = true;
      const auto& funds = basis_.analysis().funds;
      bool fits = std::any_of(funds.begin(), funds.end(), [&](const FundAnalysis& fund) {
        return !fund.ledger.currency.known() || fund.ledger.currency.code() == named->second;
      });
      if (!fits && !funds.empty()) {
        plan_.refusal = "the amounts are in " + std::string(funds.front().ledger.currency.code()) +
                        ", and turning them into " + std::string(named->second) + " needs an exchange rate";
      }
    }
  }

  std::vector<std::string> free_texts() const {
    std::vector<std::string> texts;
    for (const QuestionWord& word : words_) texts.push_back(word.used || word.number || word.date ? "" : word.text);
    return texts;
  }

  bool asks_for_ratio() const {
    auto texts = free_texts();
    auto matches = question_terms().matches(texts);
    return std::any_of(matches.begin(), matches.end(), [](const auto& match) {
      auto metric = metric_of(match.meaning);
      return metric && unit_of(*metric) != Unit::money;
    });
  }

  void take_terms() {
    auto texts = free_texts();
    for (const auto& match : question_terms().matches(texts)) {
      for (std::size_t k = match.at; k < match.at + match.length; ++k) words_[k].used = true;
      take_term(match.meaning);
    }
  }

  void take_term(Term term) {
    plan_.said.set(static_cast<std::size_t>(term));
    if (auto metric = metric_of(term)) add(plan_.metrics, *metric);
    if (term == Term::call) add(plan_.rows.kinds, RowKind::capital_call);
    if (term == Term::distribution) add(plan_.rows.kinds, RowKind::distribution);
    if (term == Term::adjustment) add(plan_.rows.kinds, RowKind::adjustment);
    if (term == Term::recallable) plan_.rows.recallable = true;
    if (term == Term::not_recallable) plan_.rows.recallable = false;
    if (term == Term::rebalance_of_call || term == Term::rebalance_of_distribution) {
      add(plan_.rows.kinds, RowKind::adjustment);
    }
    if (part_words(term) != nullptr) add(plan_.rows.parts, term);
    bool fact = term == Term::manager || term == Term::vintage || term == Term::currency || term == Term::fund_name ||
                term == Term::report_date || term == Term::fund_count || term == Term::fund_size;
    if (fact && !plan_.fact) plan_.fact = term;
  }

  // "What is DPI?" has nothing but the term after "what is".
  void note_bare_term() {
    if (words_.size() < 3 || words_[0].text != "what" ||
        (words_[1].text != "is" && words_[1].text != "are" && words_[1].text != "s"))
      return;
    plan_.bare_term = plan_.metrics.size() == 1 && plan_.said.count() == 1 && plan_.named.empty() &&
                      std::all_of(words_.begin() + 2, words_.end(),
                                  [](const QuestionWord& word) { return word.used && !word.text.empty(); });
  }

  template <class T>
  static void add(std::vector<T>& list, T value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
  }

  // Words that rows carry in their type or description choose rows: a company, a purpose.
  void take_row_words() {
    for (QuestionWord& word : words_) {
      if (word.used || word.text.empty() || word.number || plain_words().contains(word.text)) continue;
      if (!basis_.in_some_row(word.text) || (!plan_.metrics.empty() && names_no_row(word.text))) continue;
      add(plan_.rows.words, AnswerBasis::singular(word.text));
      word.used = true;
    }
  }

  void note_unexplained() {
    for (std::size_t k = 0; k < words_.size(); ++k) {
      const QuestionWord& word = words_[k];
      bool explained = word.used || word.number || word.date || language().contains(word.text);
      bool noise = word.text.size() <= 3 && word.spelled == word.text;  // "teh", "pls"
      if (explained || noise) continue;
      if (plan_.unexplained.empty() || plan_.unexplained.back() != word.spelled)
        plan_.unexplained.push_back(word.spelled);
      bool capital = word.spelled.front() >= 'A' && word.spelled.front() <= 'Z';
      plan_.unexplained_name = plan_.unexplained_name || capital || after_preposition(k);
    }
  }

  // "distributions from zetacorp", "the DPI of the predecessor": what follows is something with a name.
  bool after_preposition(std::size_t k) const {
    static const std::unordered_set<std::string_view> articles = {"the", "a", "an", "our", "its", "their", "my"};
    static const std::unordered_set<std::string_view> prepositions = {"from",  "of", "for",       "to",  "by", "with",
                                                                      "about", "at", "regarding", "von", "de"};
    while (k > 0 && articles.contains(words_[k - 1].text)) --k;
    return k > 0 && prepositions.contains(words_[k - 1].text);
  }

  const AnswerBasis& basis_;
  QuestionWords words_;
  Plan plan_;
};

}  // namespace

ReadQuestion read_question(std::string_view question, const AnswerBasis& basis) {
  return QuestionReader(question, basis).read();
}

}  // namespace dossier::funds
