#include "publish/typesetting.h"

#include <pango/pangocairo.h>

#include <array>
#include <cstdio>

namespace dossier::publish {
namespace {

// One family for everything, and for each script of India the sister that belongs to it: without the list fontconfig
// may take any font that has the letters. Debian's fonts-noto-core has them all.
constexpr const char* kFamilies =
    "Noto Sans,Noto Sans Devanagari,Noto Sans Bengali,Noto Sans Gurmukhi,Noto Sans Gujarati,Noto Sans Oriya,"
    "Noto Sans Tamil,Noto Sans Telugu,Noto Sans Kannada,Noto Sans Malayalam,Noto Nastaliq Urdu,Noto Sans Meetei Mayek,"
    "Noto Sans Ol Chiki,Noto Sans Symbols,Noto Sans Symbols2,Noto Sans Math";

struct FaceSize {
  double points;
  double leading = 1;   // of a line, in the height of its letters
  double line_min = 0;  // points: lines of one paragraph stand alike, whatever scripts are in them
};
constexpr std::array<FaceSize, kFaces> kSizes = {{
    {15},              // headline
    {9.5},             // under_headline
    {9.5},             // heading
    {7.5},             // label
    {7.5},             // column
    {10},              // value
    {9},               // cell
    {10, 1.12, 16.4},  // body
    {9},               // remark
    {8},               // corner
    {6.5},             // foot
    {120},             // stamp
}};

double points(int pango_units) {
  return static_cast<double>(pango_units) / PANGO_SCALE;
}

PangoAlignment pango_align(Align align) {
  return align == Align::left ? PANGO_ALIGN_LEFT : align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_CENTER;
}

void name_unknown(PangoLayoutRun* run, std::string_view text, std::string& out, std::size_t& copied) {
  for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
    const PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
    if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0 || glyph == PANGO_GLYPH_EMPTY) continue;
    const auto at = static_cast<std::size_t>(run->item->offset + run->glyphs->log_clusters[i]);
    if (at < copied) continue;
    out += text.substr(copied, at - copied);
    char name[24];
    std::snprintf(name, sizeof name, "[U+%04X]", glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
    out += name;
    copied = static_cast<std::size_t>(g_utf8_next_char(text.data() + at) - text.data());
  }
}

// Letters that no installed font has, such as an emoji, named by their number: an empty box would hide what was said.
std::string with_unknown_named(PangoLayout* layout, std::string_view text) {
  std::string out;
  std::size_t copied = 0;
  PangoLayoutIter* at = pango_layout_get_iter(layout);
  do {
    // Runs of right-to-left lines come in the order they are seen; one of them may then keep its box.
    if (PangoLayoutRun* run = pango_layout_iter_get_run_readonly(at); run != nullptr)
      name_unknown(run, text, out, copied);
  } while (pango_layout_iter_next_run(at) != 0);
  pango_layout_iter_free(at);
  return out += text.substr(copied);
}

constexpr std::size_t kPieceBytes = 4'000;  // some forty lines

// The end of the piece that starts at `begin`, between two code points.
std::size_t end_of_piece(std::string_view text, std::size_t begin) {
  std::size_t end = begin + kPieceBytes;
  if (end >= text.size()) return text.size();
  while (end > begin && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

}  // namespace

std::size_t Shaped::take(std::shared_ptr<_PangoLayout> layout, int dropped, double leading, double line_min) {
  const int count = pango_layout_get_line_count(layout.get()) - dropped;
  std::size_t next = 0;
  PangoLayoutIter* at = pango_layout_get_iter(layout.get());
  for (int i = 0; i < count; ++i, pango_layout_iter_next_line(at)) {
    int top = 0, bottom = 0;
    pango_layout_iter_get_line_yrange(at, &top, &bottom);
    const double above = height(), letters = points(bottom - top),
                 air = std::max(letters * leading, line_min) - letters;
    const double baseline = above + air / 2 + points(pango_layout_iter_get_baseline(at) - top);
    lines_.push_back({above, above + letters + air, baseline, layouts_.size(), i});
    PangoRectangle where;
    pango_layout_iter_get_line_extents(at, nullptr, &where);
    width_ = std::max(width_, points(where.width));
  }
  if (dropped > 0) next = static_cast<std::size_t>(pango_layout_iter_get_index(at));
  pango_layout_iter_free(at);
  layouts_.push_back(std::move(layout));
  return next;
}

void Shaped::draw(_cairo* cairo, std::size_t number, double left, double top) const {
  const Line& line = lines_[number];
  PangoLayout* layout = layouts_[line.layout].get();
  PangoLayoutLine* drawn = pango_layout_get_line_readonly(layout, line.number);
  // Where a line begins in its width is the layout's knowledge, not the line's.
  PangoRectangle where;
  pango_layout_line_get_extents(drawn, nullptr, &where);
  const int width = pango_layout_get_width(layout);
  const PangoAlignment align = pango_layout_get_alignment(layout);
  const bool leftwards = pango_layout_line_get_resolved_direction(drawn) == PANGO_DIRECTION_RTL;
  int x = 0;
  if (align == PANGO_ALIGN_CENTER) {
    x = (width - where.width) / 2;
  } else if ((align == PANGO_ALIGN_RIGHT) != leftwards) {
    x = width - where.width;
  }
  cairo_move_to(cairo, left + (width > 0 ? points(x) : 0), top + line.baseline - line.top);
  pango_cairo_show_layout_line(cairo, drawn);
}

void Shaped::outline(_cairo* cairo) const {
  pango_cairo_layout_path(cairo, layouts_.front().get());
}

Typesetter::Typesetter() {
  // Pango keeps one font map for each thread, with the fonts it has opened: making our own would open them anew.
  PangoFontMap* map = pango_cairo_font_map_get_default();
  context_ = {pango_font_map_create_context(map), [](PangoContext* c) { g_object_unref(c); }};
  pango_cairo_context_set_resolution(context_.get(), 72);
  pango_context_set_language(context_.get(), pango_language_from_string("en"));  // else the environment's
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context_.get(), options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  for (std::size_t i = 0; i < kFaces; ++i) {
    fonts_[i] = {pango_font_description_from_string(kFamilies), pango_font_description_free};
    pango_font_description_set_absolute_size(fonts_[i].get(), kSizes[i].points * PANGO_SCALE);
  }
  pango_font_description_set_weight(fonts_[static_cast<std::size_t>(Face::stamp)].get(), PANGO_WEIGHT_BOLD);
}

bool Typesetter::has_fonts() const {
  PangoFontFamily** families = nullptr;
  int count = 0;
  pango_font_map_list_families(pango_context_get_font_map(context_.get()), &families, &count);
  g_free(families);
  return count > 0;
}

std::shared_ptr<_PangoLayout> Typesetter::layout_of(const Run& run, Face face, double width, Align align) const {
  std::shared_ptr<PangoLayout> layout(pango_layout_new(context_.get()), [](PangoLayout* l) { g_object_unref(l); });
  pango_layout_set_font_description(layout.get(), fonts_[static_cast<std::size_t>(face)].get());
  if (width > 0) pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment(layout.get(), pango_align(align));
  pango_layout_set_text(layout.get(), run.text.data(), static_cast<int>(run.text.size()));
  if (run.bold_bytes > 0) {
    PangoAttrList* attributes = pango_attr_list_new();
    PangoAttribute* bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
    bold->start_index = 0;
    bold->end_index = static_cast<guint>(run.bold_bytes);
    pango_attr_list_insert(attributes, bold);
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);
  }
  return layout;
}

Text Typesetter::shape(Run run, Face face, double width, Align align) const {
  auto shaped = std::make_shared<Shaped>();
  const FaceSize& size = kSizes[static_cast<std::size_t>(face)];
  // Pango shapes the rest of a paragraph anew for every line: a long text goes through in pieces, each beginning with
  // the line that the one before could not finish.
  for (std::size_t begin = 0;;) {
    const std::size_t end = end_of_piece(run.text, begin);
    const Run piece{run.text.substr(begin, end - begin), run.bold_bytes > begin ? run.bold_bytes - begin : 0};
    auto layout = layout_of(piece, face, width, align);
    if (pango_layout_get_unknown_glyphs_count(layout.get()) > 0) {
      const std::string named = with_unknown_named(layout.get(), piece.text);
      const bool changed = named != piece.text;
      run.text.replace(begin, end - begin, named);
      if (changed) continue;
    }
    const bool more = end < run.text.size() && pango_layout_get_line_count(layout.get()) > 1;
    const std::size_t taken = shaped->take(std::move(layout), more ? 1 : 0, size.leading, size.line_min);
    if (!more && end == run.text.size()) return shaped;
    begin = more ? begin + taken : end;
  }
}

Text Typesetter::set(std::string_view text, Face face, double width, Align align) const {
  return shape({printable(text)}, face, width, align);
}

Text Typesetter::set(std::string_view mark, const Label& label, Face face, double width, Align align) const {
  Run own;
  own.text = printable(mark);
  if (!own.text.empty()) own.text += "  ";
  own.text += printable(label.text);
  if (face == Face::heading || face == Face::headline) own.bold_bytes = own.text.size();
  if (label.other.empty()) return shape(own, face, width, align);
  Run both = own;
  if (!both.text.empty()) both.text += "  ";
  both.text += printable(label.other);
  if (face != Face::column && face != Face::corner) {
    Text one_line = shape(both, face, width, align);
    if (own.text.empty() || one_line->lines().size() == 1) return one_line;
  }
  own.text += "\n" + printable(label.other);
  return shape(own, face, width, align);
}

}  // namespace dossier::publish
