#include "grounding/check.h"

#include "base/json_writer.h"
#include "grounding/citations.h"
#include "grounding/facts.h"
#include "grounding/surroundings.h"

#include <algorithm>
#include <unordered_set>

namespace dossier::grounding {
namespace {

using reading::Text;
using reading::Token;
using reading::TokenKind;

constexpr double kSupportLeast = 0.5;        // of a sentence's longer words must stand in its sources
constexpr std::size_t kLongWordBytes = 4;    // shorter ones are mostly grammar
constexpr std::size_t kCitedWordsLeast = 3;  // "Yes." needs no citation
// A figure stands in another's place when the words around it stand around that other one in the sources: so much, and
// so many times more than around itself.
constexpr double kLikenessLeast = 0.5;
constexpr double kLikenessTimes = 1.25;

// Valid UTF-8 in which Devanagari digits are digits.
std::string in_plain_utf8(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool digit = text.substr(at, 2) == "\xE0\xA5" && at + 2 < text.size() &&
                       static_cast<unsigned char>(text[at + 2]) >= 0xA6 &&
                       static_cast<unsigned char>(text[at + 2]) <= 0xAF;
    plain += digit ? static_cast<char>('0' + static_cast<unsigned char>(text[at + 2]) - 0xA6) : text[at];
    if (digit) at += 2;
  }
  return valid_utf8(plain);
}

Text read(std::string_view text) {
  return Text::of(in_plain_utf8(text)).value();
}

bool denies(const Token& token) {
  static const std::unordered_set<std::string_view> words = {
      "not", "no", "never", "none", "neither", "nor", "without", "cannot", "nobody", "nothing", "fails", "failed"};
  return words.contains(token.lower) || token.lower.ends_with("n't");
}

bool is_figure(const Fact& fact) {
  return fact.kind == FactKind::number || fact.kind == FactKind::date;
}

// A source with what is asked of it made findable.
class Source {
 public:
  explicit Source(const SourceText& source) {
    for (const std::string& part : {source.text, source.about}) {
      const Text text = read(part);
      for (Fact& fact : find_facts(text)) {
        around_.push_back(is_figure(fact) ? surroundings_of(text, fact) : Surroundings());
        facts_.push_back(std::move(fact));
      }
      for (const Token& token : text.tokens()) {
        stems_.insert(token.stem);
        words_ += token.lower + " ";
        denies_ = denies_ || denies(token);
      }
      words_ += "| ";  // no quotation goes from the text into the heading
    }
  }

  bool has(const Fact& claim) const {
    if (claim.kind == FactKind::name) return stems_.contains(claim.key);
    if (claim.kind == FactKind::quotation) return words_.find(" " + claim.key + " ") != std::string::npos;
    return std::any_of(facts_.begin(), facts_.end(), [&](const Fact& fact) { return supports(fact, claim); });
  }
  bool has_word(const Token& token) const { return stems_.contains(token.stem); }
  bool denies_something() const { return denies_; }

  // How like the surroundings of a figure are those of the same figure here, and those of other ones.
  struct Places {
    double same = 0, other = 0;
  };
  Places places_of(const Fact& claim, const Surroundings& around) const {
    Places places;
    for (std::size_t i = 0; i < facts_.size(); ++i) {
      // A sum may stand where a day belongs, but no reader takes a day for a count: "two boys near the bus stand".
      if (!is_figure(facts_[i]) || (claim.kind == FactKind::date && facts_[i].kind != FactKind::date)) continue;
      double& best = supports(facts_[i], claim) ? places.same : places.other;
      best = std::max(best, likeness(around, around_[i]));
    }
    return places;
  }

 private:
  std::vector<Fact> facts_;
  std::vector<Surroundings> around_;  // of each fact that is a figure
  std::unordered_set<std::string> stems_;
  std::string words_ = " ";
  bool denies_ = false;
};

// One sentence of the text and what it may rest on.
struct Sentence {
  std::vector<const Token*> tokens;
  std::vector<const Source*> sources;  // those it cites; all when it cites none
  bool cited = false;
  std::string shown;
};

Fault fault_of(FactKind kind) {
  switch (kind) {
    case FactKind::number: return Fault::number;
    case FactKind::date: return Fault::date;
    case FactKind::section: return Fault::section;
    case FactKind::name: return Fault::name;
    case FactKind::quotation: return Fault::quotation;
  }
  return Fault::number;
}

class Checker {
 public:
  Checker(std::string_view text, std::span<const SourceText> sources)
      : uncited_(take_citations(in_plain_utf8(text))), text_(read(uncited_.text)) {
    for (const SourceText& source : sources) sources_.emplace_back(source);
    part_into_sentences();
    assign_citations();
  }

  std::vector<Finding> run(CheckOptions options) {
    if (text_.tokens().empty()) return {{Fault::empty, ""}};
    for (const Fact& fact : find_facts(text_)) {
      if (!supported(fact) || in_anothers_place(fact)) findings_.push_back({fault_of(fact.kind), fact.shown});
    }
    for (const Sentence& sentence : sentences_) check_sentence(sentence, options);
    return std::move(findings_);
  }

 private:
  void part_into_sentences() {
    sentences_.resize(static_cast<std::size_t>(text_.sentence_count()));
    for (const Token& token : text_.tokens())
      sentences_[static_cast<std::size_t>(token.sentence)].tokens.push_back(&token);
    for (Sentence& sentence : sentences_)
      sentence.shown = text_.slice({sentence.tokens.front()->span.start, sentence.tokens.back()->span.end});
  }

  // A mark belongs to the sentence of the last word before it. Sentences without one share the next one's.
  void assign_citations() {
    for (const Uncited::Mark& mark : uncited_.marks) {
      const auto& tokens = text_.tokens();
      const auto after = std::find_if(tokens.begin(), tokens.end(),
                                      [&](const Token& token) { return token.span.start >= mark.position; });
      if (after == tokens.begin()) continue;
      Sentence& sentence = sentences_[static_cast<std::size_t>(std::prev(after)->sentence)];
      sentence.cited = true;
      for (const int number : mark.sources) cite(sentence, number);
    }
    for (std::size_t i = sentences_.size(); i-- > 1;) {
      if (sentences_[i - 1].cited) continue;
      sentences_[i - 1].cited = sentences_[i].cited;
      sentences_[i - 1].sources = sentences_[i].sources;
    }
    for (Sentence& sentence : sentences_) {
      if (sentence.cited) continue;
      for (const Source& source : sources_) sentence.sources.push_back(&source);
    }
  }

  void cite(Sentence& sentence, int number) {
    if (number < 1 || static_cast<std::size_t>(number) > sources_.size()) {
      findings_.push_back({Fault::citation, "[" + std::to_string(number) + "]"});
    } else {
      sentence.sources.push_back(&sources_[static_cast<std::size_t>(number) - 1]);
    }
  }

  bool supported(const Fact& fact) const {
    const auto& sources = sentences_[static_cast<std::size_t>(fact.sentence)].sources;
    return std::any_of(sources.begin(), sources.end(), [&](const Source* source) { return source->has(fact); });
  }

  // "8,000 pm": right figures, put together wrongly.
  bool in_anothers_place(const Fact& fact) const {
    if (!is_figure(fact)) return false;
    const Surroundings around = surroundings_of(text_, fact);
    Source::Places best;
    for (const Source* source : sentences_[static_cast<std::size_t>(fact.sentence)].sources) {
      const Source::Places places = source->places_of(fact, around);
      best = {std::max(best.same, places.same), std::max(best.other, places.other)};
    }
    return best.other >= kLikenessLeast && best.other > kLikenessTimes * best.same;
  }

  void check_sentence(const Sentence& sentence, CheckOptions options) {
    std::size_t words = 0, found = 0;
    bool denial = false;
    for (const Token* token : sentence.tokens) {
      denial = denial || denies(*token);
      if (token->kind != TokenKind::word || token->lower.size() < kLongWordBytes) continue;
      ++words;
      found += std::any_of(sentence.sources.begin(), sentence.sources.end(),
                           [&](const Source* source) { return source->has_word(*token); });
    }
    if (static_cast<double>(found) < kSupportLeast * static_cast<double>(words))
      findings_.push_back({Fault::unsupported, sentence.shown});
    const auto denying = [](const Source* source) { return source->denies_something(); };
    if (denial && std::none_of(sentence.sources.begin(), sentence.sources.end(), denying))
      findings_.push_back({Fault::negation, sentence.shown});
    if (options.citations_required && !sentence.cited && sentence.tokens.size() >= kCitedWordsLeast)
      findings_.push_back({Fault::citation, sentence.shown});
  }

  const Uncited uncited_;
  const Text text_;
  std::vector<Source> sources_;
  std::vector<Sentence> sentences_;
  std::vector<Finding> findings_;
};

}  // namespace

std::string_view name_of(Fault fault) {
  switch (fault) {
    case Fault::empty: return "empty";
    case Fault::number: return "number";
    case Fault::date: return "date";
    case Fault::name: return "name";
    case Fault::section: return "section";
    case Fault::quotation: return "quotation";
    case Fault::citation: return "citation";
    case Fault::negation: return "negation";
    case Fault::left_out: return "left_out";
    case Fault::unsupported: return "unsupported";
  }
  return "unsupported";
}

std::vector<Finding> check(std::string_view text, std::span<const SourceText> sources, CheckOptions options) {
  return Checker(text, sources).run(options);
}

std::vector<Finding> left_out(std::string_view text, std::string_view source) {
  const std::vector<Fact> said = find_facts(read(take_citations(in_plain_utf8(text)).text));
  std::vector<Finding> missing;
  for (const Fact& fact : find_facts(read(source))) {
    const auto says_it = [&fact](const Fact& other) { return supports(other, fact); };
    if (is_figure(fact) && std::none_of(said.begin(), said.end(), says_it))
      missing.push_back({Fault::left_out, fact.shown});
  }
  return missing;
}

}  // namespace dossier::grounding
