#pragma once

#include <string_view>

namespace dossier::fir {

// Words of grammar, of both languages, in small letters. They are closed lists that no officer will ever have to add
// to; words that carry a meaning stand in knowledge/words.toml.

// "the", "my", "mera": opens the name of a thing.
bool is_determiner(std::string_view word);

// "in", "which", "ko", "he": a word that cannot stand inside the name of a thing, and so ends it.
bool ends_a_name(std::string_view word);

// "may", "please", "incident", "yesterday": stands where a noun may stand, and names nothing that can be taken.
bool is_no_noun(std::string_view word);

// "was", "have been", "totally": stands between a thing and the verb that was done to it.
bool helps_a_verb(std::string_view word);

// "and", "aur", "along with": joins the persons of a list.
bool joins_a_list(std::string_view word);

// "s/o", "aged", "his": says who a person of a list is, between that name and the next.
bool details_a_person(std::string_view word);

// "went", "of", "ko": what may follow a number that is an age ("my daughter 15 went to tuition").
bool follows_an_age(std::string_view word);

}  // namespace dossier::fir
