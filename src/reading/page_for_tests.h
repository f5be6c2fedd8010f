#pragma once

#include "reading/page.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::reading {

// A page drawn by a test: text is set in a type of fixed width, so that columns stand where the test puts them.
class PageSketch {
 public:
  explicit PageSketch(int number = 1, double width = 595, double height = 842) {
    page_.number = number;
    page_.width = width;
    page_.height = height;
  }

  // Words from `x` on, their top at `y`.
  PageSketch& text(double x, double y, std::string_view words, bool bold = false, float size = 9) {
    double advance = 0.5 * size;
    for (std::size_t i = 0; i < words.size();) {
      std::size_t end = std::min(words.find(' ', i), words.size());
      if (end > i) {
        double x0 = x + advance * static_cast<double>(i);
        page_.words.push_back({std::string(words.substr(i, end - i)),
                               {x0, y, x + advance * static_cast<double>(end), y + size},
                               size,
                               bold,
                               false});
      }
      i = end + 1;
    }
    return *this;
  }

  // The same, ending at `x`.
  PageSketch& text_to(double x, double y, std::string_view words, bool bold = false, float size = 9) {
    return text(x - 0.5 * size * static_cast<double>(words.size()), y, words, bold, size);
  }

  // Cells of one row, each starting at its place of `xs`.
  PageSketch& row(std::initializer_list<double> xs, double y, std::initializer_list<std::string_view> cells,
                  bool bold = false) {
    auto x = xs.begin();
    for (std::string_view cell : cells) text(*x++, y, cell, bold);
    return *this;
  }

  // All lines of a table with these column and row edges.
  PageSketch& grid(std::vector<double> xs, std::vector<double> ys) {
    for (double y : ys) page_.rules.push_back({{xs.front(), y, xs.back(), y}, true});
    for (double x : xs) page_.rules.push_back({{x, ys.front(), x, ys.back()}, false});
    return *this;
  }

  PageSketch& hide_last(std::size_t words = 1) {
    for (std::size_t i = page_.words.size() - words; i < page_.words.size(); ++i) page_.words[i].hidden = true;
    return *this;
  }

  Page& page() { return page_; }
  operator Page() const { return page_; }

 private:
  Page page_;
};

}  // namespace dossier::reading
