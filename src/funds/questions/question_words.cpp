#include "funds/questions/question_words.h"

#include "funds/questions/question_chunks.h"
#include "funds/questions/question_numbers.h"
#include "reading/fold.h"

#include <algorithm>
#include <cctype>

namespace dossier::funds {
namespace {

constexpr std::size_t kDateChunksMax = 4;  // "30 June , 2023"

// "of 31 December" begins with no part of the date: "as of" is one relation.
bool may_begin_date(std::string_view chunk) {
  std::string folded = reading::fold(chunk);
  return folded != "of" && folded != "the" && folded != "on" && folded != "as" && folded != "at" && folded != "in" &&
         folded != "from" && folded != "to" && folded != "by";
}

// "Q1", "2H": what follows is its year, be it of two digits.
bool names_part_of_year(std::string_view chunk) {
  if (chunk.size() != 2) return false;
  char letter = static_cast<char>(std::tolower(
      static_cast<unsigned char>(std::isdigit(static_cast<unsigned char>(chunk[0])) != 0 ? chunk[1] : chunk[0])));
  return has_digit(chunk) && (letter == 'q' || letter == 'h');
}

// A date of one to four chunks from `at` on; sets how many it took.
std::optional<reading::DateText> date_at(const std::vector<std::string>& chunks, std::size_t at, std::size_t& taken) {
  for (std::size_t count = std::min(kDateChunksMax, chunks.size() - at); count > 0; --count) {
    std::string text;
    if (!may_begin_date(bare(chunks[at]))) return std::nullopt;
    for (std::size_t k = 0; k < count; ++k) {
      std::string part = bare(chunks[at + k]);
      if (k > 0 && (part == "of" || part == "the")) continue;  // "Q3 of 2023"
      if (k > 0 && names_part_of_year(chunks[at]) && part.size() == 2 && all_digits(part)) part = full_year(part);
      text += (k == 0 ? "" : " ") + part;
    }
    bool joins = bare(chunks[at + count - 1]) == "-";  // "1.1.2022 - 31.12.2023" are two
    if (!has_digit(text) || all_digits(text) || joins) continue;
    auto date = reading::read_date(text);
    if (!date || !date->date) continue;
    taken = count;
    return date;
  }
  return std::nullopt;
}

class Scanner {
 public:
  explicit Scanner(std::string_view question) : chunks_(chunks_of(question)) {}

  QuestionWords scan() {
    while (at_ < chunks_.size()) next();
    return std::move(words_);
  }

 private:
  void next() {
    std::size_t taken = 0;
    if (auto date = date_at(chunks_, at_, taken)) {
      QuestionWord word;
      for (std::size_t k = 0; k < taken; ++k) word.spelled += (k == 0 ? "" : " ") + bare(chunks_[at_ + k]);
      word.date = date;
      words_.push_back(std::move(word));
      at_ += taken;
      opens_sentence_ = ends_sentence(chunks_[at_ - 1]) || chunks_[at_ - 1].ends_with('.');
      return;
    }
    const std::string typed = chunks_[at_];
    const bool first = words_.empty() || opens_sentence_;
    opens_sentence_ = ends_sentence(typed);
    bool pause = typed.ends_with(',') || typed.ends_with(';') || typed.ends_with(':');
    std::string chunk = typed == "#" ? typed : bare(typed);
    ++at_;
    if (comparison(chunk)) return;
    if (chunk.empty()) return;
    if (numbers_.reference(chunk)) return;
    if (sign(chunk) || numbers_.short_year(typed, chunk)) return;
    if (!numbers_.take(chunk) && !contraction(chunk)) plain(chunk, first);
    if (pause && !words_.empty()) words_.back().pause = true;
  }

  // Signs that stand for words.
  bool sign(const std::string& chunk) {
    static constexpr std::pair<std::string_view, std::string_view> kSigns[] = {
        {"%", "percent"}, {"#", "number"}, {"/", "divided"}, {"&", "and"}, {"+", "plus"}, {"-", "minus"}};
    for (const auto& [mark, word] : kSigns) {
      if (chunk != mark) continue;
      bool of_years = mark == "+" && !words_.empty() && words_.back().number && at_ < chunks_.size() &&
                      has_digit(chunks_[at_]);  // "2021 + 2022"
      if (of_years) {
        words_.push_back({.text = "and", .spelled = chunk});
        return true;
      }
      bool of_dates = mark == "-" && !words_.empty() && words_.back().date && at_ < chunks_.size() &&
                      has_digit(chunks_[at_]);  // "1.1.2022 - 31.12.2023"
      words_.push_back({.text = of_dates ? "to" : std::string(word), .spelled = chunk});
      return true;
    }
    return false;
  }

  // ">1.5m", "<= 700k": the sign as words, what follows it by itself.
  bool comparison(const std::string& chunk) {
    auto end = chunk.find_first_not_of("<>=");
    std::string_view mark = std::string_view(chunk).substr(0, end);
    static constexpr std::pair<std::string_view, std::string_view> kMarks[] = {{">=", "at least"}, {"=>", "at least"},
                                                                               {"<=", "at most"},  {"=<", "at most"},
                                                                               {">", "more than"}, {"<", "less than"}};
    auto known = std::find_if(std::begin(kMarks), std::end(kMarks), [&](auto& one) { return one.first == mark; });
    if (known == std::end(kMarks)) return false;
    for (std::string& word : reading::fold_tokens(known->second))
      words_.push_back({.text = std::move(word), .spelled = std::string(mark)});
    if (end != std::string::npos) chunks_.insert(chunks_.begin() + static_cast<std::ptrdiff_t>(at_), chunk.substr(end));
    return true;
  }

  // "isn't" is "is not"; what opens a question asks the same with and without it.
  bool contraction(const std::string& chunk) {
    std::string folded = reading::fold(chunk);
    if (!folded.ends_with("n't")) return false;
    bool first = words_.empty();
    std::string verb = folded.substr(0, folded.size() - 3);
    if (verb == "ca") verb = "can";
    if (verb == "wo") verb = "will";
    words_.push_back({.text = verb, .spelled = chunk});
    if (!first) words_.push_back({.text = "not", .spelled = chunk});
    return true;
  }

  // "Harbor.", but not "L.P." or "no."
  static bool ends_sentence(std::string_view typed) {
    constexpr std::size_t kAbbreviationBytesMax = 4;
    if (typed.ends_with('!')) return true;
    return typed.ends_with('.') && typed.size() > kAbbreviationBytesMax && typed.find('.') + 1 == typed.size();
  }

  void plain(const std::string& chunk, bool first) {
    bool capital = !first && std::isupper(static_cast<unsigned char>(chunk.front())) != 0;
    auto tokens = reading::fold_tokens(chunk);
    // "Bolt-ons", "roll-ups" are many of what rows call a bolt-on, a roll-up.
    if (tokens.size() > 1 && tokens.back().size() == 3 && tokens.back().ends_with('s')) tokens.back().pop_back();
    for (std::string& token : tokens) {
      QuestionWord word;
      word.text = std::move(token);
      word.spelled = chunk;
      word.capital = capital;
      words_.push_back(std::move(word));
    }
  }

  std::vector<std::string> chunks_;
  std::size_t at_ = 0;
  bool opens_sentence_ = false;
  QuestionWords words_;
  NumberScanner numbers_{chunks_, at_, words_};
};

}  // namespace

std::optional<int> QuestionWord::year() const {
  if (!number || number->dressed || number->negative || number->magnitude.decimals != 0) return std::nullopt;
  if (number->magnitude.digits < 1970 || number->magnitude.digits > 2100 || !all_digits(spelled)) return std::nullopt;
  return static_cast<int>(number->magnitude.digits);
}

std::optional<int> QuestionWord::ordinal() const {
  if (!number || number->dressed || number->negative || number->magnitude.decimals != 0) return std::nullopt;
  if (number->magnitude.digits < 1 || number->magnitude.digits > 999) return std::nullopt;
  return static_cast<int>(number->magnitude.digits);
}

QuestionWords question_words(std::string_view question) {
  return Scanner(question).scan();
}

}  // namespace dossier::funds
