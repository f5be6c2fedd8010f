#include "funds/questions/question_transfers.h"

#include "funds/questions/question_row_words.h"
#include "funds/questions/question_small_words.h"
#include "reading/fold.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace dossier::funds {
namespace {

using WordSet = std::unordered_set<std::string_view>;

enum class Verb { give, take, get, move };  // who acts gives, takes or gets; or the money itself moves
enum class Party { investors, fund };

struct VerbForms {
  Verb verb;
  std::string_view forms;
};
constexpr VerbForms kVerbs[] = {
    {Verb::give,
     "pay pays paid paying give gives gave given send sends sent hand hands handed remit remits remitted "
     "wire wired transfer transferred disburse disbursed deliver delivered release released forwarded "
     "inject injected advance advanced shell shelled fork forked stump stumped cough coughed deposit "
     "deposited funded put return returned credited ship shipped gezahlt bezahlt uberwiesen paye vire"},
    {Verb::take,
     "take takes took taken taking ask asks asked request requested demand demanded collect collected "
     "claim claimed pull pulled tap tapped want wanted levy levied"},
    {Verb::get,
     "get got gotten receive received see seen saw bank banked pocket pocketed obtain obtained erhalten "
     "bekommen recu percu touche"},
    {Verb::move,
     "go went gone flow flowed flown move moved come came reach reached arrive arrived land landed find "
     "found flew made"},
};

const std::unordered_map<std::string, Verb>& verbs() {
  static const std::unordered_map<std::string, Verb> table = [] {
    std::unordered_map<std::string, Verb> made;
    for (const VerbForms& entry : kVerbs) {
      for (std::string& form : reading::fold_tokens(entry.forms)) made.emplace(std::move(form), entry.verb);
    }
    return made;
  }();
  return table;
}

std::optional<Verb> verb_of(const std::string& text) {
  auto known = verbs().find(text);
  return known == verbs().end() ? std::nullopt : std::optional(known->second);
}

// "Sent back", "handed over", "put up": words that belong to the verb.
bool is_particle(std::string_view text) {
  static const WordSet words = {"back", "out", "over", "home", "up", "down", "off", "away", "in", "forth"};
  return words.contains(text);
}

class Transfers {
 public:
  Transfers(const AnswerBasis& basis, QuestionWords& words) : basis_(basis), words_(words) {}

  void take() {
    note_phrases();
    for (std::size_t at = 0; at < words_.size(); ++at) {
      auto verb = words_[at].used ? std::nullopt : verb_of(words_[at].text);
      if (!verb || is_asked_of_us(at) || (verb == Verb::take && takes_no_money())) continue;
      around_ = {};
      look_behind(at);
      look_ahead(at);
      bool reaches = verb == Verb::move && around_.to == Party::investors;  // "reached us" passes no mark
      // "Were we paid in 2021" pays nothing in; "wired to us" is no call.
      bool to_us = verb == Verb::give && around_.to == Party::investors;
      bool paid_to_us = to_us && (around_.passive || in_phrase_[at] == Term::call);
      bool took_back = verb == Verb::take && around_.back && around_.actor != Party::investors;
      if (gave_back_to_the_fund(*verb) || took_back) {
        take_given_back(at);
        continue;
      }
      if (in_phrase_[at] && !reaches && !paid_to_us) continue;
      if (words_[at].text.starts_with("ask") && !asks_for_money(at)) continue;
      auto kind = direction(*verb);
      if (!kind) continue;
      words_[at].text = *kind == RowKind::capital_call ? "called" : "distributed";
      for (std::size_t k = at + 1; k < around_.end; ++k) words_[k].used = true;
    }
  }

 private:
  // What stands around a verb: who does it, to whom, from whom.
  struct Around {
    std::optional<Party> actor, to, from;
    bool passive = false;     // "were we paid"
    bool to_manager = false;  // who may be paid for other things than calls
    bool back = false;        // "sent back", "sent home"
    bool by_company = false;  // "did Nimbus pay": what rows name acts, neither fund nor investors
    std::size_t end = 0;      // one past the last word that belongs to the verb
  };

  bool gave_back_to_the_fund(Verb verb) const {
    return verb == Verb::give && around_.actor == Party::investors && around_.to == Party::fund && around_.back;
  }

  // "What did we give back to the fund?": corrections that the investors paid.
  void take_given_back(std::size_t at) {
    words_[at].text = "refunded";
    for (std::size_t k = at + 1; k < around_.end; ++k) words_[k].used = true;
    std::string spelled = words_[at].spelled;
    auto after = words_.begin() + static_cast<std::ptrdiff_t>(at) + 1;
    words_.insert(after,
                  {QuestionWord{.text = "by", .spelled = spelled}, QuestionWord{.text = "us", .spelled = spelled}});
    note_phrases();
  }

  // "How big are the stakes the fund takes", "what positions does it take": shares in companies. The word for them is
  // no stake of the investors then.
  bool takes_no_money() {
    static const WordSet shares = {"stake", "stakes", "position", "positions", "shareholdings"};
    bool taken = false;
    for (QuestionWord& word : words_) {
      if (word.used || !shares.contains(word.text)) continue;
      word.text = "shareholdings";
      taken = true;
    }
    return taken;
  }

  // Verbs inside a phrase of the vocabulary mean what the phrase means.
  void note_phrases() {
    in_phrase_.assign(words_.size(), std::nullopt);
    for (const auto& match : question_terms().matches(free_texts(words_)))
      std::fill_n(in_phrase_.begin() + static_cast<std::ptrdiff_t>(match.at), match.length, match.meaning);
  }

  std::optional<Party> party_at(std::size_t at) const {
    static const WordSet investors = {"us",       "we",  "me",   "i",   "lp",  "lps",  "investor",   "investors",
                                      "partners", "our", "ours", "wir", "uns", "nous", "subscribers"};
    static const WordSet fund = {"fund",        "it",      "they", "them", "gp",      "manager", "sponsor",
                                 "partnership", "vehicle", "gps",  "him",  "general", "fonds"};
    const std::string& text = words_[at].text;
    if (investors.contains(text)) return Party::investors;
    bool named = words_[at].used && !words_[at].number && !words_[at].date && basis_.names_a_fund(text);
    return fund.contains(text) || named ? std::optional(Party::fund) : std::nullopt;
  }

  // "Asked us for", "asked for": "somebody asked me what ..." is only talk.
  bool asks_for_money(std::size_t at) const {
    for (std::size_t k = at + 1; k < words_.size() && k < at + 5; ++k) {
      static const WordSet duties = {"pay", "put", "wire", "fund", "contribute", "transfer", "send"};
      bool to_pay = words_[k].text == "to" && k + 1 < words_.size() && duties.contains(words_[k + 1].text);
      if (words_[k].text == "for" || to_pay) return true;
      if (!party_at(k) && !is_article(words_[k].text)) return false;
    }
    return false;
  }

  // "Please send us the DPI", "could you find me": asks for an answer, nobody pays.
  bool is_asked_of_us(std::size_t at) const {
    static const WordSet past = {"paid", "given", "gave", "sent", "taken", "took", "got", "put", "came", "went"};
    if (words_[at].text.ends_with("ed") || past.contains(words_[at].text)) return false;
    static const WordSet asking = {"please", "kindly", "you", "pls", "to"};
    std::size_t before = at;
    while (before > 0 && asking.contains(words_[before - 1].text)) --before;
    bool polite = before < at && words_[at - 1].text != "to";
    return before == 0 || polite;
  }

  // "Have we so far", "the fund has": who acts stands before the verb, over small words.
  void look_behind(std::size_t at) {
    static const WordSet between = {"had",  "has",     "have",     "did",  "do",  "does",   "to",
                                    "ever", "already", "actually", "so",   "far", "really", "then",
                                    "also", "still",   "be",       "been", "is",  "was",    "were",
                                    "are",  "of",      "haben",    "a",    "ont", "avons",  "hat"};
    for (std::size_t k = at; k > 0 && at - k < 5; --k) {
      if (words_[k - 1].pause) return;
      if (auto party = party_at(k - 1); party && words_[k - 1].text != "our") {
        static const WordSet to_be = {"is", "are", "was", "were", "been", "being"};
        bool passive = (k > 1 && to_be.contains(words_[k - 2].text)) || to_be.contains(words_[at - 1].text) ||
                       (k > 2 && is_article(words_[k - 2].text) && to_be.contains(words_[k - 3].text));
        (passive ? around_.to : around_.actor) = party;  // "were the LPs asked for"
        around_.passive = passive && party == Party::investors;
        return;
      }
      if (names_rows(basis_, words_, k - 1)) {
        around_.by_company = true;
        return;
      }
      bool name = words_[k - 1].used && !words_[k - 1].number && !words_[k - 1].date;
      if (!between.contains(words_[k - 1].text) && !name) return;
    }
  }

  // "Back to the investors", "from us", "to Bluewater", "by the LPs".
  void look_ahead(std::size_t at) {
    around_.end = at + 1;
    around_.back = words_[at].text.starts_with("return");
    std::string_view link;
    for (std::size_t k = at + 1; k < words_.size() && k < at + 6 && !words_[k - 1].pause; ++k) {
      const std::string& text = words_[k].text;
      if (is_particle(text) && link.empty()) {
        around_.back = around_.back || text == "back" || text == "home" || text == "out";
        if (text != "in") around_.end = k + 1;
      } else if (text == "to" || text == "into" || text == "from" || text == "by" || text == "with") {
        link = text;
      } else if (auto party = party_at(k)) {
        if (text == "our" && k + 1 < words_.size() && words_[k + 1].text != "way" && link.empty()) return;
        (link == "from" ? around_.from : link == "by" ? around_.actor : around_.to) = party;
        static const WordSet managers = {"gp", "gps", "manager", "sponsor", "general", "him"};
        around_.to_manager = around_.to && managers.contains(text);
        if (!words_[k].used) around_.end = k + 1;
        if (text == "our" && k + 1 < words_.size()) around_.end = k + 2;  // "our way", "our accounts"
        return;
      } else if (!is_article(text) && text != "for" && text != "limited" && text != "all" && text != "our" &&
                 text != "money" && text != "cash" && text != "capital") {
        return;
      }
    }
  }

  std::optional<RowKind> direction(Verb verb) const {
    using enum Party;
    constexpr auto kCall = RowKind::capital_call, kDistribution = RowKind::distribution;
    const auto& [actor, to, from, passive, to_manager, back, by_company, end] = around_;
    // "What did Nimbus pay the fund", "how much did Nimbus return": what a company gives comes to the investors.
    if (by_company && verb == Verb::give && (to == fund || (!to && back))) return kDistribution;
    if (by_company && (to == fund || from == fund)) return std::nullopt;
    if (to == fund && (actor == fund || (to_manager && actor != investors))) return std::nullopt;
    if (verb == Verb::take && actor == investors && from != fund) return std::nullopt;  // "I want it", "we asked them"
    if (from == investors || to == fund)
      return verb == Verb::get && actor == investors ? std::nullopt : std::optional(kCall);
    if (from == fund) return kDistribution;
    switch (verb) {
      case Verb::give:
        if (to == investors) return kDistribution;
        if (actor == investors) return kCall;
        return actor == fund && back ? std::optional(kDistribution) : std::nullopt;
      case Verb::take:
        if (actor == investors) return std::nullopt;
        return actor == fund || to == investors ? std::optional(kCall) : std::nullopt;
      case Verb::get:
        if (actor == investors) return kDistribution;
        return !actor && back ? std::optional(kDistribution) : std::nullopt;  // "put in versus got out"
      case Verb::move: return to == investors ? std::optional(kDistribution) : std::nullopt;
    }
    return std::nullopt;
  }

  const AnswerBasis& basis_;
  QuestionWords& words_;
  std::vector<std::optional<Term>> in_phrase_;
  Around around_;
};

}  // namespace

const std::vector<std::string>& transfer_words() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> all = {"home", "up", "down"};
    for (const auto& [form, verb] : verbs()) all.push_back(form);
    return all;
  }();
  return words;
}

void take_transfers(const AnswerBasis& basis, QuestionWords& words) {
  Transfers(basis, words).take();
}

}  // namespace dossier::funds
