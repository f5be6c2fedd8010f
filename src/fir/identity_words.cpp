#include "fir/identity_words.h"

#include "reading/one_of.h"

#include <algorithm>
#include <unordered_set>

namespace dossier::fir {
namespace {

using reading::one_of;
using reading::Text;
using reading::Token;
using reading::TokenKind;
using WordSet = std::unordered_set<std::string_view>;

// How many words a name of each kind may have: what is longer is cut off by the function words before that.
constexpr std::size_t kHomeWordsMax = 14, kEmployerWordsMax = 8, kSchoolWordsMax = 5, kPlaceWordsMax = 2,
                      kNameWordsMax = 3, kBirthWordsMax = 5;

bool is_home_word(std::string_view w) {
  static const WordSet kWords = {"resident", "residing", "residence", "reside", "resides",  "residents", "lives",
                                 "live",     "living",   "stay",      "stays",  "staying",  "address",   "niwasi",
                                 "nivasi",   "vasi",     "rehti",     "rehta",  "rehte",    "rahti",     "rahta",
                                 "pata",     "rahne",    "rehne",     "rented", "homeless", "native"};
  return kWords.contains(w);
}

// What has a name behind or before it: "village Rampur", "Rampur village".
bool is_place_noun(std::string_view w) {
  static const WordSet kWords = {
      "village",  "vill",   "gaon",      "gram",   "mohalla", "colony", "basti",    "ward",      "gali",
      "lane",     "street", "road",      "marg",   "chowk",   "nagar",  "society",  "apartment", "apartments",
      "tower",    "towers", "block",     "sector", "phase",   "chawl",  "layout",   "enclave",   "residency",
      "hostel",   "post",   "tehsil",    "taluka", "taluk",   "mandal", "district", "dist",      "tola",
      "tanda",    "padosi", "panchayat", "hamlet", "house",   "flat",   "plot",     "room",      "quarter",
      "quarters", "qtr",    "makan",     "door",   "hno"};
  return kWords.contains(w);
}

bool is_school(std::string_view w) {
  static const WordSet kWords = {"school",    "college",    "vidyalaya", "vidyapeeth", "academy",   "convent",
                                 "hostel",    "university", "coaching",  "institute",  "madrasa",   "madarsa",
                                 "anganwadi", "gurukul",    "tuition",   "classes",    "pathshala", "polytechnic",
                                 "schools",   "kendra",     "ashram",    "orphanage",  "creche",    "playschool"};
  return kWords.contains(w);
}

// Behind which an employer stands: "works at", "employed with", "a nurse of".
bool is_work(std::string_view w) {
  static const WordSet kWords = {
      "work",      "works",        "working",   "worked",  "job",     "jobs",      "employed", "employee", "employer",
      "employers", "posted",       "naukri",    "duty",    "intern",  "nurse",     "clerk",    "maid",     "helper",
      "cashier",   "receptionist", "engineer",  "staff",   "manager", "salesgirl", "teacher",  "office",   "company",
      "factory",   "firm",         "constable", "serving", "trainee", "student",   "studies",  "studying", "study",
      "reads",     "padhti",       "padhta",    "padhati", "pupil",   "enrolled",  "learns",   "kaam"};
  return kWords.contains(w);
}

bool is_name_word(std::string_view w) {
  return one_of(w, {"named", "namely", "name", "naam", "nam", "called", "alias", "urf", "nickname", "nicknamed", "urfe",
                    "known"});
}

bool is_birth_word(std::string_view w) {
  return one_of(w, {"born", "dob", "birth", "janm", "janam", "birthday"});
}

class Around {
 public:
  explicit Around(const Text& text) : text_(text), tokens_(text.tokens()), hidden_(tokens_.size(), false) {}

  std::vector<bool> run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const std::string& word = tokens_[i].lower;
      if (is_home_word(word) || is_slashed(i, "r", "o")) home_behind(i);
      if (is_place_noun(word)) place_at(i);
      if (is_school(word)) school_before(i);
      if (is_work(word)) employer_behind(i);
      if (is_name_word(word)) name_behind(i);
      if (is_birth_word(word)) birth_behind(i);
      if (is_kin(word)) kin_at(i);
    }
    return std::move(hidden_);
  }

 private:
  // "r/o", of which `i` is the second letter.
  bool is_slashed(std::size_t i, std::string_view first, std::string_view second) const {
    return i > 0 && tokens_[i].lower == second && tokens_[i - 1].lower == first && text_.before(i) == "/";
  }
  bool sentence_ends_before(std::size_t i) const {
    return i >= tokens_.size() || tokens_[i].sentence != tokens_[i - 1].sentence ||
           text_.before(i).find("\n\n") != std::string_view::npos;
  }
  bool comma_before(std::size_t i) const { return text_.before(i).find_first_of(",;()\n") != std::string_view::npos; }
  bool function(std::size_t i) const { return is_function_word(tokens_[i].lower); }

  // "14 years", which says nothing of a place.
  bool is_age(std::size_t k) const {
    return one_of(tokens_[k].lower, {"years", "year", "yrs", "yr", "old", "saal", "sal", "varsh", "class", "umr"});
  }

  // Prepositions and numbers of the address go on; a pronoun or a verb ends it.
  void home_behind(std::size_t i) {
    static const WordSet kEnds = {"i",       "that",  "have", "has",   "had",    "was",  "were", "am",
                                  "is",      "he",    "she",  "they",  "we",     "who",  "when", "where",
                                  "which",   "want",  "wish", "state", "submit", "mai",  "main", "maine",
                                  "mera",    "meri",  "hu",   "hoon",  "hun",    "hai",  "and",  "aur",
                                  "because", "since", "on",   "but",   "mobile", "aged", "age",  "phone"};
    // "rampur ki rehne wali": what the Hindi verb is about stands before it.
    for (std::size_t k = i, n = 0; k-- > 0 && n < kNameWordsMax && tokens_[k].sentence == tokens_[i].sentence; ++n) {
      if (!one_of(tokens_[i].lower,
                  {"rehti", "rehta", "rehte", "rahti", "rahta", "niwasi", "nivasi", "vasi", "rahne", "rehne"}))
        break;
      if (!function(k)) hidden_[k] = true;
    }
    for (std::size_t k = i + 1, n = 0; !sentence_ends_before(k) && n < kHomeWordsMax; ++k, ++n) {
      if (kEnds.contains(tokens_[k].lower)) break;
      if (!function(k)) hidden_[k] = true;
    }
  }

  void place_at(std::size_t i) {
    for (std::size_t k = i, n = 0; k-- > 0 && n < kPlaceWordsMax; ++n) {
      if (sentence_ends_before(k + 1) || comma_before(k + 1) || function(k) || is_age(k)) break;
      hidden_[k] = true;
    }
    for (std::size_t k = i + 1, n = 0; n < kPlaceWordsMax && !sentence_ends_before(k); ++k) {
      if (one_of(tokens_[k].lower, {"no", "number", "num", "name", "of"})) continue;
      if (text_.before(k).find_first_of(",;()\n") != std::string_view::npos || function(k)) break;
      hidden_[k] = true;
      ++n;
    }
  }

  void school_before(std::size_t i) {
    for (std::size_t k = i, n = 0; k-- > 0 && n < kSchoolWordsMax; ++n) {
      if (sentence_ends_before(k + 1) || comma_before(k + 1) || function(k)) break;
      hidden_[k] = true;
    }
    name_behind(i);
  }

  void employer_behind(std::size_t i) {
    std::size_t k = i + 1;
    if (sentence_ends_before(k) ||
        !one_of(tokens_[k].lower, {"in", "at", "for", "with", "of", "as", "under", "me", "mein"}))
      return;
    static const WordSet kGoesOn = {"in", "at", "for", "with", "of", "as", "under", "a", "an", "the", "me", "mein"};
    for (std::size_t n = 0; n < kEmployerWordsMax && !sentence_ends_before(k); ++k, ++n) {
      const std::string& word = tokens_[k].lower;
      if (kGoesOn.contains(word)) continue;
      if (function(k)) break;
      hidden_[k] = true;
    }
  }

  // "named X", "name is X", "X naam ki".
  void name_behind(std::size_t i) {
    for (std::size_t k = i + 1, n = 0; n < kNameWordsMax && !sentence_ends_before(k); ++k) {
      if (one_of(tokens_[k].lower, {"is", "as", "was", "of", "the", "hai", "called", "named", "s"})) continue;
      if (function(k) || comma_before(k) || is_work(tokens_[i].lower)) break;
      if (is_school(tokens_[i].lower) && !tokens_[k].capital) break;
      hidden_[k] = true;
      ++n;
    }
    const bool hindi = one_of(tokens_[i].lower, {"naam", "nam"});
    if (hindi && i > 0 && !sentence_ends_before(i) && !function(i - 1)) hidden_[i - 1] = true;
  }

  void birth_behind(std::size_t i) {
    for (std::size_t k = i + 1, n = 0; n < kBirthWordsMax && !sentence_ends_before(k); ++k, ++n)
      if (tokens_[k].kind == TokenKind::number || !function(k)) hidden_[k] = true;
  }

  // "my daughter star, aged 14": a name that is a word as well.
  void kin_at(std::size_t i) {
    const std::size_t k = i + 1;
    if (sentence_ends_before(k) || function(k) || is_kin(tokens_[k].lower) || comma_before(k)) return;
    if (tokens_[k].kind != TokenKind::word || k + 1 >= tokens_.size()) return;
    const Token& next = tokens_[k + 1];
    const bool age = next.kind == TokenKind::number || one_of(next.lower, {"aged", "age", "umar", "umr", "aayu"});
    if (age && tokens_[k].lower != "aged" && tokens_[k].lower != "age") hidden_[k] = true;
  }

  const Text& text_;
  const std::vector<Token>& tokens_;
  std::vector<bool> hidden_;
};

}  // namespace

std::vector<bool> told_by_the_words_around(const Text& text) {
  return Around(text).run();
}

bool is_head(const Text& text, std::size_t i) {
  if (i == 0 || text.tokens()[i].sentence != text.tokens()[i - 1].sentence) return true;
  return text.before(i).find_first_of("\"\n:") != std::string_view::npos;
}

bool is_kin(std::string_view w) {
  static const WordSet kWords = {
      "father",      "mother",   "brother",       "sister",     "son",        "daughter", "wife",         "husband",
      "uncle",       "aunt",     "aunty",         "niece",      "nephew",     "cousin",   "parents",      "grandfather",
      "grandmother", "grandson", "granddaughter", "stepfather", "stepmother", "stepson",  "stepdaughter", "fiance",
      "fiancee",     "beti",     "beta",          "bete",       "behen",      "bahan",    "behan",        "bhen",
      "bhai",        "maa",      "mummy",         "papa",       "pita",       "pitaji",   "pati",         "patni",
      "chacha",      "chachi",   "mama",          "mami",       "mausi",      "mausa",    "bua",          "fufa",
      "phupha",      "dada",     "dadi",          "nana",       "nani",       "jeth",     "jethani",      "devar",
      "devrani",     "sasur",    "saas",          "bhabhi",     "jija",       "saala",    "saali",        "sali",
      "bahu",        "damad",    "ladki",         "bacchi",     "bachchi",    "putri",    "putra",        "bitiya",
      "bhatiji",     "bhanji",   "nanad",         "nandoi",     "pota",       "poti",     "victim",       "survivor",
      "prosecutrix"};
  return kWords.contains(w);
}

bool is_function_word(std::string_view w) {
  static const WordSet kWords = {
      "a",     "an",   "the",    "this",    "that", "these", "those",  "my",       "our",       "his",    "her",
      "their", "your", "its",    "i",       "we",   "he",    "she",    "they",     "it",        "me",     "him",
      "them",  "us",   "in",     "at",      "of",   "on",    "to",     "from",     "for",       "by",     "with",
      "near",  "and",  "or",     "but",     "is",   "are",   "was",    "were",     "am",        "be",     "been",
      "has",   "have", "had",    "do",      "does", "did",   "not",    "no",       "who",       "whom",   "which",
      "where", "when", "while",  "as",      "so",   "then",  "there",  "here",     "after",     "before", "about",
      "into",  "out",  "up",     "down",    "over", "under", "same",   "one",      "some",      "any",    "all",
      "every", "went", "going",  "go",      "came", "come",  "coming", "returned", "returning", "said",   "told",
      "asked", "took", "since",  "because", "if",   "will",  "would",  "can",      "could",     "ki",     "ka",
      "ke",    "ko",   "se",     "ne",      "mein", "par",   "pe",     "hai",      "hain",      "tha",    "thi",
      "the",   "ho",   "hua",    "aur",     "mera", "meri",  "mere",   "uska",     "uski",      "uske",   "apne",
      "apni",  "apna", "wo",     "woh",     "yeh",  "ye",    "jo",     "jab",      "tab",       "maine",  "main",
      "mai",   "hum",  "humari", "hamari",  "kal",  "aaj",   "gayi",   "gaya",     "gaye",      "jaa",    "ja",
      "rahi",  "raha", "rahe",   "wali",    "wala", "wale",  "ek",     "s",        "aged",      "age",    "only",
      "also"};
  return kWords.contains(w);
}

}  // namespace dossier::fir
