#include "reading/cues.h"

#include "reading/moods.h"

#include <algorithm>
#include <charconv>

namespace dossier::reading {
namespace {

constexpr int kPlainGap = 3;    // tokens that "~" alone lets pass
constexpr int kFillersMax = 3;  // small words that may stand between two elements
constexpr std::size_t kElementsMax = 16;

Error bad_cue(std::string_view pattern, std::string what) {
  return Error{ErrorCode::invalid_argument, std::move(what), "cue \"" + std::string(pattern) + "\""};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto at = text.find(separator);
    if (at != 0) parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + 1);
  }
  return parts;
}

std::optional<Mark> mark_named(std::string_view name) {
  if (name == "money") return Mark::money;
  if (name == "date") return Mark::date;
  if (name == "time") return Mark::time;
  if (name == "name") return Mark::name;
  if (name == "plate") return Mark::plate;
  if (name == "phone") return Mark::phone;
  return std::nullopt;
}

Result<CueElement> compile_element(std::string_view item, std::string_view pattern, Vocabulary& vocabulary,
                                   bool& negation) {
  CueElement element;
  if (item.ends_with('?')) {
    element.optional = true;
    item.remove_suffix(1);
  }
  if (item.starts_with('~')) {
    element.kind = CueElement::Kind::gap;
    element.gap = kPlainGap;
    item.remove_prefix(1);
    if (item.empty()) return element;
    auto [end, error] = std::from_chars(item.data(), item.data() + item.size(), element.gap);
    if (error != std::errc{} || end != item.data() + item.size())
      return bad_cue(pattern, "~ takes a number of words, such as ~4");
    return element;
  }
  if (item.starts_with('<') && item.ends_with('>')) {
    auto mark = mark_named(item.substr(1, item.size() - 2));
    if (!mark)
      return bad_cue(pattern, "'" + std::string(item) + "' is none of <money> <date> <time> <name> <plate> <phone>");
    element.kind = CueElement::Kind::mark;
    element.mark = *mark;
    return element;
  }
  if (item.starts_with('=')) {
    element.kind = CueElement::Kind::exact;
    element.exact = item.substr(1);
    return element;
  }
  for (std::string_view word : split(item, '|')) {
    if (word.starts_with('@')) {
      auto word_class = vocabulary.find_class(word.substr(1));
      if (!word_class) return bad_cue(pattern, "no class of words is named '" + std::string(word) + "'");
      element.classes.push_back(*word_class);
    } else {
      negation = negation || is_denial(word) || is_hindi_denial(word);
      element.words.push_back(vocabulary.add(word));
    }
  }
  if (element.words.empty() && element.classes.empty()) return bad_cue(pattern, "an element without words");
  return element;
}

// Matches the elements of one sequence from a token on.
class SequenceMatcher {
 public:
  SequenceMatcher(const CueSequence& sequence, const CueText& text)
      : sequence_(sequence), text_(text), tokens_(text.text().tokens()) {}

  // Whether every word the sequence needs stands somewhere in the text: a quick refusal for most cues.
  bool possible() const {
    return std::all_of(sequence_.begin(), sequence_.end(), [&](const CueElement& e) {
      if (e.optional || (e.kind != CueElement::Kind::words && e.kind != CueElement::Kind::word_class)) return true;
      return std::any_of(e.words.begin(), e.words.end(), [&](WordId id) { return text_.holds_word(id); }) ||
             std::any_of(e.classes.begin(), e.classes.end(), [&](std::size_t c) { return text_.holds_class(c); });
    });
  }

  std::optional<std::size_t> match_from(std::size_t i, std::vector<std::size_t>& matched) const {
    matched.clear();
    sentence_ = tokens_[i].sentence;
    return step(0, i, 0, matched);
  }

 private:
  // Tokens of the element at i, as the index behind it; nothing when it is not there.
  std::optional<std::size_t> element_at(const CueElement& element, std::size_t i) const {
    switch (element.kind) {
      case CueElement::Kind::words:
      case CueElement::Kind::word_class: {
        const WordId id = text_.word(i);
        const bool is =
            id != kUnknownWord && (std::find(element.words.begin(), element.words.end(), id) != element.words.end() ||
                                   std::any_of(element.classes.begin(), element.classes.end(),
                                               [&](std::size_t c) { return text_.in_class(i, c); }));
        return is ? std::optional(i + 1) : std::nullopt;
      }
      case CueElement::Kind::exact: return tokens_[i].lower == element.exact ? std::optional(i + 1) : std::nullopt;
      case CueElement::Kind::mark: {
        auto end = text_.mark_end(element.mark, i);
        return end ? std::optional(*end + 1) : std::nullopt;
      }
      case CueElement::Kind::gap: break;
    }
    return std::nullopt;
  }

  // Matches elements e... from token i, letting `gap` tokens pass; the index behind the match.
  std::optional<std::size_t> step(std::size_t e, std::size_t i, int gap, std::vector<std::size_t>& matched) const {
    while (e < sequence_.size() && sequence_[e].kind == CueElement::Kind::gap) gap += sequence_[e++].gap;
    if (e == sequence_.size()) return i;
    int fillers = 0;
    for (std::size_t at = i; at < tokens_.size() && tokens_[at].sentence == sentence_; ++at) {
      if (auto behind = element_at(sequence_[e], at)) {
        matched.push_back(at);
        if (auto end = step(e + 1, *behind, 0, matched)) return end;
        matched.pop_back();
      }
      if (e == 0) break;  // the first element stands where the caller looked
      if (text_.filler(at) && fillers < kFillersMax) {
        ++fillers;
      } else if (gap-- <= 0) {
        break;
      }
    }
    if (sequence_[e].optional) return step(e + 1, i, gap < 0 ? 0 : gap, matched);
    return std::nullopt;
  }

  const CueSequence& sequence_;
  const CueText& text_;
  const std::vector<Token>& tokens_;
  mutable int sentence_ = 0;
};

bool counts(const Cue& cue, const CueText& text, const std::vector<std::size_t>& matched) {
  for (const std::size_t i : matched) {
    const Mood& mood = text.mood(i);
    if (mood.asked || mood.reported) return false;
    if (mood.denied && !cue.holds_negation) return false;
    if (mood.hypothetical && !cue.in_any_mood) return false;
  }
  return true;
}

std::vector<CueHit> find_sequence(const Cue& cue, const CueSequence& sequence, const CueText& text, std::size_t most) {
  std::vector<CueHit> hits;
  const SequenceMatcher matcher(sequence, text);
  if (!matcher.possible()) return hits;
  std::vector<std::size_t> matched;
  for (std::size_t i = 0; i < text.text().tokens().size() && hits.size() < most; ++i) {
    if (auto end = matcher.match_from(i, matched); end && !matched.empty() && counts(cue, text, matched)) {
      hits.push_back({i, *end - 1});
      i = *end - 1;
    }
  }
  return hits;
}

}  // namespace

Result<Cue> compile_cue(std::string_view pattern, Vocabulary& vocabulary) {
  Cue cue;
  std::string_view rest = pattern;
  if (rest.starts_with("any:")) {
    cue.in_any_mood = true;
    rest.remove_prefix(4);
  }
  cue.parts.emplace_back();
  for (std::string_view item : split(rest, ' ')) {
    if (item == "&") {
      cue.parts.emplace_back();
      continue;
    }
    TRY(auto element, compile_element(item, pattern, vocabulary, cue.holds_negation));
    cue.parts.back().push_back(std::move(element));
  }
  for (const CueSequence& part : cue.parts) {
    if (part.empty() || part.front().kind == CueElement::Kind::gap || part.size() > kElementsMax) {
      return bad_cue(pattern, "each part of a cue needs one to sixteen elements and begins with a word");
    }
  }
  return cue;
}

CueText::CueText(const Text& text, const Vocabulary& vocabulary)
    : text_(text), vocabulary_(vocabulary), moods_(find_moods(text)) {
  present_.resize(vocabulary.size());
  for (const Token& token : text.tokens()) {
    const WordId id = vocabulary.find(token);
    words_.push_back(id);
    fillers_.push_back(is_filler(token.lower));
    if (id == kUnknownWord) continue;
    present_[static_cast<std::size_t>(id)] = true;
    present_classes_ |= vocabulary.classes_of(id);
  }
}

void CueText::set_mark(Mark mark, std::size_t first, std::size_t last) {
  marks_.push_back({mark, first, last});
}

std::optional<std::size_t> CueText::mark_end(Mark mark, std::size_t i) const {
  for (const Marked& m : marks_) {
    if (m.mark == mark && m.first == i) return m.last;
  }
  return std::nullopt;
}

bool CueText::in_value(std::size_t i) const {
  return std::any_of(marks_.begin(), marks_.end(), [&](const Marked& m) {
    return (m.mark == Mark::date || m.mark == Mark::time || m.mark == Mark::money || m.mark == Mark::plate) &&
           m.first <= i && i <= m.last;
  });
}

std::vector<CueHit> find_cue(const Cue& cue, const CueText& text, std::size_t most) {
  auto hits = find_sequence(cue, cue.parts.front(), text, most);
  if (cue.parts.size() == 1) return hits;
  const auto& tokens = text.text().tokens();
  for (std::size_t p = 1; p < cue.parts.size() && !hits.empty(); ++p) {
    const auto others = find_sequence(cue, cue.parts[p], text, 16);
    std::vector<CueHit> joined;
    for (const CueHit& hit : hits) {
      for (const CueHit& other : others) {
        if (tokens[hit.first].sentence != tokens[other.first].sentence) continue;
        joined.push_back({std::min(hit.first, other.first), std::max(hit.last, other.last)});
        break;
      }
    }
    hits = std::move(joined);
  }
  return hits;
}

}  // namespace dossier::reading
