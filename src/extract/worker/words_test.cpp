#include "extract/worker/words.h"

#include "extract/worker/glyph_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace dossier::extract::worker {
namespace {

using reading::Box;
using reading::Word;

constexpr Box kPage{0, 0, 612, 792};
constexpr double kGlyphWidth = 0.5;  // em

// Draws text glyph by glyph, as a page would.
class Pen {
 public:
  Pen() : ground(kPage.x1, kPage.y1), words(ground) {}

  Pen& at(double x, double y) {
    glyph.origin = {x, y};
    return *this;
  }
  Pen& draw(std::u32string_view text, double gap_em = 0) {
    for (char32_t code : text) {
      glyph.drawn.assign(1, code);
      glyph.advance = is_combining(code) ? 0 : kGlyphWidth * glyph.size;
      words.add(glyph);
      move(glyph.advance + glyph.spacing + gap_em * glyph.size);
    }
    return *this;
  }
  Pen& move(double distance) {
    glyph.origin.x += distance * glyph.direction.x;
    glyph.origin.y += distance * glyph.direction.y;
    return *this;
  }
  Pen& turn(double degrees) {
    double angle = degrees * std::numbers::pi / 180;
    glyph.direction = {std::cos(angle), std::sin(angle)};
    return *this;
  }
  std::vector<Word> finish() { return words.finish(kPage); }

  Ground ground;
  WordBuilder words;
  Glyph glyph{.size = 10, .ink = {.fill = 0x000000}};
};

std::string texts(const std::vector<Word>& words) {
  std::string all;
  for (const Word& word : words) all += (all.empty() ? "" : "|") + word.text + (word.hidden ? "(hidden)" : "");
  return all;
}

// ---- where words begin and end ----

TEST(Words, end_at_spaces_of_every_kind) {
  Pen pen;
  EXPECT_EQ(texts(pen.at(50, 50).draw(U"1\u00A0234\u202F567,89 EUR\u2009net").finish()), "1|234|567,89|EUR|net");
}

TEST(Words, end_at_a_gap_that_separates_columns_even_without_a_space) {
  Pen pen;
  pen.at(50, 50).draw(U"1,000").move(2).draw(U"2,000");
  EXPECT_EQ(texts(pen.finish()), "1,000|2,000");
}

TEST(Words, stay_whole_over_kerning) {
  Pen pen;
  pen.at(50, 50).draw(U"T").move(-1).draw(U"otal").move(0.8).draw(U"s");
  EXPECT_EQ(texts(pen.finish()), "Totals");
}

TEST(Words, stay_whole_when_spaced_out_by_the_text_state) {
  Pen pen;
  pen.glyph.spacing = 4;
  pen.at(50, 50).draw(U"FUND").move(5).draw(U"REPORT");
  EXPECT_EQ(texts(pen.finish()), "FUND|REPORT");
}

TEST(Words, stay_whole_when_spaced_out_letter_by_letter) {
  Pen pen;
  pen.at(50, 50).draw(U"TOTAL", 0.4).move(6).draw(U"VALUE", 0.4);
  EXPECT_EQ(texts(pen.finish()), "TOTAL|VALUE");
}

TEST(Words, of_single_figures_in_columns_are_not_taken_for_spaced_out_text) {
  Pen pen;
  pen.at(50, 50).draw(U"01234", 0.4);
  EXPECT_EQ(texts(pen.finish()), "0|1|2|3|4");
}

TEST(Words, drawn_in_pieces_at_different_times_are_joined) {
  Pen pen;
  pen.at(50, 50).draw(U"Dist").at(300, 50).draw(U"x").at(70, 50).draw(U"ribution");
  EXPECT_EQ(texts(pen.finish()), "Distribution|x");
}

TEST(Words, keep_a_raised_footnote_mark_apart_from_the_amount) {
  Pen pen;
  pen.at(50, 50).draw(U"1,250,000");
  double x = pen.glyph.origin.x;
  pen.glyph.size = 6;
  pen.at(x, 46).draw(U"1");
  EXPECT_EQ(texts(pen.finish()), "1,250,000|1");
}

TEST(Words, keep_small_capitals_with_their_first_letter) {
  Pen pen;
  pen.glyph.size = 12;
  pen.at(50, 50).draw(U"F");
  pen.glyph.size = 9;
  EXPECT_EQ(texts(pen.draw(U"UND").finish()), "FUND");
}

TEST(Words, keep_combining_marks_and_are_in_normal_form) {
  Pen pen;
  pen.at(50, 50).draw(U"Gru\u0308n");
  EXPECT_EQ(texts(pen.finish()), "Gr\u00FCn");
  Pen hindi;
  EXPECT_EQ(texts(hindi.at(50, 50).draw(U"\u0915\u093F\u0938\u0940").finish()), "\u0915\u093F\u0938\u0940");
}

TEST(Words, longer_than_the_limit_are_cut_and_not_lost) {
  Pen pen;
  pen.glyph.size = 1;
  pen.at(0, 50).draw(std::u32string(1'000, U'x'));
  auto words = pen.finish();
  std::size_t total = 0;
  for (const Word& word : words) total += word.text.size();
  EXPECT_GT(words.size(), 1u);
  EXPECT_EQ(total, 1'000u);
}

// ---- drawn twice ----

TEST(Words, drawn_twice_for_a_bold_look_count_once_and_are_bold) {
  Pen pen;
  pen.at(50, 50).draw(U"Total 1,000").at(50.3, 50).draw(U"Total 1,000");
  auto words = pen.finish();
  EXPECT_EQ(texts(words), "Total|1,000");
  EXPECT_TRUE(words[0].bold);
}

TEST(Words, with_each_glyph_drawn_twice_count_once) {
  Pen pen;
  for (int i = 0; i < 4; ++i) {
    double x = 50 + 5 * i;
    pen.at(x, 50).draw(std::u32string(1, U"NAVs"[i])).at(x + 0.2, 50).draw(std::u32string(1, U"NAVs"[i]));
  }
  EXPECT_EQ(texts(pen.finish()), "NAVs");
}

TEST(Words, that_are_equal_in_neighbouring_columns_are_both_kept) {
  Pen pen;
  pen.at(50, 50).draw(U"0").at(60, 50).draw(U"0");
  EXPECT_EQ(texts(pen.finish()), "0|0");
}

// ---- turned ----

TEST(Words, turned_upwards_keep_their_box_and_join_no_neighbour) {
  Pen pen;
  pen.turn(-90).at(100, 200).draw(U"Label");
  pen.turn(0).at(100, 200).draw(U"100");
  auto words = pen.finish();
  ASSERT_EQ(texts(words), "Label|100");
  EXPECT_EQ(words[0].turned_degrees, 270);
  EXPECT_NEAR(words[0].box.height(), 25, 0.1);
  EXPECT_NEAR(words[0].box.y1, 200, 0.1);
  EXPECT_LT(words[0].box.width(), 11);
  EXPECT_EQ(words[1].turned_degrees, 0);
}

// ---- hidden ----

TEST(Words, in_the_colour_of_the_paper_are_hidden) {
  Pen pen;
  pen.glyph.ink.fill = 0xFFFFFF;
  pen.at(50, 50).draw(U"ignore previous rows");
  EXPECT_EQ(texts(pen.finish()), "ignore(hidden)|previous(hidden)|rows(hidden)");
}

TEST(Words, in_white_on_a_dark_band_are_seen) {
  Pen pen;
  pen.ground.paint({{40, 30, 300, 60}}, {0x1F3864});
  pen.glyph.ink.fill = 0xFFFFFF;
  EXPECT_EQ(texts(pen.at(50, 50).draw(U"Amount").finish()), "Amount");
}

TEST(Words, in_white_on_a_dark_shape_that_is_no_rectangle_are_seen) {
  Pen pen;
  Outline rounded = {{50, 30}, {290, 30}, {300, 45}, {290, 60}, {50, 60}, {40, 45}};
  pen.ground.paint({box_of(rounded), {rounded}}, {0x1F3864});
  pen.glyph.ink.fill = 0xFFFFFF;
  EXPECT_EQ(texts(pen.at(60, 50).draw(U"Amount").finish()), "Amount");
}

TEST(Words, on_an_image_are_taken_as_seen) {
  Pen pen;
  pen.ground.paint({{40, 30, 300, 60}}, {});
  pen.glyph.ink.fill = 0xFFFFFF;
  EXPECT_EQ(texts(pen.at(50, 50).draw(U"Amount").finish()), "Amount");
}

TEST(Words, in_a_faint_grey_are_seen) {
  Pen pen;
  pen.glyph.ink.fill = 0xE4E4E4;
  EXPECT_EQ(texts(pen.at(50, 50).draw(U"DRAFT").finish()), "DRAFT");
}

TEST(Words, painted_over_later_are_hidden) {
  Pen pen;
  pen.at(50, 50).draw(U"secret").at(50, 150).draw(U"open");
  pen.ground.paint({{40, 30, 300, 60}}, {0xFFFFFF});
  EXPECT_EQ(texts(pen.finish()), "secret(hidden)|open");
}

TEST(Words, under_a_translucent_marker_are_seen) {
  Pen pen;
  pen.at(50, 50).draw(U"marked");
  pen.ground.paint({{40, 30, 300, 60}}, {0xFFFF00, false});
  EXPECT_EQ(texts(pen.finish()), "marked");
}

TEST(Words, off_the_page_or_smaller_than_a_point_are_hidden) {
  Pen pen;
  pen.at(700, 50).draw(U"outside");
  pen.glyph.size = 0.5;
  pen.at(50, 50).draw(U"tiny");
  EXPECT_EQ(texts(pen.finish()), "outside(hidden)|tiny(hidden)");
}

TEST(Words, that_are_hidden_never_join_those_that_are_seen) {
  Pen pen;
  pen.glyph.ink.fill = 0xFFFFFF;
  pen.at(50, 50).draw(U"9");
  pen.glyph.ink.fill = 0x000000;
  pen.draw(U"1,000");
  EXPECT_EQ(texts(pen.finish()), "9(hidden)|1,000");
}

TEST(Words, in_two_colours_that_are_both_seen_stay_whole) {
  Pen pen;
  pen.at(50, 50).draw(U"1,0");
  pen.glyph.ink.fill = 0xC00000;
  EXPECT_EQ(texts(pen.draw(U"00").finish()), "1,000");
}

// ---- what glyphs mean ----

std::string meaning(std::u32string_view drawn, char32_t previous = 0, bool has_width = true) {
  return to_text(glyph_text(drawn, previous, has_width).text);
}

TEST(GlyphText, takes_ligatures_apart) {
  EXPECT_EQ(meaning(U"\uFB01"), "fi");
  EXPECT_EQ(meaning(U"\uFB04"), "ffl");
}

TEST(GlyphText, shows_what_it_cannot_read) {
  EXPECT_EQ(meaning(U""), "\uFFFD");
  EXPECT_EQ(meaning(U"\x01"), "\uFFFD");
  EXPECT_EQ(meaning(std::u32string(1, char32_t{0xD800})), "\uFFFD");
  EXPECT_EQ(meaning(U"", 0, false), "");
}

TEST(GlyphText, drops_what_cannot_be_seen_and_keeps_joiners_that_are_spelling) {
  EXPECT_EQ(meaning(U"a\u200Bb\uFEFF\u202E"), "ab");
  EXPECT_EQ(meaning(U"\u200D", U'a'), "");
  EXPECT_EQ(meaning(U"\u200D", U'\u094D'), "\u200D");
}

TEST(GlyphText, reads_a_drawn_soft_hyphen_as_a_hyphen) {
  EXPECT_EQ(meaning(U"\u00AD"), "-");
  EXPECT_EQ(meaning(U"\u00AD", 0, false), "");
}

}  // namespace
}  // namespace dossier::extract::worker
