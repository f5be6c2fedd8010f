#include "funds/questions/question_conditions.h"

#include "funds/questions/question_vocabulary.h"
#include "reading/one_of.h"

#include <algorithm>
#include <cstddef>

namespace dossier::funds {
namespace {

using reading::one_of;

// "If the NAV falls 10 %, what will the TVPI be?" foretells nothing.
void say_would_of_what_is_supposed(Typed& typed) {
  const auto folded = typed.folded();
  const bool supposes = std::any_of(folded.begin(), folded.end(), [](const std::string& word) {
    return one_of(word, {"if", "suppose", "supposing", "assume", "assuming", "imagine"});
  });
  if (!supposes) return;
  for (std::size_t at = 0; at < typed.size(); ++at) {
    if (typed.says(at, "will")) typed.replace(at, 1, "would");
  }
}

bool may_move(std::string_view word) {
  return one_of(word, {"nav", "value", "valuation", "valuations", "portfolio", "marks", "manager", "gp", "fund"});
}

// "Should the NAV drop to 40 million, ...", "were the NAV to be 45 million": as if it did.
void say_if_of_what_is_inverted(Typed& typed) {
  for (std::size_t at = 0; at + 3 < typed.size(); ++at) {
    const std::size_t what = one_of(typed.folded()[at + 1], {"the", "our", "its", "their"}) ? at + 2 : at + 1;
    if (!may_move(typed.folded()[what])) continue;
    const bool starts = at == 0 || typed.ends_clause(at - 1);
    const bool should = starts && typed.says(at, "should");
    const bool were = typed.says(at, "were") && typed.says(what + 1, "to");
    if (should || were) typed.replace(at, 1, "if");
    if (were) typed.replace(what + 1, 1, "were to");
  }
}

// A clause that says that nothing more is called or distributed, word by word: so it is of every figure.
class NothingMore {
 public:
  explicit NothingMore(const Typed& typed) : typed_(typed) {}

  // How many words from `at` on say so; 0 when they do not, or say more.
  std::size_t length_at(std::size_t at) {
    at_ = at;
    if (!skip({"assuming", "assume", "supposing", "suppose", "if", "with", "given", "provided", "providing", "and",
               "without"}))
      return 0;
    const bool without = typed_.says(at, "without");
    skip_all({"that", "there", "is", "are", "were", "was", "be", "would", "has", "have", "been", "we", "they", "the",
              "fund", "gp", "manager", "makes", "make"});
    const bool nothing = skip({"nothing"});
    if (!nothing && !without && !skip({"no"})) return 0;
    skip({"any"});
    if (!skip({"further", "more", "additional", "new", "subsequent", "future", "extra", "else"})) return 0;
    if (!nothing && !flows()) return 0;
    skip_all({"is",     "are",     "be",          "being",  "gets",    "made",  "called", "paid",  "in",
              "out",    "drawn",   "distributed", "happen", "happens", "occur", "take",   "takes", "place",
              "follow", "follows", "come",        "comes",  "from",    "now",   "on"});
    const bool ends = typed_.ends_clause(at_ - 1) || one_of(word(), {"what", "how", "which", "is", "are"});
    return ends ? at_ - at : 0;
  }

 private:
  std::string_view word() const { return at_ < typed_.size() ? std::string_view(typed_.folded()[at_]) : ""; }
  bool open() const { return at_ < typed_.size(); }

  bool skip(std::initializer_list<std::string_view> words) {
    if (!open() || !one_of(word(), words)) return false;
    ++at_;
    return true;
  }
  void skip_all(std::initializer_list<std::string_view> words) {
    while (open() && !(at_ > 0 && typed_.ends_clause(at_ - 1)) && skip(words)) {
    }
  }

  // "Calls", "capital calls or distributions", "cash flows".
  bool flows() {
    bool any = false;
    while (open()) {
      const auto term = question_terms().match_at(typed_.folded(), at_);
      const bool flow = term && (term->meaning == Term::call || term->meaning == Term::distribution ||
                                 term->meaning == Term::any_row);
      if (flow) at_ += term->length;
      if (!flow && skip({"capital", "cash", "money"})) {  // "no further capital is drawn"
        any = true;
        continue;
      }
      if (!flow && !(any && skip({"or", "and"}))) break;
      any = true;
      if (typed_.ends_clause(at_ - 1)) break;
    }
    return any;
  }

  const Typed& typed_;
  std::size_t at_ = 0;
};

void leave_out_what_is_granted(Typed& typed) {
  for (std::size_t at = 0; at < typed.size(); ++at) {
    if (const std::size_t length = NothingMore(typed).length_at(at)) typed.replace(at, length, "");
  }
}

bool stays(std::string_view word) {
  return one_of(word, {"unchanged", "constant", "equal", "fixed", "same", "unaltered", "existing"});
}

// What may stay as it is, and the small words between.
bool may_stay(std::string_view word) {
  return one_of(word, {"paid",   "in",      "paid-in", "capital",   "the",           "flows",  "cash",
                       "all",    "else",    "other",   "things",    "everything",    "being",  "kept",
                       "held",   "nav",     "value",   "calls",     "unfunded",      "remain", "commitment",
                       "stay",   "remains", "stays",   "staying",   "distributions", "and",    "contributions",
                       "levels", "level",   "staying", "remaining", "amount",        "amounts"});
}

// "With flows unchanged", "all else equal", "with the same paid-in and distributions", ", paid-in capital unchanged".
void leave_out_what_stays(Typed& typed) {
  constexpr std::size_t kWordsMax = 9;
  for (std::size_t at = 1; at < typed.size(); ++at) {
    const std::string& first = typed.folded()[at];
    const bool opens = one_of(first, {"with", "and", "holding", "keeping", "leaving", "assuming", "all", "at", "if"});
    if (!opens && !(typed.ends_clause(at - 1) && may_stay(first))) continue;
    bool said = false;
    std::size_t end = opens ? at + 1 : at;
    for (; end < std::min(typed.size(), at + kWordsMax); ++end) {
      const std::string& word = typed.folded()[end];
      if (!stays(word) && !may_stay(word)) break;
      said = said || stays(word);
      if (typed.ends_clause(end)) break;
    }
    if (!said || end >= typed.size() || !typed.ends_clause(end) ||
        !(stays(typed.folded()[end]) || may_stay(typed.folded()[end])))
      continue;
    typed.replace(at, end + 1 - at, "");
    return;
  }
}

// "If I put Harbor and Quillon together, how much have they called?" supposes nothing: it asks about both.
void leave_out_putting_together(Typed& typed) {
  for (std::size_t at = 0; at + 4 < typed.size(); ++at) {
    const bool puts = typed.says(at, "if") && one_of(typed.folded()[at + 1], {"i", "we", "you"}) &&
                      one_of(typed.folded()[at + 2], {"put", "take", "add", "lump", "count", "throw", "look"});
    if (!puts) continue;
    std::size_t together = at + 3;
    while (together < typed.size() && !typed.says(together, "together") && !typed.ends_clause(together)) ++together;
    if (!typed.says(together, "together") || !typed.ends_clause(together)) return;
    typed.replace(at, 3, "");
    return;
  }
}

}  // namespace

void settle_conditions(Typed& typed) {
  say_if_of_what_is_inverted(typed);
  say_would_of_what_is_supposed(typed);
  leave_out_what_is_granted(typed);
  leave_out_what_stays(typed);
  leave_out_putting_together(typed);
}

}  // namespace dossier::funds
