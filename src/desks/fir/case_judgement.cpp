#include "desks/fir/case_judgement.h"

#include "desks/fir/case_prompts.h"
#include "desks/fir/limits.h"
#include "grounding/facts.h"
#include "phrasing/prompt.h"
#include "reading/tokens.h"

#include <algorithm>
#include <cctype>

namespace dossier::desks::fir {
namespace {

using reading::Text;
using reading::Token;
using Verdict = Judgement::Verdict;

constexpr std::size_t kEvidenceWordsMin = 2;  // one word stands by chance

// Whether the other verdict follows too: before the colon in any letters ("YES and no: ..."), behind it in capitals.
bool says_the_other(std::string_view rest, std::string_view other) {
  const std::size_t colon = std::min(rest.find(':'), rest.size());
  std::string word;
  for (std::size_t at = 0; at <= rest.size(); ++at) {
    const char c = at < rest.size() ? rest[at] : ' ';
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
      word += at < colon && colon < rest.size() ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
      continue;
    }
    if (word == other) return true;
    word.clear();
  }
  return false;
}

// The verdict at the beginning, and what follows it.
struct Reply {
  Verdict verdict;
  std::string_view rest;
};
std::optional<Reply> parted(std::string_view reply) {
  while (!reply.empty() && std::isalpha(static_cast<unsigned char>(reply.front())) == 0) reply.remove_prefix(1);
  std::size_t end = 0;
  std::string word;
  while (end < reply.size() && std::isalpha(static_cast<unsigned char>(reply[end])) != 0)
    word += static_cast<char>(std::toupper(static_cast<unsigned char>(reply[end++])));
  if (word != "YES" && word != "NO") return std::nullopt;
  std::string_view rest = reply.substr(end);
  if (says_the_other(rest, word == "YES" ? "NO" : "YES")) return std::nullopt;
  while (!rest.empty() && std::string_view(" \t\r\n:.,;*-").find(rest.front()) != std::string_view::npos)
    rest.remove_prefix(1);
  return Reply{word == "YES" ? Verdict::yes : Verdict::no, rest};
}

// A NO is about what the complaint does not tell: there a denial is wrong only where the complaint tells of it.
bool is_grounded(const std::string& reason, Verdict verdict, const WritingOrder& order, const Candidate& candidate) {
  std::string offence = candidate.title + ". ";
  for (const std::string& point : candidate.ingredients) offence += point + ". ";
  const std::vector<grounding::SourceText> sources = {{order.complaint, "complaint"}, {offence, "offence"}};
  return check_words(reason, sources, {.absences_allowed = verdict == Verdict::no}).empty();
}

// Where the words of a quotation stand in the transcript, compared word by word without case.
std::optional<reading::Span> place_of(const std::vector<std::string>& words, const Text& transcript) {
  const auto& tokens = transcript.tokens();
  const auto at = std::search(tokens.begin(), tokens.end(), words.begin(), words.end(),
                              [](const Token& token, const std::string& word) { return token.lower == word; });
  if (words.empty() || at == tokens.end()) return std::nullopt;
  const auto first = static_cast<std::size_t>(at - tokens.begin());
  return transcript.span_of(first, first + words.size() - 1);
}

void add_evidence(Judgement& judgement, const std::string& reason, const Text& transcript) {
  const auto text = Text::of(reason);
  if (!text) return;
  const auto& tokens = text->tokens();
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    std::vector<std::string> words;
    for (; first < tokens.size() && tokens[first].quoted; ++first) words.push_back(tokens[first].lower);
    if (words.size() < kEvidenceWordsMin) continue;
    const auto place = place_of(words, transcript);
    if (!place) continue;
    judgement.evidence.push_back(*place);
    judgement.evidence_texts.emplace_back(transcript.slice(*place));
  }
}

}  // namespace

std::optional<Judgement> read_judgement(std::string_view reply, const WritingOrder& order, const Candidate& candidate,
                                        std::string_view transcript) {
  const std::optional<Reply> said = parted(reply);
  if (!said) return std::nullopt;
  Judgement judgement{.verdict = said->verdict};
  const std::string reason =
      phrasing::without_citations(phrasing::beginning(std::string(said->rest), limits::kJudgementReasonBytesMax));
  const auto text = Text::of(std::string(transcript));
  if (text) add_evidence(judgement, reason, *text);
  if (!reason.empty() && is_grounded(reason, said->verdict, order, candidate)) judgement.reason = reason;
  return judgement;
}

}  // namespace dossier::desks::fir
