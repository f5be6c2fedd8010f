#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace dossier::reading {

// Brings an inflected English word to the form it shares with its relatives: "stole", "stolen", "stealing" -> "steal".
// Words of other languages come out almost unchanged, and the same way each time. Not thread-safe: one for each user.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  std::string stem(std::string_view lower) const;

 private:
  sb_stemmer* machine_;
};

// The present form of an irregular verb or noun, or "" when `lower` is none that we know.
std::string_view regular_form(std::string_view lower);

// The sound of a Hindi word written in Latin letters, so that "chheena", "cheena" and "chhina" meet: long vowels
// become short ones, doubled letters single, w becomes v, z becomes j.
std::string latin_hindi_key(std::string_view lower);

// Whether two words differ by one letter added, lost, changed, or two neighbours swapped.
bool one_slip_apart(std::string_view a, std::string_view b);

}  // namespace dossier::reading
