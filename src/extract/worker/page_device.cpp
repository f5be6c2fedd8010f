#include "extract/worker/page_device.h"

#include "extract/worker/glyph_text.h"

#include <GfxFont.h>
#include <UTF.h>
#include <goo/GooString.h>
#include <goo/gmem.h>

#include <algorithm>
#include <cmath>

namespace dossier::extract::worker {
namespace {

using reading::Box;

constexpr double kFarOff = 1'000'000;  // points; beyond it a coordinate is nonsense
constexpr double kTransparent = 0.05;  // less opaque than this cannot be seen
constexpr double kOpaque = 0.95;
constexpr std::size_t kActualGlyphsMax = 4'000;

std::uint32_t packed(const GfxRGB& rgb) {
  return static_cast<std::uint32_t>(colToByte(rgb.r) << 16 | colToByte(rgb.g) << 8 | colToByte(rgb.b));
}

bool near_page(Point point) {
  return std::fabs(point.x) < kFarOff && std::fabs(point.y) < kFarOff;
}

Point to_page(const GfxState* state, double x, double y) {
  Point point;
  state->transform(x, y, &point.x, &point.y);
  return point;
}

Stroke stroke_of(const GfxState* state, const GfxSubpath& subpath) {
  Stroke result;
  for (int i = 0; i < subpath.getNumPoints(); ++i) {
    Point point = to_page(state, subpath.getX(i), subpath.getY(i));
    if (!near_page(point)) continue;
    result.points.push_back(point);
    result.curved.push_back(subpath.getCurve(i));
  }
  return result;
}

// Fonts name their height in many wrong ways; a box must neither vanish nor reach into the next line.
void set_height(const GfxFont& font, double* ascent, double* descent) {
  *ascent = font.getAscent() > 0 ? std::clamp(font.getAscent(), 0.6, 0.95) : 0.75;
  *descent = font.getDescent() < 0 ? std::clamp(font.getDescent(), -0.3, -0.15) : -0.25;
}

bool is_bold(const GfxFont& font) {
  if (font.isBold() || font.getWeight() >= GfxFont::W600) return true;
  std::string name = font.getNameWithoutSubsetTag();
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
  for (std::string_view mark : {"bold", "black", "heavy", "semibd", "demi"}) {
    if (name.find(mark) != std::string::npos) return true;
  }
  return false;
}

// The size of Type 3 fonts means nothing by itself: their glyphs are drawn in a space of their own. The width of an
// ordinary small letter (half an em, m a little more) tells how large they look.
double type3_scale(const Gfx8BitFont& font) {
  const double* matrix = font.getFontMatrix();
  double stretch = matrix[0] != 0 ? std::fabs(matrix[3] / matrix[0]) : 1;
  for (int code = 0; code < 256; ++code) {
    const char* name = font.getCharName(code);
    if (name == nullptr || name[0] < 'a' || name[0] > 'z' || name[1] != 0) continue;
    double width = font.getWidth(static_cast<unsigned char>(code));
    if (width > 0) return stretch * width / (name[0] == 'm' ? 0.6 : 0.5);
  }
  return stretch;
}

std::u32string digits_of(std::u32string_view text) {
  std::u32string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
  return digits;
}

}  // namespace

PageDevice::PageDevice(double width, double height)
    : page_{0, 0, width, height}, ground_(width, height), marks_(ground_), words_(ground_) {}

reading::Page PageDevice::take_page() {
  flush_actual_text();
  reading::Page page;
  page.width = page_.x1;
  page.height = page_.y1;
  page.words = words_.finish(page_);
  page.rules = marks_.take_rules();
  page.fills = marks_.take_fills();
  page.image_share = static_cast<double>(image_cells_.count()) / static_cast<double>(image_cells_.size());
  if (words_.full() || marks_.full())
    page.trouble = "the page holds more than can be kept; the rest of it was left out";
  return page;
}

// ---- text ----

void PageDevice::updateFont(GfxState* state) {
  font_ = {};
  const GfxFont* font = state->getFont().get();
  if (font == nullptr) return;
  font_.bold = is_bold(*font);
  font_.vertical = font->getWMode() != 0;
  if (font->getType() == fontType3) {
    font_.scale = type3_scale(static_cast<const Gfx8BitFont&>(*font));
  } else {
    set_height(*font, &font_.ascent, &font_.descent);
  }
  if (font_.vertical) {
    font_.ascent = 0.5;
    font_.descent = -0.5;
  }
}

void PageDevice::restoreState(GfxState* state) {
  fill_colour_.reset();
  stroke_colour_.reset();
  updateFont(state);
}

void PageDevice::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                          CharCode code, int bytes, const Unicode* unicode, int length) {
  if (unseen()) return;
  double m11, m12, m21, m22;
  state->getFontTransMat(&m11, &m12, &m21, &m22);
  Glyph glyph;
  Point across{m11, m12};
  if (font_.vertical) across = {-m21, -m22};
  double scale = std::hypot(across.x, across.y);
  glyph.origin = to_page(state, x - origin_x, y - origin_y);
  if (font_.vertical) glyph.origin = to_page(state, x, y);
  glyph.size = std::max(0.01, state->getTransformedFontSize() * font_.scale);
  if (!(scale > 0) || !near_page(glyph.origin) || !(glyph.size < kFarOff)) return;
  glyph.direction = {across.x / scale, across.y / scale};

  auto along = [&](double user_x, double user_y) {
    Point delta;
    state->transformDelta(user_x, user_y, &delta.x, &delta.y);
    return delta.x * glyph.direction.x + delta.y * glyph.direction.y;
  };
  double space_x = 0, space_y = 0;
  double spacing = state->getCharSpace() + (bytes == 1 && code == ' ' ? state->getWordSpace() : 0);
  state->textTransformDelta(spacing * state->getHorizScaling(), 0, &space_x, &space_y);
  glyph.spacing = font_.vertical ? 0 : along(space_x, space_y);
  glyph.advance = along(dx, dy) - glyph.spacing;
  if (!(std::fabs(glyph.advance) < kFarOff)) return;

  bool mirrored = m11 * m22 - m12 * m21 > 0 && !font_.vertical;
  glyph.ascent = mirrored ? -font_.descent : font_.ascent;
  glyph.descent = mirrored ? -font_.ascent : font_.descent;
  glyph.bold = font_.bold;
  glyph.ink = ink_of(state);
  if (font_.scale * scale < 1) glyph.ink.seen = false;
  Box clip = clip_of(state);
  Point middle{glyph.origin.x + glyph.direction.x * glyph.advance / 2,
               glyph.origin.y + glyph.direction.y * glyph.advance / 2};
  Box ink{middle.x - glyph.size / 2, middle.y - glyph.size / 2, middle.x + glyph.size / 2, middle.y + glyph.size / 2};
  if (empty(intersection(ink, clip))) glyph.ink.seen = false;
  for (int i = 0; i < length; ++i) glyph.drawn.push_back(unicode[i]);

  if (!actual_text_) {
    words_.add(glyph);
    return;
  }
  actual_text_->glyphs.push_back(std::move(glyph));
  if (actual_text_->glyphs.size() > kActualGlyphsMax) flush_actual_text();
}

Ink PageDevice::ink_of(GfxState* state) {
  constexpr int kStrokeOnly = 1, kFillAndStroke = 2, kInvisible = 3, kClipOnly = 7;
  int mode = state->getRender();
  int base = mode == kClipOnly ? mode : mode & 3;  // modes 4 to 6 are 0 to 2 and clip as well
  Ink ink;
  if (base == kInvisible) {
    ink.seen = false;
    return ink;
  }
  if (base == kClipOnly) return ink;  // what is painted through the letters comes later: its colour is not known
  bool fills = base != kStrokeOnly, strokes = base == kStrokeOnly || base == kFillAndStroke;
  double opacity = std::max(fills ? state->getFillOpacity() : 0, strokes ? state->getStrokeOpacity() : 0);
  ink.seen = opacity >= kTransparent;
  if (fills && state->getFillColorSpace()->getMode() != csPattern) ink.fill = fill_colour(state);
  if (strokes && state->getStrokeColorSpace()->getMode() != csPattern) ink.stroke = stroke_colour(state);
  return ink;
}

std::uint32_t PageDevice::fill_colour(GfxState* state) {
  if (!fill_colour_) {
    GfxRGB rgb;
    state->getFillRGB(&rgb);
    fill_colour_ = packed(rgb);
  }
  return *fill_colour_;
}

std::uint32_t PageDevice::stroke_colour(GfxState* state) {
  if (!stroke_colour_) {
    GfxRGB rgb;
    state->getStrokeRGB(&rgb);
    stroke_colour_ = packed(rgb);
  }
  return *stroke_colour_;
}

void PageDevice::beginActualText(GfxState*, const GooString* text) {
  flush_actual_text();
  Unicode* codes = nullptr;
  int length = TextStringToUCS4(text->toStr(), &codes);
  actual_text_.emplace();
  for (int i = 0; i < length; ++i) actual_text_->text.push_back(codes[i]);
  gfree(codes);
}

void PageDevice::endActualText(GfxState*) {
  flush_actual_text();
}

// The words the document gives in place of its glyphs help where the glyphs say nothing (ligatures, scripts whose
// letters change shape). They may not change a figure: what a reader sees on the page decides.
void PageDevice::flush_actual_text() {
  if (!actual_text_) return;
  ActualText actual = std::move(*actual_text_);
  actual_text_.reset();
  std::u32string drawn;
  for (const Glyph& glyph : actual.glyphs) drawn += glyph.drawn;
  bool replaces = !actual.glyphs.empty() && !actual.text.empty() && actual.text != drawn &&
                  digits_of(actual.text) == digits_of(drawn) && actual.text.size() <= kActualGlyphsMax;
  if (!replaces) {
    for (const Glyph& glyph : actual.glyphs) words_.add(glyph);
    return;
  }
  Glyph glyph = actual.glyphs.front();
  const Glyph& last = actual.glyphs.back();
  Point end{last.origin.x + last.direction.x * last.advance, last.origin.y + last.direction.y * last.advance};
  double length = (end.x - glyph.origin.x) * glyph.direction.x + (end.y - glyph.origin.y) * glyph.direction.y;
  glyph.advance = length / static_cast<double>(actual.text.size());
  glyph.spacing = 0;
  for (char32_t code : actual.text) {
    glyph.drawn.assign(1, code);
    words_.add(glyph);
    glyph.origin = {glyph.origin.x + glyph.direction.x * glyph.advance,
                    glyph.origin.y + glyph.direction.y * glyph.advance};
  }
}

// ---- paths ----

Box PageDevice::clip_of(GfxState* state) const {
  Box clip;
  state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
  return clip;
}

Paint PageDevice::paint_of(GfxState* state, std::uint32_t colour, double opacity, const Box& where) const {
  if (state->getBlendMode() != gfxBlendNormal) return {std::nullopt, false};
  if (opacity >= kOpaque) return {colour, true};
  auto beneath = ground_.colour_at({where.middle_x(), where.middle_y()}, ground_.painted());
  return {beneath ? std::optional(mixed(colour, *beneath, opacity)) : std::nullopt, false};
}

void PageDevice::stroke(GfxState* state) {
  if (unseen() || state->getStrokeOpacity() < kTransparent) return;
  std::vector<Stroke> path;
  path.reserve(static_cast<std::size_t>(state->getPath()->getNumSubpaths()));
  for (int i = 0; i < state->getPath()->getNumSubpaths(); ++i) {
    path.push_back(stroke_of(state, *state->getPath()->getSubpath(i)));
  }
  Paint paint{std::nullopt, false};
  if (state->getStrokeColorSpace()->getMode() != csPattern) {
    paint = paint_of(state, stroke_colour(state), state->getStrokeOpacity(), page_);
  }
  marks_.stroke(path, state->getTransformedLineWidth(), clip_of(state), paint);
}

void PageDevice::fill(GfxState* state) {
  fill_path(state, false);
}
void PageDevice::eoFill(GfxState* state) {
  fill_path(state, true);
}

void PageDevice::fill_path(GfxState* state, bool even_odd) {
  if (unseen() || state->getFillOpacity() < kTransparent) return;
  std::vector<Outline> outlines;
  for (int i = 0; i < state->getPath()->getNumSubpaths(); ++i) {
    Outline outline = stroke_of(state, *state->getPath()->getSubpath(i)).points;
    if (outline.size() > 1) outlines.push_back(std::move(outline));
  }
  if (outlines.empty()) return;
  Paint paint = paint_of(state, fill_colour(state), state->getFillOpacity(), box_of(outlines.front()));
  marks_.fill(outlines, even_odd, clip_of(state), paint);
}

bool PageDevice::tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int,
                                   int, double, double) {
  return shaded(state);
}

bool PageDevice::shaded(GfxState* state) {
  if (!unseen() && state->getFillOpacity() >= kTransparent) marks_.picture(intersection(clip_of(state), page_), false);
  return true;
}

// ---- images ----

void PageDevice::image(GfxState* state, bool covers) {
  if (unseen() || state->getFillOpacity() < kTransparent) return;
  Outline corners = {to_page(state, 0, 0), to_page(state, 1, 0), to_page(state, 1, 1), to_page(state, 0, 1)};
  if (!std::all_of(corners.begin(), corners.end(), near_page)) return;
  Box box = intersection(intersection(box_of(corners), clip_of(state)), page_);
  if (empty(box)) return;
  marks_.picture(box, covers && state->getFillOpacity() >= kOpaque && state->getBlendMode() == gfxBlendNormal);
  for (std::size_t row = 0; row < kImageCells; ++row) {
    double y = (static_cast<double>(row) + 0.5) / kImageCells * page_.y1;
    if (y < box.y0 || y > box.y1) continue;
    for (std::size_t column = 0; column < kImageCells; ++column) {
      double x = (static_cast<double>(column) + 0.5) / kImageCells * page_.x1;
      if (x >= box.x0 && x <= box.x1) image_cells_.set(row * kImageCells + column);
    }
  }
}

// The base class only reads past the data of inline images, so that the page goes on behind them.
void PageDevice::drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert,
                               bool interpolate, bool inline_image) {
  image(state, false);
  OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, inline_image);
}

void PageDevice::drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                           GfxImageColorMap* colours, bool interpolate, const int* mask, bool inline_image) {
  image(state, mask == nullptr);
  OutputDev::drawImage(state, ref, stream, width, height, colours, interpolate, mask, inline_image);
}

void PageDevice::drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                                 int, bool, bool) {
  image(state, false);
}

void PageDevice::drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                                     int, GfxImageColorMap*, bool) {
  image(state, false);
}

// ---- groups ----

void PageDevice::beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool for_soft_mask) {
  groups_.push_back(for_soft_mask);
  if (for_soft_mask) ++soft_mask_depth_;
}

void PageDevice::endTransparencyGroup(GfxState*) {
  if (groups_.empty()) return;
  if (groups_.back()) --soft_mask_depth_;
  groups_.pop_back();
}

}  // namespace dossier::extract::worker
