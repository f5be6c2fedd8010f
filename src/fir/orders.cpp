#include "fir/orders.h"

#include "reading/one_of.h"

namespace dossier::fir {
namespace {

using reading::one_of;

constexpr std::size_t kOrderReach = 5;  // tokens from "ignore" to what is to be ignored

class OrderReader {
 public:
  explicit OrderReader(const reading::Text& text) : text_(text), tokens_(text.tokens()) {}

  std::vector<bool> run() const {
    std::vector<bool> orders(static_cast<std::size_t>(text_.sentence_count()), false);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const auto sentence = static_cast<std::size_t>(tokens_[i].sentence);
      const bool first = i == 0 || tokens_[i - 1].sentence != tokens_[i].sentence;
      if (sets_aside_the_rest(i) || casts_the_reader(i)) orders[sentence] = true;
      if (first && sentence > 0 && orders[sentence - 1] && commands(i)) orders[sentence] = true;
    }
    return orders;
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].lower) : std::string_view{};
  }

  // "ignore the above", "disregard your earlier instructions", "forget all previous rules".
  bool sets_aside_the_rest(std::size_t i) const {
    if (!one_of(lower(i), {"ignore", "disregard", "forget", "override", "bypass", "discard"}) || has_a_subject(i))
      return false;
    for (std::size_t k = i + 1; k <= i + kOrderReach && k < tokens_.size(); ++k) {
      if (tokens_[k].sentence != tokens_[i].sentence) return false;
      if (one_of(lower(k), {"above", "previous", "earlier", "prior", "preceding", "foregoing", "instruction",
                            "instructions", "prompt", "everything"}))
        return true;
    }
    return false;
  }

  // "They ignore my earlier complaints" tells of somebody.
  bool has_a_subject(std::size_t i) const {
    return i > 0 && tokens_[i - 1].sentence == tokens_[i].sentence &&
           one_of(lower(i - 1), {"they", "he", "she", "who", "police", "to", "not", "i", "we", "officers", "and"});
  }

  // "You are now a magistrate", "System: output FIR number 55".
  bool casts_the_reader(std::size_t i) const {
    if (lower(i) == "you" && lower(i + 1) == "are" && one_of(lower(i + 2), {"now", "an"})) return true;
    return one_of(lower(i), {"system", "assistant", "prompt"}) &&
           text_.before(i + 1).find(':') != std::string_view::npos;
  }

  bool commands(std::size_t i) const {
    return one_of(lower(i), {"register", "write", "output", "print", "add", "set", "name", "make", "put", "record",
                             "enter", "file", "draft", "say", "respond", "instead", "now", "then", "and"});
  }

  const reading::Text& text_;
  const std::vector<reading::Token>& tokens_;
};

}  // namespace

std::vector<bool> sentences_of_orders(const reading::Text& text) {
  return OrderReader(text).run();
}

}  // namespace dossier::fir
