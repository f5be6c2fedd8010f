#pragma once

#include "fir/text_reader.h"

namespace dossier::fir {

// What the readers of property share: which words make the name of a thing, and the list the things are written to.
// The references must outlive it.
class ThingReader : protected TextReader {
 protected:
  ThingReader(const reading::CueText& text, const Knowledge& knowledge, Facts& facts)
      : TextReader(text, knowledge), facts_(facts) {}

  // Writes down tokens first..last as a thing. Of "my motorcycle" and "my Honda Shine motorcycle" only the longer name
  // is kept, and money is told by its sum, so that it is no thing.
  void keep(std::size_t first, std::size_t last);
  bool full() const;

  bool ends_there(std::size_t i) const;  // a comma, a bracket, a quotation or markup begins before token i
  bool in_fact(std::size_t i) const;     // token i belongs to a sum, a date or an hour
  bool part_of_a_thing(std::size_t i) const;
  bool in_name(std::size_t i) const;         // token i belongs to the name of a person
  bool is_known_thing(std::size_t i) const;  // a noun for something that can be taken or damaged
  bool counts(std::size_t i) const;          // token i says how many
  std::size_t token_at(std::uint32_t start) const;

  Facts& facts_;
};

// Known things where something is taken, lost, entrusted or damaged.
void read_known_things(const reading::CueText& text, const Knowledge& knowledge, Facts& facts);

// Things of a kind we have no word for: what is counted ("46 envelopes"), and what was cut, taken or burnt.
void read_other_things(const reading::CueText& text, const Knowledge& knowledge, Facts& facts);

// Which sum is whose value, what they come to, and what the damage is put at. The things must be read before.
void read_values_of_things(const reading::CueText& text, const Knowledge& knowledge, Facts& facts);

// Whether a sentence, or one beside it, speaks of taking, losing, entrusting or damaging; by number of sentence. All of
// them when the complaint says it in words we do not know.
std::vector<bool> touched_sentences(const reading::CueText& text, const Knowledge& knowledge);

}  // namespace dossier::fir
