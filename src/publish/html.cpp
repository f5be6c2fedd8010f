#include "publish/html.h"

namespace dossier::publish {
namespace {

constexpr std::string_view kStyle = R"css(
@page { size: A4; margin: 18mm 17mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px 16px; max-width: 800px; color: #000; background: #fff;
  font: 15px/1.45 "Noto Sans", "Noto Sans Devanagari", "Nirmala UI", sans-serif; }
.corners { display: flex; justify-content: space-between; gap: 16px; font-size: 13px; }
h1 { margin: 14px 0 2px; font-size: 22px; text-align: center; }
h1 .other, .under { display: block; text-align: center; }
.notice { margin: 14px 0; padding: 8px 12px; border: 1px solid #000; text-align: center; }
.stamp { font-weight: 700; }
.across { position: fixed; inset: 0; display: flex; align-items: center; justify-content: center; z-index: -1;
  font-size: 150px; font-weight: 700; color: #eee; transform: rotate(-52deg); pointer-events: none; }
h2 { display: flex; gap: 10px; margin: 20px 0 6px; padding-top: 6px; border-top: 1px solid #bbb; font-size: 15px;
  break-after: avoid; }
h2 .number { min-width: 26px; }
.other { font-weight: 400; }
.part { margin: 0 0 10px 36px; }
.fields { display: grid; grid-template-columns: repeat(12, 1fr); gap: 4px 16px; align-items: end; break-inside: avoid; }
.label { font-size: 11.5px; color: #222; }
.value { min-height: 1.5em; border-bottom: 1px solid #555; white-space: pre-wrap; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
caption { text-align: left; }
th, td { padding: 4px 6px; border: 1px solid #777; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
td { height: 28px; white-space: pre-wrap; }
th { font-size: 11.5px; font-weight: 400; background: #eee; }
th .other { display: block; }
th.right, td.right { text-align: right; }
tr { break-inside: avoid; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.ruled { height: 30px; border-bottom: 1px solid #555; }
.choice { break-inside: avoid; }
.side { display: flex; flex-wrap: wrap; gap: 4px 36px; }
.side .part { margin: 0; }
.box { display: inline-block; width: 1.6em; }
.signature { width: 48%; break-inside: avoid; }
.signature.right { margin-left: 52%; }
.hand { height: 64px; border-bottom: 1px solid #000; }
footer { margin-top: 28px; padding-top: 4px; border-top: 1px solid #999; font-size: 10.5px; overflow-wrap: anywhere; }
@media (max-width: 600px) { .part { margin-left: 0; } .fields > div { grid-column: span 12 !important; } }
)css";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

class HtmlWriter {
 public:
  std::string write(const Sheet& sheet) {
    other_language_ = escaped(sheet.other_language);
    out_ = "<!doctype html>\n<html lang=\"" + escaped(sheet.language) + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escaped(sheet.title) +
           "</title>\n<style>" + std::string(kStyle) + "</style>\n</head>\n<body>\n";
    if (!sheet.stamp.text.empty()) {
      out_ += "<div class=\"across\" aria-hidden=\"true\">" + escaped(sheet.stamp.text) + "</div>\n";
      out_ += "<p class=\"stamp\">" + both(sheet.stamp) + "</p>\n";
    }
    out_ += "<header>\n<div class=\"corners\"><div>" + both(sheet.corner_left) + "</div><div>" +
            both(sheet.corner_right) + "</div></div>\n<h1>" + both(sheet.headline) + "</h1>\n";
    for (const Label& line : sheet.under_headline) out_ += "<div class=\"under\">" + both(line) + "</div>\n";
    if (!sheet.notice.text.empty()) out_ += "<div class=\"notice\">" + both(sheet.notice) + "</div>\n";
    out_ += "</header>\n<main>\n";
    for (const Block& block : sheet.blocks) std::visit([this](const auto& b) { place(b); }, block);
    return out_ += "</main>\n<footer>" + escaped(sheet.foot) + "</footer>\n</body>\n</html>\n";
  }

 private:
  std::string both(const Label& label) const {
    std::string out = escaped(label.text);
    if (label.other.empty()) return out;
    if (!out.empty()) out += "  ";
    return out + "<span class=\"other\" lang=\"" + other_language_ + "\">" + escaped(label.other) + "</span>";
  }
  std::string marked(const std::string& mark, const Label& label) const {
    return (mark.empty() ? "" : escaped(mark) + "&ensp;") + both(label);
  }

  void place(const Heading& block) {
    out_ += "<h2>";
    if (!block.number.empty()) out_ += "<span class=\"number\">" + escaped(block.number) + "</span>";
    out_ += "<span>" + both(block.label) + "</span></h2>\n";
  }

  void place(const Fields& block) {
    out_ += "<div class=\"part fields\">\n";
    fields(block.fields);
    out_ += "</div>\n";
  }

  void fields(const std::vector<Field>& list) {
    for (const Field& field : list) {
      out_ += "<div style=\"grid-column: span " + std::to_string(field.share) + "\"><div class=\"label\">" +
              marked(field.mark, field.label) + "</div><div class=\"value\"" + title(field.note) + ">" +
              escaped(field.value) + "</div></div>\n";
    }
  }
  static std::string title(const std::string& note) { return note.empty() ? "" : " title=\"" + escaped(note) + "\""; }

  void place(const Table& block) {
    out_ += "<div class=\"part\"><table>\n";
    if (!block.label.text.empty())
      out_ += "<caption class=\"label\">" + marked(block.mark, block.label) + "</caption>\n";
    int shares = 0;
    for (const Column& column : block.columns) shares += column.share;
    for (const Column& column : block.columns)
      out_ += "<col style=\"width: " + std::to_string(100 * column.share / shares) + "%\">";
    out_ += "<thead><tr>";
    for (const Column& column : block.columns) cell("th", column, both(column.label));
    out_ += "</tr></thead>\n<tbody>\n";
    const std::vector<std::vector<std::string>> blank(1);
    for (const auto& row : block.rows.empty() ? blank : block.rows) {
      out_ += "<tr>";
      for (std::size_t i = 0; i < block.columns.size(); ++i)
        cell("td", block.columns[i], i < row.size() ? escaped(row[i]) : "");
      out_ += "</tr>\n";
    }
    out_ += "</tbody></table></div>\n";
  }
  void cell(const std::string& tag, const Column& column, const std::string& content) {
    out_ += "<" + tag + (column.right ? " class=\"right\"" : "") + ">" + content + "</" + tag + ">";
  }

  void place(const Passage& block) {
    out_ += "<div class=\"part\">";
    if (!block.label.text.empty()) out_ += "<div class=\"label\">" + both(block.label) + "</div>";
    if (!block.text.empty()) out_ += "<div class=\"text\"" + title(block.note) + ">" + escaped(block.text) + "</div>";
    for (int i = 0; block.text.empty() && i < block.blank_lines; ++i) out_ += "<div class=\"ruled\"></div>";
    out_ += "</div>\n";
  }

  void place(const Remark& block) { out_ += "<p class=\"part\">" + both(block.label) + "</p>\n"; }

  void place(const Choices& block) {
    if (block.side_by_side) out_ += "<div class=\"part side\">\n";
    for (const Choice& choice : block.choices) {
      out_ += "<div class=\"part choice\"><span class=\"box\">" + std::string(choice.taken ? "&#9745;" : "&#9744;") +
              "</span>" + marked(choice.mark, choice.label);
      if (!choice.fields.empty()) {
        out_ += "<div class=\"fields\">\n";
        fields(choice.fields);
        out_ += "</div>";
      }
      out_ += "</div>\n";
    }
    if (block.side_by_side) out_ += "</div>\n";
  }

  void place(const Signature& block) {
    out_ += "<div class=\"part\"><div class=\"signature" + std::string(block.right ? " right" : "") +
            "\"><div class=\"hand\"></div><div class=\"label\">" + both(block.label) + "</div>";
    if (!block.fields.empty()) {
      out_ += "<div class=\"fields\">\n";
      fields(block.fields);
      out_ += "</div>";
    }
    out_ += "</div></div>\n";
  }

  std::string out_, other_language_;
};

}  // namespace

std::string write_html(const Sheet& sheet) {
  return HtmlWriter().write(sheet);
}

}  // namespace dossier::publish
