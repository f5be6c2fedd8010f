#include "funds/question_words.h"

#include "funds/question_vocabulary.h"
#include "reading/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace dossier::funds {
namespace {

constexpr std::size_t kDateChunksMax = 4;  // "30 June , 2023"

std::vector<std::string> chunks_of(std::string_view text) {
  std::vector<std::string> chunks;
  std::string chunk;
  auto flush = [&] {
    if (!chunk.empty()) chunks.push_back(std::move(chunk));
    chunk.clear();
  };
  for (std::size_t k = 0; k < text.size(); ++k) {
    // Typographic quotes and spaces become plain ones; en and em dashes a hyphen.
    std::string_view rest = text.substr(k);
    if (rest.starts_with("\u2018") || rest.starts_with("\u2019")) {
      chunk += '\'';
      k += 2;
    } else if (rest.starts_with("\u201C") || rest.starts_with("\u201D")) {
      flush();
      k += 2;
    } else if (rest.starts_with("\u2013") || rest.starts_with("\u2014")) {
      chunk += '-';
      k += 2;
    } else if (rest.starts_with("\u00A0")) {
      flush();
      k += 1;
    } else if (std::isspace(static_cast<unsigned char>(text[k])) != 0 || text[k] == '"' || text[k] == '/') {
      bool alone = text[k] == '/' && chunk.empty() && k + 1 < text.size() && text[k + 1] == ' ';
      if (alone) {
        chunks.emplace_back("/");
        continue;
      }
      bool inside_date = text[k] == '/' && k > 0 && std::isdigit(static_cast<unsigned char>(text[k - 1])) != 0;
      inside_date ? chunk.push_back('/') : flush();
    } else {
      chunk += text[k];
    }
  }
  flush();
  return chunks;
}

// Without the punctuation around it; brackets stay on negative numbers.
std::string bare(std::string chunk) {
  auto strip_end = [&](std::string_view marks) {
    while (!chunk.empty() && marks.find(chunk.back()) != std::string_view::npos) chunk.pop_back();
  };
  strip_end("?!.,;:'");
  while (!chunk.empty() && std::string_view("'#").find(chunk.front()) != std::string_view::npos) chunk.erase(0, 1);
  bool bracketed_number =
      chunk.size() > 2 && chunk.front() == '(' && std::isdigit(static_cast<unsigned char>(chunk[1])) != 0;
  if (!bracketed_number) {
    while (!chunk.empty() && std::string_view("([{").find(chunk.front()) != std::string_view::npos) chunk.erase(0, 1);
    strip_end(")]}?!.,;:'");
  }
  if (chunk.ends_with("'s")) chunk.resize(chunk.size() - 2);
  return chunk;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

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

// "24" is 2024, "98" is 1998.
std::string full_year(std::string_view two_digits) {
  return (two_digits >= "70" ? "19" : "20") + std::string(two_digits);
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
    if (!has_digit(text) || all_digits(text)) continue;
    auto date = reading::read_date(text);
    if (!date || !date->date) continue;
    taken = count;
    return date;
  }
  return std::nullopt;
}

std::optional<int> number_word(std::string_view word) {
  static constexpr std::array<std::string_view, 13> kCardinals = {
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
  auto it = std::find(kCardinals.begin(), kCardinals.end(), word);
  if (it == kCardinals.end() || word == "one") return std::nullopt;  // "which one", "the last one"
  return static_cast<int>(it - kCardinals.begin());
}

int scale_word(std::string_view folded) {
  if (folded == "k" || folded == "thousand" || folded == "tausend" || folded == "mille") return 3;
  if (folded == "m" || folded == "mn" || folded == "mm" || folded == "million" || folded == "millions" ||
      folded == "mio" || folded == "millionen") {
    return 6;
  }
  if (folded == "lakh" || folded == "lakhs" || folded == "lac" || folded == "lacs") return 5;
  if (folded == "crore" || folded == "crores" || folded == "cr") return 7;
  if (folded == "bn" || folded == "billion" || folded == "milliarden" || folded == "mrd") return 9;
  return 0;
}

QuestionWord number_word_of(const reading::NumberText& number, std::string spelled) {
  QuestionWord word;
  word.spelled = std::move(spelled);
  word.number = number;
  return word;
}

reading::NumberText whole_number(int value) {
  reading::NumberText number;
  number.magnitude.digits = value;
  return number;
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
      return;
    }
    const std::string& typed = chunks_[at_];
    bool pause = typed.ends_with(',') || typed.ends_with(';') || typed.ends_with(':');
    std::string chunk = typed == "#" ? typed : bare(typed);
    ++at_;
    if (comparison(chunk)) return;
    if (chunk.empty()) return;
    if (reference(chunk)) return;
    if (sign(chunk) || short_year(typed, chunk)) return;
    if (!years_apart(chunk) && !counted_unit(chunk) && !fiscal_year(chunk) && !ordinal_number(chunk) && !half(chunk) &&
        !number(chunk) && !contraction(chunk))
      plain(chunk);
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
      words_.push_back({.text = std::string(word), .spelled = chunk});
      return true;
    }
    return false;
  }

  // "'21".
  bool short_year(std::string_view typed, std::string_view chunk) {
    if (!typed.starts_with('\'') || chunk.size() != 2 || !all_digits(chunk)) return false;
    std::string year = full_year(chunk);
    words_.push_back(number_word_of(whole_number(std::stoi(year)), year));
    return true;
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

  // "HB3-05", "DD-07": the number of a notice with what its fund puts before it.
  bool reference(const std::string& chunk) {
    auto dash = chunk.find('-');
    if (dash == std::string::npos || dash == 0 || dash > 4 || !all_digits(chunk.substr(dash + 1))) return false;
    if (chunk.size() - dash - 1 > 3 || std::isupper(static_cast<unsigned char>(chunk.front())) == 0) return false;
    int number = std::stoi(chunk.substr(dash + 1));
    if (number == 0 || chunk.starts_with("FY") || chunk.starts_with("CY")) return false;
    words_.push_back(number_word_of(whole_number(number), chunk));
    words_.back().text = "ref";
    return true;
  }

  // "FY2023", "FY23", "CY2023".
  bool fiscal_year(const std::string& chunk) {
    std::string folded = reading::fold(chunk);
    if (!folded.starts_with("fy") && !folded.starts_with("cy")) return false;
    std::string digits = folded.substr(folded.starts_with("fy'") || folded.starts_with("cy'") ? 3 : 2);
    if (!all_digits(digits) || (digits.size() != 2 && digits.size() != 4)) return false;
    int year = std::stoi(digits) + (digits.size() == 2 ? 2000 : 0);
    words_.push_back(number_word_of(whole_number(year), std::to_string(year)));
    return true;
  }

  // "half of the commitment" is 50 % of it; "the first half of 2023" is no share.
  bool half(const std::string& chunk) {
    if (reading::fold(chunk) != "half" || at_ + 1 >= chunks_.size() || bare(chunks_[at_]) != "of") return false;
    bool ordinal = !words_.empty() && (words_.back().text == "first" || words_.back().text == "second");
    if (ordinal || has_digit(chunks_[at_ + 1])) return false;
    reading::NumberText number = whole_number(50);
    number.form = reading::NumberForm::percent;
    number.dressed = true;
    words_.push_back(number_word_of(number, chunk));
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

  // "2019-2021" are two years, "calls 2-4" two numbers.
  bool years_apart(const std::string& chunk) {
    auto dash = chunk.find('-');
    if (dash == std::string::npos) return false;
    std::string from = chunk.substr(0, dash), to = chunk.substr(dash + 1);
    bool years = from.size() == 4 && to.size() == 4, small = from.size() <= 2 && to.size() <= 2;
    if (!all_digits(from) || !all_digits(to) || (!years && !small)) return false;
    words_.push_back(number_word_of(whole_number(std::stoi(from)), from));
    words_.push_back({.text = "to", .spelled = "-"});
    words_.push_back(number_word_of(whole_number(std::stoi(to)), to));
    return true;
  }

  // "3rd", "2nd".
  bool ordinal_number(const std::string& chunk) {
    if (chunk.size() < 3 || chunk.size() > 5 || !all_digits(chunk.substr(0, chunk.size() - 2))) return false;
    std::string tail = reading::fold(chunk.substr(chunk.size() - 2));
    if (tail != "st" && tail != "nd" && tail != "rd" && tail != "th") return false;
    words_.push_back(number_word_of(whole_number(std::stoi(chunk.substr(0, chunk.size() - 2))), chunk));
    words_.back().text = "nth";
    return true;
  }

  bool number(const std::string& chunk) {
    if (auto small = number_word(reading::fold(chunk))) {
      reading::NumberText number = whole_number(*small);
      int power = at_ < chunks_.size() ? scale_word(reading::fold(bare(chunks_[at_]))) : 0;
      number.power = power;
      number.dressed = power > 0;  // "two million"
      if (power > 0) ++at_;
      words_.push_back(number_word_of(number, chunk));
      return true;
    }
    if (!has_digit(chunk)) return false;
    auto number = reading::read_number(chunk);
    if (!number || number->too_large) return false;
    std::string spelled = chunk;
    if (at_ < chunks_.size()) {
      std::string next = reading::fold(bare(chunks_[at_]));
      int power = number->power == 0 ? scale_word(next) : 0;
      bool percent = next == "percent" || next == "%" || next == "prozent" || next == "pct" || per_cent(next);
      bool multiple = next == "x" || next == "times";
      if (power > 0 || percent || multiple) {
        number->power += power;
        if (percent) number->form = reading::NumberForm::percent;
        if (multiple) number->form = reading::NumberForm::multiple;
        number->dressed = true;
        spelled += " " + bare(chunks_[at_++]);
      }
    }
    words_.push_back(number_word_of(*number, spelled));
    return true;
  }

  // "20 per cent": two words.
  bool per_cent(std::string_view next) {
    if (next != "per" || at_ + 1 >= chunks_.size() || reading::fold(bare(chunks_[at_ + 1])) != "cent") return false;
    ++at_;
    return true;
  }

  // "3-year", "five-year": a number and what it counts.
  bool counted_unit(const std::string& chunk) {
    auto dash = chunk.find('-');
    if (dash == std::string::npos || dash + 1 >= chunk.size()) return false;
    std::string unit = reading::fold(chunk.substr(dash + 1)), count = reading::fold(chunk.substr(0, dash));
    if (unit != "year" && unit != "years" && unit != "month" && unit != "months" && unit != "quarter") return false;
    auto small = number_word(count);
    if (!small && (!all_digits(count) || count.size() > 3)) return false;
    words_.push_back(number_word_of(whole_number(small ? *small : std::stoi(count)), count));
    words_.push_back({.text = unit, .spelled = unit});
    return true;
  }

  void plain(const std::string& chunk) {
    bool first = words_.empty();
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
  QuestionWords words_;
};

// Words that open a question of its own after "and".
bool opens_question(std::string_view word) {
  static constexpr std::array<std::string_view, 18> kOpeners = {"what", "how", "which", "when", "who",  "show",
                                                                "list", "is",  "are",   "was",  "were", "does",
                                                                "did",  "has", "have",  "give", "can",  "do"};
  return std::find(kOpeners.begin(), kOpeners.end(), word) != kOpeners.end();
}

// Where a clause leans on the one before it, it is no question of its own.
bool leans_back(std::string_view clause) {
  auto tokens = reading::fold_tokens(clause);
  return std::any_of(tokens.begin(), tokens.end(), [](const std::string& token) {
    return token == "it" || token == "that" || token == "they" || token == "those" || token == "them" ||
           token == "this";
  });
}

bool is_measure(Term term) {
  return term == Term::largest || term == Term::smallest || term == Term::latest || term == Term::first ||
         term == Term::average || term == Term::median || term == Term::count || term == Term::sum;
}

// "Largest distribution", "the number of calls": a measure and what is measured, with nothing that would set it against
// something else.
bool measures_rows(std::string_view clause) {
  auto tokens = reading::fold_tokens(clause);
  bool measured = false, rows = false;
  for (const auto& match : question_terms().matches(tokens)) {
    Term term = match.meaning;
    if (term == Term::interval || term == Term::difference || term == Term::compare || term == Term::minus ||
        term == Term::plus || term == Term::divided || term == Term::share || term == Term::which_period)
      return false;
    if (match.at > 0 && tokens[match.at - 1] == "between") return false;
    measured = measured || is_measure(term);
    rows = rows || term == Term::call || term == Term::distribution || term == Term::adjustment;
  }
  return measured && rows;
}

// "... and smallest call": a clause that begins with a measure of its own.
bool opens_measure(std::string_view clause) {
  auto tokens = reading::fold_tokens(clause);
  std::size_t at = !tokens.empty() && tokens.front() == "the" ? 1 : 0;
  auto match = question_terms().match_at(tokens, at);
  return match && is_measure(match->meaning) && measures_rows(clause);
}

void split_clauses(std::string_view question, std::vector<Clause>& out) {
  std::size_t from = 0, first = out.size();
  for (std::size_t at = question.find(" and "); at != std::string_view::npos; at = question.find(" and ", at + 1)) {
    std::string_view rest = question.substr(at + 5);
    auto tokens = reading::fold_tokens(rest.substr(0, 20));
    bool asks = !tokens.empty() && opens_question(tokens.front()) && !leans_back(rest);
    bool second = asks || (opens_measure(rest) && measures_rows(question.substr(from, at - from)));
    if (!second || reading::fold_tokens(question.substr(from, at - from)).size() < 2) continue;
    out.push_back({std::string(reading::trimmed(question.substr(from, at - from))), out.size() > first});
    from = at + 5;
  }
  std::string last(reading::trimmed(question.substr(from)));
  if (!last.empty()) out.push_back({std::move(last), out.size() > first});
}

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

std::vector<Clause> split_questions(std::string_view message) {
  std::vector<Clause> questions;
  std::string_view rest = reading::trimmed(message);
  while (!rest.empty()) {
    auto mark = rest.find('?');
    std::string_view one = rest.substr(0, mark);
    rest.remove_prefix(mark == std::string_view::npos ? rest.size() : mark + 1);
    if (reading::fold_tokens(one).empty()) continue;
    bool asked = mark != std::string_view::npos;
    std::size_t before = questions.size();
    split_clauses(one, questions);
    if (asked && questions.size() > before) questions.back().text += "?";
  }
  return questions;
}

}  // namespace dossier::funds
