#include "fir/identity_mask.h"

#include "fir/identity_words.h"
#include "fir/plain_words.h"
#include "reading/fold.h"
#include "reading/one_of.h"

#include <algorithm>

namespace dossier::fir {
namespace {

using reading::one_of;
using reading::Text;
using reading::Token;
using reading::TokenKind;

constexpr std::size_t kPartLettersMin = 4;    // of a part of an address that is masked wherever it stands
constexpr std::size_t kInsideLettersMin = 5;  // of a name that is masked inside a longer word: "sunita92"
constexpr std::size_t kKinNameWordsMax = 3;
constexpr double kShoutedShareMin = 0.6;  // of the words of a text in capitals, where these say nothing

// One spelling for the usual ways of writing an Indian name in Latin letters.
std::string spelling_key(std::string_view word) {
  std::string folded = reading::fold(word), key;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    char c = folded[i];
    const char next = i + 1 < folded.size() ? folded[i + 1] : '\0';
    if (c == 'e' && next == 'e') c = 'i', ++i;
    if (c == 'o' && next == 'o') c = 'u', ++i;
    if (c == 'p' && next == 'h') c = 'f', ++i;
    if (c == 'w') c = 'v';
    if (c == 'z') c = 'j';
    if (c == 'y' && i + 1 == folded.size()) c = 'i';
    if (c == '\'' || (c == 'h' && i > 0)) continue;  // "D'Souza", "Laxmibhai"
    if (!key.empty() && key.back() == c && static_cast<unsigned char>(c) < 0x80) continue;
    key += c;
  }
  return key;
}

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c < '0' || c > '9'; });
}

std::size_t letters_of(std::string_view utf8) {
  return reading::code_points(utf8).size();
}

// "House 12, Shanti Nagar; Kanpur" -> its parts.
std::vector<std::string> parts_of(std::string_view address, std::string_view separators) {
  std::vector<std::string> parts(1);
  for (const char c : address) {
    if (separators.find(c) != std::string_view::npos) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::vector<std::string> keys_of(std::string_view text) {
  std::vector<std::string> keys;
  const auto parsed = Text::of(std::string(text));
  if (!parsed) return keys;
  for (const Token& token : parsed->tokens()) keys.push_back(spelling_key(token.lower));
  return keys;
}

bool is_title(std::string_view key) {
  return one_of(key, {"mr", "mrs", "ms", "dr", "sri", "smt", "late", "of", "son", "vife", "s", "d", "v", "o"});
}

// Words that carry a capital wherever they stand.
bool has_its_capital(std::string_view lower) {
  return one_of(
      lower,
      {"i",        "mr",        "mrs",    "ms",      "smt",       "shri",     "sri",      "dr",        "sir",
       "madam",    "rs",        "inr",    "fir",     "sho",       "police",   "station",  "inspector", "officer",
       "sub",      "bns",       "ipc",    "pocso",   "bnss",      "act",      "section",  "sections",  "january",
       "february", "march",     "april",  "may",     "june",      "july",     "august",   "september", "october",
       "november", "december",  "monday", "tuesday", "wednesday", "thursday", "friday",   "saturday",  "sunday",
       "am",       "pm",        "uncle",  "aunty",   "mother",    "father",   "mobile",   "subject",   "respected",
       "dear",     "complaint", "jan",    "feb",     "mar",       "apr",      "jun",      "jul",       "aug",
       "sep",      "sept",      "oct",    "nov",     "dec",       "ladies",   "whatsapp", "instagram", "facebook",
       "telegram", "youtube",   "google"});
}

// "didn't" is judged by what stands before the apostrophe.
std::string_view before_apostrophe(std::string_view word) {
  return word.substr(0, std::min(word.find('\''), word.find("\u2019")));
}

template <class List>
bool contains(const List& list, const std::string& what) {
  return std::find(list.begin(), list.end(), what) != list.end();
}

// Marks `words` wherever they stand, one after the other.
void mark_sequences(const std::vector<std::vector<std::string>>& sequences, const std::vector<std::string>& keys,
                    bool mark, std::vector<bool>& hidden) {
  for (const auto& words : sequences) {
    if (words.empty()) continue;
    for (auto at = keys.begin();; ++at) {
      at = std::search(at, keys.end(), words.begin(), words.end());
      if (at == keys.end()) break;
      const auto first = static_cast<std::size_t>(at - keys.begin());
      for (std::size_t i = 0; i < words.size(); ++i) hidden[first + i] = mark;
    }
  }
}

bool is_shouted(const Text& text) {
  std::size_t words = 0, capitals = 0;
  for (const Token& token : text.tokens()) {
    if (token.kind != TokenKind::word || token.lower.size() < 2) continue;
    ++words;
    capitals += token.all_capitals ? 1 : 0;
  }
  return words > 0 && static_cast<double>(capitals) >= kShoutedShareMin * static_cast<double>(words);
}

// One mark for a run of hidden words, whatever stood between them.
std::string rebuilt(const Text& text, const std::vector<bool>& hidden, IdentityMask::Marks* marks) {
  std::string out, run;
  const auto& tokens = text.tokens();
  const auto end_run = [&] {
    if (marks != nullptr && !run.empty()) ++(*marks)[run];
    run.clear();
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool runs_on = i > 0 && hidden[i] && hidden[i - 1] && text.before(i).find('\n') == std::string_view::npos;
    if (!runs_on) {
      end_run();
      out += text.before(i);
    }
    if (!hidden[i]) {
      out += text.slice(tokens[i].span);
      continue;
    }
    if (runs_on) {
      run += text.before(i);
    } else {
      out += kWithheld;
    }
    run += text.slice(tokens[i].span);
  }
  end_run();
  return out += text.before(tokens.size());
}

}  // namespace

void IdentityMask::add_name(std::string_view name) {
  for (const std::string& key : keys_of(name)) {
    // Initials and numbers name nobody by themselves.
    if (letters_of(key) > 1 && has_letters(key) && !is_title(key)) names_.push_back(key);
  }
}

void IdentityMask::add_place(std::string_view place) {
  for (const std::string& part : parts_of(place, ",;\n()")) {
    const Words words = keys_of(part);
    std::size_t letters = 0;
    for (const std::string& word : words) letters += has_letters(word) ? letters_of(word) : 0;
    if (letters >= kPartLettersMin) places_.push_back(words);
  }
}

void IdentityMask::spare_name(std::string_view name) {
  for (const std::string& key : keys_of(name)) spared_.push_back(key);
}

void IdentityMask::hide(std::string_view words) {
  for (const std::string& part : parts_of(words, ";\n")) hidden_.push_back(keys_of(part));
}

void IdentityMask::show(std::string_view words) {
  for (const std::string& part : parts_of(words, ";\n")) shown_.push_back(keys_of(part));
}

void IdentityMask::learn(const std::string& words) {
  const auto text = Text::of(words);
  if (!text) return;
  const auto& tokens = text->tokens();
  const bool shouted = is_shouted(*text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool like_a_name = is_suspicious(*text, i, shouted);
    if (like_a_name && letters_of(tokens[i].lower) > 2) learnt_.push_back(spelling_key(tokens[i].lower));
    if (!is_kin(tokens[i].lower)) continue;
    // Whoever is called somebody's kin tells who that is, an accused as well.
    std::size_t k = i + 1, n = 0;
    while (k < tokens.size() && n < kKinNameWordsMax && tokens[k].sentence == tokens[i].sentence) {
      if (!is_title(tokens[k].lower) && !is_suspicious(*text, k, shouted)) break;
      if (!is_title(tokens[k].lower)) add_name(tokens[k].lower), ++n;
      ++k;
    }
  }
}

std::string IdentityMask::apply(const std::string& text, Marks* marks) const {
  if (text.empty()) return text;
  const auto parsed = Text::of(text);
  if (!parsed) return std::string(kWithheld);
  return rebuilt(*parsed, hidden_in(*parsed), marks);
}

std::vector<bool> IdentityMask::hidden_in(const Text& text) const {
  const auto& tokens = text.tokens();
  std::vector<bool> hidden = telling_numbers(text);
  const std::vector<bool> around = told_by_the_words_around(text);
  const bool shouted = is_shouted(text);
  Words keys;
  for (const Token& token : tokens) keys.push_back(spelling_key(token.lower));
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool word = tokens[i].kind == TokenKind::word;
    const bool spared = contains(spared_, keys[i]) && !is_named(keys[i]);
    const bool learnt = word && tokens[i].capital && contains(learnt_, keys[i]) && !has_its_capital(tokens[i].lower);
    const bool told = around[i] || learnt || (word && is_suspicious(text, i, shouted));
    hidden[i] = hidden[i] || is_named(keys[i]) || (told && !spared);
  }
  mark_sequences(places_, keys, true, hidden);
  mark_sequences(hidden_, keys, true, hidden);
  // "sunita92": what is glued to a name goes with it, but for the possessive.
  for (std::size_t i = 1; i < tokens.size(); ++i)
    hidden[i] = hidden[i] || (hidden[i - 1] && tokens[i].glued && tokens[i].lower.front() != '\'');
  mark_sequences(shown_, keys, false, hidden);
  return hidden;
}

bool IdentityMask::is_named(const std::string& key) const {
  return std::any_of(names_.begin(), names_.end(), [&](const std::string& name) {
    return key == name || (letters_of(name) >= kInsideLettersMin && key.find(name) != std::string::npos);
  });
}

// No plain word, or written like a name inside a sentence.
bool IdentityMask::is_suspicious(const Text& text, std::size_t i, bool shouted) const {
  const Token& token = text.tokens()[i];
  if (token.kind != TokenKind::word || token.lower.front() == '\'') return false;
  if (token.glued && i > 0 && text.tokens()[i - 1].kind == TokenKind::number) return false;  // "6pm"
  const bool initial = letters_of(token.lower) == 1;
  if (initial) return token.capital && token.lower != "i" && token.lower != "a" && !is_head(text, i);
  if (!is_plain_word(before_apostrophe(token.lower))) return true;
  const bool capital = token.capital && !token.all_capitals && !shouted && !is_head(text, i);
  return capital && !has_its_capital(token.lower);
}

}  // namespace dossier::fir
