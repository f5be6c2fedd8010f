#include "fir/signals.h"

#include "fir/fact_signs.h"

#include <algorithm>

namespace dossier::fir {
namespace {

constexpr std::size_t kHitsMax = 12;  // of one list of signs: more evidence than a reader wants

}  // namespace

SignalReader::SignalReader(const Knowledge& knowledge, const reading::CueText& text, const Facts& facts)
    : knowledge_(knowledge),
      text_(text),
      facts_(facts),
      states_(knowledge.signals().size()),
      found_(knowledge.signals().size()),
      cues_(knowledge.cues().size()) {}

const std::vector<reading::CueHit>& SignalReader::hits(std::string_view name) {
  static const std::vector<reading::CueHit> kNone;
  const auto number = knowledge_.find_signal(name);
  return number ? signal(*number) : kNone;
}

std::vector<reading::CueHit> SignalReader::hits(const std::vector<Sign>& signs) {
  std::vector<reading::CueHit> all;
  for (const Sign& sign : signs) {
    if (all.size() >= kHitsMax) break;
    append(sign, all);
  }
  return all;
}

const std::vector<reading::CueHit>& SignalReader::signal(std::size_t number) {
  // A signal that leads back to itself holds by its other signs only.
  if (states_[number] != State::unread) return found_[number];
  states_[number] = State::reading;
  const Signal& signal = knowledge_.signals()[number];
  found_[number] = evaluate(signal);
  states_[number] = State::read;
  return found_[number];
}

std::vector<reading::CueHit> SignalReader::evaluate(const Signal& signal) {
  std::vector<reading::CueHit> found;
  if (!signal.any.empty()) {
    found = without(hits(signal.any), signal.unless);
    if (found.empty()) return {};
  }
  for (const Sign& sign : signal.all) {
    const auto more = without(hits({sign}), signal.unless);
    if (more.empty()) return {};
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

std::vector<reading::CueHit> SignalReader::without(std::vector<reading::CueHit> hits,
                                                   const std::vector<Sign>& exceptions) {
  if (hits.empty() || exceptions.empty()) return hits;
  const auto& tokens = text_.text().tokens();
  for (const Sign& sign : exceptions) {
    for (const reading::CueHit& exception : this->hits({sign})) {
      if (sign.kind == Sign::Kind::fact || is_given(exception)) return {};
      std::erase_if(hits, [&](const reading::CueHit& hit) {
        return !is_given(hit) && tokens[hit.first].sentence <= tokens[exception.last].sentence + kExceptionSentences &&
               tokens[exception.first].sentence <= tokens[hit.last].sentence + kExceptionSentences;
      });
      if (hits.empty()) return hits;
    }
  }
  return hits;
}

std::vector<reading::CueHit> SignalReader::in_one_sentence(const std::vector<Sign>& parts) {
  const auto& tokens = text_.text().tokens();
  auto found = hits({parts.front()});
  for (std::size_t p = 1; p < parts.size() && !found.empty(); ++p) {
    const auto others = hits({parts[p]});
    std::vector<reading::CueHit> joined;
    for (const reading::CueHit& hit : found) {
      const auto beside = std::find_if(others.begin(), others.end(), [&](const reading::CueHit& other) {
        return !is_given(hit) && !is_given(other) && tokens[hit.first].sentence == tokens[other.first].sentence;
      });
      if (beside != others.end())
        joined.push_back({std::min(hit.first, beside->first), std::max(hit.last, beside->last)});
    }
    found = std::move(joined);
  }
  return found;
}

const std::vector<reading::CueHit>& SignalReader::cue(std::size_t number) {
  auto& found = cues_[number];
  if (!found) found = reading::find_cue(knowledge_.cues()[number], text_);
  return *found;
}

void SignalReader::append(const Sign& sign, std::vector<reading::CueHit>& hits) {
  switch (sign.kind) {
    case Sign::Kind::cue: {
      const auto& more = cue(sign.number);
      hits.insert(hits.end(), more.begin(), more.end());
      return;
    }
    case Sign::Kind::signal: {
      const auto& more = signal(sign.number);
      hits.insert(hits.end(), more.begin(), more.end());
      return;
    }
    case Sign::Kind::together: {
      const auto more = in_one_sentence(sign.parts);
      hits.insert(hits.end(), more.begin(), more.end());
      return;
    }
    case Sign::Kind::fact:
      if (auto hit = fact_sign(sign.fact, facts_, text_)) hits.push_back(*hit);
      return;
  }
}

}  // namespace dossier::fir
