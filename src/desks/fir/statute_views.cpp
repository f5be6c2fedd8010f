#include "desks/fir/statute_views.h"

#include "desks/fir/limits.h"

#include <algorithm>

namespace dossier::desks::fir {

using net::field;
using net::Fields;

namespace {

constexpr std::string_view kNoticeMeaning = "That it is the user's text, neither supplied nor checked by Dossier.";

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

StatuteView view_of(const StatuteSection& section) {
  return {section.act,  section.section, unless_empty(section.title),
          section.text, section.source,  std::string(kStatuteNotice),
          std::nullopt};
}

std::vector<StatuteView> statutes_of(const Statutes& statutes, const std::vector<dossier::fir::CaseOffence>& offences) {
  std::vector<StatuteView> views;
  std::vector<const StatuteSection*> shown;
  for (const auto& offence : offences) {
    const StatuteSection* section = statutes.find(offence.act, offence.section);
    if (section == nullptr || std::find(shown.begin(), shown.end(), section) != shown.end()) continue;
    shown.push_back(section);
    views.push_back(view_of(*section));
    views.back().shown_for = offence.act + " " + offence.section;
  }
  return views;
}

StatutesView view_of(const Statutes& statutes, const std::string& problem) {
  StatutesView view{.notice = std::string(kStatuteNotice), .problem = unless_empty(problem)};
  for (const LoadedAct& act : loaded_acts(statutes)) view.acts.push_back({act.act, act.source, act.sections});
  return view;
}

const Fields& StatuteView::fields() {
  static const auto table = Fields::of<StatuteView>(
      "Statute", "The text of a section of the law, as the user loaded it.",
      {field<&StatuteView::act>("act", "The act."), field<&StatuteView::section>("section", "The section it is of."),
       field<&StatuteView::title>("title", "Its title."), field<&StatuteView::text>("text", "The text."),
       field<&StatuteView::source>("source", "Where the user has it from."),
       field<&StatuteView::notice>("notice", kNoticeMeaning),
       field<&StatuteView::shown_for>("shown_for",
                                      "The section of the case it stands beside: 303(2), where 303 was loaded.")});
  return table;
}

const Fields& LoadedActView::fields() {
  static const auto table =
      Fields::of<LoadedActView>("LoadedAct", "An act whose text is loaded.",
                                {field<&LoadedActView::act>("act", "The act."),
                                 field<&LoadedActView::source>("source", "Where the user has it from."),
                                 field<&LoadedActView::sections>("sections", "How many sections.")});
  return table;
}

const Fields& StatutesView::fields() {
  static const auto table = Fields::of<StatutesView>(
      "Statutes", "The text of the law that is loaded.",
      {field<&StatutesView::acts>("acts", "The acts."), field<&StatutesView::notice>("notice", kNoticeMeaning),
       field<&StatutesView::problem>("problem", "Why the file of the configuration is left out.")});
  return table;
}

const Fields& StatuteFoundView::fields() {
  static const auto table = Fields::of<StatuteFoundView>(
      "StatuteFound", "A section that speaks of what was asked.",
      {field<&StatuteFoundView::act>("act", "The act."), field<&StatuteFoundView::section>("section", "The section."),
       field<&StatuteFoundView::title>("title", "Its title."),
       field<&StatuteFoundView::excerpt>("excerpt", "The line that has most of the words."),
       field<&StatuteFoundView::source>("source", "Where the user has it from.")});
  return table;
}

const Fields& StatutesFoundView::fields() {
  static const auto table =
      Fields::of<StatutesFoundView>("StatutesFound", "Sections that share words with the question, best first.",
                                    {field<&StatutesFoundView::items>("items", "The sections."),
                                     field<&StatutesFoundView::notice>("notice", kNoticeMeaning)});
  return table;
}

namespace {

constexpr std::string_view kActMeaning = "The act as the knowledge names it: BNS, IT Act.";

}  // namespace

const Fields& StatuteQuery::fields() {
  static const auto table = Fields::of<StatuteQuery>(
      "StatuteQuery", "",
      {field<&StatuteQuery::act>("act", kActMeaning, net::length(1, limits::kStatuteNameBytesMax)),
       field<&StatuteQuery::section>("section", "The section: 303(2). Where only 303 is loaded, that is given.",
                                     net::length(1, limits::kStatuteNameBytesMax))});
  return table;
}

const Fields& StatuteSearchQuery::fields() {
  static const auto table = Fields::of<StatuteSearchQuery>(
      "StatuteSearchQuery", "",
      {field<&StatuteSearchQuery::q>("q", "Words to look for.", net::length(1, 500)),
       field<&StatuteSearchQuery::act>("act", "Of this act alone.", net::length(1, limits::kStatuteNameBytesMax)),
       field<&StatuteSearchQuery::limit>("limit", "How many.", net::range(1, limits::kStatutesFoundMax),
                                         net::or_default)});
  return table;
}

const Fields& StatuteActQuery::fields() {
  static const auto table = Fields::of<StatuteActQuery>(
      "StatuteActQuery", "",
      {field<&StatuteActQuery::act>("act", kActMeaning, net::length(1, limits::kStatuteNameBytesMax))});
  return table;
}

const Fields& StatuteFileForm::fields() {
  static const auto table = Fields::of<StatuteFileForm>(
      "StatuteFile", "Statutes as JSON Lines.",
      {field<&StatuteFileForm::file>("file", "Each line an object with act, section, text, title and source."),
       field<&StatuteFileForm::act>("act", "The act of the lines that name none.",
                                    net::length(1, limits::kStatuteNameBytesMax)),
       field<&StatuteFileForm::source>("source", "Where the user has it from, where a line does not say.",
                                       net::length(1, limits::kStatuteTitleBytesMax))});
  return table;
}

}  // namespace dossier::desks::fir
