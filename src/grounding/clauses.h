#pragma once

#include "reading/tokens.h"

#include <string>
#include <vector>

namespace dossier::grounding {

// A part of a sentence that says or denies one thing, by the words that carry it.
struct Clause {
  int sentence = 0;
  std::size_t first = 0, last = 0;  // tokens
  bool denied = false;              // by one word, or three: "never refused" is none
  bool doubled = false;             // "never no injury": two plain denials, and nobody knows which way
  bool elliptic = false;            // "but gains can": ends before its verb
  std::vector<std::string> said;    // stems of its words that are no grammar, sorted, each once
  std::vector<std::string> undone;  // those of them that stand behind its denial
};

// A sentence is parted at but, because, while; at a comma, and, who, that ... where a new subject, a verb of its own or
// a denial follows. "Not only", "no doubt" and "mobile no. 98" deny nothing; "unable", "refused" and "nahi" deny.
std::vector<Clause> clauses_of(const reading::Text& text);

// How many words of `one` stand in `other`; both sorted.
std::size_t common(const std::vector<std::string>& one, const std::vector<std::string>& other);

// The word by which clauses are compared: boys, men and miscreants are persons, returned and given back are one.
std::string_view kin_of(std::string_view stem);

}  // namespace dossier::grounding
