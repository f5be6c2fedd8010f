#include "grounding/source.h"

#include "base/json_writer.h"
#include "grounding/bearers.h"
#include "reading/one_of.h"

#include <algorithm>

namespace dossier::grounding {

using reading::Text;
using reading::Token;

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

reading::Text read_text(std::string_view text) {
  return reading::Text::of(in_plain_utf8(text)).value();
}

namespace {

// Stands for somebody or something named elsewhere.
bool is_pronoun(std::string_view lower) {
  return reading::one_of(
      lower, {"i",    "my",    "me",   "we",    "our",  "us",     "he",      "she",  "they", "it",   "his",
              "her",  "their", "its",  "him",   "them", "both",   "neither", "each", "mai",  "main", "maine",
              "mera", "meri",  "mere", "mujhe", "usne", "unhone", "uska",    "uski", "uske"});
}

}  // namespace

bool is_figure(const Fact& fact) {
  return fact.kind == FactKind::number || fact.kind == FactKind::date ||
         (fact.kind == FactKind::time && fact.key.find(':') != std::string::npos);
}

Source::Source(const SourceText& source) {
  read(source.text);
  read(source.about);
}

void Source::read(const std::string& part) {
  Text text = read_text(part);
  std::vector<Fact> facts = find_facts(text);
  for (const Fact& fact : facts) {
    around_.push_back(is_figure(fact) ? surroundings_of(text, fact) : Surroundings());
    facts_.push_back(fact);
  }
  for (const Token& token : text.tokens()) {
    stems_.insert(token.stem);
    if (!token.capital) small_.insert(token.stem);
    words_ += token.lower + " ";
  }
  words_ += "| ";  // no quotation goes from the text into the heading
  note_sentences(text);
  texts_.push_back(std::move(text));
  facts_of_texts_.push_back(std::move(facts));
}

void Source::note_sentences(const Text& text) {
  const std::size_t first = sentences_.size();
  const auto at = [&](int sentence) -> Told& { return sentences_[first + static_cast<std::size_t>(sentence)]; };
  sentences_.resize(first + static_cast<std::size_t>(text.sentence_count()));
  std::vector<std::string> whole(static_cast<std::size_t>(text.sentence_count()));
  for (const Token& token : text.tokens()) whole[static_cast<std::size_t>(token.sentence)] += token.lower + " ";
  whole_.insert(whole.begin(), whole.end());
  for (Clause& clause : clauses_of(text)) {
    std::vector<std::string>& words = at(clause.sentence).words;
    words.insert(words.end(), clause.said.begin(), clause.said.end());
    clause.sentence += static_cast<int>(first);
    clauses_.push_back(std::move(clause));
  }
  for (const Bearer& bearer : bearers_of(text)) {
    std::vector<std::string>& bearers = at(text.tokens()[bearer.first].sentence).bearers;
    bearers.insert(bearers.end(), bearer.words.begin(), bearer.words.end());
  }
  for (const Token& token : text.tokens())
    at(token.sentence).has_pronoun = at(token.sentence).has_pronoun || is_pronoun(token.lower);
  for (const GuardedWord& word : find_guarded_words(text))
    at(text.tokens()[word.first].sentence).guarded.push_back(word.group);
  for (std::size_t i = first; i < sentences_.size(); ++i) {
    std::vector<std::string>& words = sentences_[i].words;
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
  }
}

bool Source::has(const Fact& claim) const {
  if (claim.kind == FactKind::name) return stems_.contains(claim.key);
  if (claim.kind == FactKind::quotation) return has_words(claim.key);
  return std::any_of(facts_.begin(), facts_.end(), [&](const Fact& fact) { return supports(fact, claim); });
}

namespace {

char unit_of(const Fact& number) {
  const char last = number.key.back();
  return last == '%' || last == 'x' || last == '#' ? last : ' ';
}

bool is_year(const Fact& fact) {
  return fact.kind == FactKind::number && fact.context.empty() && fact.key.size() == 6 && fact.key.ends_with("e0") &&
         (fact.key.starts_with("19") || fact.key.starts_with("20"));
}

// A bare number may stand where a time belongs ("8,000 pm") and a time of which nobody says the half where a sum does
// ("cash 8:00"). Who reads a sum of money, a share or a multiple takes it for no day and no time, a year or a day for
// no count ("two boys near the bus stand"), and "5:30 am" for nothing else.
bool may_stand_for(const Fact& claim, const Fact& other) {
  if (claim.kind == FactKind::date || other.kind == FactKind::date) return claim.kind == other.kind;
  if (claim.kind == FactKind::time) return other.kind == FactKind::time || claim.context == kHalfUnsaid;
  if (other.kind == FactKind::time) return claim.context.empty() && unit_of(claim) == ' ' && !is_year(claim);
  return unit_of(claim) == unit_of(other) && is_year(claim) == is_year(other);
}

}  // namespace

Source::Places Source::places_of(const Fact& claim, const Surroundings& around) const {
  Places places;
  for (std::size_t i = 0; i < facts_.size(); ++i) {
    if (!is_figure(facts_[i]) || !may_stand_for(claim, facts_[i])) continue;
    double& best = supports(facts_[i], claim) ? places.same : places.other;
    best = std::max(best, likeness(around, around_[i]));
  }
  return places;
}

}  // namespace dossier::grounding
