#include "fir/accused_count.h"

#include "fir/text_reader.h"
#include "reading/spoken_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dossier::fir {
namespace {

constexpr int kCountMax = 5'000;
constexpr std::size_t kVerbReach = 18;       // tokens from those counted to what they did
constexpr std::size_t kAdjectivesMax = 3;    // "three other unknown boys"
constexpr std::size_t kSinglesApartMax = 6;  // "a fat lady in yellow saree and one thin man"
constexpr std::size_t kStoodByWithin = 5;    // tokens from those counted to "were there"
constexpr double kGuessSpreadMax = 5;        // "do teen", "10 15": two numbers in a row that guess at one

class AccusedCounter : TextReader {
 public:
  AccusedCounter(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                 Facts& facts)
      : TextReader(text, knowledge, names), facts_(facts) {}

  // "three unknown boys", "8-10 log", "Jeetu with three other boys", "uske 4 saathi".
  void run() {
    for (const bool sure : {true, false}) {
      for (std::size_t i = 0; i < tokens_.size() && !facts_.accused.count; ++i) count_at(i, sure);
      if (sure && !facts_.accused.count) count_named();
    }
    if (!facts_.accused.count) {
      facts_.accused.unknown = true;
      read_single();
    }
    count_together();
  }

 private:
  struct Number {
    int value = 0;
    std::size_t last = 0;  // its last token
  };

  // By the words, so that every mention of an accused is one.
  bool is_accused(const NameRun& run) const {
    return std::any_of(facts_.accused.persons.begin(), facts_.accused.persons.end(),
                       [&](const PersonFact& p) { return names_person(run, p); });
  }

  bool names_person(const NameRun& run, const PersonFact& person) const {
    return person.name.text.find(text_.text().slice(text_.text().span_of(run.core, run.last))) != std::string::npos;
  }

  void set_count(int count, std::size_t first, std::size_t last) {
    if (count < 1 || count > kCountMax) return;
    facts_.accused.count = count;
    facts_.accused.count_span = text_.text().span_of(first, last);
  }

  bool counts_something_else(std::size_t i) const {
    if (text_.in_value(i)) return true;
    return i > 0 && same_sentence(i - 1, i) &&
           one_of(i - 1, {"class", "std",  "standard", "no",     "number", "age",      "aged", "my",   "our",  "we",
                          "hum",   "ham",  "mere",     "meri",   "hamare", "hamari",   "us",   "flat", "room", "house",
                          "gate",  "plot", "block",    "sector", "tower",  "platform", "ward", "seat"});
  }

  // "4", "8-10", "8 - 10", "8 to 10", "do teen": of what is guessed at the lower number counts.
  std::optional<Number> number_at(std::size_t i) const {
    if (const auto range = reading::number_range(tokens_[i])) return whole(range->low, i);
    const auto value = reading::spoken_number(tokens_[i]);
    if (!value || lower(i) == "saath") return std::nullopt;  // "with", far more often than sixty
    const bool linked = one_of(i + 1, {"to", "se", "or", "ya"});
    const std::size_t next = linked ? i + 2 : i + 1;
    if (same_sentence(i, next)) {
      const auto higher = reading::spoken_number(tokens_[next]);
      const bool guessed = higher && *higher > *value && (linked || *higher - *value <= kGuessSpreadMax);
      if (guessed && lower(next) != "saath") return whole(*value, next);
    }
    return whole(*value, i);
  }

  static std::optional<Number> whole(double value, std::size_t last) {
    if (value < 1 || value > kCountMax || value != std::floor(value)) return std::nullopt;
    return Number{static_cast<int>(value), last};
  }

  bool possessive(std::size_t i) const {
    return one_of(i, {"his", "her", "their", "its", "uske", "uska", "uski", "unke", "unka", "unki", "apne", "iske"});
  }

  // Takes the number at token i as that of the accused; when not `sure`, people who only appear with it are enough.
  void count_at(std::size_t i, bool sure) {
    const auto number = number_at(i);
    if (!number || number->value < 2 || counts_something_else(i) || stands_alone(number->last)) return;
    std::size_t at = number->last + 1;
    bool other = false;
    while (same_sentence(i, at) && at <= number->last + kAdjectivesMax &&
           (is(at, "person_adjective") || lower(at).starts_with("other")))
      other =
          other || lower(at).starts_with("other") || (lower(at) == "more" && i > 0 && one_of(i - 1, {"and", "aur"})),
      ++at;
    // "five muscle men": one more word may say what sort they are.
    if (same_sentence(i, at + 1) && !is(at, "person_noun") && one_of(at + 1, {"men", "boys"}) && !text_.filler(at) &&
        tokens_[at].kind == reading::TokenKind::word && text_.text().before(at + 1) == " ")
      ++at;
    const bool his_kin = i > 0 && possessive(i - 1) && is(at, "kin");
    const bool person = same_sentence(i, at) && (is(at, "person_noun") || his_kin);
    if (!person && !(other && at == number->last + 2)) return;
    const std::size_t last = person ? at : at - 1;
    if (before_an_audience(i, last)) return;
    if (sure ? !came_along(i, other) && !acts_wrongly(i, last) : is_victim_side(i) || looked_on(last)) return;
    set_count(number->value + besides(i, other) + more_behind(last), i, last);
  }

  // "uske 4 bhai aur 3 aur log", "two men and three women": those counted right behind the others.
  int more_behind(std::size_t last) const {
    if (!one_of(last + 1, {"and", "aur"}) || !same_sentence(last, last + 2)) return 0;
    const auto number = number_at(last + 2);
    if (!number) return one_of(last + 2, {"a", "one", "ek"}) && is(last + 3, "person_noun") ? 1 : 0;
    std::size_t at = number->last + 1;
    while (is(at, "person_adjective") || lower(at) == "aur") ++at;
    return same_sentence(last, at) && is(at, "person_noun") ? number->value : 0;
  }

  // "myself Ritu Pal, 27, staff nurse": a comma behind the number.
  bool stands_alone(std::size_t last) const {
    return text_.text().before(last + 1).find_first_of(",;.)") != std::string_view::npos;
  }

  // "two women saw it", "do mahilao ne dekha".
  bool looked_on(std::size_t last) const {
    return is(last + 1, "witness_verb") || is(last + 2, "witness_verb") || catches_the_thief(last + 1) ||
           catches_the_thief(last + 2) || stood_by_when(last);
  }

  // "some 40 people of all castes were there when Raghu slapped me": what is told behind the "when" is another's doing.
  bool stood_by_when(std::size_t last) const {
    for (std::size_t i = last + 1; i <= last + kStoodByWithin && same_sentence(last, i + 1); ++i) {
      if (one_of(i, {"were", "was", "are"}) && one_of(i + 1, {"there", "present", "around", "watching", "sitting"}))
        return one_of(i + 2, {"when", "while", "as"});
    }
    return false;
  }

  // "10 log ke saamne", "shouted before 10-12 people": those before whom it was done.
  bool before_an_audience(std::size_t first, std::size_t last) const {
    return (first > 0 && lower(first - 1) == "before") ||
           (lower(last + 1) == "ke" && one_of(last + 2, {"saamne", "samne", "beech", "bich"}));
  }

  // "Siva came with six others": the others did what he did.
  bool came_along(std::size_t i, bool other) const { return other && joined(i) && accused_before(i) > 0; }

  bool joined(std::size_t i) const {
    return i > 0 && one_of(i - 1, {"with", "saath", "sath", "and", "aur", "alongwith"});
  }

  // How many of the accused are named before token i in its sentence.
  int accused_before(std::size_t i) const {
    const auto& persons = facts_.accused.persons;
    return static_cast<int>(std::count_if(persons.begin(), persons.end(), [&](const PersonFact& p) {
      return std::any_of(names_.begin(), names_.end(), [&](const NameRun& run) {
        return run.last < i && same_sentence(run.last, i) && names_person(run, p);
      });
    }));
  }

  // Those whom the counted came with: "Jeetu with three other boys" are four, "the driver and his 3 friends" too.
  int besides(std::size_t i, bool other) const {
    const bool of_somebody = i > 0 && possessive(i - 1);
    if (!other && !joined(i) && !of_somebody) return 0;
    const bool leader = of_somebody || (joined(i) && (other || !one_of(i - 1, {"and", "aur"})));
    return std::max(accused_before(i), leader ? 1 : 0);
  }

  bool is_victim_side(std::size_t i) const {
    for (std::size_t back = 1; back <= 3 && back <= i && same_sentence(i - back, i); ++back) {
      if (one_of(i - back, {"of", "us", "we", "for", "to", "my", "our"}) || is(i - back, "victim_kin")) return true;
    }
    return false;
  }

  void count_named() {
    auto& accused = facts_.accused;
    if (accused.persons.empty()) return;
    accused.count = static_cast<int>(accused.persons.size()) + companions() + unnamed_leader();
    accused.count_span = accused.persons.front().name.span;
  }

  // Who came along without a name, as the fullest mention has it.
  int companions() const {
    int most = 0;
    for (const NameRun& run : names_) {
      if (!is_accused(run)) continue;
      const int behind = companions_behind(run);
      most = std::max(most, (behind > 0 ? behind : brought_along(run)) + spouse_before(run));
    }
    return most;
  }

  // "the Seth and his manager Irfan shut me in", "he and a thin boy": who leads, or comes along, without a name.
  int unnamed_leader() const {
    for (std::size_t i = 0; i + 2 < tokens_.size(); ++i) {
      if (!one_of(i + 1, {"and", "aur"}) || !same_sentence(i, i + 2) || name_at(i) != nullptr) continue;
      const bool he = one_of(i, {"he", "she"}) && single_at(i + 2) && acts_wrongly(i, *single_at(i + 2));
      const bool named = possessive(i + 2) && i + 4 < tokens_.size() && describes_a_person(i + 3) &&
                         name_at(i + 4) != nullptr && is_accused(*name_at(i + 4));
      const bool unnamed = is(i, "role") || is(i, "kin") || (one_of(i, {"he", "she"}) && !named_before(i));
      const bool leads = named && unnamed && (i == 0 || name_at(i - 1) == nullptr);
      if (he || leads) return 1;
    }
    return 0;
  }

  bool named_before(std::size_t i) const {
    const auto& persons = facts_.accused.persons;
    return std::any_of(persons.begin(), persons.end(),
                       [&](const PersonFact& p) { return p.name.span.start < tokens_[i].span.start; });
  }

  // "Mr and Mrs Kapoor".
  int spouse_before(const NameRun& run) const {
    return run.titled && run.first > 1 && same_sentence(run.first - 2, run.first) && lower(run.first - 1) == "and" &&
           one_of(run.first - 2, {"mr", "shri", "sri", "dr"});
  }

  // "Amrutlal and his two sons", "Imran, his brother and 3 friends", "Prabhu and others".
  int companions_behind(const NameRun& run) const {
    int people = 0;
    for (std::size_t at = run.last + 1; same_sentence(run.last, at);) {
      const bool comma = text_.text().before(at).find(',') != std::string_view::npos;
      std::size_t who = at;
      while (one_of(who, {"and", "aur", "with", "along", "ke", "saath", "sath", "te", "alongwith"})) ++who;
      if (who == at && !comma) break;
      const bool theirs = possessive(who) || one_of(who, {"one", "ek"});
      if (theirs) ++who;
      const auto number = who < tokens_.size() ? number_at(who) : std::nullopt;
      if (number) who = number->last + 1;
      if (number && lower(who) == "of" && possessive(who + 1)) who += 2;  // "four of his men"
      while (is(who, "person_adjective") && !is(who, "person_noun")) ++who;
      const bool others = lower(who) == "others";
      if (!same_sentence(run.last, who) || (!theirs && !number && !others) || !describes_a_person(who)) break;
      const bool by_name = same_sentence(who, who + 1) && name_at(who + 1) != nullptr;
      if (!by_name) people += number ? number->value : (theirs && is_plural(who) ? 2 : 1);
      at = by_name ? name_at(who + 1)->last + 1 : who + 1;
    }
    return people;
  }

  // "Goldy came in a car with one muffled man".
  int brought_along(const NameRun& run) const {
    for (std::size_t i = run.last + 1; i <= run.last + kVerbReach && same_sentence(run.last, i); ++i) {
      if (name_at(i) != nullptr) return 0;
      if (!one_of(i, {"with", "alongwith"}) || !one_of(i + 1, {"a", "one", "another"})) continue;
      const std::size_t who = is(i + 2, "person_noun") ? i + 2 : i + 3;
      return same_sentence(i, who) && is(who, "person_noun") ? 1 : 0;
    }
    return 0;
  }

  bool describes_a_person(std::size_t i) const {
    return is(i, "kin") || is(i, "victim_kin") || is(i, "role") || is(i, "person_noun");
  }

  bool is_plural(std::size_t i) const {
    return (lower(i).ends_with("s") && !lower(i).ends_with("ss")) || one_of(i, {"bete", "ladke", "log", "men"});
  }

  // "teeno ne mila ke mara", "both of them beat me": at least as many as act together.
  void count_together() {
    struct Together {
      std::string_view word;
      int people;
    };
    static constexpr auto kTogether = std::to_array<Together>({{"dono", 2},
                                                               {"both", 2},
                                                               {"teeno", 3},
                                                               {"tino", 3},
                                                               {"charo", 4},
                                                               {"chaaro", 4},
                                                               {"paancho", 5},
                                                               {"pancho", 5}});
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      const auto together =
          std::find_if(kTogether.begin(), kTogether.end(), [&](const Together& t) { return t.word == lower(i); });
      if (together == kTogether.end() || facts_.accused.count.value_or(0) >= together->people ||
          (i > 0 && one_of(i - 1, {"hum", "ham", "we", "us", "hame"})))
        continue;
      const bool they = lower(i + 1) == "ne" || (lower(i + 1) == "of" && lower(i + 2) == "them");
      if (they && acts_wrongly(i, i + 1)) set_count(together->people, i, i);
    }
  }

  // "a boy on a white scooty pulled", "one fat lady in saree and one thin man": one each, when nobody else is counted
  // or named.
  void read_single() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const auto first = single_at(i);
      if (!first) continue;
      int count = 1;
      std::size_t last = *first;
      for (std::size_t k = last + 1; k <= last + kSinglesApartMax && same_sentence(last, k + 1); ++k) {
        if (const auto next = one_of(k, {"and", "aur"}) ? single_at(k + 1) : std::nullopt) last = *next, ++count;
      }
      if (acts_wrongly(i, last)) return set_count(count, i, last);
    }
  }

  // The noun of "a young man" that begins at token i.
  std::optional<std::size_t> single_at(std::size_t i) const {
    if (!one_of(i, {"a", "one", "ek"})) return std::nullopt;
    std::size_t at = i + 1;
    while (same_sentence(i, at) && at <= i + kAdjectivesMax && !is(at, "person_noun") &&
           tokens_[at].kind == reading::TokenKind::word &&
           (is(at, "person_adjective") || is(at, "colour") ||
            one_of(at, {"fat", "thin", "tall", "short", "old", "mota", "patla"})))
      ++at;
    if (!same_sentence(i, at) || !is(at, "person_noun")) return std::nullopt;
    return at;
  }

  // The people counted are the ones who did it: a wrong stands behind them, or they were caught at it.
  bool acts_wrongly(std::size_t first, std::size_t last) const {
    if (lower(last + 1) == "ko" || (first > 0 && is(first - 1, "assault_verb"))) return false;  // it was done to them
    for (std::size_t back = 1; back <= 4 && back <= first && same_sentence(first - back, first); ++back) {
      const std::size_t i = first - back;
      const bool of_a_group = lower(i) == "of" && i > 0 && is(i - 1, "group_word");
      if (is(i, "victim_kin") || lower(i) == "injured" || (lower(i) == "of" && !of_a_group)) return false;
      if (is(i, "capture_verb") || (back == 1 && lower(i) == "by")) return true;
    }
    if (looked_on(last)) return false;
    for (std::size_t i = last + 1;
         i <= last + kVerbReach && i < tokens_.size() && tokens_[i].sentence <= tokens_[last].sentence + 1; ++i) {
      if (lower(i).starts_with("gather") || !does_something(i)) continue;
      return !suffered(i) || is(i, "capture_verb");
    }
    return false;
  }

  bool does_something(std::size_t i) const {
    return is(i, "wrong_verb") || is(i, "grave_act") || is(i, "carry_off") || is(i, "hit") || is(i, "wreck");
  }

  bool catches_the_thief(std::size_t i) const {
    return one_of(i, {"caught", "nabbed", "apprehended", "pakda"}) && one_of(i + 1, {"him", "them", "the", "her"});
  }

  Facts& facts_;
};

}  // namespace

void count_accused(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                   Facts& facts) {
  AccusedCounter(text, knowledge, names, facts).run();
}

}  // namespace dossier::fir
