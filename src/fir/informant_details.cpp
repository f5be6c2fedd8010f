#include "fir/informant.h"
#include "fir/text_reader.h"
#include "reading/spoken_numbers.h"

#include <algorithm>

namespace dossier::fir {
namespace {

using reading::TokenKind;

constexpr std::size_t kRankWithin = 4;     // tokens from "I" to the rank: "I the then ASI"
constexpr std::size_t kDetailsReach = 24;  // tokens behind the name in which parentage, home and age are told
constexpr std::size_t kAddressTokensMax = 10;
constexpr std::size_t kPhoneOwnerWithin = 5;  // tokens from "my" or "his" to the number
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
      if (speaks_of_another(i)) break;
      const bool relation = one_of(i, {"s", "d", "w", "c"}) && lower(i + 1) == "o" && text_.text().before(i + 1) == "/";
      if (relation && !me.relative && i + 2 < tokens_.size()) {
        if (const NameRun* run = name_at(i + 2)) me.relative = found(run->first, run->last);
      }
      if ((lower(i) == "r" && lower(i + 1) == "o" && text_.text().before(i + 1) == "/") || lives_word(i))
        read_address(i);
      if (!me.age && one_of(i, {"aged", "age", "umar"})) set_age(lower(i + 1) == "about" ? i + 2 : i + 1);
      if (!me.age && i == after && (one_of(i + 1, {"years", "yrs", "saal"}) || bare_age(i))) set_age(i);
    }
  }

  // The telephone the informant calls his own, or writes beside his own name; another's stays with the others.
  void read_phone() {
    for (const Found& phone : facts_.phones) {
      const std::size_t at = token_at(phone.span.start);
      if (!is_of_another(at) && (called_own(at) || beside_own_name(at))) {
        facts_.complainant.phone = phone;
        return;
      }
    }
  }

 private:
  void set_age(std::size_t i) {
    if (i >= tokens_.size()) return;
    const auto value = reading::spoken_number(tokens_[i]);
    if (!value || *value < 1 || *value > kAgeMax) return;
    facts_.complainant.age = static_cast<int>(*value);
    facts_.complainant.age_span = tokens_[i].span;
  }

  // "My daughter Payal aged 11", "mother of Payal", "against Ramu aged 30": from here on it is about somebody else.
  bool speaks_of_another(std::size_t i) const {
    const bool possessive = one_of(i, {"my", "our", "mera", "meri", "mere", "hamara", "hamari", "hamare"});
    if (possessive && (is(i + 1, "kin") || is(i + 1, "victim_kin") || is(i + 1, "role"))) return true;
    if (one_of(i, {"mother", "father", "parent", "guardian"}) && lower(i + 1) == "of" && name_at(i + 2) != nullptr)
      return true;
    return one_of(i, {"against", "accused", "he", "she", "his", "her"}) || is(i, "assault_verb");
  }

  // "Lokesh Parmar, 29.", "Kiran Bala, 41, of Patel Nagar": a number that no house and no sector follows.
  bool bare_age(std::size_t i) const {
    if (tokens_[i].kind != TokenKind::number || text_.text().before(i) != ", " || text_.in_value(i)) return false;
    const auto behind = text_.text().before(i + 1);
    const bool alone = behind.find_first_of(".,)\n") != std::string_view::npos;
    if (!alone) return false;
    return !same_sentence(i, i + 1) || (!tokens_[i + 1].capital && tokens_[i + 1].kind == TokenKind::word);
  }

  std::size_t token_at(std::uint32_t start) const {
    std::size_t i = 0;
    while (i + 1 < tokens_.size() && tokens_[i].span.start < start) ++i;
    return i;
  }

  // "from his phone 98930 44556", "Raju's number", "a call from 9000011111".
  bool is_of_another(std::size_t at) const {
    for (std::size_t back = 1; back <= kPhoneOwnerWithin && back <= at && same_sentence(at - back, at); ++back) {
      const std::size_t i = at - back;
      if (one_of(i, {"my", "mera", "meri", "mere", "our", "hamara"})) return false;
      if (one_of(i, {"his", "her", "their", "uska", "uske", "uski", "unka", "accused", "from", "se", "s", "called",
                     "calling", "caller", "against", "by"}))
        return true;
    }
    return false;
  }

  bool called_own(std::size_t at) const {
    for (std::size_t back = 1; back <= kPhoneOwnerWithin && back <= at && same_sentence(at - back, at); ++back) {
      if (one_of(at - back, {"my", "mera", "meri", "mere", "our"})) return true;
    }
    return false;
  }

  // "Mr. Alok Verma S/o Ram Verma, Mob: +91-98111-22334": nothing is told between the name and the number.
  bool beside_own_name(std::size_t at) const {
    const Found& name = facts_.complainant.name;
    if (!name) return false;
    const std::size_t own = token_at(name.span.start);
    const std::size_t first = std::min(own, at), last = std::max(own, at);
    if (last - first > kDetailsReach || tokens_[last].sentence - tokens_[first].sentence > 1) return false;
    for (std::size_t i = first; i < last; ++i) {
      if (is(i, "wrong_verb") || is(i, "grave_act") || speaks_of_another(i)) return false;
    }
    return true;
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
  reader.read_phone();
}

}  // namespace dossier::fir
