#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::grounding {

// What a text may rest on; [1] cites the first. `about` is what is known of it besides its words, such as the name of
// its file and the heading above it.
struct SourceText {
  std::string text;
  std::string about = {};
};

enum class Fault {
  empty,   // no words at all
  number,  // none of the sources it may rest on has it
  date,
  time,  // of the clock or the day, "yesterday"
  name,  // also of two persons joined to one
  deed,  // somebody does what the sources say of another
  section,
  charge,       // an offence, a consequence, a weapon that the sources do not name
  quotation,    // not word for word in a source
  citation,     // of a source that does not exist, or none where one is required
  negation,     // denies what its sources say, or says what they deny
  left_out,     // said by a source whose figures must all be said
  unsupported,  // most words of a sentence stand in none of its sources: an apology, an opinion, an order obeyed
};
std::string_view name_of(Fault fault);

struct Finding {
  Fault fault;
  std::string what;  // the words of the text it is about
};

struct CheckOptions {
  bool citations_required = false;  // of every sentence; one at the end of a paragraph serves those before it
  // Denials of what no source tells pass: "the phone was not taken by force". Those of what one tells never do.
  bool absences_allowed = false;
};

// Does the text say only what its sources say? Nothing found means that every number, date, time, name, section and
// quotation of each sentence stands in the sources which the sentence cites (in any source when it cites none), in
// digits or in words; that no figure stands among the words that stand around another one there; that what is counted,
// all, most or several of it, and who did what, is not told otherwise; and that no clause denies what they say or says
// what they deny. It does not mean that the text is true: words can be put together wrongly. Pure; linear in the texts,
// but for figures and clauses, each of which is compared with each of the sources.
std::vector<Finding> check(std::string_view text, std::span<const SourceText> sources, CheckOptions options = {});

// The numbers and dates of `source` that the text does not say: for words in the place of others, which may say them
// differently and may not say less. Pure.
std::vector<Finding> left_out(std::string_view text, std::string_view source);

}  // namespace dossier::grounding
