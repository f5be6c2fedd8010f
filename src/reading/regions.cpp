#include "reading/regions.h"

#include "reading/bundles.h"
#include "reading/dates.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace dossier::reading {
namespace {

constexpr std::size_t kPendingMax = 4;  // lines without any value inside a table: a cell wrapped over more is rare
constexpr double kGapMax = 3.2;         // line heights between two rows of one table
constexpr double kTitleGap = 1.15;      // usual gaps between rows above a heading that begins something else
constexpr double kWrapGap = 0.35;       // line heights between the lines of one cell
constexpr std::size_t kTitleWords = 10;
constexpr std::size_t kProseWords = 11;  // a single segment of so many words is a sentence, not a cell

bool core_line(const Line& line) {
  return line.segments.size() >= 2 && std::any_of(line.segments.begin(), line.segments.end(), value_like);
}

bool prose(const Line& line) {
  return line.segments.size() == 1 && line.segments.front().words.size() >= kProseWords;
}

double gap(const Line& above, const Line& below) {
  return below.box.y0 - above.box.y1;
}

// Numbers the rows of the lines that are no header, where white space tells them apart.
void number_rows(std::vector<RegionLine>& lines) {
  std::vector<const Line*> data;
  for (const RegionLine& line : lines) {
    if (!line.header) data.push_back(&line.line);
  }
  auto rows = bundles_of(data);
  if (!rows) return;
  std::size_t next = 0;
  for (RegionLine& line : lines) {
    if (!line.header) line.row = (*rows)[next++];
  }
}

// The rows that have a figure, each as one line; without row numbers, the lines that have one.
std::vector<Line> core_rows(const std::vector<RegionLine>& lines) {
  std::vector<Line> rows;
  for (std::size_t i = 0; i < lines.size();) {
    std::size_t end = i + 1;
    while (end < lines.size() && lines[i].row && lines[end].row == lines[i].row) ++end;
    std::vector<const Line*> row;
    bool core = false;
    for (; i < end; ++i) {
      row.push_back(&lines[i].line);
      core = core || lines[i].core;
    }
    if (core) rows.push_back(row.size() == 1 ? *row.front() : bundled(row));
  }
  return rows;
}

class Finder {
 public:
  explicit Finder(const TableTests& tests) : tests_(tests) {}

  void take(Line line) {
    bool header = tests_.header(line);
    bool core = !header && core_line(line);
    if (!header && !core) {
      if (prose(line) || pending_.size() >= kPendingMax || titles_another(line)) close();
      pending_.push_back(std::move(line));
      return;
    }
    if (!open_.empty()) {
      const Line& last = pending_.empty() ? open_.back().line : pending_.back();
      bool far = gap(last, line) > kGapMax * std::max(6.0, line.box.height());
      if (far || (header && has_core()) || (core && leaves_dated_rows(line))) close();
    }
    take_pending(header, line);
    bool total = core && tests_.total(line);
    open_.push_back({.line = std::move(line), .core = core, .header = header, .total = total});
  }

  Regions finish() && {
    close();
    flush(pending_);
    return std::move(out_);
  }

 private:
  bool has_core() const {
    return std::any_of(open_.begin(), open_.end(), [](const RegionLine& l) { return l.core; });
  }

  // A heading set apart from the rows above it begins something else; one set among them is a section of the table.
  bool titles_another(const Line& line) const {
    if (!has_core() || line.segments.size() != 1 || line.segments.front().words.size() > kTitleWords) return false;
    const Line& row = open_.back().line;
    bool heading = line.font_size() > row.font_size() + 0.4f || (line.bold() && !row.bold());
    const Line& last = pending_.empty() ? row : pending_.back();
    return heading && gap(last, line) > kTitleGap * std::max(4.0, usual_gap());
  }

  // After rows that begin with a date, a row of another kind that is set apart belongs to something else: a block of
  // key figures right below a ledger.
  bool leaves_dated_rows(const Line& line) const {
    auto first = std::find_if(open_.begin(), open_.end(), [](const RegionLine& l) { return l.core; });
    auto dated = [](const Line& l) {
      return std::any_of(l.segments.begin(), l.segments.end(),
                         [](const Segment& s) { return read_date(s.text).has_value(); });
    };
    if (first == open_.end() || !dated(first->line) || dated(line)) return false;
    double apart = kTitleGap * std::max(4.0, usual_gap());
    const Line* above = &open_.back().line;
    bool may_belong = tests_.total(line);  // a total of these rows, unless something else stands between
    for (const Line& next : pending_) {
      if (gap(*above, next) > apart) return true;
      may_belong = may_belong && gap(*above, next) < kWrapGap * next.box.height();
      above = &next;
    }
    return !may_belong && gap(*above, line) > apart;
  }

  // The gap between two rows of the open table.
  double usual_gap() const {
    std::vector<double> gaps;
    for (std::size_t i = 1; i < open_.size(); ++i) gaps.push_back(gap(open_[i - 1].line, open_[i].line));
    if (gaps.empty()) return open_.front().line.box.height();
    auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    return *middle;
  }

  // Whether a line is the upper part of the header below it: several cells close above it, or one cell that stands over
  // one cell of it and is set in the same type ("Date of" over "payment").
  static bool heads_with(const Line& line, const Line& below, const Line& header) {
    double space = gap(line, below);
    if (line.segments.size() >= 2) return space < 1.0 * header.box.height();
    const Box& box = line.box;
    auto over = std::count_if(header.segments.begin(), header.segments.end(),
                              [&](const Segment& s) { return box.x0 < s.box.x1 && box.x1 > s.box.x0; });
    bool same_type = line.bold() == header.bold() && std::abs(line.font_size() - header.font_size()) < 0.3f;
    bool heads_one = over <= 1 && line.segments.front().words.size() <= 3;
    // "Distributions (EUR)" over the columns of its parts; a title begins where the table does.
    bool heads_group = box.x0 > header.segments.front().box.x1;
    return space < (heads_group ? 2.0 : 0.6) * header.box.height() && same_type && (heads_one || heads_group);
  }

  // Whether a line above the first row of a table is the upper part of cells that are centred by height.
  static bool wraps_into(const Line& line, const Line& row) {
    return !prose(line) && gap(line, row) < 0 && line.bold() == row.bold() &&
           std::abs(line.font_size() - row.font_size()) < 0.3f;
  }

  // Lines since the last row belong to the table when it is open; before a header only those that look like its upper
  // part do: several cells, close above it.
  void take_pending(bool header, const Line& next) {
    std::size_t taken = open_.empty() ? pending_.size() : 0;
    if (open_.empty()) {
      const Line* below = &next;
      while (taken > 0 &&
             (header ? heads_with(pending_[taken - 1], *below, next) : wraps_into(pending_[taken - 1], next)))
        below = &pending_[--taken];
    }
    std::vector<Line> text(std::make_move_iterator(pending_.begin()),
                           std::make_move_iterator(pending_.begin() + static_cast<std::ptrdiff_t>(taken)));
    flush(text);
    for (std::size_t i = taken; i < pending_.size(); ++i)
      open_.push_back({.line = std::move(pending_[i]), .header = header});
    pending_.clear();
  }

  void flush(std::vector<Line>& lines) {
    for (Line& line : lines) out_.text.push_back(std::move(line));
    lines.clear();
  }

  // What came after the last row is text, except the tight rest of a wrapped cell.
  void keep_wrapped_rest() {
    if (open_.empty()) return;
    double left = open_.front().line.box.x0;
    for (const RegionLine& line : open_) left = std::min(left, line.line.box.x0);
    std::size_t kept = 0;
    while (kept < pending_.size()) {
      const Line& next = pending_[kept];
      if (prose(next) || gap(open_.back().line, next) > 0.55 * next.box.height() || next.box.x0 < left - 2) break;
      open_.push_back({.line = std::move(pending_[kept++])});
    }
    pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(kept));
  }

  // Ends the open table.
  void close() {
    keep_wrapped_rest();
    bool header = std::any_of(open_.begin(), open_.end(), [](const RegionLine& l) { return l.header; });
    number_rows(open_);
    std::vector<Line> core = core_rows(open_);
    std::vector<const Line*> headers;
    for (const RegionLine& line : open_) {
      if (line.header) headers.push_back(&line.line);
    }
    Region region{{}, infer_columns(core, headers)};
    if (region.columns.size() >= 2 && (core.size() >= 2 || header)) {
      region.lines = std::move(open_);
      out_.tables.push_back(std::move(region));
    } else {
      for (RegionLine& line : open_) out_.text.push_back(std::move(line.line));
    }
    open_.clear();
    flush(pending_);
  }

  const TableTests& tests_;
  std::vector<RegionLine> open_;
  std::vector<Line> pending_;
  Regions out_;
};

}  // namespace

Regions find_regions(std::vector<Line> lines, const TableTests& tests) {
  Finder finder(tests);
  for (Line& line : lines) finder.take(std::move(line));
  Regions regions = std::move(finder).finish();
  std::stable_sort(regions.text.begin(), regions.text.end(),
                   [](const Line& a, const Line& b) { return a.box.y0 < b.box.y0; });
  return regions;
}

}  // namespace dossier::reading
