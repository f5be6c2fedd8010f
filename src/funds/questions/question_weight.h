#pragma once

#include "funds/questions/question_words.h"

#include <cstddef>
#include <vector>

namespace dossier::funds {

// Whether a word that nothing explained may change what is asked. Decided by what it is and where it stands, never by
// a list of harmless words: what negates, bounds, compares, reckons or supposes; a number, a date, a name; a word that
// belongs to what is asked ("sizeable distributions", "distributions from zetacorp", "the volatility of calls", "NAV
// volatility", "which calls were missed"). What stands elsewhere is the talk around the question: it can be left aside
// if the answer says so.
class WordWeights {
 public:
  // Refers to `words`, which outlive it.
  explicit WordWeights(const QuestionWords& words);

  bool may_change_what_is_asked(std::size_t at) const;

  // A word that tells, shows or becomes, where nothing of that kind is itself asked for.
  bool only_tells(std::size_t at) const;

  // Typed with a capital inside a sentence. German writes all nouns so.
  bool may_be_a_name(std::size_t at) const { return words_[at].capital && !german_; }

  // "The two funds", "all fourteen notices": a number in letters that counts what is known anyway.
  bool counts_what_is_known(std::size_t at) const;

 private:
  // Where a question speaks of rows, their parts or figures.
  void note_subjects();
  bool is_subject(std::size_t at) const { return at < subjects_.size() && subjects_[at]; }
  bool unknown(std::size_t at) const;
  // Whether a noun or an adjective may stand at `at`: after an article, a preposition, an adjective, at the start.
  bool noun_place(std::size_t at) const;
  // The next subject from `at` on, over articles, adjectives and other unknown words; the end when there is none.
  std::size_t subject_ahead(std::size_t at) const;

  bool qualifies_a_subject(std::size_t at) const;
  bool heads_a_subject(std::size_t at) const;
  bool completes_a_subject(std::size_t at) const;
  bool makes_another_noun(std::size_t at) const;
  bool is_the_thing_asked_for(std::size_t at) const;
  bool joined_to_a_subject(std::size_t at) const;
  bool says_something_of_rows(std::size_t at) const;
  bool acts_on_rows(std::size_t at) const;
  bool bounds_a_value(std::size_t at) const;
  bool is_all_but(std::size_t at) const;
  bool falls_in_a_time(std::size_t at) const;

  const QuestionWords& words_;
  std::vector<bool> subjects_;
  bool rows_ = false;       // whether one of the subjects is a kind of rows
  bool yes_or_no_ = false;  // opens with a verb: what it claims is what is asked
  bool german_ = false;
};

}  // namespace dossier::funds
