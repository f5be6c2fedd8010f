#include "fir/text_reader.h"
#include "fir/things.h"
#include "reading/spoken_numbers.h"

namespace dossier::fir {
namespace {

constexpr double kGramsInKilogram = 1'000;
// The slabs of charas are 100 g and 1 kg, those of ganja 1 kg and 20 kg.
constexpr double kCharasCommercialGrams = 1'000;
constexpr double kCharasForGanja = 10, kCommercialCharasForGanja = 20;

class CannabisReader : TextReader {
 public:
  CannabisReader(const reading::CueText& text, const Knowledge& knowledge, Facts& facts)
      : TextReader(text, knowledge), facts_(facts) {}

  // "4.5 kg ganja", "ganja weighing 350 grams", "11 packets of 2 kg each, 22 kg in total": the greatest weight named.
  void run() {
    bool ganja = false, charas = false;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      ganja = ganja || is(i, "ganja_word");
      charas = charas || is(i, "charas_word");
    }
    if (!ganja && !charas) return;
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      const auto weight = weight_at(i);
      if (!weight || is_each(weight->last + 1)) continue;
      const double grams = ganja ? weight->grams : as_ganja(weight->grams);
      if (grams <= facts_.cannabis_grams.value_or(0)) continue;
      facts_.cannabis_grams = grams;
      facts_.cannabis_span = text_.text().span_of(i, weight->last);
    }
  }

 private:
  struct Weight {
    double grams = 0;
    std::size_t last = 0;  // its last token
  };

  // "350 grams", "24 kg", "1 kilo 600 gram".
  std::optional<Weight> weight_at(std::size_t i) const {
    const auto value = reading::spoken_number(tokens_[i]);
    if (!value || !same_sentence(i, i + 1)) return std::nullopt;
    if (is_gram(i + 1)) return Weight{*value, i + 1};
    if (!one_of(i + 1, {"kg", "kgs", "kilo", "kilos", "kilogram", "kilograms"})) return std::nullopt;
    Weight weight{*value * kGramsInKilogram, i + 1};
    const std::size_t more = one_of(i + 2, {"and", "aur"}) ? i + 3 : i + 2;
    const auto grams =
        same_sentence(i, more + 1) && is_gram(more + 1) ? reading::spoken_number(tokens_[more]) : std::nullopt;
    if (grams) weight = {weight.grams + *grams, more + 1};
    return weight;
  }

  bool is_gram(std::size_t i) const { return one_of(i, {"gram", "grams", "gm", "gms", "g"}); }
  bool is_each(std::size_t i) const { return one_of(i, {"each", "per", "apiece"}); }

  static double as_ganja(double charas_grams) {
    return charas_grams * (charas_grams >= kCharasCommercialGrams ? kCommercialCharasForGanja : kCharasForGanja);
  }

  Facts& facts_;
};

}  // namespace

void read_cannabis(const reading::CueText& text, const Knowledge& knowledge, Facts& facts) {
  CannabisReader(text, knowledge, facts).run();
}

}  // namespace dossier::fir
