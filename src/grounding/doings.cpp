#include "grounding/doings.h"

#include "reading/one_of.h"

#include <algorithm>
#include <initializer_list>

namespace dossier::grounding {
namespace {

using reading::one_of;
using Doer = Deed::Doer;

bool is_by(const Deed& deed, const Bearer& bearer) {
  return std::any_of(deed.bearers.begin(), deed.bearers.end(),
                     [&](const Bearer& other) { return share_a_word(bearer, other); });
}

bool speaks_of_itself(const Words& words) {
  for (std::size_t i = 0; i < words.count(); ++i) {
    if (one_of(words.lower(i), {"i", "my", "me", "our", "we", "mera", "meri", "mere", "mai", "main", "maine", "mujhe"}))
      return true;
  }
  return false;
}

// Whether the text ends in the name: "Mahesh Solanki", "Rakesh Malhotra, Greater Kailash", "Kashiram, 64 years".
bool signs_alone(const Words& words, const Bearer& bearer) {
  constexpr std::size_t kSignatureTokensMax = 6;
  const bool begins = bearer.first == 0 || !words.same_sentence(bearer.first - 1, bearer.first);
  const std::size_t left = words.count() - bearer.first;
  if (begins && bearer.last + 1 == words.count()) return left <= 3;
  if (!begins || left > kSignatureTokensMax || !words.same_sentence(bearer.first, words.count() - 1)) return false;
  for (std::size_t i = bearer.last + 1; i < words.count(); ++i) {
    const reading::Token& token = words.token(i);
    if (token.kind == reading::TokenKind::word && !token.capital && !one_of(token.lower, {"years", "age", "aged"}))
      return false;
  }
  return true;
}

}  // namespace

void Doings::add(const reading::Text& text) {
  const std::vector<Bearer> bearers = bearers_of(text);
  for (const Bearer& bearer : bearers) {
    if (const std::string_view way = way_to(Words(text), bearer); !way.empty())
      ways_[std::string(way)].insert(bearer.words.begin(), bearer.words.end());
    for (std::size_t a = 0; a < bearer.words.size(); ++a) {
      for (std::size_t b = a + 1; b < bearer.words.size(); ++b) neighbours_.emplace(bearer.words[a], bearer.words[b]);
    }
  }
  for (const Bearer& bearer : bearers) bearers_.insert(bearer.words.begin(), bearer.words.end());
  for (Deed& deed : deeds_of(text)) by_verb_[deed.verb].push_back(std::move(deed));
  first_person_ = first_person_ || speaks_of_itself(Words(text));
  find_informants(text, bearers);
  find_pointed_at(text, bearers);
}

// "My name is Ramesh", "I, Ramesh,", "mai Ramesh", "complainant Ramesh", "Ramesh reports", a name as the last words.
void Doings::find_informants(const reading::Text& text, const std::vector<Bearer>& bearers) {
  const Words words(text);
  for (const Bearer& bearer : bearers) {
    const auto before = [&](std::size_t steps) {
      return steps <= bearer.first ? words.lower(bearer.first - steps) : std::string_view{};
    };
    const bool named = before(2) == "name" || before(2) == "naam" || before(1) == "naam";
    const bool myself =
        one_of(before(1), {"i", "mai", "main", "mein", "am", "complainant", "informant", "myself", "undersigned"});
    const bool signs = signs_alone(words, bearer) && speaks_of_itself(words);
    const bool mine = before(3) == "my" || before(3) == "mera" || before(2) == "mera";
    if (myself || signs || (named && (mine || before(3) == "")))
      informants_.insert(bearer.words.begin(), bearer.words.end());
  }
  for (const auto& [verb, deeds] : by_verb_) {
    if (!one_of(verb, {"report", "complain", "lodg", "alleg"})) continue;
    for (const Deed& deed : deeds) {
      for (const Bearer& bearer : deed.bearers) informants_.insert(bearer.words.begin(), bearer.words.end());
    }
  }
}

// Whom the sources accuse, know or name as one of those who did it.
void Doings::find_pointed_at(const reading::Text& text, const std::vector<Bearer>& bearers) {
  const Words words(text);
  for (const Bearer& bearer : bearers) {
    for (std::size_t i = bearer.first < 6 ? 0 : bearer.first - 6; i < bearer.last + 6 && i < words.count(); ++i) {
      if (!words.same_sentence(i, bearer.first)) continue;
      const bool points =
          one_of(words.lower(i), {"accused", "named", "suspect", "suspects", "suspected", "culprit", "naam", "known",
                                  "against", "suspicion", "identified", "recognised", "ne", "called", "shak"});
      const bool is_one = i > 0 && one_of(words.lower(i - 1), {"they", "boys", "them"}) && words.lower(i) == "are";
      if (points || is_one) pointed_at_.insert(bearer.words.begin(), bearer.words.end());
    }
  }
}

bool Doings::is_informant(const Bearer& bearer) const {
  return std::any_of(bearer.words.begin(), bearer.words.end(),
                     [&](const auto& word) { return informants_.contains(word); });
}

// Whether the sources let this one do it: by name, as "I" when the informant is meant, by a pronoun that may be
// anybody.
bool Doings::is_doer(const Bearer& bearer, const std::string& verb) const {
  const auto at = by_verb_.find(verb);
  if (at == by_verb_.end()) return false;
  return std::any_of(at->second.begin(), at->second.end(), [&](const Deed& deed) {
    switch (deed.doer) {
      case Doer::bearer: return is_by(deed, bearer);
      case Doer::first_person:
      case Doer::informant: return is_informant(bearer);
      case Doer::pronoun: return !is_informant(bearer) || !first_person_;
      default: return false;
    }
  });
}

const std::vector<Deed>& Doings::told_of(const std::string& verb) const {
  static const std::vector<Deed> none;
  const auto at = by_verb_.find(verb);
  return at == by_verb_.end() ? none : at->second;
}

bool Doings::is_told_of(const Bearer& bearer) const {
  return std::all_of(bearer.words.begin(), bearer.words.end(),
                     [&](const auto& word) { return bearers_.contains(word); });
}

bool Doings::contradict(const Deed& claim) const {
  if (claim.doer == Doer::informant && is_harm(claim.verb) && first_person_) {
    const std::vector<Deed>& told = told_of(claim.verb);
    return !told.empty() && std::none_of(told.begin(), told.end(), [](const Deed& deed) {
      return deed.doer == Doer::first_person || deed.doer == Doer::informant || deed.doer == Doer::nobody_said;
    });
  }
  return contradict_office(claim) || contradict_patients(claim) ||
         std::any_of(claim.bearers.begin(), claim.bearers.end(),
                     [&](const Bearer& bearer) { return is_told_of(bearer) && contradict_doer(bearer, claim.verb); });
}

// "Approved by the manager", where the committee approved it.
bool Doings::contradict_office(const Deed& claim) const {
  const std::vector<Deed>& told = told_of(claim.verb);
  if (claim.doer != Doer::office || told.empty()) return false;
  return std::all_of(told.begin(), told.end(), [&](const Deed& deed) {
    return deed.doer == Doer::bearer || (deed.doer == Doer::office && deed.office != claim.office);
  });
}

bool Doings::contradict_patients(const Deed& claim) const {
  const std::vector<Deed>& told = told_of(claim.verb);
  const auto harmed = [](const Deed& deed) { return !deed.patients.empty(); };
  if (claim.patients.empty() || told.empty() || !std::all_of(told.begin(), told.end(), harmed)) return false;
  return std::any_of(claim.patients.begin(), claim.patients.end(), [&](const Bearer& bearer) {
    return is_told_of(bearer) && std::none_of(told.begin(), told.end(), [&](const Deed& deed) {
             return std::any_of(deed.patients.begin(), deed.patients.end(),
                                [&](const Bearer& other) { return share_a_word(bearer, other); });
           });
  });
}

bool Doings::contradict_doer(const Bearer& bearer, const std::string& verb) const {
  if (is_doer(bearer, verb)) return false;
  if (is_telling(verb) && first_person_) return !informants_.empty() && !is_informant(bearer);
  const auto is_pointed_at = [&](const auto& word) { return pointed_at_.contains(word); };
  const bool pointed_at = std::any_of(bearer.words.begin(), bearer.words.end(), is_pointed_at);
  const std::vector<Deed>& told = told_of(verb);
  const auto by = [&](std::initializer_list<Doer> doers) {
    return std::any_of(told.begin(), told.end(), [&](const Deed& deed) {
      return std::find(doers.begin(), doers.end(), deed.doer) != doers.end();
    });
  };
  // Another is said to have done just this: by name, or somebody who may be this one when the sources point at him.
  if (by({Doer::bearer, Doer::office})) return true;
  if (by({Doer::other, Doer::first_person})) return !pointed_at;
  if (by({Doer::pronoun}) && first_person_ && is_informant(bearer)) return true;
  if (!is_harm(verb) || !first_person_ || pointed_at || is_informant(bearer)) return false;
  const auto does_one_of = [&](const auto& kind) {
    return std::any_of(by_verb_.begin(), by_verb_.end(), [&](const auto& deeds) {
      return kind(deeds.first) && std::any_of(deeds.second.begin(), deeds.second.end(),
                                              [&](const Deed& deed) { return is_by(deed, bearer); });
    });
  };
  return does_one_of(is_witnessing) && !does_one_of(is_harm);
}

bool Doings::turn_round(const std::string& way, const Bearer& bearer) const {
  const auto is_behind = [&](const std::string& one) {
    const auto at = ways_.find(one);
    return at != ways_.end() && std::any_of(bearer.words.begin(), bearer.words.end(),
                                            [&](const auto& word) { return at->second.contains(word); });
  };
  if (!ways_.contains(way) || !is_told_of(bearer) || is_behind(way)) return false;
  // Who tells of himself leaves himself out: "collected 4 lakh from me".
  return !first_person_ || is_behind(way == "from" ? "to" : "from");
}

bool Doings::goes_on(const std::string& first) const {
  const auto at = neighbours_.lower_bound({first, std::string()});
  return at != neighbours_.end() && at->first == first;
}

bool Doings::name_together(const std::string& first, const std::string& second) const {
  return neighbours_.contains({first, second});
}

}  // namespace dossier::grounding
