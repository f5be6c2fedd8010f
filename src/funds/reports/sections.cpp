#include "funds/reports/sections.h"

#include "funds/ledger/merge.h"
#include "funds/reports/funds_across.h"
#include "funds/reports/funds_beside.h"
#include "funds/reports/funds_in_column.h"
#include "funds/reports/vocabulary.h"
#include "reading/fold.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>

namespace dossier::funds {
namespace {

using reading::Line;
using reading::PageLayout;

struct Boundary {
  std::size_t page = 0;
  double y = 0;
  std::string name;
};

bool any_of_words(const std::vector<std::string>& tokens, std::initializer_list<std::string_view> words) {
  return std::any_of(tokens.begin(), tokens.end(),
                     [&](const std::string& t) { return std::find(words.begin(), words.end(), t) != words.end(); });
}

// "Alder Private Equity III", "Alder Transition IV SCSp": funds are numbered, other headings of a report are not.
bool ends_with_numeral(const std::vector<std::string>& tokens) {
  auto numeral = [](const std::string& t) {
    return !t.empty() && t.size() <= 4 && t.find_first_not_of("ivx") == std::string::npos;
  };
  return numeral(tokens.back()) || (tokens.size() >= 3 && numeral(tokens[tokens.size() - 2]));
}

float usual_size(const PageLayout& layout) {
  std::vector<float> sizes;
  for (const Line& line : layout.text) sizes.push_back(line.font_size());
  if (sizes.empty()) return 0;
  auto middle = sizes.begin() + static_cast<std::ptrdiff_t>((sizes.size() - 1) / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

// "Fund: Alder Growth III" -> "Alder Growth III".
std::optional<std::string> labelled_name(const std::string& text) {
  static constexpr std::array<std::string_view, 8> kLabels = {
      "fund name:", "fund:",  "partnership:",  "name of fund:",
      "fondsname:", "fonds:", "nom du fonds:", "partnership name:"};
  std::string folded = reading::fold(text);
  for (std::string_view label : kLabels) {
    if (folded.starts_with(label))
      return std::string(reading::trimmed(std::string_view(text).substr(text.find(':') + 1)));
  }
  return std::nullopt;
}

std::optional<std::string> heading_name(const Line& line, float usual) {
  std::string text = line.text();
  if (auto name = labelled_name(text); name && !name->empty()) return name;
  bool heading = line.segments.size() == 1 && line.font_size() > usual * 1.15f;
  if (heading && names_a_fund(text)) return text;
  return std::nullopt;
}

// `names` has for each layout the fund it is a half page of; empty for whole pages.
std::vector<Boundary> boundaries_of(const std::vector<PageLayout>& layouts, const std::vector<std::string>& names) {
  std::vector<Boundary> boundaries;
  for (std::size_t p = 0; p < layouts.size(); ++p) {
    if (!names[p].empty()) {
      boundaries.push_back({p, -1e9, names[p]});
      continue;
    }
    float usual = usual_size(layouts[p]);
    for (const Line& line : layouts[p].text) {
      auto name = heading_name(line, usual);
      if (!name) continue;
      if (!boundaries.empty() && same_fund(boundaries.back().name, *name)) continue;
      // A title and the label below it are one naming, in other words.
      bool beside = !boundaries.empty() && boundaries.back().page == p &&
                    std::none_of(layouts[p].tables.begin(), layouts[p].tables.end(), [&](const auto& t) {
                      return t.box.y0 > boundaries.back().y && t.box.y1 < line.box.y0 + 1;
                    });
      if (beside) {
        boundaries.back().name = *name;
        continue;
      }
      boundaries.push_back({p, line.box.y0 - 0.5, *name});
    }
  }
  return boundaries;
}

// The stretch of pages from one boundary to the next.
std::vector<PageLayout> cut(const std::vector<PageLayout>& layouts, const Boundary& from, const Boundary* to) {
  std::vector<PageLayout> out;
  std::size_t last = to != nullptr ? to->page : layouts.size() - 1;
  for (std::size_t p = from.page; p <= last; ++p) {
    double top = p == from.page ? from.y : -1e9;
    double bottom = to != nullptr && p == to->page ? to->y : 1e9;
    PageLayout part;
    part.page = layouts[p].page;
    std::copy_if(layouts[p].tables.begin(), layouts[p].tables.end(), std::back_inserter(part.tables),
                 [&](const auto& t) { return t.box.y0 >= top && t.box.y0 < bottom; });
    std::copy_if(layouts[p].text.begin(), layouts[p].text.end(), std::back_inserter(part.text),
                 [&](const Line& l) { return l.box.y0 >= top && l.box.y0 < bottom; });
    if (!part.tables.empty() || !part.text.empty()) out.push_back(std::move(part));
  }
  return out;
}

bool has_tables(const std::vector<PageLayout>& part) {
  return std::any_of(part.begin(), part.end(), [](const PageLayout& layout) { return !layout.tables.empty(); });
}

// Pages with halves of two funds as two, and the name of each half beside it; empty for whole pages.
struct NamedLayouts {
  std::vector<PageLayout> layouts;
  std::vector<std::string> names;

  void add(PageLayout layout, std::string name) {
    layouts.push_back(std::move(layout));
    names.push_back(std::move(name));
  }
};

NamedLayouts halved(std::vector<PageLayout> pages) {
  NamedLayouts out;
  for (PageLayout& page : pages) {
    if (auto halves = funds_beside(page)) {
      out.add(std::move(halves->first.layout), std::move(halves->first.name));
      out.add(std::move(halves->second.layout), std::move(halves->second.name));
    } else {
      out.add(std::move(page), {});
    }
  }
  return out;
}

std::vector<FundPart> split_by_names(std::vector<PageLayout> pages) {
  auto [layouts, names] = halved(std::move(pages));
  std::vector<Boundary> boundaries = boundaries_of(layouts, names);
  std::vector<FundPart> parts;
  if (boundaries.size() < 2) {
    parts.push_back({std::move(layouts)});
    return parts;
  }
  boundaries.front().page = 0;
  boundaries.front().y = -1e9;
  for (std::size_t i = 0; i < boundaries.size(); ++i) {
    auto part = cut(layouts, boundaries[i], i + 1 < boundaries.size() ? &boundaries[i + 1] : nullptr);
    if (!parts.empty() && (!has_tables(parts.back().pages) || !has_tables(part))) {
      std::move(part.begin(), part.end(), std::back_inserter(parts.back().pages));
    } else {
      parts.push_back({std::move(part)});
    }
  }
  return parts;
}

}  // namespace

bool names_a_fund(const std::string& heading) {
  // "Birch Growth II (formerly Alder Growth II)": by the name it has.
  const std::size_t former = heading.ends_with(')') ? heading.find(" (") : std::string::npos;
  auto tokens = reading::fold_tokens(std::string_view(heading).substr(0, former));
  if (tokens.size() < 2 || tokens.size() > 12 || section_kind(heading)) return false;
  if (any_of_words(tokens, {"report",   "statement",     "quarterly",   "annual",        "notice",      "summary",
                            "calls",    "distributions", "adjustments", "contributions", "performance", "account",
                            "schedule", "cash",          "overview",    "definitions",   "strategy",    "bericht",
                            "rapport",  "activity",      "review",      "portfolio",     "program",     "glossary"})) {
    return false;
  }
  return ends_with_numeral(tokens) ||
         any_of_words(tokens, {"fund", "fonds", "partners", "lp", "scsp", "sicav", "raif", "slp", "ventures",
                               "beteiligungen", "fcpr", "fpci", "kg"}) ||
         heading.find("L.P.") != std::string::npos;
}

std::vector<FundPart> split_by_fund(std::vector<PageLayout> pages, const DocumentStyle& style) {
  std::vector<FundInColumn> in_columns = take_funds_across(pages, style);
  for (FundInColumn& fund : take_funds_in_columns(pages, style)) in_columns.push_back(std::move(fund));
  std::vector<FundPart> parts = split_by_names(std::move(pages));
  for (FundInColumn& fund : in_columns) parts.push_back({std::move(fund.pages), std::move(fund.name), true});
  return parts;
}

}  // namespace dossier::funds
