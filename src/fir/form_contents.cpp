#include "fir/form_items.h"
#include "fir/form_outcomes.h"
#include "fir/form_writing.h"
#include "reading/fold.h"

namespace dossier::fir {
namespace {

using publish::Block;
using publish::Choice;
using publish::Choices;
using publish::Field;
using publish::Fields;
using publish::Heading;
using publish::Label;
using publish::Passage;
using publish::Remark;
using publish::Signature;
using publish::Table;

// The narrative without the complaint inside it, which stands above already.
std::string without_repetition(std::string narrative, std::string_view complaint) {
  const auto at = complaint.empty() ? std::string::npos : narrative.find(complaint);
  if (at != std::string::npos) narrative.replace(at, complaint.size(), "[as above]");
  return std::string(reading::trimmed(narrative));
}

// Information given in writing stands verbatim, the narrative after it. Oral information is the narrative, which is
// read over; where nobody said how it came, the narrative that holds the very words is enough.
void add_information(const FormFacts& facts, std::vector<Block>& blocks) {
  const std::string_view kind = facts.value("information.kind");
  const std::string complaint(reading::trimmed(facts.complaint)), narrative(reading::trimmed(facts.narrative));
  const bool holds = !complaint.empty() && narrative.find(complaint) != std::string::npos;
  if (kind == "oral" ? !narrative.empty() : (kind.empty() && holds)) {
    blocks.push_back(Passage{{}, narrative});
    return;
  }
  if (narrative.empty()) {
    blocks.push_back(Passage{{}, complaint, 8});
    return;
  }
  blocks.push_back(Passage{{"Information as given", "सूचना, जैसी दी गई"}, complaint});
  blocks.push_back(
      Passage{{"Drawn up from it", "उसके आधार पर लिखा गया विवरण"}, without_repetition(narrative, complaint)});
}

class Actions {
 public:
  Actions(const FormFacts& facts, std::vector<Block>& blocks) : facts_(facts), blocks_(blocks) {}

  void of_report() {
    blocks_.push_back(
        Remark{{"Since the above information reveals commission of offence(s) under the section(s) at item 2:",
                "चूँकि उपरोक्त सूचना से मद सं. 2 में उल्लिखित धारा(ओं) के अंतर्गत अपराध घटित होना प्रकट होता है:"}});
    const std::string_view taken = facts_.value("action.taken");
    const bool registered = taken == "registered", directed = taken == "directed";
    blocks_.push_back(
        Choices{{{registered,
                  "(1)",
                  {"Registered the case and took up the investigation", "प्रकरण दर्ज कर जाँच प्रारंभ की गई"},
                  registered ? investigator() : std::vector<Field>{}},
                 {directed,
                  "(2)",
                  {"Directed the I.O. named to take up the investigation", "जाँच अधिकारी को जाँच करने का निर्देश दिया गया"},
                  registered ? blank_investigator() : investigator()},
                 {taken == "refused",
                  "(3)",
                  {"Refused investigation due to", "जाँच से इनकार किया गया, कारण"},
                  {field({"Reason", "कारण"}, "action.reason", 12)}},
                 {taken == "transferred",
                  "(4)",
                  {"Transferred on point of jurisdiction to", "अधिकार क्षेत्र के आधार पर अंतरित"},
                  {field({"P.S.", "थाना"}, taken == "transferred" ? "place.other_station" : "", 6),
                   field({"District", "जिला"}, taken == "transferred" ? "place.other_district" : "", 6)}}}});
  }

  void of_entry() {
    blocks_.push_back(Remark{{"The above information discloses non-cognizable offence(s) only:",
                              "उपरोक्त सूचना से केवल असंज्ञेय अपराध प्रकट होता है:"}});
    blocks_.push_back(
        Choices{{{facts_.value("action.taken") == "registered" || facts_.value("action.taken") == "recorded",
                  "(1)",
                  {"Substance entered in the prescribed book; informant referred to the Magistrate (B.N.S.S. 174(1))",
                   "सूचना का सार विहित पुस्तक में दर्ज; सूचनाकर्ता को मजिस्ट्रेट के पास भेजा गया"}},
                 {!facts_.value("magistrate.order").empty(),
                  "(2)",
                  {"Investigation ordered by the Magistrate (B.N.S.S. 174(2))", "मजिस्ट्रेट द्वारा जाँच का आदेश"},
                  {field({"Court", "न्यायालय"}, "magistrate.court", 6),
                   field({"Order No. and date", "आदेश सं. व दिनांक"}, "magistrate.order", 6)}}}});
  }

  // Where no report is registered: what comes of it instead, what that needs, and what was done.
  void of_outcome(const FormOutcome& outcome) {
    blocks_.push_back(Remark{outcome.course});
    for (const Label& need : outcome.needs) blocks_.push_back(Remark{{"Needed: " + need.text, "आवश्यक: " + need.other}});
    std::string questions;
    for (const std::string& question : facts_.questions) questions += (questions.empty() ? "- " : "\n- ") + question;
    if (!questions.empty() && !facts_.finalised)
      blocks_.push_back(Passage{{"To be asked of the informant", "सूचनाकर्ता से पूछे जाने वाले प्रश्न"}, questions});
    const std::string_view taken = facts_.value("action.taken");
    blocks_.push_back(
        Choices{{{taken == "recorded",
                  "(1)",
                  {"Entered in the General Diary; the informant was told the outcome",
                   "रोजनामचा में दर्ज; सूचनाकर्ता को परिणाम बताया गया"}},
                 {taken == "transferred",
                  "(2)",
                  {"Sent to the authority, court or station named", "नामित प्राधिकारी, न्यायालय या थाने को भेजी गई"},
                  {field({"Name", "नाम"}, taken == "transferred" ? "place.other_station" : "", 6),
                   field({"District", "जिला"}, taken == "transferred" ? "place.other_district" : "", 6)}}}});
  }

  void read_over() {
    blocks_.push_back(
        Remark{{"Read over to the complainant / informant, admitted to be correctly recorded, copy given free of cost.",
                "शिकायतकर्ता / सूचनाकर्ता को पढ़कर सुनाया गया, सही दर्ज होना माना, एक प्रति निःशुल्क दी गई।"}});
    blocks_.push_back(Remark{{"R.O.A.C. (read over and accepted correct)", "आर.ओ.ए.सी. (पढ़कर सुनाया, सही माना)"}});
    blocks_.push_back(Signature{{"Signature of officer in charge, police station", "थाना प्रभारी के हस्ताक्षर"},
                                {field({"Name", "नाम"}, "officer.name", 12), field({"Rank", "पद"}, "officer.rank", 6),
                                 field({"No.", "सं."}, "officer.number", 6)},
                                true});
  }

 private:
  Field field(Label label, std::string_view name, int share) const {
    return form_field(facts_, "", std::move(label), name, share);
  }
  std::vector<Field> investigator() const {
    return {field({"Name", "नाम"}, "investigator.name", 6), field({"Rank", "पद"}, "investigator.rank", 3),
            field({"No.", "सं."}, "investigator.number", 3)};
  }
  std::vector<Field> blank_investigator() const {
    std::vector<Field> fields = investigator();
    for (Field& field : fields) field.value.clear(), field.note.clear();
    return fields;
  }

  const FormFacts& facts_;
  std::vector<Block>& blocks_;
};

struct FeatureColumn {
  Label label;
  int share;
  std::string FormFeatures::*value;
};

Table feature_table(const std::vector<FormFeatures>& all, const std::vector<FeatureColumn>& columns) {
  Table table;
  table.columns.push_back({{"S.No.", "क्र.सं."}, 2});
  for (const FeatureColumn& column : columns) table.columns.push_back({column.label, column.share});
  for (const FormFeatures& person : all) {
    std::vector<std::string> row = {person.number.empty() ? std::to_string(table.rows.size() + 1) : person.number};
    for (const FeatureColumn& column : columns) row.push_back(person.*column.value);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

void add_contents(const FormFacts& facts, FormKind kind, std::vector<Block>& blocks) {
  const bool ncr = kind == FormKind::ncr;
  const FormOutcome* const outcome = form_outcome(facts.route);
  const auto head = [&](const char* number, Label label) {
    blocks.push_back(form_heading(kind, blocks, number, std::move(label)));
  };
  head("12.", outcome ? Label{"Information as it was given", "दी गई सूचना का विवरण"}
                      : Label{"First information contents", "प्रथम सूचना का विवरण"});
  add_information(facts, blocks);
  head("13.", outcome ? Label{"Outcome", "परिणाम"} : Label{"Action taken", "की गई कार्यवाही"});
  Actions actions(facts, blocks);
  outcome ? actions.of_outcome(*outcome) : ncr ? actions.of_entry() : actions.of_report();
  actions.read_over();
  head("14.", {"Signature / thumb impression of the complainant / informant",
               "शिकायतकर्ता / सूचनाकर्ता के हस्ताक्षर / अंगूठे का निशान"});
  blocks.push_back(Signature{});
  if (outcome != nullptr) return;
  head("15.", ncr ? Label{"Date and time of dispatch of the daily diary report to the Magistrate",
                          "मजिस्ट्रेट को दैनिक डायरी रिपोर्ट भेजने की दिनांक व समय"}
                  : Label{"Date and time of dispatch to the court", "न्यायालय को प्रेषण की दिनांक व समय"});
  blocks.push_back(Fields{{form_field(facts, "", {}, "dispatch.at", 6, form_moment)}});
}

void add_annex(const FormFacts& facts, std::vector<Block>& blocks) {
  using F = FormFeatures;
  blocks.push_back(
      Heading{"",
              {"Annex to item 7: physical features, deformities and other details of the suspect / accused, if known",
               "मद 7 का संलग्नक: संदिग्ध / अभियुक्त की शारीरिक विशेषताएँ, विकृतियाँ एवं अन्य विवरण, यदि ज्ञात हों"}});
  blocks.push_back(feature_table(facts.features, {{{"Sex", "लिंग"}, 2, &F::sex},
                                                  {{"Date / year of birth", "जन्म तिथि / वर्ष"}, 4, &F::born},
                                                  {{"Build", "बनावट"}, 3, &F::build},
                                                  {{"Height (cm)", "कद (से.मी.)"}, 3, &F::height_cm},
                                                  {{"Complexion", "रंग"}, 3, &F::complexion},
                                                  {{"Identification marks", "पहचान चिह्न"}, 5, &F::marks}}));
  blocks.push_back(
      feature_table(facts.features, {{{"Deformities / peculiarities", "विकृतियाँ / विशेषताएँ"}, 5, &F::deformities},
                                     {{"Teeth", "दाँत"}, 3, &F::teeth},
                                     {{"Hair", "बाल"}, 3, &F::hair},
                                     {{"Eyes", "आँखें"}, 3, &F::eyes},
                                     {{"Habits", "आदतें"}, 3, &F::habits},
                                     {{"Dress habits", "पहनावा"}, 3, &F::dress}}));
  blocks.push_back(feature_table(facts.features, {{{"Languages / dialect", "भाषा / बोली"}, 5, &F::languages},
                                                  {{"Burn mark", "जले का निशान"}, 3, &F::burn},
                                                  {{"Leucoderma", "सफेद दाग"}, 3, &F::leucoderma},
                                                  {{"Mole", "मस्सा / तिल"}, 3, &F::mole},
                                                  {{"Scar", "घाव का निशान"}, 3, &F::scar},
                                                  {{"Tattoo", "गोदना"}, 3, &F::tattoo}}));
}

}  // namespace dossier::fir
