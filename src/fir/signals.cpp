#include "fir/signals.h"

#include "fir/fact_signs.h"

#include <algorithm>

namespace dossier::fir {
namespace {

constexpr std::size_t kHitsMax = 12;    // of one list of signs: more evidence than a reader wants
constexpr std::size_t kDenialsMax = 2;  // of an ingredient: one would do
constexpr int kSignalDepthMax = 3;      // of signals within signals whose denial is looked for

}  // namespace

SignalReader::SignalReader(const Knowledge& knowledge, const reading::CueText& text, const Facts& facts)
    : knowledge_(knowledge),
      text_(text),
      facts_(facts),
      states_(knowledge.signals().size()),
      found_(knowledge.signals().size()),
      cues_(knowledge.cues().size()) {
  for (std::size_t i = 0; i < text.text().tokens().size(); ++i)
    denies_anything_ = denies_anything_ || text.mood(i).denied;
}

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

std::vector<reading::CueHit> SignalReader::denials(const std::vector<Sign>& signs) const {
  std::vector<reading::CueHit> found;
  if (!denies_anything_) return found;
  for (const Sign& sign : signs) {
    if (found.size() >= kDenialsMax) break;
    append_denials(sign, 0, found);
  }
  return found;
}

void SignalReader::append_denials(const Sign& sign, int depth, std::vector<reading::CueHit>& hits) const {
  if (sign.kind == Sign::Kind::cue) {
    const auto more = reading::find_denied_cue(knowledge_.cues()[sign.number], text_);
    hits.insert(hits.end(), more.begin(), more.end());
    return;
  }
  if (sign.kind != Sign::Kind::signal || depth >= kSignalDepthMax) return;
  const Signal& signal = knowledge_.signals()[sign.number];
  if (!signal.all.empty()) return;
  for (const Sign& part : signal.any) {
    if (hits.size() < kDenialsMax) append_denials(part, depth + 1, hits);
  }
}

std::vector<reading::CueHit> SignalReader::excluding_facts(const std::vector<Sign>& signs) const {
  std::vector<reading::CueHit> found;
  for (const Sign& sign : signs) append_excluding(sign, 0, found);
  return found;
}

void SignalReader::append_excluding(const Sign& sign, int depth, std::vector<reading::CueHit>& hits) const {
  if (sign.kind == Sign::Kind::fact) {
    if (const auto hit = contrary_of_fact_sign(sign.fact, facts_, text_)) hits.push_back(*hit);
    return;
  }
  if (sign.kind != Sign::Kind::signal || depth >= kSignalDepthMax) return;
  for (const Sign& part : knowledge_.signals()[sign.number].any) append_excluding(part, depth + 1, hits);
}

}  // namespace dossier::fir
