#include "publish/plain.h"

#include <algorithm>

namespace dossier::publish {
namespace {

constexpr std::string_view kBlank = "________";

std::string both(const Label& label, std::string_view between = " / ") {
  if (label.other.empty()) return printable(label.text);
  return printable(label.text) + (label.text.empty() ? "" : std::string(between)) + printable(label.other);
}

class PlainWriter {
 public:
  std::string write(const Sheet& sheet) {
    if (!sheet.stamp.text.empty()) line(both(sheet.stamp) + "\n");
    if (!sheet.corner_left.text.empty()) line(both(sheet.corner_left));
    if (!sheet.corner_right.text.empty()) line(both(sheet.corner_right));
    line("\n" + both(sheet.headline));
    for (const Label& under : sheet.under_headline) line(both(under));
    if (!sheet.notice.text.empty()) line("\n" + both(sheet.notice));
    for (const Block& block : sheet.blocks) std::visit([this](const auto& b) { place(b); }, block);
    line("\n" + printable(sheet.foot));
    if (!sheet.stamp.text.empty()) line(both(sheet.stamp));
    return std::move(out_);
  }

 private:
  void line(const std::string& text) { out_ += text + "\n"; }
  // The value under its label when it has lines of its own.
  void labelled(const std::string& indent, std::string_view mark, const Label& label, std::string_view value) {
    const std::string text = printable(value);
    out_ += indent;
    if (!mark.empty()) out_ += printable(mark) + " ";
    if (!label.text.empty()) out_ += both(label) + ": ";
    out_ += text.empty() ? std::string(kBlank) : hung(text, indent + "  ");
    out_ += "\n";
  }
  static std::string indented(const std::string& text, const std::string& indent) {
    std::string out = indent;
    for (const char c : text) {
      out += c;
      if (c == '\n') out += indent;
    }
    return out;
  }
  static std::string hung(const std::string& text, const std::string& indent) {
    return text.find('\n') == std::string::npos ? text : "\n" + indented(text, indent);
  }

  void place(const Heading& block) {
    line("\n" + block.number + (block.number.empty() ? "" : " ") + both(block.label));
  }
  void place(const Fields& block) {
    for (const Field& field : block.fields) labelled("    ", field.mark, field.label, field.value);
  }
  void place(const Table& block) {
    if (!block.label.text.empty()) line("    " + block.mark + (block.mark.empty() ? "" : " ") + both(block.label));
    const std::vector<std::vector<std::string>> blank(1);
    for (const auto& row : block.rows.empty() ? blank : block.rows) {
      for (std::size_t i = 0; i < block.columns.size(); ++i)
        labelled(i == 0 ? "    - " : "      ", "", block.columns[i].label, i < row.size() ? row[i] : "");
    }
  }
  void place(const Passage& block) {
    if (!block.label.text.empty()) line("    " + both(block.label) + ":");
    // Set in, so that no line of it can pass for a line of the form.
    if (!block.text.empty()) return line("\n" + indented(printable(block.text), "    ") + "\n");
    for (int i = 0; i < block.blank_lines; ++i) line("    " + std::string(60, '_'));
  }
  void place(const Remark& block) { line("    " + both(block.label)); }
  void place(const Choices& block) {
    for (const Choice& choice : block.choices) {
      line(std::string("    ") + (choice.taken ? "[x] " : "[ ] ") + choice.mark + (choice.mark.empty() ? "" : " ") +
           both(choice.label));
      for (const Field& field : choice.fields) labelled("        ", field.mark, field.label, field.value);
    }
  }
  void place(const Signature& block) {
    labelled("    ", "", block.label, "");  // the rule to sign on
    for (const Field& field : block.fields) labelled("    ", field.mark, field.label, field.value);
  }

  std::string out_;
};

}  // namespace

std::string write_plain(const Sheet& sheet) {
  return PlainWriter().write(sheet);
}

}  // namespace dossier::publish
