#include "funds/answering.h"
#include "funds/definitions.h"
#include "funds/passage_topics.h"
#include "funds/phrasing.h"
#include "reading/fold.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

constexpr std::size_t kQuotedBytesMax = 600;
constexpr std::size_t kPassagesTried = 8;
constexpr double kCoverageLeastOfText = 0.5;  // where there is nothing but text
constexpr double kCoverageLeast = 0.7;        // below it a passage speaks of something else

// The words of a question that ask for something, without those every question has.
std::string content_of(std::string_view question) {
  std::string content;
  for (const QuestionWord& word : question_words(question)) {
    static const std::unordered_set<std::string_view> framing = {
        "investment", "investments",   "portfolio", "company",   "companies", "focus",  "focuses",
        "focused",    "describe",      "described", "discuss",   "note",      "paper",  "document",
        "deck",       "slides",        "program",   "programme", "does",      "over",   "many",
        "much",       "approximately", "there",     "mention",   "mentioned", "details"};
    if (word.text.empty() || plain_words().contains(word.text) || framing.contains(word.text)) continue;
    content += (content.empty() ? "" : " ") + word.text;
  }
  return content;
}

// A long passage cut at the end of a sentence.
std::string quoted(const std::string& text) {
  if (text.size() <= kQuotedBytesMax) return text;
  auto end = text.rfind(". ", kQuotedBytesMax);
  if (end == std::string::npos || end < kQuotedBytesMax / 2) end = text.rfind(' ', kQuotedBytesMax);
  return text.substr(0, end + 1) + " ...";
}

std::string page_of(const Place& place) {
  return place.page > 0 ? fmt::format("{}, page {}", place.file, place.page) : place.file;
}

bool defines(const Passage& passage, std::span<const std::string> term) {
  auto words = reading::fold_tokens(passage.text);
  auto at = std::search(words.begin(), words.end(), term.begin(), term.end());
  if (at == words.end() || at - words.begin() > 4) return false;  // what is defined stands first
  std::string folded = reading::fold(passage.text);
  for (std::string_view cue : {":", "=", " means ", " is the ", " is defined", " measures ", " refers to "}) {
    if (folded.find(cue) != std::string::npos) return words.size() > term.size() + 2;
  }
  return false;
}

// A passage of the documents that defines one of the terms in the question.
const Passage* own_definition(const AnswerBasis& basis, std::span<const std::string> asked) {
  for (std::size_t length = std::min<std::size_t>(asked.size(), 4); length > 0; --length) {
    for (std::size_t at = 0; at + length <= asked.size(); ++at) {
      auto term = asked.subspan(at, length);
      if (std::all_of(term.begin(), term.end(), [](const std::string& word) { return plain_words().contains(word); }))
        continue;
      std::string text;
      for (const std::string& word : term) text += word + " ";
      const Passage* fullest = nullptr;  // a formula says less than the sentence beside it
      for (const auto& found : basis.passages(text, 8)) {
        if (found.coverage <= 0.99 || !defines(*found.passage, term)) continue;
        if (fullest == nullptr || found.passage->text.size() > fullest->text.size()) fullest = found.passage;
      }
      if (fullest != nullptr) return fullest;
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
  const Passage* own = own_definition(task.basis, asked);
  if (terms.empty() && own == nullptr) {
    if (answer_passage(task.basis, task.plan.question, draft)) return;
    std::string term;
    for (const std::string& word : asked) term += (term.empty() ? "" : " ") + word;
    draft.say(fmt::format("Neither the documents nor this desk's glossary define '{}'.", term));
    draft.part(Answered::no);
    return;
  }
  if (terms.empty()) tell_definition(task, nullptr, own, draft);
  for (std::size_t k = 0; k < terms.size(); ++k) tell_definition(task, terms[k], k == 0 ? own : nullptr, draft);
}

namespace {

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

bool is_name(const AnswerBasis& basis, std::string_view text) {
  auto tokens = reading::fold_tokens(text);
  return std::all_of(tokens.begin(), tokens.end(), [&](const std::string& token) { return basis.names_a_fund(token); });
}

}  // namespace

bool answer_passage(const AnswerBasis& basis, std::string_view question, AnswerDraft& draft, bool verbatim) {
  std::string content = verbatim ? std::string(question) : content_of(question);
  if (content.empty()) return false;
  auto found = basis.passages(content, kPassagesTried);
  // A heading by itself names its subject without saying anything about it, and so does the name of the fund.
  double least = has_ledger(basis) || has_portfolio(basis) ? kCoverageLeast : kCoverageLeastOfText;
  std::erase_if(found, [&](const auto& one) {
    return one.coverage < least || is_heading(one.passage->text) || is_name(basis, one.passage->text);
  });
  if (found.empty()) return false;
  prefer_counted(reading::fold_tokens(question), found);
  const Passage& passage = *found.front().passage;
  draft.say(fmt::format("The document says: \"{}\" ({}).", quoted(passage.text), page_of(passage.place)));
  draft.cite(passage.place, passage.text);
  draft.part(Answered::yes);
  return true;
}

namespace {

// "Who is the investor?": what stands behind the label "Investor:". Only where the question is no more than the label.
bool answer_label(const AnswerBasis& basis, std::string_view question, AnswerDraft& draft) {
  static const std::unordered_set<std::string_view> framing = {"who",  "what", "is",  "the",  "are",  "was", "which",
                                                               "name", "of",   "s",   "this", "fund", "wer", "ist",
                                                               "der",  "die",  "qui", "est",  "le",   "la",  "l"};
  static const std::unordered_set<std::string_view> recipient = {"prepared", "addressed", "for",    "to",
                                                                 "capital",  "account",   "report", "statement"};
  std::string label;
  for (const std::string& word : reading::fold_tokens(question)) {
    if (!framing.contains(word) && !recipient.contains(word)) label += (label.empty() ? "" : " ") + word;
  }
  if (label.size() < 3) return false;
  for (const Passage* passage : basis.all_passages()) {
    auto colon = reading::fold(passage->text).find(label + ":");
    bool begins = colon == 0 || (colon != std::string::npos && reading::fold(passage->text)[colon - 1] == ' ');
    if (!begins) continue;
    draft.say(fmt::format("The document says: \"{}\" ({}).", quoted(passage->text), page_of(passage->place)));
    draft.cite(passage->place, passage->text);
    draft.part(Answered::yes);
    return true;
  }
  return false;
}

}  // namespace

bool answer_topic(const AnswerBasis& basis, std::string_view question, AnswerDraft& draft) {
  const Passage* passage = passage_on_topic(basis, question);
  if (passage == nullptr) return answer_label(basis, question, draft);
  draft.say(fmt::format("The document says: \"{}\" ({}).", quoted(passage->text), page_of(passage->place)));
  draft.cite(passage->place, passage->text);
  draft.part(Answered::yes);
  return true;
}

namespace {

struct Fact {
  std::string name, text;
};

std::optional<Fact> fact_of(Term term, const Ledger& ledger, const FundAnalysis& fund) {
  switch (term) {
    case Term::manager: return ledger.gp.empty() ? std::nullopt : std::optional(Fact{"general partner", ledger.gp});
    case Term::vintage:
      return ledger.vintage_year ? std::optional(Fact{"vintage year", std::to_string(*ledger.vintage_year)})
                                 : std::nullopt;
    case Term::currency:
      return ledger.currency.known() ? std::optional(Fact{"currency", std::string(ledger.currency.code())})
                                     : std::nullopt;
    case Term::fund_name:
      return ledger.name.empty() ? std::nullopt : std::optional(Fact{"name of the fund", ledger.name});
    case Term::report_date:
      return fund.metrics.as_of ? std::optional(Fact{"date of the report", date_text(*fund.metrics.as_of)})
                                : std::nullopt;
    default: return std::nullopt;
  }
}

}  // namespace

void answer_fact(const Task& task, AnswerDraft& draft) {
  Term term = *task.plan.fact;
  if (term == Term::fund_count) {
    std::vector<std::string> names;
    for (std::size_t k = 0; k < task.basis.analysis().funds.size(); ++k)
      names.push_back(task.basis.fund(k).ledger.name);
    draft.say(fmt::format("{}: {}.", counted(names.size(), "fund is loaded", "funds are loaded"), joined(names)));
    draft.value("count", static_cast<double>(names.size()));
    for (std::size_t fund : task.funds) {
      draft.about(fund, false);
      draft.cite(std::vector<std::size_t>(draft.ledger().transactions.empty() ? 0 : 1, 0));
    }
    draft.part(Answered::yes);
    return;
  }
  std::size_t told = 0;
  for (std::size_t fund : task.funds) {
    bool of_that_year = term != Term::vintage || task.plan.rows.periods.empty() ||
                        (task.basis.fund(fund).ledger.vintage_year &&
                         task.plan.rows.periods.contains(*Date::of(*task.basis.fund(fund).ledger.vintage_year, 7, 1)));
    if (!of_that_year) continue;
    ++told;
    draft.about(fund, task.several());
    auto fact = fact_of(term, draft.ledger(), task.basis.fund(fund));
    if (!fact) {
      if (answer_passage(task.basis, task.plan.question, draft)) continue;
      draft.say("The documents do not say.");
      draft.part(Answered::no);
      continue;
    }
    draft.say(fmt::format("The {} is {}.", fact->name, fact->text));
    auto where = task.basis.passages(term == Term::report_date ? fact->name + " " + fact->text : fact->text, 1);
    if (!where.empty()) draft.cite(where.front().passage->place, where.front().passage->text);
    draft.part(Answered::yes);
  }
  if (told > 0) return;
  draft.say(fmt::format("No loaded fund has a vintage {}.", task.plan.rows.periods.text()));
  draft.part(Answered::yes);
}

void answer_flags(const Task& task, AnswerDraft& draft) {
  std::size_t count = 0;
  for (const DocumentReading& document : task.basis.analysis().documents) {
    for (const Flag& flag : document.flags) {
      draft.say(fmt::format("{}: {}", page_of(flag.place), flag.message));
      draft.cite(flag.place, std::string(name_of(flag.code)));
      ++count;
    }
  }
  if (count == 0) draft.say("No flags: everything was read without doubt.");
  draft.part(Answered::yes);
}

}  // namespace dossier::funds
