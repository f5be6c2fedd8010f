#include "retrieval/lexical_index.h"

#include "base/check.h"
#include "reading/fold.h"
#include "reading/phrases.h"

#include <libstemmer.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <unordered_set>

namespace dossier::retrieval {
namespace {

// The usual BM25 constants: how soon repetition stops to count, and how much a long passage is held back.
constexpr double kSaturation = 1.2;
constexpr double kLengthWeight = 0.75;

const std::unordered_set<std::string_view>& empty_words() {
  static const std::unordered_set<std::string_view> words = {
      "a",     "about",  "all",   "also",  "am",    "an",    "and",  "any",  "are",   "as",   "at",   "be",     "been",
      "being", "but",    "by",    "can",   "could", "did",   "do",   "does", "each",  "for",  "from", "give",   "had",
      "has",   "have",   "he",    "her",   "his",   "how",   "i",    "if",   "in",    "into", "is",   "it",     "its",
      "may",   "me",     "more",  "most",  "my",    "no",    "not",  "of",   "on",    "or",   "our",  "please", "s",
      "she",   "should", "show",  "so",    "some",  "such",  "t",    "tell", "than",  "that", "the",  "their",  "them",
      "then",  "there",  "these", "they",  "this",  "those", "to",   "us",   "was",   "we",   "were", "what",   "when",
      "where", "which",  "who",   "whom",  "whose", "why",   "will", "with", "would", "you",  "your", "das",    "der",
      "des",   "die",    "dem",   "den",   "ein",   "eine",  "ist",  "sind", "und",   "von",  "was",  "wer",    "wie",
      "im",    "zu",     "mit",   "fur",   "le",    "la",    "les",  "du",   "de",    "est",  "et",   "un",     "une",
      "qui",   "que",    "quel",  "quelle"};
  return words;
}

class Stemmer {
 public:
  Stemmer() : machine_(sb_stemmer_new("english", "UTF_8"), &sb_stemmer_delete) { DOSSIER_CHECK(machine_ != nullptr); }

  std::string stem(const std::string& word) {
    const auto* symbols = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* out = sb_stemmer_stem(machine_.get(), symbols, static_cast<int>(word.size()));
    if (out == nullptr) return word;
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(sb_stemmer_length(machine_.get()))};
  }

 private:
  std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> machine_;
};

// Several ways to say one thing, the first for all of them: who asks for "assets under management" finds "AUM".
const reading::PhraseTable<std::string_view>& same_words() {
  static const reading::PhraseTable<std::string_view> table = {
      {"aum", {"assets under management", "aum"}},
      {"increase",
       {"raise", "raised", "raises", "raising", "rise", "rose", "risen", "rises", "go up", "went up", "gone up",
        "goes up", "lifted", "uplift"}},
      {"decrease",
       {"reduce", "reduced", "reduces", "lowered", "cut", "cuts", "fell", "fallen", "go down", "went down", "gone down",
        "declined", "dropped"}},
      {"coinvest", {"co invest", "co invests", "co investment", "co investments", "co investing", "coinvestment"}},
      {"usa", {"u s", "united states"}},
      {"company", {"firm", "firms", "businesses"}},
      {"target", {"goal", "goals", "objective", "objectives", "aim", "aims"}},
      {"start", {"launch", "launched", "begin", "began", "begun", "commenced", "inception"}},
      {"exceed", {"surpass", "surpassed", "beyond", "more than"}},
      {"outperform", {"beat", "beaten", "beats"}},
      {"underperform", {"trail", "trails", "trailed", "lag", "lags", "lagged", "behind"}},
      {"saving", {"save", "saves", "saved"}}};
  return table;
}

}  // namespace

std::vector<std::string> content_stems(std::string_view text) {
  Stemmer stemmer;
  std::vector<std::string> stems;
  const auto tokens = reading::fold_tokens(text);
  for (std::size_t at = 0; at < tokens.size();) {
    const auto same = same_words().match_at(tokens, at);
    const std::string token = same ? std::string(same->meaning) : tokens[at];
    if (!empty_words().contains(token)) stems.push_back(stemmer.stem(token));
    at += same ? same->length : 1;
  }
  return stems;
}

void LexicalIndex::add(std::string_view passage) {
  auto number = static_cast<std::uint32_t>(lengths_.size());
  auto stems = content_stems(passage);
  for (const std::string& stem : stems) {
    auto& list = postings_[stem];
    if (list.empty() || list.back().passage != number) list.push_back({number, 0});
    ++list.back().count;
  }
  lengths_.push_back(static_cast<std::uint32_t>(stems.size()));
  total_length_ += stems.size();
}

double LexicalIndex::rarity(std::size_t holders) const {
  auto count = static_cast<double>(lengths_.size()), have = static_cast<double>(holders);
  return std::log(1 + (count - have + 0.5) / (have + 0.5));
}

std::vector<Hit> LexicalIndex::search(std::string_view question, std::size_t most) const {
  auto stems = content_stems(question);
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  if (stems.empty() || lengths_.empty()) return {};
  double usual_length = std::max(1.0, static_cast<double>(total_length_) / static_cast<double>(lengths_.size()));

  double asked = 0;
  std::unordered_map<std::uint32_t, Hit> hits;
  for (const std::string& stem : stems) {
    auto found = postings_.find(stem);
    double weight = rarity(found == postings_.end() ? 0 : found->second.size());
    asked += weight;
    if (found == postings_.end()) continue;
    for (const Posting& posting : found->second) {
      double length = 1 - kLengthWeight + kLengthWeight * lengths_[posting.passage] / usual_length;
      Hit& hit = hits[posting.passage];
      hit.passage = posting.passage;
      hit.score += weight * posting.count * (kSaturation + 1) / (posting.count + kSaturation * length);
      hit.coverage += weight;
    }
  }
  std::vector<Hit> best;
  for (auto& [number, hit] : hits) {
    hit.coverage /= asked;
    best.push_back(hit);
  }
  std::sort(best.begin(), best.end(),
            [](const Hit& a, const Hit& b) { return a.score != b.score ? a.score > b.score : a.passage < b.passage; });
  if (best.size() > most) best.resize(most);
  return best;
}

}  // namespace dossier::retrieval
