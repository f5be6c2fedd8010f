#include "fir/informant.h"
#include "fir/text_reader.h"
#include "reading/spoken_numbers.h"

namespace dossier::fir {
namespace {

using reading::TokenKind;

constexpr std::size_t kRankWithin = 4;     // tokens from "I" to the rank: "I the then ASI"
constexpr std::size_t kDetailsReach = 24;  // tokens behind the name in which parentage, home and age are told
constexpr std::size_t kAddressTokensMax = 10;
constexpr double kAgeMax = 120;

class DetailsReader : TextReader {
 public:
  DetailsReader(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                Facts& facts)
      : TextReader(text, knowledge, names), facts_(facts) {}

  // "I ASI Balwan was on duty", "I am SI ...": an officer who reports what he met on duty.
  void read_rank() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!one_of(i, {"i", "main", "mai"})) continue;
      for (std::size_t k = i + 1; k <= i + kRankWithin && same_sentence(i, k); ++k) {
        if (!is(k, "police_rank")) continue;
        facts_.complainant.rank = found(k, k);
        return;
      }
    }
  }

  void read_details() {
    auto& me = facts_.complainant;
    if (!me.name) return;
    std::size_t after = 0;
    while (after < tokens_.size() && tokens_[after].span.start < me.name.span.end) ++after;
    const int last_sentence = tokens_[after > 0 ? after - 1 : 0].sentence + 1;
    for (std::size_t i = after; i < after + kDetailsReach && i < tokens_.size() && tokens_[i].sentence <= last_sentence;
         ++i) {
      const bool relation = one_of(i, {"s", "d", "w", "c"}) && lower(i + 1) == "o" && text_.text().before(i + 1) == "/";
      if (relation && !me.relative && i + 2 < tokens_.size()) {
        if (const NameRun* run = name_at(i + 2)) me.relative = found(run->first, run->last);
      }
      if ((lower(i) == "r" && lower(i + 1) == "o" && text_.text().before(i + 1) == "/") || lives_word(i))
        read_address(i);
      if (!me.age && one_of(i, {"aged", "age", "umar"})) set_age(lower(i + 1) == "about" ? i + 2 : i + 1);
      if (!me.age && one_of(i + 1, {"years", "yrs", "saal"}) && i == after) set_age(i);
    }
    if (!facts_.phones.empty()) me.phone = facts_.phones.front();
  }

 private:
  void set_age(std::size_t i) {
    if (i >= tokens_.size()) return;
    const auto value = reading::spoken_number(tokens_[i]);
    if (!value || *value < 1 || *value > kAgeMax) return;
    facts_.complainant.age = static_cast<int>(*value);
    facts_.complainant.age_span = tokens_[i].span;
  }

  bool lives_word(std::size_t i) const { return one_of(i, {"resident", "residing", "resides"}); }

  void read_address(std::size_t i) {
    if (facts_.complainant.address) return;
    const bool led = one_of(i + 1, {"of", "at", "in"});
    const std::size_t first = lives_word(i) && !led ? i + 1 : i + 2;
    if (first >= tokens_.size()) return;
    std::size_t last = first;
    while (last + 1 < tokens_.size() && last - first < kAddressTokensMax && same_sentence(i, last + 1) &&
           belongs_to_an_address(last + 1))
      ++last;
    facts_.complainant.address = found(first, last);
  }

  bool belongs_to_an_address(std::size_t i) const {
    return tokens_[i].capital || tokens_[i].kind == TokenKind::number ||
           (text_.text().before(i) == " " && is(i, "place_noun"));
  }

  Facts& facts_;
};

}  // namespace

void read_informant_details(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                            Facts& facts) {
  DetailsReader reader(text, knowledge, names, facts);
  reader.read_rank();
  reader.read_details();
}

}  // namespace dossier::fir
