#include "funds/questions/question_clauses.h"

#include "funds/questions/question_vocabulary.h"
#include "reading/fold.h"
#include "reading/one_of.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

namespace dossier::funds {
namespace {

// Words that open a question of its own after "and".
bool opens_question(std::string_view word) {
  static constexpr std::array<std::string_view, 28> kOpeners = {
      "what",    "how",  "which", "when", "who",  "show",   "list",    "is",   "are", "was",
      "were",    "does", "did",   "has",  "have", "give",   "can",     "do",   "wie", "welche",
      "welcher", "was",  "wann",  "wer",  "quel", "quelle", "combien", "quand"};
  return std::find(kOpeners.begin(), kOpeners.end(), word) != kOpeners.end();
}

bool begins_question(std::string_view clause) {
  constexpr std::size_t kFirstWordBytesMax = 20;
  const auto tokens = reading::fold_tokens(clause.substr(0, kFirstWordBytesMax));
  return !tokens.empty() && opens_question(tokens.front());
}

// What may open the question after a remark, besides: a request, a condition, a point in time.
bool begins_request(std::string_view clause) {
  constexpr std::size_t kFirstWordBytesMax = 20;
  const auto tokens = reading::fold_tokens(clause.substr(0, kFirstWordBytesMax));
  return !tokens.empty() &&
         reading::one_of(tokens.front(),
                         {"kindly", "please", "could",   "would", "can", "may",     "tell",     "let",  "request",
                          "share",  "send",   "provide", "state", "if",  "suppose", "assuming", "by",   "at",
                          "on",     "in",     "till",    "until", "as",  "for",     "out",      "from", "please"});
}

// "We are tracking what came back every quarter": what the one who asks is doing.
bool tells_of_own_work(const std::vector<std::string>& remark) {
  return remark.size() > 3 && reading::one_of(remark[0], {"i", "we"}) &&
         reading::one_of(remark[1], {"am", "are", "m", "re"}) &&
         reading::one_of(remark[2], {"tracking", "preparing", "reviewing", "working", "writing", "compiling",
                                     "updating", "monitoring", "drafting", "finalising", "finalizing", "running",
                                     "doing", "building", "putting", "closing", "filling", "checking", "reading"});
}

// Where a clause leans on the one before it, it is no question of its own.
bool leans_back(std::string_view clause) {
  auto tokens = reading::fold_tokens(clause);
  return std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
    return reading::one_of(token, {"it", "that", "they", "those", "them", "this", "er", "sie", "es", "il", "elle",
                                   "ils", "elles", "diese", "dieser"});
  });
}

// The figures and kinds of rows a clause names.
std::set<Term> subjects_of(std::string_view clause) {
  std::set<Term> subjects;
  auto tokens = reading::fold_tokens(clause);
  for (const auto& match : question_terms().matches(tokens)) {
    bool returned = match.meaning == Term::returned;
    if (kind_of(match.meaning) || metric_of(match.meaning) || returned)
      subjects.insert(returned ? Term::distribution : match.meaning);
  }
  return subjects;
}

// "How much has Oriole cost us and how much has it returned": leans by "it" alone, and asks for another figure.
bool asks_more_of_it(std::string_view first, std::string_view rest) {
  auto tokens = reading::fold_tokens(rest);
  if (tokens.size() < 3 || (tokens[0] != "how" && tokens[0] != "what")) return false;
  for (std::size_t k = 0; k < tokens.size(); ++k) {
    bool other = tokens[k] == "that" || tokens[k] == "those" || tokens[k] == "them" || tokens[k] == "this";
    if (other || (tokens[k] == "of" && k + 1 < tokens.size() && tokens[k + 1] == "it")) return false;
  }
  auto before = subjects_of(first), own = subjects_of(rest);
  return !before.empty() && !own.empty() &&
         std::none_of(own.begin(), own.end(), [&](Term term) { return before.contains(term); });
}

bool is_measure(Term term) {
  return term == Term::largest || term == Term::smallest || term == Term::latest || term == Term::first ||
         term == Term::average || term == Term::median || term == Term::count || term == Term::sum;
}

// "Largest distribution", "the number of calls": a measure and what is measured, with nothing that would set it against
// something else.
bool measures_rows(std::string_view clause) {
  auto tokens = reading::fold_tokens(clause);
  bool measured = false, rows = false;
  for (const auto& match : question_terms().matches(tokens)) {
    Term term = match.meaning;
    if (term == Term::interval || term == Term::difference || term == Term::compare || term == Term::minus ||
        term == Term::plus || term == Term::divided || term == Term::share || term == Term::which_period)
      return false;
    if (match.at > 0 && tokens[match.at - 1] == "between") return false;
    measured = measured || is_measure(term);
    rows = rows || term == Term::call || term == Term::distribution || term == Term::adjustment;
  }
  return measured && rows;
}

// "... and how much?": asks on in the same words, which are the first clause's.
bool asks_no_more(std::string_view clause) {
  static const std::unordered_set<std::string> bare = {"how", "much",  "many", "when", "why",  "where", "who", "by",
                                                       "on",  "which", "date", "page", "what", "is",    "was"};
  auto tokens = reading::fold_tokens(clause);
  return std::all_of(tokens.begin(), tokens.end(), [&](const std::string& token) { return bare.contains(token); });
}

// Whether a remark says something that the question after it would have to heed: one of the words, or a figure.
bool binds(const std::vector<std::string>& remark, const std::unordered_set<std::string>& binding) {
  return std::any_of(remark.begin(), remark.end(), [&](const std::string& token) {
    return binding.contains(token) || (token[0] >= '0' && token[0] <= '9');
  });
}

// Words that would choose, measure, group or change what is asked after them: "we left out the biggest one", "I want it
// gross".
bool bears_on_what_follows(const std::vector<std::string>& remark) {
  static const std::unordered_set<std::string> changing = {
      "left",  "strip",   "stripped", "removed", "dropped", "doubled",  "halved",
      "other", "another", "instead",  "ignored", "omitted", "excluded", "skipped",
      "half",  "third",   "quarter",  "tenth",   "twice",   "triple",   "tripled"};
  static const std::set<Term> terms = {Term::largest,    Term::smallest,     Term::latest,  Term::first,
                                       Term::average,    Term::median,       Term::gross,   Term::by_year,
                                       Term::by_quarter, Term::by_month,     Term::by_type, Term::by_company,
                                       Term::cumulative, Term::by_other_time};
  const auto matches = question_terms().matches(remark);
  return binds(remark, changing) ||
         std::any_of(matches.begin(), matches.end(), [](const auto& match) { return terms.contains(match.meaning); });
}

// "Hey, quick one before my meeting: ..." greets; what narrows or supposes is no greeting.
std::string_view without_greeting(std::string_view question) {
  static const std::unordered_set<std::string> greetings = {"hey",     "hi",   "hello",    "dear",
                                                            "morning", "good", "greetings"};
  static const std::unordered_set<std::string> binding = {
      "if",  "suppose", "assuming", "assume", "without", "excluding", "only", "except", "ignoring",
      "for", "in",      "from",     "since",  "as",      "not",       "no",   "with",   "and"};
  auto colon = question.find(": ");
  if (colon == std::string_view::npos) return question;
  auto tokens = reading::fold_tokens(question.substr(0, colon));
  bool greets = !tokens.empty() && greetings.contains(tokens.front());
  const std::string_view rest = question.substr(colon + 2);
  return greets && !binds(tokens, binding) && begins_question(rest) ? rest : question;
}

// "I am preparing the committee paper. What is the DPI?": a remark without figures that binds nothing. The question
// must stand by itself.
std::string_view without_remark(std::string_view question) {
  static const std::unordered_set<std::string> binding = {
      "if",     "suppose",  "supposing", "assume", "assuming", "without", "excluding", "exclude", "only",  "except",
      "ignore", "ignoring", "treat",     "leave",  "imagine",  "not",     "no",        "never",   "just",  "but",
      "say",    "take",     "consider",  "use",    "list",     "show",    "give",      "please",  "kindly"};
  for (std::size_t dot = question.find(". "); dot != std::string_view::npos; dot = question.find(". ", dot + 1)) {
    auto remark = reading::fold_tokens(question.substr(0, dot));
    std::string_view rest = question.substr(dot + 2);
    bool sentence = remark.size() > 2 && remark.back().size() > 2 && !opens_question(remark.front());
    if (!sentence || binds(remark, binding) || !(begins_question(rest) || begins_request(rest))) continue;
    if (bears_on_what_follows(remark) && !tells_of_own_work(remark)) return question;
    if (!leans_back(rest) && !subjects_of(rest).empty()) return rest;
  }
  return question;
}

// "We are still missing the NAV of 2022. What is it?", "... Could you help?": the question adds nothing to what was
// said.
std::string_view without_empty_question(std::string_view question) {
  static const std::unordered_set<std::string> empty = {
      "what",   "is",    "was",   "it",   "that", "s",      "the",   "amount", "figure", "value",
      "answer", "these", "those", "are",  "they", "them",   "which", "ones",   "could",  "can",
      "you",    "help",  "give",  "tell", "me",   "please", "look",  "up",     "state",  "check",
      "that",   "would", "be",    "on",   "this", "with",   "much",  "how",    "were"};
  auto dot = question.rfind(". ");
  if (dot == std::string_view::npos) return question;
  auto tokens = reading::fold_tokens(question.substr(dot + 2));
  bool nothing =
      std::all_of(tokens.begin(), tokens.end(), [&](const std::string& token) { return empty.contains(token); });
  std::string_view said = question.substr(0, dot);
  return nothing && !subjects_of(said).empty() ? said : question;
}

// "Sorry to bother you, what is the DPI?", "while I have you, could you ...": talk before the question, every word of
// which says nothing. Any other word ("I want it gross, ...") may bind the question and is left to it.
std::string_view without_preamble(std::string_view question) {
  constexpr std::size_t kPreambleBytesMax = 200;
  static const std::unordered_set<std::string> talk = {
      "i",         "we",        "you",          "me",        "sorry",   "quick",   "thanks",    "please",
      "dear",      "hi",        "hello",        "bother",    "disturb", "trouble", "interrupt", "missed",
      "lost",      "wondering", "chance",       "favour",    "favor",   "meeting", "boss",      "curiosity",
      "colleague", "memo",      "presentation", "preparing", "writing", "confirm", "double",    "check",
      "clear",     "clarify",   "certain",      "sure",      "verify",  "recheck"};
  static const std::unordered_set<std::string> binding = {
      "if",       "suppose", "supposing", "assuming", "assume", "without", "excluding", "only",  "except",
      "ignoring", "ignore",  "for",       "in",       "from",   "since",   "as",        "not",   "no",
      "with",     "of",      "at",        "by",       "on",     "before",  "after",     "until", "year",
      "quarter",  "month",   "half",      "last",     "end",    "today",   "imagine",   "say",   "leave",
      "left",     "out",     "off",       "over",     "every",  "each",    "another",   "days",  "years",
      "quarters", "months",  "cash",      "net",      "had",    "were"};
  static const std::unordered_set<std::string> openers = {"could", "can", "would", "please", "kindly", "tell", "may"};
  for (std::size_t at = question.find(", "); at < kPreambleBytesMax; at = question.find(", ", at + 1)) {
    std::string_view said = question.substr(0, at), rest = question.substr(at + 2);
    if (said.empty()) continue;
    auto tokens = reading::fold_tokens(said), next = reading::fold_tokens(rest.substr(0, 20));
    bool opens = begins_question(rest) || (!next.empty() && openers.contains(next.front()));
    bool talks = std::all_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
      return talk.contains(token) || plain_words().contains(token);
    });
    bool names = std::any_of(said.begin() + 1, said.end(), [](char c) { return c >= 'A' && c <= 'Z' && c != 'I'; });
    if (!talks || names || binds(tokens, binding)) return question;  // longer ones hold this one
    if (!opens || !subjects_of(said).empty()) continue;
    return subjects_of(rest).empty() ? question : rest;  // nor has a shorter rest any
  }
  return question;
}

// "... State the amount.", "Thanks!" after a question.
bool asks_for_the_same(std::string_view rest, std::string_view before) {
  auto subjects = subjects_of(before);
  bool of_figures =
      std::any_of(subjects.begin(), subjects.end(), [](Term term) { return metric_of(term).has_value(); });
  static const std::unordered_set<std::string> words = {
      "state", "give",   "me",  "the", "amount",  "figure", "number", "please", "thanks", "thank",
      "you",   "cheers", "and", "it",  "could",   "can",    "look",   "up",     "help",   "kindly",
      "tell",  "date",   "its", "in",  "figures", "answer", "exact",  "just"};
  // "What happened in May? List the cash movements."
  static const std::unordered_set<std::string> lists = {"list", "show",         "cash", "movements", "rows", "entries",
                                                        "them", "transactions", "pls",  "all",       "items"};
  const bool of_shares = before.find('%') != std::string_view::npos;
  auto tokens = reading::fold_tokens(rest);
  return std::all_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
    return words.contains(token) || (!of_figures && lists.contains(token)) ||
           (of_shares && (token == "percentage" || token == "percent"));
  });
}

// "How much was called, how much paid back, and what is the NAV": commas between clauses that each ask.
std::size_t comma_before_question(std::string_view question) {
  auto tokens = reading::fold_tokens(question.substr(0, 20));
  bool asks = !tokens.empty() && (tokens.front() == "how" || tokens.front() == "what" || tokens.front() == "which");
  for (std::size_t at = asks ? question.find(", ") : std::string_view::npos; at != std::string_view::npos;
       at = question.find(", ", at + 1)) {
    std::string_view rest = question.substr(at + 2);
    auto next = reading::fold_tokens(rest.substr(0, 20));
    bool opens = !next.empty() && (next.front() == "how" || next.front() == "what");
    if (opens && !leans_back(rest) && !asks_no_more(rest)) return at;
  }
  return std::string_view::npos;
}

// "... and smallest call": a clause that begins with a measure of its own.
bool opens_measure(std::string_view clause) {
  auto tokens = reading::fold_tokens(clause);
  std::size_t at = !tokens.empty() && tokens.front() == "the" ? 1 : 0;
  if (at < tokens.size() && tokens[at] == "grand") ++at;
  auto match = question_terms().match_at(tokens, at);
  return match && is_measure(match->meaning) && measures_rows(clause);
}

// Where the next " and " stands, and how long it is.
std::size_t next_joint(std::string_view question, std::size_t from, std::size_t& length) {
  std::size_t next = std::string_view::npos;
  for (std::string_view joint : {" and ", " und ", " et "}) {
    const std::size_t at = question.find(joint, from);
    if (at >= next) continue;
    next = at;
    length = joint.size();
  }
  return next;
}

void split_clauses(std::string_view question, std::vector<Clause>& out) {
  if (std::size_t comma = comma_before_question(question); comma != std::string_view::npos) {
    split_clauses(question.substr(0, comma), out);
    std::size_t first = out.size();
    split_clauses(question.substr(comma + 2), out);
    if (out.size() > first) out[first].joined = true;
    return;
  }
  std::size_t from = 0, first = out.size(), joint = 0;
  for (std::size_t at = next_joint(question, 0, joint); at != std::string_view::npos;
       at = next_joint(question, at + 1, joint)) {
    std::string_view rest = question.substr(at + joint);
    bool asks = begins_question(rest) && !leans_back(rest) && !asks_no_more(rest);
    std::string_view first_part = question.substr(from, at - from);
    bool more = !asks && leans_back(rest) && asks_more_of_it(first_part, rest);
    if (more) {  // said as a follow-up, so that it keeps what the first clause was about
      out.push_back({std::string(reading::trimmed(first_part)), out.size() > first});
      from = at + 1;
      continue;
    }
    bool second = asks || (opens_measure(rest) && measures_rows(first_part));
    if (!second || reading::fold_tokens(first_part).size() < 2) continue;
    out.push_back({std::string(reading::trimmed(first_part)), out.size() > first});
    from = at + joint;
  }
  std::string last(reading::trimmed(question.substr(from)));
  if (!last.empty()) out.push_back({std::move(last), out.size() > first});
}

}  // namespace

std::vector<Clause> split_questions(std::string_view message) {
  std::vector<Clause> questions;
  std::string_view rest = reading::trimmed(message);
  while (!rest.empty()) {
    auto mark = rest.find('?');
    std::string_view one =
        without_preamble(without_remark(without_empty_question(without_greeting(rest.substr(0, mark)))));
    rest.remove_prefix(mark == std::string_view::npos ? rest.size() : mark + 1);
    if (reading::fold_tokens(one).empty()) continue;
    bool asked = mark != std::string_view::npos;
    if (!asked && !questions.empty() && asks_for_the_same(one, questions.back().text)) continue;
    std::size_t before = questions.size();
    split_clauses(one, questions);
    if (asked && questions.size() > before) questions.back().text += "?";
  }
  return questions;
}

}  // namespace dossier::funds
