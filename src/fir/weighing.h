#pragma once

#include <cstddef>

// What the rules see of an offence and what complaints read before say of it, put together to one likelihood.
namespace dossier::fir {

struct Testimony {
  // Of experience, all logits (experience.h).
  double score = 0;      // of this section
  double best = 0;       // of the likeliest section
  double share = 0;      // of all that was learned from, how much stands under this section, 0 to 1
  double elsewhere = 0;  // 0 to 1: how likely it is a matter without any offence
  // How much likelier (a positive logit) or unlikelier (a negative one) the section is beside the others that are
  // likely.
  double company_for = 0, company_against = 0;
  // Of the rules.
  bool holds = false;        // they propose it
  bool taken_away = false;   // all its elements are there, but an exception or a situation excludes it
  bool covered = false;      // all its elements are there, but a more specific offence covers it
  bool doubted = false;      // some of its elements are there, but an exception takes one of them away
  bool silent = false;       // they propose nothing at all
  std::size_t core = 0;      // its core ingredients,
  std::size_t core_met = 0;  // those that are met,
  std::size_t met = 0;       // and all that are met
};

// How likely an officer registers the section, 0 to 1: a logistic regression over the testimony (docs/knowledge.md says
// on what it was fitted).
double likelihood(const Testimony& testimony);

}  // namespace dossier::fir
