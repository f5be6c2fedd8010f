#include "fir/accused.h"

#include "fir/accused_count.h"
#include "fir/accused_evidence.h"
#include "reading/english_words.h"

#include <algorithm>

namespace dossier::fir {
namespace {

using reading::Token;
using reading::TokenKind;

// What a name must collect to be written down as accused, and how far the others may lag behind the strongest.
constexpr double kAccusedScoreMin = 1.0;
constexpr double kAccusedLagMax = 2.0;
constexpr std::size_t kListGapMax = 14;  // tokens from one name of a list to the next: "X s/o Y, 24 years, and Z"
constexpr double kPartnerMin = -2.5;     // of a name in a row with that one
constexpr double kOtherSideMin = -0.6;   // nothing stands against the name but a possessive ("Venkatesh's plot")

class AccusedReader : AccusedEvidence {
 public:
  AccusedReader(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                Facts& facts)
      : AccusedEvidence(text, knowledge, names, facts), facts_(facts) {}

  void run() {
    find_others();
    std::vector<double> scores;
    for (const NameRun& run : names_) scores.push_back(score(run));
    hold_for_all_mentions(scores);
    share_with_partners(scores);
    const double best = scores.empty() ? 0 : *std::max_element(scores.begin(), scores.end());
    for (std::size_t n = 0; n < names_.size(); ++n) {
      if (scores[n] >= kAccusedScoreMin && scores[n] >= best - kAccusedLagMax) add(names_[n]);
    }
    if (facts_.accused.persons.empty() && !done_by_strangers()) other_side(scores);
    if (facts_.accused.persons.empty()) uncapitalised();
    read_witnesses();
  }

 private:
  // Who looked on and who suffered, before anybody is accused: one mention that says it holds for all mentions.
  void find_others() {
    for (const NameRun& run : names_) {
      if (is_complainant(run)) continue;
      if (looked_on(run)) onlookers_.push_back(words_of(run));
      if (surely_a_place(run)) places_.push_back(words_of(run));
      if (object_of_a_wrong(run) || suffered_harm(run) || is_looked_for(run)) sufferers_.push_back(words_of(run));
      if (kin_of_the_informant(run) && (verb_after(run) <= 0 || wronged(run))) sufferers_.push_back(words_of(run));
    }
    // "hit my brothers Amit and Sumit": who stands in a row with one who suffered.
    for (std::size_t n = 0; n + 1 < names_.size(); ++n) {
      if (object_of_a_wrong(names_[n]) && same_sentence(names_[n].last, names_[n + 1].first) &&
          stand_in_a_row(names_[n], names_[n + 1]))
        sufferers_.push_back(words_of(names_[n + 1]));
    }
  }

  bool one_of_them(const NameRun& run, const std::vector<std::string_view>& them) const {
    return std::find(them.begin(), them.end(), words_of(run)) != them.end();
  }

  // "Board", "Live Voice", "Joint Secretary": English words with capitals are a name only when more speaks for it
  // ("Sunny hit me").
  bool common_word(const NameRun& run) const {
    if (run.titled) return false;
    for (std::size_t i = run.core; i <= run.last; ++i) {
      if (!reading::is_english_word(lower(i))) return false;
    }
    return true;
  }

  // "my colleague Vinita and I were eating".
  bool beside_the_informant(const NameRun& run) const {
    return same_sentence(run.last, run.last + 2) && one_of(run.last + 1, {"and", "aur"}) &&
           one_of(run.last + 2, {"i", "me", "myself", "main", "maine"});
  }

  // "UHBVN vigilance": letters that stand for an office, in a text that writes its names small.
  bool abbreviation(const NameRun& run) const {
    return !run.titled && run.core == run.last && tokens_[run.core].all_capitals &&
           std::any_of(names_.begin(), names_.end(),
                       [&](const NameRun& other) { return !tokens_[other.core].all_capitals; });
  }

  double score(const NameRun& run) const {
    if (is_complainant(run) || alias(run) || animal(run) || caste(run) || signs_with_the_informant(run)) return -10;
    const double verb = verb_after(run);
    double points = words_before(run) + verb;
    // "my friend Tanvi opened it ...": the verb is far, and most of whom the informant calls his own did nothing.
    if (verb > 0 && verb < kVerbAtOnce && run.first > 1 && same_sentence(run.first - 2, run.first) &&
        of_the_informant(run.first - 2))
      points -= 1;
    if (run.titled && comes_along(run.first)) points += 2;  // "and his father Ramphal": the title is the kinship
    if (son_of(run) || beside_the_informant(run)) points -= 5;
    // "Ludhiana Transport owner Gurpreet Singh": of the two names the first is that of the business.
    if (same_sentence(run.last, run.last + 2) && is(run.last + 1, "role") && name_at(run.last + 2) != nullptr)
      points -= 4;
    if (one_of_them(run, onlookers_) || one_of_them(run, sufferers_) || one_of_them(run, places_)) points -= 4;
    if (late(run)) points -= 4;
    if (common_word(run) || abbreviation(run)) points -= 1.5;
    if (names_an_office(run)) points -= 4;
    if (in_quotation_marks(run)) points -= 2;
    if (is(run.first, "police_rank") || (run.first > 0 && is(run.first - 1, "police_rank"))) points -= 1.5;
    if (place_like(run) && (run.first == 0 || lower(run.first - 1) != "from" || !found_on(run.first - 1))) points -= 4;
    if (is(run.last + 1, "org_noun") || is(run.last, "org_noun")) points -= 1.5;
    if (is(run.first, "brand") ||
        (run.first > 0 && is(run.first - 1, "brand") && same_sentence(run.first - 1, run.first)))
      points -= 4;
    if (is(run.last + 1, "thing") && !is(run.last + 2, "role") && !is(run.last + 1, "wrong_verb") &&
        same_sentence(run.last, run.last + 1) && lower(run.last + 1).size() > 2 &&
        text_.text().before(run.last + 1) == " ")
      points -= 3;
    if (lower(run.last + 1) == "hospital" || lower(run.last + 1) == "bank") points -= 4;
    return points;
  }

  // "someone", "unknown persons", "thieves": then no name is that of who did it.
  bool done_by_strangers() const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (one_of(i, {"unknown", "unidentified", "agyat"}) || (is(i, "thief_like") && !text_.mood(i).denied))
        return true;
    }
    return false;
  }

  // Somebody's place in the sentence: a title or a calling beside the name, "by", "with" or "against" before it, or a
  // verb that it is the subject of. "coming to Alambagh", "the Gondwana Express", "spoke Hindi" are none.
  bool stands_as_a_person(const NameRun& run) const {
    if (names_a_tongue(run)) return false;
    if (run.titled) return true;
    const std::size_t next = run.last + 1;
    if (run.first > 0 && same_sentence(run.first - 1, run.first)) {
      const std::size_t before = run.first - 1;
      if (one_of(before, {"to", "in", "at", "near", "from", "via", "towards", "till", "upto", "this", "our", "the"}))
        return false;
      if (is(before, "role") || is(before, "kin") || is(before, "accusing") || is(before, "occupation") ||
          is(before, "worker") || one_of(before, {"by", "with", "against", "one", "shri", "sri", "naam", "nam"}))
        return true;
      if (recognised_by_the_informant(before)) return true;
    }
    if (common_word(run) || !same_sentence(run.last, next) || is(next, "place_noun") || is(next, "org_noun"))
      return false;
    if (one_of(next, {"ne",  "ko", "se",  "ka",  "ki",  "ke",    "has",  "had",  "is", "was", "did",   "does",
                      "who", "s",  "and", "aur", "not", "never", "also", "then", "ji", "urf", "alias", "aged"}))
      return true;
    if (lower(next) == "of" || is(next, "role") || is(next, "occupation")) return true;
    if (tokens_[next].kind == TokenKind::number && text_.text().before(next).starts_with(",")) return true;  // his age
    return is(next, "wrong_verb") || is(next, "telling_verb") || is(next, "entrusting_verb") || is(next, "grave_act");
  }

  // "Hindi", "Punjabi", "Rajput", "Jio": of a tongue, a country, a caste or a company, alone.
  bool names_a_tongue(const NameRun& run) const {
    return run.core == run.last &&
           one_of(run.core, {"hindi", "tamil", "telugu", "urdu", "bengali", "punjabi", "marathi", "gujarati", "english",
                             "nepali", "chinese", "bihari", "rajput", "jat", "yadav", "insta", "jio", "airtel"});
  }

  // Nobody is told to have done a wrong in words we know, and somebody is named who is neither the informant, nor kin,
  // witness or place: the matter is with the one for whom most speaks.
  void other_side(const std::vector<double>& scores) {
    std::size_t best = names_.size();
    const auto worth = [&](std::size_t n) { return scores[n] + (names_[n].titled ? 0.5 : 0); };
    for (std::size_t n = 0; n < names_.size(); ++n) {
      const NameRun& run = names_[n];
      if (scores[n] < kOtherSideMin || is(run.last, "town") || is(run.core, "place_noun") || is(run.last, "not_name") ||
          is(run.last, "org_noun") || tells_what_was_seen(run) || place_like(run) || !stands_as_a_person(run) ||
          owner_of_a_place(run) || in_the_address(run))
        continue;
      if (best == names_.size() || worth(n) > worth(best)) best = n;
    }
    if (best == names_.size()) return;
    add(names_[best]);
    // "My son Sanjeev and bahu Nidhi took me": who stands in a row with that one.
    for (std::size_t n = best + 1; n < names_.size() && stand_in_a_row(names_[n - 1], names_[n]) &&
                                   same_sentence(names_[best].last, names_[n].first) && scores[n] >= kPartnerMin;
         ++n)
      add(names_[n]);
  }

  // What one mention of a name says holds for the others: "pati Rajan Sinha", later "Rajan ne".
  void hold_for_all_mentions(std::vector<double>& scores) const {
    const std::vector<double> alone = scores;
    for (std::size_t n = 0; n < names_.size(); ++n) {
      for (std::size_t m = 0; m < names_.size(); ++m) {
        const auto longer = words_of(names_[n]), shorter = words_of(names_[m]);
        const bool same = longer == shorter || longer.starts_with(std::string(shorter) + " ");
        if (same && alone[n] > -1 && alone[m] > scores[n]) scores[n] = alone[m];
      }
    }
  }

  // "Billu and Tillu", "Dharmu s/o Ram, Karmu and his son Nannu": what one did the others did.
  void share_with_partners(std::vector<double>& scores) const {
    std::vector<std::size_t> heads;
    for (std::size_t n = 0; n < names_.size(); ++n) {
      if (!beside_a_head(names_[n])) heads.push_back(n);
    }
    for (std::size_t h = 0; h + 1 < heads.size(); ++h) share_between(heads[h], heads[h + 1], scores);
    for (std::size_t h = heads.size(); h-- > 1;) share_between(heads[h - 1], heads[h], scores);
  }

  void share_between(std::size_t n, std::size_t m, std::vector<double>& scores) const {
    const NameRun& a = names_[n];
    const NameRun& b = names_[m];
    if ((!same_sentence(a.last, b.first) && !numbered(b)) || b.first - a.last > kListGapMax || is_complainant(a) ||
        is_complainant(b) || one_of_them(a, onlookers_) || one_of_them(b, onlookers_) || !stand_in_a_row(a, b))
      return;
    scores[n] = scores[m] = std::max(scores[n], scores[m]);
  }

  void add(const NameRun& run) {
    Found name = found(run.titled ? run.first : run.core, run.last);
    const NameRun* next = following(run);
    if (next != nullptr && alias(*next)) name = found(run.titled ? run.first : run.core, next->last);
    for (const PersonFact& known : facts_.accused.persons) {
      if (of_another_title(run, known)) continue;
      if (known.name.text.find(words_of(run)) != std::string::npos) return;
      if (name.text.find(known.name.text) != std::string::npos) return;
    }
    PersonFact person;
    person.name = std::move(name);
    if (run.first > 0 && same_sentence(run.first - 1, run.first) &&
        (is(run.first - 1, "role") || is(run.first - 1, "kin")))
      person.description = found(run.first - 1, run.first - 1);
    facts_.accused.persons.push_back(std::move(person));
  }

  // "Mr. Dhingra and Mrs. Dhingra" are two.
  bool of_another_title(const NameRun& run, const PersonFact& known) const {
    const NameRun* other = name_of(known);
    return run.titled && other != nullptr && other->titled && lower(run.first) != lower(other->first);
  }

  const NameRun* name_of(const PersonFact& person) const {
    const auto run = std::find_if(names_.begin(), names_.end(), [&](const NameRun& r) {
      return text_.text().span_of(r.first, r.last).overlaps(person.name.span);
    });
    return run == names_.end() ? nullptr : &*run;
  }

  // "shivu atacked me": in a text without capitals, the word before the first wrong that is no word of ours.
  void uncapitalised() {
    if (std::any_of(tokens_.begin(), tokens_.end(), [](const Token& t) { return t.capital && t.lower != "i"; }) &&
        !names_.empty())
      return;
    for (std::size_t i = 1; i < tokens_.size(); ++i) {
      const bool ergative = lower(i) == "ne";
      if (!ergative && !is(i, "assault_verb")) continue;
      if (!same_sentence(i - 1, i) || text_.word(i - 1) != reading::kUnknownWord || text_.filler(i - 1) ||
          tokens_[i - 1].kind == TokenKind::number || lower(i - 1).size() < 3)
        continue;
      if (is(i - 1, "starter") || lower(i - 1).ends_with("ly")) continue;
      if (facts_.complainant.name && facts_.complainant.name.text.find(lower(i - 1)) != std::string::npos) continue;
      PersonFact person;
      person.name = found(i - 1, i - 1);
      facts_.accused.persons.push_back(std::move(person));
      return;
    }
  }

  bool is_accused(const NameRun& run) const {
    const Span span = text_.text().span_of(run.first, run.last);
    return std::any_of(facts_.accused.persons.begin(), facts_.accused.persons.end(),
                       [&](const PersonFact& p) { return p.name.span.overlaps(span); });
  }

  void read_witnesses() {
    for (const NameRun& run : names_) {
      if (is_complainant(run) || is_accused(run)) continue;
      if (looked_on(run)) facts_.witnesses.push_back(found(run.first, run.last));
      const bool kin = run.first > 0 && same_sentence(run.first - 1, run.first) && is(run.first - 1, "victim_kin");
      if (kin && !facts_.victim.name) facts_.victim.name = found(run.first, run.last);
    }
  }

  Facts& facts_;
  std::vector<std::string_view> onlookers_, sufferers_, places_;  // names, as written
};

}  // namespace

void read_accused(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                  Facts& facts) {
  AccusedReader(text, knowledge, names, facts).run();
  count_accused(text, knowledge, names, facts);
}

}  // namespace dossier::fir
