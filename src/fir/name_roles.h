#pragma once

#include "fir/facts.h"
#include "fir/names.h"
#include "fir/text_reader.h"

namespace dossier::fir {

// What the words around a name say of whom it names, whoever did what. The references must outlive it.
class NameRoles : protected TextReader {
 protected:
  NameRoles(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
            const Facts& facts)
      : TextReader(text, knowledge, names), known_(facts) {}

  bool is_complainant(const NameRun& run) const;

  // Of places.
  bool place_like(const NameRun& run) const;
  bool ends_like_a_place(const NameRun& run) const;
  // "at Kanak Palace, Baraut, ...": a name between commas behind a place is its town.
  bool town_of_a_place(const NameRun& run) const;
  // "at Pali", "in Ara": a preposition that leads to nothing but places.
  bool surely_a_place(const NameRun& run) const;
  // "Santosh of Ara", "Three men of Dharuhera": where somebody is from.
  bool home_of_somebody(const NameRun& run) const;
  // "Golaghat Medical", "Sadar Bazar side": names that other words make a place or a body of people.
  bool owner_of_a_place(const NameRun& run) const;
  // "Balianta PS", "Patwari halka 34", "General Power of Attorney": what follows makes it an office or a paper.
  bool names_an_office(const NameRun& run) const;
  // Above "Sir," or "Subject:" stands to whom the letter goes.
  bool in_the_address(const NameRun& run) const;

  // Of people who did nothing.
  bool looked_on(const NameRun& run) const;
  // "X told me that he had seen ...": who tells what was seen is a witness of it, whatever is told.
  bool tells_what_was_seen(const NameRun& run) const;
  // "my son Ravi", "meri behen Komal".
  bool kin_of_the_informant(const NameRun& run) const;
  bool of_the_informant(std::size_t i) const;  // token i is "my", "our", "mera"
  // "K. Subbarao, Hassan": stands behind the informant's own name in the signature.
  bool signs_with_the_informant(const NameRun& run) const;

  // "beat my husband Nagaraj", "hit the cook Yesu": it was done to him.
  bool object_of_a_wrong(const NameRun& run) const;
  // "Ramu hit Mohan": the name right behind the blow.
  bool is_struck_at_once(std::size_t verb, const NameRun& run) const;
  // "late Bhola": no more among the living.
  bool late(const NameRun& run) const;

  // Of names that only say more of the one before them: a father's, an alias, a place.
  bool beside_a_head(const NameRun& run) const { return son_of(run) || alias(run) || place_like(run); }
  // "Jagdish s/o Mauji Ram": the second name is a father's.
  bool son_of(const NameRun& run) const;
  // "Kallu @ Salman", "Bunty alias Harpreet": another name of the same person.
  bool alias(const NameRun& run) const;

  // Of names in a row.
  // "1. Ramesh 2. Suresh": the dot behind the number ends no sentence.
  bool numbered(const NameRun& run) const;
  // Between the two stands nothing but what joins a list and what says who the first one is.
  bool stand_in_a_row(const NameRun& a, const NameRun& b) const;
  std::string_view words_of(const NameRun& run) const;

  // Of names that name no person.
  bool animal(const NameRun& run) const;
  bool caste(const NameRun& run) const;
  // "a firm 'Noor Foods'", unless somebody is called so.
  bool in_quotation_marks(const NameRun& run) const;
  // "Secretary" and "Inspector" alone are offices, not names.
  bool only_an_office(const NameRun& run) const;

  const Facts& known_;

 private:
  std::uint32_t sentence_start(int sentence) const;
};

}  // namespace dossier::fir
