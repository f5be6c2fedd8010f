#include "reading/bundles.h"

#include "reading/amounts.h"
#include "reading/dates.h"

#include <algorithm>
#include <utility>

namespace dossier::reading {
namespace {

constexpr double kWrapGap = 0.45;    // line heights: the lines of one cell stand no further apart
constexpr double kOneRowGap = 0.25;  // line heights: lines that all stand so close are one row
constexpr double kApartGap = 0.35;   // line heights: lines that all stand so far apart are a row each
constexpr double kJump = 0.15;       // line heights between the widest gap inside a row and the narrowest between rows
constexpr double kTellingShare = 0.3;  // of the rows must hold a figure

bool beside(const Box& a, const Box& b) {
  return a.x1 <= b.x0 || b.x1 <= a.x0;
}

double median_height(const std::vector<const Line*>& lines) {
  std::vector<double> heights;
  for (const Line* line : lines) heights.push_back(line->box.height());
  auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return std::max(4.0, *middle);
}

// The white above each line but the first: from the lowest ink above it, nil where the line reaches up beside that.
std::vector<double> gaps_above(const std::vector<const Line*>& lines) {
  std::vector<double> gaps;
  double bottom = lines.front()->box.y1;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    gaps.push_back(std::max(0.0, lines[i]->box.y0 - bottom));
    bottom = std::max(bottom, lines[i]->box.y1);
  }
  return gaps;
}

// Gaps above which a new row begins: one for each clear jump among the sorted gaps, the widest jump first.
std::vector<double> thresholds_of(std::vector<double> gaps, double height) {
  std::sort(gaps.begin(), gaps.end());
  std::vector<std::pair<double, double>> jumps;  // its width, the middle of it
  for (std::size_t i = 0; i + 1 < gaps.size(); ++i) {
    double jump = gaps[i + 1] - gaps[i];
    if (gaps[i] <= kWrapGap * height && jump >= kJump * height) jumps.emplace_back(jump, (gaps[i] + gaps[i + 1]) / 2);
  }
  std::sort(jumps.begin(), jumps.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<double> thresholds;
  for (const auto& [width, middle] : jumps) thresholds.push_back(middle);
  return thresholds;
}

// "Commitment  $50,000,000" above "Currency  USD": labels with their values are a row each.
bool states_facts(const Line& above, const Line& below) {
  const bool pairs = above.segments.size() == 2 && below.segments.size() == 2;
  return pairs && !value_like(above.segments[0]) && value_like(above.segments[1]) && !value_like(below.segments[0]) &&
         !beside(above.segments[0].box, below.segments[0].box) && !beside(above.segments[1].box, below.segments[1].box);
}

// Whether two lines of one row can be cells of it: no figure above a figure, no bold text above plain text.
bool agree(const Line& above, const Line& below) {
  if (states_facts(above, below)) return false;
  for (const Segment& a : above.segments) {
    for (const Segment& b : below.segments) {
      if (beside(a.box, b.box)) continue;
      if (a.bold != b.bold || (value_like(a) && value_like(b))) return false;
    }
  }
  return true;
}

// Lines parted at gaps above the threshold; nothing when a row would not be one.
std::optional<std::vector<std::size_t>> parted_at(const std::vector<const Line*>& lines,
                                                  const std::vector<double>& gaps, double threshold) {
  std::vector<std::size_t> rows{0};
  std::vector<bool> telling;
  std::size_t first = 0;
  auto close = [&](std::size_t end) {
    for (std::size_t i = first; i < end; ++i) {
      for (std::size_t j = first; j < i; ++j) {
        if (!agree(*lines[j], *lines[i])) return false;
      }
    }
    // "December" above "23, 2009" is a day only in the whole row.
    const std::vector<const Line*> row(lines.begin() + static_cast<std::ptrdiff_t>(first),
                                       lines.begin() + static_cast<std::ptrdiff_t>(end));
    const Line whole = bundled(row);
    telling.push_back(std::any_of(whole.segments.begin(), whole.segments.end(), value_like) ||
                      std::any_of(row.begin(), row.end(), [](const Line* line) {
                        return std::any_of(line->segments.begin(), line->segments.end(), value_like);
                      }));
    first = end;
    return true;
  };
  for (std::size_t i = 1; i < lines.size(); ++i) {
    bool apart = gaps[i - 1] > threshold;
    if (apart && !close(i)) return std::nullopt;
    rows.push_back(rows.back() + (apart ? 1 : 0));
  }
  if (!close(lines.size())) return std::nullopt;
  auto told = std::count(telling.begin(), telling.end(), true);
  if (static_cast<double>(told) < kTellingShare * static_cast<double>(telling.size())) return std::nullopt;
  return rows;
}

}  // namespace

bool value_like(const Segment& segment) {
  if (read_date(segment.text)) return true;
  auto number = read_number(segment.text);
  return number && (number->dressed || number->form != NumberForm::plain);
}

bool day_like(const Segment& segment) {
  constexpr std::size_t kDayBytesMax = 14;
  if (read_date(segment.text)) return true;
  // "12 Mar", "12.", "12/03": bare figures are no day.
  const bool figures = segment.text.size() <= kDayBytesMax &&
                       segment.text.find_first_of("0123456789") != std::string::npos &&
                       segment.text.find_first_not_of("0123456789 ,()-") != std::string::npos;
  const auto day = figures ? read_date(segment.text + " 2000") : std::nullopt;
  return day && day->precision == DatePrecision::day;
}

std::optional<std::vector<std::size_t>> bundles_of(const std::vector<const Line*>& lines) {
  if (lines.size() < 2) return std::nullopt;
  double height = median_height(lines);
  std::vector<double> gaps = gaps_above(lines);
  for (double threshold : thresholds_of(gaps, height)) {
    if (auto rows = parted_at(lines, gaps, threshold)) return rows;
  }
  auto [narrowest, widest] = std::minmax_element(gaps.begin(), gaps.end());
  if (*widest <= kOneRowGap * height) return parted_at(lines, gaps, *widest);
  if (*narrowest < kApartGap * height) return std::nullopt;
  return parted_at(lines, gaps, -height);
}

Line bundled(const std::vector<const Line*>& lines) {
  Line out;
  for (const Line* line : lines) {
    for (const Segment& segment : line->segments) {
      auto same = std::find_if(out.segments.begin(), out.segments.end(),
                               [&](const Segment& s) { return !beside(s.box, segment.box); });
      if (same == out.segments.end()) {
        out.segments.push_back(segment);
        continue;
      }
      same->text += " " + segment.text;
      same->box = united(same->box, segment.box);
      same->bold = same->bold && segment.bold;
      same->words.insert(same->words.end(), segment.words.begin(), segment.words.end());
    }
  }
  std::sort(out.segments.begin(), out.segments.end(),
            [](const Segment& a, const Segment& b) { return a.box.x0 < b.box.x0; });
  out.box = out.segments.front().box;
  for (const Segment& segment : out.segments) out.box = united(out.box, segment.box);
  return out;
}

}  // namespace dossier::reading
