#include "funds/questions/answer_quotes.h"
#include "funds/questions/answering.h"
#include "funds/questions/definitions.h"
#include "reading/fold.h"

#include <fmt/format.h>

#include <algorithm>

// What a term means: in general, in the document's own words, and its value here.
namespace dossier::funds {
namespace {

constexpr std::size_t kPassagesTried = 8;

// What is defined stands first, behind nothing but a number or an article: "3. Paid-in capital means ...".
bool leads_to_a_term(const std::string& word) {
  static const std::unordered_set<std::string_view> articles = {"the", "a", "an", "der", "die", "das", "le", "la"};
  return articles.contains(word) || word.find_first_not_of("0123456789") == std::string::npos;
}

bool defines(const Passage& passage, std::span<const std::string> term) {
  auto words = reading::fold_tokens(passage.text);
  auto at = std::search(words.begin(), words.end(), term.begin(), term.end());
  if (at == words.end() || !std::all_of(words.begin(), at, leads_to_a_term)) return false;
  std::string folded = reading::fold(passage.text);
  for (std::string_view cue : {":", "=", " means ", " is the ", " is defined", " measures ", " refers to "}) {
    if (folded.find(cue) != std::string::npos) return words.size() > term.size() + 2;
  }
  return false;
}

// The passage that defines this term most fully: a formula says less than the sentence beside it. Null when none does.
const Passage* definition_of(const AnswerBasis& basis, std::span<const std::string> term) {
  std::string text;
  for (const std::string& word : term) text += word + " ";
  const Passage* fullest = nullptr;
  for (const auto& found : basis.passages(text, kPassagesTried)) {
    if (found.coverage <= 0.99 || !defines(*found.passage, term)) continue;
    if (fullest == nullptr || found.passage->text.size() > fullest->text.size()) fullest = found.passage;
  }
  return fullest;
}

bool plain(const std::string& word) {
  return plain_words().contains(word);
}

// A part of what is asked is another term ("gross DPI" is no DPI), unless a definition found has that very name.
bool whole_or_named(std::span<const std::string> asked, std::span<const std::string> part,
                    const std::vector<const Definition*>& terms) {
  bool whole = std::all_of(asked.begin(), asked.end(), [&](const std::string& word) {
    return plain(word) || std::find(part.begin(), part.end(), word) != part.end();
  });
  return whole || std::any_of(terms.begin(), terms.end(), [&](const Definition* term) {
           return std::any_of(term->names.begin(), term->names.end(), [&](std::string_view name) {
             auto words = reading::fold_tokens(name);
             return std::equal(words.begin(), words.end(), part.begin(), part.end());
           });
         });
}

// "Net asset value bridge", "unfunded DPI": what was asked is more than, or another thing than, the terms found in it.
bool asks_for_more(const Plan& plan, const std::vector<std::string>& asked, const std::vector<const Definition*>& terms,
                   const Passage* own) {
  auto typed = reading::fold_tokens(plan.question);
  auto known = own == nullptr ? std::vector<std::string>() : reading::fold_tokens(own->text);
  for (const Definition* term : terms) {
    for (std::string_view name : term->names) {
      for (std::string& word : reading::fold_tokens(name)) known.push_back(std::move(word));
    }
  }
  auto holds = [](const auto& words, std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
  };
  static constexpr std::string_view kFraming[] = {"paper",   "letter",  "ratio",        "figure", "exactly",
                                                  "acronym", "formula", "abbreviation", "word",   "defines"};
  bool left = std::any_of(asked.begin(), asked.end(), [&](const std::string& word) {
    return !plain(word) && !holds(kFraming, word) && holds(typed, word) && !holds(known, word);
  });
  static constexpr std::string_view kJoins[] = {"and", "or",   "versus", "vs",     "between",    "from",    "und",
                                                "et",  "than", "to",     "differ", "difference", "compare", "oder"};
  bool joined = plan.question.find_first_of(",/&;") != std::string::npos ||
                std::any_of(std::begin(kJoins), std::end(kJoins), [&](auto word) { return holds(typed, word); });
  return !joined && (left || terms.size() > 1);
}

// A passage of the documents that defines one of the terms in the question, by any of its names: who asks for paid-in
// capital is answered by the paragraph "PIC means ...".
const Passage* own_definition(const AnswerBasis& basis, std::span<const std::string> asked,
                              const std::vector<const Definition*>& terms) {
  for (std::size_t length = std::min<std::size_t>(asked.size(), 4); length > 0; --length) {
    for (std::size_t at = 0; at + length <= asked.size(); ++at) {
      auto term = asked.subspan(at, length);
      if (std::all_of(term.begin(), term.end(), [](const std::string& word) { return plain_words().contains(word); }))
        continue;
      if (!whole_or_named(asked, term, terms)) continue;
      if (const Passage* own = definition_of(basis, term)) return own;
    }
  }
  for (const Definition* term : terms) {
    for (std::string_view name : term->names) {
      if (const Passage* own = definition_of(basis, reading::fold_tokens(name))) return own;
    }
  }
  return nullptr;
}

// The words of a question about a term without its framing ("what does ... mean in this report"). Small words stay
// where they stand inside the term: "paid in capital".
std::vector<std::string> asked_term(const Plan& plan) {
  static const std::unordered_set<std::string_view> framing = {
      "what", "does",    "is",    "are",      "mean",    "means",    "meaning",    "define",     "definition",
      "the",  "a",       "an",    "this",     "context", "report",   "here",       "by",         "meant",
      "term", "explain", "stand", "stands",   "do",      "you",      "understand", "understood", "please",
      "tell", "me",      "was",   "bedeutet", "que",     "signifie", "document",   "fund",       "s"};
  static const std::unordered_set<std::string_view> small = {"in", "of", "to", "on", "for", "and"};
  std::vector<std::string> words;
  for (const QuestionWord& word : question_words(plan.question)) {
    bool leads = words.empty() && small.contains(word.text);
    if (!word.text.empty() && !framing.contains(word.text) && !leads) words.push_back(word.text);
  }
  while (!words.empty() && small.contains(words.back())) words.pop_back();
  bool pronoun = words.size() == 1 && (words[0] == "that" || words[0] == "it");  // "what does that mean?"
  if (pronoun && !plan.metrics.empty()) return reading::fold_tokens(title_of(plan.metrics.front()));
  return words;
}

void tell_definition(const Task& task, const Definition* general, const Passage* own, AnswerDraft& draft) {
  if (general != nullptr) draft.say(fmt::format("{}: {}", general->title, general->text));
  if (own != nullptr) {
    draft.say(fmt::format("The document itself says: \"{}\" ({}).", quoted(own->text), page_of(own->place)));
    draft.cite(own->place, own->text);
  }
  draft.part(Answered::yes);
  if (general == nullptr || !general->metric) return;
  for (std::size_t fund : task.funds) {
    const MetricValue& value = task.basis.fund(fund).metrics[*general->metric];
    bool nothing = value.money && value.money->zero() && value.rows.empty();  // may be unsaid rather than nil
    if (!value.known() || nothing) continue;
    draft.about(fund, task.several());
    draft.say(fmt::format("Here it is {}.", draft.text_of(value)));
    draft.value(value);
    draft.cite(value);
  }
}

}  // namespace

void answer_definition(const Task& task, AnswerDraft& draft) {
  std::vector<std::string> asked = asked_term(task.plan);
  std::vector<const Definition*> terms = find_definitions(asked);
  const Passage* own = own_definition(task.basis, asked, terms);
  if (terms.empty() && own == nullptr) {
    if (answer_passage(task.basis, task.plan.question, draft)) return;
    std::string term;
    for (const std::string& word : asked) term += (term.empty() ? "" : " ") + word;
    draft.say(fmt::format("Neither the documents nor this desk's glossary define '{}'.", term));
    draft.part(Answered::no);
    return;
  }
  if (task.plan.wish == Wish::definition && !terms.empty() && asks_for_more(task.plan, asked, terms, own)) {
    std::string term;
    for (const std::string& word : asked) term += (term.empty() ? "" : " ") + word;
    draft.say(fmt::format("'{}' as a whole is not defined here; what stands in it is:", term));
    draft.part(Answered::partly);
  }
  if (terms.empty()) tell_definition(task, nullptr, own, draft);
  for (std::size_t k = 0; k < terms.size(); ++k) tell_definition(task, terms[k], k == 0 ? own : nullptr, draft);
}

}  // namespace dossier::funds
