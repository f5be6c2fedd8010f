#include "funds/questions/question_leftover.h"

#include "funds/questions/question_small_words.h"
#include "funds/questions/question_weight.h"
#include "reading/fold.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_set>

namespace dossier::funds {
namespace {

class Leftover {
 public:
  Leftover(const QuestionWords& words, Plan& plan) : words_(words), plan_(plan) {}

  void note(bool elliptical) {
    note_unexplained();
    if (elliptical && !plan_.unexplained.empty()) plan_.unexplained_weighs = true;
    note_every();
    note_net_of();
    note_paid_in_kind();
    note_lost_supposition();
    note_nothing_left();
    note_funds_apart();
    note_kinds_apart();
  }

 private:
  // "Suppose the rest is called", "what if costs rose": what is supposed and not understood changes every answer.
  void note_lost_supposition() {
    static const std::unordered_set<std::string_view> openings = {
        "suppose", "supposing", "assume", "assuming", "imagine", "angenommen", "hypothetically", "supposons"};
    for (std::size_t k = 0; k < words_.size() && !plan_.supposition; ++k) {
      const std::string& text = words_[k].text;
      bool would =
          std::any_of(words_.begin(), words_.end(), [](const QuestionWord& word) { return word.text == "would"; });
      bool if_so = text == "if" && ((k <= 1 && (k == 0 || words_[0].text == "what")) || would);
      bool opens = openings.contains(text) || if_so;
      if (!opens || !plan_.rows.without.empty() || supposes_a_multiple()) continue;
      plan_.unexplained.push_back(words_[k].spelled);
      plan_.unexplained_weighs = true;
    }
  }

  // "If TVPI were 2x, what would the NAV be?" asks for the NAV that it takes.
  bool supposes_a_multiple() const {
    bool multiple = plan_.has_any({Term::tvpi, Term::rvpi, Term::moic});
    return plan_.mark && !plan_.mark->percent && multiple && plan_.has(Term::nav);
  }

  // "What did Harbor call in 2018 and Quillon in 2019": each fund its own time, which one choice of rows cannot be.
  void note_funds_apart() {
    const Periods& periods = plan_.rows.periods;
    if (plan_.named.funds.size() < 2 || periods.ranges.size() < 2 || plan_.has(Term::compare)) return;
    plan_.unexplained.emplace_back("times of their own");
    plan_.unexplained_weighs = true;
  }

  // "Were the distributions in 2022 larger than the calls in 2021", "in which years were distributions larger than
  // calls": two sorts of rows set against each other time by time, which no answer here does.
  void note_kinds_apart() {
    const RowChoice& rows = plan_.rows;
    const bool against = plan_.has_any({Term::higher, Term::lower, Term::difference, Term::compare});
    if (rows.kinds.size() < 2 || !against) return;
    const bool time_by_time = std::any_of(words_.begin(), words_.end(), [](const QuestionWord& word) {
      return word.text == "years" || word.text == "quarters" || word.text == "months";
    });
    if (rows.periods.ranges.size() < 2 && !time_by_time) return;
    plan_.unexplained.emplace_back("times of their own");
    plan_.unexplained_weighs = true;
  }

  // "Years without distributions": nothing is said of which the distributions could be left out.
  void note_nothing_left() {
    const RowChoice& rows = plan_.rows;
    bool kinds_alone = !rows.without.empty() &&
                       std::all_of(rows.without.begin(), rows.without.end(), [](auto& out) { return !out.narrowed(); });
    bool all = std::any_of(words_.begin(), words_.end(),
                           [](const QuestionWord& word) { return word.text == "everything" || word.text == "all"; });
    bool of_others = std::any_of(rows.without.begin(), rows.without.end(), [&](const RowChoice& out) {
      return !rows.kinds.empty() && std::none_of(out.kinds.begin(), out.kinds.end(), [&](RowKind kind) {
        return std::find(rows.kinds.begin(), rows.kinds.end(), kind) != rows.kinds.end();
      });
    });
    if (kinds_alone && of_others) {  // "called but not distributed"
      plan_.unexplained.emplace_back("not");
      plan_.unexplained_weighs = true;
    }
    if (!kinds_alone || !rows.kinds.empty() || !plan_.metrics.empty() || plan_.has(Term::any_row) || all) return;
    plan_.unexplained.emplace_back("without");
    plan_.unexplained_weighs = true;
  }

  void note_unexplained() {
    const WordWeights weights(words_);
    for (std::size_t k = 0; k < words_.size(); ++k) {
      const QuestionWord& word = words_[k];
      bool than = (word.text == "than" && plan_.has_any({Term::higher, Term::lower})) ||
                  (word.text == "between" && (plan_.named.funds.size() == 2 || plan_.has(Term::difference)));
      bool or_not = word.text == "not" && k + 1 == words_.size() && k > 0 && words_[k - 1].text == "or";
      static const std::unordered_set<std::string_view> sizes = {"small", "smaller",  "large",
                                                                 "big",   "sizeable", "little"};
      bool size = sizes.contains(word.text) && !plan_.rows.amounts.empty();  // "the small calls, under 800k"
      bool to_goal = (plan_.mark || plan_.has_any({Term::profitable, Term::returned})) &&
                     plan_.has_any({Term::needed, Term::headroom}) &&
                     (word.text == "until" || word.text == "before" || word.text == "till");
      if (word.used || than || or_not || to_goal || size || plain_words().contains(word.text) ||
          weights.only_tells(k) || weights.counts_what_is_known(k))
        continue;
      if (plan_.unexplained.empty() || plan_.unexplained.back() != word.spelled)
        plan_.unexplained.push_back(word.spelled);
      plan_.unexplained_name = plan_.unexplained_name || weights.may_be_a_name(k);
      plan_.unexplained_weighs = plan_.unexplained_weighs || weights.may_change_what_is_asked(k);
    }
  }

  // "Was every call below $2m?" asks about those that are not, too.
  void note_every() {
    bool every = std::any_of(words_.begin(), words_.end(), [](const QuestionWord& word) {
      return word.text == "every" || word.text == "everything" || (word.text == "all" && !word.used);
    });
    static const std::unordered_set<std::string_view> verbs = {"was", "were", "is", "are", "did", "have", "has"};
    RowChoice bounds = plan_.rows;
    bounds.periods = {};
    plan_.every = every && !words_.empty() && verbs.contains(words_.front().text) && bounds.narrowed();
  }

  // "Net of carry" takes something off; net of corrections is what the ledger's figures are anyway.
  void note_net_of() {
    for (std::size_t k = 0; k + 2 < words_.size(); ++k) {
      bool net_of = words_[k].text == "net" && words_[k + 1].text == "of" && !words_[k].used;
      std::size_t what = k + 2 + (is_article(words_[k + 2].text) && k + 3 < words_.size() ? 1 : 0);
      auto term = net_of ? question_terms().match_at(std::span(&words_[what].text, 1), 0) : std::nullopt;
      // "Paid in, net of what was handed back": so it is anyway.
      bool given_back = net_of && words_[what].text == "what" && plan_.metrics == std::vector{Metric::pic};
      if (!net_of || given_back || (term && term->meaning == Term::adjustment)) continue;
      plan_.unexplained.push_back("net of " + words_[what].spelled);
      plan_.unexplained_weighs = true;
    }
  }

  // "Paid in shares" is no paid-in capital; no row tells what was handed over.
  void note_paid_in_kind() {
    static const std::unordered_set<std::string> manners = {"shares", "stock", "securities",  "cash",    "kind",
                                                            "specie", "full",  "instalments", "advance", "error"};
    for (std::size_t k = 0; k + 2 < words_.size(); ++k) {
      bool paid_in = reading::fold(words_[k].spelled) == "paid" && reading::fold(words_[k + 1].spelled) == "in";
      if (!paid_in || !manners.contains(reading::fold(words_[k + 2].spelled))) continue;
      plan_.unexplained.push_back("in " + words_[k + 2].spelled);
      plan_.unexplained_weighs = true;
    }
  }

  const QuestionWords& words_;
  Plan& plan_;
};

}  // namespace

void note_leftover(const QuestionWords& words, bool elliptical, Plan& plan) {
  Leftover(words, plan).note(elliptical);
}

}  // namespace dossier::funds
