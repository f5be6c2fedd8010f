#include "fir/text_reader.h"
#include "fir/things.h"
#include "reading/spoken_numbers.h"

namespace dossier::fir {
namespace {

constexpr double kCharasForGanja = 10;  // the slabs of charas are a tenth of those of ganja
constexpr double kGramsInKilogram = 1'000;

class CannabisReader : TextReader {
 public:
  CannabisReader(const reading::CueText& text, const Knowledge& knowledge, Facts& facts)
      : TextReader(text, knowledge), facts_(facts) {}

  // "4.5 kg ganja", "ganja weighing 350 grams": the slabs of the law are in grams.
  void run() {
    double times = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (is(i, "ganja_word")) times = 1;
      if (times == 0 && is(i, "charas_word")) times = kCharasForGanja;
    }
    for (std::size_t i = 0; times > 0 && i + 1 < tokens_.size(); ++i) {
      const auto value = reading::spoken_number(tokens_[i]);
      const bool kilos = one_of(i + 1, {"kg", "kgs", "kilo", "kilos", "kilogram", "kilograms"});
      if (!value || (!kilos && !one_of(i + 1, {"gram", "grams", "gm", "gms", "g"}))) continue;
      facts_.cannabis_grams = *value * (kilos ? kGramsInKilogram : 1) * times;
      facts_.cannabis_span = text_.text().span_of(i, i + 1);
      return;
    }
  }

 private:
  Facts& facts_;
};

}  // namespace

void read_cannabis(const reading::CueText& text, const Knowledge& knowledge, Facts& facts) {
  CannabisReader(text, knowledge, facts).run();
}

}  // namespace dossier::fir
