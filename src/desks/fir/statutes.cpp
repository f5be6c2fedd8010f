#include "desks/fir/statutes.h"

#include <algorithm>
#include <unordered_set>

namespace dossier::desks::fir {
namespace {

constexpr std::size_t kExcerptBytesMax = 300;

std::string folded(std::string_view text) {
  std::string key;
  for (const char c : text) {
    if (c == ' ' || c == '\t') continue;
    key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return key;
}

// "303(2)" -> "303", "20(b)(ii)" -> "20(b)"; empty when it is part of nothing.
std::string_view whole_of(std::string_view section) {
  const auto bracket = section.rfind('(');
  return bracket == std::string_view::npos ? std::string_view{} : section.substr(0, bracket);
}

// At most kExcerptBytesMax, ending where a character ends.
std::string shortened(std::string_view text) {
  if (text.size() <= kExcerptBytesMax) return std::string(text);
  std::size_t end = kExcerptBytesMax;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + " ...";
}

// The line of the text that has most of the stems.
std::string excerpt_of(std::string_view text, const std::unordered_set<std::string>& wanted) {
  std::string_view best = text.substr(0, text.find('\n'));
  std::size_t most = 0;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    std::unordered_set<std::string> held;
    for (std::string& stem : retrieval::content_stems(line)) {
      if (wanted.contains(stem)) held.insert(std::move(stem));
    }
    if (held.size() > most) best = line, most = held.size();
  }
  return shortened(best);
}

}  // namespace

std::string statute_key(std::string_view act, std::string_view section) {
  return folded(act) + "/" + folded(section);
}

Statutes::Statutes(std::vector<StatuteSection> sections) {
  for (StatuteSection& section : sections) {
    const auto [at, fresh] = by_key_.try_emplace(statute_key(section.act, section.section), sections_.size());
    if (fresh)
      sections_.push_back(std::move(section));
    else
      sections_[at->second] = std::move(section);
  }
  for (const StatuteSection& section : sections_) index_.add(section.title + "\n" + section.text);
}

const StatuteSection* Statutes::find(std::string_view act, std::string_view section) const {
  for (; !section.empty(); section = whole_of(section)) {
    const auto at = by_key_.find(statute_key(act, section));
    if (at != by_key_.end()) return &sections_[at->second];
  }
  return nullptr;
}

std::vector<Statutes::Found> Statutes::search(std::string_view words, std::string_view act, std::size_t most) const {
  const std::string wanted_act = folded(act);
  std::vector<std::string> stems = retrieval::content_stems(words);
  const std::unordered_set<std::string> wanted(stems.begin(), stems.end());
  std::vector<Found> found;
  for (const retrieval::Hit& hit : index_.search(words, wanted_act.empty() ? most : sections_.size())) {
    if (found.size() >= most) break;
    const StatuteSection& section = sections_[hit.passage];
    if (wanted_act.empty() || folded(section.act) == wanted_act)
      found.push_back({&section, excerpt_of(section.text, wanted)});
  }
  return found;
}

}  // namespace dossier::desks::fir
