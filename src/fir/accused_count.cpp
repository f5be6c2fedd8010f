#include "fir/accused_count.h"

#include "fir/text_reader.h"
#include "reading/indian_amounts.h"

#include <algorithm>
#include <cmath>

namespace dossier::fir {
namespace {

constexpr int kCountMax = 5'000;

class AccusedCounter : TextReader {
 public:
  AccusedCounter(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                 Facts& facts)
      : TextReader(text, knowledge, names), facts_(facts) {}

  // "three unknown boys", "2 persons on Pulsar", "Jeetu with three other boys", "uske saath 7 log".
  void run() {
    for (const bool sure : {true, false}) {
      for (std::size_t i = 0; i < tokens_.size(); ++i) {
        if (count_at(i, sure)) return;
      }
      if (sure && !facts_.accused.persons.empty()) return count_named();
    }
    facts_.accused.unknown = true;
    read_single();
  }

 private:
  bool is_accused(const NameRun& run) const {
    const Span span = text_.text().span_of(run.first, run.last);
    return std::any_of(facts_.accused.persons.begin(), facts_.accused.persons.end(),
                       [&](const PersonFact& p) { return p.name.span.overlaps(span); });
  }

  void set_count(int count, std::size_t first, std::size_t last) {
    if (count < 1 || count > kCountMax) return;
    facts_.accused.count = count;
    facts_.accused.count_span = text_.text().span_of(first, last);
  }

  bool counts_something_else(std::size_t i) const {
    if (i == 0 || !same_sentence(i - 1, i)) return false;
    const auto before = lower(i - 1);
    return before == "class" || before == "std" || before == "standard" || before == "ward" || before == "no" ||
           before == "number" || before == "age" || before == "aged" || before == "my" || before == "our" ||
           text_.in_value(i);
  }

  // Takes the number at token i as that of the accused; when not `sure`, people who only appear with it are enough.
  bool count_at(std::size_t i, bool sure) {
    const auto value = reading::spoken_number(tokens_[i]);
    if (!value || *value < 2 || *value != std::floor(*value) || counts_something_else(i)) return false;
    const bool also_a_word = lower(i) == "do" || lower(i) == "teen";
    if (also_a_word && !is(i + 1, "person_noun") && !is(i + 2, "person_noun")) return false;
    std::size_t at = i + 1;
    bool other = false;
    while (same_sentence(i, at) && at <= i + 3 &&
           (is(at, "person_adjective") || lower(at) == "other" || lower(at) == "others"))
      other = other || lower(at).starts_with("other"), ++at;
    const bool person = same_sentence(i, at) && is(at, "person_noun");
    if (!person && !(other && at == i + 2)) return false;
    const std::size_t last = person ? at : at - 1;
    if (sure ? !acts_wrongly(i, last) : is_victim_side(i)) return false;
    const auto before = i > 0 ? lower(i - 1) : std::string_view{};
    const bool with = other || before == "with" || before == "saath" || before == "and" || before == "aur" ||
                      before == "his" || before == "uske" || before == "unke";
    const int named = with ? static_cast<int>(facts_.accused.persons.size()) : 0;
    set_count(static_cast<int>(*value) + named, i, at);
    return true;
  }

  bool is_victim_side(std::size_t i) const {
    for (std::size_t back = 1; back <= 3 && back <= i && same_sentence(i - back, i); ++back) {
      const auto word = lower(i - back);
      if (word == "of" || word == "us" || word == "we" || word == "for" || word == "to" || is(i - back, "victim_kin"))
        return true;
    }
    return false;
  }

  void count_named() {
    auto& accused = facts_.accused;
    accused.count = static_cast<int>(accused.persons.size()) + companions();
    accused.count_span = accused.persons.front().name.span;
  }

  // "Amrutlal and his two sons", "Imran and his friend": who came along without a name.
  int companions() const {
    for (std::size_t i = 0; i + 2 < tokens_.size(); ++i) {
      const bool and_his =
          (lower(i) == "and" || lower(i) == "aur" || lower(i) == "with" || lower(i) == "te") &&
          (lower(i + 1) == "his" || lower(i + 1) == "her" || lower(i + 1) == "uske" || lower(i + 1) == "uska" ||
           lower(i + 1) == "uski" || lower(i + 1) == "their" || lower(i + 1) == "one" || lower(i + 1) == "ek");
      if (!and_his || !same_sentence(i, i + 2) || !follows_an_accused(i)) continue;
      const auto value = reading::spoken_number(tokens_[i + 2]);
      const std::size_t who = value ? i + 3 : i + 2;
      if (!is(who, "kin") && !is(who, "victim_kin") && !is(who, "role") && !is(who, "person_noun")) continue;
      if (name_at(who + 1) != nullptr && same_sentence(who, who + 1)) continue;  // counted by name
      return value ? static_cast<int>(*value) : 1;
    }
    return 0;
  }

  bool follows_an_accused(std::size_t i) const {
    const NameRun* run = i > 0 ? name_at(i - 1) : nullptr;
    return run != nullptr && is_accused(*run);
  }

  // "a boy on a white scooty pulled", "ek ladka": one, when nobody else is counted or named.
  void read_single() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (lower(i) != "a" && lower(i) != "one" && lower(i) != "ek") continue;
      std::size_t at = i + 1;
      while (same_sentence(i, at) && at <= i + 3 && (is(at, "person_adjective") || is(at, "colour"))) ++at;
      if (!same_sentence(i, at) || !is(at, "person_noun") || !acts_wrongly(i, at)) continue;
      set_count(1, i, at);
      return;
    }
  }

  // The people counted are the ones who did it: a wrong stands behind them, or they were caught at it.
  bool acts_wrongly(std::size_t first, std::size_t last) const {
    for (std::size_t back = 1; back <= 4 && back <= first && same_sentence(first - back, first); ++back) {
      if (is(first - back, "victim_kin") || lower(first - back) == "injured" || lower(first - back) == "of")
        return false;
      if (is(first - back, "capture_verb") || (back == 1 && lower(first - back) == "by")) return true;
    }
    for (std::size_t i = last + 1;
         i <= last + 14 && i < tokens_.size() && tokens_[i].sentence <= tokens_[last].sentence + 1; ++i) {
      if (is(i, "witness_verb") && i <= last + 2) return false;  // "two women saw it"
      if (is(i, "wrong_verb") || is(i, "grave_act")) return true;
    }
    return false;
  }

  Facts& facts_;
};

}  // namespace

void count_accused(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                   Facts& facts) {
  AccusedCounter(text, knowledge, names, facts).run();
}

}  // namespace dossier::fir
