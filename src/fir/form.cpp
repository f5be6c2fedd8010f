#include "fir/form.h"

#include "fir/form_items.h"
#include "fir/form_outcomes.h"
#include "fir/form_writing.h"

namespace dossier::fir {
namespace {

FormKind form_kind(std::string_view route) {
  if (form_outcome(route) != nullptr) return FormKind::other;
  return route == "NCR" ? FormKind::ncr : route == "ZERO_FIR" ? FormKind::zero_fir : FormKind::fir;
}

publish::Label headline(FormKind kind, std::string_view route) {
  switch (kind) {
    case FormKind::fir: break;
    case FormKind::zero_fir: return {"ZERO FIRST INFORMATION REPORT", "शून्य प्रथम सूचना रिपोर्ट (ज़ीरो एफ.आई.आर.)"};
    case FormKind::ncr: return {"NON-COGNIZABLE REPORT", "असंज्ञेय अपराध की सूचना (एन.सी.आर.)"};
    case FormKind::other: return form_outcome(route)->title;
  }
  return {"FIRST INFORMATION REPORT", "प्रथम सूचना रिपोर्ट"};
}

std::vector<publish::Label> under_headline(FormKind kind, std::string_view route) {
  if (kind == FormKind::ncr) return {{"(Under section 174 B.N.S.S.)", "(धारा 174 बी.एन.एस.एस. के अंतर्गत)"}};
  if (kind == FormKind::other) {
    const publish::Label& under = form_outcome(route)->under;
    return under.text.empty() ? std::vector<publish::Label>{} : std::vector{under};
  }
  std::vector<publish::Label> lines = {{"(Under section 173 B.N.S.S.)", "(धारा 173 बी.एन.एस.एस. के अंतर्गत)"}};
  if (kind == FormKind::zero_fir) {
    lines.push_back({"Registered without regard to the place of offence, for transfer under item 13(4)",
                     "घटनास्थल का विचार किए बिना दर्ज, मद 13(4) के अनुसार अंतरण हेतु"});
  }
  return lines;
}

// What an officer must know before reading: who may not see it, or that it is no report.
publish::Label notice(const FormFacts& facts) {
  if (facts.identity_withheld) {
    return {"REDACTED COPY. The identity of the victim may not be made known (B.N.S. 72, POCSO Act 23, JJ Act 74).",
            "पहचान के विवरण हटाकर बनाई गई प्रति। पीड़ित की पहचान प्रकट करना वर्जित है।"};
  }
  const FormOutcome* const outcome = form_outcome(facts.route);
  if (outcome == nullptr) return {};
  if (facts.finalised) {
    return {"This is no First Information Report: none was registered on this information.",
            "यह प्रथम सूचना रिपोर्ट नहीं है: इस सूचना पर प्र.सू.रि. दर्ज नहीं की गई।"};
  }
  return {"No First Information Report is proposed. " + outcome->course.text + " The officer decides.",
          "प्र.सू.रि. दर्ज करना प्रस्तावित नहीं है। निर्णय अधिकारी का है।"};
}

// "LOST PROPERTY REPORT" -> "Lost Property Report", for the head of every page.
std::string in_title_case(std::string title) {
  bool head = true;
  for (char& c : title) {
    if (!head && c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    head = c == ' ' || c == '-';
  }
  return title;
}

std::string foot(const FormFacts& facts) {
  std::string text;
  const auto add = [&](std::string_view what, const std::string& value) {
    if (!value.empty()) text += (text.empty() ? "" : "  ·  ") + std::string(what) + " " + value;
  };
  add("Dossier file", facts.file_number);
  add("Made", form_moment(facts.made_at));
  add("Journal", facts.journal_digest);
  return text;
}

// "2026-05-05 18:30" in Indian time, as properties of documents want it.
std::string iso_moment(std::string_view moment) {
  constexpr std::size_t kDay = 10, kMinute = 16;
  if (!Date::parse_iso(moment.substr(0, kDay))) return {};
  if (moment.size() < kMinute) return std::string(moment.substr(0, kDay));
  return std::string(moment.substr(0, kDay)) + "T" + std::string(moment.substr(kDay + 1, 5)) + ":00+05:30";
}

}  // namespace

std::string_view FormFacts::value(std::string_view name) const {
  const auto at = values.find(name);
  return at == values.end() ? std::string_view() : at->second.text;
}

publish::Sheet form_sheet(const FormFacts& facts) {
  const FormKind kind = form_kind(facts.route);
  publish::Sheet sheet;
  sheet.headline = headline(kind, facts.route);
  sheet.title = in_title_case(sheet.headline.text);
  sheet.corner_left = {"N.C.R.B.", "एन.सी.आर.बी."};
  if (kind == FormKind::fir || kind == FormKind::zero_fir)
    sheet.corner_right = {"I.I.F.-I (Integrated Investigation Form - I)", "एकीकृत जाँच फार्म - I"};
  if (kind == FormKind::other) sheet.corner_left = {};
  sheet.under_headline = under_headline(kind, facts.route);
  if (!facts.finalised) sheet.stamp = {"DRAFT", "प्रारूप - पंजीकृत रिपोर्ट नहीं"};
  sheet.notice = notice(facts);
  sheet.foot = foot(facts);
  sheet.created = iso_moment(facts.made_at);
  add_particulars(facts, kind, sheet.blocks);
  add_contents(facts, kind, sheet.blocks);
  if (kind != FormKind::other) add_annex(facts, sheet.blocks);
  return sheet;
}

}  // namespace dossier::fir
