#include "fir/things.h"

#include <algorithm>
#include <array>

namespace dossier::fir {
namespace {

using reading::Token;
using reading::TokenKind;

constexpr auto kStates =
    std::to_array<std::string_view>({"an", "ap", "ar", "as", "br", "cg", "ch", "dd", "dl", "dn", "ga", "gj", "hp", "hr",
                                     "jh", "jk", "ka", "kl", "la", "ld", "mh", "ml", "mn", "mp", "mz", "nl", "od", "or",
                                     "pb", "py", "rj", "sk", "tn", "tr", "tg", "ts", "uk", "ua", "up", "wb"});

constexpr std::size_t kPhoneDigits = 10;

std::string digits_of(std::string_view text) {
  std::string digits;
  for (char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

class NumberReader {
 public:
  NumberReader(reading::CueText& text, Facts& facts) : text_(text), tokens_(text.text().tokens()), facts_(facts) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (auto last = plate(i)) {
        facts_.vehicles.push_back(found(i, *last));
        text_.set_mark(reading::Mark::plate, i, *last);
        i = *last;
      } else if (tokens_[i].kind == TokenKind::number) {
        read_digits(i);
      }
      if (text_.text().before(i + 1) == "@" && i + 1 < tokens_.size()) read_id(i);
    }
  }

 private:
  Found found(std::size_t first, std::size_t last) const {
    const Span span = text_.text().span_of(first, last);
    return {std::string(text_.text().slice(span)), span};
  }

  bool close(std::size_t i) const {
    const auto gap = text_.text().before(i);
    return gap.empty() || gap == "-" || gap == " " || gap == " - " || gap == ".";
  }

  // "MH-46-BM-8877", "KA03HB4521", "DL 9S AB 1212", "UP 16 AT 3344".
  std::optional<std::size_t> plate(std::size_t i) const {
    if (std::find(kStates.begin(), kStates.end(), tokens_[i].lower) == kStates.end() || !tokens_[i].all_capitals)
      return std::nullopt;
    std::size_t at = i + 1;
    if (at + 1 >= tokens_.size() || tokens_[at].kind != TokenKind::number || tokens_[at].lower.size() > 2 || !close(at))
      return std::nullopt;
    ++at;
    int letters = 0;
    while (at < tokens_.size() && tokens_[at].kind == TokenKind::word &&
           tokens_[at].span.end - tokens_[at].span.start <= 3 && tokens_[at].capital && close(at) && letters < 2)
      ++at, ++letters;
    if (at >= tokens_.size() || tokens_[at].kind != TokenKind::number || !close(at)) return std::nullopt;
    const auto digits = digits_of(tokens_[at].lower);
    if (digits.size() != tokens_[at].lower.size() || digits.empty() || digits.size() > 4) return std::nullopt;
    return at;
  }

  void read_digits(std::size_t i) {
    const std::string all = digits_of(tokens_[i].lower);
    if (tokens_[i].lower.find_first_of(",./:") != std::string::npos) return;
    const std::uint32_t prefix = prefix_letters(all, i);
    const std::string digits = prefix == 0 ? all : all.substr(all.size() - kPhoneDigits);
    if (digits.size() == 5 && digits[0] >= '6' && i + 1 < tokens_.size() && tokens_[i + 1].lower.size() == 5 &&
        digits_of(tokens_[i + 1].lower).size() == 5 && text_.text().before(i + 1) == " ") {
      facts_.phones.push_back(found(i, i + 1));  // written as 97900 61284
      text_.set_mark(reading::Mark::phone, i, i + 1);
    } else if (digits.size() == kPhoneDigits && digits[0] >= '6') {
      const Span span{tokens_[i].span.start + prefix, tokens_[i].span.end};
      facts_.phones.push_back({std::string(text_.text().slice(span)), span});
      text_.set_mark(reading::Mark::phone, i, i);
    } else if (digits.size() >= 11 && digits.size() <= 18) {
      facts_.accounts.push_back(found(i, i));
    }
  }

  // Letters before the ten digits of "+91-98100-12345", "91-9810012345", "09810012345": the code of the country or a
  // nought. Twelve digits without any mark may be an account.
  std::uint32_t prefix_letters(const std::string& digits, std::size_t i) const {
    const std::string& word = tokens_[i].lower;
    const bool marked = text_.text().before(i).ends_with('+') || word.find('-') != std::string::npos;
    if (digits.size() == kPhoneDigits + 2 && digits.starts_with("91") && digits[2] >= '6' && marked)
      return word.size() > 2 && word[2] == '-' ? 3 : 2;
    if (digits.size() == kPhoneDigits + 1 && digits[0] == '0' && digits[1] >= '6')
      return word.size() > 1 && word[1] == '-' ? 2 : 1;
    return 0;
  }

  // "name@okaxis" is a UPI id; "name@gmail.com" an address: both say where somebody can be reached.
  void read_id(std::size_t i) {
    std::size_t first = i, last = i + 1;
    while (first > 0 && (tokens_[first].glued || text_.text().before(first) == ".")) --first;
    while (last + 1 < tokens_.size() && text_.text().before(last + 1) == "." &&
           tokens_[last + 1].kind == TokenKind::word)
      ++last;
    facts_.accounts.push_back(found(first, last));
  }

  reading::CueText& text_;
  const std::vector<Token>& tokens_;
  Facts& facts_;
};

}  // namespace

void read_numbers(reading::CueText& text, Facts& facts) {
  NumberReader(text, facts).run();
}

}  // namespace dossier::fir
