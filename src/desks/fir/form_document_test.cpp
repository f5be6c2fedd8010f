// The form as people get it: the PDF read back with pdftotext and qpdf, the page and the text as they are.
#include "desks/fir/form_document.h"

#include "base/limits.h"
#include "desks/fir/draft_command.h"
#include "desks/fir/knowledge_files.h"
#include "publish/sheet_for_tests.h"

#include <atomic>
#include <chrono>
#include <sstream>
#include <thread>

namespace dossier::desks::fir {
namespace {

using dossier::fir::Draft;
using dossier::fir::FormFacts;
using publish::count_of;
using publish::PdfFile;
using publish::squeezed;

constexpr std::array kFormats = {FormFormat::pdf, FormFormat::html, FormFormat::text};

const dossier::fir::Knowledge& knowledge() {
  static const auto kKnowledge = load_knowledge("").value();
  return kKnowledge;
}

FormFacts drafted(const std::string& complaint) {
  const auto draft = dossier::fir::draft_complaint(knowledge(), complaint, Date::of(2026, 6, 1), {});
  EXPECT_TRUE(draft);
  return dossier::fir::form_facts(*draft, "2026-06-01 11:05");
}

std::string made(const FormFacts& facts, FormFormat format, FormReader reader = FormReader::police) {
  auto bytes = form_document(facts, format, reader);
  EXPECT_TRUE(bytes) << (bytes ? "" : bytes.error().text());
  return bytes ? *bytes : std::string();
}

// What a reader can find in the form, white space aside.
std::string readable(const FormFacts& facts, FormFormat format, FormReader reader = FormReader::police) {
  const std::string bytes = made(facts, format, reader);
  if (format != FormFormat::pdf) return squeezed(bytes);
  const PdfFile file(bytes);
  EXPECT_TRUE(file.sound());
  return squeezed(file.text());
}

FormFacts full_form() {
  FormFacts facts;
  facts.route = "FIR";
  facts.finalised = true;
  facts.made_at = "2026-05-06 09:15";
  facts.journal_digest = "9f86d081884c7d659a2feaa0c55ad015";
  int n = 0;
  for (const char* field : {"station.district",
                            "station.name",
                            "fir.number",
                            "occurrence.time_to",
                            "occurrence.pahar",
                            "gd.entry",
                            "place.direction_distance",
                            "place.beat",
                            "place.other_station",
                            "place.other_district",
                            "occurrence.place",
                            "complainant.name",
                            "complainant.relative",
                            "complainant.nationality",
                            "complainant.uid",
                            "complainant.passport",
                            "complainant.passport_issued_at",
                            "complainant.occupation",
                            "complainant.address",
                            "complainant.permanent_address",
                            "delay.reason",
                            "inquest.number",
                            "action.reason",
                            "investigator.name",
                            "investigator.rank",
                            "investigator.number",
                            "officer.name",
                            "officer.rank",
                            "officer.number"})
    facts.values[field] = {"Value" + std::to_string(++n) + "x"};
  for (int i = 1; i <= 12; ++i)
    facts.accused.push_back({"Accused" + std::to_string(i) + "x", "Alias" + std::to_string(i) + "x", "", "", ""});
  for (int i = 1; i <= 200; ++i) facts.property.push_back({"", "", "Thing" + std::to_string(i) + "x", "1000.00"});
  facts.features = {
      {"Male", "1990", "Thin", "170", "Fair", "Mark1x", "Limp1x", "", "", "", "", "", "", "", "", "", "", "Tattoo1x"}};
  facts.complaint = "Complaint1x";
  return facts;
}

TEST(FormDocument, shows_every_value_that_was_given_in_all_three_forms) {
  const FormFacts facts = full_form();
  for (const FormFormat format : kFormats) {
    const std::string text = readable(facts, format);
    for (const auto& [name, value] : facts.values) EXPECT_NE(text.find(value.text), std::string::npos) << name;
    for (const auto& person : facts.accused) EXPECT_EQ(count_of(text, person.name), 1u) << person.name;
    for (const auto& item : facts.property) EXPECT_EQ(count_of(text, item.description), 1u) << item.description;
    for (const char* word : {"Mark1x", "Limp1x", "Tattoo1x", "Complaint1x"})
      EXPECT_EQ(count_of(text, word), 1u) << word;
    EXPECT_NE(text.find(facts.journal_digest), std::string::npos);
    EXPECT_EQ(text.find("DRAFT"), std::string::npos);
    EXPECT_EQ(text.find("�"), std::string::npos);
  }
}

TEST(FormDocument, numbers_its_items_and_pages_and_repeats_the_heads_of_tables) {
  const PdfFile file(made(full_form(), FormFormat::pdf));
  const std::string text = file.text();
  std::size_t at = 0;
  for (const char* item : {" 1. ", " 2. ", " 3. ", " 4. ", " 5. ", " 6. ", " 7. ", " 8. ", " 9. ", " 10. ", " 11. ",
                           " 12. ", " 13. ", " 14. ", " 15. "}) {
    const std::string line = "\n" + std::string(item).substr(1, std::string(item).size() - 2) + " ";
    EXPECT_EQ(count_of("\n" + text, line), 1u) << line;
    const auto found = ("\n" + text).find(line, at);
    EXPECT_NE(found, std::string::npos) << line;
    at = found;
  }
  const int pages = file.pages();
  for (int i = 1; i <= pages; ++i)
    EXPECT_EQ(count_of(text, "Page " + std::to_string(i) + " of " + std::to_string(pages)), 1u);
  EXPECT_GT(count_of(text, "Property category"), 3u);
}

TEST(FormDocument, says_draft_on_every_page_until_it_is_final) {
  FormFacts facts = full_form();
  facts.finalised = false;
  const PdfFile file(made(facts, FormFormat::pdf));
  EXPECT_EQ(count_of(file.text(), "DRAFT"), static_cast<std::size_t>(file.pages()));
}

TEST(FormDocument, gives_the_same_bytes_twice) {
  const FormFacts facts = drafted("Mera mobile vivo Y21 kal chori ho gaya. Hariram Gupta");
  for (const FormFormat format : kFormats) EXPECT_EQ(made(facts, format), made(facts, format));
}

TEST(FormDocument, can_be_made_by_several_threads_at_once) {
  const FormFacts facts = drafted("Mera mobile vivo Y21 kal chori ho gaya. हरिराम गुप्ता");
  const std::string expected = made(facts, FormFormat::pdf);
  std::atomic<int> same = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      const auto bytes = form_document(facts, FormFormat::pdf, FormReader::police);
      same += bytes && *bytes == expected;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(same, 4);
}

TEST(FormDocument, is_written_by_fir_draft) {
  const std::string path = testing::TempDir() + "dossier_draft_" + std::to_string(getpid()) + ".pdf";
  std::istringstream complaint("My mobile vivo Y21 was stolen on 5 May 2026. Price 13,500. Hariram Gupta");
  DraftOptions options;
  options.file = "-";
  options.standard_input = &complaint;
  options.pdf = path;
  std::ostringstream out, err;
  run_draft_command(options, out, err);
  std::stringstream written;
  written << std::ifstream(path, std::ios::binary).rdbuf();
  std::remove(path.c_str());
  const PdfFile file(written.str());
  EXPECT_TRUE(file.sound()) << err.str();
  EXPECT_NE(file.text().find("13,500"), std::string::npos);
  EXPECT_EQ(file.properties().find("CreationDate"), std::string::npos);
  options.pdf = "/no/such/folder/form.pdf";
  complaint.clear();
  complaint.seekg(0);
  EXPECT_EQ(run_draft_command(options, out, err), 4);
  EXPECT_NE(err.str().find("cannot be written"), std::string::npos);
}

TEST(FormDocument, keeps_every_letter_of_a_complaint_in_any_script) {
  for (const char* complaint :
       {"मेरी दुकान से कल रात चोरी हुई। क्षत्रिय धर्मशाला के पास, श्री कृष्ण मंदिर।", "நேற்று இரவு என் வீட்டில் திருட்டு நடந்தது.",
        "Kal raat mere ghar se ₹50,000 ki chori hui - \"koi nahi dekha\"", "گزشتہ رات میرے گھر میں چوری ہوئی"}) {
    const FormFacts facts = drafted(complaint);
    for (const FormFormat format : {FormFormat::html, FormFormat::text})
      EXPECT_NE(made(facts, format).find(format == FormFormat::html ? std::string(complaint).substr(0, 12) : complaint),
                std::string::npos);
    const PdfFile file(made(facts, FormFormat::pdf));
    EXPECT_EQ(file.text().find("[U+"), std::string::npos) << complaint;
  }
}

TEST(FormDocument, leaves_no_trace_of_the_victim_in_a_redacted_copy) {
  FormFacts facts = drafted(
      "My daughter Gulabrani, 9 years, was touched by Kishan (50) at our house on 9.4.2026 at 3 pm. GULABRANI's uncle "
      "saw. "
      "Gulab Rani is afraid. I am Dhaniram, H.No. 7 Moti Vihar, phone 9876543210. गुलाबरानी रो रही थी।");
  facts.protected_names = {"Gulabrani", "Gulab Rani", "गुलाबरानी"};
  facts.values["complainant.name"] = {"Dhaniram"};
  facts.values["complainant.address"] = {"H.No. 7, Moti Vihar"};
  for (const FormFormat format : kFormats) {
    const std::string police = readable(facts, format);
    EXPECT_NE(police.find("Gulabrani"), std::string::npos);
    const std::string raw = made(facts, format, FormReader::others);
    const std::string text =
        readable(facts, format, FormReader::others) + (format == FormFormat::pdf ? PdfFile(raw).properties() : raw);
    for (const char* trace : {"Gulab", "GULAB", "Rani", "गुलाब", "Dhaniram", "MotiVihar", "Moti Vihar", "98765"})
      EXPECT_EQ(text.find(trace), std::string::npos) << trace;
    EXPECT_NE(text.find("Kishan"), std::string::npos);
    EXPECT_NE(text.find("[withheld]"), std::string::npos);
  }
}

TEST(FormDocument, has_variants_for_zero_and_non_cognizable_reports) {
  FormFacts facts;
  facts.route = "ZERO_FIR";
  EXPECT_NE(readable(facts, FormFormat::pdf).find("ZEROFIRSTINFORMATIONREPORT"), std::string::npos);
  facts.route = "NCR";
  const std::string ncr = readable(facts, FormFormat::pdf);
  EXPECT_NE(ncr.find("NON-COGNIZABLEREPORT"), std::string::npos);
  EXPECT_NE(ncr.find("section174"), std::string::npos);
  EXPECT_EQ(ncr.find("F.I.R.No."), std::string::npos);
}

TEST(FormDocument, bears_the_longest_complaint) {
  std::string long_one;
  for (int i = 0; long_one.size() < limits::kComplaintLettersMax - 20; ++i)
    long_one += "shabd" + std::to_string(i) + " ";
  FormFacts facts;
  facts.complaint = long_one;
  const auto begun = std::chrono::steady_clock::now();
  const PdfFile file(made(facts, FormFormat::pdf));
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(3));
  EXPECT_GT(file.pages(), 10);
  EXPECT_NE(squeezed(file.text()).find("shabd4000"), std::string::npos);
}

}  // namespace
}  // namespace dossier::desks::fir
