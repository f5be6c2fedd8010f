#include "fir/victim.h"

#include "fir/grammar.h"
#include "fir/text_reader.h"
#include "reading/spoken_numbers.h"

#include <algorithm>

namespace dossier::fir {
namespace {

constexpr double kAgeMin = 0.5, kAgeMax = 110;
constexpr double kAdultAge = 18;
constexpr double kOwnAgeMin = 5;           // of who can speak for himself or herself
constexpr std::size_t kAgeBehindMax = 10;  // tokens from "daughter" to her age
constexpr std::size_t kAgeBeforeMax = 4;   // "13 year old daughter"
constexpr std::size_t kVerbReach = 10;     // tokens from a person to the verb that says what was done
constexpr std::size_t kObjectReach = 5;    // tokens from a verb to the person it was done to
constexpr double kSchoolClassMax = 12;

class VictimReader : TextReader {
 public:
  VictimReader(const reading::CueText& text, const Knowledge& knowledge, Facts& facts)
      : TextReader(text, knowledge), facts_(facts) {}

  // "my 13 year old daughter", "daughter who is 14", "niece aged 13 years", "my son (17)", "son Ansh, 9 years". The
  // informant's own people first: "a boy" may be anybody.
  void run() {
    read_school_class();
    for (const bool own : {true, false}) {
      for (std::size_t i = 0; i < tokens_.size(); ++i) {
        if (!kin(i) || belongs_to_informant(i) != own || (!own && does_the_wrong(i))) continue;
        if (search(i)) return;
      }
    }
    if (!facts_.victim.age) child_by_name();
    if (!facts_.victim.age && !another_suffers()) own_age();
  }

 private:
  bool kin(std::size_t i) const {
    const bool boy = one_of(i, {"ladka", "ladke"}) && belongs_to_informant(i);
    return (is(i, "victim_kin") || boy) && !is(i + 1, "role");
  }

  bool belongs_to_informant(std::size_t i) const {
    for (std::size_t back = 1; back <= 4 && back <= i && same_sentence(i - back, i); ++back) {
      if (one_of(i - back, {"my", "our", "mera", "meri", "mere", "hamara", "hamari", "hamare"})) return true;
    }
    return false;
  }

  // "a boy aged 20 snatched": whoever does it is no victim.
  bool does_the_wrong(std::size_t person) const {
    for (std::size_t i = person + 1; i <= person + kVerbReach && same_sentence(person, i); ++i) {
      if (is(i, "wrong_verb") || is(i, "grave_act")) return !passive(i);
    }
    return false;
  }

  // "touched my daughter", "my son was beaten", "meri beti ko".
  bool suffers(std::size_t person) const {
    if (lower(person + 1) == "ko" || lower(person + 2) == "ko") return true;
    for (std::size_t back = 1; back <= kObjectReach && back <= person && same_sentence(person - back, person); ++back) {
      if (is(person - back, "grave_act")) return true;
    }
    for (std::size_t i = person + 1; i <= person + kVerbReach && same_sentence(person, i); ++i) {
      if (is(i, "wrong_verb") || is(i, "grave_act")) return passive(i);
    }
    return false;
  }

  // "pressed the chest of Rimpi (12)", "Pinky, 14, of our lane": a child that is named with its age and accused of
  // nothing.
  void child_by_name() {
    for (std::size_t i = 1; i < tokens_.size(); ++i) {
      const auto value = reading::spoken_number(tokens_[i]);
      if (!value || *value < 1 || *value >= kAdultAge || tokens_[i].kind != reading::TokenKind::number ||
          text_.in_value(i) || !same_sentence(i - 1, i) || !tokens_[i - 1].capital || accused_at(i - 1) ||
          is(i - 1, "place_noun") || is(i - 1, "not_name") || is(i - 1, "month_word") || is(i - 1, "thing"))
        continue;
      const auto gap = text_.text().before(i), behind = text_.text().before(i + 1);
      const bool bracket = gap.ends_with("(") && (behind.starts_with(")") || is(i + 1, "years_word"));
      if (bracket || (gap == ", " && behind.starts_with(",") && !informant_at(i - 1))) return set(i);
    }
  }

  bool accused_at(std::size_t i) const {
    return std::any_of(facts_.accused.persons.begin(), facts_.accused.persons.end(),
                       [&](const PersonFact& p) { return p.name.span.overlaps(tokens_[i].span); });
  }

  bool informant_at(std::size_t i) const { return facts_.complainant.name.span.overlaps(tokens_[i].span); }

  // It was done to somebody of the informant's: the informant's own age says nothing then.
  bool another_suffers() const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (kin(i) && belongs_to_informant(i) && suffers(i)) return true;
    }
    return false;
  }

  bool search(std::size_t person) {
    bool behind = true;
    for (std::size_t k = 0; k <= kAgeBehindMax; ++k) {
      if (k <= kAgeBeforeMax && k <= person && !of_another(person - k, person) && take_if_age(person, person - k))
        return true;
      if (k > 0) behind = behind && same_sentence(person, person + k) && !speaks_of_another(person + k);
      if (behind && take_if_age(person, person + k)) return true;
    }
    return false;
  }

  // "a man aged 48 of my students": the age before the "of" is somebody else's.
  bool of_another(std::size_t age, std::size_t person) const {
    for (std::size_t i = age + 1; i < person; ++i) {
      if (lower(i) == "of" || text_.text().before(i).find(',') != std::string_view::npos) return true;
    }
    return false;
  }

  // "my daughter was followed by a man aged 45": from here on the words are about somebody else.
  bool speaks_of_another(std::size_t i) const {
    const bool a_person = one_of(i, {"a", "one", "ek"}) && (is(i + 1, "person_noun") || is(i + 1, "role") ||
                                                            is(i + 2, "person_noun") || is(i + 2, "role"));
    return lower(i) == "by" || a_person || accused_at(i);
  }

  bool take_if_age(std::size_t person, std::size_t i) {
    if (tokens_[i].sentence != tokens_[person].sentence || !age_here(i)) return false;
    set(i);
    return true;
  }

  bool age_here(std::size_t i) const {
    const auto value = reading::spoken_number(tokens_[i]);
    if (!value || *value < kAgeMin || *value > kAgeMax || one_of(i, {"do", "one"})) return false;
    const bool years = is(i + 1, "years_word") && lower(i + 1) != "old";
    if (years && one_of(i + 2, {"ago", "back", "before", "pehle", "pahle", "se", "since"})) return false;
    const bool roughly = i > 1 && one_of(i - 1, {"about", "around", "approx", "nearly", "only", "just", "hardly"});
    const auto before = i > 0 ? lower(roughly ? i - 2 : i - 1) : std::string_view{};
    const bool aged = before == "aged" || before == "age" || before == "umar" || before == "umr";
    const auto behind = text_.text().before(i + 1);
    const bool bracket = text_.text().before(i).ends_with("(") && (behind.starts_with(")") || behind.starts_with(","));
    return years || aged || bracket || bare_age(i, *value) ||
           (before == "is" && (behind.find_first_of(".(,") != std::string_view::npos || lower(i + 1) == "and"));
  }

  // "My daughter 15 went to tuition", "son Ravi 12 of class 7": a child's age beside kin or the child's name, followed
  // by nothing that would make it a day, an hour, a number of things or of a house.
  bool bare_age(std::size_t i, double value) const {
    if (value < 1 || value >= kAdultAge || tokens_[i].kind != reading::TokenKind::number || text_.in_value(i) ||
        i == 0 || !same_sentence(i - 1, i))
      return false;
    const bool beside = kin(i - 1) || (i > 1 && kin(i - 2) && (tokens_[i - 1].capital || lower(i - 1) == "of"));
    const bool alone =
        text_.text().before(i + 1).find_first_of(",.(") != std::string_view::npos || follows_an_age(lower(i + 1));
    return beside && alone;
  }

  bool age_alone(std::size_t i) const {
    const auto value = reading::spoken_number(tokens_[i]);
    const auto behind = text_.text().before(i + 1);
    return value && *value >= kOwnAgeMin && *value <= kAgeMax &&
           (is(i + 1, "years_word") || behind.find_first_of(",.") != std::string_view::npos);
  }

  // "I am 15 years old", "I'm 12, ...", "meri umar 16".
  void own_age() {
    for (std::size_t i = 0; i + 2 < tokens_.size(); ++i) {
      const bool i_am = (lower(i) == "i" && lower(i + 1) == "am") || (lower(i) == "meri" && lower(i + 1) == "umar");
      if (lower(i) == "i'm" && age_alone(i + 1)) return set(i + 1);
      if (!i_am) continue;
      const auto value = reading::spoken_number(tokens_[i + 2]);
      if (value && *value >= kOwnAgeMin && *value <= kAgeMax && lower(i + 2) != "do" && !is(i + 3, "thing"))
        return set(i + 2);
    }
    if (facts_.complainant.age) {
      facts_.victim.age = facts_.complainant.age;
      facts_.victim.age_span = facts_.complainant.age_span;
    }
  }

  // "my son of class 8", "class 9 girl", "10th class": what school a child goes to, beside the child.
  void read_school_class() {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      const bool named = one_of(i, {"class", "std", "standard", "kaksha", "grade"});
      const bool ordinal = one_of(i + 1, {"th", "st", "nd", "rd"});
      const std::size_t number = named ? i + 1 : i;
      if (!named && !(ordinal && one_of(i + 2, {"class", "std", "standard"}))) continue;
      const auto value = reading::spoken_number(tokens_[number]);
      if (!value || *value < 1 || *value > kSchoolClassMax || !child_beside(number)) continue;
      facts_.victim.school_class = static_cast<int>(*value);
      facts_.victim.school_class_span = text_.text().span_of(std::min(i, number), named ? number : i + 2);
      return;
    }
  }

  bool child_beside(std::size_t i) const {
    for (std::size_t k = i > kAgeBehindMax ? i - kAgeBehindMax : 0; k <= i + 2 && k < tokens_.size(); ++k) {
      if (same_sentence(std::min(k, i), std::max(k, i)) && kin(k)) return true;
    }
    return false;
  }

  void set(std::size_t i) {
    facts_.victim.age = static_cast<int>(*reading::spoken_number(tokens_[i]));
    facts_.victim.age_span = tokens_[i].span;
  }

  Facts& facts_;
};

}  // namespace

void read_victim(const reading::CueText& text, const Knowledge& knowledge, Facts& facts) {
  VictimReader(text, knowledge, facts).run();
}

}  // namespace dossier::fir
