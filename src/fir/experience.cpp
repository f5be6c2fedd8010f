#include "fir/experience.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

namespace dossier::fir {
namespace {

constexpr std::size_t kWordsShownMax = 4;  // for one section: what speaks for it most

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

double logistic(double score) {
  return 1 / (1 + std::exp(-score));
}

// What one feature of a text adds to a section's score.
struct Part {
  double adds;
  reading::CueHit at;
};

std::vector<reading::CueHit> most_telling(std::vector<Part> parts) {
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.adds > b.adds; });
  std::vector<reading::CueHit> words;
  for (const Part& part : parts) {
    if (words.size() == kWordsShownMax || part.adds <= 0) break;
    const bool shown = std::any_of(words.begin(), words.end(), [&](const reading::CueHit& hit) {
      return hit.first <= part.at.last && part.at.first <= hit.last;
    });
    if (!shown) words.push_back(part.at);
  }
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return words;
}

}  // namespace

std::vector<Feature> features_of(const reading::Text& text) {
  std::vector<Feature> features;
  const auto& tokens = text.tokens();
  const auto word = [&](std::size_t i) { return i < tokens.size() && tokens[i].kind == reading::TokenKind::word; };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
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

double inverse_frequency(std::size_t texts, std::size_t holding) {
  return std::log((1 + static_cast<double>(texts)) / (1 + static_cast<double>(holding))) + 1;
}

Result<Experience> Experience::read(std::string_view tsv) {
  Experience experience;
  int number = 0;
  while (!tsv.empty()) {
    const auto line = field(tsv, '\n');
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    if (auto done = experience.read_line(line); !done)
      return Error{ErrorCode::unreadable, done.error().message + "; write the file anew with `dossier knowledge learn`",
                   "experience.tsv, line " + std::to_string(number)};
  }
  return experience;
}

Result<void> Experience::read_line(std::string_view line) {
  const auto kind = field(line);
  const std::string name(field(line));
  const auto value = number_in<double>(field(line));
  if (name.empty() || !value) return Error{ErrorCode::unreadable, "a name and a number are expected"};
  if (kind == "section") {
    sections_.push_back({name, *value});
    return {};
  }
  if (kind != "word") return Error{ErrorCode::unreadable, "a line begins with `section` or `word`"};
  Word word{static_cast<float>(*value), {}};
  while (!line.empty()) {
    auto pair = field(line, ' ');
    const auto section = number_in<std::uint32_t>(field(pair, ':'));
    const auto weight = number_in<float>(pair);
    if (!section || !weight || *section >= sections_.size())
      return Error{ErrorCode::unreadable, "'" + name + "' names a section that is not in the file"};
    word.weights.push_back({*section, *weight});
  }
  words_.emplace(name, std::move(word));
  return {};
}

std::vector<Experience::Likeness> Experience::of(const reading::Text& text, double least) const {
  struct Met {
    const Word* word;
    std::size_t times;
    reading::CueHit first;
  };
  std::map<std::string_view, Met> met;  // in order, so that sums come out the same everywhere
  const auto features = features_of(text);
  for (const Feature& feature : features) {
    const auto known = words_.find(feature.name);
    if (known == words_.end()) continue;
    ++met.try_emplace(known->first, Met{&known->second, 0, {feature.first, feature.last}}).first->second.times;
  }
  double length = 0;
  for (const auto& [name, one] : met) length += std::pow(term_weight(one.times, one.word->idf), 2);
  length = std::sqrt(length);
  std::vector<double> scores;
  for (const Section& section : sections_) scores.push_back(section.bias);
  std::vector<std::vector<Part>> parts(sections_.size());
  for (const auto& [name, one] : met) {
    const double value = term_weight(one.times, one.word->idf) / length;
    for (const Weight& weight : one.word->weights) {
      scores[weight.section] += weight.weight * value;
      parts[weight.section].push_back({weight.weight * value, one.first});
    }
  }
  std::vector<Likeness> all;
  for (std::size_t s = 0; s < sections_.size(); ++s) {
    if (logistic(scores[s]) >= least)
      all.push_back({sections_[s].id, logistic(scores[s]), most_telling(std::move(parts[s]))});
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.likely > b.likely; });
  return all;
}

}  // namespace dossier::fir
