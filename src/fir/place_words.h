#pragma once

#include "fir/text_reader.h"

namespace dossier::fir {

// What words have to do with places: which lead to one, which belong to its name. The references must outlive it.
class PlaceWords : protected TextReader {
 protected:
  PlaceWords(const reading::CueText& text, const Knowledge& knowledge, const Facts& facts)
      : TextReader(text, knowledge), known_(facts) {}

  int preposition(std::size_t i) const;
  // "came from Delhi", "returning from market": where somebody was before.
  bool left_behind(std::size_t from) const;
  // "I went to the tehsil office", "took me to his flat"; who "was going to the airport" had not arrived.
  bool arrived(std::size_t to) const;
  bool in_time(std::size_t i) const;
  bool belongs(std::size_t i) const;
  bool small(std::size_t i) const;
  bool ends_there(std::size_t i) const;
  // "me", "par", "ke paas", "wali": what stands before it is where it happened.
  bool places_it(std::size_t i) const;
  bool beside_the_day(std::size_t i) const;
  bool living_place(std::size_t first) const;
  // "Dwaraka PS", "Mahila Thana", "thana Barhalganj": where it is told, not where it happened.
  bool names_a_station(std::size_t first, std::size_t last) const;
  // "jewellery shop at Baramati": what stands there belongs to the place.
  std::size_t with_what_is_there(std::size_t first) const;
  // "in our bathroom at Siliguri", "to my medical store at Mathura": a thing that is led like a place is one, whatever
  // it is called.
  std::size_t with_what_is_led_there(std::size_t first) const;
  bool town(std::size_t i) const;
  // Whether somebody who does not live there could find it: a proper name stands in it.
  bool names_a_place(std::size_t first, std::size_t last) const;

 private:
  const Facts& known_;
};

}  // namespace dossier::fir
