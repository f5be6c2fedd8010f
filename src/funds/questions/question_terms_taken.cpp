#include "funds/questions/question_passes.h"
#include "funds/questions/question_row_words.h"
#include "funds/questions/question_small_words.h"
#include "reading/fold.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_set>

namespace dossier::funds {
namespace {

// The terms of a question in their order, what each says of the plan, and what two of them beside each other say.
class TermTaker {
 public:
  TermTaker(const AnswerBasis& basis, QuestionWords& words, Plan& plan) : basis_(basis), words_(words), plan_(plan) {}

  void take() {
    auto texts = free_texts(words_);
    count_in_a_list(texts);
    std::size_t last_part = words_.size();
    for (const auto& match : question_terms().matches(texts)) {
      std::string spelled;
      for (std::size_t k = match.at; k < match.at + match.length; ++k) {
        words_[k].used = true;
        spelled += (k == match.at ? "" : " ") + words_[k].spelled;
      }
      Term meaning = meaning_here(match.meaning, spelled, match.at);
      plan_.terms.push_back({meaning, spelled});
      if (match.meaning == Term::adjustment && named_by_its_rows(match.at, match.length)) continue;
      take_term(meaning);
      note_manner(match.at, match.at + match.length);
      note_pooling(meaning, spelled);
      note_pair(match.at);
      note_listed(meaning, match.at, match.length);
      note_union(match.at, match.meaning);
      if (part_words(match.meaning) == nullptr) continue;
      take_word_for_part(match.at);
      add_alternative(plan_.rows.parts, match.meaning,
                      last_part < match.at && joined_by_and(words_, last_part, match.at));
      last_part = match.at;
    }
    note_count_beside_others();
  }

 private:
  static bool is_measure_at(std::span<const std::string> texts, std::size_t at) {
    while (at < texts.size() && is_article(texts[at])) ++at;
    auto term = question_terms().match_at(texts, at);
    return term && measure_of(term->meaning);
  }

  // "Number, total and average": in a list of measures the number is one of them.
  void count_in_a_list(std::vector<std::string>& texts) const {
    for (std::size_t k = 0; k < texts.size(); ++k) {
      if (texts[k] != "number") continue;
      bool joined = k + 1 < texts.size() && (texts[k + 1] == "and" || texts[k + 1] == "plus");
      bool opens = (words_[k].pause && is_measure_at(texts, k + 1)) || (joined && is_measure_at(texts, k + 2));
      std::size_t last = k > 0 && texts[k - 1] == "and" && k > 1 ? k - 2 : k - 1;
      bool closes = k > 0 && (last + 2 == k || words_[last].pause) && is_measure_at(texts, last) && last < k;
      if (opens || closes) texts[k] = "count";
    }
  }

  // "How many were there, what is the total and the average": the number is asked for as well.
  void note_count_beside_others() {
    bool counted = std::find(plan_.measures.begin(), plan_.measures.end(), Measure::count) != plan_.measures.end();
    if (plan_.measures.empty() || counted || !plan_.has(Term::count)) return;
    plan_.measures.insert(plan_.measures.begin(), Measure::count);
  }

  // "How much more was paid in than came back" sets two figures against each other; without "than" it asks what is
  // missing. "Add up the calls" orders a sum, "does it add up" a check.
  // "Which one" of a single fund's rows is no fund; what begins with "mean" measures.
  Term meaning_here(Term term, std::string_view spelled, std::size_t at) const {
    bool than = std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(at), words_.end(),
                            [](const QuestionWord& word) { return word.text == "than"; });
    if (term == Term::needed && spelled.ends_with("more") && than) return Term::higher;
    // "How much may go into a single company": money goes, nothing is defined.
    if (term == Term::definition && spelled.starts_with("go") && plan_.has(Term::how_much)) return Term::list;
    // "By how much did 2021 exceed 2020": two times, and no mark to pass.
    bool of_times = plan_.rows.periods.ranges.size() == 2 && !plan_.mark && plan_.rows.amounts.empty();
    if (term == Term::passed && of_times && spelled.starts_with("exceed")) return Term::higher;
    // "A list so that I can check" sets no goal.
    bool purpose = spelled.starts_with("so that") || spelled.starts_with("in order") || spelled == "damit";
    if (term == Term::needed && purpose && !plan_.mark) return Term::list;
    // "How much is the fund called, as a percentage of the commitment?"
    if (term == Term::fund_name && plan_.has(Term::how_much)) return Term::call;
    if (term == Term::check && at <= 1 && reading::fold(spelled) == "confirm") return Term::list;
    bool asked = at > 0 && std::any_of(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(at),
                                       [](const QuestionWord& word) { return word.text.starts_with("do"); });
    if (term == Term::check && !asked && reading::fold(spelled) == "add up") return Term::sum;
    if (term == Term::definition && at == 0 && reading::fold(spelled) == "mean") return Term::average;
    if (term == Term::interval && reading::fold(spelled) == "gap between" && names_metric()) return Term::difference;
    bool of_two_funds = plan_.named.funds.size() > 1 && reading::fold(spelled).starts_with("differ");
    if (term == Term::check && of_two_funds) return Term::difference;
    if (term == Term::check && only_asks_to_look(at)) return Term::list;
    if (term == Term::working && orders_a_figure(spelled, at)) return Term::list;
    bool one_fund = basis_.analysis().funds.size() < 2;
    return term == Term::which_fund && reading::fold(spelled) == "which one" && one_fund ? Term::which : term;
  }

  // "Could you check which fund ...", "please check whether there were any": no check of what is printed.
  bool only_asks_to_look(std::size_t at) const {
    static const std::unordered_set<std::string_view> opens = {"which", "what",    "how",  "who",
                                                               "when",  "whether", "where"};
    return words_[at].text == "check" && at + 1 < words_.size() && opens.contains(words_[at + 1].text);
  }

  // "Please compute the DPI": the figure; "how do you compute it", "show the computation" ask for its working.
  bool orders_a_figure(std::string_view spelled, std::size_t at) const {
    std::string verb = reading::fold(spelled);
    if (verb != "compute" && verb != "calculate" && verb != "work out" && verb != "derive") return false;
    return std::none_of(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(at),
                        [](const QuestionWord& word) {
                          return word.text == "how" || word.text == "to" || word.text == "you" || word.text == "show" ||
                                 word.text == "did" || word.text == "they";
                        }) ||
           (at > 0 && words_[at - 1].text == "you" && at > 1 &&
            (words_[at - 2].text == "can" || words_[at - 2].text == "could" || words_[at - 2].text == "would"));
  }

  bool names_metric() const {
    auto matches = question_terms().matches(all_texts(words_));
    return std::any_of(matches.begin(), matches.end(),
                       [](const auto& match) { return metric_of(match.meaning).has_value(); });
  }

  void take_term(Term term) {
    plan_.said.set(static_cast<std::size_t>(term));
    if (auto metric = metric_of(term)) add(plan_.metrics, *metric);
    if (auto kind = kind_of(term)) add(plan_.rows.kinds, *kind);
    if (term == Term::recallable) plan_.rows.recallable = true;
    if (term == Term::not_recallable) plan_.rows.recallable = false;
    if (term == Term::cumulative) plan_.said.set(static_cast<std::size_t>(Term::sum));
    if (term == Term::rebalance_of_call || term == Term::rebalance_of_distribution) {
      add(plan_.rows.kinds, RowKind::adjustment);
    }
    bool fact = term == Term::manager || term == Term::vintage || term == Term::currency || term == Term::fund_name ||
                term == Term::report_date || term == Term::fund_count || term == Term::fund_size;
    if (fact && !plan_.fact) plan_.fact = term;
  }

  // "Of the nature 'Gain'", "of type income": the word before a part says that it is one.
  void take_word_for_part(std::size_t at) {
    static const std::unordered_set<std::string_view> sorts = {"type",  "types", "nature",  "kind",
                                                               "kinds", "sort",  "category"};
    static const std::unordered_set<std::string_view> kinds_after = {"type", "types", "style", "related", "like"};
    for (std::size_t k = at + 1; k < words_.size() && k <= at + 2; ++k) {  // "income-type", "fee-related"
      if (!words_[k].used && kinds_after.contains(words_[k].text) && words_[k].spelled == words_[at].spelled)
        words_[k].used = true;
    }
    while (at > 0 && (is_article(words_[at - 1].text) || words_[at - 1].text == "of")) --at;
    if (at > 0 && sorts.contains(words_[at - 1].text)) words_[at - 1].used = true;
  }

  // Of several funds, what is "combined" is one figure.
  void note_pooling(Term term, std::string_view spelled) {
    bool one = basis_.analysis().funds.size() < 2 || plan_.named.funds.size() == 1;
    std::string folded = reading::fold(spelled);
    if (one || term != Term::sum || (folded != "combined" && folded != "aggregate" && folded != "together")) return;
    plan_.said.set(static_cast<std::size_t>(Term::pooled));
  }

  // "Paid by cheque", "posted to the wrong account": how and where it was paid, which no row tells.
  void note_manner(std::size_t from, std::size_t end) {
    const std::string& last = words_[end - 1].text;
    bool by_cheque = from > 0 && words_[from - 1].text == "by" && last.starts_with("cheque");
    std::size_t to = from > 1 && is_article(words_[from - 1].text) ? from - 1 : from;
    bool to_wrong = last == "wrong" && to > 0 && (words_[to - 1].text == "to" || words_[to - 1].text == "into");
    if (!by_cheque && !to_wrong) return;
    plan_.unexplained.push_back(words_[end - 1].spelled);
    plan_.unexplained_weighs = true;
  }

  // "Called, distributed and NAV": a kind of rows and a figure of the fund side by side in a list.
  void note_listed(Term term, std::size_t at, std::size_t length) {
    bool figure = metric_of(term).has_value(), rows = term == Term::call || term == Term::distribution;
    std::size_t before = at;
    while (before > 0 && is_article(words_[before - 1].text)) --before;
    bool joined = before > 1 && words_[before - 1].text == "and" && before - 1 == last_figure_end_;
    joined = joined || (before > 0 && before == last_figure_end_ && words_[before - 1].pause);
    if ((figure && last_was_rows_ && joined) || (rows && last_was_figure_ && joined)) plan_.listed = true;
    last_figure_end_ = figure || rows ? at + length : words_.size() + 1;
    last_was_figure_ = figure;
    last_was_rows_ = rows;
  }

  // "First and last call": both measures are asked for.
  void note_pair(std::size_t at) {
    if (plan_.terms.size() < 2) return;
    auto one = measure_of(plan_.terms[plan_.terms.size() - 2].term), other = measure_of(plan_.terms.back().term);
    std::size_t before = at > 0 && is_article(words_[at - 1].text) ? at - 1 : at;
    if (!one || !other || *one == *other || before < 2) return;
    bool joined = (words_[before - 1].text == "and" && words_[before - 2].used) ||
                  (words_[before - 1].used && words_[before - 1].pause);
    if (!joined) return;
    if (plan_.measures.empty()) plan_.measures = {*one};
    plan_.measures.push_back(*other);
  }

  // "Calls and fees" are two sorts of things; "fees called" are one. The first has no answer as one choice of rows.
  void note_union(std::size_t at, Term term) {
    if (at < 2 || plan_.terms.size() < 2 || part_words(term) == nullptr) return;
    bool and_before = words_[at - 1].text == "and" || words_[at - 1].text == "und" || words_[at - 1].text == "or";
    if (!and_before || !words_[at - 2].used || !kind_of(plan_.terms[plan_.terms.size() - 2].term)) return;
    plan_.unexplained.push_back(words_[at - 2].spelled + " " + words_[at - 1].spelled + " " + words_[at].spelled);
    plan_.unexplained_weighs = true;
  }

  // "The reversal in 2019": where rows call themselves so, those are meant, of whatever kind they are.
  bool named_by_its_rows(std::size_t at, std::size_t length) {
    if (words_[at].text.starts_with("adjust") || plan_.rows.numbers.size() == 1) return false;
    std::vector<std::string> words;
    for (std::size_t k = at; k < at + length; ++k) {
      if (!basis_.in_some_row(words_[k].text)) return false;
      words.push_back(AnswerBasis::singular(words_[k].text));
    }
    plan_.said.set(static_cast<std::size_t>(Term::any_row));
    plan_.rows.words.push_back(std::move(words));
    return true;
  }

  template <class T>
  static void add(std::vector<T>& list, T value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
  }

  const AnswerBasis& basis_;
  QuestionWords& words_;
  Plan& plan_;
  std::size_t last_figure_end_ = 0;
  bool last_was_figure_ = false, last_was_rows_ = false;
};

}  // namespace

void take_terms(const AnswerBasis& basis, QuestionWords& words, Plan& plan) {
  TermTaker(basis, words, plan).take();
}

}  // namespace dossier::funds
