#include "publish/pdf.h"

#include "base/limits.h"
#include "publish/flow.h"

#include <cairo-pdf.h>
#include <cairo.h>

#include <algorithm>
#include <memory>

namespace dossier::publish {
namespace {

using namespace paper;

constexpr double kStampGrey = 0.94;   // visible in print and no hindrance to reading
constexpr double kStampTurn = -0.95;  // radians: along the diagonal of the page
constexpr double kHeadTop = 30, kFootTop = kHeight - 44;

class Drawing {
 public:
  Drawing(const Sheet& sheet, const Typesetter& set, cairo_t* cairo) : sheet_(sheet), set_(set), cairo_(cairo) {}

  void pages(const std::vector<Page>& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      stamp();
      page(list[i]);
      head(i);
      foot(i + 1, list.size());
      cairo_show_page(cairo_);
    }
  }

 private:
  void grey(double level) { cairo_set_source_rgb(cairo_, level, level, level); }

  // As an outline, not as text: a search or a copy of the page must not find it among the words of the form.
  void stamp() {
    if (sheet_.stamp.text.empty()) return;
    const Text text = set_.set(sheet_.stamp.text, Face::stamp, 0);
    const double scale = std::min(1.0, 0.75 * kHeight / std::max(1.0, text->width()));
    cairo_save(cairo_);
    cairo_translate(cairo_, kWidth / 2, kHeight / 2);
    cairo_rotate(cairo_, kStampTurn);
    cairo_scale(cairo_, scale, scale);
    cairo_move_to(cairo_, -text->width() / 2, -text->height() / 2);
    text->outline(cairo_);
    grey(kStampGrey);
    cairo_fill(cairo_);
    cairo_restore(cairo_);
  }

  void page(const Page& page) {
    for (const Fill& fill : page.fills) {
      grey(fill.grey);
      cairo_rectangle(cairo_, fill.left, fill.top, fill.right - fill.left, fill.bottom - fill.top);
      cairo_fill(cairo_);
    }
    cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_SQUARE);
    for (const Rule& rule : page.rules) {
      grey(rule.grey);
      cairo_set_line_width(cairo_, rule.thickness);
      cairo_move_to(cairo_, rule.left, rule.top);
      cairo_line_to(cairo_, rule.right, rule.bottom);
      cairo_stroke(cairo_);
    }
    grey(0);
    for (const TextLine& line : page.lines) line.text->draw(cairo_, line.line, line.left, line.top);
  }

  void put(const Text& text, double left, double top) {
    for (std::size_t i = 0; i < text->lines().size(); ++i) text->draw(cairo_, i, left, top + text->lines()[i].top);
  }

  void head(std::size_t number) {
    const double width = kRight - kLeft;
    if (!sheet_.stamp.text.empty()) put(set_.set("", sheet_.stamp, Face::heading, width * 0.6), kLeft, kHeadTop);
    if (number > 0)
      put(set_.set(sheet_.title, Face::foot, width * 0.4, Align::right), kLeft + width * 0.6, kHeadTop + 3);
  }

  void foot(std::size_t number, std::size_t count) {
    const double width = kRight - kLeft;
    grey(0.6);
    cairo_set_line_width(cairo_, 0.4);
    cairo_move_to(cairo_, kLeft, kFootTop - 4);
    cairo_line_to(cairo_, kRight, kFootTop - 4);
    cairo_stroke(cairo_);
    grey(0);
    put(set_.set(sheet_.foot, Face::foot, width - 80), kLeft, kFootTop);
    const std::string place = "Page " + std::to_string(number) + " of " + std::to_string(count);
    put(set_.set(place, Face::foot, 80, Align::right), kRight - 80, kFootTop);
  }

  const Sheet& sheet_;
  const Typesetter& set_;
  cairo_t* cairo_;
};

cairo_status_t append_bytes(void* to, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(to)->append(static_cast<const char*>(static_cast<const void*>(bytes)), count);
  return CAIRO_STATUS_SUCCESS;
}

// Cairo would take the clock where no date is given; an empty one leaves the entry out.
void set_properties(cairo_surface_t* surface, const Sheet& sheet) {
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, sheet.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Dossier");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, sheet.created.c_str());
}

}  // namespace

Result<std::string> write_pdf(const Sheet& sheet) {
  if (text_bytes(sheet) > limits::kSheetTextBytesMax)
    return Error{ErrorCode::too_large, "the document has more text than can be printed; attach a part of it"};
  const Typesetter typesetter;
  if (!typesetter.has_fonts())
    return Error{ErrorCode::unavailable, "no font is installed; install the package fonts-noto-core"};
  TRY(const auto pages, flow(sheet, typesetter));
  std::string bytes;
  const std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface(
      cairo_pdf_surface_create_for_stream(append_bytes, &bytes, kWidth, kHeight), cairo_surface_destroy);
  set_properties(surface.get(), sheet);
  const std::unique_ptr<cairo_t, void (*)(cairo_t*)> cairo(cairo_create(surface.get()), cairo_destroy);
  Drawing(sheet, typesetter, cairo.get()).pages(pages);
  const cairo_status_t drawn = cairo_status(cairo.get());
  cairo_surface_finish(surface.get());
  const cairo_status_t finished = drawn == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface.get()) : drawn;
  if (finished != CAIRO_STATUS_SUCCESS)
    return Error{ErrorCode::internal, std::string("the PDF could not be written: ") + cairo_status_to_string(finished)};
  return bytes;
}

}  // namespace dossier::publish
