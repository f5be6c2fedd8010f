#pragma once

#include "reading/tokens.h"

#include <string>
#include <string_view>
#include <vector>

namespace dossier::grounding {

enum class FactKind { number, date, time, section, name, quotation };

// Something in a text that is either right or wrong, in a form in which two ways of writing it meet.
struct Fact {
  FactKind kind;
  std::string shown;    // as it stands in the text
  std::string key;      // equal for equal facts: "-125e-1%" for (12.5 %), "2023-01-15", "304(2)"
  std::string context;  // a number's currency, a section's act, kHalfUnsaid of a time; empty: not said
  int sentence = 0;
  std::size_t first = 0, last = 0;  // its tokens
};

// The facts of a text, in its order. A token belongs to one fact at most, except that names may stand in quotations.
//   numbers     with sign, scale (million, lakh, crore), unit (%, x) and currency; "five" is 5, "half a dozen" 6, half
//               50 %, "twice" 2x, "third time" 3#
//   dates       in all the forms reading/dates.h knows, to the day, month, quarter or half
//   times       of the clock ("18:30"), and parts of the day ("evening")
//   sections    "Sections 304(2), 115 and 118 BNS", "u/s 302 IPC", "Article 21"
//   names       words with a capital; at the beginning of a sentence only those that are not a usual beginning; words
//   in
//               small letters that are no common word of English
//   quotations  what stands in quotation marks, sentence by sentence
std::vector<Fact> find_facts(const reading::Text& text);

// A clock time of which nobody said whether it is before or after noon.
inline constexpr std::string_view kHalfUnsaid = "12h";

// Whether a source that says `source` says `claim` too: the same, or less precisely (a month for a day, a number
// without its currency), never more.
bool supports(const Fact& source, const Fact& claim);
// The same of two times: evening is supported by 18:30, and 6:30 by 18:30, but not 18:30 by 6:30.
bool time_supports(const Fact& source, const Fact& claim);

namespace detail {

// What each finder takes is marked used, so that the next does not read a day as a number.
struct Scan {
  const reading::Text& text;
  std::vector<bool> used;
  std::vector<Fact> facts;

  bool is_free(std::size_t i) const { return i < used.size() && !used[i]; }
  const reading::Token& token(std::size_t i) const { return text.tokens()[i]; }
  bool same_sentence(std::size_t a, std::size_t b) const { return token(a).sentence == token(b).sentence; }
  void take(FactKind kind, std::size_t first, std::size_t last, std::string key, std::string context = {});
};
void find_dates(Scan& scan);
void find_times(Scan& scan);
void find_sections(Scan& scan);
void find_numbers(Scan& scan);
void find_quotations(Scan& scan);
void find_names(Scan& scan);

}  // namespace detail
}  // namespace dossier::grounding
