#include "fir/name_deeds.h"

namespace dossier::fir {
namespace {

constexpr std::size_t kVerbReach = 12;     // tokens from a subject to its verb, and from a verb to what it was done for
constexpr std::size_t kAdviceReach = 8;    // tokens from "told me" to what was advised
constexpr std::size_t kDetailsMax = 8;     // tokens of age, parentage and home behind a name
constexpr std::size_t kHelpersMax = 3;     // "has not yet been", before what was suffered
constexpr std::size_t kAbsenceReach = 24;  // tokens from "left home" to "did not return"

}  // namespace

std::size_t NameDeeds::behind_its_details(const NameRun& run) const {
  std::size_t at = run.last + 1;
  while (at <= run.last + kDetailsMax && same_sentence(run.last, at) &&
         (tokens_[at].kind == reading::TokenKind::number || is(at, "years_word") ||
          one_of(at, {"aged", "age", "old", "s", "o", "w", "d", "r", "of"}) ||
          (name_at(at) != nullptr && (son_of(*name_at(at)) || home_of_somebody(*name_at(at))))))
    ++at;
  return at;
}

bool NameDeeds::suffered_harm(const NameRun& run) const {
  const std::size_t next = behind_its_details(run);
  if (!same_sentence(run.last, next)) return false;
  if (is(next, "die")) return true;
  if (!one_of(next, {"was", "is", "has", "had", "got", "were", "are", "have"})) return false;
  for (std::size_t i = next + 1; i <= next + kHelpersMax && same_sentence(next, i); ++i) {
    if (one_of(i, {"dead", "died", "expired", "injured", "hurt", "unconscious", "admitted", "hospitalised", "icu"}))
      return true;
    if (is(i, "capture_verb") || is(i, "accusing")) return false;
    if ((is(i, "grave_act") || is(i, "assault_verb")) && passive(i))
      return !one_of(i, {"recovered", "seized", "raided", "intercepted", "apprehended"});
  }
  return false;
}

bool NameDeeds::is_looked_for(const NameRun& run) const {
  bool left = false;
  for (std::size_t i = run.last + 1; i <= run.last + kAbsenceReach && i < tokens_.size(); ++i) {
    if (tokens_[i].sentence > tokens_[run.last].sentence + 1) return false;
    if (lower(i) == "with") return false;  // who went away with somebody is not looked for alone
    left = left || one_of(i, {"left", "went", "gone"});
    if (one_of(i, {"missing", "untraceable", "lapata"}) && same_sentence(run.last, i)) return true;
    const bool back =
        one_of(i, {"return", "returned", "come", "came", "reached"}) && i > 0 &&
        (one_of(i - 1, {"not", "never", "nor", "didn't", "hasn't"}) || (i > 1 && one_of(i - 2, {"not", "never"})));
    if (left && back) return true;
    if (is(i, "assault_verb") && !passive(i)) return false;
  }
  return false;
}

bool NameDeeds::advised_or_informed(const NameRun& run) const {
  std::size_t verb = behind_its_details(run);
  if (one_of(verb, {"then", "also", "later"})) ++verb;
  if (!same_sentence(run.last, verb + 1)) return false;
  const bool to_me = one_of(verb + 1, {"me", "us", "him", "her", "them", "my", "our", "the", "about"});
  if (one_of(verb, {"informed", "phoned", "telephoned", "alerted", "rang"}) && to_me) return true;
  if (lower(verb) == "called" &&
      (one_of(verb + 1, {"police", "ambulance"}) || one_of(verb + 2, {"police", "ambulance"})))
    return true;
  if (!to_me || !one_of(verb, {"told", "asked", "advised", "suggested", "helped"})) return false;
  for (std::size_t i = verb + 1; i <= verb + kAdviceReach && same_sentence(verb, i); ++i) {
    if (is(i, "assault_verb") || is(i, "pay_word")) return false;
    if (one_of(i, {"fraud", "cheated", "complain", "report", "lodge", "police", "thana", "station", "fir", "here",
                   "complaint"}))
      return true;
  }
  return false;
}

bool NameDeeds::gave_treatment(std::size_t verb) const {
  if (!one_of(verb, {"gave", "put", "did", "applied", "given"})) return false;
  for (std::size_t i = verb + 1; i <= verb + 4 && same_sentence(verb, i); ++i) {
    if (one_of(i, {"stitches", "stitch", "blood", "aid", "treatment", "bandage", "dressing", "plaster", "medicine"}))
      return true;
  }
  return false;
}

bool NameDeeds::helped(std::size_t verb) const {
  if (gave_treatment(verb)) return true;
  const bool cared = one_of(verb, {"treated", "helped", "rescued", "saved", "accompanied", "attended", "bandaged",
                                   "operated", "examined", "consoled"});
  const bool carried = one_of(verb, {"brought", "took", "rushed", "carried", "shifted", "escorted", "admitted"});
  if ((!cared && !carried) || !same_sentence(verb, verb + 1) ||
      !one_of(verb + 1, {"me", "him", "her", "us", "them", "my", "our", "both", "the", "on"}))
    return false;
  bool to_help = cared;
  for (std::size_t i = verb + 1; i < verb + kVerbReach && same_sentence(verb, i); ++i) {
    if (is(i, "assault_verb") || is(i, "grave_act") || lower(i).starts_with("abort") || lower(i).starts_with("neglig"))
      return false;
    to_help = to_help || one_of(i, {"hospital", "clinic", "doctor", "dispensary", "phc", "police", "thana", "here"});
  }
  return to_help;
}

bool NameDeeds::wronged(const NameRun& run) const {
  for (std::size_t i = run.last + 1; i < run.last + kVerbReach && same_sentence(run.last, i); ++i) {
    if (is(i, "wrong_verb") || is(i, "grave_act")) return passive(i);
  }
  return false;
}

}  // namespace dossier::fir
