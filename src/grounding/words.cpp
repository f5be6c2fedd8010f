#include "grounding/words.h"

#include "reading/english_words.h"

#include <unordered_set>

namespace dossier::grounding {
namespace {

using Set = std::unordered_set<std::string_view>;

// The word list of the program begins at four letters. What has fewer and is in none of these is taken for a name.
const Set& short_words() {
  static const Set words = {
      "ace", "act", "ad",  "add", "ads", "age", "ago", "aid", "aim", "air", "am",  "app", "apps", "arm", "art", "ash",
      "ask", "ate", "atm", "axe", "bad", "bag", "ban", "bar", "bat", "bed", "beg", "bet", "bid",  "big", "bin", "bit",
      "bn",  "bow", "box", "boy", "bun", "bus", "buy", "cab", "can", "cap", "car", "cat", "cctv", "cm",  "co",  "cow",
      "cr",  "cry", "cup", "cut", "dad", "dam", "day", "den", "did", "die", "dip", "dog", "dot",  "dpi", "dr",  "dry",
      "due", "dug", "ear", "eat", "egg", "end", "era", "etc", "eur", "eve", "eye", "fan", "far",  "fat", "fed", "fee",
      "few", "fir", "fit", "fix", "flu", "fly", "fog", "ft",  "fun", "gap", "gas", "gbp", "get",  "go",  "god", "got",
      "gp",  "gun", "gut", "guy", "gym", "hat", "hen", "hid", "hip", "hit", "hot", "how", "hr",   "hrs", "hut", "ice",
      "icy", "id",  "ill", "ink", "inn", "inr", "irr", "jar", "jaw", "jet", "job", "jog", "joy",  "key", "kg",  "kid",
      "kit", "km",  "lab", "lad", "lag", "lap", "law", "lay", "led", "leg", "let", "lid", "lie",  "lip", "lit", "log",
      "lot", "low", "lp",  "ltd", "mad", "man", "map", "mat", "men", "met", "mid", "mix", "ml",   "mm",  "mn",  "mob",
      "mr",  "mrs", "ms",  "mud", "mug", "nav", "nd",  "net", "new", "nil", "no",  "non", "nor",  "nos", "now", "nut",
      "odd", "off", "oil", "ok",  "old", "one", "ore", "otp", "out", "owe", "own", "pad", "pan",  "pay", "pen", "per",
      "pet", "pic", "pie", "pig", "pin", "pit", "pm",  "pot", "pre", "pub", "put", "pvt", "ran",  "rat", "raw", "rd",
      "red", "rib", "rid", "rig", "rob", "rod", "rot", "row", "rs",  "rub", "run", "sad", "sat",  "saw", "say", "sea",
      "see", "set", "sex", "shy", "sim", "sip", "sir", "sit", "six", "ski", "sky", "sob", "son",  "spa", "spy", "st",
      "sub", "sue", "sum", "sun", "tab", "tag", "tap", "tar", "tax", "tea", "ten", "th",  "tie",  "tin", "tip", "toe",
      "top", "toy", "try", "tug", "tv",  "two", "up",  "upi", "us",  "usd", "use", "van", "vet",  "via", "vow", "vs",
      "war", "was", "wax", "way", "web", "wed", "wet", "why", "win", "won", "yes", "yet", "yr",   "yrs", "zoo"};
  return words;
}

// In no British word list, and no names either.
const Set& trade_words() {
  static const Set words = {
      "lakh",       "lakhs",       "crore",     "crores",       "lathi",          "lathis",      "fintech",
      "biotech",    "medtech",     "proptech",  "edtech",       "cleantech",      "agritech",    "cybersecurity",
      "onboarding", "payout",      "payouts",   "whatsapp",     "facebook",       "instagram",   "telegram",
      "paytm",      "phonepe",     "scooty",    "godown",       "godowns",        "mangalsutra", "panchayat",
      "sarpanch",   "aadhaar",     "aadhar",    "unrealized",   "tvpi",           "rvpi",        "dpis",
      "waterfall",  "drawdown",    "drawdowns", "clawback",     "clawbacks",      "moic",        "ebitda",
      "undrawn",    "recallable",  "uncalled",  "underwriting", "cryptocurrency", "blockchain",  "subportfolio",
      "kirana",     "dhaba",       "chowk",     "thana",        "tehsil",         "gali",        "mohalla",
      "kilometres", "smartphones", "cellphone", "online",       "offline",        "login",       "app",
      "apps",       "video",       "videos",    "selfie",       "unspecified",    "videotaped",  "voicemail"};
  return words;
}

// American spellings of words the British list has.
bool is_american(std::string_view lower) {
  static constexpr std::pair<std::string_view, std::string_view> kEndings[] = {
      {"ize", "ise"},           {"ized", "ised"},  {"izes", "ises"},    {"izing", "ising"}, {"ization", "isation"},
      {"izations", "isations"}, {"or", "our"},     {"ors", "ours"},     {"ored", "oured"},  {"er", "re"},
      {"ers", "res"},           {"eled", "elled"}, {"eling", "elling"}, {"ense", "ence"},   {"og", "ogue"},
      {"yze", "yse"},           {"yzed", "ysed"},  {"izer", "iser"},    {"ored", "oured"},  {"orable", "ourable"}};
  for (const auto& [american, british] : kEndings) {
    if (!lower.ends_with(american)) continue;
    const std::string other = std::string(lower.substr(0, lower.size() - american.size())) + std::string(british);
    if (reading::is_english_word(other)) return true;
  }
  return false;
}

}  // namespace

bool is_grammar(std::string_view lower) {
  static const Set words = {
      // English
      "a", "an", "the", "of", "in", "on", "at", "to", "and", "or", "nor", "is", "was", "are", "were", "be", "been",
      "being", "am", "has", "have", "had", "having", "do", "does", "did", "will", "would", "shall", "should", "may",
      "might", "can", "could", "must", "for", "by", "with", "from", "into", "onto", "upon", "over", "under", "above",
      "below", "between", "among", "through", "during", "before", "after", "since", "until", "till", "about", "around",
      "against", "towards", "toward", "near", "off", "up", "down", "out", "that", "this", "these", "those", "it", "its",
      "as", "so", "if", "than", "then", "there", "here", "when", "where", "while", "which", "who", "whom", "whose",
      "what", "how", "why", "because", "but", "although", "though", "he", "she", "they", "we", "i", "you", "him", "her",
      "them", "us", "me", "his", "hers", "their", "theirs", "our", "ours", "my", "mine", "your", "yours", "himself",
      "herself", "themselves", "itself", "myself", "not", "no", "also", "too", "very", "just", "any", "some", "such",
      "other", "another", "both", "either", "neither", "one", "s", "t", "ll", "re", "ve", "d", "m", "o", "u", "n", "c",
      "r", "x", "k", "b", "e", "g", "p", "w", "whereas", "however", "therefore", "thus", "hence", "within", "without",
      "'s", "across", "along", "behind", "beside", "besides", "per", "via", "according", "cannot", "again", "ago",
      // Hindi
      "anyone", "anybody", "anything", "someone", "somebody", "something", "ki", "ke", "ka", "ko", "se", "ne", "me",
      "mein", "mai", "main", "maine", "par", "pe", "tak", "hai", "hain", "tha", "thi", "the", "ho", "hua", "hui", "hue",
      "raha", "rahi", "rahe", "gaya", "gayi", "gaye", "liya", "liye", "diya", "diye", "di", "kar", "karke", "wo", "woh",
      "ye", "yeh", "us", "usne", "unhone", "uska", "uski", "uske", "mera", "meri", "mere", "hum", "humne", "hamare",
      "hamari", "aur", "bhi", "hi", "to", "ek", "jo", "aap", "hu", "hun", "hoon", "apne", "apni", "apna"};
  return words.contains(lower);
}

bool is_common_word(std::string_view lower) {
  if (is_grammar(lower) || short_words().contains(lower) || trade_words().contains(lower)) return true;
  return lower.size() > 3 && (reading::is_english_word(lower) || is_american(lower));
}

}  // namespace dossier::grounding
