#include "funds/questions/passage_topics.h"

#include "funds/questions/question_vocabulary.h"
#include "reading/fold.h"
#include "reading/phrases.h"
#include "retrieval/lexical_index.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace dossier::funds {
namespace {

using reading::Phrase;

std::vector<Phrase> phrases(std::initializer_list<std::string_view> texts) {
  std::vector<Phrase> made;
  for (std::string_view text : texts) made.emplace_back(text);
  return made;
}

// By which words a topic is asked for, under which headings it stands, and what a passage on it says: `every` of these
// groups must show in a passage that stands under no such heading.
struct Topic {
  std::vector<Phrase> asked, headings;
  std::vector<std::vector<Phrase>> every;
};

const std::vector<Topic>& topics() {
  static const std::vector<Topic> all = {
      {phrases({"strategy",
                "investment strategy",
                "fund strategy",
                "invest in",
                "invests in",
                "investing in",
                "investment focus",
                "investment thesis",
                "investment policy",
                "investment objective*",
                "focus on",
                "focuses on",
                "focus",
                "sector*",
                "industries",
                "industry",
                "kind of companies",
                "kinds of companies",
                "type of companies",
                "types of companies",
                "sort of companies",
                "what companies",
                "which companies",
                "stake*",
                "shareholding*",
                "manager buy",
                "fund buy",
                "buys",
                "buy",
                "acquire",
                "target*",
                "mandate",
                "geography",
                "region*",
                "anlagestrategie",
                "strategie",
                "anlageschwerpunkt*",
                "anlagepolitik",
                "investiert",
                "worin",
                "strategie d investissement",
                "politique d investissement",
                "investit"}),
       phrases({"*strateg*", "investment focus", "investment objective*", "investment policy", "mandate",
                "anlagepolitik", "politique d investissement"}),
       {phrases({"invests", "invest", "focuses", "focus", "buys", "acquires", "stakes", "strategy", "targets", "leads",
                 "beteiligt", "investiert", "investit", "control positions"}),
        phrases({"company", "companies", "sector*", "businesses", "loans", "assets", "properties", "funds",
                 "*betriebe*", "unternehmen", "entreprises", "societes"})}},
      {phrases({"holding period*", "companies held", "company held", "investments held", "hold companies",
                "hold its companies", "hold investments", "hold its investments", "hold them", "keep companies",
                "keep its companies", "companies kept"}),
       phrases({"holding period*"}),
       {phrases({"hold", "holds", "held", "holding", "keeps", "haltedauer", "halt"}),
        phrases({"years", "months", "jahre", "ans", "annees"})}},
      {phrases({"valued", "value the investment*", "value its investment*", "value investments", "valuation guideline*",
                "valuation polic*", "valuation basis", "basis of valuation", "valuation method*", "valuation standard*",
                "guidelines"}),
       phrases({"valuation*"}),
       {phrases({"ipev", "guideline*", "fair value", "valued", "valuation"})}},
      {phrases({"concentration*", "diversification", "single company", "per company", "investment limit*",
                "investment restriction*", "maximum exposure", "single investment"}),
       phrases({"concentration*", "investment restriction*", "investment limit*"}),
       {phrases({"exceed", "limit*", "more than", "at most", "up to"}),
        phrases({"company", "investment", "issuer", "position"})}},
      {phrases({"until when", "recall right*", "right to recall", "recall period", "lapse*", "expire*", "expiry",
                "how long can", "how long may", "bis wann", "wieder abgerufen", "erneut abgerufen", "jusqu a quand",
                "still be recalled", "remain recallable", "stay recallable"}),
       {},
       {phrases({"recall*", "*ruckrufbar*", "*abgerufen*", "drawn again", "called again", "rappel*"}),
        phrases({"until", "till", "up to", "lapse*", "expire*", "bis", "jusqu"})}},
      {phrases({"audited", "unaudited", "audit"}), {}, {phrases({"audited", "unaudited", "gepruft*", "ungepruft*"})}},
  };
  return all;
}

bool any_stands(const std::vector<Phrase>& some, const std::vector<std::string>& words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    for (const Phrase& phrase : some) {
      if (phrase.stands_at(words, at)) return true;
    }
  }
  return false;
}

// The words a topic was not asked with that narrow it: they stand behind a preposition ("in Asia") or have a capital of
// their own, and must stand in the passage too. Verbs and the like may be said otherwise there.
std::vector<std::string> narrowing_words(const Topic& topic, const QuestionWords& question) {
  static const std::unordered_set<std::string_view> framing = {
      "limit",      "limits",   "go",      "put",        "maximum",     "cap",           "restriction",  "does",
      "kind",       "kinds",    "type",    "types",      "manager",     "companies",     "company",      "business",
      "businesses", "right",    "rights",  "investment", "investments", "distributions", "distribution", "recallable",
      "recall",     "recalled", "nav",     "fund's",     "general",     "main",          "gp",           "unternehmen",
      "welche",     "welchen",  "welcher", "firmen"};
  static const std::unordered_set<std::string_view> prepositions = {"in", "into", "of",  "for", "from", "with", "by",
                                                                    "on", "to",   "auf", "von", "fur",  "dans", "de"};
  std::vector<std::string> words;
  for (const QuestionWord& word : question) words.push_back(word.text);
  std::vector<std::string> narrowing;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t length = 0;
    for (const Phrase& phrase : topic.asked) {
      if (phrase.stands_at(words, at)) length = std::max(length, phrase.size());
    }
    const bool bound = at > 0 && (prepositions.contains(words[at - 1]) || question[at].capital);
    const bool plain = words[at].empty() || plain_words().contains(words[at]) || framing.contains(words[at]);
    if (length == 0 && bound && !plain) narrowing.push_back(words[at]);
    at += std::max<std::size_t>(length, 1);
  }
  return narrowing;
}

bool says_all(const Passage& passage, const std::vector<std::string>& others) {
  auto stems = retrieval::content_stems(passage.heading + " " + passage.text);
  for (const std::string& word : others) {
    for (const std::string& stem : retrieval::content_stems(word)) {
      if (std::find(stems.begin(), stems.end(), stem) == stems.end()) return false;
    }
  }
  return true;
}

// 2 under the topic's own heading, 1 where the text itself speaks of it, else 0.
int fit(const Topic& topic, const Passage& passage) {
  auto text = reading::fold_tokens(passage.text);
  if (text.size() < 6) return 0;
  if (any_stands(topic.headings, reading::fold_tokens(passage.heading))) return 2;
  std::vector<std::string> opening(text.begin(), text.begin() + 3);  // "Fund Strategy: The fund ..."
  if (any_stands(topic.headings, opening)) return 2;
  bool all = std::all_of(topic.every.begin(), topic.every.end(), [&](auto& group) { return any_stands(group, text); });
  return all ? 1 : 0;
}

}  // namespace

const Passage* passage_on_topic(const AnswerBasis& basis, std::string_view question) {
  auto words = reading::fold_tokens(question);
  for (const Topic& topic : topics()) {
    if (!any_stands(topic.asked, words)) continue;
    auto others = narrowing_words(topic, question_words(question));
    std::erase_if(others, [&](const std::string& word) { return basis.names_a_fund(word); });
    const Passage* best = nullptr;
    int most = 0;
    for (const Passage* passage : basis.all_passages()) {
      int fits = fit(topic, *passage);
      if (fits <= most || !says_all(*passage, others)) continue;
      most = fits;
      best = passage;
    }
    if (best != nullptr) return best;
  }
  return nullptr;
}

}  // namespace dossier::funds
