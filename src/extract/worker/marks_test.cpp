#include "extract/worker/marks.h"

#include <gtest/gtest.h>

namespace dossier::extract::worker {
namespace {

using reading::Box;

constexpr Box kPage{0, 0, 612, 792};

Outline rectangle(double x0, double y0, double x1, double y1) {
  return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}};
}

Stroke line(Outline points) {
  Stroke stroke{std::move(points), {}};
  stroke.curved.assign(stroke.points.size(), false);
  return stroke;
}

class MarksTest : public ::testing::Test {
 protected:
  Ground ground{612, 792};
  Marks marks{ground};
};

TEST_F(MarksTest, a_stroked_line_is_a_rule_as_thick_as_the_pen) {
  marks.stroke({line({{50, 100}, {500, 100}}), line({{50, 100}, {50, 300}})}, 1, kPage, {0});
  auto rules = marks.take_rules();
  ASSERT_EQ(rules.size(), 2u);
  EXPECT_TRUE(rules[0].horizontal);
  EXPECT_EQ(rules[0].box, (Box{50, 99.5, 500, 100.5}));
  EXPECT_FALSE(rules[1].horizontal);
}

TEST_F(MarksTest, a_stroked_rectangle_is_four_rules) {
  marks.stroke({line(rectangle(50, 100, 200, 120))}, 0.5, kPage, {0});
  auto rules = marks.take_rules();
  ASSERT_EQ(rules.size(), 4u);
  EXPECT_EQ(std::count_if(rules.begin(), rules.end(), [](const auto& rule) { return rule.horizontal; }), 2);
}

TEST_F(MarksTest, slanting_lines_curves_and_dots_are_no_rules) {
  Stroke curve = line({{50, 100}, {100, 100}, {150, 100}, {200, 100}});
  curve.curved = {false, true, true, false};
  marks.stroke({line({{50, 100}, {500, 180}}), curve, line({{50, 200}, {51, 200}})}, 1, kPage, {0});
  EXPECT_TRUE(marks.take_rules().empty());
}

TEST_F(MarksTest, a_thin_filled_rectangle_is_a_rule_and_a_thick_one_a_fill) {
  marks.fill({rectangle(50, 100, 500, 101)}, false, kPage, {0x000000});
  marks.fill({rectangle(50, 200, 500, 220)}, false, kPage, {0x1F3864});
  auto rules = marks.take_rules();
  auto fills = marks.take_fills();
  ASSERT_EQ(rules.size(), 1u);
  EXPECT_EQ(rules[0].box, (Box{50, 100, 500, 101}));
  ASSERT_EQ(fills.size(), 1u);
  EXPECT_EQ(fills[0].box, (Box{50, 200, 500, 220}));
  EXPECT_EQ(fills[0].colour, 0x1F3864u);
}

TEST_F(MarksTest, a_frame_of_two_rectangles_is_four_rules) {
  marks.fill({rectangle(50, 100, 200, 150), rectangle(51, 101, 199, 149)}, true, kPage, {0});
  EXPECT_EQ(marks.take_rules().size(), 4u);
  EXPECT_TRUE(marks.take_fills().empty());
}

TEST_F(MarksTest, all_lines_of_a_table_filled_as_one_path_are_rules) {
  marks.fill({rectangle(50, 100, 500, 101), rectangle(50, 120, 500, 121), rectangle(50, 100, 51, 121)}, false, kPage,
             {0});
  EXPECT_EQ(marks.take_rules().size(), 3u);
}

TEST_F(MarksTest, a_very_thick_stroke_is_a_fill) {
  marks.stroke({line({{50, 100}, {500, 100}})}, 16, kPage, {0x1F3864});
  EXPECT_TRUE(marks.take_rules().empty());
  ASSERT_EQ(marks.take_fills().size(), 1u);
  EXPECT_EQ(ground.colour_at({60, 95}, ground.painted()), 0x1F3864u);
}

TEST_F(MarksTest, a_line_drawn_twice_counts_once) {
  marks.fill({rectangle(50, 100, 500, 100)}, false, kPage, {0});
  marks.fill({rectangle(50, 100, 500, 100.6)}, false, kPage, {0});
  auto rules = marks.take_rules();
  ASSERT_EQ(rules.size(), 1u);
  EXPECT_EQ(rules[0].box, (Box{50, 100, 500, 100.6}));
}

TEST_F(MarksTest, what_is_clipped_away_is_not_there) {
  Box clip{100, 0, 200, 792};
  marks.stroke({line({{50, 100}, {500, 100}}), line({{50, 50}, {50, 300}})}, 1, clip, {0});
  auto rules = marks.take_rules();
  ASSERT_EQ(rules.size(), 1u);
  EXPECT_EQ(rules[0].box, (Box{100, 99.5, 200, 100.5}));
}

TEST_F(MarksTest, white_on_white_is_no_fill) {
  marks.fill({rectangle(0, 0, 612, 792)}, false, kPage, {0xFFFFFF});
  EXPECT_TRUE(marks.take_fills().empty());
}

TEST_F(MarksTest, an_image_as_thin_as_a_line_is_a_rule) {
  marks.picture({50, 100, 500, 100.5}, true);
  EXPECT_EQ(marks.take_rules().size(), 1u);
}

// ---- the ground ----

TEST(Ground, knows_what_lies_beneath_and_what_came_over_it) {
  Ground ground(612, 792);
  ground.paint({{0, 0, 100, 100}}, {0xAA0000});
  std::size_t between = ground.painted();
  ground.paint({{0, 0, 50, 100}}, {0x00AA00});
  EXPECT_EQ(ground.colour_at({10, 10}, 0), 0xFFFFFFu);
  EXPECT_EQ(ground.colour_at({10, 10}, between), 0xAA0000u);
  EXPECT_EQ(ground.colour_at({10, 10}, ground.painted()), 0x00AA00u);
  EXPECT_TRUE(ground.covered_after({10, 10}, between));
  EXPECT_FALSE(ground.covered_after({60, 10}, between));
}

TEST(Ground, sees_through_the_holes_of_a_shape) {
  Ground ground(612, 792);
  ground.paint({{0, 0, 100, 100}, {rectangle(0, 0, 100, 100), rectangle(40, 40, 60, 60)}, true}, {0});
  EXPECT_EQ(ground.colour_at({50, 50}, 1), 0xFFFFFFu);
  EXPECT_EQ(ground.colour_at({20, 50}, 1), 0u);
}

TEST(Ground, is_bounded) {
  Ground ground(612, 792);
  for (int i = 0; i < 60'000; ++i) ground.paint({{10, 10, 20, 20}}, {0});
  EXPECT_TRUE(ground.full());
  EXPECT_LE(ground.painted(), 50'000u);
}

}  // namespace
}  // namespace dossier::extract::worker
