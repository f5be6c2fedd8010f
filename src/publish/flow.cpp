#include "publish/flow.h"

#include "base/limits.h"
#include "publish/pen.h"

#include <algorithm>

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
constexpr double kRuleGrey = 0.35, kGridGrey = 0.45, kPartGrey = 0.75;

class Flow {
 public:
  Flow(const Sheet& sheet, const Typesetter& set) : sheet_(sheet), set_(set) {}

  Result<std::vector<Page>> run() {
    head_of_sheet();
    for (std::size_t i = 0; i < sheet_.blocks.size(); ++i) {
      // What introduces a line or a signature stays with it.
      std::size_t last = i;
      while (last + 1 < sheet_.blocks.size() && introduces(sheet_.blocks[last], sheet_.blocks[last + 1])) ++last;
      const auto place_all = [&] {
        for (std::size_t k = i; k <= last; ++k) place_block(k);
      };
      last > i ? pen_.keep_together(place_all) : place_all();
      i = last;
      if (too_long()) {
        return Error{ErrorCode::too_large,
                     "the document would have more than " + std::to_string(limits::kSheetPagesMax) + " pages"};
      }
    }
    return pen_.take();
  }

 private:
  bool too_long() const { return pen_.page_count() > limits::kSheetPagesMax; }
  void place_block(std::size_t number) {
    std::visit([this](const auto& block) { place(block); }, sheet_.blocks[number]);
  }

  static bool introduces(const Block& first, const Block& second) {
    const bool leads = std::holds_alternative<Heading>(first) || std::holds_alternative<Remark>(first);
    return leads && (std::holds_alternative<Fields>(second) || std::holds_alternative<Remark>(second) ||
                     std::holds_alternative<Signature>(second));
  }

  void head_of_sheet() {
    const double width = kRight - kLeft;
    const Text left = set_.set("", sheet_.corner_left, Face::corner, width / 2);
    const Text right = set_.set("", sheet_.corner_right, Face::corner, width / 2, Align::right);
    pen_.put(left, kLeft, pen_.y());
    pen_.put(right, kLeft + width / 2, pen_.y());
    pen_.move(std::max(left->height(), right->height()) + 8);
    pen_.put_and_move(set_.set("", {sheet_.headline.text, ""}, Face::headline, width, Align::centre), kLeft);
    if (!sheet_.headline.other.empty())
      pen_.put_and_move(set_.set(sheet_.headline.other, Face::headline, width, Align::centre), kLeft);
    for (const Label& line : sheet_.under_headline)
      pen_.put_and_move(set_.set("", line, Face::under_headline, width, Align::centre), kLeft);
    if (!sheet_.notice.text.empty()) {
      pen_.gap(8);
      const Text text = set_.set("", sheet_.notice, Face::remark, width - 20, Align::centre);
      const double top = pen_.y();
      pen_.move(5);
      pen_.put_and_move(text, kLeft + 10);
      pen_.move(5);
      pen_.frame(kLeft, top, kRight, pen_.y(), 0, 0.8);
    }
    pen_.gap(4);
  }

  void place(const Heading& block) {
    const double hang = block.number.empty() ? 0 : kIndent;
    const Text label = set_.set("", block.label, Face::heading, kRight - kLeft - hang);
    pen_.gap(kGapHeadings);
    pen_.need(label->height() + kKeepWithHeading);
    if (!pen_.at_head()) pen_.rule(kLeft, pen_.y() - 4, kRight, pen_.y() - 4, kPartGrey, 0.4);
    pen_.put(set_.set("", {block.number, ""}, Face::heading, kIndent), kLeft, pen_.y());
    pen_.put_and_move(label, kLeft + hang);
    pen_.gap(3);
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
    pen_.need(labels_height + kLabelToValue + kRowMin);
    // Labels stand on one line above their values, however many lines the longest takes.
    for (const Cell& label : labels) pen_.put(label.text, label.left, pen_.y() + labels_height - label.text->height());
    pen_.move(labels_height + kLabelToValue);
    pen_.row(values, 0, kValueMin, [&](double, double bottom, bool last) {
      if (!last) return;
      for (const auto& [from, to] : edges) pen_.rule(from, bottom + kValueToRule, to, bottom + kValueToRule, kRuleGrey);
    });
    pen_.move(kValueToRule);
    pen_.gap(kGapBlocks);
  }

  void place(const Table& block) {
    const double left = kLeft + kIndent, width = kRight - left;
    if (!block.label.text.empty() || !block.mark.empty()) {
      const Text label = set_.set(block.mark, block.label, Face::label, width);
      pen_.need(label->height() + 2 * kRowMin + kCellPad);
      pen_.put_and_move(label, left);
      pen_.gap(2);
    }
    std::vector<double> edges = {left};
    int shares = 0;
    for (const Column& column : block.columns) shares += column.share;
    for (const Column& column : block.columns) edges.push_back(edges.back() + width * column.share / shares);
    const std::vector<Cell> head = head_cells(block, edges);
    double head_height = 0;
    for (const Cell& cell : head) head_height = std::max(head_height, cell.text->height() + 2 * kCellPad);
    const auto put_head = [&] {
      pen_.fill(left, pen_.y(), kRight, pen_.y() + head_height);
      grid(edges, pen_.y(), pen_.y() + head_height);
      for (const Cell& cell : head) pen_.put(cell.text, cell.left, pen_.y() + kCellPad);
      pen_.move(head_height);
    };
    pen_.need(head_height + kRowMin);
    put_head();
    for (std::size_t i = 0; i < block.rows.size() && !too_long(); ++i) table_row(block, block.rows[i], edges, put_head);
    if (block.rows.empty()) table_row(block, {}, edges, put_head);
    pen_.gap(kGapBlocks);
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
    pen_.row(
        cells, kCellPad, kRowMin, [&](double top, double bottom, bool) { grid(edges, top, bottom); }, put_head);
  }

  void grid(const std::vector<double>& edges, double top, double bottom) {
    pen_.rule(edges.front(), top, edges.back(), top, kGridGrey, 0.4);
    pen_.rule(edges.front(), bottom, edges.back(), bottom, kGridGrey, 0.4);
    for (const double x : edges) pen_.rule(x, top, x, bottom, kGridGrey, 0.4);
  }

  void place(const Passage& block) {
    const double left = kLeft + kIndent;
    if (!block.label.text.empty()) {
      const Text label = set_.set("", block.label, Face::heading, kRight - left);
      pen_.gap(3);
      pen_.need(label->height() + kKeepWithHeading);
      pen_.put_and_move(label, left);
      pen_.gap(2);
    }
    if (block.text.empty()) {
      for (int i = 0; i < block.blank_lines; ++i) {
        pen_.need(kBlankLine);
        pen_.move(kBlankLine);
        pen_.rule(left, pen_.y(), kRight, pen_.y(), kRuleGrey);
      }
    } else {
      pen_.run_on(set_.set(block.text, Face::body, kRight - left), left);
    }
    pen_.gap(kGapBlocks);
  }

  void place(const Remark& block) {
    const Text text = set_.set("", block.label, Face::remark, kRight - kLeft - kIndent);
    pen_.need(text->height());
    pen_.put_and_move(text, kLeft + kIndent);
    pen_.gap(kGapBlocks);
  }

  void place(const Choices& block) {
    if (block.side_by_side) return place_side_by_side(block.choices);
    for (const Choice& choice : block.choices) pen_.keep_together([&] { place_choice(choice); });
    pen_.gap(kGapBlocks - 4);
  }

  void place_side_by_side(const std::vector<Choice>& choices) {
    const double left = kLeft + kIndent, width = (kRight - left) / static_cast<double>(choices.size());
    double height = 0;
    std::vector<Text> labels;
    for (const Choice& choice : choices) {
      labels.push_back(set_.set(choice.mark, choice.label, Face::remark, width - 2 * kTick - kGutter));
      height = std::max(height, labels.back()->height());
    }
    pen_.need(height);
    for (std::size_t i = 0; i < choices.size(); ++i) {
      const double at = left + width * static_cast<double>(i);
      tick_box(at, pen_.y() + 2.5, choices[i].taken);
      pen_.put(labels[i], at + 2 * kTick, pen_.y());
    }
    pen_.move(height);
    pen_.gap(kGapBlocks);
  }

  void place_choice(const Choice& choice) {
    const double left = kLeft + kIndent;
    const Text label = set_.set(choice.mark, choice.label, Face::remark, kRight - left - 2 * kTick);
    pen_.need(label->height() + (choice.fields.empty() ? 0 : kKeepWithHeading / 2));
    tick_box(left, pen_.y() + 2.5, choice.taken);
    pen_.put_and_move(label, left + 2 * kTick);
    pen_.gap(4);
    if (!choice.fields.empty()) fields(choice.fields, left + 2 * kTick, kRight);
  }

  void tick_box(double left, double top, bool taken) {
    pen_.frame(left, top, left + kTick, top + kTick, 0, 0.7);
    if (!taken) return;
    pen_.rule(left + 1.5, top + 4.2, left + 3.4, top + 6.4, 0, 1.3);
    pen_.rule(left + 3.4, top + 6.4, left + 6.8, top + 1.4, 0, 1.3);
  }

  void place(const Signature& block) {
    pen_.keep_together([&] { sign(block); });
  }

  void sign(const Signature& block) {
    const double half = (kLeft + kIndent + kRight) / 2 + kGutter / 2;
    const double left = block.right ? half : kLeft + kIndent, right = block.right ? kRight : half - kGutter;
    pen_.need(kHandRoom);
    pen_.move(kHandRoom);
    pen_.rule(left, pen_.y(), right, pen_.y(), 0, 0.6);
    pen_.move(2);
    if (!block.label.text.empty()) pen_.put_and_move(set_.set("", block.label, Face::label, right - left), left);
    pen_.gap(kGapBlocks);
    if (!block.fields.empty()) fields(block.fields, left, right);
  }

  const Sheet& sheet_;
  const Typesetter& set_;
  Pen pen_{kTop - 8};  // the corners stand a little higher than what flows
};

}  // namespace

Result<std::vector<Page>> flow(const Sheet& sheet, const Typesetter& typesetter) {
  return Flow(sheet, typesetter).run();
}

}  // namespace dossier::publish
