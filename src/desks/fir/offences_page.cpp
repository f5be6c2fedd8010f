#include "desks/fir/offences_page.h"

#include <boost/json.hpp>

namespace dossier::desks::fir {
namespace {

namespace json = boost::json;
using dossier::fir::Case;
using dossier::fir::CaseOffence;
using dossier::fir::StepVersion;

std::string text_in(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : "";
}

const json::array& list_in(const json::object& object, std::string_view name) {
  static const json::array kNone;
  const json::value* value = object.if_contains(name);
  return value != nullptr && value->is_array() ? value->get_array() : kNone;
}

// The complaint's own words, or the question where they are missing.
std::string words_of(const json::object& ingredient) {
  std::string words;
  for (const json::value& evidence : list_in(ingredient, "evidence")) {
    if (evidence.is_object()) words += (words.empty() ? "\"" : ", \"") + text_in(evidence.get_object(), "text") + "\"";
  }
  return words.empty() ? text_in(ingredient, "question") : words;
}

// What was made of the section when it was proposed; nothing when an officer added it.
const json::object* proposed(const json::object& assessment, const CaseOffence& offence) {
  for (const json::value& section : list_in(assessment, "sections")) {
    if (section.is_object() && text_in(section.get_object(), "act") == offence.act &&
        text_in(section.get_object(), "section") == offence.section)
      return &section.get_object();
  }
  return nullptr;
}

publish::Table table_of(const json::object& section) {
  publish::Table table{.mark = "",
                       .label = {},
                       .columns = {{{"What must be shown", ""}, 4},
                                   {{"State", ""}, 2},
                                   {{"Words of the complaint, or what to ask", ""}, 6}},
                       .rows = {}};
  for (const json::value& ingredient : list_in(section, "ingredients")) {
    if (!ingredient.is_object()) continue;
    const json::object& object = ingredient.get_object();
    table.rows.push_back({text_in(object, "name"), text_in(object, "state"), words_of(object)});
  }
  return table;
}

void add_offence(publish::Sheet& sheet, const CaseOffence& offence, const json::object& assessment,
                 const Statutes& statutes) {
  const std::string cited = offence.act + " " + offence.section;
  sheet.blocks.emplace_back(publish::Heading{cited, {offence.title, ""}});
  sheet.blocks.emplace_back(publish::Fields{{{"", {"Cognizable", ""}, std::string(name_of(offence.cognizable)), 3},
                                             {"", {"Bailable", ""}, std::string(name_of(offence.bailable)), 3},
                                             {"", {"Court", ""}, offence.court, 6}}});
  if (const json::object* section = proposed(assessment, offence)) sheet.blocks.emplace_back(table_of(*section));
  const StatuteSection* statute = statutes.find(offence.act, offence.section);
  if (statute == nullptr) return;
  const std::string title = statute->title.empty() ? "" : ", " + statute->title;
  sheet.blocks.emplace_back(
      publish::Passage{.label = {statute->act + " " + statute->section + title, ""}, .text = statute->text});
  sheet.blocks.emplace_back(publish::Remark{{"Source: " + statute->source + ". " + std::string(kStatuteNotice), ""}});
}

}  // namespace

publish::Sheet offences_sheet(const Case& state, const Statutes& statutes) {
  publish::Sheet sheet{.title = "Offences of " + state.file_number,
                       .headline = {"Offences of " + state.file_number, ""},
                       .notice = {"For judging the case; no part of the report. A person decides.", ""}};
  json::object assessment;
  const StepVersion* version = state.step(dossier::fir::Step::offences).version();
  if (version != nullptr && !version->details.empty()) {
    json::error_code error;
    const json::value details = json::parse(version->details, error);
    if (!error && details.is_object()) assessment = details.get_object();
  }
  for (const CaseOffence& offence : state.offences()) add_offence(sheet, offence, assessment, statutes);
  if (state.offences().empty()) sheet.blocks.emplace_back(publish::Remark{{"No offence stands in this case.", ""}});
  return sheet;
}

}  // namespace dossier::desks::fir
