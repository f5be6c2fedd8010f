#include "funds/ledger/phrasing.h"
#include "funds/questions/answer_quotes.h"
#include "funds/questions/answering.h"
#include "funds/questions/passage_topics.h"
#include "reading/fold.h"
#include "reading/one_of.h"
#include "reading/year_text.h"

#include <fmt/format.h>

#include <algorithm>

// Answers in the words of the documents.
namespace dossier::funds {
namespace {

constexpr std::size_t kPassagesTried = 8;
constexpr std::size_t kLabelWordsMax = 3;
constexpr double kCoverageLeastOfText = 0.5;  // where there is nothing but text
constexpr double kCoverageLeast = 0.7;        // below it a passage speaks of something else

// The words of a question that ask for something, without those every question has.
std::string content_of(std::string_view question) {
  std::string content;
  for (const QuestionWord& word : question_words(question)) {
    static const std::unordered_set<std::string_view> framing = {
        "investment", "investments", "portfolio", "company",    "companies", "focus",        "focuses",       "focused",
        "describe",   "described",   "discuss",   "note",       "paper",     "document",     "deck",          "slides",
        "program",    "programme",   "does",      "over",       "many",      "much",         "approximately", "there",
        "mention",    "mentioned",   "details",   "affect",     "affects",   "effect",       "impact",        "formula",
        "calculated", "percentage",  "percent",   "proportion", "share",     "approximately"};
    const bool joined = content.ends_with("co");  // "co-investments"
    if (word.text.empty() || plain_words().contains(word.text) || (framing.contains(word.text) && !joined)) continue;
    content += (content.empty() ? "" : " ") + word.text;
  }
  return content;
}

// "Fund size", "6. DPI and Adjusted DPI": names its subject without saying anything about it.
bool is_heading(const std::string& text) {
  std::size_t words = reading::fold_tokens(text).size();
  bool numbered = !text.empty() && text.front() >= '0' && text.front() <= '9';
  return words < 4 || (numbered && words < 8 && text.find(':') == std::string::npos && !text.ends_with('.'));
}

// "How many managers": a passage that says "126 managers" goes first.
void prefer_counted(const std::vector<std::string>& question, std::vector<AnswerBasis::FoundPassage>& found) {
  auto many = std::find(question.begin(), question.end(), "many");
  if (many == question.end() || std::next(many) == question.end()) return;
  const std::string& counted = *std::next(many);
  std::stable_partition(found.begin(), found.end(), [&](const AnswerBasis::FoundPassage& one) {
    auto words = reading::fold_tokens(one.passage->text);
    for (std::size_t k = 1; k < words.size(); ++k) {
      if (words[k] == counted && words[k - 1].front() >= '0' && words[k - 1].front() <= '9') return true;
    }
    return false;
  });
}

// "How large", "what percentage", "from what level": a figure is asked for.
bool asks_for_a_figure(const std::vector<std::string>& question) {
  return std::any_of(question.begin(), question.end(), [](const std::string& word) {
    return reading::one_of(word, {"many", "much", "large", "big", "high", "percentage", "percent", "share",
                                  "proportion", "level", "size", "number", "amount", "value", "worth"});
  });
}

bool holds_a_figure(const Passage& passage) {
  const auto words = reading::fold_tokens(passage.text);
  return std::any_of(words.begin() + (words.empty() ? 0 : 1), words.end(), [](const std::string& word) {
    return word.front() >= '0' && word.front() <= '9' && !reading::is_year(word);
  });
}

// A share is not answered by an amount.
bool lacks_the_share(const std::vector<std::string>& question, const Passage& passage) {
  const bool share = std::any_of(question.begin(), question.end(), [](const std::string& word) {
    return reading::one_of(word, {"percentage", "percent", "proportion", "share"});
  });
  const std::string text = reading::fold(passage.text);
  return share && text.find('%') == std::string::npos && text.find("per cent") == std::string::npos &&
         text.find("percent") == std::string::npos;
}

// A heading that is no point of a list: "Private Equity", not "2.1. Rebalance of distribution".
bool is_title(const Passage& passage) {
  constexpr std::size_t kTitleWordsMax = 9;
  const std::string& text = passage.text;
  const bool numbered = !text.empty() && text.front() >= '0' && text.front() <= '9';
  return passage.heading.empty() && !numbered && text.find(':') == std::string::npos && !text.ends_with('.') &&
         reading::fold_tokens(text).size() <= kTitleWordsMax;
}

// What the documents are about by their first headings ("Private Equity", "Annual Program Review"): it tells none of
// their passages from the others.
std::unordered_set<std::string> subject_of(const AnswerBasis& basis) {
  std::unordered_set<std::string> subject;
  std::string file;
  bool first = false;
  for (const Passage* passage : basis.all_passages()) {
    if (passage->place.file != file) first = true;
    file = passage->place.file;
    first = first && passage->place.page == 1 && is_title(*passage);
    if (!first) continue;
    for (std::string& word : reading::fold_tokens(passage->text)) subject.insert(std::move(word));
  }
  if (subject.contains("private") && subject.contains("equity")) subject.insert("pe");
  return subject;
}

// `content` without what the documents are about, unless nothing else is asked.
std::string beside_the_subject(const AnswerBasis& basis, const std::string& content) {
  const std::unordered_set<std::string> subject = subject_of(basis);
  std::string rest;
  for (const std::string& word : reading::fold_tokens(content)) {
    if (!subject.contains(word)) rest += (rest.empty() ? "" : " ") + word;
  }
  return rest.empty() ? content : rest;
}

// Years that a text names.
std::vector<std::string> years_in(std::string_view text) {
  std::vector<std::string> years;
  for (std::string& word : reading::fold_tokens(text)) {
    if (reading::is_year(word)) years.push_back(std::move(word));
  }
  return years;
}

// "AUM in June 2025", and the passage tells that of March 2024.
bool of_another_year(std::string_view question, const Passage& passage) {
  const auto asked = years_in(question), told = years_in(passage.heading + " " + passage.text);
  return !asked.empty() && !told.empty() &&
         std::find_first_of(told.begin(), told.end(), asked.begin(), asked.end()) == told.end();
}

bool is_name(const AnswerBasis& basis, std::string_view text) {
  auto tokens = reading::fold_tokens(text);
  return std::all_of(tokens.begin(), tokens.end(), [&](const std::string& token) { return basis.names_a_fund(token); });
}

}  // namespace

bool answer_passage(const AnswerBasis& basis, std::string_view question, AnswerDraft& draft, bool verbatim) {
  std::string content = verbatim ? std::string(question) : content_of(question);
  if (content.empty()) return false;
  auto found = basis.passages(verbatim ? content : beside_the_subject(basis, content), kPassagesTried);
  // A heading by itself names its subject without saying anything about it, and so does the name of the fund.
  double least = has_ledger(basis) || has_portfolio(basis) ? kCoverageLeast : kCoverageLeastOfText;
  const auto asked = reading::fold_tokens(question);
  std::erase_if(found, [&](const auto& one) {
    return lacks_the_share(asked, *one.passage) || one.coverage < least || is_heading(one.passage->text) ||
           is_name(basis, one.passage->text);
  });
  if (found.empty()) return false;
  // One that has every word goes before one that has the rarer ones often.
  std::stable_partition(found.begin(), found.end(), [](const auto& one) { return one.coverage > 0.99; });
  const bool whole = found.front().coverage > 0.99;
  if (asks_for_a_figure(asked) && !whole) {
    std::stable_partition(found.begin(), found.end(), [](const auto& one) { return holds_a_figure(*one.passage); });
  }
  if (const auto years = years_in(question); !years.empty()) {
    std::stable_partition(found.begin(), found.end(), [&](const auto& one) {
      const auto told = years_in(one.passage->text);
      return std::find_first_of(told.begin(), told.end(), years.begin(), years.end()) != told.end();
    });
  }
  prefer_counted(asked, found);
  const Passage& passage = *found.front().passage;
  quote(passage, draft);
  const bool other_year = of_another_year(question, passage);
  if (other_year) draft.say(fmt::format("Of {} it says nothing.", joined(years_in(question))));
  draft.part(other_year ? Answered::partly : Answered::yes);
  return true;
}

namespace {

// "Who is the investor?", "in whose name is the statement issued: which investor?": what stands behind the label
// "Investor:". Only where the question is no more than the label and what frames it.
bool answer_label(const AnswerBasis& basis, std::string_view question, AnswerDraft& draft) {
  static const std::unordered_set<std::string_view> framing = {
      "who", "name", "behalf",  "issued",  "drawn",  "up",        "made",  "out",    "prepared", "addressed",
      "for", "to",   "capital", "account", "report", "statement", "named", "called", "listed",   "given",
      "wer", "ist",  "welcher", "welchen", "namens", "qui",       "est",   "quel"};
  std::vector<std::string> asked;
  for (const std::string& word : reading::fold_tokens(question)) {
    const bool frames = framing.contains(word) || plain_words().contains(word) || basis.names_a_fund(word);
    if (!frames || word == "investor") asked.push_back(word);
  }
  if (asked.empty() || asked.size() > kLabelWordsMax) return false;
  std::string label;
  for (const std::string& word : asked) label += (label.empty() ? "" : " ") + word;
  for (const Passage* passage : basis.all_passages()) {
    const std::string folded = reading::fold(passage->text);
    auto colon = folded.find(label + ":");
    bool begins = colon == 0 || (colon != std::string::npos && folded[colon - 1] == ' ');
    if (!begins) continue;
    quote(*passage, draft);
    draft.part(Answered::yes);
    return true;
  }
  return false;
}

}  // namespace

bool answer_topic(const AnswerBasis& basis, std::string_view question, AnswerDraft& draft) {
  const Passage* passage = passage_on_topic(basis, question);
  if (passage == nullptr) return answer_label(basis, question, draft);
  quote(*passage, draft);
  draft.part(Answered::yes);
  return true;
}

}  // namespace dossier::funds
