#include "fir/accused.h"

#include "fir/accused_count.h"
#include "fir/text_reader.h"

#include <algorithm>

namespace dossier::fir {
namespace {

using reading::Token;
using reading::TokenKind;

// What a name must collect to be written down as accused, and how far the others may lag behind the strongest.
constexpr double kAccusedScoreMin = 1.0;
constexpr double kAccusedLagMax = 2.0;
constexpr std::size_t kVerbReach =
    12;  // tokens from a subject to its verb: "our maid X who worked with us since ... stole"
constexpr std::size_t kAddressTokensMax = 40;  // of a letter, above its "Sir,"
constexpr double kOtherSideMin = -0.6;         // nothing stands against the name but a possessive ("Venkatesh's plot")

class AccusedReader : TextReader {
 public:
  AccusedReader(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                Facts& facts)
      : TextReader(text, knowledge, names), facts_(facts) {}

  void run() {
    std::vector<double> scores;
    for (const NameRun& run : names_) scores.push_back(score(run));
    share_with_partners(scores);
    const double best = scores.empty() ? 0 : *std::max_element(scores.begin(), scores.end());
    for (std::size_t n = 0; n < names_.size(); ++n) {
      if (scores[n] >= kAccusedScoreMin && scores[n] >= best - kAccusedLagMax) add(names_[n]);
    }
    if (facts_.accused.persons.empty()) other_side(scores);
    if (facts_.accused.persons.empty()) uncapitalised();
    read_witnesses();
  }

 private:
  bool is_complainant(const NameRun& run) const {
    const auto& me = facts_.complainant.name;
    if (!me) return false;
    if (text_.text().span_of(run.first, run.last).overlaps(me.span)) return true;
    return me.text.find(text_.text().slice(text_.text().span_of(run.core, run.last))) != std::string::npos;
  }

  // "at Kanak Palace, Baraut, ...": a name between commas behind a place is its town.
  bool town_of_a_place(const NameRun& run) const {
    if (run.first == 0 || text_.text().before(run.first) != ", " || run.last + 1 >= tokens_.size() ||
        text_.text().before(run.last + 1).find_first_of(",.") == std::string_view::npos)
      return false;
    const NameRun* before = name_at(run.first - 1);
    return place_noun(run.first - 1) || (before != nullptr && before != &run && place_like(*before));
  }

  bool place_like(const NameRun& run) const {
    if (town_of_a_place(run)) return true;
    if (place_noun(run.last + 1) && same_sentence(run.last, run.last + 1) && text_.text().before(run.last + 1) == " ")
      return true;
    for (std::size_t i = run.first; i <= run.last; ++i) {
      if (place_noun(i)) return true;
    }
    if (is(run.last, "town")) return true;
    if (run.first == 0 || !same_sentence(run.first - 1, run.first)) return false;
    const auto before = lower(run.first - 1);
    static constexpr auto kWhere = std::to_array<std::string_view>(
        {"at",   "near",    "in",       "outside", "behind",  "opposite", "towards", "via",
         "till", "between", "on",       "from",    "village", "gram",     "gaon",    "pind",
         "tola", "thana",   "district", "tehsil",  "mohalla", "ps",       "jila"});
    const auto gap = text_.text().before(run.first);
    return std::find(kWhere.begin(), kWhere.end(), before) != kWhere.end() && gap == " ";
  }

  // Words in front of the name that say who it is: "neighbour Kallu", "one Ajay", "accused Ravi".
  double words_before(const NameRun& run) const {
    double points = 0;
    for (std::size_t back = 1; back <= 3 && back <= run.first && same_sentence(run.first - back, run.first); ++back) {
      const std::size_t i = run.first - back;
      if (name_at(i) != nullptr) break;
      if (is(i, "accusing") || (lower(i) == "one" && back == 1)) points += 2;
      if (is(i, "capture_verb") && back <= 2) points += 2;
      if (is(i, "suspect_word")) points += 2;
      if (is(i, "role")) points += 1;
      if (lower(i) == "by" && back == 1) points += 1.5;
      if (lower(i) == "against" && back == 1) points += 2;
      if (is(i, "victim_kin") && lower(i) != "she" && back <= 2) points -= 2.5;
      // "said that she is X", "introduced himself as X": who gives a name to the informant.
      if (back == 2 && (lower(i) == "she" || lower(i) == "he" || lower(i) == "himself" || lower(i) == "herself") &&
          (lower(i + 1) == "is" || lower(i + 1) == "as"))
        points += 1.5;
      if (lower(i) == "husband" && back == 1) points += 0.5;
      if ((lower(i) == "to" || lower(i) == "with" || lower(i) == "of") && back == 1) points += counterpart(i);
      if (is(i, "witness_word")) points -= 4;
      if ((lower(i) == "hospital" || lower(i) == "doctor") && back == 1) points -= 3;
    }
    return points;
  }

  // "gave my car to X", "married to X", "wife of X", "the house of X" raided: whom the dealing was with.
  double counterpart(std::size_t at) const {
    for (std::size_t back = 1; back <= 14 && back <= at && same_sentence(at - back, at); ++back) {
      const std::size_t i = at - back;
      if (lower(at) == "to" && (is(i, "entrusting_verb") || lower(i) == "loan")) return 1.5;
      if (back <= 5 && is(i, "marriage_word")) return 1.5;
      if (lower(at) == "of" && back <= 2 && facts_.complainant.rank && is(i, "place_noun")) return 1.5;
    }
    return 0;
  }

  // "X told me that he had seen ...": who tells what was seen is a witness of it, whatever is told.
  bool tells_what_was_seen(const NameRun& run) const {
    const std::size_t next = run.last + 1;
    if (!is(next, "telling_verb") && !is(next + 1, "telling_verb")) return false;
    for (std::size_t i = next; i < next + kVerbReach && same_sentence(run.last, i); ++i) {
      if (is(i, "witness_verb")) return true;
    }
    return false;
  }

  // The verb that the name is the subject of.
  double verb_after(const NameRun& run) const {
    const std::size_t next = run.last + 1;
    if (!same_sentence(run.last, next)) return 0;
    if (tells_what_was_seen(run)) return -4;
    if (lower(next) == "is" && lower(next + 1) == "my" && is(next + 2, "kin")) return 1.5;
    if (lower(next) == "se" && same_sentence(next, next + 1)) return 1;
    if (lower(next) == "s" && lower(next + 1) != "o") return is(next + 1, "kin") ? 0.3 : -0.5;
    double points = lower(next) == "ne" || lower(next) == "aur" ? (lower(next) == "ne" ? 2 : 0) : 0;
    for (std::size_t i = next; i < next + kVerbReach && same_sentence(run.last, i); ++i) {
      if (i > next && name_at(i) != nullptr && lower(i - 1) != "o" && lower(i - 1) != "of" && lower(i - 1) != "and" &&
          lower(i - 1) != "aur")
        break;
      if (is(i, "witness_verb") && i <= next + 2) return -4;
      if (is(i, "wrong_verb")) return points + (i <= next + 4 ? 2.5 : 1.5);
      if (lower(i) == "me" && i > next && text_.text().before(i + 1).find('.') == std::string_view::npos &&
          i <= next + 1)
        break;
    }
    return points;
  }

  // "Jagdish s/o Mauji Ram": the second name is a father's.
  bool son_of(const NameRun& run) const {
    if (run.first < 2) return false;
    const auto relation = lower(run.first - 2);
    return lower(run.first - 1) == "o" && text_.text().before(run.first - 1) == "/" &&
           (relation == "s" || relation == "d" || relation == "w" || relation == "c");
  }

  double score(const NameRun& run) const {
    if (is_complainant(run)) return -10;
    double points = words_before(run) + verb_after(run);
    if (son_of(run)) points -= 5;
    if (is(run.first, "police_rank") || (run.first > 0 && is(run.first - 1, "police_rank"))) points -= 1.5;
    if (place_like(run)) points -= 4;
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

  // Nobody is told to have done a wrong in words we know, and somebody is named who is neither the informant, nor kin,
  // witness or place: the matter is with the one for whom most speaks.
  void other_side(const std::vector<double>& scores) {
    std::size_t best = names_.size();
    const auto worth = [&](std::size_t n) { return scores[n] + (names_[n].titled ? 0.5 : 0); };
    for (std::size_t n = 0; n < names_.size(); ++n) {
      const NameRun& run = names_[n];
      if (scores[n] < kOtherSideMin || is(run.last, "town") || is(run.core, "place_noun") || is(run.last, "not_name") ||
          is(run.last, "org_noun") || tells_what_was_seen(run) || owner_of_a_place(run) || in_the_address(run))
        continue;
      if (best == names_.size() || worth(n) > worth(best)) best = n;
    }
    if (best < names_.size()) add(names_[best]);
  }

  // Above "Sir," or "Subject:" stands to whom the letter goes.
  bool in_the_address(const NameRun& run) const {
    for (std::size_t i = run.last + 1; i < tokens_.size() && i < kAddressTokensMax; ++i) {
      if (lower(i) == "sir" || lower(i) == "madam" || lower(i) == "subject" || lower(i) == "sub") return true;
    }
    return false;
  }

  // "Golaghat Medical", "Sadar Bazar side": names that other words make a place or a body of people.
  bool owner_of_a_place(const NameRun& run) const {
    const std::size_t next = run.last + 1;
    return same_sentence(run.last, next) &&
           (place_noun(next) || is(next, "org_noun") || is(next, "hospital_word") || lower(next) == "side");
  }

  // "Billu and Tillu", "Dharmu, Karmu": what one did the other did.
  void share_with_partners(std::vector<double>& scores) const {
    for (std::size_t n = 0; n + 1 < names_.size(); ++n) share_between(n, scores);
    for (std::size_t n = names_.size(); n-- > 1;) share_between(n - 1, scores);
  }

  void share_between(std::size_t n, std::vector<double>& scores) const {
    const NameRun& a = names_[n];
    const NameRun& b = names_[n + 1];
    if (!same_sentence(a.last, b.first) || b.first - a.last > 2) return;
    const auto between = text_.text().slice({tokens_[a.last].span.end, tokens_[b.first].span.start});
    const bool listed =
        between == ", " || between == " and " || between == " aur " || between == ", and " || between == " & ";
    if (!listed || is_complainant(a) || is_complainant(b) || place_like(a) || place_like(b)) return;
    scores[n] = scores[n + 1] = std::max(scores[n], scores[n + 1]);
  }

  void add(const NameRun& run) {
    Found name = found(run.titled ? run.first : run.core, run.last);
    for (const PersonFact& known : facts_.accused.persons) {
      if (known.name.text.find(text_.text().slice(text_.text().span_of(run.core, run.last))) != std::string::npos)
        return;
      if (name.text.find(known.name.text) != std::string::npos) return;
    }
    PersonFact person;
    person.name = std::move(name);
    if (run.first > 0 && same_sentence(run.first - 1, run.first) &&
        (is(run.first - 1, "role") || is(run.first - 1, "kin")))
      person.description = found(run.first - 1, run.first - 1);
    facts_.accused.persons.push_back(std::move(person));
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
      bool witness = same_sentence(run.last, run.last + 1) &&
                     (is(run.last + 1, "witness_verb") || is(run.last + 2, "witness_word") || tells_what_was_seen(run));
      for (std::size_t back = 1; back <= 5 && back <= run.first && same_sentence(run.first - back, run.first); ++back)
        witness = witness || is(run.first - back, "witness_word");
      if (witness) facts_.witnesses.push_back(found(run.first, run.last));
      const bool kin = run.first > 0 && same_sentence(run.first - 1, run.first) && is(run.first - 1, "victim_kin");
      if (kin && !facts_.victim.name) facts_.victim.name = found(run.first, run.last);
    }
  }

  Facts& facts_;
};

}  // namespace

void read_accused(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                  Facts& facts) {
  AccusedReader(text, knowledge, names, facts).run();
  count_accused(text, knowledge, names, facts);
}

}  // namespace dossier::fir
