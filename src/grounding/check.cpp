#include "grounding/check.h"

#include "grounding/citations.h"
#include "grounding/meaning.h"
#include "grounding/source.h"

#include <algorithm>

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

// One sentence of the text and what it may rest on.
struct Sentence {
  std::vector<const Token*> tokens;
  std::vector<const Source*> sources;  // those it cites; all when it cites none
  bool cited = false;
  std::string shown;
};

bool is_number(const Token* token) {
  return token->kind == TokenKind::number;
}

Fault fault_of(FactKind kind) {
  switch (kind) {
    case FactKind::number: return Fault::number;
    case FactKind::date: return Fault::date;
    case FactKind::time: return Fault::time;
    case FactKind::section: return Fault::section;
    case FactKind::name: return Fault::name;
    case FactKind::quotation: return Fault::quotation;
  }
  return Fault::number;
}

class Checker {
 public:
  Checker(std::string_view text, std::span<const SourceText> sources)
      : uncited_(take_citations(in_plain_utf8(text))), text_(read_text(uncited_.text)) {
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
    check_meaning(options);
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
    for (const Token* token : sentence.tokens) {
      if (token->kind != TokenKind::word || token->lower.size() < kLongWordBytes || is_grammar(token->lower)) continue;
      ++words;
      found += std::any_of(sentence.sources.begin(), sentence.sources.end(),
                           [&](const Source* source) { return source->has_word(token->stem); });
    }
    // "It is worth Rs 40,000" rests on its figure.
    if (words == 1 && std::any_of(sentence.tokens.begin(), sentence.tokens.end(), is_number)) found = words;
    if (static_cast<double>(found) < kSupportLeast * static_cast<double>(words))
      findings_.push_back({Fault::unsupported, sentence.shown});
    if (options.citations_required && !sentence.cited && sentence.tokens.size() >= kCitedWordsLeast)
      findings_.push_back({Fault::citation, sentence.shown});
  }

  // Sentences that rest on the same sources are compared with them together.
  void check_meaning(CheckOptions options) {
    std::vector<bool> done(sentences_.size());
    for (std::size_t i = 0; i < sentences_.size(); ++i) {
      if (done[i]) continue;
      std::vector<bool> asked(sentences_.size());
      for (std::size_t k = i; k < sentences_.size(); ++k) {
        if (done[k] || sentences_[k].sources != sentences_[i].sources) continue;
        done[k] = true;
        asked[k] = !stands_in_a_source(sentences_[k]);
      }
      if (std::find(asked.begin(), asked.end(), true) == asked.end()) continue;
      for (Finding& finding : compare_meaning(text_, asked, sentences_[i].sources, options))
        findings_.push_back(std::move(finding));
    }
  }

  static bool stands_in_a_source(const Sentence& sentence) {
    std::string words;
    for (const Token* token : sentence.tokens) words += token->lower + " ";
    return std::any_of(sentence.sources.begin(), sentence.sources.end(),
                       [&](const Source* source) { return source->has_sentence(words); });
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
    case Fault::time: return "time";
    case Fault::name: return "name";
    case Fault::deed: return "deed";
    case Fault::section: return "section";
    case Fault::charge: return "charge";
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
  const std::vector<Fact> said = find_facts(read_text(take_citations(in_plain_utf8(text)).text));
  std::vector<Finding> missing;
  for (const Fact& fact : find_facts(read_text(source))) {
    const auto says_it = [&fact](const Fact& other) { return supports(other, fact); };
    if (is_figure(fact) && std::none_of(said.begin(), said.end(), says_it))
      missing.push_back({Fault::left_out, fact.shown});
  }
  return missing;
}

}  // namespace dossier::grounding
