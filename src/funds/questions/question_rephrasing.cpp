#include "funds/questions/question_rephrasing.h"

#include "funds/questions/question_conditions.h"
#include "funds/questions/question_named_row.h"
#include "funds/questions/question_number_words.h"
#include "funds/questions/question_premises.h"
#include "funds/questions/question_typed.h"
#include "reading/fold.h"
#include "reading/one_of.h"
#include "reading/phrases.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace dossier::funds {
namespace {

enum class Roundabout { leaving_out, had_not_been };

const reading::PhraseTable<Roundabout>& roundabouts() {
  using enum Roundabout;
  static const reading::PhraseTable<Roundabout> table = {
      {leaving_out,
       {"if we left out",
        "if we leave out",
        "if you leave out",
        "if i leave out",
        "if we ignore",
        "if we ignored",
        "if you ignore",
        "if we exclude",
        "if we excluded",
        "if you exclude",
        "if we disregard",
        "disregarding",
        "if we strip out",
        "if you strip out",
        "leaving aside",
        "setting aside",
        "if it were not for",
        "strip out",
        "stripping out",
        "taking out",
        "take away",
        "taking away",
        "back out",
        "backing out",
        "skip",
        "skipping",
        "but skip",
        "but not counting",
        "not counting those that are",
        "ohne die",
        "ohne den"}},
      // What follows the rows in "if call 4 had not happened".
      {had_not_been, {"had not happened",      "had never happened",  "had not been made",
                      "had never been made",   "had not been paid",   "had never been paid",
                      "had not taken place",   "had not been called", "had not been distributed",
                      "had not occurred",      "did not happen",      "did not exist",
                      "never happened",        "were left out",       "was left out",
                      "were excluded",         "was excluded",        "had not been booked",
                      "had never been booked", "not been booked",     "not been made",
                      "not been paid",         "not happened",        "not occurred",
                      "is left out",           "are left out",        "is ignored",
                      "are ignored",           "were ignored",        "is excluded",
                      "are excluded",          "is dropped",          "were dropped",
                      "are dropped",           "was dropped",         "was ignored",
                      "is taken out",          "were taken out",      "had not been there",
                      "had never taken place", "had never existed",   "not been booked",
                      "not been made",         "not been paid",       "not happened",
                      "not taken place",       "not been called"}},
  };
  return table;
}

// How many words from `at` on go that way round; 0 when they do not.
std::size_t said_at(const Typed& typed, std::size_t at, Roundabout way) {
  const auto match = roundabouts().match_at(typed.folded(), at);
  return match && match->meaning == way ? match->length : 0;
}

// "Check if anything was distributed" supposes nothing.
void say_whether(Typed& typed) {
  static constexpr std::array<std::string_view, 14> kVerbs = {"check",  "know",    "see",       "confirm", "say",
                                                              "verify", "clarify", "wonder",    "sure",    "ask",
                                                              "asks",   "asked",   "wondering", "out"};
  for (std::size_t at = 1; at < typed.size(); ++at) {
    if (!typed.says(at, "if")) continue;
    std::size_t verb = at - 1;
    bool told = (typed.says(verb, "me") || typed.says(verb, "us")) && at > 1;
    bool supposes = false;  // "tell me if NAV falls what the TVPI is"
    for (std::size_t k = at + 1; k < typed.size(); ++k)
      supposes = supposes || typed.says(k, "what") || typed.says(k, "would") || typed.says(k, "how");
    if (supposes) return;
    bool asks = std::find(kVerbs.begin(), kVerbs.end(), typed.folded()[verb]) != kVerbs.end();
    if (asks || told) typed.replace(at, 1, "whether");
  }
}

void say_without(Typed& typed) {
  for (std::size_t at = 0; at < typed.size(); ++at) {
    if (std::size_t length = said_at(typed, at, Roundabout::leaving_out)) typed.replace(at, length, "without");
  }
}

// How many words at `end` close "leaving call 4 aside", "leaving call 4 out of it" or "with call 4 left out"; 0 when
// they do not.
std::size_t set_aside_at(const Typed& typed, std::size_t end, bool with) {
  const bool out_of_it = typed.says(end, "out") && typed.says(end + 1, "of") && end + 2 < typed.size() &&
                         reading::one_of(typed.folded()[end + 2], {"it", "this", "that", "them", "account"});
  if (!with && out_of_it) return 3;
  if (!with) return typed.says(end, "aside") ? 1 : 0;
  if (reading::one_of(typed.folded()[end], {"excluded", "removed", "ignored", "omitted", "disregarded"})) return 1;
  const bool verb = typed.says(end, "left") || typed.says(end, "stripped") || typed.says(end, "taken");
  return verb && typed.says(end + 1, "out") ? 2 : 0;
}

// "Leaving the rebalancing aside", "with call 4 left out": the words between are left out.
void say_without_what_is_set_aside(Typed& typed) {
  constexpr std::size_t kWordsBetweenMax = 9;
  for (std::size_t at = 0; at < typed.size(); ++at) {
    const bool with = typed.says(at, "with");
    if (!with && !reading::one_of(typed.folded()[at],
                                  {"leave", "leaving", "left", "set", "put", "setting", "putting", "leaves"}))
      continue;
    for (std::size_t end = at + 2; end < std::min(typed.size(), at + kWordsBetweenMax); ++end) {
      if (typed.ends_clause(end - 1)) break;
      const std::size_t length = set_aside_at(typed, end, with);
      if (length == 0) continue;
      typed.replace(end, length, "");
      typed.replace(at, 1, "without");
      break;
    }
  }
}

// "... and on which page does it say so", "and the page on which it is printed": every answer says where it stands.
void leave_out_the_page(Typed& typed) {
  for (std::size_t at = 2; at + 2 < typed.size(); ++at) {
    if (!typed.says(at, "and")) continue;
    std::size_t page = at + 1;
    while (page < at + 4 &&
           (typed.says(page, "on") || typed.says(page, "which") || typed.says(page, "what") || typed.says(page, "the")))
      ++page;
    if (page == at + 1 || !typed.says(page, "page")) continue;
    typed.replace(at, typed.size() - at, "");
    return;
  }
}

// "Can they call the money from Marrick back?": may it be recalled. "... and then take it back": was it reversed.
void say_recall_for_call_back(Typed& typed) {
  constexpr std::size_t kWordsBetweenMax = 6;
  for (std::size_t at = 0; at + 2 < typed.size(); ++at) {
    const bool calls = reading::one_of(typed.folded()[at], {"call", "draw", "claw", "demand", "claim", "ask"});
    const bool may = at > 1 && reading::one_of(typed.folded()[at - 2], {"can", "could", "may", "might"});
    const bool takes =
        reading::one_of(typed.folded()[at], {"take", "took", "taken", "claw", "clawed", "claim", "ask"}) &&
        reading::one_of(typed.folded()[at + 1], {"it", "some", "part", "that", "them", "any"});
    for (std::size_t end = at + 2; end < std::min(typed.size(), at + kWordsBetweenMax + 1); ++end) {
      if (!typed.says(end, "back") || !(typed.ends_clause(end) || end + 1 == typed.size())) continue;
      if (calls && may) {
        typed.replace(end, 1, "");
        typed.replace(at, 1, "recall");
      } else if (takes) {
        typed.replace(at, end + 1 - at, "reversed");
      }
      return;
    }
  }
}

// "Please share the NAV", "can you share with me the calls": asks to be given.
void say_give_for_share(Typed& typed) {
  for (std::size_t at = 0; at + 1 < typed.size(); ++at) {
    if (!typed.says(at, "share")) continue;
    const bool asks =
        at == 0 || typed.ends_clause(at - 1) ||
        reading::one_of(typed.folded()[at - 1], {"please", "kindly", "pls", "you", "to", "also", "just", "and"});
    const bool gives = reading::one_of(typed.folded()[at + 1],
                                       {"the", "me", "with", "us", "a", "an", "your", "details", "all", "list"});
    if (asks && gives) typed.replace(at, 1, "give");
  }
}

// "When was it paid?": whichever way it went was said before.
void leave_out_which_way_it_went(Typed& typed) {
  constexpr std::size_t kWordsMax = 5;
  const std::size_t last = typed.size() - (typed.size() > 0 ? 1 : 0);
  if (typed.size() < 4 || typed.size() > kWordsMax || !typed.says(last - 2, "was")) return;
  const bool of_it = reading::one_of(typed.folded()[last - 1], {"it", "that", "this"});
  const bool verb =
      reading::one_of(typed.folded()[last], {"paid", "made", "received", "sent", "distributed", "called"});
  if (of_it && verb) typed.replace(last, 1, "");
}

// "Is it true that the DPI is above 1x?" asks whether it is.
void say_whether_it_is_so(Typed& typed) {
  const bool asks = typed.says(0, "is") && (typed.says(1, "it") || typed.says(1, "this")) && typed.says(3, "that") &&
                    reading::one_of(typed.size() > 3 ? typed.folded()[2] : std::string(),
                                    {"true", "correct", "right", "so", "possible"});
  if (asks) typed.replace(1, 3, "");
}

// "Net?", "and net?": of all that was spoken of, what is left over.
void say_net_of_what(Typed& typed) {
  const std::size_t last = typed.size() - 1;
  if (typed.size() > 0 && typed.size() < 3 && typed.says(last, "net") && (last == 0 || typed.says(0, "and")))
    typed.replace(last, 1, last == 0 ? "and net cash flow" : "net cash flow");
}

// "If you take all the calls, what is their average?" only says of which, "if I pool the two funds, ..." that they are
// taken as one.
void say_of_which(Typed& typed) {
  const bool opens = (typed.says(0, "if") || typed.says(0, "when")) && typed.size() > 3 &&
                     reading::one_of(typed.folded()[1], {"i", "we", "you", "one"});
  if (!opens) return;
  const bool looks = reading::one_of(typed.folded()[2], {"take", "look", "consider"});
  const bool pools = reading::one_of(typed.folded()[2], {"pool", "combine", "merge", "lump", "treat"});
  std::size_t end = 3;
  while (end < typed.size() && !typed.ends_clause(end)) ++end;
  const bool asks = typed.says(end + 1, "what") || typed.says(end + 1, "how") || typed.says(end + 1, "which");
  if (asks && (looks || pools)) typed.replace(0, looks && typed.says(3, "at") ? 4 : 3, pools ? "pooled" : "");
}

bool asks_for_the_unfunded(const Typed& typed) {
  auto folded = typed.folded();
  return std::any_of(folded.begin(), folded.end(), [](const std::string& word) {
    return word == "undrawn" || word == "unfunded" || word == "uncalled" || word == "callable";
  });
}

// "DPI had call 4 not been made": where "had" opens a condition behind the question, "not" comes after its subject.
bool turns_had_round(const Typed& typed, std::size_t had) {
  const auto folded = typed.folded().subspan(had + 1);
  const bool subject = !folded.empty() && reading::one_of(folded.front(), {"the", "call", "distribution", "no", "any"});
  return subject && std::ranges::any_of(folded, [](const std::string& word) { return word == "not"; });
}

// "If call 4 had not happened, ...": the clause between is what is left out.
void say_without_what_had_not_been(Typed& typed) {
  if (asks_for_the_unfunded(typed)) return;  // has words of its own for recallable distributions left out
  for (std::size_t at = 0; at < typed.size(); ++at) {
    const bool had = typed.says(at, "had") && (at == 0 || turns_had_round(typed, at));  // "had call 4 not been made"
    if (!typed.says(at, "if") && !typed.says(at, "though") && !had) continue;
    std::size_t end = at + 1;
    for (; end < typed.size(); ++end) {
      std::size_t length = said_at(typed, end, Roundabout::had_not_been);
      if (length > 0 && typed.says(end + length, "from")) return;  // "is dropped from both" says of what
      if (length > 0) {
        typed.replace(end, length, "");
        typed.replace(at, 1, "without");
        if (at > 0 && typed.says(at - 1, "as")) typed.replace(at - 1, 1, "");  // "as though"
        return;
      }
      if (typed.ends_clause(end)) break;
    }
    at = end - 1;  // another "if" among the words looked through would find nothing in them either
  }
}

}  // namespace

std::string rephrased(std::string_view message) {
  Typed typed(with_premises_joined(message));
  leave_out_which_way_it_went(typed);
  say_whether_it_is_so(typed);
  say_give_for_share(typed);
  say_recall_for_call_back(typed);
  say_of_which(typed);
  say_whether(typed);
  settle_conditions(typed);
  say_what_happened_with_it(typed);
  say_net_of_what(typed);
  leave_out_the_page(typed);
  say_without(typed);
  say_without_what_is_set_aside(typed);
  say_without_what_had_not_been(typed);
  write_numbers(typed);
  return typed.text();
}

}  // namespace dossier::funds
