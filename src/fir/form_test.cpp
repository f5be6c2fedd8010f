#include "fir/form.h"

#include "fir/form_items.h"
#include "fir/form_writing.h"
#include "publish/plain.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dossier::fir {
namespace {

using publish::Fields;
using publish::Heading;
using publish::Sheet;

FormFacts given(std::initializer_list<std::pair<const char*, const char*>> values) {
  FormFacts facts;
  for (const auto& [name, value] : values) facts.values[name] = {value, FormOrigin::officer};
  return facts;
}

std::vector<std::string> numbers_of(const Sheet& sheet) {
  std::vector<std::string> numbers;
  for (const publish::Block& block : sheet.blocks) {
    if (const auto* heading = std::get_if<Heading>(&block); heading != nullptr && !heading->number.empty())
      numbers.push_back(heading->number);
  }
  return numbers;
}

void collect(const std::vector<publish::Field>& fields, std::vector<std::string>& out) {
  for (const auto& field : fields) {
    if (!field.value.empty()) out.push_back(field.value);
  }
}

// Everything on the sheet that is not printed on every form.
std::vector<std::string> values_of(const Sheet& sheet) {
  std::vector<std::string> out;
  for (const publish::Block& block : sheet.blocks) {
    if (const auto* fields = std::get_if<Fields>(&block)) collect(fields->fields, out);
    if (const auto* passage = std::get_if<publish::Passage>(&block); passage != nullptr && !passage->text.empty())
      out.push_back(passage->text);
    if (const auto* table = std::get_if<publish::Table>(&block)) {
      for (const auto& row : table->rows) out.insert(out.end(), row.begin(), row.end());
    }
    if (const auto* signature = std::get_if<publish::Signature>(&block)) collect(signature->fields, out);
    if (const auto* choices = std::get_if<publish::Choices>(&block)) {
      for (const auto& choice : choices->choices) {
        collect(choice.fields, out);
        if (choice.taken) out.push_back("taken: " + choice.label.text);
      }
    }
  }
  return out;
}

bool shows(const Sheet& sheet, const std::string& value) {
  const auto all = values_of(sheet);
  return std::find(all.begin(), all.end(), value) != all.end();
}

TEST(Form, has_its_fifteen_items_once_and_in_order_in_every_variant) {
  std::vector<std::string> expected;
  for (int i = 1; i <= 15; ++i) expected.push_back(std::to_string(i) + ".");
  for (const char* route : {"FIR", "ZERO_FIR", "NCR", ""}) {
    FormFacts facts;
    facts.route = route;
    EXPECT_EQ(numbers_of(form_sheet(facts)), expected) << route;
  }
}

TEST(Form, of_what_is_no_report_has_a_title_of_its_own_and_its_items_numbered_on) {
  for (const char* route :
       {"CLARIFY", "COURT_COMPLAINT", "CIVIL", "LOST_REPORT", "MISSING_PERSON", "INQUEST", "REFER_AGENCY"}) {
    FormFacts facts;
    facts.route = route;
    facts.questions = {"On what day did it happen?"};
    const Sheet sheet = form_sheet(facts);
    EXPECT_EQ(sheet.headline.text.find("FIRST INFORMATION"), std::string::npos) << route;
    EXPECT_EQ(publish::write_plain(sheet).find("reveals commission"), std::string::npos) << route;
    EXPECT_NE(publish::write_plain(sheet).find("Needed: "), std::string::npos) << route;
    EXPECT_TRUE(shows(sheet, "- On what day did it happen?")) << route;
    const auto numbers = numbers_of(sheet);
    for (std::size_t i = 0; i < numbers.size(); ++i) EXPECT_EQ(numbers[i], std::to_string(i + 1) + ".") << route;
  }
}

TEST(Form, prints_what_was_given_of_an_accused_in_item_seven_and_the_annex) {
  FormFacts facts;
  fill_lists({{"accused.1.name", {"Raju", {}}},
              {"accused.2.name", {"Kalu", {}}},
              {"accused.2.alias", {"Kaliya", {}}},
              {"accused.2.age", {"30", {}}},
              {"accused.2.height_cm", {"172", {}}},
              {"accused.2.tattoo", {"left arm", {}}}},
             facts);
  const Sheet sheet = form_sheet(facts);
  for (const char* value : {"Raju", "Kalu, aged 30", "Kaliya", "172", "left arm"})
    EXPECT_TRUE(shows(sheet, value)) << value;
  ASSERT_EQ(facts.features.size(), 1u);
  EXPECT_EQ(facts.features[0].number, "2");
}

TEST(Form, leaves_blank_what_nobody_gave) {
  EXPECT_TRUE(values_of(form_sheet({})).empty());
}

TEST(Form, is_a_draft_until_it_is_finalised) {
  FormFacts facts;
  EXPECT_EQ(form_sheet(facts).stamp.text, "DRAFT");
  facts.finalised = true;
  EXPECT_TRUE(form_sheet(facts).stamp.text.empty());
}

TEST(Form, never_shows_our_file_number_as_the_number_of_the_report) {
  FormFacts facts;
  facts.file_number = "2026/00017";
  const Sheet sheet = form_sheet(facts);
  EXPECT_TRUE(values_of(sheet).empty());
  EXPECT_NE(sheet.foot.find("Dossier file 2026/00017"), std::string::npos);
}

TEST(Form, writes_days_moments_and_sums_as_the_station_does) {
  const Sheet sheet = form_sheet(given({{"occurrence.date", "2026-05-05"},
                                        {"occurrence.date_to", "2026-05-05"},
                                        {"fir.registered_at", "2026-05-06 09:15"},
                                        {"total_value", "1312400.00"}}));
  for (const char* value : {"05/05/2026", "Tuesday / मंगलवार", "2026", "06/05/2026 09:15", "13,12,400"})
    EXPECT_TRUE(shows(sheet, value)) << value;
}

TEST(Form, shows_what_has_no_known_form_as_it_is) {
  const Sheet sheet = form_sheet(given({{"occurrence.date", "Karva Chauth"}, {"total_value", "about two lakh"}}));
  EXPECT_TRUE(shows(sheet, "Karva Chauth"));
  EXPECT_TRUE(shows(sheet, "about two lakh"));
}

TEST(Form, counts_the_unknown_accused_as_those_stated_less_those_named) {
  FormFacts facts = given({{"accused.count", "5"}});
  facts.accused = {{"Billu", "", "", "", "neighbour"}, {"Tillu", "", "", "", ""}};
  EXPECT_TRUE(shows(form_sheet(facts), "3"));
  EXPECT_TRUE(shows(form_sheet(facts), "Billu, neighbour"));
  facts.values["accused.count"].text = "2";
  EXPECT_FALSE(shows(form_sheet(facts), "0"));
}

TEST(Form, tells_mobiles_from_telephones) {
  const auto phone_of = [](const char* number) {
    const Sheet sheet = form_sheet(given({{"complainant.phone", number}}));
    for (const publish::Block& block : sheet.blocks) {
      const auto* fields = std::get_if<Fields>(&block);
      if (fields == nullptr || fields->fields[0].mark != "(j)") continue;
      return fields->fields[0].value.empty() ? "mobile" : "phone";
    }
    return "none";
  };
  EXPECT_STREQ(phone_of("+91 98765 43210"), "mobile");
  EXPECT_STREQ(phone_of("0522-2345678"), "phone");
}

TEST(Form, keeps_a_written_complaint_verbatim_and_does_not_repeat_it_in_the_narrative) {
  FormFacts facts = given({{"information.kind", "written"}});
  facts.complaint = "  Mera mobile chori ho gaya.\n";
  facts.narrative = "Ravi gave this:\n\nMera mobile chori ho gaya.\n\nProperty: mobile\n";
  const Sheet sheet = form_sheet(facts);
  EXPECT_TRUE(shows(sheet, "Mera mobile chori ho gaya."));
  EXPECT_TRUE(shows(sheet, "Ravi gave this:\n\n[as above]\n\nProperty: mobile"));
  facts.values["information.kind"].text = "oral";
  EXPECT_FALSE(shows(form_sheet(facts), "Mera mobile chori ho gaya."));
  EXPECT_TRUE(shows(form_sheet(facts), "taken: Oral"));
}

TEST(Form, ticks_only_the_action_that_was_taken) {
  const Sheet sheet = form_sheet(given({{"action.taken", "directed"}, {"investigator.name", "SI R. Yadav"}}));
  const auto all = values_of(sheet);
  EXPECT_EQ(std::count_if(all.begin(), all.end(), [](const auto& v) { return v.starts_with("taken: "); }), 1);
  EXPECT_EQ(std::count(all.begin(), all.end(), "SI R. Yadav"), 1);
}

TEST(Form, of_a_non_cognizable_report_shows_the_magistrates_order) {
  FormFacts facts = given({{"magistrate.court", "CJM Lucknow"}, {"magistrate.order", "41 of 07/05/2026"}});
  facts.route = "NCR";
  const Sheet sheet = form_sheet(facts);
  EXPECT_TRUE(shows(sheet, "CJM Lucknow"));
  EXPECT_TRUE(shows(sheet, "taken: Investigation ordered by the Magistrate (B.N.S.S. 174(2))"));
}

TEST(Form, takes_lists_that_come_as_lines) {
  const Sheet sheet = form_sheet(
      given({{"accused.persons", "Golu, tenant\nRafiq"}, {"property", "ring, Rs 150,000\ncow, Rs unknown"}}));
  for (const char* value : {"Golu, tenant", "Rafiq", "ring", "1,50,000", "cow, Rs unknown"})
    EXPECT_TRUE(shows(sheet, value)) << value;
}

TEST(FormWriting, groups_by_lakh_and_crore) {
  EXPECT_EQ(form_rupees("5"), "5");
  EXPECT_EQ(form_rupees("999.50"), "999.50");
  EXPECT_EQ(form_rupees("1000"), "1,000");
  EXPECT_EQ(form_rupees("100000.00"), "1,00,000");
  EXPECT_EQ(form_rupees("123456789"), "12,34,56,789");
}

TEST(FormWriting, knows_the_day_of_the_week) {
  EXPECT_EQ(form_weekday("1969-12-31"), "Wednesday / बुधवार");
  EXPECT_EQ(form_weekday("2024-07-01"), "Monday / सोमवार");
  EXPECT_EQ(form_weekday("yesterday"), "");
}

}  // namespace
}  // namespace dossier::fir
