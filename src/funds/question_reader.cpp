#include "funds/question_reader.h"

#include "funds/question_leftover.h"
#include "funds/question_supposition.h"
#include "funds/spelling.h"
#include "reading/fold.h"

#include <algorithm>
#include <map>
#include <unordered_set>

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

// Words too common in descriptions to name a row when a figure of the fund is asked for.
bool names_no_row(std::string_view word) {
  static const std::unordered_set<std::string_view> words = {
      "investment", "investments", "company", "companies", "portfolio", "deal", "deals",
      "partial",    "closing",     "payment", "payments",  "cost",      "costs"};
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
    take_references();
    std::string opening = words_.empty() ? "" : words_.front().text;
    if (supposes(words_)) take_supposed();
    plan_.rows.periods = take_periods(words_, basis_.reference());
    bool ratio = asks_for_ratio();
    Amounts amounts = take_amounts(words_, ratio);
    plan_.rows.amounts = amounts.limits;
    plan_.rows.numbers = amounts.row_numbers;
    plan_.mark = amounts.mark;
    plan_.top = amounts.top.value_or(1);
    take_currencies();
    take_exclusions();
    take_terms();
    note_bare_term();
    take_row_words(0, words_.size(), plan_.rows);
    note_direction();
    note_corrected_kind();
    note_extreme_period();
    note_choice_of_fund();
    note_leftover(words_, asks_of_those_, plan_);
    bool one_fund = basis_.analysis().funds.size() == 1 || plan_.named.funds.size() == 1;
    return {std::move(plan_), std::move(opening), amounts.top.has_value(), one_fund};
  }

 private:
  // "Delete call 3", "please ignore the adjustments": orders, not questions.
  void take_order_to_change() {
    bool noun = words_.size() > 1 && words_[0].text == "change" && (words_[1].text == "in" || words_[1].text == "of");
    if (noun) return;
    for (const QuestionWord& word : words_) {
      if (is_order_to_change(word.text)) plan_.refusal = "asking never changes the ledger";
      if (word.text != "please" && word.text != "can" && word.text != "could" && word.text != "you" &&
          word.text != "now")
        return;
    }
  }

  bool several_numbers() const {
    auto amounts = std::count_if(words_.begin(), words_.end(), [](const QuestionWord& word) {
      return word.number && !word.used && (word.number->dressed || word.number->power > 0);
    });
    return amounts > 1;
  }

  // "HB3-05" where rows are described so: those rows, whatever their number.
  void take_references() {
    for (QuestionWord& word : words_) {
      if (word.text != "ref") continue;
      auto tokens = reading::fold_tokens(word.spelled);
      if (tokens.size() != 2 || !basis_.calls_a_row(word.spelled)) continue;
      plan_.rows.words.push_back({AnswerBasis::singular(tokens[0]), AnswerBasis::singular(tokens[1])});
      word.used = true;
    }
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

  // "And in 2023?" goes on, "only the gains" narrows what was said; an "and" inside a question only joins.
  void take_opening() {
    asks_of_those_ = words_.size() > 1 && asks_of_those();
    bool ones = std::any_of(words_.begin(), words_.end(), [](const QuestionWord& word) { return word.text == "ones"; });
    // "What percentage of all calls is that?"
    bool is_that = words_.size() > 3 && words_[words_.size() - 2].text == "is" &&
                   (words_.back().text == "that" || words_.back().text == "it" || words_.back().text == "this");
    if (asks_of_those_ || ones || is_that) plan_.said.set(static_cast<std::size_t>(Term::those));
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
    bool asks = words_[0].text == "which" ||
                (words_[0].text == "how" && (words_[1].text == "many" || words_[1].text == "much"));
    if (!asks || verb >= words_.size() || !verbs.contains(words_[verb].text)) return false;
    return std::none_of(words_.begin(), words_.end(), [&](const QuestionWord& word) {
      auto term = question_terms().match_at(std::span(&word.text, 1), 0);
      return term && (kind_of(term->meaning) || metric_of(term->meaning) || term->meaning == Term::any_row);
    });
  }

  void take_terms() {
    take_opening();
    auto texts = free_texts();
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
      note_pooling(meaning, spelled);
      note_pair(match.at);
      note_union(match.at, match.meaning);
      if (part_words(match.meaning) == nullptr) continue;
      add_alternative(plan_.rows.parts, match.meaning, last_part < match.at && joined_by_and(last_part, match.at));
      last_part = match.at;
    }
  }

  // "How much more was paid in than came back" sets two figures against each other; without "than" it asks what is
  // missing.
  // "Which one" of a single fund's rows is no fund; what begins with "mean" measures.
  Term meaning_here(Term term, std::string_view spelled, std::size_t at) const {
    bool than = std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(at), words_.end(),
                            [](const QuestionWord& word) { return word.text == "than"; });
    if (term == Term::needed && spelled.ends_with("more") && than) return Term::higher;
    if (term == Term::definition && spelled == "mean" && at == 0) return Term::average;
    if (term == Term::interval && spelled == "gap between" && !plan_.metrics.empty()) return Term::difference;
    bool one_fund = basis_.analysis().funds.size() < 2;
    return term == Term::which_fund && spelled == "which one" && one_fund ? Term::which : term;
  }

  // Of several funds, what is "combined" is one figure.
  void note_pooling(Term term, std::string_view spelled) {
    bool one = basis_.analysis().funds.size() < 2 || plan_.named.funds.size() == 1;
    std::string folded = reading::fold(spelled);
    if (one || term != Term::sum || (folded != "combined" && folded != "aggregate" && folded != "together")) return;
    plan_.said.set(static_cast<std::size_t>(Term::pooled));
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

  static std::optional<Measure> measure_of(Term term) {
    switch (term) {
      case Term::largest: return Measure::largest;
      case Term::smallest: return Measure::smallest;
      case Term::latest: return Measure::latest;
      case Term::first: return Measure::earliest;
      case Term::average: return Measure::average;
      case Term::median: return Measure::median;
      case Term::count: return Measure::count;
      case Term::sum: return Measure::sum;
      default: return std::nullopt;
    }
  }

  // "What was refunded to us": corrections that paid the investors, whatever word the rows have for it.
  void note_direction() {
    bool given_back = plan_.rows.mentions(Term::refund) || (plan_.has(Term::returned) && plan_.metrics.empty());
    if (!given_back || !plan_.rows.kinds.empty()) return;
    static const std::unordered_set<std::string_view> investors = {"us", "lps", "investors", "partners"};
    for (std::size_t k = 0; k + 1 < words_.size(); ++k) {
      std::size_t who = k + 1 + (is_article(words_[k + 1].text) && k + 2 < words_.size() ? 1 : 0);
      bool to = words_[k].text == "to", by = words_[k].text == "by";
      if ((!to && !by) || !investors.contains(words_[who].text)) continue;
      if (to && plan_.has(Term::returned)) continue;  // distributions
      plan_.said.reset(static_cast<std::size_t>(Term::returned));
      plan_.rows.to_investors = to;
      plan_.rows.parts.clear();
      plan_.rows.kinds = {RowKind::adjustment};
    }
  }

  // "Adjustments made to distributions": corrections of that kind, and not both kinds of rows.
  void note_corrected_kind() {
    auto& kinds = plan_.rows.kinds;
    if (kinds.size() != 2 || kinds[0] != RowKind::adjustment) return;
    static const std::unordered_set<std::string_view> links = {"to", "of", "on", "for"};
    auto texts = all_texts();
    for (std::size_t k = 1; k < words_.size(); ++k) {
      auto term = question_terms().match_at(texts, k);
      std::size_t before = k - 1 - (is_article(words_[k - 1].text) && k > 1 ? 1 : 0);
      if (!term || kind_of(term->meaning) != kinds[1] || !links.contains(words_[before].text)) continue;
      plan_.rows.corrects = kinds[1];
      kinds = {RowKind::adjustment};
      return;
    }
  }

  // "Largest year for calls" asks for the year; the "first year" is a time that nobody has counted from.
  void note_extreme_period() {
    static const std::unordered_set<std::string_view> units = {"year", "quarter", "month"};
    auto texts = all_texts();
    for (std::size_t k = 0; k + 1 < words_.size(); ++k) {
      auto match = question_terms().match_at(texts, k);
      auto measure = match ? measure_of(match->meaning) : std::nullopt;
      std::size_t unit = k + (match ? match->length : 0);
      if (!measure || unit >= words_.size() || !units.contains(words_[unit].text) || words_[unit].used) continue;
      if (*measure == Measure::largest || *measure == Measure::smallest) {
        plan_.said.set(static_cast<std::size_t>(Term::which_period));
        plan_.terms.push_back({Term::which_period, words_[unit].text});
      } else if (*measure != Measure::average && *measure != Measure::sum) {
        plan_.unexplained.push_back(words_[k].spelled + " " + words_[unit].spelled);
        plan_.unexplained_weighs = true;
      }
    }
  }

  std::vector<std::string> all_texts() const {
    std::vector<std::string> texts;
    for (const QuestionWord& word : words_) texts.push_back(word.text);
    return texts;
  }

  // "The reversal in 2019": where rows call themselves so, those are meant, of whatever kind they are.
  bool named_by_its_rows(std::size_t at, std::size_t length) {
    if (words_[at].text.starts_with("adjust")) return false;
    std::vector<std::string> words;
    for (std::size_t k = at; k < at + length; ++k) {
      if (!basis_.in_some_row(words_[k].text)) return false;
      words.push_back(AnswerBasis::singular(words_[k].text));
    }
    plan_.said.set(static_cast<std::size_t>(Term::any_row));
    plan_.rows.words.push_back(std::move(words));
    return true;
  }

  // "Calls and fees" are two sorts of things; "fees called" are one. The first has no answer as one choice of rows.
  void note_union(std::size_t at, Term term) {
    if (at < 2 || plan_.terms.size() < 2 || part_words(term) == nullptr) return;
    bool and_before = words_[at - 1].text == "and" || words_[at - 1].text == "und" || words_[at - 1].text == "or";
    if (!and_before || !words_[at - 2].used || !kind_of(plan_.terms[plan_.terms.size() - 2].term)) return;
    plan_.unexplained.push_back(words_[at - 2].spelled + " " + words_[at - 1].spelled + " " + words_[at].spelled);
    plan_.unexplained_weighs = true;
  }

  // Whether "and", "or" or a comma stands between two words.
  bool joined_by_and(std::size_t from, std::size_t to) const {
    for (std::size_t k = from; k < to; ++k) {
      const std::string& text = words_[k].text;
      if (text == "and" || text == "or" || text == "und" || text == "oder" || text == "et" || text == "ou") return true;
      if (k > from && words_[k - 1].pause) return true;
    }
    return words_[to - 1].pause;
  }

  template <class T>
  static void add_alternative(Alternatives<T>& all, T value, bool apart) {
    if (all.empty() || apart) all.emplace_back();
    add(all.back(), std::move(value));
  }

  // What is left out: parts, words and kinds of rows from `at` on, up to the first word that is none.
  void take_exclusions() {
    auto texts = free_texts();
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
      } else if (!term && names_rows(words_[at])) {
        std::size_t run = at;
        while (run < words_.size() && !question_terms().match_at(texts, run) && names_rows(words_[run])) ++run;
        take_row_words(at, run, out);
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
      add_alternative(out.parts, term, before < at && joined_by_and(before, at));
      return true;
    }
    if (term == Term::recallable || term == Term::not_recallable) {
      out.recallable = term == Term::recallable;
      return true;
    }
    if (auto kind = kind_of(term)) {
      add(out.kinds, *kind);
      return true;
    }
    return false;
  }

  static std::optional<RowKind> kind_of(Term term) {
    if (term == Term::call) return RowKind::capital_call;
    if (term == Term::distribution) return RowKind::distribution;
    if (term == Term::adjustment) return RowKind::adjustment;
    return std::nullopt;
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

  bool names_rows(const QuestionWord& word) const {
    if (word.used || word.text.empty() || word.number || plain_words().contains(word.text)) return false;
    return basis_.in_some_row(word.text) && (!names_no_row(word.text) || describes_a_kind(word));
  }

  // "Calls for investments", "investment calls": there the word can only be the purpose of the rows.
  bool describes_a_kind(const QuestionWord& word) const {
    auto at = static_cast<std::size_t>(&word - words_.data());
    auto names_kind = [&](std::size_t k) {
      auto term = question_terms().match_at(std::span(&words_[k].text, 1), 0);
      return term && kind_of(term->meaning);
    };
    if (at + 1 < words_.size() && names_kind(at + 1)) return true;
    return at > 1 && (words_[at - 1].text == "for" || words_[at - 1].text == "mentioning") && names_kind(at - 2);
  }

  // Words that rows carry in their type or description choose rows: a company, a purpose.
  void take_row_words(std::size_t from, std::size_t to, RowChoice& choice) {
    std::size_t last = words_.size();
    for (std::size_t k = from; k < to; ++k) {
      if (!names_rows(words_[k])) continue;
      bool apart = last < k && joined_by_and(last, k) && !stands_in_one_row(last, k);
      add_alternative(choice.words, AnswerBasis::singular(words_[k].text), apart);
      words_[k].used = true;
      last = k;
    }
  }

  // "Fenwick and Lyle" is one company where rows hold both words.
  bool stands_in_one_row(std::size_t a, std::size_t b) const {
    return b - a == 2 && words_[a + 1].text == "and" && basis_.in_one_row(words_[a].text, words_[b].text);
  }

  // "Which of the two called more?"
  void note_choice_of_fund() {
    static const std::unordered_set<std::string_view> verbs = {"has", "have", "had", "is", "was", "did"};
    bool which_has =
        words_.size() > 2 && (words_[0].text == "which" || words_[0].text == "who") && verbs.contains(words_[1].text);
    if (which_has && basis_.analysis().funds.size() > 1 &&
        plan_.has_any({Term::higher, Term::lower, Term::largest, Term::smallest}))
      plan_.said.set(static_cast<std::size_t>(Term::which_fund));
    for (std::size_t k = 0; k + 2 < words_.size(); ++k) {
      bool choice = words_[k].text == "which" && (words_[k + 1].text == "of" || words_[k + 1].text == "one");
      bool two = k + 3 < words_.size() && words_[k + 3].number && !words_[k + 3].used;
      if (choice && two && basis_.analysis().funds.size() > 1) {
        plan_.said.set(static_cast<std::size_t>(Term::which_fund));
        words_[k + 3].used = true;
      }
    }
  }

  const AnswerBasis& basis_;
  QuestionWords words_;
  Plan plan_;
  bool asks_of_those_ = false;
};

}  // namespace

ReadQuestion read_question(std::string_view question, const AnswerBasis& basis) {
  return QuestionReader(question, basis).read();
}

}  // namespace dossier::funds
