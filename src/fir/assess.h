#pragma once

#include "fir/facts.h"
#include "fir/knowledge.h"
#include "fir/signals.h"

#include <string>
#include <vector>

namespace dossier::fir {

enum class IngredientState { met, missing, contradicted };
std::string_view name_of(IngredientState state);

// Words of the complaint that show an ingredient, or, when `given`, what the person at the desk added.
struct Evidence {
  Span span;
  std::string text;
  bool given = false;
};

struct IngredientFinding {
  const Ingredient* ingredient = nullptr;
  IngredientState state = IngredientState::missing;
  std::vector<Evidence> evidence;
};

// An offence that the complaint discloses, with its table.
struct Proposal {
  const Offence* offence = nullptr;
  std::vector<IngredientFinding> ingredients;
  Answer cognizable = Answer::no, bailable = Answer::yes;  // decided where the facts decide them
  // Not empty: the cues alone did not propose it; complaints told in such words were registered under it
  // (experience.h).
  std::vector<Evidence> told_alike = {};
  std::string despite = {};  // why the cues, which saw all its ingredients, would have left it out; empty: they did not
  std::string route = {};    // the offence's, unless this complaint is the station's all the same
};

struct Considered {
  std::string act, section, why;
};

struct SituationFinding {
  const Situation* situation = nullptr;
  std::vector<IngredientFinding> ingredients;
};

struct Assessment {
  std::vector<Proposal> proposals;  // the gravest and most specific first
  std::vector<Considered> considered;
  std::vector<SituationFinding> situations;
  std::string told_alike_route = {};     // where complaints told in such words went, when not to an FIR; empty: unknown
  bool told_of_another_station = false;  // in such words people told of what happened in another station's area
};

// Weighs every offence and situation of the knowledge against the complaint. Proposals live no longer than `knowledge`.
Assessment assess(const Knowledge& knowledge, const reading::CueText& text, const Facts& facts);

// How one offence or situation fares against a complaint, proposed or not: what a writer of knowledge asks when a cue
// does not catch.
struct Weighed {
  std::vector<IngredientFinding> ingredients;
  std::string why_not;  // empty when nothing stands against proposing it alone
};
Weighed weigh(const Knowledge& knowledge, const Offence& offence, const reading::CueText& text, const Facts& facts);
Weighed weigh(const Knowledge& knowledge, const Situation& situation, const reading::CueText& text, const Facts& facts);

}  // namespace dossier::fir
