#include "funds/questions/question_asides.h"

#include "funds/questions/question_small_words.h"
#include "funds/questions/question_vocabulary.h"
#include "reading/one_of.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace dossier::funds {
namespace {

using WordSet = std::unordered_set<std::string_view>;

class Asides {
 public:
  explicit Asides(QuestionWords& words) : words_(words), texts_(free_texts(words)) {}

  void take() {
    for (std::size_t k = 0; k < words_.size(); ++k) {
      before_corrections(k);
      without_nav(k);
      in_date_order(k);
      included_anyway(k);
      next_to(k);
    }
  }

 private:
  bool says(std::size_t at, std::string_view text) const { return at < texts_.size() && texts_[at] == text; }
  void use(std::size_t from, std::size_t to) {
    for (std::size_t k = from; k < std::min(to, words_.size()); ++k) words_[k].used = true;
  }

  // "Before any corrections", "vor Korrekturen": the figure as it was without them.
  void before_corrections(std::size_t at) {
    static const WordSet others = {"correcting", "adjusting", "netting", "equalisation", "equalization"};
    if (!reading::one_of(texts_[at], {"before", "vor", "avant"})) return;
    std::size_t what = at + (says(at + 1, "and") && says(at + 2, "after") ? 3 : 1);
    while (what < texts_.size() && (is_article(texts_[what]) || says(what, "any") || says(what, "all"))) ++what;
    if (what >= texts_.size()) return;
    auto term = question_terms().match_at(texts_, what);
    bool correction =
        term && (term->meaning == Term::adjustment || term->meaning == Term::refund ||
                 term->meaning == Term::rebalance_of_call || term->meaning == Term::rebalance_of_distribution);
    if (!correction && !others.contains(texts_[what])) return;
    words_[at].text = "uncorrected";
    const std::size_t end = what + (correction ? term->length : 1);
    for (std::size_t k = at + 1; k < end; ++k) words_[at].spelled += " " + words_[k].spelled;
    use(at + 1, end);
    texts_ = free_texts(words_);
  }

  // "Total proceeds of Wexcombe, including the dividend": which rows they are stays the same.
  void included_anyway(std::size_t at) {
    const bool including =
        reading::one_of(texts_[at], {"including", "incl"}) || (says(at, "inclusive") && says(at + 1, "of"));
    const std::size_t article = at + (says(at, "inclusive") ? 2 : 1);
    if (!including || at == 0 ||
        !reading::one_of(article < texts_.size() ? texts_[article] : "", {"the", "any", "all"}))
      return;
    const auto term = question_terms().match_at(texts_, article + 1);
    if (!term || part_words(term->meaning) == nullptr || question_terms().match_at(texts_, at)) return;
    use(at, article + 1 + term->length);
    texts_ = free_texts(words_);
  }

  // "In date order", "in chronological order": as rows stand anyway.
  void in_date_order(std::size_t at) {
    if (!says(at, "order") || at == 0 || !reading::one_of(texts_[at - 1], {"date", "chronological", "time"})) return;
    use(at - 1, at + 1);
    texts_ = free_texts(words_);
  }

  // "An IRR of 13% next to a TVPI of 0.76": beside it, and nothing that comes later.
  void next_to(std::size_t at) {
    if (!says(at, "next") || !says(at + 1, "to") || says(at + 2, "one") || says(at + 2, "each")) return;
    use(at, at + 2);
    texts_ = free_texts(words_);
  }

  // "Without the NAV", "not counting any NAV", "ohne den NAV".
  void without_nav(std::size_t at) {
    static const WordSet leaving = {"without", "excluding", "excl",         "ex",        "ignoring", "ignore",
                                    "ohne",    "sans",      "disregarding", "disregard", "counting", "out"};
    if (!leaving.contains(texts_[at])) return;
    bool counts = !says(at, "counting") || (at > 0 && says(at - 1, "not"));
    bool leaves = !says(at, "out") || (at > 0 && (says(at - 1, "leaving") || says(at - 1, "leave")));
    std::size_t what = at + 1;
    while (what < texts_.size() && reading::one_of(texts_[what], {"the", "any", "counting", "den", "la"})) ++what;
    auto term = what < texts_.size() ? question_terms().match_at(texts_, what) : std::nullopt;
    if (!counts || !leaves || !term || term->meaning != Term::nav) return;
    words_[at].text = "navless";
    use(at + 1, what + term->length);
    if (says(at, "counting") || says(at, "out")) use(at - 1, at);
    texts_ = free_texts(words_);
  }

  QuestionWords& words_;
  std::vector<std::string> texts_;
};

}  // namespace

void take_asides(QuestionWords& words) {
  Asides(words).take();
}

}  // namespace dossier::funds
