#include "reading/stems.h"

#include "base/check.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <utility>

namespace dossier::reading {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Sorted by the first word, so that it can be searched.
constexpr auto kIrregular = std::to_array<Pair>({
    {"ate", "eat"},       {"beaten", "beat"},   {"became", "become"}, {"began", "begin"},    {"begun", "begin"},
    {"bitten", "bite"},   {"bled", "bleed"},    {"bought", "buy"},    {"broke", "break"},    {"broken", "break"},
    {"brought", "bring"}, {"burnt", "burn"},    {"came", "come"},     {"caught", "catch"},   {"chose", "choose"},
    {"dealt", "deal"},    {"did", "do"},        {"died", "die"},      {"does", "do"},        {"done", "do"},
    {"drank", "drink"},   {"drawn", "draw"},    {"drew", "draw"},     {"driven", "drive"},   {"drove", "drive"},
    {"dug", "dig"},       {"dying", "die"},     {"eaten", "eat"},     {"fallen", "fall"},    {"fed", "feed"},
    {"fell", "fall"},     {"felt", "feel"},     {"fled", "flee"},     {"forbade", "forbid"}, {"forbidden", "forbid"},
    {"forgot", "forget"}, {"fought", "fight"},  {"found", "find"},    {"gave", "give"},      {"given", "give"},
    {"goes", "go"},       {"gone", "go"},       {"got", "get"},       {"had", "have"},       {"has", "have"},
    {"having", "have"},   {"heard", "hear"},    {"held", "hold"},     {"hid", "hide"},       {"hidden", "hide"},
    {"hung", "hang"},     {"kept", "keep"},     {"knew", "know"},     {"knives", "knife"},   {"known", "know"},
    {"laid", "lay"},      {"learnt", "learn"},  {"led", "lead"},      {"left", "leave"},     {"lent", "lend"},
    {"lit", "light"},     {"lost", "lose"},     {"lying", "lie"},     {"made", "make"},      {"meant", "mean"},
    {"men", "man"},       {"met", "meet"},      {"paid", "pay"},      {"ran", "run"},        {"rang", "ring"},
    {"ridden", "ride"},   {"rode", "ride"},     {"said", "say"},      {"sang", "sing"},      {"sat", "sit"},
    {"saw", "see"},       {"seen", "see"},      {"sent", "send"},     {"shaken", "shake"},   {"shook", "shake"},
    {"shot", "shoot"},    {"shown", "show"},    {"slept", "sleep"},   {"slid", "slide"},     {"sold", "sell"},
    {"spat", "spit"},     {"spent", "spend"},   {"spoke", "speak"},   {"spoken", "speak"},   {"stole", "steal"},
    {"stolen", "steal"},  {"stood", "stand"},   {"struck", "strike"}, {"stuck", "stick"},    {"sung", "sing"},
    {"swore", "swear"},   {"taken", "take"},    {"taking", "take"},   {"taught", "teach"},   {"teeth", "tooth"},
    {"thieves", "thief"}, {"threw", "throw"},   {"thrown", "throw"},  {"tied", "tie"},       {"told", "tell"},
    {"took", "take"},     {"tore", "tear"},     {"torn", "tear"},     {"tying", "tie"},      {"went", "go"},
    {"wives", "wife"},    {"woke", "wake"},     {"women", "woman"},   {"won", "win"},        {"wore", "wear"},
    {"worn", "wear"},     {"written", "write"}, {"wrote", "write"},
});

}  // namespace

Stemmer::Stemmer() : machine_(sb_stemmer_new("english", "UTF_8")) {
  DOSSIER_CHECK(machine_ != nullptr);
}

Stemmer::~Stemmer() {
  sb_stemmer_delete(machine_);
}

std::string Stemmer::stem(std::string_view lower) const {
  std::string_view word = lower;
  if (auto regular = regular_form(lower); !regular.empty()) word = regular;
  const auto* symbols = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* out = sb_stemmer_stem(machine_, symbols, static_cast<int>(word.size()));
  if (out == nullptr) return std::string(word);
  return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(sb_stemmer_length(machine_))};
}

std::string_view regular_form(std::string_view lower) {
  static_assert(std::is_sorted(kIrregular.begin(), kIrregular.end()));
  auto it = std::lower_bound(kIrregular.begin(), kIrregular.end(), lower,
                             [](const Pair& pair, std::string_view word) { return pair.first < word; });
  return it != kIrregular.end() && it->first == lower ? it->second : std::string_view{};
}

std::string latin_hindi_key(std::string_view lower) {
  std::string key;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    char c = lower[i];
    const char next = i + 1 < lower.size() ? lower[i + 1] : '\0';
    if (c == 'e' && next == 'e') c = 'i', ++i;
    if (c == 'o' && next == 'o') c = 'u', ++i;
    if (c == 'w') c = 'v';
    if (c == 'z') c = 'j';
    if (c == 'q') c = 'k';
    if (key.empty() || key.back() != c) key += c;
  }
  // "chh" and "ch", "nahin" and "nahi" are written for the same sounds.
  for (std::size_t at; (at = key.find("chh")) != std::string::npos;) key.erase(at + 1, 1);
  if (key.size() > 3 && key.back() == 'y') key.back() = 'i';
  if (key.size() > 4 && key.ends_with("in")) key.pop_back();
  return key;
}

bool one_slip_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  if (a.size() < b.size()) return a.substr(i) == b.substr(i + 1);
  if (i == a.size()) return true;
  if (a.substr(i + 1) == b.substr(i + 1)) return true;
  return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] && a.substr(i + 2) == b.substr(i + 2);
}

}  // namespace dossier::reading
