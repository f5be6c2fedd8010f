#include "reading/cues.h"

#include "reading/moods.h"

#include <algorithm>
#include <charconv>

namespace dossier::reading {
namespace {

constexpr int kPlainGap = 3;    // tokens that "~" alone lets pass
constexpr int kFillersMax = 3;  // small words that may stand between two elements
constexpr int kGapMax = 40;     // farther apart two words have nothing to do with each other
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

// Cuts off a number of words: "~" is kPlainGap, "~8" eight.
Result<int> gap_of(std::string_view digits, std::string_view pattern) {
  if (digits.empty()) return kPlainGap;
  int words = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), words);
  if (error != std::errc{} || end != digits.data() + digits.size() || words < 1 || words > kGapMax)
    return bad_cue(pattern, "~ takes a number of words from 1 to " + std::to_string(kGapMax) + ", such as ~4");
  return words;
}

class ElementCompiler {
 public:
  ElementCompiler(std::string_view pattern, Vocabulary& vocabulary, bool& negation)
      : pattern_(pattern), vocabulary_(vocabulary), negation_(negation) {}

  Result<CueElement> compile(std::string_view item) {
    if (item.starts_with('~')) {
      element_.is_gap = true;
      TRY(element_.gap, gap_of(item.substr(1), pattern_));
      return std::move(element_);
    }
    if (item.ends_with('?')) {
      element_.optional = true;
      item.remove_suffix(1);
    }
    for (;;) {
      const auto bar = item.find('|');
      TRY_DO(alternative(item.substr(0, bar)));
      if (bar == std::string_view::npos) return std::move(element_);
      item.remove_prefix(bar + 1);
    }
  }

 private:
  Result<void> alternative(std::string_view one) {
    if (one.starts_with('<') && one.ends_with('>')) {
      const auto mark = mark_named(one.substr(1, one.size() - 2));
      if (!mark)
        return bad_cue(pattern_, "'" + std::string(one) + "' is none of <money> <date> <time> <name> <plate> <phone>");
      element_.marks.push_back(*mark);
      return {};
    }
    if (one.starts_with('@')) {
      const auto word_class = vocabulary_.find_class(one.substr(1));
      if (!word_class) return bad_cue(pattern_, "no class of words is named '" + std::string(one) + "'");
      element_.classes.push_back(*word_class);
      return {};
    }
    const bool exact = one.starts_with('=');
    if (exact) one.remove_prefix(1);
    if (auto why = why_no_word(one)) return bad_cue(pattern_, std::move(*why));
    negation_ = negation_ || is_denial(one) || is_hindi_denial(one);
    if (exact && one.find('-') != std::string_view::npos)
      return bad_cue(pattern_, "'=" + std::string(one) + "': only a single word can be asked for in its very form");
    if (exact)
      element_.exact.emplace_back(one);
    else
      element_.words.push_back(vocabulary_.add(one));
    return {};
  }

  std::string_view pattern_;
  Vocabulary& vocabulary_;
  bool& negation_;
  CueElement element_;
};

// A gap stands between two elements, one at a time, and not everything may be missing.
Result<void> check_sequence(const CueSequence& part, std::string_view pattern) {
  if (part.empty()) return bad_cue(pattern, "a part of the cue (before or behind &) is empty");
  if (part.size() > kElementsMax)
    return bad_cue(pattern,
                   "more than " + std::to_string(kElementsMax) + " elements; make it a signal of several cues");
  if (part.front().is_gap || part.back().is_gap)
    return bad_cue(pattern, "a gap (~) stands between two words, not at an end");
  bool needed = false;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (i > 0 && part[i].is_gap && part[i - 1].is_gap) return bad_cue(pattern, "two gaps in a row; write one");
    needed = needed || (!part[i].is_gap && !part[i].optional);
  }
  if (!needed) return bad_cue(pattern, "every word of a part may be missing");
  return {};
}

// Matches the elements of one sequence from a token on.
class SequenceMatcher {
 public:
  SequenceMatcher(const CueSequence& sequence, const CueText& text)
      : sequence_(sequence), text_(text), tokens_(text.text().tokens()) {}

  // Whether every word the sequence needs stands somewhere in the text: a quick refusal for most cues.
  bool possible() const {
    return std::all_of(sequence_.begin(), sequence_.end(), [&](const CueElement& e) {
      if (e.optional || e.is_gap || !e.exact.empty() || !e.marks.empty()) return true;
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
  static bool is_word_of(const CueElement& element, WordId id) {
    return id != kUnknownWord && std::find(element.words.begin(), element.words.end(), id) != element.words.end();
  }
  static bool is_class_of(const CueElement& element, const WordClasses& classes) {
    return std::any_of(element.classes.begin(), element.classes.end(), [&](std::size_t c) { return classes.test(c); });
  }

  // The index behind the element when one of its alternatives stands at token i; nothing otherwise.
  std::optional<std::size_t> element_at(const CueElement& element, std::size_t i) const {
    for (const auto& joined : text_.joined_at(i)) {
      const bool here =
          is_word_of(element, joined.word) || is_class_of(element, text_.vocabulary().classes_of(joined.word));
      if (here) return joined.last + 1;
    }
    if (is_word_of(element, text_.word(i)) || is_class_of(element, text_.classes(i))) return i + 1;
    const std::string& lower = tokens_[i].lower;
    if (std::find(element.exact.begin(), element.exact.end(), lower) != element.exact.end()) return i + 1;
    for (const Mark mark : element.marks) {
      if (auto end = text_.mark_end(mark, i)) return *end + 1;
    }
    return std::nullopt;
  }

  // Matches elements e... from token i, letting `gap` tokens pass; the index behind the match.
  std::optional<std::size_t> step(std::size_t e, std::size_t i, int gap, std::vector<std::size_t>& matched) const {
    while (e < sequence_.size() && sequence_[e].is_gap) gap += sequence_[e++].gap;
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
    if (mood.asked || mood.reported || mood.requested) return false;
    if (mood.denied && !cue.holds_negation) return false;
    if (mood.hypothetical && !cue.in_any_mood) return false;
  }
  return true;
}

// The opposite of counts(): told plainly, and denied.
bool is_denied(const Cue& cue, const CueText& text, const std::vector<std::size_t>& matched) {
  bool denied = false;
  for (const std::size_t i : matched) {
    const Mood& mood = text.mood(i);
    if (mood.asked || mood.reported || mood.requested || mood.hypothetical) return false;
    denied = denied || mood.denied;
  }
  return denied && !cue.holds_negation;
}

using Judge = bool (*)(const Cue&, const CueText&, const std::vector<std::size_t>&);

std::vector<CueHit> find_sequence(const Cue& cue, const CueSequence& sequence, const CueText& text, std::size_t most,
                                  Judge counts_here = counts) {
  std::vector<CueHit> hits;
  const SequenceMatcher matcher(sequence, text);
  if (!matcher.possible()) return hits;
  std::vector<std::size_t> matched;
  for (std::size_t i = 0; i < text.text().tokens().size() && hits.size() < most; ++i) {
    if (auto end = matcher.match_from(i, matched); end && !matched.empty() && counts_here(cue, text, matched)) {
      hits.push_back({i, *end - 1});
      i = *end - 1;
    }
  }
  return hits;
}

}  // namespace

namespace {

constexpr std::size_t kDenialReach = 8;  // tokens from a "not" to what it denies

bool is_negation(std::string_view word) {
  return word == "not" || word == "no" || word == "never" || word == "nobody" || word == "nothing" || word == "none" ||
         word == "without" || word == "nahi" || word == "nahin" || word == "nai" || word == "nhi" || word == "mat" ||
         word.ends_with("n't");
}

// The hit and the nearest negation of its sentence.
CueHit with_its_negation(const CueHit& hit, const CueText& text) {
  const auto& tokens = text.text().tokens();
  for (std::size_t i = hit.first; i <= hit.last; ++i) {
    if (is_negation(tokens[i].lower)) return hit;
  }
  for (std::size_t far = 1; far <= kDenialReach; ++far) {
    const auto here = [&](std::size_t i) {
      return i < tokens.size() && tokens[i].sentence == tokens[hit.first].sentence && is_negation(tokens[i].lower);
    };
    if (far <= hit.first && here(hit.first - far)) return {hit.first - far, hit.last};
    if (here(hit.last + far)) return {hit.first, hit.last + far};
  }
  return hit;
}

}  // namespace

std::optional<std::string> why_no_word(std::string_view word) {
  if (word.empty()) return "an alternative without a word (a | too many)";
  for (const char c : word) {
    const bool letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (!letter && !(c >= '0' && c <= '9') && c != '\'' && c != '-')
      return "'" + std::string(word) + "' holds '" + c + "', which no word holds";
  }
  const bool digit = word.find_first_of("0123456789") != std::string_view::npos;
  const bool letter = word.find_first_not_of("0123456789-") != std::string_view::npos;
  if (digit && letter && word.find('-') == std::string_view::npos)
    return "'" + std::string(word) + "' is read as a number and a word; write them with a - between";
  if (word.front() == '-' || word.back() == '-' || word.starts_with("'") || word.find("--") != std::string_view::npos)
    return "'" + std::string(word) + "' is no word";
  return std::nullopt;
}

Result<Cue> compile_cue(std::string_view pattern, Vocabulary& vocabulary) {
  Cue cue;
  std::string_view rest = pattern;
  if (rest.starts_with("any:")) {
    cue.in_any_mood = true;
    rest.remove_prefix(4);
  }
  cue.parts.emplace_back();
  const auto items = split(rest, ' ');
  cue.parts.back().reserve(items.size());
  for (std::string_view item : items) {
    if (item == "&") {
      cue.parts.emplace_back();
      continue;
    }
    TRY(auto element, ElementCompiler(pattern, vocabulary, cue.holds_negation).compile(item));
    cue.parts.back().push_back(std::move(element));
  }
  for (const CueSequence& part : cue.parts) TRY_DO(check_sequence(part, pattern));
  return cue;
}

CueText::CueText(const Text& text, const Vocabulary& vocabulary)
    : text_(text), vocabulary_(vocabulary), moods_(find_moods(text)) {
  present_.resize(vocabulary.size());
  for (const Token& token : text.tokens()) {
    words_.push_back(vocabulary.find(token));
    classes_.push_back(classes_of(token, words_.back()));
    fillers_.push_back(is_filler(token.lower));
    note(words_.back());
    present_classes_ |= classes_.back();
  }
  for (std::size_t i = 0; i < words_.size(); ++i) find_joined(i);
  for (const Joined& joined : joined_) {
    if (vocabulary.is_compound(joined.word)) hide_parts(joined);
  }
}

// Behind this the parts of a compound are found through it alone.
void CueText::hide_parts(const Joined& compound) {
  for (std::size_t i = compound.first; i <= compound.last; ++i) {
    words_[i] = kUnknownWord;
    classes_[i].reset();
  }
}

WordClasses CueText::classes_of(const Token& token, WordId id) const {
  const WordClasses by_word = id == kUnknownWord ? WordClasses{} : vocabulary_.classes_of(id);
  const WordClasses* by_form = vocabulary_.classes_of_form(token.lower);
  return by_form == nullptr ? by_word : by_word | *by_form;
}

void CueText::note(WordId id) {
  if (id == kUnknownWord) return;
  present_[static_cast<std::size_t>(id)] = true;
  present_classes_ |= vocabulary_.classes_of(id);
}

void CueText::find_joined(std::size_t i) {
  const auto& tokens = text_.tokens();
  for (const Vocabulary::Joined& joined : vocabulary_.joined_from(words_[i])) {
    const std::size_t last = i + joined.parts.size() - 1;
    if (last >= words_.size() || tokens[last].sentence != tokens[i].sentence) continue;
    if (!std::equal(joined.parts.begin(), joined.parts.end(), words_.begin() + static_cast<std::ptrdiff_t>(i)))
      continue;
    joined_.push_back({i, last, joined.word});
    note(joined.word);
  }
}

std::span<const CueText::Joined> CueText::joined_at(std::size_t i) const {
  const auto range = std::equal_range(joined_.begin(), joined_.end(), Joined{i, i, kUnknownWord},
                                      [](const Joined& a, const Joined& b) { return a.first < b.first; });
  return {range.first, range.second};
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

std::vector<CueHit> find_denied_cue(const Cue& cue, const CueText& text, std::size_t most) {
  if (cue.parts.size() != 1 || cue.holds_negation) return {};
  auto hits = find_sequence(cue, cue.parts.front(), text, most, is_denied);
  for (CueHit& hit : hits) hit = with_its_negation(hit, text);
  return hits;
}

}  // namespace dossier::reading
