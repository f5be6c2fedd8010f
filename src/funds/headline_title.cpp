#include "funds/headline_title.h"

#include "reading/dates.h"
#include "reading/fold.h"

#include <algorithm>

namespace dossier::funds {
namespace {

constexpr std::size_t kTitleLines = 8;

}  // namespace

std::optional<Sourced<Date>> date_of_title(const reading::PageLayout& layout, const DocumentStyle& style,
                                           const std::string& file) {
  // A line that is nothing but a day dates the letter, not the figures in it.
  for (bool alone : {false, true}) {
    for (std::size_t i = 0; i < std::min(kTitleLines, layout.text.size()); ++i) {
      const auto& line = layout.text[i];
      auto found = reading::find_date(line.text(), style.days);
      bool is_alone = reading::read_date(line.text(), style.days).has_value();
      if (is_alone == alone && found && found->date && found->precision != DatePrecision::month)
        return Sourced<Date>{*found->date, line.text(), {file, {}, layout.page, line.box}};
    }
  }
  return std::nullopt;
}

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

}  // namespace dossier::funds
