#include "reading/dates.h"

#include "reading/fold.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

namespace dossier::reading {
namespace {

constexpr std::size_t kDateBytesMax = 60;

struct MonthName {
  std::string_view name;
  int month;
};

// Folded. A name also matches when it is cut to three letters or more and the cut is unique ("sept", "janv").
constexpr std::array<MonthName, 66> kMonths = {{
    {"january", 1},  {"february", 2},   {"march", 3},      {"april", 4},     {"may", 5},       {"june", 6},
    {"july", 7},     {"august", 8},     {"september", 9},  {"october", 10},  {"november", 11}, {"december", 12},
    {"januar", 1},   {"februar", 2},    {"marz", 3},       {"maerz", 3},     {"mai", 5},       {"juni", 6},
    {"juli", 7},     {"oktober", 10},   {"dezember", 12},  {"janner", 1},    {"janvier", 1},   {"fevrier", 2},
    {"mars", 3},     {"avril", 4},      {"juin", 6},       {"juillet", 7},   {"aout", 8},      {"septembre", 9},
    {"octobre", 10}, {"novembre", 11},  {"decembre", 12},  {"enero", 1},     {"febrero", 2},   {"marzo", 3},
    {"abril", 4},    {"mayo", 5},       {"junio", 6},      {"julio", 7},     {"agosto", 8},    {"septiembre", 9},
    {"octubre", 10}, {"noviembre", 11}, {"diciembre", 12}, {"gennaio", 1},   {"febbraio", 2},  {"aprile", 4},
    {"maggio", 5},   {"giugno", 6},     {"luglio", 7},     {"settembre", 9}, {"ottobre", 10},  {"dicembre", 12},
    {"januari", 1},  {"februari", 2},   {"maart", 3},      {"mei", 5},       {"augustus", 8},  {"mrz", 3},
    {"okt", 10},     {"dez", 12},       {"juil", 7},       {"fev", 2},       {"avr", 4},       {"sept", 9},
}};

int month_named(std::string_view word) {
  if (word.size() < 3) return 0;
  int found = 0;
  for (const MonthName& candidate : kMonths) {
    if (candidate.name == word) return candidate.month;
    if (candidate.name.starts_with(word)) {
      if (found != 0 && found != candidate.month) return 0;
      found = candidate.month;
    }
  }
  return found;
}

struct Piece {
  std::string text;
  bool number = false;
};

// Runs of digits and runs of letters; whatever parts them is remembered in `separators` (one entry before each piece).
struct Pieces {
  std::vector<Piece> pieces;
  std::vector<std::string> separators;
};

Pieces split(std::string_view folded) {
  Pieces out;
  std::string separator;
  for (std::size_t i = 0; i < folded.size();) {
    auto kind = [&](char c) {
      if (c >= '0' && c <= '9') return 1;
      return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80 ? 2 : 0;
    };
    int k = kind(folded[i]);
    std::size_t end = i + 1;
    if (k == 0) {
      separator.push_back(folded[i]);
    } else {
      while (end < folded.size() && kind(folded[end]) == k) ++end;
      out.pieces.push_back({std::string(folded.substr(i, end - i)), k == 1});
      out.separators.push_back(std::exchange(separator, {}));
    }
    i = end;
  }
  out.separators.push_back(separator);
  return out;
}

int value(const Piece& piece) {
  int n = 0;
  for (char c : piece.text.substr(0, 8)) n = n * 10 + (c - '0');
  return n;
}

int full_year(const Piece& piece) {
  int year = value(piece);
  if (piece.text.size() == 4) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

bool year_like(const Piece& piece) {
  if (!piece.number) return false;
  if (piece.text.size() == 2) return true;
  return piece.text.size() == 4 && value(piece) >= 1900 && value(piece) <= 2199;
}

DateText made(int year, int month, int day) {
  auto date = Date::of(year, month, day);
  return {date ? DateText::Status::ok : DateText::Status::impossible, date, DatePrecision::day};
}

std::optional<DateText> period_end(int year, int month, DatePrecision precision) {
  auto first = Date::of(year, month, 1);
  if (!first) return std::nullopt;
  return DateText{DateText::Status::ok, first->last_of_month(), precision};
}

// Q1 2023, 1Q23, Q1'23, 2023Q1, H1 2023, T1 2023, 1. Quartal 2023.
std::optional<DateText> read_period(const std::vector<Piece>& p) {
  auto is_quarter = [](const Piece& x) {
    static constexpr std::array<std::string_view, 8> kWords = {"q", "quarter", "quartal",  "trimestre",
                                                               "t", "qtr",     "kwartaal", "kw"};
    return !x.number && std::find(kWords.begin(), kWords.end(), x.text) != kWords.end() && x.text != "kw";
  };
  auto is_half = [](const Piece& x) {
    return !x.number && (x.text == "h" || x.text == "halbjahr" || x.text == "semestre" || x.text == "s");
  };
  auto build = [&](const Piece& unit, const Piece& index, const Piece& year) -> std::optional<DateText> {
    int n = index.text.size() == 1 ? value(index) : 0;
    int last = is_quarter(unit) ? 4 : 2;
    if (n < 1 || n > last || !year_like(year)) return std::nullopt;
    return period_end(full_year(year), n * 12 / last, DatePrecision::quarter);
  };
  std::vector<Piece> q = p;
  std::erase_if(q, [](const Piece& x) {
    return x.text == "st" || x.text == "nd" || x.text == "rd" || x.text == "th" || x.text == "er" || x.text == "e" ||
           x.text == "eme" || x.text == "of" || x.text == "de";
  });
  if (q.size() != 3) return std::nullopt;
  auto unit = [&](const Piece& x) { return is_quarter(x) || is_half(x); };
  if (unit(q[0]) && q[1].number && q[2].number) return build(q[0], q[1], q[2]);
  if (unit(q[1]) && q[0].number && q[2].number) {
    if (q[0].text.size() == 4) return build(q[1], q[2], q[0]);
    return build(q[1], q[0], q[2]);
  }
  return std::nullopt;
}

// 15 January 2023, January 15, 2023, 15-Jan-23, January 2023, Jan-23, 2023 January 15.
std::optional<DateText> read_named_month(const Pieces& split_text) {
  std::vector<Piece> p = split_text.pieces;
  bool glued = split_text.separators.size() > 1 && split_text.separators[1].find_first_of("-/.'") != std::string::npos;
  std::erase_if(p, [](const Piece& x) {
    return !x.number && (x.text == "st" || x.text == "nd" || x.text == "rd" || x.text == "th" || x.text == "er" ||
                         x.text == "de" || x.text == "of" || x.text == "den" || x.text == "del");
  });
  auto named = std::find_if(p.begin(), p.end(), [](const Piece& x) { return !x.number && month_named(x.text) != 0; });
  if (named == p.end()) return std::nullopt;
  int month = month_named(named->text);
  std::size_t at = static_cast<std::size_t>(named - p.begin());
  if (p.size() == 2) {
    const Piece& other = p[1 - at];
    if (!year_like(other) || (other.text.size() == 2 && (at == 1 || !glued)))
      return std::nullopt;  // "June 29" is no year
    return period_end(full_year(other), month, DatePrecision::month);
  }
  if (p.size() != 3) return std::nullopt;
  const Piece& a = p[at == 0 ? 1 : 0];
  const Piece& b = p[at == 2 ? 1 : 2];
  if (!a.number || !b.number) return std::nullopt;
  if (a.text.size() == 4 && b.text.size() <= 2) return made(full_year(a), month, value(b));
  if (a.text.size() > 2 || !year_like(b)) return std::nullopt;
  return made(full_year(b), month, value(a));
}

// 2023-01-15, 15.01.2023, 04/06/16, 20230115.
std::optional<DateText> read_numeric(const Pieces& split_text, DayOrder order) {
  const auto& p = split_text.pieces;
  if (p.size() == 1 && p[0].number && p[0].text.size() == 8) {
    int n = value(p[0]);
    if (n / 10000 < 1900 || n / 10000 > 2199) return std::nullopt;
    auto date = made(n / 10000, n / 100 % 100, n % 100);
    if (date.status == DateText::Status::impossible) return std::nullopt;  // eight digits are more often an amount
    return date;
  }
  if (p.size() == 2 && p[0].number && p[1].number && p[0].text.size() <= 2 && p[1].text.size() == 4 &&
      split_text.separators[1] == "/") {
    if (value(p[0]) < 1 || value(p[0]) > 12 || !year_like(p[1])) return std::nullopt;
    return period_end(full_year(p[1]), value(p[0]), DatePrecision::month);  // 10/2021
  }
  if (p.size() != 3 || !p[0].number || !p[1].number || !p[2].number) return std::nullopt;
  std::string first = split_text.separators[1];
  std::string second = split_text.separators[2];
  std::erase(first, ' ');
  std::erase(second, ' ');
  if (first != second || first.size() != 1 || std::string_view("-/.").find(first) == std::string_view::npos)
    return std::nullopt;
  if (p[1].text.size() > 2) return std::nullopt;
  if (p[0].text.size() == 4) {
    if (p[2].text.size() > 2 || !year_like(p[0])) return std::nullopt;
    return made(full_year(p[0]), value(p[1]), value(p[2]));
  }
  if (p[0].text.size() > 2 || !year_like(p[2])) return std::nullopt;
  int a = value(p[0]);
  int b = value(p[1]);
  int year = full_year(p[2]);
  if (first == ".") return made(year, b, a);  // points part day, month and year only in that order
  if (order == DayOrder::month_first && a <= 12) return made(year, a, b);
  if (order == DayOrder::day_first && b <= 12) return made(year, b, a);
  if (a > 12 && b <= 12) return made(year, b, a);
  if (b > 12 && a <= 12) return made(year, a, b);
  DateText date = made(year, b, a);
  if (date.status == DateText::Status::ok && a != b) date.status = DateText::Status::ambiguous;
  return date;
}

std::string without_marks(std::string_view text) {
  std::string folded = fold(trimmed(text));
  for (std::string_view sign : {"*", "\u2020", "\u2021", ",", ";", ":", "."}) {
    while (folded.ends_with(sign)) folded.resize(folded.size() - sign.size());
  }
  return folded;
}

// True for characters a date may be written with, so that "Fund IV, 12 of 2023" is no date.
bool plain_separators(const Pieces& split_text) {
  for (const std::string& separator : split_text.separators) {
    if (separator.size() > 3) return false;
    for (char c : separator) {
      if (std::string_view(" -/.,'").find(c) == std::string_view::npos) return false;
    }
  }
  return split_text.separators.front().empty();
}

// Most cells of a page: no date is without a digit of some script.
bool only_words(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) > 0x7F; });
}

}  // namespace

std::optional<DateText> read_date(std::string_view text, DayOrder order) {
  if (text.empty() || text.size() > kDateBytesMax || only_words(text)) return std::nullopt;
  Pieces split_text = split(without_marks(text));
  if (split_text.pieces.empty() || split_text.pieces.size() > 5 || !plain_separators(split_text)) return std::nullopt;
  if (auto date = read_numeric(split_text, order)) return date;
  if (auto date = read_period(split_text.pieces)) return date;
  return read_named_month(split_text);
}

std::optional<DateText> find_date(std::string_view text, DayOrder order) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = text.find_first_of(" \t\n", i);
    if (end == std::string_view::npos) end = text.size();
    if (end > i) words.push_back(text.substr(i, end - i));
    i = end + 1;
  }
  std::optional<DateText> coarse;  // a month or quarter, used when there is no day
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (std::size_t n = std::min<std::size_t>(4, words.size() - i); n > 0; --n) {
      std::string_view window(words[i].data(), static_cast<std::size_t>(words[i + n - 1].data() +
                                                                        words[i + n - 1].size() - words[i].data()));
      while (!window.empty() && (window.front() == '(' || window.front() == '"' || window.front() == '\''))
        window.remove_prefix(1);
      while (!window.empty() && (window.back() == ')' || window.back() == '"')) window.remove_suffix(1);
      auto date = read_date(window, order);
      if (!date || date->status == DateText::Status::impossible) continue;
      if (date->precision == DatePrecision::day) return date;
      if (!coarse) coarse = date;
      break;
    }
  }
  return coarse;
}

DayOrder settle_day_order(std::span<const std::string> texts) {
  int day_first = 0;
  int month_first = 0;
  for (const std::string& text : texts) {
    if (text.size() > kDateBytesMax) continue;
    Pieces split_text = split(without_marks(text));
    const auto& p = split_text.pieces;
    if (p.size() != 3 || !p[0].number || !p[1].number || !p[2].number || p[0].text.size() > 2 || p[1].text.size() > 2)
      continue;
    if (!year_like(p[2]) || split_text.separators[1] != split_text.separators[2]) continue;
    if (split_text.separators[1] != "/" && split_text.separators[1] != "-") continue;
    if (value(p[0]) > 12 && value(p[1]) <= 12) ++day_first;
    if (value(p[1]) > 12 && value(p[0]) <= 12) ++month_first;
  }
  if (day_first > 0 && month_first == 0) return DayOrder::day_first;
  if (month_first > 0 && day_first == 0) return DayOrder::month_first;
  return DayOrder::unknown;
}

}  // namespace dossier::reading
