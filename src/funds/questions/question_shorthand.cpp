#include "funds/questions/question_shorthand.h"

#include "funds/questions/question_rephrasing.h"
#include "funds/questions/question_vocabulary.h"
#include "reading/fold.h"

#include <cctype>
#include <unordered_map>

namespace dossier::funds {
namespace {

const std::unordered_map<std::string_view, std::string_view>& shorthand() {
  static const std::unordered_map<std::string_view, std::string_view> table = {
      // with a stroke
      {"w/o", "without"},
      {"b/w", "between"},
      {"w/", "with"},
      {"@", "at"},
      {"recap", "recapitalisation"},
      {"recaps", "recapitalisations"},
      // the trade
      {"dist", "distribution"},
      {"dists", "distributions"},
      {"distrib", "distribution"},
      {"distribs", "distributions"},
      {"distros", "distributions"},
      {"contrib", "contribution"},
      {"contribs", "contributions"},
      {"cap", "capital"},
      {"divs", "dividends"},
      {"mgmt", "management"},
      {"mgt", "management"},
      {"txn", "transaction"},
      {"txns", "transactions"},
      {"amt", "amount"},
      {"amts", "amounts"},
      {"recd", "received"},
      {"tot", "total"},
      {"cum", "cumulative"},
      // time
      {"qtr", "quarter"},
      {"qtrs", "quarters"},
      {"yr", "year"},
      {"yrs", "years"},
      {"mth", "month"},
      {"mths", "months"},
      {"thru", "through"},
      {"til", "until"},
      {"b4", "before"},
      // places that no other table spells out
      {"fifth", "5th"},
      {"sixth", "6th"},
      {"seventh", "7th"},
      {"eighth", "8th"},
      {"ninth", "9th"},
      {"tenth", "10th"},
      {"eleventh", "11th"},
      {"twelfth", "12th"},
      {"vierte", "4th"},
      {"vierten", "4th"},
      {"vierter", "4th"},
      {"funfte", "5th"},
      {"funften", "5th"},
      {"funfter", "5th"},
      {"sechste", "6th"},
      {"sechsten", "6th"},
      {"quatrieme", "4th"},
      {"cinquieme", "5th"},
      {"sixieme", "6th"},
      // two words run together
      {"whats", "what is"},
      {"hows", "how is"},
      {"wheres", "where is"},
      {"whens", "when is"},
      {"whos", "who is"},
      {"hadnt", "had not"},
      {"didnt", "did not"},
      {"doesnt", "does not"},
      {"isnt", "isn't"},
      {"arent", "aren't"},
      {"wasnt", "wasn't"},
      {"werent", "weren't"},
      {"hasnt", "hasn't"},
      {"havent", "haven't"},
      {"pct", "percent"},
      // slips that are words of their own to nobody
      {"i.e", "ie"},
      {"mny", "many"},
      {"hw", "how"},
      {"wht", "what"},
      {"upto", "up to"},
      {"uptil", "until"},
      {"uptill", "until"},
      {"wat", "what"},
      {"wut", "what"},
      {"wats", "what is"},
      {"wich", "which"},
      {"wen", "when"},
      {"happend", "happened"},
      {"abt", "about"},
      {"dont", "do not"},
      {"cant", "can not"},
  };
  return table;
}

// "What's", "how's": as if run together.
std::string without_apostrophes(std::string_view word) {
  std::string plain;
  for (std::size_t k = 0; k < word.size(); ++k) {
    bool curly = word.substr(k).starts_with("\u2019");
    if (curly) k += 2;
    if (!curly && word[k] != '\'') plain += word[k];
  }
  return plain;
}

// "YE21", "FYE2021": the end of the year.
std::string year_end(std::string_view folded) {
  std::string_view digits = folded.substr(std::min(folded.find_first_of("0123456789"), folded.size()));
  std::string_view mark = folded.substr(0, folded.size() - digits.size());
  bool of_year = digits.size() == 2 || digits.size() == 4;
  if (!of_year || (mark != "ye" && mark != "fye" && mark != "eoy" && mark != "y/e")) return "";
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return "";
  return "end of " + std::string(digits.size() == 2 ? "20" : "") + std::string(digits);
}

// "PIC/commitment": two amounts parted by a stroke are divided.
std::optional<std::string> division(std::string_view typed) {
  auto stroke = typed.find('/');
  if (stroke == std::string_view::npos) return std::nullopt;
  auto amount = [](std::string_view text) {
    auto tokens = reading::fold_tokens(text);
    auto term = tokens.size() == 1 ? question_terms().match_at(tokens, 0) : std::nullopt;
    auto metric = term ? metric_of(term->meaning) : std::nullopt;
    return metric && unit_of(*metric) == Unit::money;
  };
  std::string_view whole = typed.substr(0, stroke), part = typed.substr(stroke + 1);
  if (!amount(whole) || !amount(part)) return std::nullopt;
  return std::string(whole) + " divided by " + std::string(part);
}

std::string spelled_word(std::string_view typed, bool first) {
  if (auto divided = division(typed)) return *divided;
  auto end = typed.find_last_not_of("?!.,;:");
  if (end == std::string_view::npos) return std::string(typed);
  std::string_view core = typed.substr(0, end + 1), tail = typed.substr(end + 1);
  bool name = !first && std::isupper(static_cast<unsigned char>(core.front())) != 0;
  if (!first && reading::fold(core) == "btw") return "between" + std::string(tail);  // opening a question: by the way
  if (reading::fold(core).starts_with("vintage-")) return "vintage " + std::string(typed.substr(8));
  if (std::string end_of_year = year_end(reading::fold(core)); !end_of_year.empty())
    return end_of_year + std::string(tail);
  auto known = shorthand().find(reading::fold(without_apostrophes(core)));
  if (name || known == shorthand().end()) return std::string(typed);
  return std::string(known->second) + std::string(tail);
}

}  // namespace

std::string spelled_out(std::string_view message) {
  std::string text;
  std::size_t at = 0;
  while (at < message.size()) {
    std::size_t end = message.find(' ', at);
    if (end == std::string_view::npos) end = message.size();
    if (end > at) text += spelled_word(message.substr(at, end - at), at == 0);
    if (end < message.size()) text += ' ';
    at = end + 1;
  }
  return rephrased(text);
}

}  // namespace dossier::funds
