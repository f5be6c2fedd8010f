#pragma once

#include "publish/sheet.h"

#include <string_view>
#include <vector>

// What comes of information on which no First Information Report and no non-cognizable report is registered: the title
// of its document, the outcome, and what the outcome needs.
namespace dossier::fir {

struct FormOutcome {
  std::string_view route;
  publish::Label title;
  publish::Label under;   // under the title; empty: nothing
  publish::Label course;  // what is to be done, as a sentence
  std::vector<publish::Label> needs;
};

// Null for FIR, ZERO_FIR, NCR and a route that is not known: those have forms of their own.
const FormOutcome* form_outcome(std::string_view route);

}  // namespace dossier::fir
