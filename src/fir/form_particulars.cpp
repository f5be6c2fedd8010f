#include "fir/form_acts.h"
#include "fir/form_items.h"
#include "fir/form_writing.h"

#include <algorithm>
#include <charconv>

namespace dossier::fir {
namespace {

using publish::Block;
using publish::Choices;
using publish::Field;
using publish::Fields;
using publish::Heading;
using publish::Label;
using publish::Table;

Label serial() {
  return {"S.No.", "क्र.सं."};
}

std::string note_of(FormOrigin origin) {
  switch (origin) {
    case FormOrigin::complaint: return "from the complaint";
    case FormOrigin::officer: return "given by the officer";
    case FormOrigin::machine: break;
  }
  return "worked out by Dossier";
}

class Particulars {
 public:
  Particulars(const FormFacts& facts, FormKind kind, std::vector<Block>& blocks)
      : facts_(facts), kind_(kind), blocks_(blocks) {}

  void add() {
    const bool report = kind_ != FormKind::other;
    report ? station() : station_of_entry();
    if (report) acts();
    occurrence();
    kind_of_information();
    place();
    informant();
    if (!report) victims();
    accused();
    if (report) delay();
    property();
    if (report || facts_.route == "INQUEST") inquest();
  }

 private:
  void head(const char* number, Label label) {
    blocks_.push_back(form_heading(kind_, blocks_, number, std::move(label)));
  }
  Field field(std::string mark, Label label, std::string_view name, int share,
              std::string (*shown)(std::string_view) = nullptr) const {
    return form_field(facts_, std::move(mark), std::move(label), name, share, shown);
  }
  void line(std::vector<Field> fields) { blocks_.push_back(Fields{std::move(fields)}); }

  void station() {
    const bool ncr = kind_ == FormKind::ncr;
    head("1.", {"Station and number", "थाना एवं संख्या"});
    line({field("", {"District", "जिला"}, "station.district", 6), field("", {"P.S.", "थाना"}, "station.name", 6)});
    Field year{"",
               {"Year", "वर्ष"},
               form_year(facts_.value("fir.registered_at")),
               2,
               "worked out from the date of registration"};
    line({year,
          field("", ncr ? Label{"N.C.R. No.", "एन.सी.आर. सं."} : Label{"F.I.R. No.", "प्र.सू.रि. सं."}, "fir.number", 4),
          field("",
                ncr ? Label{"Date and time of report", "रिपोर्ट की दिनांक व समय"}
                    : Label{"Date and time of F.I.R.", "प्र.सू.रि. की दिनांक व समय"},
                "fir.registered_at", 6, form_moment)});
  }

  // Where no report is registered the General Diary holds its number.
  void station_of_entry() {
    head("1.", {"Station and entry", "थाना एवं प्रविष्टि"});
    line({field("", {"District", "जिला"}, "station.district", 6), field("", {"P.S.", "थाना"}, "station.name", 6)});
    line({field("", {"General Diary entry No.", "रोजनामचा प्रविष्टि सं."}, "gd.entry", 6),
          field("", {"Date and time", "दिनांक व समय"}, "gd.at", 6, form_moment)});
  }

  void acts() {
    head("2.", {"Acts and sections", "अधिनियम एवं धाराएँ"});
    Table table{"", {}, {{serial(), 1}, {{"Act", "अधिनियम"}, 5}, {{"Sections", "धाराएँ"}, 6}}, {}};
    for (const FormAct& act : facts_.acts) {
      std::string sections;
      for (const std::string& section : act.sections) sections += (sections.empty() ? "" : ", ") + section;
      table.rows.push_back({std::to_string(table.rows.size() + 1), act_title(act.act), sections});
    }
    blocks_.push_back(std::move(table));
  }

  void occurrence() {
    head("3.", {"Time", "समय"});
    const std::string_view from = facts_.value("occurrence.date"), to = facts_.value("occurrence.date_to");
    Field day{"(a)",
              kind_ == FormKind::other ? Label{"What happened: day", "घटना: दिन"}
                                       : Label{"Occurrence of offence: day", "अपराध की घटना: दिन"},
              to.empty() || to == from ? form_weekday(from) : std::string(), 4, "worked out from the date"};
    line({day, field("", {"Date from", "दिनांक से"}, "occurrence.date", 4, form_day),
          field("", {"Date to", "दिनांक तक"}, "occurrence.date_to", 4, form_day)});
    line({field("", {"Time period (pahar)", "समय अवधि (पहर)"}, "occurrence.pahar", 4),
          field("", {"Time from", "समय से"}, "occurrence.time", 4),
          field("", {"Time to", "समय तक"}, "occurrence.time_to", 4)});
    line({field("(b)", {"Information received at P.S.: date", "थाने पर सूचना प्राप्त: दिनांक"}, "information.received_at", 8,
                form_day),
          field("", {"Time", "समय"}, "information.received_at", 4, form_time)});
    if (kind_ == FormKind::other) return;
    line({field("(c)", {"General Diary reference: entry No.", "रोजनामचा संदर्भ: प्रविष्टि सं."}, "gd.entry", 8),
          field("", {"Date and time", "दिनांक व समय"}, "gd.at", 4, form_moment)});
  }

  void kind_of_information() {
    head("4.", {"Type of information", "सूचना का प्रकार"});
    const std::string_view kind = facts_.value("information.kind");
    blocks_.push_back(Choices{{{kind == "written", "", {"Written", "लिखित"}},
                               {kind == "oral", "", {"Oral", "मौखिक"}},
                               {kind == "electronic", "", {"Electronic communication", "इलेक्ट्रॉनिक संसूचना"}}},
                              true});
  }

  void place() {
    head("5.", {"Place of occurrence", "घटनास्थल"});
    line({field("(a)", {"Direction and distance from P.S.", "थाने से दिशा एवं दूरी"}, "place.direction_distance", 8),
          field("", {"Beat No.", "बीट सं."}, "place.beat", 4)});
    line({field("(b)", {"Address", "पता"}, "occurrence.place", 12)});
    line({field("(c)", {"If outside the limits of this P.S.: name of P.S.", "यदि थाना सीमा के बाहर हो: थाने का नाम"},
                "place.other_station", 7),
          field("", {"District (State)", "जिला (राज्य)"}, "place.other_district", 5)});
  }

  // The form asks for the date of birth; an age that was stated is shown as what it is.
  Field born() const {
    Field field = this->field("(c)", {"Date / year of birth", "जन्म तिथि / वर्ष"}, "complainant.born", 4, form_day);
    const std::string_view age = facts_.value("complainant.age");
    if (field.value.empty() && !age.empty()) field.value = "age as stated: " + std::string(age);
    return field;
  }

  // The form tells telephones from mobiles; Indian mobiles have ten digits and begin with 6 to 9.
  bool is_mobile() const {
    std::string digits;
    for (const char c : facts_.value("complainant.phone")) {
      if (c >= '0' && c <= '9') digits += c;
    }
    if (digits.size() == 12 && digits.starts_with("91")) digits.erase(0, 2);
    if (digits.size() == 11 && digits.starts_with("0")) digits.erase(0, 1);
    return digits.size() == 10 && digits[0] >= '6';
  }

  void informant() {
    head("6.", {"Complainant / informant", "शिकायतकर्ता / सूचनाकर्ता"});
    line({field("(a)", {"Name", "नाम"}, "complainant.name", 6),
          field("(b)", {"Father's / husband's name", "पिता / पति का नाम"}, "complainant.relative", 6)});
    line({born(), field("(d)", {"Nationality", "राष्ट्रीयता"}, "complainant.nationality", 4),
          field("(e)", {"UID No.", "यू.आई.डी. सं."}, "complainant.uid", 4)});
    line({field("(f)", {"Passport No.", "पासपोर्ट सं."}, "complainant.passport", 4),
          field("", {"Date of issue", "जारी करने की तिथि"}, "complainant.passport_issued_on", 4, form_day),
          field("", {"Place of issue", "जारी करने का स्थान"}, "complainant.passport_issued_at", 4)});
    Table papers{"(g)",
                 {"Identity documents (ration card, voter ID, passport, Aadhaar, driving licence, PAN)", "पहचान पत्र"},
                 {{serial(), 1}, {{"Type", "प्रकार"}, 5}, {{"Number", "संख्या"}, 6}},
                 {}};
    for (const FormIdentityPaper& paper : facts_.identity_papers)
      papers.rows.push_back({std::to_string(papers.rows.size() + 1), paper.type, paper.number});
    if (papers.rows.empty() && !facts_.value("complainant.id_document").empty())
      papers.rows.push_back({"1", std::string(facts_.value("complainant.id_document")), ""});
    blocks_.push_back(std::move(papers));
    line({field("(h)", {"Occupation", "व्यवसाय"}, "complainant.occupation", 12)});
    line({field("(i)", {"Present address", "वर्तमान पता"}, "complainant.address", 12)});
    line({field("", {"Permanent address", "स्थायी पता"}, "complainant.permanent_address", 12)});
    Field phone = field("(j)", {"Phone", "दूरभाष"}, "complainant.phone", 6);
    Field mobile = field("", {"Mobile", "मोबाइल"}, "complainant.phone", 6);
    (is_mobile() ? phone : mobile).value.clear();
    line({phone, mobile});
  }

  static Table persons(const std::vector<FormPerson>& list) {
    Table table{"",
                {},
                {{serial(), 1},
                 {{"Name and particulars", "नाम व विवरण"}, 5},
                 {{"Alias", "उपनाम"}, 2},
                 {{"Relative's name", "रिश्तेदार का नाम"}, 3},
                 {{"Present address", "वर्तमान पता"}, 4}},
                {}};
    for (const FormPerson& person : list) {
      const std::string who =
          person.name + (person.name.empty() || person.particulars.empty() ? "" : ", ") + person.particulars;
      table.rows.push_back({std::to_string(table.rows.size() + 1), who, person.alias, person.relative, person.address});
    }
    return table;
  }

  // Who is missing or dead, or was wronged.
  void victims() {
    if (facts_.victims.empty()) return;
    head("", {"Person concerned", "संबंधित व्यक्ति"});
    blocks_.push_back(persons(facts_.victims));
  }

  void accused() {
    head("7.", kind_ == FormKind::other ? Label{"Other persons named in the information", "सूचना में नामित अन्य व्यक्ति"}
                                        : Label{"Known / suspected / unknown accused with full particulars",
                                                "ज्ञात / संदिग्ध / अज्ञात अभियुक्त, पूर्ण विवरण सहित"});
    Table table = persons(form_accused(facts_));
    if (kind_ == FormKind::other) return blocks_.push_back(std::move(table));
    Field unknown{"",
                  {"Number of unknown accused, if any", "अज्ञात अभियुक्तों की संख्या, यदि कोई हो"},
                  unknown_count(table.rows.size()),
                  8,
                  "the number stated, less those listed"};
    blocks_.push_back(std::move(table));
    line({unknown});
  }

  std::string unknown_count(std::size_t listed) const {
    const std::string_view text = facts_.value("accused.count");
    std::size_t count = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), count);
    if (parsed.ec != std::errc{} || parsed.ptr != text.data() + text.size() || count <= listed) return {};
    return std::to_string(count - listed);
  }

  void delay() {
    head("8.", {"Reasons for delay in reporting by the complainant / informant",
                "शिकायतकर्ता / सूचनाकर्ता द्वारा सूचना देने में विलंब के कारण"});
    blocks_.push_back(publish::Passage{{}, std::string(facts_.value("delay.reason")), 1});
  }

  void property() {
    head("9.", {"Particulars of properties of interest", "संबंधित संपत्ति का विवरण"});
    Table table{"",
                {},
                {{serial(), 1},
                 {{"Property category", "संपत्ति की श्रेणी"}, 3},
                 {{"Property type", "संपत्ति का प्रकार"}, 3},
                 {{"Description", "विवरण"}, 6},
                 {{"Value (Rs)", "मूल्य (रु.)"}, 2, true}},
                {}};
    for (const FormProperty& item : form_property(facts_)) {
      table.rows.push_back(
          {std::to_string(table.rows.size() + 1), item.category, item.type, item.description, form_rupees(item.value)});
    }
    blocks_.push_back(std::move(table));
    head("10.", {"Total value of property (Rs)", "संपत्ति का कुल मूल्य (रु.)"});
    line({field("", {}, "total_value", 6, form_rupees)});
  }

  void inquest() {
    head("11.", {"Inquest report / U.D. case No., if any", "मृत्यु समीक्षा रिपोर्ट / यू.डी. प्रकरण सं., यदि कोई हो"});
    Table table{"", {}, {{serial(), 1}, {{"UIDB number", "यू.आई.डी.बी. सं."}, 11}}, {}};
    if (!facts_.value("inquest.number").empty())
      table.rows.push_back({"1", std::string(facts_.value("inquest.number"))});
    blocks_.push_back(std::move(table));
  }

  const FormFacts& facts_;
  const FormKind kind_;
  std::vector<Block>& blocks_;
};

}  // namespace

publish::Heading form_heading(FormKind kind, const std::vector<Block>& blocks, const char* number, Label label) {
  if (kind != FormKind::other) return {number, std::move(label)};
  const auto items = std::count_if(blocks.begin(), blocks.end(),
                                   [](const Block& block) { return std::holds_alternative<Heading>(block); });
  return {std::to_string(items + 1) + ".", std::move(label)};
}

publish::Field form_field(const FormFacts& facts, std::string mark, Label label, std::string_view name, int share,
                          std::string (*shown)(std::string_view)) {
  publish::Field field{std::move(mark), std::move(label), {}, share};
  const auto at = facts.values.find(name);
  if (at == facts.values.end() || at->second.text.empty()) return field;
  field.value = shown == nullptr ? at->second.text : shown(at->second.text);
  std::replace(field.value.begin(), field.value.end(), '\n', ' ');
  field.note = note_of(at->second.origin);
  return field;
}

void add_particulars(const FormFacts& facts, FormKind kind, std::vector<Block>& blocks) {
  Particulars(facts, kind, blocks).add();
}

}  // namespace dossier::fir
