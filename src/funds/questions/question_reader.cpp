#include "funds/questions/question_reader.h"

#include "funds/questions/question_elapsed.h"
#include "funds/questions/question_leftover.h"
#include "funds/questions/question_passes.h"
#include "funds/questions/question_period_words.h"
#include "funds/questions/question_row_times.h"
#include "funds/questions/question_row_words.h"
#include "funds/questions/question_senses.h"
#include "funds/questions/question_small_words.h"
#include "funds/questions/question_supposition.h"
#include "funds/questions/question_telling_words.h"
#include "funds/questions/question_transfers.h"
#include "funds/questions/spelling.h"
#include "reading/one_of.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <unordered_set>

namespace dossier::funds {
namespace {

// Terms of the trade, and the longer words that say when ("durring", "betwen"): short ones are slips of too much else.
const std::vector<std::string>& words_for_spelling() {
  constexpr std::size_t kTimeWordBytesMin = 5;
  static const std::vector<std::string> words = [] {
    std::vector<std::string> all = question_terms().words();
    std::ranges::copy_if(period_words(), std::back_inserter(all),
                         [](const std::string& word) { return word.size() >= kTimeWordBytesMin; });
    return all;
  }();
  return words;
}

// Every word of the question language: none of them is a slip of the pen.
const std::unordered_set<std::string>& language() {
  static const std::unordered_set<std::string> words = [] {
    std::unordered_set<std::string> all = plain_words();
    all.insert(telling_words().begin(), telling_words().end());
    for (const auto* part :
         {&words_for_spelling(), &period_words(), &amount_words(), &supposition_words(), &transfer_words()}) {
      all.insert(part->begin(), part->end());
    }
    return all;
  }();
  return words;
}

// "Change in NAV", "add up the calls", "set out": no orders.
bool opens_no_order(std::string_view first, std::string_view second) {
  if (first == "change") return second == "in" || second == "of";
  if (first == "add") return reading::one_of(second, {"up", "together", "them", "those", "these", "it"});
  if (first == "mark") return second == "nav" || second == "the";  // supposed, not ordered
  return first == "set" && second == "out";
}

class QuestionReader {
 public:
  QuestionReader(std::string_view question, const AnswerBasis& basis, const Plan* before)
      : basis_(basis), before_(before), words_(question_words(question)) {
    plan_.question = std::string(question);
  }

  ReadQuestion read() {
    take_order_to_change();
    plan_.named = basis_.take_fund_names(words_);
    bool of_kin = before_ != nullptr && plan_.named.empty() && plan_.named.stranger.empty() && !before_->named.empty();
    if (of_kin) plan_.named = basis_.take_kin_names(words_, before_->named);
    correct();
    correct_names();
    take_transfers(basis_, words_);
    take_references(basis_, words_, plan_.rows);
    std::string opening = words_.empty() ? "" : words_.front().text;
    if (supposes(words_)) take_supposed();
    plan_.ends = take_elapsed(words_);
    RowTimes of_rows = take_row_times(basis_, plan_.named, words_);
    plan_.rows.periods = take_periods(words_, basis_.reference());
    auto& ranges = plan_.rows.periods.ranges;
    ranges.insert(ranges.end(), of_rows.periods.ranges.begin(), of_rows.periods.ranges.end());
    pass_over_named_figures();
    bool ratio = asks_for_ratio() || goes_on_with_a_multiple();
    Amounts amounts = take_amounts(words_, ratio);
    plan_.rows.amounts = amounts.limits;
    plan_.rows.numbers = amounts.row_numbers;
    plan_.mark = amounts.mark;
    plan_.top = amounts.top.value_or(1);
    take_currencies(basis_, words_, plan_);
    take_exclusions(basis_, words_, plan_);
    take_opening();
    take_ending();
    settle_senses(words_, plan_.mark.has_value() || !plan_.rows.amounts.empty() || plan_.supposition.has_value());
    take_terms(basis_, words_, plan_);
    add_kinds_of_ends();
    bool state = (!plan_.metrics.empty() && plan_.rows.kinds.empty()) || plan_.has(Term::cumulative);
    bool of_a_day = of_rows.stands_on && state && ranges.size() == 1;
    if (of_a_day) plan_.rows.periods = {.as_of = of_rows.stands_on};
    note_bare_term(words_, plan_);
    take_row_words(basis_, words_, 0, words_.size(), plan_.rows);
    note_relations(basis_, words_, plan_);
    note_leftover(words_, asks_of_those_, plan_);
    bool one_fund = basis_.analysis().funds.size() == 1 || plan_.named.funds.size() == 1;
    return {std::move(plan_), std::move(opening), amounts.top.has_value(), one_fund};
  }

 private:
  // "Delete call 3", "please ignore the adjustments": orders, not questions.
  void take_order_to_change() {
    for (std::size_t k = 0; k < words_.size(); ++k) {
      const QuestionWord& word = words_[k];
      if (k + 1 < words_.size() && (opens_no_order(word.text, words_[k + 1].text) || sets_side_by_side(k))) return;
      if (is_order_to_change(word.text)) plan_.refusal = "asking never changes the ledger";
      if (word.text != "please" && word.text != "can" && word.text != "could" && word.text != "you" &&
          word.text != "now")
        return;
    }
  }

  // "Set the two DPIs next to one another."
  bool sets_side_by_side(std::size_t at) const {
    static const std::unordered_set<std::string_view> places = {"next", "beside", "side", "against", "alongside"};
    return words_[at].text == "set" && std::any_of(words_.begin(), words_.end(),
                                                   [](const QuestionWord& word) { return places.contains(word.text); });
  }

  bool several_numbers() const {
    auto amounts = std::count_if(words_.begin(), words_.end(), [](const QuestionWord& word) {
      return word.number && !word.used && (word.number->dressed || word.number->power > 0);
    });
    return amounts > 1;
  }

  // The small words of a supposition ("another", "further", "become") belong to it.
  void take_supposed() {
    plan_.supposition = take_supposition(words_);
    if (!plan_.supposition && several_numbers()) plan_.refusal = "only one change can be supposed at a time";
    if (!plan_.supposition) return;
    static const std::unordered_set<std::string> small(supposition_words().begin(), supposition_words().end());
    for (QuestionWord& word : words_) {
      if (small.contains(word.text) && !plain_words().contains(word.text)) word.used = true;
    }
  }

  void add_kinds_of_ends() {
    auto& kinds = plan_.rows.kinds;
    for (const TimeEnd& end : plan_.ends) {
      bool new_kind = end.row && std::find(kinds.begin(), kinds.end(), end.row->kind) == kinds.end();
      if (new_kind) kinds.push_back(end.row->kind);
    }
  }

  // "Of the $75m commitment", "(the 19.28m)": an amount that only names a figure everybody knows bounds nothing.
  void pass_over_named_figures() {
    static const std::unordered_set<std::string_view> bounds = {"than",   "over",  "above",   "below", "under",
                                                                "exceed", "least", "exceeds", "most",  "to"};
    for (std::size_t k = 1; k < words_.size(); ++k) {
      const QuestionWord& word = words_[k];
      std::size_t article = names_currency(words_[k - 1].text) && k > 1 ? k - 2 : k - 1;  // "the EUR 8m"
      bool named = word.number && !word.used &&
                   ((is_article(words_[article].text) && words_[article].text != "a") || is_told(k, article));
      bool bounded = article > 0 && bounds.contains(words_[article - 1].text);
      if (named && !bounded && !tells_rows(k + 1) && is_known_figure(*word.number)) words_[k].used = true;
    }
  }

  // "Is shown as $14,677,883", "the unfunded is £4,200,000": a figure told to the last digit by a statement.
  bool is_told(std::size_t at, std::size_t before) const {
    constexpr double kExactLeast = 100'000;
    static const std::unordered_set<std::string_view> telling = {"as", "is", "was", "at", "are", "being", "of"};
    static const std::unordered_set<std::string_view> asking = {"is", "was", "are", "were", "does", "did", "has", "if"};
    const auto& number = *words_[at].number;
    return telling.contains(words_[before].text) && !asking.contains(words_.front().text) && !plan_.supposition &&
           number.power == 0 && number.magnitude.to_double() >= kExactLeast;
  }

  // "The $2,400,000 distribution" is a row.
  bool tells_rows(std::size_t at) const {
    auto term = question_terms().match_at(all_texts(words_), at);
    return term && (kind_of(term->meaning) || term->meaning == Term::any_row);
  }

  // Whether some figure of a fund is this amount, as exactly as it is given.
  bool is_known_figure(const reading::NumberText& number) const {
    if (number.form != reading::NumberForm::plain || (number.power == 0 && !number.dressed)) return false;
    double value = number.magnitude.to_double() * std::pow(10.0, number.power);
    double half_step = 0.5 * std::pow(10.0, number.power - number.magnitude.decimals);
    const auto& funds = basis_.analysis().funds;
    return std::any_of(funds.begin(), funds.end(), [&](const FundAnalysis& fund) {
      const auto& figures = fund.metrics.values;
      return std::any_of(figures.begin(), figures.end(), [&](const MetricValue& figure) {
        if (!figure.money) return false;
        double known = std::abs(figure.money->to_double(fund.ledger.currency.minor_digits()));
        return std::abs(known - value) <= half_step + 1e-6;
      });
    });
  }

  void correct() {
    correct_spelling(words_, words_for_spelling(), [&](const std::string& word) {
      return language().contains(word) || basis_.known_words().contains(word);
    });
  }

  // "Caldera Pmups": a name typed with one slip, where one word of the rows alone is that near.
  void correct_names() {
    constexpr std::size_t kNameBytesMin = 5;
    for (QuestionWord& word : words_) {
      const bool name = word.capital && !word.used && word.text.size() >= kNameBytesMin;
      if (!name || language().contains(word.text) || basis_.known_words().contains(word.text)) continue;
      const std::string* near = nullptr;
      bool several = false;
      for (const std::string& known : basis_.known_words()) {
        if (known.front() != word.text.front() || !basis_.in_some_row(known)) continue;
        if (edit_distance(word.text, known, 1) > 1) continue;
        several = several || near != nullptr;
        near = &known;
      }
      if (near != nullptr && !several) word.text = *near;
    }
  }

  bool asks_for_ratio() const {
    auto texts = free_texts(words_);
    auto matches = question_terms().matches(texts);
    return std::any_of(matches.begin(), matches.end(), [](const auto& match) {
      auto metric = metric_of(match.meaning);
      return metric && unit_of(*metric) != Unit::money;
    });
  }

  // "And to get to 1.8?" after a TVPI of 2x.
  bool goes_on_with_a_multiple() const {
    return before_ != nullptr && before_->mark && !before_->mark->percent && before_->rows.amounts.empty();
  }

  // "What would the IRR be then?", "dividends instead?"
  void take_ending() {
    if (words_.size() < 2 || before_ == nullptr) return;
    QuestionWord& last = words_.back();
    if (last.text != "then" && last.text != "instead") return;
    last.used = true;
    plan_.said.set(static_cast<std::size_t>(Term::what_about));
  }

  // "And in 2023?" goes on, "only the gains" narrows what was said; an "and" inside a question only joins.
  void take_opening() {
    asks_of_those_ = words_.size() > 1 && asks_of_those();
    bool ones = std::any_of(words_.begin(), words_.end(), [](const QuestionWord& word) { return word.text == "ones"; });
    static const std::unordered_set<std::string_view> pronouns = {"that", "it", "this"};
    // "What percentage of all calls is that?"
    const std::size_t last = words_.size() - (words_.empty() ? 0 : 1);
    bool is_that =
        words_.size() > 3 && ((words_[last - 1].text == "is" && pronouns.contains(words_[last].text)) ||
                              (words_[last].text == "is" && pronouns.contains(words_[last - 1].text)));  // "... it is?"
    static const std::unordered_set<std::string_view> verbs = {"is",  "was", "were", "are",   "can",   "may", "has",
                                                               "had", "did", "do",   "could", "might", "came"};
    bool of_that = false;  // "what share of that was recallable"
    for (std::size_t k = 0; k + 1 < words_.size(); ++k) {
      bool alone = k + 2 >= words_.size() || verbs.contains(words_[k + 2].text);
      of_that = of_that || (words_[k].text == "of" && pronouns.contains(words_[k + 1].text) && alone);
    }
    // "What share of the total do they represent?"
    static const std::unordered_set<std::string_view> many = {"they", "those", "these", "it", "that"};
    for (std::size_t k = 0; k + 2 < words_.size(); ++k) {
      bool asks = words_[k].text == "do" || words_[k].text == "does" || words_[k].text == "did";
      const std::string& verb = words_[k + 2].text;
      bool amounts = verb == "represent" || verb == "make" || verb == "amount" || verb == "account";
      of_that = of_that || (asks && many.contains(words_[k + 1].text) && amounts);
      // "How much is that as a share of all calls?"
      bool is = words_[k].text == "is" || words_[k].text == "are" || words_[k].text == "was";
      of_that = of_that || (is && pronouns.contains(words_[k + 1].text) && words_[k + 2].text == "as");
    }
    if (asks_of_those_ || ones || is_that || of_that) plan_.said.set(static_cast<std::size_t>(Term::those));
    static const std::unordered_set<std::string_view> joining = {"and",  "und",  "et",   "also", "or",
                                                                 "oder", "only", "just", "but",  "nur"};
    if (words_.empty() || !joining.contains(words_.front().text)) return;
    words_.front().used = true;
    plan_.said.set(static_cast<std::size_t>(Term::what_about));
  }

  // "How many were for fees?", "which were recallable": of the rows spoken of before.
  bool asks_of_those() const {
    static const std::unordered_set<std::string_view> verbs = {"was", "were", "is", "are"};
    bool one = words_[1].text == "one" || words_[1].text == "ones";
    if (words_[0].text == "which" && one && basis_.analysis().funds.size() < 2) return true;
    std::size_t verb = words_[0].text == "how" ? 2 : 1;
    bool one_of_them = words_.size() > 2 && words_[2].text == "they" && verbs.contains(words_[1].text);
    if (words_[0].text == "what" && one_of_them) return true;  // "what were they spent on"
    bool asks = words_[0].text == "which" ||
                (words_[0].text == "how" && (words_[1].text == "many" || words_[1].text == "much"));
    if (!asks || verb >= words_.size() || !verbs.contains(words_[verb].text)) return false;
    return std::none_of(words_.begin(), words_.end(), [&](const QuestionWord& word) {
      auto term = question_terms().match_at(std::span(&word.text, 1), 0);
      return term && (kind_of(term->meaning) || metric_of(term->meaning) || term->meaning == Term::any_row);
    });
  }

  const AnswerBasis& basis_;
  const Plan* before_;  // none: nothing was asked before
  QuestionWords words_;
  Plan plan_;
  bool asks_of_those_ = false;
};

}  // namespace

ReadQuestion read_question(std::string_view question, const AnswerBasis& basis, const Plan* before) {
  return QuestionReader(question, basis, before).read();
}

}  // namespace dossier::funds
