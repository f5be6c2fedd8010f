#include "funds/reports/headline_title.h"

#include "funds/reports/recall_terms.h"
#include "funds/reports/sections.h"
#include "reading/dates.h"
#include "reading/fold.h"

#include <algorithm>

namespace dossier::funds {
namespace {

constexpr std::size_t kTitleLines = 8;
constexpr std::size_t kTitleBytesMax = 90;  // of a title that names no fund

// "31 de diciembre de 2022", as days are written in Spanish.
std::string without_de(std::string text) {
  for (std::size_t at = text.find(" de "); at != std::string::npos; at = text.find(" de ", at)) text.erase(at, 3);
  return text;
}

// The part of a line that names a fund: "Alder Fund II, L.P. - your account" begins with it.
std::string fund_in(const std::string& line) {
  std::string part = line;
  for (std::string_view mark : {": ", " - ", " \u2013 ", " \u2014 "}) part = part.substr(0, part.find(mark));
  return names_a_fund(part) ? part : std::string();
}

}  // namespace

std::optional<Sourced<Date>> date_of_title(const reading::PageLayout& layout, const DocumentStyle& style,
                                           const std::string& file) {
  // A line that is nothing but a day dates the letter, not the figures in it.
  for (bool alone : {false, true}) {
    for (std::size_t i = 0; i < std::min(kTitleLines, layout.text.size()); ++i) {
      const auto& line = layout.text[i];
      const std::string text = without_de(line.text());
      auto found = reading::find_date(text, style.days);
      bool is_alone = reading::read_date(text, style.days).has_value();
      if (is_alone != alone || !found || !found->date || found->precision == DatePrecision::month) continue;
      // "1 January 2020 - 31 December 2022": a report is of the last day of its period.
      Date day = *found->date;
      for (const Date& other : days_in(text, style.days)) day = std::max(day, other);
      return Sourced<Date>{day, line.text(), {file, {}, layout.page, line.box}};
    }
  }
  return std::nullopt;
}

namespace {

// The largest line of the page, unless it says what sort of paper it is.
const reading::Line* title_line(const reading::PageLayout& layout) {
  const reading::Line* best = nullptr;
  for (const auto& line : layout.text) {
    const std::string text = line.text();
    if (line.segments.size() != 1 || text.size() < 4 || (text.size() > kTitleBytesMax && !names_a_fund(text))) continue;
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

std::optional<Sourced<std::string>> name_in_title(const reading::PageLayout& layout, const std::string& file) {
  const reading::Line* title = title_line(layout);
  if (title == nullptr) return std::nullopt;
  const auto named = [&](const reading::Line& line, std::string name) {
    return Sourced<std::string>{name, name, {file, {}, layout.page, line.box}};
  };
  if (names_a_fund(title->text())) return named(*title, title->text());
  // A letterhead or the name of the paper stands largest; the fund is named near it.
  for (std::size_t i = 0; i < std::min(kTitleLines, layout.text.size()); ++i) {
    const reading::Line& line = layout.text[i];
    if (std::string name = line.segments.size() == 1 ? fund_in(line.text()) : ""; !name.empty())
      return named(line, name);
  }
  return named(*title, title->text());
}

}  // namespace dossier::funds
