#include "fir/form_masking.h"

#include "fir/form_items.h"
#include "reading/fold.h"
#include "reading/tokens.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace dossier::fir {
namespace {

constexpr std::size_t kLongNumberDigits = 8;  // telephones and accounts have more, dates and sums at a glance fewer
constexpr std::size_t kPartLettersMin = 4;    // of a part of an address that is masked wherever it stands
constexpr std::size_t kInsideLettersMin = 5;  // of a name that is masked inside a longer word: "sunita92"

constexpr std::array<std::string_view, 15> kWithheldWhole = {"complainant.name",
                                                             "complainant.relative",
                                                             "complainant.born",
                                                             "complainant.age",
                                                             "complainant.uid",
                                                             "complainant.passport",
                                                             "complainant.passport_issued_on",
                                                             "complainant.passport_issued_at",
                                                             "complainant.id_document",
                                                             "complainant.occupation",
                                                             "complainant.address",
                                                             "complainant.permanent_address",
                                                             "complainant.phone",
                                                             "occurrence.place",
                                                             "place.direction_distance"};

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

using Words = std::vector<std::string>;

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c < '0' || c > '9'; });
}

std::size_t letters_of(std::string_view utf8) {
  return reading::code_points(utf8).size();
}

// "House 12, Shanti Nagar; Kanpur" -> its parts.
std::vector<std::string> parts_of(std::string_view address) {
  std::vector<std::string> parts(1);
  for (const char c : address) {
    if (c == ',' || c == ';' || c == '\n' || c == '(' || c == ')') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

Words keys_of(std::string_view text) {
  Words keys;
  const auto parsed = reading::Text::of(std::string(text));
  if (!parsed) return keys;
  for (const reading::Token& token : parsed->tokens()) keys.push_back(spelling_key(token.lower));
  return keys;
}

class Mask {
 public:
  void add_name(std::string_view name) {
    for (const std::string& key : keys_of(name)) {
      // Initials and numbers name nobody by themselves.
      if (letters_of(key) > 1 && has_letters(key) && !is_title(key)) names_.push_back(key);
    }
  }

  void add_place(std::string_view place) {
    for (const std::string& part : parts_of(place)) {
      const Words words = keys_of(part);
      std::size_t letters = 0;
      for (const std::string& word : words) letters += has_letters(word) ? letters_of(word) : 0;
      if (letters >= kPartLettersMin) places_.push_back(words);
    }
  }

  void apply(std::string& text) const {
    const auto parsed = reading::Text::of(text);
    if (!parsed || parsed->tokens().empty()) return;
    const auto& tokens = parsed->tokens();
    Words keys;
    for (const reading::Token& token : tokens) keys.push_back(spelling_key(token.lower));
    std::vector<bool> hidden(tokens.size(), false);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (names(keys[i]) || digits_from(*parsed, i, hidden)) hidden[i] = true;
      for (const Words& place : places_) hide_place(place, keys, i, hidden);
    }
    // "sunita92": what is glued to a name goes with it, but for the possessive.
    for (std::size_t i = 1; i < tokens.size(); ++i)
      hidden[i] = hidden[i] || (hidden[i - 1] && tokens[i].glued && tokens[i].lower.front() != '\'');
    hide_electronic_addresses(*parsed, hidden);
    text = rebuilt(*parsed, hidden);
  }

 private:
  static bool is_title(std::string_view key) {
    constexpr std::array<std::string_view, 10> kTitles = {"mr",  "mrs",  "ms", "dr",  "sri",
                                                          "smt", "late", "of", "son", "vife"};
    return std::find(kTitles.begin(), kTitles.end(), key) != kTitles.end();
  }

  bool names(const std::string& key) const {
    return std::any_of(names_.begin(), names_.end(), [&](const std::string& name) {
      return key == name || (letters_of(name) >= kInsideLettersMin && key.find(name) != std::string::npos);
    });
  }

  static void hide_place(const Words& place, const Words& keys, std::size_t at, std::vector<bool>& hidden) {
    if (at + place.size() > keys.size()) return;
    for (std::size_t i = 0; i < place.size(); ++i) {
      if (keys[at + i] != place[i]) return;
    }
    for (std::size_t i = 0; i < place.size(); ++i) hidden[at + i] = true;
  }

  // "2026-05-05", "5-5-26"; telephones and accounts with two hyphens have more digits.
  static bool is_day(std::string_view run) {
    return std::count(run.begin(), run.end(), '-') == 2 && run.size() <= kLongNumberDigits + 2;
  }

  // A number that goes on from token `first`, through blanks and hyphens ("98765 43210"), with too many digits.
  static bool digits_from(const reading::Text& text, std::size_t first, std::vector<bool>& hidden) {
    const auto& tokens = text.tokens();
    const auto is_run = [&](std::size_t i) {
      return i < tokens.size() && tokens[i].kind == reading::TokenKind::number;
    };
    if (!is_run(first)) return false;
    std::size_t digits = 0, last = first;
    for (std::size_t i = first; is_run(i); ++i) {
      const std::string_view between = text.before(i);
      if (i > first && between != " " && between != "-" && between != "") break;
      const std::string& run = tokens[i].lower;
      if (run.find_first_of(".:/,") != std::string::npos || is_day(run)) break;  // a date, a time, a sum
      digits +=
          static_cast<std::size_t>(std::count_if(run.begin(), run.end(), [](char c) { return c >= '0' && c <= '9'; }));
      last = i;
    }
    if (digits < kLongNumberDigits) return false;
    for (std::size_t i = first; i <= last; ++i) hidden[i] = true;
    return true;
  }

  // Every token of the unbroken run of characters around an @.
  static void hide_electronic_addresses(const reading::Text& text, std::vector<bool>& hidden) {
    const auto& tokens = text.tokens();
    const auto joined = [&](std::size_t i) {  // token i follows the one before without a blank
      const std::string_view between = text.before(i);
      return i > 0 && i < tokens.size() && between.find_first_of(" \n\t,;()") == std::string_view::npos;
    };
    for (std::size_t i = 1; i < tokens.size(); ++i) {
      if (text.before(i) != "@") continue;
      std::size_t first = i - 1, last = i;
      while (joined(first)) --first;
      while (joined(last + 1)) ++last;
      for (std::size_t k = first; k <= last; ++k) hidden[k] = true;
    }
  }

  // One mark for a run of hidden words, whatever stood between them.
  static std::string rebuilt(const reading::Text& text, const std::vector<bool>& hidden) {
    std::string out;
    const auto& tokens = text.tokens();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const bool runs_on = i > 0 && hidden[i] && hidden[i - 1] && text.before(i).find('\n') == std::string_view::npos;
      if (!runs_on) out += text.before(i);
      if (!hidden[i]) {
        out += text.slice(tokens[i].span);
      } else if (!runs_on) {
        out += kWithheld;
      }
    }
    return out += text.before(tokens.size());
  }

  Words names_;
  std::vector<Words> places_;
};

bool stays(std::string_view field) {
  return field.starts_with("station.") || field.starts_with("officer.") || field.starts_with("investigator.") ||
         field.starts_with("fir.") || field.starts_with("gd.") || field == "information.kind" ||
         field == "action.taken";
}

// "neighbour, aged 16": a child in conflict with law may not be named either (JJ Act 74).
bool stated_child(std::string_view particulars) {
  constexpr int kOfAge = 18;
  const auto at = particulars.find("aged ");
  if (at == std::string_view::npos) return false;
  int age = kOfAge;
  const char* from = particulars.data() + at + std::string_view("aged ").size();
  std::from_chars(from, particulars.data() + particulars.size(), age);
  return age < kOfAge;
}

void withhold(std::string& text) {
  if (!text.empty()) text = kWithheld;
}

// What has to be hidden wherever it stands.
Mask mask_of(const FormFacts& facts) {
  Mask mask;
  for (const std::string& name : facts.protected_names) mask.add_name(name);
  for (const std::string_view field : {"complainant.name", "complainant.relative"}) mask.add_name(facts.value(field));
  for (const FormPerson& person : facts.accused) {
    if (stated_child(person.particulars)) mask.add_name(person.name), mask.add_name(person.alias);
  }
  for (const std::string_view field : {"complainant.address", "complainant.permanent_address", "occurrence.place"})
    mask.add_place(facts.value(field));
  return mask;
}

void mask_values(const Mask& mask, FormFacts& facts) {
  for (auto& [field, value] : facts.values) {
    const bool whole = std::find(kWithheldWhole.begin(), kWithheldWhole.end(), field) != kWithheldWhole.end();
    if (whole) {
      withhold(value.text);
    } else if (!stays(field)) {
      mask.apply(value.text);
    }
  }
}

void mask_lists(const Mask& mask, FormFacts& facts) {
  for (FormPerson& person : facts.accused) {
    withhold(person.relative);
    withhold(person.address);
    for (std::string* text : {&person.name, &person.alias, &person.particulars}) mask.apply(*text);
  }
  for (FormProperty& item : facts.property) mask.apply(item.description);
  for (FormIdentityPaper& paper : facts.identity_papers) withhold(paper.type), withhold(paper.number);
  for (FormFeatures& person : facts.features) {
    for (std::string* text : {&person.marks, &person.deformities, &person.habits, &person.dress, &person.languages,
                              &person.burn, &person.mole, &person.scar, &person.tattoo})
      mask.apply(*text);
  }
}

}  // namespace

FormFacts without_identities(FormFacts facts) {
  facts.accused = form_accused(facts);
  facts.property = form_property(facts);
  facts.values.erase("accused.persons");
  facts.values.erase("property");
  const Mask mask = mask_of(facts);
  mask_values(mask, facts);
  mask_lists(mask, facts);
  mask.apply(facts.complaint);
  mask.apply(facts.narrative);
  facts.protected_names.clear();
  facts.identity_withheld = true;
  return facts;
}

}  // namespace dossier::fir
