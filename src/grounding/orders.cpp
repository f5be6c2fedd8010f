#include "grounding/orders.h"

#include "base/json_writer.h"
#include "reading/tokens.h"

#include <algorithm>
#include <array>

namespace dossier::grounding {
namespace {

using reading::Text;
using reading::Token;

using Words = std::vector<std::string_view>;

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr auto kDropping = std::to_array<std::string_view>({"ignore", "disregard", "forget", "override", "bypass"});
constexpr auto kDropped = std::to_array<std::string_view>(
    {"instruction", "instructions", "prompt", "prompts", "guideline", "guidelines", "directive", "directives"});
// A sentence of a complaint or a report does not begin with one of these.
constexpr auto kReplying = std::to_array<std::string_view>({"output", "respond", "reply", "print"});
// These follow an order as its content.
constexpr auto kTelling = std::to_array<std::string_view>(
    {"say",     "state",  "write",   "report", "mark",    "conclude", "declare", "add",    "set",   "classify",
     "approve", "list",   "include", "tell",   "give",    "answer",   "instead", "now",    "then",  "do",
     "cite",    "delete", "send",    "output", "respond", "reply",    "print",   "always", "never", "only"});
// Words in a row that speak to or of a machine.
constexpr auto kMachine = std::to_array<std::string_view>(
    {" system prompt ", " language model ", " as an ai ", " you are now ", " you are an ai ", " you are a helpful ",
     " ai assistant ", " ai model ", " note to the model ", " note to the assistant ", " instructions to the model ",
     " instructions for the model ", " instruction to the model ", " to the ai ", " developer mode ", " jailbreak "});

bool drops_instructions(const Words& words) {
  const auto verb = std::find_if(words.begin(), words.end(), [](auto word) { return is_one_of(word, kDropping); });
  return std::any_of(verb, words.end(), [](auto word) { return is_one_of(word, kDropped); });
}

bool is_order(const Words& words) {
  if (words.empty()) return false;
  if (is_one_of(words.front(), kReplying) || drops_instructions(words)) return true;
  std::string row = " ";
  for (const std::string_view word : words) row += std::string(word) + " ";
  return std::any_of(kMachine.begin(), kMachine.end(),
                     [&](std::string_view phrase) { return row.find(phrase) != std::string::npos; });
}

}  // namespace

WithoutOrders take_orders(std::string_view given) {
  const std::string valid = valid_utf8(std::string(given));
  const Text text = Text::of(valid).value();
  std::vector<Words> sentences(static_cast<std::size_t>(text.sentence_count()));
  std::vector<reading::Span> spans(sentences.size());
  for (const Token& token : text.tokens()) {
    const auto number = static_cast<std::size_t>(token.sentence);
    if (sentences[number].empty()) spans[number].start = token.span.start;
    spans[number].end = token.span.end;
    sentences[number].push_back(token.lower);
  }
  WithoutOrders parted;
  std::uint32_t from = 0;
  bool within = false;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    within = is_order(sentences[i]) || (within && !sentences[i].empty() && is_one_of(sentences[i].front(), kTelling));
    if (!within) continue;
    parted.text += text.slice({from, spans[i].start});
    parted.orders.emplace_back(text.slice(spans[i]));
    from = spans[i].end;
  }
  parted.text += text.slice({from, text.length()});
  return parted;
}

}  // namespace dossier::grounding
