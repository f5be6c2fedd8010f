#include "grounding/deeds.h"

#include "grounding/words.h"
#include "reading/one_of.h"

#include <algorithm>
#include <array>

namespace dossier::grounding {
namespace {

using reading::one_of;
using reading::Token;
using reading::TokenKind;
using Doer = Deed::Doer;

constexpr std::size_t kDoerReach = 14;    // tokens between a doer and the verb
constexpr std::size_t kByReach = 6;       // tokens between a verb and its "by"
constexpr std::size_t kPassiveReach = 3;  // "was then brutally beaten"

constexpr auto kNounEndings = std::to_array<std::string_view>(
    {"ment", "ments", "ion", "ions", "er", "ers", "or", "ors", "ance", "ant", "ants", "al", "als", "aint", "aints"});

bool is_other_deed(std::string_view stem) {
  return one_of(
      stem,
      {"see",    "notic",  "hear",     "help",      "catch",    "call",      "tell",    "ask",    "give",     "pay",
       "sell",   "buy",    "acquir",   "manag",     "audit",    "valu",      "advis",   "own",    "lead",     "found",
       "invest", "receiv", "appoint",  "hold",      "return",   "refund",    "lend",    "borrow", "transfer", "send",
       "sign",   "chair",  "administ", "serv",      "identifi", "recognis",  "purchas", "provid", "prepar",   "approv",
       "reject", "refus",  "promis",   "distribut", "exit",     "contribut", "control", "put",    "pledg",    "oper",
       "suppli", "repres", "resign",   "join",      "replac",   "succeed",   "lose",    "suffer", "fall",     "die",
       "rescu",  "chase",  "drive",    "ride",      "work",     "live",      "witness"});
}
// "Complainant", "statement", "investment", "manager": made from a verb and none.
bool is_noun(std::string_view lower) {
  return std::any_of(kNounEndings.begin(), kNounEndings.end(), [&](auto ending) { return lower.ends_with(ending); });
}
bool is_deed(const Token& token) {
  if (is_noun(token.lower) || one_of(token.lower, {"accused", "named", "called", "aged", "armed"})) return false;
  const bool past = token.lower.size() > 4 && token.lower.ends_with("ed");
  return past || is_harm(token.stem) || is_telling(token.stem) || is_other_deed(token.stem);
}

// Who does something in a report without being named.
bool is_office(std::string_view lower) {
  return one_of(lower, {"fund", "partnership", "manager", "committee", "administrator", "auditor", "auditors",
                        "adviser", "advisor", "bank", "board", "partner", "investor", "investors", "custodian",
                        "lender", "seller", "buyer"});
}

class DeedReader : Words {
 public:
  DeedReader(const reading::Text& text, const std::vector<Bearer>& bearers) : Words(text), bearers_(bearers) {}

  std::vector<Deed> run() const {
    std::vector<Deed> deeds;
    for (std::size_t i = 0; i < count(); ++i) {
      if (token(i).kind != TokenKind::word || token(i).quoted || !is_deed(token(i)) || is_way(i)) continue;
      deeds.push_back(is_passive(i) ? done_by(i) : done_before(i));
    }
    return deeds;
  }

 private:
  const Bearer* bearer_with(std::size_t i) const {
    const auto at = std::find_if(bearers_.begin(), bearers_.end(),
                                 [i](const Bearer& bearer) { return bearer.first <= i && i <= bearer.last; });
    return at == bearers_.end() ? nullptr : &*at;
  }

  // "By hitting him", "after leaving": how or when another thing was done.
  bool is_way(std::size_t verb) const {
    return verb > 0 && lower(verb).ends_with("ing") &&
           one_of(lower(verb - 1), {"by", "of", "for", "in", "while", "after", "before", "without", "from", "on"});
  }

  bool is_passive(std::size_t verb) const {
    // "a phone snatched by two boys"
    if (lower(verb + 1) == "by" && same_sentence(verb, verb + 1) && !lower(verb).ends_with("ing")) return true;
    for (std::size_t back = 1; back <= kPassiveReach && back <= verb && same_sentence(verb - back, verb); ++back) {
      if (one_of(lower(verb - back), {"was", "were", "is", "are", "been", "being", "be", "got", "get"}))
        return !lower(verb).ends_with("ing");
      if (bearer_with(verb - back) != nullptr) return false;
    }
    return false;
  }

  Deed deed_at(std::size_t verb) const {
    Deed deed;
    deed.verb = token(verb).stem;
    deed.at = verb;
    return deed;
  }

  Deed done_by(std::size_t verb) const {
    Deed deed = deed_at(verb);
    deed.patients = done_before(verb).bearers;
    for (std::size_t i = verb + 1; i <= verb + kByReach && same_sentence(verb, i); ++i) {
      if (lower(i) != "by") continue;
      for (std::size_t on = i + 1; on <= i + kByReach && same_sentence(verb, on); ++on) {
        if (take(deed, on)) return deed;
      }
    }
    return deed;
  }

  Deed done_before(std::size_t verb) const {
    Deed deed = deed_at(verb);
    for (std::size_t back = 1; back <= kDoerReach && back <= verb && same_sentence(verb - back, verb); ++back) {
      const std::size_t i = verb - back;
      if (is_no_doer(i)) continue;
      if (take(deed, i)) return deed;
    }
    return deed;
  }

  // "To Suresh", "of Mohan Lal", "s/o Mohan Lal": not the one who does it.
  // "To Suresh", "of Mohan Lal", "in Germany and Austria", "running Sky Travels", "founded Kranbau": not who does it.
  bool is_no_doer(std::size_t i) const {
    std::size_t first = start_of_names(i);
    while (first > 0 && same_sentence(first - 1, i) && (is_determiner(lower(first - 1)) || is_title(lower(first - 1))))
      --first;
    if (first == 0 || !same_sentence(first - 1, i)) return false;
    const std::string_view before = lower(first - 1);
    if (one_of(before, {"to", "of", "from", "with", "near", "at", "in", "on", "for", "o", "against", "towards",
                        "behind", "into", "between", "than", "like", "under", "inside"}))
      return true;
    const bool object = token(first - 1).kind == TokenKind::word && !parted_before(first) &&
                        (before.ends_with("ing") || is_deed(token(first - 1)));
    return object && bearer_with(first - 1) == nullptr && !is_telling(token(first - 1).stem);
  }

  // The first token of the names that are joined with the one at token i by commas and "and".
  std::size_t start_of_names(std::size_t i) const {
    const Bearer* bearer = bearer_with(i);
    std::size_t first = bearer == nullptr ? i : bearer->first;
    while (first > 1 && bearer != nullptr && same_sentence(first - 1, first)) {
      const bool joined = one_of(lower(first - 1), {"and", "aur", "or"});
      bearer = bearer_with(joined ? first - 2 : first - 1);
      if (bearer != nullptr) first = bearer->first;
    }
    return first;
  }

  static bool is_determiner(std::string_view word) {
    return one_of(word, {"the", "a", "an", "my", "his", "her", "our", "their", "its", "one", "two", "three", "another",
                         "some", "other", "unknown", "any"});
  }

  bool take(Deed& deed, std::size_t i) const {
    if (const Bearer* bearer = bearer_with(i)) {
      deed.doer = Doer::bearer;
      deed.bearers.push_back(*bearer);
      take_joined(deed);
      return true;
    }
    const std::string_view word = lower(i);
    if (one_of(word, {"i", "we", "my", "maine", "mai", "main", "hum", "humne"})) {
      if (word == "my") return false;
      deed.doer = Doer::first_person;
    } else if (one_of(word, {"he", "she", "they", "it", "usne", "unhone", "wo", "woh", "him", "them"})) {
      deed.doer = Doer::pronoun;
    } else if (one_of(word, {"complainant", "informant"})) {
      deed.doer = Doer::informant;
    } else if (is_office(word)) {
      deed.doer = Doer::office;
      deed.office = token(i).stem;
    } else if (is_kind_of_person(word)) {
      // "My neighbour Suresh", "Suresh, my neighbour,": the same person.
      for (std::size_t back = 1; back <= 4 && back <= i && same_sentence(i - back, i); ++back) {
        if (const Bearer* bearer = bearer_with(i - back); bearer != nullptr && parted_before(bearer->last + 1)) {
          deed.doer = Doer::bearer;
          deed.bearers.push_back(*bearer);
          return true;
        }
      }
      deed.doer = Doer::other;
    } else {
      return false;
    }
    return true;
  }

  // "Vinod and Ajay", "Vinod, Ajay and Ravi".
  void take_joined(Deed& deed) const {
    for (bool more = true; more;) {
      more = false;
      const std::size_t first = deed.bearers.back().first;
      for (std::size_t back = 1; back <= 2 && back <= first; ++back) {
        const Bearer* bearer = bearer_with(first - back);
        if (bearer == nullptr || !same_sentence(first - back, first)) continue;
        if (back == 1 || one_of(lower(first - 1), {"and", "aur"})) deed.bearers.push_back(*bearer), more = true;
        break;
      }
    }
  }

  const std::vector<Bearer>& bearers_;
};

}  // namespace

// Deeds that harm, by stem.
bool is_harm(std::string_view stem) {
  return one_of(stem,
                {"snatch", "steal",   "rob",         "take",      "grab",     "loot",   "cheat",  "beat",   "hit",
                 "attack", "assault", "stab",        "kill",      "threaten", "abus",   "slap",   "kick",   "push",
                 "punch",  "molest",  "follow",      "stalk",     "harass",   "deceiv", "forg",   "kidnap", "abduct",
                 "burn",   "break",   "damag",       "enter",     "trespass", "demand", "extort", "fire",   "shoot",
                 "grope",  "touch",   "defraud",     "dupe",      "run",      "flee",   "escap",  "thrash", "drag",
                 "murder", "rape",    "poison",      "blackmail", "insult",   "block",  "stop",   "pull",   "throw",
                 "bite",   "forc",    "misappropri", "embezzl",   "injur",    "wound",  "strike", "hurt",   "keep"});
}
bool is_telling(std::string_view stem) {
  return one_of(stem, {"report", "state", "complain", "alleg", "inform", "lodg", "submit", "declar", "depos", "narrat",
                       "request", "appeal"});
}
bool is_witnessing(std::string_view stem) {
  return one_of(stem,
                {"see", "wit", "witness", "notic", "hear", "help", "catch", "call", "rescu", "shout", "identifi"});
}

std::vector<Deed> deeds_of(const reading::Text& text) {
  const std::vector<Bearer> bearers = bearers_of(text);
  return DeedReader(text, bearers).run();
}

}  // namespace dossier::grounding
