#include "extract/page_codec.h"

#include "base/limits.h"
#include "extract/bytes.h"

#include <algorithm>
#include <cmath>

namespace dossier::extract {
namespace {

using reading::Box;
using reading::Fill;
using reading::Page;
using reading::Rule;
using reading::Word;

constexpr std::uint8_t kPageLayout = 1;  // raised with every change of the layout
constexpr double kHundredthsMax = 1'000'000'000;
constexpr std::size_t kBoxBytes = 16;
constexpr std::size_t kTroubleBytesMax = 1'000;
constexpr std::uint8_t kBold = 1, kHidden = 2;

std::int32_t hundredths(double points) {
  double scaled = std::isfinite(points) ? std::round(points * 100) : 0;
  return static_cast<std::int32_t>(std::clamp(scaled, -kHundredthsMax, kHundredthsMax));
}
double points(std::int32_t hundredths) {
  return hundredths / 100.0;
}

void write(ByteWriter& out, const Box& box) {
  for (double side : {box.x0, box.y0, box.x1, box.y1}) out.i32(hundredths(side));
}

Box read_box(ByteReader& in) {
  Box box;
  for (double* side : {&box.x0, &box.y0, &box.x1, &box.y1}) *side = points(in.i32());
  return box;
}

bool in_order(const Box& box) {
  return box.x0 <= box.x1 && box.y0 <= box.y1;
}

Word read_word(ByteReader& in) {
  Word word;
  word.text = in.text(limits::kWordBytesMax);
  word.box = read_box(in);
  word.font_size = static_cast<float>(points(in.i32()));
  std::uint8_t flags = in.u8();
  word.bold = (flags & kBold) != 0;
  word.hidden = (flags & kHidden) != 0;
  word.turned_degrees = in.i32();
  return word;
}

bool good(const Page& page) {
  auto good_word = [](const Word& word) {
    return !word.text.empty() && valid_utf8(word.text) && in_order(word.box) && word.font_size >= 0;
  };
  return page.number >= 1 && page.width >= 0 && page.height >= 0 && page.image_share <= 1 && valid_utf8(page.trouble) &&
         std::all_of(page.words.begin(), page.words.end(), good_word) &&
         std::all_of(page.rules.begin(), page.rules.end(), [](const Rule& rule) { return in_order(rule.box); }) &&
         std::all_of(page.fills.begin(), page.fills.end(), [](const Fill& fill) { return in_order(fill.box); });
}

// The code point that starts at `at`, which is moved past it; a value above 0x10FFFF when it is malformed.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  constexpr char32_t kMalformed = 0xFFFFFFFF;
  auto first = static_cast<unsigned char>(text[at++]);
  if (first < 0x80) return first;
  int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  if (first < 0xC2 || first > 0xF4 || text.size() - at < static_cast<std::size_t>(more)) return kMalformed;
  char32_t code = first & (0x3Fu >> more);
  for (int i = 0; i < more; ++i) {
    auto byte = static_cast<unsigned char>(text[at++]);
    if ((byte & 0xC0) != 0x80) return kMalformed;
    code = (code << 6) | (byte & 0x3F);
  }
  bool overlong = (more == 2 && code < 0x800) || (more == 3 && code < 0x10000);
  bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return overlong || surrogate ? kMalformed : code;
}

}  // namespace

std::string encode_page(const Page& page) {
  ByteWriter out;
  out.reserve(64 + page.words.size() * 40 + page.rules.size() * 17 + page.fills.size() * 20);
  out.u8(kPageLayout);
  out.i32(page.number);
  out.i32(hundredths(page.width));
  out.i32(hundredths(page.height));
  out.i32(page.rotation);
  out.u32(static_cast<std::uint32_t>(std::lround(std::clamp(page.image_share, 0.0, 1.0) * 10'000)));
  out.text(page.trouble);
  out.u32(static_cast<std::uint32_t>(page.words.size()));
  for (const Word& word : page.words) {
    out.text(word.text);
    write(out, word.box);
    out.i32(hundredths(word.font_size));
    out.u8(static_cast<std::uint8_t>((word.bold ? kBold : 0) | (word.hidden ? kHidden : 0)));
    out.i32(word.turned_degrees);
  }
  out.u32(static_cast<std::uint32_t>(page.rules.size()));
  for (const Rule& rule : page.rules) {
    write(out, rule.box);
    out.u8(rule.horizontal ? 1 : 0);
  }
  out.u32(static_cast<std::uint32_t>(page.fills.size()));
  for (const Fill& fill : page.fills) {
    write(out, fill.box);
    out.u32(fill.colour);
  }
  return out.take();
}

Result<Page> decode_page(std::string_view bytes) {
  ByteReader in(bytes);
  bool known = in.u8() == kPageLayout;
  Page page;
  page.number = in.i32();
  page.width = points(in.i32());
  page.height = points(in.i32());
  page.rotation = in.i32();
  page.image_share = in.u32() / 10'000.0;
  page.trouble = in.text(kTroubleBytesMax);
  page.words.resize(in.count(limits::kWordsPerPageMax, kBoxBytes + 13));
  for (Word& word : page.words) word = read_word(in);
  page.rules.resize(in.count(limits::kRulesPerPageMax, kBoxBytes + 1));
  for (Rule& rule : page.rules) {
    rule.box = read_box(in);
    rule.horizontal = in.u8() != 0;
  }
  page.fills.resize(in.count(limits::kRulesPerPageMax, kBoxBytes + 4));
  for (Fill& fill : page.fills) {
    fill.box = read_box(in);
    fill.colour = in.u32();
  }
  if (!known || !in.finished() || !good(page)) {
    return Error{ErrorCode::unreadable, "these bytes are no page of this version; read the document again"};
  }
  return page;
}

bool valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (next_code_point(text, at) > 0x10FFFF) return false;
  }
  return true;
}

}  // namespace dossier::extract
