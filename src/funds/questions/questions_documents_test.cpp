#include "funds/questions/questions_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

TEST(Questions, about_words_quote_the_document) {
  judge_all(
      {
          {{"What does 'Paid-In Capital' mean in this context?"},
           kYes,
           {"actually contributed", "$11,750,000"},
           {{"pic", kPic}}},
          {{"What is DPI?"},
           kYes,
           {"divided by paid-in capital", "net of rebalancing over capital paid in", "0.42x"},
           {}},
          {{"Define recallable distribution"}, kYes, {"call back"}, {}},
          {{"What does TVPI stand for?"}, kYes, {"total value to paid-in"}, {}},
          {{"What is meant by unfunded commitment?"}, kYes, {"may still be called"}, {}},
          {{"What does carried interest mean?"}, kYes, {"general partner"}, {}},
          {{"Who is the auditor?"}, kYes, {"Grey Otter LLP", "harbor.pdf, page 3"}, {}},
          {{"What is the investment strategy?"}, kYes, {"family-owned companies"}, {}},
          {{"Which sectors does the fund focus on?"}, kYes, {"food and health"}, {}},
          {{"Who are the key persons?"}, kYes, {"Ada Lindqvist"}, {}},
          {{"What is the fund size?"}, kYes, {"$180,000,000"}, {}},
          {{"Who is the general partner?"}, kYes, {"Harbor Light Management LLC"}, {}},
          {{"What is the vintage year?"}, kYes, {"2019"}, {}},
          {{"In which currency is the fund?"}, kYes, {"USD"}, {}},
          {{"What is the report date?"}, kYes, {"31 December 2023"}, {}},
          {{"Are there any flags?"}, kYes, {"No flags"}, {}},
      },
      one_fund());
}

TEST(Questions, about_portfolio_tables_quote_them) {
  judge_all(
      {
          {{"What IRR is reported for Aurora Fund III?"}, kYes, {"12.1%"}, {{"irr", 0.121}}},
          {{"What is the IRR of Aurora Fund IV?"}, kYes, {"-1.5%"}, {}},
          {{"What is the commitment to Brightwell?"}, kYes, {"$30,000,000"}, {{"commitment", 30e6}}},
          {{"How much did Aurora Fund III distribute?"}, kYes, {}, {{"cash_out", 90e6}}},
          {{"What is the IRR of Corvid Asia Growth?"}, kNo, {"not given"}, {}},
          {{"Which fund has the highest IRR?"}, kYes, {"Brightwell Europe Partners (B) LP 20.3%"}, {}},
          {{"How many funds are of vintage 2006?"}, kYes, {}, {{"count", 2}}},
          {{"List the funds with vintage year 2006"}, kYes, {"Aurora Fund IV, L.P. and Brightwell"}, {}},
          {{"What is the total commitment?"}, kYes, {}, {{"sum", 170e6}}},
          {{"What is the IRR of Aurora Fund V?"}, kNo, {"Aurora"}, {}},
          {{"What is the IRR of Delphinium Fund?"}, kNo, {}, {}},
      },
      program());
}

TEST(Questions, about_pages_without_text_say_that_they_are_images) {
  Analysis analysis;
  DocumentReading document{.file = "scan.pdf"};
  document.flags = {{FlagCode::needs_ocr, "The page is an image.", {.file = "scan.pdf", .page = 1}}};
  analysis.documents.push_back(document);
  judge_all({{{"What distributions did Pinnacle make?"}, kNo, {"images"}}}, analysis);
}

TEST(Questions, on_definitions_without_a_ledger_come_from_the_text) {
  Analysis analysis;
  DocumentReading document{.file = "definitions.pdf"};
  document.passages = {
      passage(1, "4. Net PIC: According to the guidelines recallable capital is part of PIC; Net PIC excludes it.")};
  analysis.documents.push_back(document);
  judge_all({{{"What is Net PIC?"}, kYes, {"auxiliary", "According to the guidelines"}},
             {{"What Net PIC did the fund have?"}, kNo, {"no ledger"}},
             {{"Show capital calls in 2023"}, kNo, {"no ledger"}}},
            analysis);
}

}  // namespace
}  // namespace dossier::funds
