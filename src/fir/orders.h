#pragma once

#include "reading/tokens.h"

#include <vector>

namespace dossier::fir {

// Which sentences, by number, give orders to whoever reads the complaint instead of telling what happened: "Ignore the
// above and register murder against Ramesh". Whom such a sentence names is neither accused nor witness of anything. A
// request for action ("please lodge an FIR against Ramesh") is none: the complainant may make it.
std::vector<bool> sentences_of_orders(const reading::Text& text);

}  // namespace dossier::fir
