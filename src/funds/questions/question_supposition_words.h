#pragma once

#include "reading/phrases.h"

// The words of suppositions, as tables. Internal to the room.
namespace dossier::funds {

// What opens one: "if", "assuming", "with a NAV".
const reading::PhraseTable<bool>& supposition_openings();

// How a figure moves in it.
enum class Move { falls, rises, doubles, halves, becomes, vanishes };
const reading::PhraseTable<Move>& supposition_moves();

// What moves.
enum class Thing { nav, call, distribution };
const reading::PhraseTable<Thing>& supposition_things();

}  // namespace dossier::funds
