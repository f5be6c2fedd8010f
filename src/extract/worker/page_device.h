#pragma once

#include "extract/worker/ground.h"
#include "extract/worker/marks.h"
#include "extract/worker/words.h"

#include <GfxState.h>
#include <OutputDev.h>

#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dossier::extract::worker {

// Listens to Poppler drawing a page, at 72 dots per inch, with rotation and crop applied, and draws nothing: glyphs go
// to words, paths to marks, images to their share of the page. One device per page.
class PageDevice final : public OutputDev {
 public:
  PageDevice(double width, double height);

  // What was drawn. Call once, when the page is done. Number and rotation are left to the caller.
  reading::Page take_page();

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }
  // Without groups their opacity stays in the graphics state, where we look for it.
  bool checkTransparencyGroup(GfxState*, bool) override { return false; }

  void updateFont(GfxState* state) override;
  void updateFillColor(GfxState*) override { fill_colour_.reset(); }
  void updateFillColorSpace(GfxState*) override { fill_colour_.reset(); }
  void updateStrokeColor(GfxState*) override { stroke_colour_.reset(); }
  void updateStrokeColorSpace(GfxState*) override { stroke_colour_.reset(); }
  void restoreState(GfxState*) override;

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                CharCode code, int bytes, const Unicode* unicode, int length) override;
  void beginActualText(GfxState* state, const GooString* text) override;
  void endActualText(GfxState* state) override;

  void stroke(GfxState* state) override;
  void fill(GfxState* state) override;
  void eoFill(GfxState* state) override;
  bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int, double,
                         double) override;
  bool functionShadedFill(GfxState* state, GfxFunctionShading*) override { return shaded(state); }
  bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override { return shaded(state); }
  bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override { return shaded(state); }
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override { return shaded(state); }
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override { return shaded(state); }

  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert, bool interpolate,
                     bool inline_image) override;
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                 bool interpolate, const int* mask, bool inline_image) override;
  void drawMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                       bool interpolate, Stream* mask, int mask_width, int mask_height, bool invert,
                       bool mask_interpolate) override;
  void drawSoftMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                           GfxImageColorMap* colours, bool interpolate, Stream* mask, int mask_width, int mask_height,
                           GfxImageColorMap* mask_colours, bool mask_interpolate) override;

  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool for_soft_mask) override;
  void endTransparencyGroup(GfxState*) override;

 private:
  struct Font {
    double scale = 1;  // of the size the text state names to what a reader sees
    double ascent = 0.75, descent = -0.25;
    bool bold = false;
    bool vertical = false;
  };
  // Glyphs of a passage whose text the document gives in other words (PDF 32000, 14.9.4).
  struct ActualText {
    std::u32string text;
    std::vector<Glyph> glyphs;
  };
  static constexpr std::size_t kImageCells = 64;  // the page is cut into 64 x 64 to add up its images

  bool unseen() const { return soft_mask_depth_ > 0; }
  Ink ink_of(GfxState* state);
  std::uint32_t fill_colour(GfxState* state);
  std::uint32_t stroke_colour(GfxState* state);
  Paint paint_of(GfxState* state, std::uint32_t colour, double opacity, const reading::Box& where) const;
  reading::Box clip_of(GfxState* state) const;
  void fill_path(GfxState* state, bool even_odd);
  bool shaded(GfxState* state);
  void image(GfxState* state, bool covers);
  void flush_actual_text();

  reading::Box page_;
  Ground ground_;
  Marks marks_;
  WordBuilder words_;
  Font font_;
  std::optional<std::uint32_t> fill_colour_, stroke_colour_;
  std::optional<ActualText> actual_text_;
  std::vector<bool> groups_;  // of the open transparency groups: is it a soft mask
  int soft_mask_depth_ = 0;
  std::bitset<kImageCells * kImageCells> image_cells_;
};

}  // namespace dossier::extract::worker
