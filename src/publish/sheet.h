#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

// What stands on paper, as values, without a word about fonts or points: the three writers (pdf.h, html.h, plain.h)
// show the same sheet. All text is UTF-8; what is not is shown as U+FFFD. An empty value is a blank to be filled by
// hand and is shown as ruled space.
namespace dossier::publish {

// A printed label in the language of the sheet and, after it, in the reader's other language. Either may be empty.
struct Label {
  std::string text, other;
};

// Shares of a line: fields and columns side by side divide twelve of them.
inline constexpr int kSharesPerLine = 12;

struct Field {
  std::string mark;  // "(a)"
  Label label;
  std::string value;
  int share = kSharesPerLine;
  std::string note = {};  // where the value comes from; the web page shows it, paper does not
};

// Begins a numbered part of the sheet. Never left alone at the foot of a page.
struct Heading {
  std::string number;  // "12."; may be empty
  Label label;
};

// Fields side by side.
struct Fields {
  std::vector<Field> fields;
};

struct Column {
  Label label;
  int share = 1;
  bool right = false;  // figures
};

// Breaks between rows; its head is repeated on each page. A table without rows shows one blank row.
struct Table {
  std::string mark;  // "(g)"; may be empty
  Label label;       // may be empty
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
};

// Running text of any length. Line breaks stand as they are.
struct Passage {
  Label label;  // may be empty
  std::string text;
  int blank_lines = 2;  // ruled when there is no text
  std::string note = {};
};

// A sentence printed on the form.
struct Remark {
  Label label;
};

// A box to tick, with what belongs to it.
struct Choice {
  bool taken = false;
  std::string mark;
  Label label;
  std::vector<Field> fields = {};
};
struct Choices {
  std::vector<Choice> choices;
  bool side_by_side = false;  // without fields
};

// Room for a hand, a rule, the label and what is known of who signs. Kept together on one page.
struct Signature {
  Label label;
  std::vector<Field> fields = {};
  bool right = false;  // in the right half of the page
};

using Block = std::variant<Heading, Fields, Table, Passage, Remark, Choices, Signature>;

struct Sheet {
  std::string title;                  // of the document, in its properties and at the head of every page
  Label corner_left, corner_right;    // above the headline
  Label headline;                     // large
  std::vector<Label> under_headline;  // a line each
  Label stamp;                        // "DRAFT": at the head of every page and across it; empty: none
  Label notice;                       // in a frame under the headline; empty: none
  std::string foot;                   // at the foot of every page, beside the page number
  std::string created;                // "2026-05-05T18:30:00+05:30" for the properties; empty: not said
  std::string language = "en", other_language = "hi";  // of the labels, BCP 47
  std::vector<Block> blocks;
};

// Bytes of all text of the sheet, for limits::kSheetTextBytesMax.
std::size_t text_bytes(const Sheet& sheet);

// What is shown of text from outside: valid UTF-8, "\n" for every line break, blanks for tabs, no other control
// characters.
std::string printable(std::string_view text);

}  // namespace dossier::publish
