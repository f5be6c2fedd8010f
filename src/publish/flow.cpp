#include "publish/flow.h"

#include "base/limits.h"

#include <algorithm>
#include <functional>

namespace dossier::publish {
namespace {

using namespace paper;

constexpr double kIndent = 24;  // what belongs to a heading, from its number
constexpr double kGutter = 12;  // between fields side by side
constexpr double kGapBlocks = 7, kGapHeadings = 11;
constexpr double kLabelToValue = 1.5, kValueToRule = 2;
constexpr double kCellPad = 3.5;
constexpr double kValueMin = 16;   // a blank one takes handwriting
constexpr double kRowMin = 18;     // a blank one takes handwriting
constexpr double kBlankLine = 20;  // between the rules of a blank passage
constexpr double kHandRoom = 44;   // for a signature or a thumb
constexpr double kTick = 8;
constexpr double kKeepWithHeading = 56;  // what must fit below a heading on the same page
constexpr double kSplitMin = 60;         // less room is left empty rather than begun with a tall row
constexpr double kRuleGrey = 0.35, kGridGrey = 0.45, kPartGrey = 0.75;

// A text of a row and where its left edge is.
struct Cell {
  Text text;
  double left = 0;
};

class Flow {
 public:
  Flow(const Sheet& sheet, const Typesetter& set) : sheet_(sheet), set_(set) { pages_.emplace_back(); }

  Result<std::vector<Page>> run() {
    head_of_sheet();
    for (std::size_t i = 0; i < sheet_.blocks.size(); ++i) {
      // What introduces a line or a signature stays with it.
      std::size_t last = i;
      while (last + 1 < sheet_.blocks.size() && introduces(sheet_.blocks[last], sheet_.blocks[last + 1])) ++last;
      const auto place_all = [&] {
        for (std::size_t k = i; k <= last; ++k) place_block(k);
      };
      last > i ? keep_together(place_all) : place_all();
      i = last;
      if (pages_.size() > limits::kSheetPagesMax) {
        return Error{ErrorCode::too_large,
                     "the document would have more than " + std::to_string(limits::kSheetPagesMax) + " pages"};
      }
    }
    return std::move(pages_);
  }

 private:
  void place_block(std::size_t number) {
    std::visit([this](const auto& block) { place(block); }, sheet_.blocks[number]);
  }

  static bool introduces(const Block& first, const Block& second) {
    const bool leads = std::holds_alternative<Heading>(first) || std::holds_alternative<Remark>(first);
    return leads && (std::holds_alternative<Fields>(second) || std::holds_alternative<Remark>(second) ||
                     std::holds_alternative<Signature>(second));
  }

  // Places what must not be torn apart: on this page, or all of it on the next one.
  template <class F>
  void keep_together(F place_all) {
    const std::size_t pages = pages_.size();
    const Page so_far = page();
    const double y = y_;
    place_all();
    if (pages_.size() == pages || y <= kTop) return;
    pages_.resize(pages);
    pages_.back() = so_far;
    y_ = y;
    new_page();
    place_all();
  }

  // ---- the pen ----

  Page& page() { return pages_.back(); }
  double room() const { return kBottom - y_; }
  void new_page() {
    pages_.emplace_back();
    y_ = kTop;
  }
  void need(double height) {
    if (height > room() && y_ > kTop) new_page();
  }
  // White space is for what stands above: none at the head of a page.
  void gap(double height) {
    if (y_ != kTop) y_ = std::min(y_ + height, kBottom);
  }

  void put(const Text& text, double left, double top) {
    for (std::size_t i = 0; i < text->lines().size(); ++i)
      page().lines.push_back({text, i, left, top + text->lines()[i].top});
  }
  void rule(double left, double top, double right, double bottom, double grey, double thickness = 0.5) {
    page().rules.push_back({left, top, right, bottom, thickness, grey});
  }
  void put_and_move(const Text& text, double left) {
    put(text, left, y_);
    y_ += text->height();
  }

  // Texts side by side from y_ on. They move to the next page whole when they fit there and not here; what is taller
  // than a page is broken between lines. `done(top, bottom, last)` rules each piece; `again` repeats a head.
  void row(const std::vector<Cell>& cells, double pad, double height_min,
           const std::function<void(double, double, bool)>& done, const std::function<void()>& again = {}) {
    double height = 0;
    for (const Cell& cell : cells) height = std::max(height, cell.text->height());
    const double whole = std::max(height + 2 * pad, height_min);
    const double page_room = kBottom - kTop - kSplitMin;
    if (whole > room() && (whole <= page_room || room() < kSplitMin)) {
      new_page();
      if (again) again();
    }
    std::vector<std::size_t> next(cells.size(), 0);
    for (bool rest = true; rest;) {
      const double top = y_;
      double used = 0;
      rest = false;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        used = std::max(used, put_lines(cells[i], next[i], top + pad, room() - 2 * pad));
        rest |= next[i] < cells[i].text->lines().size();
      }
      y_ = top + (rest ? room() : std::max(used + 2 * pad, top + whole <= kBottom ? height_min : 0.0));
      done(top, y_, !rest);
      if (rest) {
        new_page();
        if (again) again();
      }
    }
  }

  // As many lines of the cell as fit, at least one so that there is an end; how tall they are.
  double put_lines(const Cell& cell, std::size_t& next, double top, double height) {
    const auto& lines = cell.text->lines();
    if (next >= lines.size()) return 0;
    const double from = lines[next].top;
    double used = 0;
    for (bool first = true; next < lines.size() && (first || lines[next].bottom - from <= height + 0.01);
         first = false) {
      page().lines.push_back({cell.text, next, cell.left, top + lines[next].top - from});
      used = lines[next].bottom - from;
      ++next;
    }
    return used;
  }

  // ---- blocks ----

  void head_of_sheet() {
    const double width = kRight - kLeft;
    const Text left = set_.set("", sheet_.corner_left, Face::corner, width / 2);
    const Text right = set_.set("", sheet_.corner_right, Face::corner, width / 2, Align::right);
    put(left, kLeft, y_);
    put(right, kLeft + width / 2, y_);
    y_ += std::max(left->height(), right->height()) + 8;
    put_and_move(set_.set("", {sheet_.headline.text, ""}, Face::headline, width, Align::centre), kLeft);
    if (!sheet_.headline.other.empty())
      put_and_move(set_.set(sheet_.headline.other, Face::headline, width, Align::centre), kLeft);
    for (const Label& line : sheet_.under_headline)
      put_and_move(set_.set("", line, Face::under_headline, width, Align::centre), kLeft);
    if (!sheet_.notice.text.empty()) {
      gap(8);
      const Text text = set_.set("", sheet_.notice, Face::remark, width - 20, Align::centre);
      const double top = y_;
      y_ += 5;
      put_and_move(text, kLeft + 10);
      y_ += 5;
      frame(kLeft, top, kRight, y_, 0, 0.8);
    }
    gap(4);
  }

  void frame(double left, double top, double right, double bottom, double grey, double thickness = 0.5) {
    rule(left, top, right, top, grey, thickness);
    rule(left, bottom, right, bottom, grey, thickness);
    rule(left, top, left, bottom, grey, thickness);
    rule(right, top, right, bottom, grey, thickness);
  }

  void place(const Heading& block) {
    const double hang = block.number.empty() ? 0 : kIndent;
    const Text label = set_.set("", block.label, Face::heading, kRight - kLeft - hang);
    gap(kGapHeadings);
    need(label->height() + kKeepWithHeading);
    if (y_ > kTop) rule(kLeft, y_ - 4, kRight, y_ - 4, kPartGrey, 0.4);
    put(set_.set("", {block.number, ""}, Face::heading, kIndent), kLeft, y_);
    put_and_move(label, kLeft + hang);
    gap(3);
  }

  void place(const Fields& block) { fields(block.fields, kLeft + kIndent, kRight); }

  // Fields that have no room left on a line begin the next one.
  void fields(const std::vector<Field>& list, double left, double right) {
    std::vector<Field> line;
    int shares = 0;
    for (const Field& field : list) {
      if (shares + field.share > kSharesPerLine && !line.empty()) {
        field_line(line, left, right);
        line.clear();
        shares = 0;
      }
      line.push_back(field);
      shares += field.share;
    }
    if (!line.empty()) field_line(line, left, right);
  }

  void field_line(const std::vector<Field>& list, double left, double right) {
    const double width = right - left + kGutter;
    std::vector<Cell> labels, values;
    std::vector<std::pair<double, double>> edges;
    double labels_height = 0, at = left;
    for (const Field& field : list) {
      const double cell = width * field.share / kSharesPerLine - kGutter;
      labels.push_back({set_.set(field.mark, field.label, Face::label, cell), at});
      values.push_back({set_.set(field.value, Face::value, cell), at});
      edges.emplace_back(at, at + cell);
      if (!field.mark.empty() || !field.label.text.empty())
        labels_height = std::max(labels_height, labels.back().text->height());
      at += cell + kGutter;
    }
    need(labels_height + kLabelToValue + kRowMin);
    // Labels stand on one line above their values, however many lines the longest takes.
    for (const Cell& label : labels) put(label.text, label.left, y_ + labels_height - label.text->height());
    y_ += labels_height + kLabelToValue;
    row(values, 0, kValueMin, [&](double, double bottom, bool last) {
      if (!last) return;
      for (const auto& [from, to] : edges) rule(from, bottom + kValueToRule, to, bottom + kValueToRule, kRuleGrey);
    });
    y_ += kValueToRule;
    gap(kGapBlocks);
  }

  void place(const Table& block) {
    const double left = kLeft + kIndent, width = kRight - left;
    if (!block.label.text.empty() || !block.mark.empty()) {
      const Text label = set_.set(block.mark, block.label, Face::label, width);
      need(label->height() + 2 * kRowMin + kCellPad);
      put_and_move(label, left);
      gap(2);
    }
    std::vector<double> edges = {left};
    int shares = 0;
    for (const Column& column : block.columns) shares += column.share;
    for (const Column& column : block.columns) edges.push_back(edges.back() + width * column.share / shares);
    const std::vector<Cell> head = head_cells(block, edges);
    double head_height = 0;
    for (const Cell& cell : head) head_height = std::max(head_height, cell.text->height() + 2 * kCellPad);
    const auto put_head = [&] {
      page().fills.push_back({left, y_, kRight, y_ + head_height});
      grid(edges, y_, y_ + head_height);
      for (const Cell& cell : head) put(cell.text, cell.left, y_ + kCellPad);
      y_ += head_height;
    };
    need(head_height + kRowMin);
    put_head();
    for (const auto& cells : block.rows) table_row(block, cells, edges, put_head);
    if (block.rows.empty()) table_row(block, {}, edges, put_head);
    gap(kGapBlocks);
  }

  std::vector<Cell> head_cells(const Table& block, const std::vector<double>& edges) const {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < block.columns.size(); ++i) {
      const Column& column = block.columns[i];
      cells.push_back({set_.set("", column.label, Face::column, edges[i + 1] - edges[i] - 2 * kCellPad,
                                column.right ? Align::right : Align::left),
                       edges[i] + kCellPad});
    }
    return cells;
  }

  void table_row(const Table& block, const std::vector<std::string>& values, const std::vector<double>& edges,
                 const std::function<void()>& put_head) {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < block.columns.size() && i < values.size(); ++i) {
      cells.push_back({set_.set(values[i], Face::cell, edges[i + 1] - edges[i] - 2 * kCellPad,
                                block.columns[i].right ? Align::right : Align::left),
                       edges[i] + kCellPad});
    }
    row(
        cells, kCellPad, kRowMin, [&](double top, double bottom, bool) { grid(edges, top, bottom); }, put_head);
  }

  void grid(const std::vector<double>& edges, double top, double bottom) {
    rule(edges.front(), top, edges.back(), top, kGridGrey, 0.4);
    rule(edges.front(), bottom, edges.back(), bottom, kGridGrey, 0.4);
    for (const double x : edges) rule(x, top, x, bottom, kGridGrey, 0.4);
  }

  void place(const Passage& block) {
    const double left = kLeft + kIndent;
    if (!block.label.text.empty()) {
      const Text label = set_.set("", block.label, Face::heading, kRight - left);
      gap(3);
      need(label->height() + kKeepWithHeading);
      put_and_move(label, left);
      gap(2);
    }
    if (block.text.empty()) {
      for (int i = 0; i < block.blank_lines; ++i) {
        need(kBlankLine);
        y_ += kBlankLine;
        rule(left, y_, kRight, y_, kRuleGrey);
      }
    } else {
      lines(set_.set(block.text, Face::body, kRight - left), left);
    }
    gap(kGapBlocks);
  }

  // Line by line over as many pages as it takes; neither the first nor the last line stands alone.
  void lines(const Text& text, double left) {
    const auto& all = text->lines();
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool paired = i + 1 < all.size() && (i == 0 || i + 2 == all.size());
      const double height = all[i].bottom - all[i].top;
      need(paired ? 2 * height : height);
      page().lines.push_back({text, i, left, y_});
      y_ += height;
    }
  }

  void place(const Remark& block) {
    const Text text = set_.set("", block.label, Face::remark, kRight - kLeft - kIndent);
    need(text->height());
    put_and_move(text, kLeft + kIndent);
    gap(kGapBlocks);
  }

  void place(const Choices& block) {
    if (block.side_by_side) return place_side_by_side(block.choices);
    for (const Choice& choice : block.choices) keep_together([&] { place_choice(choice); });
    gap(kGapBlocks - 4);
  }

  void place_side_by_side(const std::vector<Choice>& choices) {
    const double left = kLeft + kIndent, width = (kRight - left) / static_cast<double>(choices.size());
    double height = 0;
    std::vector<Text> labels;
    for (const Choice& choice : choices) {
      labels.push_back(set_.set(choice.mark, choice.label, Face::remark, width - 2 * kTick - kGutter));
      height = std::max(height, labels.back()->height());
    }
    need(height);
    for (std::size_t i = 0; i < choices.size(); ++i) {
      const double at = left + width * static_cast<double>(i);
      tick_box(at, y_ + 2.5, choices[i].taken);
      put(labels[i], at + 2 * kTick, y_);
    }
    y_ += height;
    gap(kGapBlocks);
  }

  void place_choice(const Choice& choice) {
    const double left = kLeft + kIndent;
    const Text label = set_.set(choice.mark, choice.label, Face::remark, kRight - left - 2 * kTick);
    need(label->height() + (choice.fields.empty() ? 0 : kKeepWithHeading / 2));
    tick_box(left, y_ + 2.5, choice.taken);
    put_and_move(label, left + 2 * kTick);
    gap(4);
    if (!choice.fields.empty()) fields(choice.fields, left + 2 * kTick, kRight);
  }

  void tick_box(double left, double top, bool taken) {
    frame(left, top, left + kTick, top + kTick, 0, 0.7);
    if (!taken) return;
    rule(left + 1.5, top + 4.2, left + 3.4, top + 6.4, 0, 1.3);
    rule(left + 3.4, top + 6.4, left + 6.8, top + 1.4, 0, 1.3);
  }

  void place(const Signature& block) {
    keep_together([&] { sign(block); });
  }

  void sign(const Signature& block) {
    const double half = (kLeft + kIndent + kRight) / 2 + kGutter / 2;
    const double left = block.right ? half : kLeft + kIndent, right = block.right ? kRight : half - kGutter;
    need(kHandRoom);
    y_ += kHandRoom;
    rule(left, y_, right, y_, 0, 0.6);
    y_ += 2;
    if (!block.label.text.empty()) put_and_move(set_.set("", block.label, Face::label, right - left), left);
    gap(kGapBlocks);
    if (!block.fields.empty()) fields(block.fields, left, right);
  }

  const Sheet& sheet_;
  const Typesetter& set_;
  std::vector<Page> pages_;
  double y_ = kTop - 8;
};

}  // namespace

Result<std::vector<Page>> flow(const Sheet& sheet, const Typesetter& typesetter) {
  return Flow(sheet, typesetter).run();
}

}  // namespace dossier::publish
