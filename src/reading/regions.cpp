#include "reading/regions.h"

#include "reading/amounts.h"
#include "reading/beside.h"
#include "reading/bundles.h"
#include "reading/line_fit.h"
#include "reading/open_table.h"
#include "reading/region_rows.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace dossier::reading {
namespace {

constexpr std::size_t kPendingMax = 4;    // lines without any value inside a table: a cell wrapped over more is rare
constexpr std::size_t kWaitingMax = 10;   // lines that may head the next table: headings of three lines, a wrapped row
constexpr double kGapMax = 3.2;           // line heights between two rows of one table
constexpr std::size_t kHeadLinesMax = 3;  // of a page, above what goes on from the page before

class Finder {
 public:
  explicit Finder(const TableTests& tests) : tests_(tests), open_(tests) {}

  void take(Line line) {
    join_units(line.segments);
    bool header = tests_.header(line) && !open_.wraps_from_row(line) && !open_.set_as_a_row(line);
    bool core = !header && (core_line(line) || open_.stands_under(line) || open_.begins_wrapped_day(line) ||
                            open_.ends_interlocking_row(line));
    if (!header && !core) {
      const bool too_many = !open_.lines.empty() && open_.pending.size() >= kPendingMax;
      if (open_.is_prose(line) || too_many || open_.titles_another(line)) close();
      if (open_.pending.size() >= kWaitingMax) {
        out_.text.push_back(std::move(open_.pending.front()));
        open_.pending.erase(open_.pending.begin());
      }
      open_.pending.push_back(std::move(line));
      return;
    }
    if (!open_.lines.empty()) {
      const Line& last = open_.pending.empty() ? open_.lines.back().line : open_.pending.back();
      bool far = gap(last, line) > kGapMax * std::max(6.0, line.box.height());
      if (far || (header && open_.has_core()) ||
          (core && (open_.leaves_dated_rows(line) || open_.leaves_the_only_row(line))))
        close();
    }
    if (!header && open_.lines.empty()) open_with_interlocking_header(line);
    take_pending(header, line);
    bool total = core && tests_.total(line);
    open_.lines.push_back({.line = std::move(line), .core = core, .header = header, .total = total});
  }

  Regions finish() && {
    close();
    flush(open_.pending);
    return std::move(out_);
  }

 private:
  // Headings centred by height interlock as well: "Date" and "of payment" above and below "Code" and "Amount" name the
  // columns only together. Below them may already stand lines of the first row, `next` being its last.
  void open_with_interlocking_header(const Line& next) {
    std::size_t end = open_.pending.size();
    const bool row_begun = end > 0 && gap(open_.pending.back(), next) < 0;
    if (row_begun) end = open_.interlocking_before(end);
    const std::size_t first = open_.interlocking_before(end);
    std::vector<const Line*> lines;
    for (std::size_t i = first; i < end; ++i) lines.push_back(&open_.pending[i]);
    if (lines.size() < 2 || !tests_.header(bundled(lines))) return;
    for (std::size_t i = first; i < end; ++i)
      open_.lines.push_back({.line = std::move(open_.pending[i]), .header = true});
    std::vector<Line> row(std::make_move_iterator(open_.pending.begin() + static_cast<std::ptrdiff_t>(end)),
                          std::make_move_iterator(open_.pending.end()));
    open_.pending.resize(first);
    flush(open_.pending);
    open_.pending = std::move(row);
  }

  // Lines since the last row belong to the table when it is open; before a header only those that look like its upper
  // part do: several cells, close above it.
  void take_pending(bool header, const Line& next) {
    std::size_t taken = open_.lines.empty() ? open_.pending.size() : 0;
    if (open_.lines.empty()) {
      const Line* below = &next;
      while (taken > 0 && (header ? heads_with(open_.pending[taken - 1], *below, next)
                                  : wraps_into(open_.pending[taken - 1], *below, next)))
        below = &open_.pending[--taken];
    }
    std::vector<Line> text(std::make_move_iterator(open_.pending.begin()),
                           std::make_move_iterator(open_.pending.begin() + static_cast<std::ptrdiff_t>(taken)));
    flush(text);
    for (std::size_t i = taken; i < open_.pending.size(); ++i) {
      bool heading = header || open_.wraps_from_header(open_.pending[i]);
      open_.lines.push_back({.line = std::move(open_.pending[i]), .header = heading});
    }
    open_.pending.clear();
  }

  void flush(std::vector<Line>& lines) {
    for (Line& line : lines) out_.text.push_back(std::move(line));
    lines.clear();
  }

  // One row alone is text, but near the top of a page it may be the last row of a table on the page before, under the
  // heading of its section.
  bool goes_on_from_the_page_before() const {
    const Line* row = open_.only_row();
    auto heads = [](const Line& line) { return line.segments.size() == 1 && !prose(line); };
    if (!out_.tables.empty() || out_.text.size() > kHeadLinesMax || row == nullptr ||
        !std::all_of(out_.text.begin(), out_.text.end(), heads))
      return false;
    const auto& segments = row->segments;
    auto figures = std::count_if(segments.begin(), segments.end(),
                                 [](const Segment& s) { return value_like(s) || read_number(s.text); });
    return segments.size() >= 3 && figures >= 2;
  }

  // What came after the last row is text, except the tight rest of a wrapped cell.
  void keep_wrapped_rest() {
    if (open_.lines.empty()) return;
    double left = open_.lines.front().line.box.x0;
    for (const RegionLine& line : open_.lines) left = std::min(left, line.line.box.x0);
    std::size_t kept = 0;
    while (kept < open_.pending.size()) {
      const Line& next = open_.pending[kept];
      bool tight = gap(open_.lines.back().line, next) <= 0.55 * next.box.height();
      if (prose(next) || !tight || next.box.x0 < left - 2 || !open_.within_a_cell(next)) break;
      open_.lines.push_back({.line = std::move(open_.pending[kept++])});
    }
    open_.pending.erase(open_.pending.begin(), open_.pending.begin() + static_cast<std::ptrdiff_t>(kept));
  }

  // Ends the open table.
  void close() {
    keep_wrapped_rest();
    std::vector<const Line*> lines;
    for (const RegionLine& line : open_.lines) lines.push_back(&line.line);
    if (auto halves = parted_beside(lines)) {
      open_.lines.clear();
      take_apart(std::move(halves->first));
      take_apart(std::move(halves->second));
    } else {
      keep_open_table();
    }
    flush(open_.pending);
  }

  // Lines of one of two tables that stand side by side.
  void take_apart(std::vector<Line> lines) {
    Finder finder(tests_);
    for (Line& line : lines) finder.take(std::move(line));
    Regions found = std::move(finder).finish();
    std::move(found.tables.begin(), found.tables.end(), std::back_inserter(out_.tables));
    std::move(found.text.begin(), found.text.end(), std::back_inserter(out_.text));
  }

  void keep_open_table() {
    bool header = std::any_of(open_.lines.begin(), open_.lines.end(), [](const RegionLine& l) { return l.header; });
    number_rows(open_.lines);
    std::vector<Line> core = core_rows(open_.lines);
    std::vector<const Line*> headers;
    for (const RegionLine& line : open_.lines) {
      if (line.header) headers.push_back(&line.line);
    }
    Region region{{}, infer_columns(core, headers)};
    if (region.columns.size() >= 2 && (core.size() >= 2 || header || goes_on_from_the_page_before())) {
      region.lines = std::move(open_.lines);
      out_.tables.push_back(std::move(region));
    } else {
      for (RegionLine& line : open_.lines) out_.text.push_back(std::move(line.line));
    }
    open_.lines.clear();
  }

  const TableTests& tests_;
  OpenTable open_;
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
