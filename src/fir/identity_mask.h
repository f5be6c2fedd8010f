#pragma once

#include "reading/tokens.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::fir {

inline constexpr std::string_view kWithheld = "[withheld]";

// Blacks out of running text whatever may tell who the victim is. What is known goes wherever it stands and however it
// is written: names word by word in any spelling, places part by part. What is not known goes by how it stands there:
// words that are no plain words (plain_words.h) or are written like a name, what stands behind "resident of", before
// "school", after "works at", telling numbers. So it blacks too much rather than too little; what need not go is shown
// by whoever looks the copy through.
class IdentityMask {
 public:
  // Words in the place of a mark, and how often it stands so.
  using Marks = std::map<std::string, int>;

  void add_name(std::string_view name);
  void add_place(std::string_view place);
  // Names that stand in the copy elsewhere, as the accused's; not where the text makes them the victim's kin.
  void spare_name(std::string_view name);
  // An officer's own marks: words to hide wherever they stand, words that stay whatever the rules say.
  void hide(std::string_view words);
  void show(std::string_view words);
  // Learns from `text` who is kin to somebody and what is written like a name, for all texts of the case.
  void learn(const std::string& text);

  // The text with one mark for each run of hidden words. What is no UTF-8 goes whole. Counts into `marks` when given.
  std::string apply(const std::string& text, Marks* marks = nullptr) const;

 private:
  using Words = std::vector<std::string>;

  std::vector<bool> hidden_in(const reading::Text& text) const;
  bool is_named(const std::string& key) const;
  bool is_suspicious(const reading::Text& text, std::size_t i, bool shouted) const;

  Words names_, spared_, learnt_;
  std::vector<Words> places_, hidden_, shown_;
};

}  // namespace dossier::fir
