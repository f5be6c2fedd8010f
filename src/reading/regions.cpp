#include "reading/regions.h"

#include "reading/amounts.h"
#include "reading/beside.h"
#include "reading/bundles.h"
#include "reading/dates.h"
#include "reading/region_rows.h"
#include "reading/year_text.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace dossier::reading {
namespace {

constexpr std::size_t kPendingMax = 4;   // lines without any value inside a table: a cell wrapped over more is rare
constexpr std::size_t kWaitingMax = 10;  // lines that may head the next table: headings of three lines, a wrapped row
constexpr double kGapMax = 3.2;          // line heights between two rows of one table
constexpr double kTitleGap = 1.15;       // usual gaps between rows above a heading that begins something else
constexpr float kLargerType = 1.15f;     // of the rows' type: no section of a table is set so much larger
constexpr double kWrapGap = 0.28;        // line heights between the lines of one cell
constexpr std::size_t kTitleWords = 10;
constexpr std::size_t kHeadLinesMax = 3;  // of a page, above what goes on from the page before
constexpr std::size_t kProseWords = 11;   // a single segment of so many words is a sentence, not a cell

// "Capital call 1 (16 October 2009)".
bool ends_with_day(const Segment& segment) {
  const std::size_t open = segment.text.rfind('(');
  return open != std::string::npos && segment.text.ends_with(')') &&
         read_date(std::string_view(segment.text).substr(open + 1, segment.text.size() - open - 2)).has_value();
}

// "2021" alone: the year of the rows below it.
bool lone_year(const Line& line) {
  return line.segments.size() == 1 && is_year(line.segments.front().text);
}

bool core_line(const Line& line) {
  return line.segments.size() >= 2 && std::any_of(line.segments.begin(), line.segments.end(),
                                                  [](const Segment& s) { return value_like(s) || ends_with_day(s); });
}

bool prose(const Line& line) {
  return line.segments.size() == 1 && line.segments.front().words.size() >= kProseWords;
}

double gap(const Line& above, const Line& below) {
  return below.box.y0 - above.box.y1;
}

class Finder {
 public:
  explicit Finder(const TableTests& tests) : tests_(tests) {}

  void take(Line line) {
    join_units(line.segments);
    bool header = tests_.header(line) && !wraps_from_row(line) && !set_as_a_row(line);
    bool core =
        !header && (core_line(line) || stands_under(line) || begins_wrapped_day(line) || ends_interlocking_row(line));
    if (!header && !core) {
      const bool too_many = !open_.empty() && pending_.size() >= kPendingMax;
      if (is_prose(line) || too_many || titles_another(line)) close();
      if (pending_.size() >= kWaitingMax) {
        out_.text.push_back(std::move(pending_.front()));
        pending_.erase(pending_.begin());
      }
      pending_.push_back(std::move(line));
      return;
    }
    if (!open_.empty()) {
      const Line& last = pending_.empty() ? open_.back().line : pending_.back();
      bool far = gap(last, line) > kGapMax * std::max(6.0, line.box.height());
      if (far || (header && has_core()) || (core && (leaves_dated_rows(line) || leaves_the_only_row(line)))) close();
    }
    if (!header && open_.empty()) open_with_interlocking_header(line);
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

  // Bare figures ("505"), or one figure alone, are a row where each stands under a figure or a heading of the open
  // table.
  bool stands_under(const Line& line) const {
    if (open_.empty() || !pending_.empty() || prose(line)) return false;
    auto is_number = [](const Segment& s) { return read_number(s.text) && !read_date(s.text); };
    auto numbers = std::count_if(line.segments.begin(), line.segments.end(), is_number);
    bool lone = line.segments.size() == 1 && value_like(line.segments.front());
    if (numbers == 0 || (numbers < 2 && !lone)) return false;
    return std::all_of(line.segments.begin(), line.segments.end(), [&](const Segment& figure) {
      return !is_number(figure) || std::any_of(open_.begin(), open_.end(), [&](const RegionLine& row) {
        return std::any_of(row.line.segments.begin() + 1, row.line.segments.end(), [&](const Segment& s) {
          return s.box.x0 < figure.box.x1 && s.box.x1 > figure.box.x0 && (row.header || (row.core && is_number(s)));
        });
      });
    });
  }

  // "10." beside a bare "190" under a heading, above "September" and "2013": a row whose day is wrapped.
  bool begins_wrapped_day(const Line& line) const {
    constexpr std::size_t kSegmentsMin = 3;
    if (open_.empty() || line.segments.size() < kSegmentsMin) return false;
    const Segment& start = line.segments.front();
    const bool figures = start.text.size() <= 3 && start.text.find_first_not_of("0123456789.") == std::string::npos;
    if (!figures && !day_like(start)) return false;
    return std::any_of(line.segments.begin() + 1, line.segments.end(), [&](const Segment& figure) {
      return read_number(figure.text) && std::any_of(open_.begin(), open_.end(), [&](const RegionLine& above) {
               return above.header &&
                      std::any_of(above.line.segments.begin() + 1, above.line.segments.end(), [&](const Segment& s) {
                        return s.box.x0 < figure.box.x1 && s.box.x1 > figure.box.x0;
                      });
             });
    });
  }

  // A heading set apart from the rows above it begins something else; one set among them is a section of the table.
  bool titles_another(const Line& line) const {
    if (!has_core() || line.segments.size() != 1 || line.segments.front().words.size() > kTitleWords) return false;
    if (lone_year(line) && std::abs(line.box.x0 - open_.back().line.box.x0) < line.box.height()) return false;
    if (tests_.total(line)) return false;  // the upper part of a wrapped label
    const Line& row = open_.back().line;
    if (line.font_size() > kLargerType * row.font_size()) return true;
    bool heading = line.font_size() > row.font_size() + 0.4f || (line.bold() && !row.bold());
    const Line& last = pending_.empty() ? row : pending_.back();
    return heading && !only_row() && gap(last, line) > kTitleGap * std::max(4.0, usual_gap());
  }

  // The only row of the open table, which does not tell how far its rows stand apart.
  const Line* only_row() const {
    const Line* only = nullptr;
    for (const RegionLine& row : open_) {
      if (!row.core) continue;
      if (only != nullptr) return nullptr;
      only = &row.line;
    }
    return only;
  }

  // Below the only row and a heading set apart from it, a row whose figures stand neither under its figures nor under
  // headings belongs to something else.
  bool leaves_the_only_row(const Line& line) const {
    const Line* row = only_row();
    if (row == nullptr || pending_.empty() || !pending_.back().bold() || row->bold()) return false;
    if (gap(open_.back().line, pending_.back()) <= kTitleGap * row->box.height()) return false;
    auto is_number = [](const Segment& s) { return read_number(s.text).has_value(); };
    auto stands_under_one = [&](const Segment& figure) {
      return std::any_of(open_.begin(), open_.end(), [&](const RegionLine& above) {
        return std::any_of(above.line.segments.begin(), above.line.segments.end(), [&](const Segment& s) {
          return (above.header || is_number(s)) && s.box.x0 < figure.box.x1 && s.box.x1 > figure.box.x0;
        });
      });
    };
    return !std::all_of(line.segments.begin(), line.segments.end(),
                        [&](const Segment& s) { return !is_number(s) || stands_under_one(s); });
  }

  // After rows that begin with a date, a row of another kind that is set apart belongs to something else: a block of
  // key figures right below a ledger.
  bool leaves_dated_rows(const Line& line) const {
    if (stands_elsewhere(line)) return true;
    auto first = std::find_if(open_.begin(), open_.end(), [](const RegionLine& l) { return l.core; });
    auto days = [](const Line& l) { return std::count_if(l.segments.begin(), l.segments.end(), day_like); };
    constexpr auto kDaysAcross = 2;  // days side by side head columns, and the rows below them have none
    const auto leading = first == open_.end() ? 0 : days(first->line);
    if (leading == 0 || leading >= kDaysAcross || days(line) > 0 || begins_a_day(line, first->line)) return false;
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

  // "19" in the column of days, above "December" and "2012": the first line of a day that is wrapped.
  static bool begins_a_day(const Line& line, const Line& dated) {
    const Segment& start = line.segments.front();
    const bool figures = start.text.size() <= 2 && start.text.find_first_not_of("0123456789") == std::string::npos;
    return figures && std::any_of(dated.segments.begin(), dated.segments.end(), [&](const Segment& s) {
             return day_like(s) && s.box.x0 < start.box.x1 && s.box.x1 > start.box.x0;
           });
  }

  // Whether every figure of a line without a date stands where no row of the open table has one.
  bool stands_elsewhere(const Line& line) const {
    auto cores = std::count_if(open_.begin(), open_.end(), [](const RegionLine& l) { return l.core; });
    bool dated = std::any_of(line.segments.begin(), line.segments.end(), day_like);
    if (cores < 2 || dated) return false;
    auto under_figure = [&](const Segment& figure) {
      return std::any_of(open_.begin(), open_.end(), [&](const RegionLine& row) {
        return row.core && std::any_of(row.line.segments.begin(), row.line.segments.end(), [&](const Segment& s) {
                 return s.box.x0 < figure.box.x1 && s.box.x1 > figure.box.x0 && read_number(s.text) &&
                        !read_date(s.text);
               });
      });
    };
    auto elsewhere = [&](const Segment& s) { return value_like(s) && !under_figure(s); };
    auto figures = std::count_if(line.segments.begin(), line.segments.end(), value_like);
    return figures > 0 && std::count_if(line.segments.begin(), line.segments.end(), elsewhere) == figures;
  }

  // A line so close under another and set as it is reads on in its cells, whatever its words are.
  static bool wraps_from(const Line& above, const Line& line) {
    return gap(above, line) < kWrapGap * line.box.height() && above.bold() == line.bold() &&
           std::abs(above.font_size() - line.font_size()) < 0.3f;
  }

  bool wraps_from_row(const Line& line) const {
    return !open_.empty() && pending_.empty() && open_.back().core && wraps_from(open_.back().line, line);
  }

  // Below bold headings a line in plain type is no heading, even if its words could be ("Distribution  Repayment").
  bool set_as_a_row(const Line& line) const {
    return !line.bold() && has_core() &&
           std::any_of(open_.begin(), open_.end(), [](const RegionLine& l) { return l.header && l.line.bold(); });
  }

  bool wraps_from_header(const Line& line) const {
    return !open_.empty() && open_.back().header && wraps_from(open_.back().line, line);
  }

  // The gap between two rows of the open table.
  double usual_gap() const {
    std::vector<double> gaps;
    for (std::size_t i = 1; i < open_.size(); ++i) gaps.push_back(gap(open_[i - 1].line, open_[i].line));
    double height = open_.back().line.box.height();
    bool wrapped_only = std::none_of(gaps.begin(), gaps.end(), [&](double g) { return g > kWrapGap * height; });
    if (!wrapped_only) std::erase_if(gaps, [&](double g) { return g <= kWrapGap * height; });
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

  // Whether a line above the first row of a table is the upper part of cells that are centred by height: it reaches
  // beside the line below it, which is the row or such a part itself, or it stands close above a cell of its row.
  static bool wraps_into(const Line& line, const Line& below, const Line& row) {
    const bool same_type = line.bold() == row.bold() && std::abs(line.font_size() - row.font_size()) < 0.3f;
    const bool above_a_cell = line.segments.size() == 1 && gap(line, below) < kWrapGap * line.box.height() &&
                              std::any_of(row.segments.begin(), row.segments.end(), [&](const Segment& cell) {
                                return std::abs(cell.box.x0 - line.box.x0) < 1 && !value_like(cell);
                              });
    return !prose(line) && same_type && (gap(line, below) < 0 || above_a_cell);
  }

  // Where the pending lines begin that interlock with each other up to `end`: each reaches up beside the one above it.
  std::size_t interlocking_before(std::size_t end) const {
    std::size_t first = end == 0 ? 0 : end - 1;
    while (first > 0 && gap(pending_[first - 1], pending_[first]) < 0) --first;
    return first;
  }

  // A row of cells centred by height may have no figure on a line of its own: "December" and "23, 2009" above and below
  // the bare "47" beside them are a day and an amount only together.
  bool ends_interlocking_row(const Line& line) const {
    constexpr std::size_t kLinesMax = 4;
    if (pending_.empty() || gap(pending_.back(), line) >= 0) return false;
    const std::size_t first = interlocking_before(pending_.size());
    if (pending_.size() - first > kLinesMax) return false;
    std::vector<const Line*> lines;
    for (std::size_t i = first; i < pending_.size(); ++i) lines.push_back(&pending_[i]);
    lines.push_back(&line);
    const Line row = bundled(lines);
    const bool day = std::any_of(row.segments.begin(), row.segments.end(), day_like);
    const bool figure = std::any_of(row.segments.begin(), row.segments.end(),
                                    [](const Segment& s) { return read_number(s.text) && !day_like(s); });
    return day && figure;
  }

  // Headings centred by height interlock as well: "Date" and "of payment" above and below "Code" and "Amount" name the
  // columns only together. Below them may already stand lines of the first row, `next` being its last.
  void open_with_interlocking_header(const Line& next) {
    std::size_t end = pending_.size();
    const bool row_begun = end > 0 && gap(pending_.back(), next) < 0;
    if (row_begun) end = interlocking_before(end);
    const std::size_t first = interlocking_before(end);
    std::vector<const Line*> lines;
    for (std::size_t i = first; i < end; ++i) lines.push_back(&pending_[i]);
    if (lines.size() < 2 || !tests_.header(bundled(lines))) return;
    for (std::size_t i = first; i < end; ++i) open_.push_back({.line = std::move(pending_[i]), .header = true});
    std::vector<Line> row(std::make_move_iterator(pending_.begin() + static_cast<std::ptrdiff_t>(end)),
                          std::make_move_iterator(pending_.end()));
    pending_.resize(first);
    flush(pending_);
    pending_ = std::move(row);
  }

  // Lines since the last row belong to the table when it is open; before a header only those that look like its upper
  // part do: several cells, close above it.
  void take_pending(bool header, const Line& next) {
    std::size_t taken = open_.empty() ? pending_.size() : 0;
    if (open_.empty()) {
      const Line* below = &next;
      while (taken > 0 &&
             (header ? heads_with(pending_[taken - 1], *below, next) : wraps_into(pending_[taken - 1], *below, next)))
        below = &pending_[--taken];
    }
    std::vector<Line> text(std::make_move_iterator(pending_.begin()),
                           std::make_move_iterator(pending_.begin() + static_cast<std::ptrdiff_t>(taken)));
    flush(text);
    for (std::size_t i = taken; i < pending_.size(); ++i) {
      bool heading = header || wraps_from_header(pending_[i]);
      open_.push_back({.line = std::move(pending_[i]), .header = heading});
    }
    pending_.clear();
  }

  void flush(std::vector<Line>& lines) {
    for (Line& line : lines) out_.text.push_back(std::move(line));
    lines.clear();
  }

  // A sentence ends a table, unless it stands inside a column of it: a long description.
  bool is_prose(const Line& line) const {
    bool inside = !open_.empty() && open_.back().core && within_a_cell(line) &&
                  line.box.x0 > open_.back().line.segments.front().box.x1;
    return prose(line) && !inside;
  }

  // Whether a line can be the rest of one cell of the last row: a note below the table is set in other type or reaches
  // over several cells.
  bool within_a_cell(const Line& line) const {
    const Line& row = open_.back().line;
    if (std::abs(line.font_size() - row.font_size()) > 0.3f) return false;
    return std::all_of(line.segments.begin(), line.segments.end(), [&](const Segment& s) {
      return std::count_if(row.segments.begin(), row.segments.end(), [&](const Segment& above) {
               return above.box.x0 < s.box.x1 && above.box.x1 > s.box.x0;
             }) <= 1;
    });
  }

  // One row alone is text, but near the top of a page it may be the last row of a table on the page before, under the
  // heading of its section.
  bool goes_on_from_the_page_before() const {
    const Line* row = only_row();
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
    if (open_.empty()) return;
    double left = open_.front().line.box.x0;
    for (const RegionLine& line : open_) left = std::min(left, line.line.box.x0);
    std::size_t kept = 0;
    while (kept < pending_.size()) {
      const Line& next = pending_[kept];
      bool tight = gap(open_.back().line, next) <= 0.55 * next.box.height();
      if (prose(next) || !tight || next.box.x0 < left - 2 || !within_a_cell(next)) break;
      open_.push_back({.line = std::move(pending_[kept++])});
    }
    pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(kept));
  }

  // Ends the open table.
  void close() {
    keep_wrapped_rest();
    std::vector<const Line*> lines;
    for (const RegionLine& line : open_) lines.push_back(&line.line);
    if (auto halves = parted_beside(lines)) {
      open_.clear();
      take_apart(std::move(halves->first));
      take_apart(std::move(halves->second));
    } else {
      keep_open_table();
    }
    flush(pending_);
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
    bool header = std::any_of(open_.begin(), open_.end(), [](const RegionLine& l) { return l.header; });
    number_rows(open_);
    std::vector<Line> core = core_rows(open_);
    std::vector<const Line*> headers;
    for (const RegionLine& line : open_) {
      if (line.header) headers.push_back(&line.line);
    }
    Region region{{}, infer_columns(core, headers)};
    if (region.columns.size() >= 2 && (core.size() >= 2 || header || goes_on_from_the_page_before())) {
      region.lines = std::move(open_);
      out_.tables.push_back(std::move(region));
    } else {
      for (RegionLine& line : open_) out_.text.push_back(std::move(line.line));
    }
    open_.clear();
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
