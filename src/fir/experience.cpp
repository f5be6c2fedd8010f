#include "fir/experience.h"

#include "reading/sentences.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

namespace dossier::fir {
namespace {

constexpr std::string_view kWordLine = "word\t";  // how a line of a word begins
constexpr std::size_t kLineShownMax = 60;         // of an ill-formed line, letters
constexpr std::size_t kLessonsOfCompanyMin = 10;  // fewer say nothing of what a section goes with
constexpr std::size_t kWordsShownMax = 3;         // for one section: what speaks for it most

// Cuts the next field off `line`.
std::string_view field(std::string_view& line, char separator = '\t') {
  const auto end = std::min(line.find(separator), line.size());
  const auto cut = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return cut;
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

double logit(double likelihood) {
  return std::log(likelihood / (1 - likelihood));
}

// `some` of `all`, a little drawn in: what was never seen is not taken for impossible.
double share(std::size_t some, std::size_t all) {
  return (static_cast<double>(some) + 0.5) / (static_cast<double>(all) + 5);
}

// What one feature of a text adds to a section's score.
struct Part {
  double adds;
  reading::CueHit at;
};

// The best few that do not lie upon each other.
std::vector<reading::CueHit> most_telling(const std::vector<Part>& parts) {
  std::vector<reading::CueHit> words;
  const auto shown = [&](const Part& part) {
    return std::any_of(words.begin(), words.end(), [&](const reading::CueHit& hit) {
      return hit.first <= part.at.last && part.at.first <= hit.last;
    });
  };
  while (words.size() < kWordsShownMax) {
    const Part* best = nullptr;
    for (const Part& part : parts) {
      if (part.adds > (best == nullptr ? 0 : best->adds) && !shown(part)) best = &part;
    }
    if (best == nullptr) break;
    words.push_back(best->at);
  }
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return words;
}

}  // namespace

std::vector<Feature> features_of(const reading::Text& text) {
  std::vector<Feature> features;
  const auto& tokens = text.tokens();
  const auto word = [&](std::size_t i) { return i < tokens.size() && tokens[i].kind == reading::TokenKind::word; };
  for (std::size_t i = reading::addressee_tokens(text); i < tokens.size(); ++i) {
    if (!word(i)) continue;
    features.push_back({tokens[i].stem, i, i});
    if (word(i + 1) && tokens[i + 1].sentence == tokens[i].sentence)
      features.push_back({tokens[i].stem + " " + tokens[i + 1].stem, i, i + 1});
  }
  return features;
}

double term_weight(std::size_t times, double idf) {
  return times == 0 ? 0 : (1 + std::log(static_cast<double>(times))) * idf;
}

double logistic(double score) {
  return 1 / (1 + std::exp(-score));
}

double inverse_frequency(std::size_t texts, std::size_t holding) {
  return std::log((1 + static_cast<double>(texts)) / (1 + static_cast<double>(holding))) + 1;
}

Result<Experience> Experience::read(std::string_view tsv) {
  auto copy = std::make_shared<std::string>(tsv);
  if (!copy->empty() && copy->back() != '\n') *copy += '\n';
  TRY(Experience experience, over(*copy));
  experience.copy_ = std::move(copy);
  return experience;
}

Result<Experience> Experience::over(std::string_view tsv) {
  if (!tsv.empty() && !tsv.ends_with('\n'))
    return Error{ErrorCode::unreadable, "the last line has no end", "experience.tsv"};
  Experience experience;
  std::string_view rest = tsv;
  for (int number = 1; !rest.empty() && !rest.starts_with(kWordLine); ++number) {
    const auto line = field(rest, '\n');
    if (line.empty() || line.starts_with('#')) continue;
    if (!experience.take(line))
      return Error{
          ErrorCode::unreadable,
          "texts, a section or a pair of sections is expected; write the file anew with `dossier knowledge learn`",
          "experience.tsv, line " + std::to_string(number)};
  }
  experience.words_ = rest;
  return experience;
}

bool Experience::take(std::string_view line) {
  const auto kind = field(line);
  const std::string first(field(line));
  if (kind == "texts") {
    const auto texts = number_in<std::size_t>(first);
    texts_ = texts.value_or(0);
    return texts.has_value() && line.empty();
  }
  if (kind == "section") {
    const auto bias = number_in<double>(field(line));
    const auto lessons = number_in<std::size_t>(line);
    if (first.empty() || !bias || !lessons) return false;
    sections_.push_back({first, *bias, *lessons});
    return true;
  }
  const auto one = number_in<std::size_t>(first), other = number_in<std::size_t>(field(line));
  const auto lessons = number_in<std::size_t>(line);
  if (kind != "beside" || !one || !other || !lessons || *one >= *other || *other >= sections_.size()) return false;
  both_[{*one, *other}] = *lessons;
  return true;
}

double Experience::beside(std::size_t given, std::size_t section) const {
  const std::size_t under = sections_[given].lessons, of_section = sections_[section].lessons;
  if (under < kLessonsOfCompanyMin || texts_ < std::max(under, of_section)) return 0;
  const auto both = both_.find({std::min(given, section), std::max(given, section)});
  return logit(share(both == both_.end() ? 0 : both->second, under)) - logit(share(of_section, texts_));
}

std::optional<Experience::Word> Experience::word_of(std::string_view line) const {
  const auto idf = number_in<double>(field(line));
  if (!idf) return std::nullopt;
  Word word{*idf, {}};
  while (!line.empty()) {
    auto pair = field(line, ' ');
    const auto section = number_in<std::uint32_t>(field(pair, ':'));
    const auto weight = number_in<double>(pair);
    if (!section || !weight || *section >= sections_.size()) return std::nullopt;
    word.weights.push_back({*section, *weight});
  }
  return word;
}

std::optional<Experience::Word> Experience::find(std::string_view feature) const {
  std::string_view left = words_;
  while (!left.empty()) {
    // Every line has its end, the last one too: that one is no middle.
    const auto middle = left.substr(0, left.size() - 1).rfind('\n', left.size() / 2);
    const std::size_t begin = middle == std::string_view::npos ? 0 : middle + 1;
    const std::size_t end = left.find('\n', begin);
    auto line = left.substr(begin, end - begin);
    line.remove_prefix(std::min(kWordLine.size(), line.size()));
    const auto here = field(line);
    if (here == feature) return word_of(line);
    left = here < feature ? left.substr(end + 1) : left.substr(0, begin);
  }
  return std::nullopt;
}

std::vector<std::string_view> Experience::sections() const {
  std::vector<std::string_view> ids;
  for (const Section& section : sections_) ids.emplace_back(section.id);
  return ids;
}

std::vector<std::string> Experience::faults() const {
  std::vector<std::string> faults;
  std::string_view before;
  for (std::string_view rest = words_; !rest.empty();) {
    const auto whole = field(rest, '\n');
    auto line = whole;
    const bool begins = line.starts_with(kWordLine);
    line.remove_prefix(std::min(kWordLine.size(), line.size()));
    const auto feature = field(line);
    if (!begins || feature <= before || !word_of(line))
      faults.push_back("\"" + std::string(whole.substr(0, kLineShownMax)) +
                       "\" is ill-formed or out of order; write the file anew with `dossier knowledge learn`");
    before = feature;
  }
  return faults;
}

std::vector<Experience::Heard> Experience::heard_in(const reading::Text& text) const {
  struct Place {
    std::size_t times;
    reading::CueHit first;
  };
  std::map<std::string_view, Place> places;  // in order, so that sums come out the same everywhere
  const auto features = features_of(text);
  for (const Feature& feature : features)
    ++places.try_emplace(feature.name, Place{0, {feature.first, feature.last}}).first->second.times;
  std::vector<Heard> heard;
  double length = 0;
  for (const auto& [name, place] : places) {
    auto word = find(name);
    if (!word) continue;
    const double value = term_weight(place.times, word->idf);
    length += std::pow(value, 2);
    heard.push_back({std::move(*word), value, place.first});
  }
  for (Heard& one : heard) one.value /= std::sqrt(length);
  return heard;
}

std::vector<Experience::Likeness> Experience::of(const reading::Text& text) const {
  std::vector<Likeness> all;
  for (std::size_t s = 0; s < sections_.size(); ++s)
    all.push_back({sections_[s].id, s, sections_[s].bias, sections_[s].lessons});
  for (const Heard& one : heard_in(text)) {
    for (const Weight& weight : one.word.weights) all[weight.section].score += weight.weight * one.value;
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
  return all;
}

std::vector<reading::CueHit> Experience::telling(const reading::Text& text, std::size_t number) const {
  std::vector<Part> parts;
  for (const Heard& one : heard_in(text)) {
    for (const Weight& weight : one.word.weights) {
      if (weight.section == number) parts.push_back({weight.weight * one.value, one.first});
    }
  }
  return most_telling(parts);
}

}  // namespace dossier::fir
