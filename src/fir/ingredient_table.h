#pragma once

#include "fir/assess.h"

#include <vector>

// The tables of one complaint: which ingredients of an offence or a situation its words show, miss or contradict.
namespace dossier::fir {

// Borrows all it is made with.
class IngredientTables {
 public:
  IngredientTables(const reading::CueText& text, SignalReader& signals) : text_(text), signals_(signals) {}

  // Of an offence or a situation, as weigh() of assess.h tells it.
  template <class Entry>
  Weighed weighed(const Entry& entry) {
    return weighed(entry.ingredients, entry.spread, entry.unless);
  }
  // Weighs the ingredients; hits near which an exception stands do not count.
  std::vector<IngredientFinding> findings(const std::vector<Ingredient>& ingredients,
                                          const std::vector<Unless>& exceptions = {});
  // The best of the hits as a reader sees them: enough words to be understood, none shown twice.
  std::vector<Evidence> evidence(const std::vector<reading::CueHit>& hits) const;

 private:
  Weighed weighed(const std::vector<Ingredient>& ingredients, int spread, const std::vector<Unless>& unless);
  Span with_a_neighbour(const reading::CueHit& hit) const;
  void note_sentences(const std::vector<reading::CueHit>& hits);
  bool told_together(int apart) const;
  std::string exception_to(const std::vector<Ingredient>& ingredients, const std::vector<Unless>& exceptions);

  const reading::CueText& text_;
  SignalReader& signals_;
  std::vector<std::vector<int>> told_in_;  // of the findings made last: the sentences of each core ingredient
};

// Why the findings do not carry the entry, or "".
std::string shortfall(const std::vector<IngredientFinding>& findings);
bool is_contradicted(const std::vector<IngredientFinding>& findings);
std::ptrdiff_t count_met(const std::vector<IngredientFinding>& findings);
struct CoreCount {
  std::size_t all = 0, met = 0;
};
CoreCount count_core(const std::vector<IngredientFinding>& findings);

}  // namespace dossier::fir
