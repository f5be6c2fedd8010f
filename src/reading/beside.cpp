#include "reading/beside.h"

#include "reading/amounts.h"
#include "reading/bundles.h"
#include "reading/columns.h"
#include "reading/dates.h"

#include <algorithm>
#include <set>
#include <string>

namespace dossier::reading {
namespace {

constexpr double kFigureMin = 100;  // a smaller bare number between two days may count calls

using Segments = std::vector<const Segment*>;

bool overlaps(const Box& box, const Extent& extent) {
  return box.x0 < extent.x1 && box.x1 > extent.x0;
}

bool is_day(const Segment& segment) {
  auto date = read_date(segment.text);
  return date && date->status != DateText::Status::impossible;
}

bool is_amount(const Segment& segment) {
  auto number = read_number(segment.text);
  return number && (value_like(segment) || number->magnitude.to_double() >= kFigureMin);
}

// The columns that days stand in, from left to right.
std::vector<Extent> day_columns(const Segments& days) {
  std::vector<Extent> columns;
  for (const Segment* day : days) {
    auto home = std::find_if(columns.begin(), columns.end(), [&](const Extent& c) { return overlaps(day->box, c); });
    if (home == columns.end()) {
      columns.push_back({day->box.x0, day->box.x1});
    } else {
      *home = {std::min(home->x0, day->box.x0), std::max(home->x1, day->box.x1)};
    }
  }
  std::sort(columns.begin(), columns.end(), [](const Extent& a, const Extent& b) { return a.x0 < b.x0; });
  return columns;
}

// Whether a text over the one column has all its words over the other too: "Date of" and "payment" are "Date of
// payment".
bool heads_again(const Segments& texts, const Extent& one, const Extent& other) {
  std::set<std::string> words;
  for (const Segment* text : texts) {
    if (!overlaps(text->box, one)) continue;
    for (const Word& word : text->words) words.insert(word.text);
  }
  return std::any_of(texts.begin(), texts.end(), [&](const Segment* text) {
    return overlaps(text->box, other) && std::all_of(text->words.begin(), text->words.end(),
                                                     [&](const Word& word) { return words.contains(word.text); });
  });
}

bool share_a_heading(const Segments& texts, const Extent& left, const Extent& right) {
  return heads_again(texts, left, right) || heads_again(texts, right, left);
}

Line of_segments(std::vector<Segment> segments) {
  Line line;
  line.box = segments.front().box;
  for (const Segment& segment : segments) line.box = united(line.box, segment.box);
  line.segments = std::move(segments);
  return line;
}

struct Content {
  Segments days, amounts, texts;
};

Content content_of(const std::vector<const Line*>& lines) {
  Content content;
  for (const Line* line : lines) {
    for (const Segment& segment : line->segments) {
      if (is_day(segment)) {
        content.days.push_back(&segment);
      } else if (is_amount(segment)) {
        content.amounts.push_back(&segment);
      } else if (!read_number(segment.text)) {
        content.texts.push_back(&segment);
      }
    }
  }
  return content;
}

// Where the second table begins; nothing when there is none.
std::optional<double> second_table(const Content& content) {
  auto columns = day_columns(content.days);
  for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
    const Extent &left = columns[i], &right = columns[i + 1];
    auto amount_between = [&](double from, double to) {
      return std::any_of(content.amounts.begin(), content.amounts.end(),
                         [&](const Segment* a) { return a->box.x0 >= from && a->box.x1 <= to; });
    };
    constexpr double kFar = 1e9;
    if (amount_between(left.x1, right.x0) && amount_between(right.x1, kFar) &&
        share_a_heading(content.texts, left, right))
      return right.x0;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::pair<std::vector<Line>, std::vector<Line>>> parted_beside(const std::vector<const Line*>& lines) {
  auto second = second_table(content_of(lines));
  if (!second) return std::nullopt;
  // Its headings may begin further left than its days, and its left neighbour ends before them.
  double left_end = 0;
  for (const Line* line : lines) {
    for (const Segment& segment : line->segments) {
      if (segment.box.x1 < *second && (is_day(segment) || is_amount(segment)))
        left_end = std::max(left_end, segment.box.x1);
    }
  }
  double cut = (left_end + *second) / 2;
  std::pair<std::vector<Line>, std::vector<Line>> halves;
  for (const Line* line : lines) {
    std::vector<Segment> left, right;
    for (const Segment& segment : line->segments) (segment.box.middle_x() < cut ? left : right).push_back(segment);
    if (!left.empty()) halves.first.push_back(of_segments(std::move(left)));
    if (!right.empty()) halves.second.push_back(of_segments(std::move(right)));
  }
  return halves;
}

}  // namespace dossier::reading
