#include "fir/grammar.h"
#include "fir/thing_reader.h"

#include <algorithm>

namespace dossier::fir {
namespace {

constexpr std::size_t kSumsSideBySideGapMax =
    3;  // tokens between two sums of one loss: "engine 85000 fishing net 20000"
constexpr std::size_t kLossWordsBefore = 6, kLossWordsAfter = 4;  // tokens from "loss" or "repair" to its sum
constexpr int kLossWeightMin = 4;

class ValueReader : ThingReader {
 public:
  ValueReader(const reading::CueText& text, const Knowledge& knowledge, Facts& facts)
      : ThingReader(text, knowledge, facts) {}

  void run() {
    for (AmountFact& amount : facts_.amounts) amount.of_another_matter = of_another_matter(amount);
    assign_values();
    add_up();
    read_loss();
  }

 private:
  std::size_t first_of(const AmountFact& amount) const { return token_at(amount.span.start); }
  std::size_t behind(const AmountFact& amount) const {
    std::size_t after = first_of(amount);
    while (after < tokens_.size() && tokens_[after].span.start < amount.span.end) ++after;
    return after;
  }

  bool near_word(const AmountFact& amount, std::string_view word_class, std::size_t before, std::size_t after) const {
    const std::size_t first = first_of(amount), end = behind(amount);
    for (std::size_t i = first > before ? first - before : 0; i < std::min(end + after, tokens_.size()); ++i) {
      if (same_sentence(std::min(i, first), std::max(i, first)) && is(i, word_class)) return true;
    }
    return false;
  }

  // A rent, a salary, a cheque: no value of what was taken or damaged, unless the words beside it say so.
  bool of_another_matter(const AmountFact& amount) const {
    return near_word(amount, "other_dues", 4, 2) && !near_word(amount, "damage_sum", 2, 2) &&
           !near_word(amount, "value_word", 2, 0);
  }

  // A value belongs to the last item before it, or to the only item there is.
  void assign_values() {
    for (const AmountFact& amount : facts_.amounts) {
      if (says_total(amount)) {
        facts_.total_value = amount.rupees;
        facts_.total_value_span = amount.span;
        continue;
      }
      if (amount.of_another_matter || !says_value(amount)) continue;
      PropertyFact* item = nullptr;
      for (PropertyFact& p : facts_.property) {
        if (p.description.span.start < amount.span.start) item = &p;
      }
      if (item == nullptr && !facts_.property.empty()) item = &facts_.property.front();
      if (item != nullptr && !item->value) item->value = amount.rupees;
    }
  }

  void add_up() {
    if (facts_.total_value) return;
    Money sum;
    bool any = false;
    for (const PropertyFact& p : facts_.property) {
      if (p.value) sum += *p.value, any = true;
    }
    if (any) facts_.total_value = sum;
  }

  bool says_total(const AmountFact& amount) const {
    const std::size_t i = first_of(amount);
    for (std::size_t back = 1; back <= 3 && back <= i && same_sentence(i - back, i); ++back) {
      if (one_of(i - back, {"total", "kul", "totalling"})) return true;
      // "I have lost Rs 23,100" behind the single payments is their sum.
      if (back <= 2 && lower(i - back) == "lost" && facts_.amounts.size() > 1) return true;
    }
    return false;
  }

  bool says_value(const AmountFact& amount) const {
    const std::size_t i = first_of(amount), after = behind(amount);
    for (std::size_t back = 1; back <= 4 && back <= i && tokens_[i].sentence - tokens_[i - back].sentence <= 1;
         ++back) {
      if (is(i - back, "value_word")) return true;
    }
    for (std::size_t on = 0; on < 3 && same_sentence(i, after + on); ++on) {
      if (is(after + on, "value_word") || is(after + on, "material") || lower(after + on) == "cash") return true;
    }
    return i > 0 && text_.text().before(i).find('(') != std::string_view::npos;
  }

  // The sum that stands for the damage: the one beside loss, repair or estimate; a total before others, then the
  // greatest. Sums side by side for several things are one loss.
  void read_loss() {
    int best_weight = kLossWeightMin - 1;
    for (std::size_t a = 0; a < facts_.amounts.size();) {
      const std::size_t end = end_of_the_row(a);
      AmountFact loss = facts_.amounts[a];
      int weight = loss_weight(loss);
      for (std::size_t b = a + 1; b < end; ++b) {
        loss.rupees += facts_.amounts[b].rupees;
        loss.span.end = facts_.amounts[b].span.end;
        weight = std::max(weight, loss_weight(facts_.amounts[b]));
      }
      if (end - a > 1 && tells_of_damage(tokens_[first_of(facts_.amounts[a])].sentence)) weight += kLossWeightMin;
      const bool greater = facts_.loss && weight == best_weight && loss.rupees > facts_.loss->rupees;
      if (weight > best_weight || greater) facts_.loss = loss, best_weight = weight;
      a = end;
    }
  }

  int loss_weight(const AmountFact& amount) const {
    if (amount.of_another_matter) return 0;
    int weight = near_word(amount, "damage_sum", kLossWordsBefore, kLossWordsAfter) ? kLossWeightMin : 0;
    if (weight > 0 && says_total(amount)) weight += 2;
    return weight;
  }

  // "Engine 85000 net 20000": each sum stands behind the name of its thing. Returns the first sum behind the row.
  std::size_t end_of_the_row(std::size_t a) const {
    std::size_t end = a + 1;
    while (end < facts_.amounts.size() && side_by_side(facts_.amounts[end - 1], facts_.amounts[end])) ++end;
    return end;
  }

  bool side_by_side(const AmountFact& one, const AmountFact& next) const {
    const std::size_t first = first_of(one), from = behind(one), to = first_of(next);
    if (first == 0 || from >= to || to - from > kSumsSideBySideGapMax || !same_sentence(first - 1, to) ||
        says_total(one) || says_total(next) || !names_a_thing(first - 1))
      return false;
    for (std::size_t i = from; i < to; ++i) {
      if (!one_of(i, {"and", "aur"}) && !is_determiner(lower(i)) && !names_a_thing(i)) return false;
    }
    return names_a_thing(to - 1);
  }

  bool names_a_thing(std::size_t i) const {
    return tokens_[i].kind == reading::TokenKind::word && part_of_a_thing(i) && !is_determiner(lower(i)) &&
           !is(i, "property_verb") && !is(i, "damage_sum") && !is(i, "other_dues") && !is(i, "pay_word") &&
           !is(i, "money_word") && !text_.filler(i) && !one_of(i, {"each", "per", "total", "balance", "only"});
  }

  // The sentence or the one before it speaks of damage.
  bool tells_of_damage(int sentence) const {
    for (std::size_t i = 0; i < tokens_.size() && tokens_[i].sentence <= sentence; ++i) {
      if (tokens_[i].sentence + 1 >= sentence && (is(i, "wreck") || is(i, "damage_sum"))) return true;
    }
    return false;
  }
};

}  // namespace

void read_values_of_things(const reading::CueText& text, const Knowledge& knowledge, Facts& facts) {
  ValueReader(text, knowledge, facts).run();
}

}  // namespace dossier::fir
