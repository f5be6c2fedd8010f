#include "fir/accused_evidence.h"

#include "fir/grammar.h"

#include <algorithm>

namespace dossier::fir {
namespace {

// Tokens from a subject to its verb: "our maid X who worked with us since ... stole".
constexpr std::size_t kVerbReach = 12;

}  // namespace

double AccusedEvidence::words_before(const NameRun& run) const {
  double points = 0;
  for (std::size_t back = 1; back <= 3 && back <= run.first && same_sentence(run.first - back, run.first); ++back) {
    const std::size_t i = run.first - back;
    if (name_at(i) != nullptr) break;
    if (is(i, "accusing")) points += 2;
    if (recognised_by_the_informant(i)) points += 2;
    // "one Ajay took it" accuses; "sold to one Ajay" says only who has it.
    if (lower(i) == "one" && back == 1)
      points += i > 0 && one_of(i - 1, {"to", "of", "with", "from", "by", "in"}) ? 0.5 : 2;
    if (is(i, "capture_verb") && back <= 2) points += 2;
    if (is(i, "suspect_word")) points += 2;
    if (is(i, "role")) points += 1;
    if (lower(i) == "by" && back == 1) points += 1.5;
    if (lower(i) == "against" && back == 1) points += 2;
    if (is(i, "victim_kin") && lower(i) != "she" && back <= 2 && !comes_along(i) && !kin_of_another(i)) points -= 2.5;
    // "said that she is X", "introduced himself as X": who gives a name to the informant.
    if (back == 2 && (lower(i) == "she" || lower(i) == "he" || lower(i) == "himself" || lower(i) == "herself") &&
        (lower(i + 1) == "is" || lower(i + 1) == "as"))
      points += 1.5;
    if (lower(i) == "husband" && back == 1) points += 0.5;
    if (back == 1 && comes_along(i)) points += 2;
    if ((lower(i) == "to" || lower(i) == "with" || lower(i) == "of") && back == 1) points += counterpart(i);
    if (is(i, "witness_word")) points -= 4;
    if (one_of(i, {"hospital", "doctor", "nurse", "compounder", "paramedic"}) && back == 1) points -= 3;
    if (lower(i) == "ward" && back == 2) points -= 3;  // "ward boy Tinku"
    if (lower(i) == "from" && back == 1 && found_on(i)) points += 2;
  }
  return points;
}

// "I know Raja, Bhola and Sanju", "from the crowd I recognise Sanjay": whom the informant names of many.
bool AccusedEvidence::recognised_by_the_informant(std::size_t verb) const {
  if (verb == 0 || !one_of(verb, {"recognise", "recognised", "recognize", "recognized", "identified", "know"}))
    return false;
  const bool only = one_of(verb - 1, {"only", "could"});
  return one_of(verb - 1, {"i", "we"}) || (only && verb > 1 && one_of(verb - 2, {"i", "we"}));
}

bool AccusedEvidence::comes_along(std::size_t kin) const {
  return kin >= 2 && same_sentence(kin - 2, kin) && (is(kin, "kin") || is(kin, "role") || is(kin, "person_noun")) &&
         one_of(kin - 1, {"his", "uska", "uske", "uski", "unka", "her"}) && joins_a_list(lower(kin - 2));
}

bool AccusedEvidence::kin_of_another(std::size_t kin) const {
  if (kin > 2 && lower(kin - 2) == "s" && name_at(kin - 3) != nullptr) return true;
  if (kin < 2 || lower(kin - 1) != "s" || !same_sentence(kin - 2, kin)) return false;
  // "Tau ji's son", "the owner's son", but not "my brother's son".
  return name_at(kin - 2) != nullptr || kin < 3 || !of_the_informant(kin - 3);
}

double AccusedEvidence::counterpart(std::size_t at) const {
  for (std::size_t back = 1; back <= 14 && back <= at && same_sentence(at - back, at); ++back) {
    const std::size_t i = at - back;
    if (lower(at) == "to" && (is(i, "entrusting_verb") || lower(i) == "loan")) return 1.5;
    if (back <= 5 && is(i, "marriage_word")) return 1.5;
    if (lower(at) == "of" && back <= 2 && known_.complainant.rank && is(i, "place_noun")) return 1.5;
  }
  return lower(at) == "of" && found_on(at) ? 1.5 : 0;
}

bool AccusedEvidence::found_on(std::size_t from) const {
  for (std::size_t back = 1; back <= kVerbReach && back <= from && same_sentence(from - back, from); ++back) {
    if (one_of(from - back, {"seized", "recovered", "baramad", "confiscated"})) return true;
    if (name_at(from - back) != nullptr) return false;
  }
  return false;
}

double AccusedEvidence::verb_after(const NameRun& run) const {
  const NameRun* other_name = following(run);
  if (other_name != nullptr && alias(*other_name)) return verb_after(*other_name);
  const std::size_t next = run.last + 1;
  if (!same_sentence(run.last, next)) return 0;
  if (tells_what_was_seen(run) || advised_or_informed(run)) return -4;
  if (lower(next) == "is" && lower(next + 1) == "my" && is(next + 2, "kin")) return 1.5;
  if (lower(next) == "se" && same_sentence(next, next + 1)) return 1;
  if (const std::size_t at = behind_the_age(next); lower(at) == "ko" && beaten_behind(at)) return -1;
  if (lower(next) == "s" && lower(next + 1) != "o") return is(next + 1, "kin") ? 0.3 : -0.5;
  double points = lower(next) == "ne" || lower(next) == "aur" ? (lower(next) == "ne" ? 2 : 0) : 0;
  for (std::size_t i = next; i < next + kVerbReach && same_sentence(run.last, i); ++i) {
    if (i > next && name_at(i) != nullptr && lower(i - 1) != "o" && lower(i - 1) != "of" && lower(i - 1) != "and" &&
        lower(i - 1) != "aur")
      break;
    if ((is(i, "witness_verb") && i <= next + 2) || helped(i)) return -4;
    if (is(i, "wrong_verb")) return suffered(i) ? points : points + (i <= next + 4 ? kVerbAtOnce : kVerbFurther);
    if (lower(i) == "me" && i > next && text_.text().before(i + 1).find('.') == std::string_view::npos && i <= next + 1)
      break;
  }
  return points;
}

std::size_t AccusedEvidence::behind_the_age(std::size_t at) const {
  if (!same_sentence(at - 1, at) || tokens_[at].kind != reading::TokenKind::number) return at;
  return is(at + 1, "years_word") ? at + 2 : at + 1;
}

bool AccusedEvidence::beaten_behind(std::size_t at) const {
  for (std::size_t i = at + 1; i <= at + 6 && same_sentence(at, i); ++i) {
    if (is(i, "assault_verb")) return true;
  }
  return false;
}

const NameRun* AccusedEvidence::following(const NameRun& run) const {
  const auto next = std::find_if(names_.begin(), names_.end(), [&](const NameRun& r) { return r.first > run.last; });
  return next == names_.end() || next->first - run.last > 3 ? nullptr : &*next;
}

}  // namespace dossier::fir
