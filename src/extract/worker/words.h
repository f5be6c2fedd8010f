#pragma once

#include "extract/worker/fragment.h"
#include "extract/worker/ground.h"

#include <vector>

namespace dossier::extract::worker {

// Makes words of glyphs. A word ends at a space of any kind (so 1 234 567,89 is three words, whatever its spaces are
// made of), at a gap of more than a tenth of the font size, and where hidden text begins or ends. What the order of
// drawing tore apart is mended (lines.h). Words are given in the order in which they were drawn.
class WordBuilder {
 public:
  // `ground` is what has been painted so far; it outlives the builder.
  explicit WordBuilder(const Ground& ground) : ground_(ground) {}

  void add(const Glyph& glyph);

  // Ends the page. `page` is the visible area: words off it are hidden.
  std::vector<reading::Word> finish(const reading::Box& page);

  // There were more than limits::kWordsPerPageMax pieces: the rest was left out.
  bool full() const { return full_; }

 private:
  bool hidden(const Fragment& fragment, const reading::Box& page) const;

  const Ground& ground_;
  std::vector<Fragment> fragments_;
  bool full_ = false;
};

}  // namespace dossier::extract::worker
