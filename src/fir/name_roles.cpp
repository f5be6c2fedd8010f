#include "fir/name_roles.h"

#include "fir/grammar.h"

#include <algorithm>

namespace dossier::fir {
namespace {

constexpr std::size_t kVerbReach = 12;          // tokens from a name to what the person saw
constexpr std::size_t kObjectReach = 5;         // tokens from a blow to the name of who received it
constexpr std::size_t kSignatureTokensMax = 8;  // from a name behind the informant's own to the end
constexpr std::size_t kAddressTokensMax = 40;   // of a letter, above its "Sir,"

}  // namespace

bool NameRoles::is_complainant(const NameRun& run) const {
  const auto& me = known_.complainant.name;
  if (!me) return false;
  if (text_.text().span_of(run.first, run.last).overlaps(me.span)) return true;
  return me.text.find(text_.text().slice(text_.text().span_of(run.core, run.last))) != std::string::npos;
}

bool NameRoles::town_of_a_place(const NameRun& run) const {
  if (run.first == 0 || text_.text().before(run.first) != ", " || run.last + 1 >= tokens_.size() ||
      text_.text().before(run.last + 1).find_first_of(",.") == std::string_view::npos)
    return false;
  // "a boy of our street, Pramod, 19, showed": whoever has an age is no town.
  if (tokens_[run.last + 1].kind == reading::TokenKind::number && same_sentence(run.last, run.last + 1)) return false;
  const NameRun* before = name_at(run.first - 1);
  return place_noun(run.first - 1) || (before != nullptr && before != &run && place_like(*before));
}

// "Karol Bagh", "Aliganj", "Farrukhabad": endings that hardly any name of a person has.
bool NameRoles::ends_like_a_place(const NameRun& run) const {
  const auto last = lower(run.last);
  if (run.core < run.last &&
      one_of(run.last, {"bagh", "ganj", "gunj", "peth", "khurd", "kalan", "hills", "heights", "pura", "puri", "wadi",
                        "garden", "gardens", "extension", "express", "mail", "shatabdi", "intercity", "passenger"}))
    return true;
  constexpr std::size_t kStemMin = 3;
  for (const std::string_view ending : {"abad", "garh", "nagar", "ganj", "gunj", "palli", "pally", "pura", "wadi"}) {
    if (last.ends_with(ending) && last.size() >= ending.size() + kStemMin) return true;
  }
  return false;
}

bool NameRoles::place_like(const NameRun& run) const {
  if (!run.titled && ends_like_a_place(run)) return true;
  if (run.titled && !place_noun(run.last) && !place_noun(run.last + 1))
    return false;  // "Mrs Khanna", whatever the map says
  if (town_of_a_place(run) || home_of_somebody(run)) return true;
  if (place_noun(run.last + 1) && same_sentence(run.last, run.last + 1) && text_.text().before(run.last + 1) == " ")
    return true;
  for (std::size_t i = run.first; i <= run.last; ++i) {
    if (place_noun(i)) return true;
  }
  if (is(run.last, "town")) return true;
  if (run.first == 0 || !same_sentence(run.first - 1, run.first)) return false;
  const bool suspected = run.first > 2 && (is(run.first - 2, "suspect_word") || is(run.first - 3, "suspect_word"));
  return is(run.first - 1, "leads_to_place") && text_.text().before(run.first) == " " && !suspected;
}

bool NameRoles::names_an_office(const NameRun& run) const {
  const std::size_t next = run.last + 1;
  return same_sentence(run.last, next) && text_.text().before(next) == " " &&
         one_of(next, {"ps", "thana", "halka", "circle", "attorney", "chowki", "outpost", "tehsil", "booth"});
}

bool NameRoles::surely_a_place(const NameRun& run) const {
  if (run.titled || run.first == 0 || !same_sentence(run.first - 1, run.first) || lower(run.last + 1) == "s")
    return false;
  return one_of(run.first - 1,
                {"at", "in", "village", "gram", "gaon", "district", "tehsil", "thana", "towards", "vill"}) &&
         text_.text().before(run.first) == " ";
}

bool NameRoles::home_of_somebody(const NameRun& run) const {
  if (run.titled || run.first < 2 || !same_sentence(run.first - 2, run.first) || lower(run.first - 1) != "of")
    return false;
  return name_at(run.first - 2) != nullptr || is(run.first - 2, "person_noun");
}

bool NameRoles::object_of_a_wrong(const NameRun& run) const {
  bool mine = false;
  for (std::size_t back = 1; back <= kObjectReach && back <= run.first && same_sentence(run.first - back, run.first);
       ++back) {
    const std::size_t i = run.first - back;
    if (is(i, "assault_verb")) return back > 1 || is_struck_at_once(i, run);
    if (mine && is(i, "grave_act")) return true;
    mine = mine || of_the_informant(i);
    // "beat me, Tapas and Bapi".
    if (one_of(i, {"me", "us", "him", "them"}) && text_.text().before(i + 1).find(',') != std::string_view::npos)
      return back < kObjectReach && i > 0 && is(i - 1, "assault_verb");
    const bool leads = is_determiner(lower(i)) || is(i, "role") || is(i, "kin") || is(i, "victim_kin") ||
                       is(i, "occupation") || is(i, "worker") || one_of(i, {"younger", "elder", "old", "co"});
    if (!leads) return false;
  }
  return false;
}

bool NameRoles::is_struck_at_once(std::size_t verb, const NameRun& run) const {
  if (verb == 0 || passive(verb) || text_.text().before(run.first) != " " || tokens_[verb].lower.ends_with("ing"))
    return false;
  const bool hindi = one_of(run.last + 1, {"ne", "ko", "aur"});
  return !hindi && same_sentence(verb - 1, verb) &&
         (name_at(verb - 1) != nullptr || one_of(verb - 1, {"he", "she", "they", "who"}));
}

bool NameRoles::late(const NameRun& run) const {
  for (std::size_t i = run.first > 0 ? run.first - 1 : 0; i <= run.core && i < tokens_.size(); ++i) {
    if (one_of(i, {"late", "lt", "svargiya", "swargiya", "sv", "swa"})) return true;
  }
  return false;
}

bool NameRoles::tells_what_was_seen(const NameRun& run) const {
  const std::size_t next = run.last + 1;
  if (!is(next, "telling_verb") && !is(next + 1, "telling_verb")) return false;
  for (std::size_t i = next; i < next + kVerbReach && same_sentence(run.last, i); ++i) {
    if (is(i, "witness_verb")) return true;
  }
  return false;
}

bool NameRoles::kin_of_the_informant(const NameRun& run) const {
  // "sister" is a title as well: then it stands inside the run.
  const std::size_t kin = run.titled && is(run.first, "victim_kin") ? run.first : run.first - 1;
  return run.first > 0 && kin > 0 && same_sentence(kin - 1, kin) && is(kin, "victim_kin") && of_the_informant(kin - 1);
}

bool NameRoles::of_the_informant(std::size_t i) const {
  return one_of(i, {"my", "our", "mera", "meri", "mere", "hamara", "hamari", "hamare"});
}

bool NameRoles::signs_with_the_informant(const NameRun& run) const {
  const auto& me = known_.complainant.name;
  const bool at_the_foot = tokens_.size() - run.first <= kSignatureTokensMax;
  return me && at_the_foot && tokens_[run.first].sentence == tokens_.back().sentence &&
         me.span.start >= sentence_start(tokens_.back().sentence) && tokens_[run.first].span.start > me.span.start;
}

std::uint32_t NameRoles::sentence_start(int sentence) const {
  const auto first = std::find_if(tokens_.begin(), tokens_.end(),
                                  [&](const reading::Token& token) { return token.sentence == sentence; });
  return first == tokens_.end() ? 0 : first->span.start;
}

bool NameRoles::caste(const NameRun& run) const {
  const bool one_word = !run.titled && run.core == run.last;
  const bool before = run.first > 0 && lower(run.first - 1) == "caste";
  return before || one_of(run.last + 1, {"caste", "community", "samaj", "baniya", "jati", "biradari"}) ||
         (one_word && (is(run.core, "caste_name") || is(run.core, "sc_group")));
}

bool NameRoles::in_quotation_marks(const NameRun& run) const {
  const bool opened = text_.text().before(run.first).find_first_of("'\"") != std::string_view::npos;
  const bool called = run.first > 0 && one_of(run.first - 1, {"called", "named", "alias", "as", "urf"});
  return opened && !called && text_.text().before(run.last + 1).find_first_of("'\"") != std::string_view::npos;
}

bool NameRoles::looked_on(const NameRun& run) const {
  bool witness = same_sentence(run.last, run.last + 1) &&
                 (is(run.last + 1, "witness_verb") || is(run.last + 2, "witness_word") || tells_what_was_seen(run));
  for (std::size_t back = 1; back <= 5 && back <= run.first && same_sentence(run.first - back, run.first); ++back)
    witness = witness || is(run.first - back, "witness_word");
  return witness;
}

bool NameRoles::alias(const NameRun& run) const {
  if (run.first == 0 || !same_sentence(run.first - 1, run.first)) return false;
  return one_of(run.first - 1, {"alias", "urf"}) || text_.text().before(run.first).find('@') != std::string_view::npos;
}

bool NameRoles::animal(const NameRun& run) const {
  const bool owner = run.first > 0 && (is(run.first - 1, "role") || is(run.first - 1, "kin"));
  return !owner && same_sentence(run.last, run.last + 1) && text_.text().before(run.last + 1) == " " &&
         (is(run.last + 1, "animal") || is(run.last + 1, "domestic_animal"));
}

bool NameRoles::son_of(const NameRun& run) const {
  if (run.first < 2) return false;
  const auto relation = lower(run.first - 2);
  return lower(run.first - 1) == "o" && text_.text().before(run.first - 1) == "/" &&
         (relation == "s" || relation == "d" || relation == "w" || relation == "c");
}

bool NameRoles::in_the_address(const NameRun& run) const {
  for (std::size_t i = run.last + 1; i < tokens_.size() && i < kAddressTokensMax; ++i) {
    // "she told me that sir makes her sit" addresses nobody.
    const bool begins = text_.text().before(i).find_first_of("\n,.") != std::string_view::npos ||
                        one_of(i - 1, {"respected", "dear", "hon", "honourable"});
    if (begins && one_of(i, {"sir", "madam", "subject", "sub"})) return true;
  }
  return false;
}

bool NameRoles::owner_of_a_place(const NameRun& run) const {
  const std::size_t next = run.last + 1;
  return same_sentence(run.last, next) &&
         (place_noun(next) || is(next, "org_noun") || is(next, "hospital_word") || lower(next) == "side");
}

bool NameRoles::only_an_office(const NameRun& run) const {
  const std::size_t next = run.last + 1;
  if (!run.titled && same_sentence(run.last, next) && tokens_[next].capital && text_.text().before(next) == " " &&
      is(next, "occupation"))
    return true;  // "Range Officer Kanker Shri Yogesh Netam"
  for (std::size_t i = run.core; i <= run.last; ++i) {
    if (!is(i, "occupation") && !is(i, "role") && !is(i, "title")) return false;
  }
  return true;
}

bool NameRoles::numbered(const NameRun& run) const {
  return run.first > 0 && tokens_[run.first - 1].kind == reading::TokenKind::number &&
         tokens_[run.first - 1].lower.size() <= 2 &&
         text_.text().before(run.first).find_first_of(".)") != std::string_view::npos;
}

bool NameRoles::stand_in_a_row(const NameRun& a, const NameRun& b) const {
  bool joined = numbered(b) || text_.text().before(b.first).find_first_of(",&") != std::string_view::npos;
  for (std::size_t i = a.last + 1; i < b.first; ++i) {
    const NameRun* between = name_at(i);
    const bool detail = (between != nullptr && beside_a_head(*between)) || is(i, "kin") || is(i, "role") ||
                        is(i, "person_noun") || details_a_person(lower(i)) ||
                        (lower(i) == "in" && lower(i + 1) == "law") ||
                        (tokens_[i].kind == reading::TokenKind::number && tokens_[i].lower.size() <= 2);
    const bool joins = joins_a_list(lower(i));
    if (!detail && !joins) return false;
    joined = joined || joins || text_.text().before(i).find_first_of(",&") != std::string_view::npos;
  }
  return joined;
}

std::string_view NameRoles::words_of(const NameRun& run) const {
  return text_.text().slice(text_.text().span_of(run.core, run.last));
}

}  // namespace dossier::fir
