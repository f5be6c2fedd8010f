#pragma once

#include "fir/assess.h"

#include <string>
#include <vector>

// Offences whose every core ingredient a complaint shows, and which of them leave others no room: the most specific
// wins.
namespace dossier::fir {

struct Candidate {
  const Offence* offence;
  std::vector<IngredientFinding> findings;
  std::string excluded_by;  // why it is not proposed
  std::vector<Evidence> told_alike = {};
  std::string despite = {};
  const Offence* covered_by = nullptr;  // the more specific offence that excludes it, if one does

  bool stands() const { return excluded_by.empty(); }
};

// An offence of which the complaint shows something, and not all.
struct Unshown {
  const Offence* offence;
  std::vector<IngredientFinding> findings;
  std::string why_not;
};

// The graver and more specific first.
void put_in_order(std::vector<Candidate>& candidates);

// Those that stand exclude what they supersede, in the order given: put in order, what is itself superseded no longer
// supersedes. Only what the rules propose covers: what only sounds like an offence covers none. Two incidents in one
// complaint cover nothing of each other. Moves no candidate.
void supersede(std::vector<Candidate>& candidates, const reading::CueText& text, SignalReader& signals);

}  // namespace dossier::fir
