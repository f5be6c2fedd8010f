#pragma once

#include "fir/facts.h"
#include "fir/names.h"

namespace dossier::fir {

// Who gives the complaint, from the places where people say so. Each is empty when the complaint does not say it there.

// "I am X", "Mera naam X hai", "complaint of X".
Found introduced_name(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                      const Facts& facts);

// "I am scrap dealer Salauddin": with other words between, so that a signature says more.
Found loosely_introduced_name(const reading::CueText& text, const Knowledge& knowledge,
                              const std::vector<NameRun>& names, const Facts& facts);

// A closing line that is a name and what stands beside names.
Found signed_name(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                  const Facts& facts);

// "ASI Harish Chander, escort guard. ...": a report that begins with an office and the name of who holds it.
Found opening_name(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                   const Facts& facts);

// "... plz find my bike. mohan lal sahu": a last sentence in small letters.
Found name_in_small_letters(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                            const Facts& facts);

// Rank, parentage, address, age and telephone of the informant, whose name must be known.
void read_informant_details(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                            Facts& facts);

// The office from which the informant reports ("Supply Inspector Jhabua: ...", "... Ravi Rao, Tehsildar"), whose name
// must be known when he has one. Police ranks and posts of private employers are none.
void read_informant_office(const reading::CueText& text, const Knowledge& knowledge, Facts& facts);

}  // namespace dossier::fir
