#include "extract/worker/pdf_file.h"

#include "extract/channel.h"
#include "extract/tiny_pdf.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <gtest/gtest.h>

// Poppler and our device on small files, in this process.
namespace dossier::extract::worker {
namespace {

using reading::Page;
using reading::Word;

Page first_page(const TinyPdf& pdf) {
  Descriptor file(::open(pdf.file().c_str(), O_RDONLY));
  PdfFile::Refusal refusal;
  auto opened = PdfFile::open(file.number(), "", &refusal);
  EXPECT_TRUE(opened) << refusal.message;
  return opened ? opened->read_page(1) : Page{};
}

Page page_with(const std::string& content, const std::string& attributes = {}, const std::string& resources = {}) {
  return first_page(TinyPdf().page(content, attributes, resources));
}

std::string texts(const Page& page) {
  std::string all;
  for (const Word& word : page.words) all += (all.empty() ? "" : "|") + word.text + (word.hidden ? "(hidden)" : "");
  return all;
}

TEST(PdfFile, gives_boxes_as_the_reader_sees_a_rotated_page) {
  std::string content = text_at(100, 700, "Top");
  for (int rotation : {90, 180, 270, -90}) {
    Page page = page_with(content, fmt::format("/Rotate {}", rotation));
    ASSERT_EQ(page.words.size(), 1u);
    const auto& box = page.words[0].box;
    EXPECT_EQ(page.width, rotation == 180 ? 612 : 792) << rotation;
    EXPECT_EQ(page.rotation, (rotation + 360) % 360);
    EXPECT_EQ(page.words[0].turned_degrees, (rotation + 360) % 360);
    if (rotation == 90) {
      EXPECT_NEAR(box.y0, 100, 0.01);  // what was to the right now points down
    }
    if (rotation == 180) {
      EXPECT_NEAR(box.x1, 512, 0.01);
    }
    if (rotation == 270) {
      EXPECT_NEAR(box.y1, 512, 0.01);
    }
  }
}

TEST(PdfFile, reads_a_landscape_page_that_was_drawn_turned_as_upright) {
  Page page = page_with("BT /F1 10 Tf 0 1 -1 0 100 50 Tm (Amount) Tj ET", "/Rotate 90");
  ASSERT_EQ(texts(page), "Amount");
  EXPECT_EQ(page.words[0].turned_degrees, 0);
  EXPECT_NEAR(page.words[0].box.x0, 50, 0.01);
  EXPECT_GT(page.words[0].box.width(), page.words[0].box.height());
}

TEST(PdfFile, measures_from_the_corner_of_the_crop_box_and_hides_what_lies_outside) {
  Page page = page_with(text_at(150, 600, "in") + text_at(10, 600, "out"), "/CropBox [100 100 500 700]");
  EXPECT_EQ(page.width, 400);
  EXPECT_EQ(page.height, 600);
  ASSERT_EQ(texts(page), "in|out(hidden)");
  EXPECT_NEAR(page.words[0].box.x0, 50, 0.01);
}

TEST(PdfFile, marks_text_as_hidden_by_how_it_is_drawn) {
  EXPECT_EQ(texts(page_with("3 Tr " + text_at(72, 700, "invisible"))), "invisible(hidden)");
  EXPECT_EQ(texts(page_with("1 g " + text_at(72, 700, "white"))), "white(hidden)");
  EXPECT_EQ(texts(page_with("0 g 60 690 200 30 re f 1 g " + text_at(72, 700, "white"))), "white");
  EXPECT_EQ(texts(page_with(text_at(72, 700, "covered") + "1 g 60 690 200 30 re f")), "covered(hidden)");
  EXPECT_EQ(texts(page_with(text_at(72, 700, "tiny", 0.5))), "tiny(hidden)");
  EXPECT_EQ(texts(page_with("q 0 0 50 50 re W n " + text_at(72, 700, "clipped") + "Q " + text_at(72, 600, "not"))),
            "clipped(hidden)|not");
  EXPECT_EQ(texts(page_with("/G gs " + text_at(72, 700, "ghost"), "", "/ExtGState << /G << /ca 0 >> >>")),
            "ghost(hidden)");
  EXPECT_EQ(texts(page_with("1 Tr 0 G 1 g " + text_at(72, 700, "outlined"))), "outlined");
}

TEST(PdfFile, leaves_out_what_stands_in_a_layer_that_is_off) {
  TinyPdf pdf;
  int layer = pdf.object("<< /Type /OCG /Name (notes) >>");
  pdf.page("/OC /L BDC " + text_at(72, 700, "off") + " EMC " + text_at(72, 650, "on"), "",
           fmt::format("/Properties << /L {} 0 R >>", layer));
  pdf.catalog(fmt::format("/OCProperties << /OCGs [{0} 0 R] /D << /OFF [{0} 0 R] >> >>", layer));
  EXPECT_EQ(texts(first_page(pdf)), "on");
}

TEST(PdfFile, reads_rules_and_fills_in_page_coordinates) {
  Page page = page_with("0.5 w 50 700 m 500 700 l S  0.12 0.22 0.39 rg 50 650 450 20 re f  0 g 50 600 450 0.8 re f");
  ASSERT_EQ(page.rules.size(), 2u);
  EXPECT_EQ(page.rules[0].box, (reading::Box{50, 91.75, 500, 92.25}));
  ASSERT_EQ(page.fills.size(), 1u);
  EXPECT_EQ(page.fills[0].box, (reading::Box{50, 122, 500, 142}));
  EXPECT_EQ(page.fills[0].colour, 0x1F3863u);
}

TEST(PdfFile, sees_white_text_on_shadings_and_patterns) {
  std::string shading =
      "/Shading << /S << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 612 0] /Function << "
      "/FunctionType 2 /Domain [0 1] /C0 [0 0 0] /C1 [0 0 0.5] /N 1 >> >> >>";
  Page page = page_with("q 60 690 200 30 re W n /S sh Q 1 g " + text_at(72, 700, "white"), "", shading);
  EXPECT_EQ(texts(page), "white");
  EXPECT_TRUE(page.fills.empty());
}

TEST(PdfFile, knows_how_much_of_the_page_is_image) {
  TinyPdf pdf;
  int image = pdf.object(TinyPdf::stream(
      "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x"));
  pdf.page("q 612 0 0 396 0 0 cm /I Do Q", "", fmt::format("/XObject << /I {} 0 R >>", image));
  Page page = first_page(pdf);
  EXPECT_NEAR(page.image_share, 0.5, 0.02);
  EXPECT_TRUE(page.image_only());
}

TEST(PdfFile, takes_a_scan_with_a_hidden_layer_of_text_for_an_image) {
  TinyPdf pdf;
  int image = pdf.object(TinyPdf::stream(
      "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x"));
  pdf.page("3 Tr " + text_at(72, 700, "recognised") + "q 612 0 0 792 0 0 cm /I Do Q", "",
           fmt::format("/XObject << /I {} 0 R >>", image));
  Page page = first_page(pdf);
  EXPECT_EQ(texts(page), "recognised(hidden)");
  EXPECT_TRUE(page.image_only());
}

TEST(PdfFile, goes_on_after_an_inline_image) {
  Page page = page_with("q 50 0 0 50 100 100 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q " + text_at(72, 700, "after"));
  EXPECT_EQ(texts(page), "after");
}

TEST(PdfFile, uses_the_documents_own_words_for_glyphs_unless_they_change_a_figure) {
  auto actual = [](const std::string& text, const std::string& drawn) {
    return texts(page_with("/Span << /ActualText (" + text + ") >> BDC " + text_at(72, 700, drawn) + " EMC"));
  };
  EXPECT_EQ(actual("office", "o#ice"), "office");
  EXPECT_EQ(actual("two words", "tw*w#rds"), "two|words");
  EXPECT_EQ(actual("9,000", "1,000"), "1,000");
}

TEST(PdfFile, reads_form_fields_and_notes_that_are_drawn_on_the_page) {
  TinyPdf pdf;
  int look = pdf.object(
      TinyPdf::stream("/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 3 0 R >> >>",
                      text_at(2, 5, "filled")));
  int field = pdf.object(
      fmt::format("<< /Type /Annot /Subtype /FreeText /Rect [72 700 272 720] /F 4 /AP << /N {} 0 R >> >>", look));
  pdf.page("", fmt::format("/Annots [{} 0 R]", field));
  EXPECT_EQ(texts(first_page(pdf)), "filled");
}

TEST(PdfFile, gives_type_3_glyphs_a_size_a_reader_would_name) {
  TinyPdf pdf;
  int glyph = pdf.object(TinyPdf::stream("", "500 0 0 0 500 700 d1 0 0 400 700 re f"));
  int font = pdf.object(
      fmt::format("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs "
                  "<< /a {} 0 R >> "
                  "/Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [500] >>",
                  glyph));
  pdf.page("BT /T3 12 Tf 1 0 0 1 72 700 Tm (aaa) Tj ET", fmt::format("/Resources << /Font << /T3 {} 0 R >> >>", font));
  Page page = first_page(pdf);
  ASSERT_EQ(texts(page), "aaa");
  EXPECT_NEAR(page.words[0].font_size, 12, 0.5);
  EXPECT_NEAR(page.words[0].box.width(), 18, 0.1);
}

TEST(PdfFile, bears_fonts_and_matrices_that_make_no_sense) {
  EXPECT_TRUE(page_with("BT /F1 0 Tf 72 700 Td (zero) Tj ET").trouble.empty());
  EXPECT_TRUE(page_with("BT /F1 10 Tf 0 0 0 0 72 700 Tm (flat) Tj ET").trouble.empty());
  EXPECT_TRUE(page_with("1e30 0 0 1e30 0 0 cm BT /F1 10 Tf (huge) Tj ET 0 0 1e30 1e30 re f").trouble.empty());
  EXPECT_EQ(texts(page_with("BT /F1 -10 Tf -1 0 0 -1 72 700 Tm (turned) Tj ET")), "turned");
  EXPECT_TRUE(page_with("BT /Nope 10 Tf 72 700 Td (lost) Tj ET").words.empty());
}

}  // namespace
}  // namespace dossier::extract::worker
