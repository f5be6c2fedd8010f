#include "funds/headline.h"

#include "funds/vocabulary.h"
#include "reading/fold.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <utility>

namespace dossier::funds {
namespace {

using reading::Box;
using reading::NumberForm;
using reading::NumberText;

constexpr std::size_t kValueReach =
    7;                            // words between a label and its value ("at quarter end:", "(net of rebalancing):")
constexpr double kTileGap = 2.0;  // line heights between a label and the value under it
constexpr std::size_t kNameWordsMax = 12;
constexpr std::size_t kTitleLines = 8;

// One word with its place, in reading order; the words of a table cell share the cell's box.
struct Piece {
  std::string text;
  Box box;
  bool cell_start = false;  // the first word of another cell or segment
};

struct Strip {
  std::vector<Piece> pieces;
  int page = 0;
  bool table = false;
};

void add_words(Strip& strip, const std::string& text, const Box& box) {
  bool first = true;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = std::min(text.find(' ', i), text.size());
    if (end > i) strip.pieces.push_back({text.substr(i, end - i), box, std::exchange(first, false)});
    i = end + 1;
  }
}

Strip strip_of(const reading::Line& line, int page) {
  Strip strip{{}, page, false};
  for (const auto& segment : line.segments) {
    bool first = true;
    for (const auto& word : segment.words) strip.pieces.push_back({word.text, word.box, std::exchange(first, false)});
  }
  return strip;
}

Strip strip_of(const reading::TableRow& row, int page) {
  Strip strip{{}, page, true};
  for (const auto& cell : row.cells) add_words(strip, cell.text, cell.box);
  return strip;
}

// The cells of a line or a row, each as a strip of its own.
std::vector<Strip> cells_of(const reading::Line& line, int page) {
  std::vector<Strip> cells;
  for (const auto& segment : line.segments) {
    Strip cell{{}, page, true};
    for (const auto& word : segment.words) cell.pieces.push_back({word.text, word.box, cell.pieces.empty()});
    cells.push_back(std::move(cell));
  }
  return cells;
}

std::vector<Strip> cells_of(const reading::TableRow& row, int page) {
  std::vector<Strip> cells;
  for (const auto& cell : row.cells) {
    if (cell.text.empty()) continue;
    cells.push_back({{}, page, true});
    add_words(cells.back(), cell.text, cell.box);
  }
  return cells;
}

std::string text_of(const Strip& strip) {
  std::string text;
  for (const Piece& piece : strip.pieces) text += (text.empty() ? "" : " ") + piece.text;
  return text;
}

bool is_figure(const Strip& strip, const DocumentStyle& style) {
  auto number = reading::read_number(text_of(strip), style.mark);
  return number && (number->dressed || number->form != NumberForm::plain);
}

Box box_of(const Strip& strip) {
  Box box = strip.pieces.front().box;
  for (const Piece& piece : strip.pieces) box = reading::united(box, piece.box);
  return box;
}

// Whether two cells stand one over the other, close enough to belong together.
bool stacked(const Strip& a, const Strip& b) {
  Box x = box_of(a);
  Box y = box_of(b);
  bool over = x.x0 < y.x1 && x.x1 > y.x0;
  double gap = std::max(x.y0, y.y0) - std::min(x.y1, y.y1);
  return over && gap < kTileGap * std::max(x.height(), y.height());
}

// A row of labels and a row of their values, as on tiles: each label has a value over or under it.
bool are_tiles(const std::vector<Strip>& labels, const std::vector<Strip>& values, const DocumentStyle& style) {
  if (labels.empty() || labels.size() != values.size()) return false;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (is_figure(labels[i], style) || !is_figure(values[i], style) || !stacked(labels[i], values[i])) return false;
  }
  return true;
}

// A tile as if it were printed on one line.
Strip tile_of(Strip label, const Strip& value) {
  label.pieces.insert(label.pieces.end(), value.pieces.begin(), value.pieces.end());
  return label;
}

// Folded tokens of a strip, each with the piece it comes from.
struct Tokens {
  std::vector<std::string> text;
  std::vector<std::size_t> piece;
};

Tokens tokens_of(const Strip& strip) {
  Tokens tokens;
  for (std::size_t i = 0; i < strip.pieces.size(); ++i) {
    for (std::string& token : reading::fold_tokens(strip.pieces[i].text)) {
      tokens.text.push_back(std::move(token));
      tokens.piece.push_back(i);
    }
  }
  return tokens;
}

struct Value {
  NumberText number;
  std::string printed;
  Box box;
  std::size_t end = 0;  // piece after it
};

std::string without_trailing(std::string text) {
  while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == ':')) text.pop_back();
  auto closes_figure = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0 || c == 'x' || c == '%'; };
  while (text.size() > 1 && text.back() == '.' && closes_figure(text[text.size() - 2])) text.pop_back();
  return text;
}

// The number that starts at a piece, with the currency and the suffix around it: "EUR 180,0 Mio.", "$40,000 (000s)".
std::optional<Value> value_at(const Strip& strip, std::size_t at, const DocumentStyle& style) {
  for (std::size_t n = std::min<std::size_t>(4, strip.pieces.size() - at); n > 0; --n) {
    std::string text;
    Box box = strip.pieces[at].box;
    bool crosses = false;
    for (std::size_t i = at; i < at + n; ++i) {
      crosses = crosses || (i > at && strip.pieces[i].cell_start);
      bool ends = i + 1 < at + n && (strip.pieces[i].text.ends_with(',') || strip.pieces[i].text.ends_with(';'));
      crosses = crosses || ends;
      text += (text.empty() ? "" : " ") + strip.pieces[i].text;
      box = reading::united(box, strip.pieces[i].box);
    }
    if (crosses) continue;
    text = without_trailing(text);
    auto number = reading::read_number(text, style.mark);
    if (!number || number->too_large) continue;
    std::size_t end = at + n;
    if (number->power == 0 && end < strip.pieces.size() && strip.pieces[end].text.starts_with('(')) {
      number->power = reading::find_scale_power(strip.pieces[end].text);
    }
    return Value{*number, text, box, end};
  }
  return std::nullopt;
}

enum class Wanted { multiple, rate, money };

bool fits(const Value& value, Wanted wanted) {
  const NumberText& n = value.number;
  switch (wanted) {
    case Wanted::multiple:
      return n.form == NumberForm::multiple || (n.form == NumberForm::plain && !n.currency.known() && n.power == 0 &&
                                                n.magnitude.decimals > 0 && n.magnitude.to_double() < 1000);
    case Wanted::rate: return n.form == NumberForm::percent || n.form == NumberForm::not_available;
    case Wanted::money:
      return n.form == NumberForm::nil ||
             (n.form == NumberForm::plain && (n.dressed || n.magnitude.to_double() >= 1000 || n.magnitude.digits == 0));
  }
  return false;
}

bool ends_sentence(const std::string& word) {
  return word.size() > 2 && word.back() == '.' && std::isalpha(static_cast<unsigned char>(word[word.size() - 2])) != 0;
}

class HeadlineReader {
 public:
  HeadlineReader(const DocumentStyle& style, const std::string& file) : style_(style), file_(file) {}

  void take(const Strip& strip) {
    Tokens tokens = tokens_of(strip);
    auto labels = figure_labels().matches(tokens.text);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      std::size_t from = tokens.piece[labels[i].at + labels[i].length - 1] + 1;
      std::size_t next = i + 1 < labels.size() ? tokens.piece[labels[i + 1].at] : strip.pieces.size();
      // "Distributions to Paid-In (DPI): 0.39": an abbreviation in brackets is the same label once more.
      bool nested = i + 1 < labels.size() && labels[i + 1].meaning == labels[i].meaning;
      if (nested) continue;
      if (auto told = after_its_day(strip, tokens, labels, i)) {
        from = *told;
        next = i + 2 < labels.size() ? tokens.piece[labels[i + 2].at] : strip.pieces.size();
      }
      take_label(strip, labels[i].meaning, tokens.piece[labels[i].at], from, next);
    }
  }

  // Reads tiles among neighbouring lines or rows: labels over values, or values over labels where no labels stand
  // above.
  void take_tiles(const std::vector<std::vector<Strip>>& rows) {
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
      bool down = are_tiles(rows[i], rows[i + 1], style_);
      bool up =
          !down && are_tiles(rows[i + 1], rows[i], style_) && (i == 0 || !are_tiles(rows[i - 1], rows[i], style_));
      if (!down && !up) continue;
      const auto& labels = rows[down ? i : i + 1];
      const auto& values = rows[down ? i + 1 : i];
      for (std::size_t c = 0; c < labels.size(); ++c) take(tile_of(labels[c], values[c]));
      if (!down || i + 2 == rows.size()) ++i;
    }
  }

  void take_title(const std::string& title, const Place& place) {
    if (!out_.name) title_ = Sourced<std::string>{title, title, place};
  }

  Headline finish() && {
    if (!out_.name) out_.name = title_;
    return std::move(out_);
  }

 private:
  // "Net asset value as of 31 December 2023: $12.3m": where the value stands behind the day it is of. A value of
  // another day than the report's is not the report's.
  std::optional<std::size_t> after_its_day(const Strip& strip, const Tokens& tokens, const auto& labels,
                                           std::size_t i) {
    bool dated = i + 1 < labels.size() && labels[i + 1].meaning == HeadlineLabel::as_of &&
                 labels[i + 1].at == labels[i].at + labels[i].length;
    if (!dated) return std::nullopt;
    std::size_t from = tokens.piece[labels[i + 1].at + labels[i + 1].length - 1] + 1;
    std::string text;
    for (std::size_t at = from; at < std::min(strip.pieces.size(), from + 4); ++at) {
      text += (text.empty() ? "" : " ") + strip.pieces[at].text;
      auto date = reading::read_date(without_trailing(text), style_.days);
      bool whole = date && date->date && date->precision == DatePrecision::day;
      if (whole) return !out_.as_of || out_.as_of->value == *date->date ? std::optional(at + 1) : std::nullopt;
    }
    return std::nullopt;
  }

  void take_label(const Strip& strip, HeadlineLabel figure, std::size_t label, std::size_t from, std::size_t next) {
    switch (figure) {
      case HeadlineLabel::fund_name: return take_text(strip, out_.name, label, from, strip.pieces.size());
      case HeadlineLabel::gp: return take_text(strip, out_.gp, label, from, next);
      case HeadlineLabel::vintage: return take_vintage(strip, from, next);
      case HeadlineLabel::as_of: return take_date(strip, label, from);
      case HeadlineLabel::dpi: return take_ratio(strip, out_.figures.dpi, from, next, Wanted::multiple);
      case HeadlineLabel::rvpi: return take_ratio(strip, out_.figures.rvpi, from, next, Wanted::multiple);
      case HeadlineLabel::tvpi: return take_ratio(strip, out_.figures.tvpi, from, next, Wanted::multiple);
      case HeadlineLabel::pic_multiple:
        return take_ratio(strip, out_.figures.pic_multiple, from, next, Wanted::multiple);
      case HeadlineLabel::irr: return take_ratio(strip, out_.figures.irr, from, next, Wanted::rate);
      case HeadlineLabel::pic: return take_money(strip, out_.figures.pic, from, next);
      case HeadlineLabel::nav: return take_money(strip, out_.figures.nav, from, next);
      case HeadlineLabel::total_calls: return take_money(strip, out_.figures.total_calls, from, next);
      case HeadlineLabel::total_distributions: return take_money(strip, out_.figures.total_distributions, from, next);
      case HeadlineLabel::commitment: return take_money(strip, out_.figures.commitment, from, next);
      case HeadlineLabel::unfunded: return take_money(strip, out_.figures.unfunded, from, next);
      default: return;
    }
  }

  std::optional<Value> value_after(const Strip& strip, std::size_t from, std::size_t next, Wanted wanted) const {
    std::size_t last = std::min({next, from + kValueReach, strip.pieces.size()});
    bool bracket = false;
    for (std::size_t i = from; i < last; ++i) {
      const std::string& word = strip.pieces[i].text;
      if (!bracket) {
        auto value = value_at(strip, i, style_);
        if (value && fits(*value, wanted)) return value;
        if (value && wanted == Wanted::money && i == from && small_amount(strip, i, *value)) return value;
        if (value && value->number.dressed) return std::nullopt;  // another sort of figure follows: this label has none
      }
      if (word.starts_with('(')) bracket = true;
      if (word.find(')') != std::string::npos) bracket = false;
      if (ends_sentence(word) && !strip.table) return std::nullopt;
    }
    return std::nullopt;
  }

  // "NAV 288" on a page of thousands: a bare number right behind its label, unless a day begins there ("NAV 31 March").
  bool small_amount(const Strip& strip, std::size_t at, const Value& value) const {
    if (style_.power_of_page(strip.page) == 0 || value.number.form != NumberForm::plain) return false;
    std::string text;
    for (std::size_t i = at; i < std::min(at + 3, strip.pieces.size()); ++i) {
      text += (text.empty() ? "" : " ") + strip.pieces[i].text;
      if (reading::read_date(without_trailing(text), style_.days)) return false;
    }
    return true;
  }

  Place place(const Strip& strip, const Box& box) const { return {file_, {}, strip.page, box}; }

  void take_ratio(const Strip& strip, std::optional<Sourced<double>>& slot, std::size_t from, std::size_t next,
                  Wanted wanted) {
    if (slot) return;
    auto value = value_after(strip, from, next, wanted);
    if (!value) return;
    if (value->number.form == NumberForm::not_available) {
      if (wanted == Wanted::rate && !out_.figures.irr_not_meaningful)
        out_.figures.irr_not_meaningful =
            Sourced<std::string>{value->printed, value->printed, place(strip, value->box)};
      return;
    }
    double number = value->number.signed_double();
    if (wanted == Wanted::rate) number /= 100;
    slot = Sourced<double>{number, value->printed, place(strip, value->box)};
  }

  void take_money(const Strip& strip, std::optional<Sourced<Money>>& slot, std::size_t from, std::size_t next) {
    if (slot) return;
    auto value = value_after(strip, from, next, Wanted::money);
    if (!value) return;
    int power = value->number.power != 0 ? value->number.power : style_.power_of_page(strip.page);
    auto amount = value->number.form == NumberForm::nil
                      ? Money{}
                      : value->number.magnitude.to_money(power, style_.minor_digits());
    if (!amount) return;
    slot = Sourced<Money>{value->number.negative ? -*amount : *amount, value->printed, place(strip, value->box)};
  }

  void take_vintage(const Strip& strip, std::size_t from, std::size_t next) {
    for (std::size_t i = from; i < std::min({next, from + 3, strip.pieces.size()}) && !out_.vintage_year; ++i) {
      std::string digits;
      for (char c : strip.pieces[i].text) {
        if (c >= '0' && c <= '9') digits.push_back(c);
      }
      if (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")))
        out_.vintage_year = std::stoi(digits);
    }
  }

  void take_date(const Strip& strip, std::size_t label, std::size_t from) {
    if (out_.as_of && out_.as_of->place.page <= strip.page) return;
    // "per", "zum", "au" are also ordinary words: the date must follow at once.
    std::string text;
    Box box{};
    for (std::size_t i = from; i < std::min(strip.pieces.size(), from + 4); ++i) {
      text += (text.empty() ? "" : " ") + strip.pieces[i].text;
      box = i == from ? strip.pieces[i].box : reading::united(box, strip.pieces[i].box);
      auto date = reading::read_date(without_trailing(text), style_.days);
      bool whole = date && date->date && date->precision == DatePrecision::day;
      if (whole) {
        out_.as_of = Sourced<Date>{*date->date, text, place(strip, box)};
        return;
      }
    }
    (void)label;
  }

  // A name follows its label after a colon, or alone in the next cell.
  void take_text(const Strip& strip, std::optional<Sourced<std::string>>& slot, std::size_t label, std::size_t from,
                 std::size_t next) {
    if (slot || from >= strip.pieces.size() || label > 3) {
      if (slot || from >= strip.pieces.size()) return;
      bool after_mark =
          label > 0 && (strip.pieces[label - 1].text.ends_with(';') || strip.pieces[label - 1].text.ends_with(','));
      if (!after_mark) return;
    }
    bool colon = strip.pieces[from - 1].text.ends_with(':') || (strip.pieces[from].text == ":");
    bool next_cell = strip.pieces[from].cell_start;
    bool abbreviation = reading::fold(strip.pieces[from - 1].text) == "gp";
    if (!colon && !next_cell && !abbreviation) return;
    std::string text;
    Box box{};
    std::size_t last = std::min({next, strip.pieces.size(), from + kNameWordsMax});
    for (std::size_t i = from; i < last; ++i) {
      if (strip.pieces[i].text == ":" || strip.pieces[i].text == "/") continue;
      if (i > from && strip.pieces[i].cell_start) break;
      text += (text.empty() ? "" : " ") + strip.pieces[i].text;
      box = box == Box{} ? strip.pieces[i].box : reading::united(box, strip.pieces[i].box);
      if (strip.pieces[i].text.ends_with(';')) break;
    }
    while (!text.empty() && (text.back() == ';' || text.back() == ',')) text.pop_back();
    if (!text.empty()) slot = Sourced<std::string>{text, text, place(strip, box)};
  }

  const DocumentStyle& style_;
  const std::string& file_;
  Headline out_;
  std::optional<Sourced<std::string>> title_;
};

// A date in the first lines of a report that nothing labels ("Quarterly report Q4 2024").
std::optional<Sourced<Date>> date_of_title(const reading::PageLayout& layout, const DocumentStyle& style,
                                           const std::string& file) {
  for (std::size_t i = 0; i < std::min(kTitleLines, layout.text.size()); ++i) {
    const auto& line = layout.text[i];
    auto found = reading::find_date(line.text(), style.days);
    if (found && found->date && found->precision != DatePrecision::month)
      return Sourced<Date>{*found->date, line.text(), {file, {}, layout.page, line.box}};
  }
  return std::nullopt;
}

// The largest line of the first page names the fund, unless it says what sort of paper it is.
const reading::Line* title_line(const reading::PageLayout& layout) {
  const reading::Line* best = nullptr;
  for (const auto& line : layout.text) {
    if (line.segments.size() != 1 || line.text().size() < 4 || line.text().size() > 90) continue;
    auto tokens = reading::fold_tokens(line.text());
    bool paper = std::any_of(tokens.begin(), tokens.end(), [](const std::string& t) {
      return t == "report" || t == "statement" || t == "quarterly" || t == "annual" || t == "notice" ||
             t == "bericht" || t == "rapport" || t.ends_with("bericht") || t == "review";
    });
    if (paper || tokens.empty()) continue;
    if (best == nullptr || line.font_size() > best->font_size() + 0.5f) best = &line;
  }
  return best;
}

}  // namespace

Headline read_headline(std::span<const reading::PageLayout> layouts,
                       const std::vector<std::vector<bool>>& ledger_tables, const DocumentStyle& style,
                       const std::string& file) {
  HeadlineReader reader(style, file);
  if (!layouts.empty()) {
    if (const auto* title = title_line(layouts.front()))
      reader.take_title(title->text(), {file, {}, layouts.front().page, title->box});
  }
  for (std::size_t p = 0; p < layouts.size(); ++p) {
    const reading::PageLayout& layout = layouts[p];
    std::vector<std::vector<Strip>> rows;
    for (const auto& line : layout.text) {
      reader.take(strip_of(line, layout.page));
      rows.push_back(cells_of(line, layout.page));
    }
    for (std::size_t t = 0; t < layout.tables.size(); ++t) {
      if (ledger_tables[p][t]) continue;
      for (const auto& row : layout.tables[t].rows) {
        reader.take(strip_of(row, layout.page));
        rows.push_back(cells_of(row, layout.page));
      }
    }
    reader.take_tiles(rows);
  }
  Headline headline = std::move(reader).finish();
  if (!headline.as_of && !layouts.empty()) headline.as_of = date_of_title(layouts.front(), style, file);
  return headline;
}

}  // namespace dossier::funds
