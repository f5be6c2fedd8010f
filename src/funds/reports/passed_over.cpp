#include "funds/reports/passed_over.h"

#include "funds/reports/column_contents.h"
#include "funds/reports/forecasts.h"
#include "funds/reports/table_headings.h"
#include "funds/reports/vocabulary.h"
#include "reading/bundles.h"
#include "reading/fold.h"
#include "reading/year_text.h"

#include <algorithm>
#include <optional>

namespace dossier::funds {
namespace {

using reading::Box;
using reading::Line;
using reading::PageLayout;
using reading::Segment;

constexpr std::size_t kTitleWordsMax = 10;
constexpr std::size_t kProseWordsMin = 11;
constexpr std::size_t kBundleLinesMax = 4;  // of one row whose cells are wrapped or centred by height
constexpr double kBundleGap = 0.45;         // line heights between the lines of one row
constexpr float kLargerType = 0.4f;         // points above the usual size: a heading

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

bool names_flows(const std::string& title) {
  static const reading::PhraseTable<bool> words = {
      {true,
       {"cash flow*", "cashflow*", "transaction*", "capital account activity", "account activity", "movement*",
        "bewegungen", "kontobewegungen", "kapitalbewegungen", "zahlungsstrome", "zahlungen", "mouvement*", "flux"}}};
  if (foretells(title)) return false;
  return row_kind_by_words(title).has_value() || words.find(reading::fold_tokens(title)).has_value();
}

// A day, maybe without its year, or the end of a period; not a year alone, which may be a vintage.
bool is_day(const Segment& segment) {
  return !reading::is_year(segment.text) && reading::day_like(segment);
}

bool is_amount(const Segment& segment, const DocumentStyle& style) {
  constexpr double kBareMin = 10;  // below it a bare figure counts rows or pages
  const auto number = reading::read_number(segment.text, style.mark);
  if (!number || number->form != reading::NumberForm::plain || reading::read_date(segment.text)) return false;
  return number->dressed || (number->magnitude.to_double() >= kBareMin && !reading::is_year(segment.text));
}

bool has_day_and_amount(const Line& line, const DocumentStyle& style) {
  const auto day = std::find_if(line.segments.begin(), line.segments.end(), is_day);
  return day != line.segments.end() && std::any_of(line.segments.begin(), line.segments.end(), [&](const Segment& s) {
           return &s != &*day && is_amount(s, style);
         });
}

// What is dated and yet no flow: a figure of the report's own, a sum, a state of the account, a value's change.
bool states_another_thing(const Line& line) {
  if (summary_row(line.segments.front().text) != SummaryRow::none) return true;
  const std::string text = line.text();
  const auto label = figure_labels().find(reading::fold_tokens(text));
  const bool of_flows = label == HeadlineLabel::total_calls || label == HeadlineLabel::total_distributions;
  return (label && !of_flows) || foretells(text) || tells_valuation(text) ||
         std::any_of(line.segments.begin(), line.segments.end(),
                     [](const Segment& s) { return names_a_state(s.text); });
}

bool names_holdings(const reading::Table& table, const DocumentStyle& style) {
  std::vector<ColumnRole> roles;
  for (const std::string& header : header_texts(table, count_header_rows(table, style)))
    roles.push_back(column_role(header).value_or(ColumnRole::unknown));
  return lists_holdings(roles);
}

Line as_line(const reading::TableRow& row) {
  Line line;
  line.box = row.box;
  for (const reading::Cell& cell : row.cells) {
    if (!cell.text.empty()) line.segments.push_back({cell.text, cell.box, 0, cell.bold, {}});
  }
  return line;
}

// A line of a page as the net sees it, from a table or from none.
struct Seen {
  Line line;
  bool in_table = false;
  bool taken = false;     // read as what it is
  bool headings = false;  // names columns of flows
};

class Net {
 public:
  Net(const PageLayout& layout, const std::vector<bool>& taken, std::span<const Place> known,
      const DocumentStyle& style)
      : layout_(layout), known_(known), style_(style) {
    for (const Line& line : layout.text) lines_.push_back({line, false, false, false});
    for (std::size_t t = 0; t < layout.tables.size(); ++t) add_table(layout.tables[t], taken[t]);
    std::stable_sort(lines_.begin(), lines_.end(),
                     [](const Seen& a, const Seen& b) { return a.line.box.y0 < b.line.box.y0; });
    usual_size_ = usual_size();
  }

  // The boxes of the blocks that were passed over.
  std::vector<Box> blocks() && {
    for (const Seen& seen : lines_) take(seen);
    close();
    return std::move(blocks_);
  }

 private:
  void add_table(const reading::Table& table, bool taken) {
    taken = taken || names_holdings(table, style_);
    const bool of_flows = !taken && headed_as_flows(table, style_);
    const std::size_t headings = count_header_rows(table, style_);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      Line line = as_line(table.rows[r]);
      if (line.segments.empty()) continue;
      lines_.push_back({std::move(line), true, taken, of_flows && r < headings});
    }
  }

  float usual_size() const {
    std::vector<float> sizes;
    for (const Line& line : layout_.text) sizes.push_back(line.font_size());
    if (sizes.empty()) return 0;
    auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle;
  }

  void take(const Seen& seen) {
    const Line& line = seen.line;
    if (seen.taken) return close();
    if (seen.headings) {
      named_ = true;
      return;
    }
    if (line.segments.size() == 1) {
      const std::string text = line.text();
      if (line.segments.front().words.size() >= kProseWordsMin) return;
      const bool title = !seen.in_table && !has_digit(text) && !text.ends_with('.') &&
                         static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) < kTitleWordsMax;
      const bool heading = title && (line.bold() || line.font_size() > usual_size_ + kLargerType);
      if (heading || (title && names_flows(text))) {
        close();
        named_ = names_flows(text);
        return;
      }
    }
    if (named_) open_.push_back(&line);
  }

  bool is_known(const Line& line) const {
    return std::any_of(known_.begin(), known_.end(), [&](const Place& place) {
      if (place.page != layout_.page) return false;
      const Box& box = place.box;
      if (box.width() == 0) return false;
      return box.y0 < line.box.y1 - 1 && box.y1 > line.box.y0 + 1 && box.x0 < line.box.x1 && box.x1 > line.box.x0;
    });
  }

  // Flows among the lines from `first` on: one line, or the lines of one row taken together.
  std::size_t lines_of_flow(std::size_t first) const {
    std::vector<const Line*> row;
    for (std::size_t i = first; i < open_.size() && row.size() < kBundleLinesMax; ++i) {
      const Line& line = *open_[i];
      if (!row.empty() && line.box.y0 - row.back()->box.y1 > kBundleGap * line.box.height()) break;
      row.push_back(&line);
      if (has_day_and_amount(row.size() == 1 ? line : reading::bundled(row), style_)) return row.size();
    }
    return 0;
  }

  // Ends the block under one title.
  void close() {
    std::optional<Box> box;
    for (std::size_t i = 0; i < open_.size();) {
      const std::size_t count = lines_of_flow(i);
      const bool passed =
          count > 0 && std::none_of(open_.begin() + static_cast<std::ptrdiff_t>(i),
                                    open_.begin() + static_cast<std::ptrdiff_t>(i + count),
                                    [&](const Line* line) { return is_known(*line) || states_another_thing(*line); });
      for (std::size_t k = i; passed && k < i + count; ++k)
        box = box ? reading::united(*box, open_[k]->box) : open_[k]->box;
      i += std::max<std::size_t>(1, count);
    }
    if (box) blocks_.push_back(*box);
    open_.clear();
    named_ = false;
  }

  const PageLayout& layout_;
  std::span<const Place> known_;
  const DocumentStyle& style_;
  float usual_size_ = 0;
  std::vector<Seen> lines_;
  bool named_ = false;
  std::vector<const Line*> open_;
  std::vector<Box> blocks_;
};

}  // namespace

std::vector<Flag> passed_over_flows(std::span<const PageLayout> layouts, const std::vector<std::vector<bool>>& taken,
                                    std::span<const Place> known, const DocumentStyle& style, const std::string& file) {
  std::vector<Flag> flags;
  for (std::size_t p = 0; p < layouts.size(); ++p) {
    for (const Box& box : Net(layouts[p], taken[p], known, style).blocks()) {
      flags.push_back({FlagCode::row_unread,
                       "these lines stand under a title of payments and have days and amounts, but were not read",
                       {file, {}, layouts[p].page, box}});
    }
  }
  return flags;
}

}  // namespace dossier::funds
