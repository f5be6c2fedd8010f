#include "reading/mood_reader.h"
#include "reading/moods.h"

namespace dossier::reading {
namespace {

constexpr std::size_t kShortReach = 3;  // "without", and the Hindi "na"

class Denials : MoodReader {
 public:
  Denials(const Text& text, std::vector<Mood>& moods) : MoodReader(text, moods) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const std::string& word = tokens_[i].lower;
      if (is_denial(word) && !numbers_something(i)) deny_after(i, reach_of(i));
      if (is_hindi_denial(word) && !is_otherwise(i)) deny_around(i);
      if (one_of(word, {"nobody", "nothing", "none"}) || (word == "no" && lower(i + 1) == "one")) deny_verb_before(i);
      give_a_reason(i, word);
    }
  }

 private:
  std::size_t reach_of(std::size_t i) const {
    if (lower(i) == "without") return reach_of_without(i);
    if (lower(i) == "na") return kShortReach;
    return is_knowing(i + 1) ? 1 : kClauseReach;
  }

  // "A man whom I do not know entered": who does not know denies his knowledge, not what happened. "I did not see any
  // knife" still denies the knife.
  bool is_knowing(std::size_t i) const {
    if (one_of(lower(i), {"know", "known", "knew", "remember", "recall", "recognise", "recognize", "realise", "realize",
                          "understand", "notice"}))
      return !one_of(lower(i + 1), {"any", "if"});
    return one_of(lower(i), {"see", "saw", "seen"}) && one_of(lower(i + 1), {"him", "them", "it", "this", "that"});
  }

  // "I don't say he stole it": what is not said is denied as well, its subject between the two included.
  bool is_saying(std::size_t i) const {
    return one_of(lower(i),
                  {"say", "saying", "claim", "claiming", "allege", "alleging", "think", "believe", "suspect"});
  }

  void deny_after(std::size_t i, std::size_t reach) {
    // "not only beat me", "no doubt", "no sooner" deny nothing.
    if (one_of(lower(i + 1), {"only", "doubt", "sooner", "just", "less"})) return;
    // "... khali nahi ki na, aur ...": a closing "na" denies nothing that follows.
    if (text_.before(i + 1).find(',') != std::string_view::npos) return;
    for (std::size_t k = i + 1; k <= i + reach && same(i, k); ++k) {
      const bool subject_of_the_said = is_saying(i + 1) && k <= i + 3;
      if (k > i + 1 && ends_clause(k) && !subject_of_the_said) break;
      moods_[k].denied = true;
    }
  }

  // "without paying the bill" takes away all of it, "rider without helmet hit me" the helmet alone.
  std::size_t reach_of_without(std::size_t i) const {
    const auto next = lower(i + 1);
    const bool goes_on = next.ends_with("ing") || one_of(next, {"any", "a", "an", "the", "my", "our", "his", "her",
                                                                "their", "proper", "valid", "due", "prior"});
    return goes_on ? kShortReach : 1;
  }

  // "House no. 41", "truck No. RJ 19 GB 6650", "mobile no ending 4471", "a/c no. of my wife": a number, not a denial.
  bool numbers_something(std::size_t i) const {
    if (lower(i) != "no" || i + 1 >= tokens_.size()) return false;
    const bool plate = tokens_[i + 1].all_capitals && text_.before(i + 1).starts_with('.');
    return tokens_[i + 1].kind == TokenKind::number || plate || (i > 0 && same(i - 1, i) && has_a_number(i - 1, i + 1));
  }

  // Whether token `thing` is one of the things that are numbered. What people also have none of ("in the house no food
  // was left") needs the dot of the abbreviation.
  bool has_a_number(std::size_t thing, std::size_t behind) const {
    const bool account = lower(thing) == "c" && thing > 0 && lower(thing - 1) == "a";
    const bool numbered =
        account ||
        one_of(lower(thing), {"mobile",      "mob",    "phone",   "contact",      "whatsapp",  "account", "ac",
                              "roll",        "slip",   "invoice", "registration", "regd",      "reg",     "aadhaar",
                              "aadhar",      "adhar",  "pan",     "policy",       "cheque",    "serial",  "sr",
                              "khasra",      "survey", "docket",  "telephone",    "engine",    "chassis", "imei",
                              "consignment", "awb",    "utr",     "transaction",  "reference", "ref"});
    if (text_.before(behind).starts_with('.'))
      return numbered || one_of(lower(thing), {"house",   "room",  "flat", "plot",  "seat",   "vehicle", "car",
                                               "bike",    "truck", "bill", "card",  "ticket", "receipt", "licence",
                                               "license", "file",  "case", "crime", "fir",    "token"});
    return numbered && !one_of(lower(behind), {"one", "body", "reply", "response", "answer", "more", "longer", "use",
                                               "money", "sign", "trace", "way", "matter", "proof", "action"});
  }

  // "paise do nahi to maarenge": otherwise.
  bool is_otherwise(std::size_t i) const { return one_of(lower(i + 1), {"to", "toh"}) && same(i, i + 1); }

  // "he hit nobody", "pushed no one", "broke nothing".
  void deny_verb_before(std::size_t i) {
    if (i == 0 || !same(i - 1, i) || ends_clause(i)) return;
    moods_[i - 1].denied = true;
  }

  // Hindi puts its "not" beside the verb, on either side: "maara nahi", "nahi maara".
  void deny_around(std::size_t i) {
    for (std::size_t k = i + 1; k <= i + 3 && same(i, k) && !ends_clause(k); ++k) moods_[k].denied = true;
    for (std::size_t back = 1; back <= 4 && back <= i && same(i - back, i); ++back) {
      if (back > 1 && is_having_done(i - back)) break;
      moods_[i - back].denied = true;
      if (ends_clause(i - back)) break;
    }
  }

  // "vasooli karke jama nahi kiya": what was done before is not what was not done.
  bool is_having_done(std::size_t i) const {
    const bool of_two_words =
        one_of(lower(i), {"ke", "kar"}) && i > 0 && same(i - 1, i) &&
        one_of(lower(i - 1), {"kar", "le", "ja", "aa", "de", "bol", "bana", "kha", "bech", "kaat"});
    return of_two_words || one_of(lower(i), {"karke", "lekar", "leke", "jakar", "jaakar", "aakar", "bolkar", "banakar",
                                             "dekar", "deke", "bechkar", "khakar", "nikalkar", "todkar", "utaarkar"});
  }

  // "dar ke maare": the word for a blow is "because of" here.
  void give_a_reason(std::size_t i, const std::string& word) {
    if (i < 2 || !same(i - 2, i) || !one_of(word, {"maare", "mare", "marey"}) || lower(i - 1) != "ke") return;
    if (one_of(lower(i - 2), {"dar", "darr", "sharam", "sharm", "laaj", "khushi", "gusse", "krodh", "bhookh", "bhukh",
                              "pyaas", "thand", "garmi", "jalan", "dard", "lalach"}))
      moods_[i].denied = true;
  }
};

}  // namespace

void mark_denials(const Text& text, std::vector<Mood>& moods) {
  Denials(text, moods).run();
}

bool is_denial(std::string_view lower) {
  if (lower.ends_with("n't")) return true;
  return one_of(
      lower, {"not",  "no",     "never", "without", "neither", "nor",   "nobody", "none",  "nothing", "cannot", "didnt",
              "dont", "doesnt", "wasnt", "isnt",    "couldnt", "hasnt", "havent", "hadnt", "bina",    "na"});
}

bool is_hindi_denial(std::string_view lower) {
  return one_of(lower, {"nahi", "nahin", "nhi", "nai", "mat"});
}

}  // namespace dossier::reading
