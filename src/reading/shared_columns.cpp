#include "reading/shared_columns.h"

#include "reading/region_rows.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace dossier::reading {
namespace {

constexpr double kSamePlace = 3.0;  // points that an edge of one table may stand beside that of its other part
constexpr float kSameType = 0.3f;   // points between the sizes of their type

const Region* first_of(const Regions& page, const PageLayout& ruled) {
  if (page.tables.empty()) return nullptr;
  const Region& first = page.tables.front();
  const double top = first.lines.front().line.box.y0;
  const bool below =
      std::any_of(ruled.tables.begin(), ruled.tables.end(), [&](const Table& table) { return table.box.y0 < top; });
  return below ? nullptr : &first;
}

const Region* last_of(const Regions& page, const PageLayout& ruled) {
  if (page.tables.empty()) return nullptr;
  const Region& last = page.tables.back();
  const double top = last.lines.front().line.box.y0;
  const bool above =
      std::any_of(ruled.tables.begin(), ruled.tables.end(), [&](const Table& table) { return table.box.y0 > top; });
  return above ? nullptr : &last;
}

std::string headings(const Region& region) {
  std::string text;
  for (const RegionLine& line : region.lines) {
    if (line.header) text += line.line.text() + "\n";
  }
  return text;
}

const Line& first_row(const Region& region) {
  const auto core = std::find_if(region.lines.begin(), region.lines.end(), [](const RegionLine& l) { return l.core; });
  return core == region.lines.end() ? region.lines.front().line : core->line;
}

// Whether each column of one stands at no more than one of the other.
bool fit(const std::vector<Extent>& some, const std::vector<Extent>& others) {
  return std::all_of(some.begin(), some.end(), [&](const Extent& a) {
    return std::count_if(others.begin(), others.end(), [&](const Extent& b) { return a.x0 < b.x1 && a.x1 > b.x0; }) <=
           1;
  });
}

// Whether `next` is the same table on the next page: set in the same type at the same place, under the same headings or
// under none.
bool goes_on(const Region& before, const Region& next) {
  const std::string repeated = headings(next);
  if (!repeated.empty() && repeated != headings(before)) return false;
  if (std::abs(first_row(before).font_size() - first_row(next).font_size()) > kSameType) return false;
  const bool left = std::abs(before.columns.front().x0 - next.columns.front().x0) < kSamePlace;
  const bool right = std::abs(before.columns.back().x1 - next.columns.back().x1) < kSamePlace;
  return left && right && fit(before.columns, next.columns) && fit(next.columns, before.columns);
}

// Gives the parts of one table the columns of them all, unless these are no finer than their own.
void share(const std::vector<Region*>& parts) {
  std::vector<Line> rows;
  std::vector<const Line*> headers;
  std::size_t most = 0;
  for (const Region* part : parts) {
    std::vector<Line> core = core_rows(part->lines);
    std::move(core.begin(), core.end(), std::back_inserter(rows));
    most = std::max(most, part->columns.size());
  }
  for (const RegionLine& line : parts.front()->lines) {  // the others say the same again or nothing
    if (line.header) headers.push_back(&line.line);
  }
  const std::vector<Extent> columns = infer_columns(rows, headers);
  if (columns.size() < most) return;
  for (Region* part : parts) part->columns = columns;
}

}  // namespace

void share_columns(std::vector<Regions>& pages, const std::vector<PageLayout>& ruled) {
  for (std::size_t p = 0; p + 1 < pages.size(); ++p) {
    if (last_of(pages[p], ruled[p]) == nullptr) continue;
    std::vector<Region*> parts = {&pages[p].tables.back()};
    for (std::size_t next = p + 1; next < pages.size(); ++next) {
      const Region* first = first_of(pages[next], ruled[next]);
      if (first == nullptr || !goes_on(*parts.front(), *first)) break;
      parts.push_back(&pages[next].tables.front());
      if (last_of(pages[next], ruled[next]) != first) break;
    }
    if (parts.size() > 1) share(parts);
    // The last part may stand above another table that goes on; the pages it fills alone are done.
    if (parts.size() > 2) p += parts.size() - 2;
  }
}

}  // namespace dossier::reading
