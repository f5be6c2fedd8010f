#include "extract/worker/salvage.h"

#include <gtest/gtest.h>

namespace dossier::extract::worker {
namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(Salvage, points_to_the_catalog_when_it_and_its_tree_are_there) {
  std::string end = salvaged_end(
      "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count "
      "1>>\nendobj\n");
  EXPECT_TRUE(has(end, "/Root 1 0 R")) << end;
  EXPECT_FALSE(has(end, "/Kids"));
}

TEST(Salvage, makes_a_new_tree_over_the_pages_in_the_order_of_the_file) {
  std::string end = salvaged_end(
      "%PDF-1.4\n9 0 obj << /Type /Page /Parent 1 0 R >> endobj\n4 0 obj\n<</Parent 1 0 R/Type/Page>>\nendobj\n");
  EXPECT_TRUE(has(end, "/Kids [9 0 R 4 0 R ] /Count 2")) << end;
  EXPECT_TRUE(has(end, "11 0 obj\n<< /Type /Catalog /Pages 10 0 R >>")) << end;
  EXPECT_TRUE(has(end, "/Root 11 0 R /Size 12")) << end;
}

TEST(Salvage, counts_a_page_that_was_written_again_once) {
  std::string page = "4 0 obj << /Type /Page >> endobj\n";
  EXPECT_TRUE(has(salvaged_end(page + page), "/Count 1"));
}

TEST(Salvage, finds_nothing_where_there_is_nothing_to_be_read) {
  EXPECT_EQ(salvaged_end(""), "");
  EXPECT_EQ(salvaged_end("1 0 obj << /Type /PageLabels >> endobj"), "");
  EXPECT_EQ(salvaged_end("1 0 obj << /Type /Page /Conte"), "") << "cut off inside the page";
  EXPECT_EQ(salvaged_end("an obj of no number << /Type /Page >> endobj"), "");
  EXPECT_EQ(salvaged_end("4 0 obj << /Type /Page >> endobj trailer << /Encrypt 5 0 R >>"), "");
}

TEST(Salvage, sees_whether_the_end_mark_is_there) {
  EXPECT_TRUE(cut_short("%PDF-1.4 ..."));
  EXPECT_FALSE(cut_short("%PDF-1.4 ...\nstartxref\n9\n%%EOF\r\n"));
}

}  // namespace
}  // namespace dossier::extract::worker
