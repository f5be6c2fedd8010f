#include "extract/worker/lines.h"

#include "base/limits.h"
#include "extract/worker/glyph_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace dossier::extract::worker {
namespace {

// In em.
constexpr double kLineHeight = 0.1;       // baselines closer than this are one line
constexpr double kDuplicateShift = 0.15;  // a bold look or a shadow is drawn this close to the original
constexpr double kBoldShift = 0.005;      // a duplicate nearer than this adds no weight
constexpr double kSpacedGapMax = 0.7;     // between letters that are spaced out; words are further apart
constexpr double kSpacedGapSlack = 0.15;
constexpr std::size_t kSpacedLettersMin = 4;
constexpr std::size_t kWordCodePointsMax = limits::kWordBytesMax / 4;

using Line = std::vector<std::size_t>;  // indices of fragments, by their beginning

// Splits all fragments into lines of one direction, one baseline and one kind (hidden or not).
std::vector<Line> lines_of(const std::vector<Fragment>& fragments) {
  std::vector<std::size_t> order(fragments.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  auto kind = [&](std::size_t i) { return turned_degrees(fragments[i]) * 2 + (fragments[i].hidden ? 1 : 0); };
  std::vector<int> kinds(fragments.size());
  for (std::size_t i = 0; i < order.size(); ++i) kinds[i] = kind(i);
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (kinds[a] != kinds[b]) return kinds[a] < kinds[b];
    if (fragments[a].baseline != fragments[b].baseline) return fragments[a].baseline < fragments[b].baseline;
    return a < b;
  });
  std::vector<Line> lines;
  for (std::size_t index : order) {
    bool same =
        !lines.empty() && kinds[lines.back().front()] == kinds[index] &&
        fragments[index].baseline - fragments[lines.back().back()].baseline < kLineHeight * fragments[index].size;
    if (!same) lines.emplace_back();
    lines.back().push_back(index);
  }
  for (Line& line : lines) {
    std::stable_sort(line.begin(), line.end(),
                     [&](std::size_t a, std::size_t b) { return fragments[a].begin < fragments[b].begin; });
  }
  return lines;
}

bool duplicate(const Fragment& a, const Fragment& b) {
  double shift_max = std::min(kDuplicateShift * a.size, (a.end - a.begin) / 2);
  return !a.space && !b.space && a.text == b.text && std::fabs(a.begin - b.begin) < shift_max &&
         std::fabs(a.size - b.size) < kDuplicateShift * a.size;
}

// Takes duplicates out of the line; the one drawn first stays.
void drop_duplicates(std::vector<Fragment>& fragments, Line& line) {
  constexpr std::size_t kLookBack = 4;
  Line kept;
  for (std::size_t index : line) {
    bool again = false;
    for (std::size_t back = 0; back < kLookBack && back < kept.size() && !again; ++back) {
      Fragment& earlier = fragments[kept[kept.size() - 1 - back]];
      again = duplicate(earlier, fragments[index]);
      if (again && fragments[index].begin - earlier.begin > kBoldShift * earlier.size) earlier.bold = true;
    }
    if (!again) kept.push_back(index);
  }
  line = std::move(kept);
}

// Joins neighbours for which `belongs` holds; the joined piece takes the place of its left part.
template <class Belongs>
void join(std::vector<Fragment>& fragments, Line& line, Belongs belongs) {
  Line kept;
  for (std::size_t index : line) {
    bool joined = !kept.empty() && belongs(fragments[kept.back()], fragments[index]) &&
                  fragments[kept.back()].text.size() + fragments[index].text.size() <= kWordCodePointsMax;
    if (joined) {
      append(fragments[kept.back()], fragments[index]);
    } else {
      kept.push_back(index);
    }
  }
  line = std::move(kept);
}

double gap_in_em(const Fragment& left, const Fragment& right) {
  return (right.begin - left.end) / left.size;
}

bool lone_letter(const Fragment& fragment) {
  return !fragment.space && fragment.glyphs == 1 && fragment.text.size() == 1;
}

// Letters in a row, each drawn alone at nearly the same small distance from the one before.
void join_spaced_letters(std::vector<Fragment>& fragments, Line& line) {
  Line kept;
  for (std::size_t first = 0; first < line.size();) {
    std::size_t last = first, letters = 0;
    double narrowest = kSpacedGapMax;
    auto at = [&](std::size_t i) -> const Fragment& { return fragments[line[i]]; };
    while (lone_letter(at(last)) && last + 1 < line.size() && lone_letter(at(last + 1)) &&
           std::fabs(at(last).size - at(last + 1).size) < 0.01 && gap_in_em(at(last), at(last + 1)) < kSpacedGapMax) {
      narrowest = std::min(narrowest, gap_in_em(at(last), at(last + 1)));
      ++last;
    }
    for (std::size_t i = first; i <= last; ++i) letters += is_letter(at(i).text[0]) ? 1 : 0;
    Line run(line.begin() + static_cast<std::ptrdiff_t>(first), line.begin() + static_cast<std::ptrdiff_t>(last + 1));
    if (run.size() >= kSpacedLettersMin && letters * 2 >= run.size()) {
      join(fragments, run, [&](const Fragment& left, const Fragment& right) {
        return gap_in_em(left, right) < narrowest + kSpacedGapSlack;
      });
    }
    kept.insert(kept.end(), run.begin(), run.end());
    first = last + 1;
  }
  line = std::move(kept);
}

}  // namespace

std::vector<Fragment> mend_lines(std::vector<Fragment> fragments) {
  std::vector<std::size_t> kept;
  for (Line& line : lines_of(fragments)) {
    drop_duplicates(fragments, line);
    join(fragments, line, follows);
    join_spaced_letters(fragments, line);
    kept.insert(kept.end(), line.begin(), line.end());
  }
  std::sort(kept.begin(), kept.end());
  std::vector<Fragment> mended;
  mended.reserve(kept.size());
  for (std::size_t index : kept) {
    if (!fragments[index].space) mended.push_back(std::move(fragments[index]));
  }
  return mended;
}

}  // namespace dossier::extract::worker
