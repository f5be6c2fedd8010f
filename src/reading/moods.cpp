#include "reading/moods.h"

#include "reading/sentences.h"

#include <algorithm>
#include <array>

namespace dossier::reading {
namespace {

using Words = std::initializer_list<std::string_view>;

bool one_of(std::string_view word, Words words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::size_t kDenialReach = 8;
constexpr std::size_t kShortReach = 3;  // "without", and the Hindi "na"
constexpr std::size_t kHypothesisReach = 12;
constexpr std::size_t kRequestReach = 7;

bool ends_clause(const Text& text, std::size_t i) {
  const std::string& word = text.tokens()[i].lower;
  if (one_of(word,
             {"and", "but",   "because", "so",      "then",    "when",      "while",  "who",   "which",  "that",
              "aur", "lekin", "par",     "magar",   "kyunki",  "tab",       "phir",   "after", "though", "although",
              "he",  "she",   "they",    "however", "instead", "therefore", "before", "until", "still"})) {
    return true;
  }
  const std::string_view gap = text.before(i);
  return gap.find_first_of(",;:-(\"") != std::string_view::npos;
}

class MoodFinder {
 public:
  explicit MoodFinder(const Text& text) : text_(text), tokens_(text.tokens()), moods_(tokens_.size()) {}

  std::vector<Mood> run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const std::string& word = tokens_[i].lower;
      if (is_denial(word) && !numbers_something(i))
        deny_after(i, word == "without" ? reach_of_without(i) : word == "na" ? kShortReach : kDenialReach);
      if (is_hindi_denial(word) && !is_otherwise(i)) deny_around(i);
      if (one_of(word, {"nobody", "nothing", "none"}) || (word == "no" && lower(i + 1) == "one")) deny_verb_before(i);
      suppose(i, word);
      report(i, word);
      request(i, word);
      call_it(i, word);
    }
    ask();
    return std::move(moods_);
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].lower) : std::string_view{};
  }
  bool same(std::size_t a, std::size_t b) const {
    return b < tokens_.size() && tokens_[a].sentence == tokens_[b].sentence;
  }

  void deny_after(std::size_t i, std::size_t reach) {
    // "not only beat me", "no doubt", "no sooner" deny nothing.
    if (one_of(lower(i + 1), {"only", "doubt", "sooner", "just", "less"})) return;
    // "... khali nahi ki na, aur ...": a closing "na" denies nothing that follows.
    if (text_.before(i + 1).find(',') != std::string_view::npos) return;
    for (std::size_t k = i + 1; k <= i + reach && same(i, k); ++k) {
      if (k > i + 1 && ends_clause(text_, k)) break;
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

  // "House no. 41", "truck No. RJ 19 GB 6650": a number, not a denial.
  bool numbers_something(std::size_t i) const {
    if (lower(i) != "no" || i + 1 >= tokens_.size()) return false;
    const bool plate = tokens_[i + 1].all_capitals && text_.before(i + 1).starts_with('.');
    return tokens_[i + 1].kind == TokenKind::number || plate;
  }

  // "paise do nahi to maarenge": otherwise.
  bool is_otherwise(std::size_t i) const { return one_of(lower(i + 1), {"to", "toh"}) && same(i, i + 1); }

  // "he hit nobody", "pushed no one", "broke nothing".
  void deny_verb_before(std::size_t i) {
    if (i == 0 || !same(i - 1, i) || ends_clause(text_, i)) return;
    moods_[i - 1].denied = true;
  }

  // Hindi puts its "not" beside the verb, on either side: "maara nahi", "nahi maara".
  void deny_around(std::size_t i) {
    for (std::size_t k = i + 1; k <= i + 3 && same(i, k) && !ends_clause(text_, k); ++k) moods_[k].denied = true;
    for (std::size_t back = 1; back <= 4 && back <= i && same(i - back, i); ++back) {
      moods_[i - back].denied = true;
      if (ends_clause(text_, i - back)) break;
    }
  }

  void suppose(std::size_t i, const std::string& word) {
    const bool condition = one_of(word, {"if", "agar", "unless", "whether", "lest", "yadi"});
    const bool fear = one_of(word, {"fear", "afraid", "apprehend", "apprehension", "apprehending"}) &&
                      one_of(lower(i + 1), {"that", "he", "they", "she", "of", "my", "his"});
    const bool perhaps = one_of(word, {"might", "may", "perhaps", "shayad", "could"}) && lower(i + 1) != "have" &&
                         !(word == "could" && lower(i + 1) == "not") && tokens_[i].capital == false;
    if (!condition && !fear && !perhaps) return;
    const std::size_t reach = perhaps ? 4 : kHypothesisReach;
    for (std::size_t k = i + 1; k <= i + reach && same(i, k); ++k) {
      if (k > i + 1 && text_.before(k).find(',') != std::string_view::npos) break;
      moods_[k].hypothetical = true;
    }
  }

  void report(std::size_t i, const std::string& word) {
    const bool people_say =
        one_of(word, {"people", "log", "everyone", "neighbours", "villagers", "newspaper", "somebody", "someone"}) &&
        one_of(lower(i + 1), {"say", "says", "saying", "kehte", "kahte", "claims", "claim"});
    const bool heard =
        one_of(word, {"heard", "rumour", "rumours", "rumor", "suna", "afwah", "gossip"}) &&
        one_of(lower(i + 1), {"that", "from", "he", "she", "they", "of", "hai", "is", "some", "in", "people", "about"});
    const auto before = i > 0 ? lower(i - 1) : std::string_view{};
    const bool elsewhere =
        (word == "news" && one_of(before, {"in", "the", "saw", "read", "watched"}) && lower(i + 1) != "of") ||
        word == "movie" || word == "dream";
    if (!people_say && !heard && !elsewhere) return;
    for (std::size_t k = i + 1; same(i, k); ++k) moods_[k].reported = true;
  }

  // What is asked to be registered is a name for the matter, not an account of it.
  void request(std::size_t i, const std::string& word) {
    if (!one_of(word, {"fir", "case", "complaint", "mukadma", "section", "charge", "charges", "under"})) return;
    if (!asks_for_action(i)) return;
    const bool names_after = word == "under" || one_of(lower(i + 1), {"for", "under", "of", "u", "section"});
    for (std::size_t k = i + 1; names_after && k <= i + kRequestReach && same(i, k); ++k) {
      if (k > i + 2 && ends_clause(text_, k)) break;
      moods_[k].requested = true;
    }
    // "I want kidnapping FIR on him": the word before it.
    if (word == "fir" && i > 1 && same(i - 2, i) && one_of(lower(i - 2), {"want", "lodge", "register", "file"}))
      moods_[i - 1].requested = true;
  }

  // "This is clear cheating", "it is nothing but theft", "we feel looted": what the informant calls it is a name, too.
  void call_it(std::size_t i, const std::string& word) {
    const bool verdict = word == "is" && i > 0 && one_of(lower(i - 1), {"this", "it", "that", "which", "ye", "yeh"}) &&
                         one_of(lower(i + 1), {"clear", "clearly", "nothing", "pure", "purely", "plain", "total",
                                               "totally", "complete", "completely", "open", "simply", "broad"});
    const bool feeling = one_of(word, {"feel", "felt", "feeling"}) && i > 0 &&
                         one_of(lower(i - 1), {"i", "we", "am", "are", "is", "and", "really"});
    const bool as_law_calls_it = word == "amounts" && lower(i + 1) == "to";
    if (!verdict && !feeling && !as_law_calls_it) return;
    for (std::size_t k = i + 1; k <= i + kRequestReach && same(i, k); ++k) {
      if (k > i + 2 && ends_clause(text_, k) && lower(k) != "and" && lower(k) != "but") break;
      moods_[k].requested = true;
    }
  }

  bool asks_for_action(std::size_t i) const {
    bool asks = false;
    for (std::size_t k = i > kRequestReach ? i - kRequestReach : 0; k < i; ++k) {
      if (same(k, i) && (lower(k).starts_with("refus") || lower(k) == "he" || lower(k) == "they")) return false;
      if (same(k, i) && one_of(lower(k), {"please", "kindly", "plz", "pls", "want", "register", "lodge", "book", "file",
                                          "kripya", "request", "demand"}))
        asks = true;
    }
    return asks;
  }

  void ask() {
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t end = i + 1;
      while (same(i, end)) ++end;
      if (in_question(text_, i)) {
        for (std::size_t k = i; k < end; ++k) moods_[k].asked = !tokens_[k].quoted;
      }
      i = end;
    }
  }

  const Text& text_;
  const std::vector<Token>& tokens_;
  std::vector<Mood> moods_;
};

}  // namespace

std::vector<Mood> find_moods(const Text& text) {
  return MoodFinder(text).run();
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

bool is_filler(std::string_view lower) {
  return one_of(
      lower,
      {"a",      "an",     "the",    "my",   "our",  "his",  "her",   "their", "your", "its",    "this",    "that",
       "these",  "those",  "some",   "was",  "were", "is",   "are",   "am",    "be",   "been",   "being",   "has",
       "have",   "had",    "also",   "then", "very", "ne",   "ko",    "ka",    "ki",   "ke",     "se",      "bhi",
       "hi",     "mera",   "meri",   "mere", "apne", "apni", "uska",  "uski",  "uske", "unki",   "unke",    "hamare",
       "hamari", "hamara", "humare", "hai",  "hain", "tha",  "thi",   "the",   "s",    "me",     "us",      "him",
       "them",   "i",      "he",     "she",  "they", "we",   "it",    "you",   "of",   "to",     "with",    "by",
       "from",   "on",     "in",     "at",   "into", "up",   "down",  "all",   "both", "one",    "or",      "and",
       "aur",    "ek",     "ho",     "hua",  "hui",  "diya", "kar",   "mujhe", "usne", "unhone", "maine",   "mai",
       "main",   "hum",    "mein",   "wo",   "woh",  "will", "would", "again", "even", "just",   "already", "now",
       "out",    "which",  "who"});
}

}  // namespace dossier::reading
