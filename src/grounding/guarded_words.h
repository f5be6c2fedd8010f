#pragma once

#include "grounding/words.h"

#include <string_view>
#include <vector>

namespace dossier::grounding {

// How a word must be backed by the sources.
enum class Guard {
  amount,    // "all", "several", "at least": by a sentence that tells of the same things
  when,      // "yesterday", "last week": anywhere
  charge,    // "murder", "guilty", "armed": an offence, a consequence, what makes a deed worse: anywhere
  opposite,  // "rose", "sold", "after": not where a sentence that tells of the same things has only its opposite
};

// A word or phrase that changes what a sentence means and that no digit gives away.
struct GuardedWord {
  int group;  // of words that may stand for each other
  std::size_t first, last;
};
std::vector<GuardedWord> find_guarded_words(const reading::Text& text);

Guard guard_of(int group);
// Whether a text that says words of `said` says what words of `claimed` say.
bool backs(int said, int claimed);
// The group that says the contrary; -1: there is none.
int opposite_of(int group);

}  // namespace dossier::grounding
