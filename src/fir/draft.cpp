#include "fir/draft.h"

#include "base/limits.h"
#include "fir/coverage.h"
#include "fir/edited_narrative.h"
#include "fir/form.h"
#include "fir/given.h"
#include "fir/two_days.h"
#include "fir/wording.h"
#include "publish/plain.h"

#include <algorithm>
#include <set>

namespace dossier::fir {
namespace {

constexpr double kForeignShareMax = 0.3;  // of the letters; above it the cues would see too little to be trusted

void ask(Draft& draft, std::string field, std::string question) {
  const bool asked = std::any_of(draft.missing.begin(), draft.missing.end(),
                                 [&](const MissingFact& m) { return m.question == question; });
  if (!asked && !question.empty()) draft.missing.push_back({std::move(field), std::move(question)});
}

constexpr int kAgeInFirstClass = 6;

// A class at school is no age, but it says about what age to expect.
void ask_for_age(Draft& draft) {
  const VictimFact& victim = draft.facts.victim;
  if (victim.age || !victim.school_class) return;
  ask(draft, "victim.age",
      "How old is the child of class " + std::to_string(*victim.school_class) + ", and what paper shows it? Children " +
          "there are commonly about " + std::to_string(*victim.school_class + kAgeInFirstClass - 1) + ".");
}

void ask_for_facts(Draft& draft, const reading::Text& text) {
  const Facts& f = draft.facts;
  const bool crime = !draft.assessment.proposals.empty();
  if (!f.occurrence.from)
    ask(draft, "occurrence.date", "On what day did it happen? The day decides which code applies.");
  if (f.occurrence.from && !f.occurrence.from_known_day)
    ask(draft, "occurrence.date", "On what exact day, or from which day to which, did it happen?");
  for (const Found& date : f.impossible_dates)
    ask(draft, "occurrence.date", "There is no such day as \"" + date.text + "\". Which day is meant?");
  for (const Found& date : f.future_dates)
    ask(draft, "occurrence.date", "\"" + date.text + "\" lies after the day of the report. Which day is meant?");
  for (const Found& date : f.other_weekdays)
    ask(draft, "occurrence.date", "\"" + date.text + "\" was another day of the week. Which day is meant?");
  for (const Found& time : f.impossible_times)
    ask(draft, "occurrence.time_from", "There is no such hour as \"" + time.text + "\". At what time did it happen?");
  if (const auto days = told_of_two_days(f, draft.assessment, text))
    ask(draft, "occurrence.date",
        "It is told of \"" + days->first.text + "\" and of \"" + days->second.text +
            "\": did it happen on both days, or which of them is right?");
  if (!f.complainant.name) ask(draft, "complainant.name", "What is the informant's full name?");
  if (crime && !f.occurrence.time_from) ask(draft, "occurrence.time_from", "At about what time did it happen?");
  if (crime && !f.occurrence.place) ask(draft, "occurrence.place", "Where exactly did it happen?");
  if (crime && f.accused.persons.empty() && !f.accused.count)
    ask(draft, "accused", "Does the informant know or suspect anybody, and how many were there?");
  if (crime) ask_for_age(draft);
  for (const PropertyFact& item : f.property) {
    if (!item.value && !f.total_value && f.amounts.empty())
      ask(draft, "property.value", "What is the value of: " + item.description.text + "?");
  }
}

// A core ingredient is missing only where experience proposes the offence; it seldom has a question of its own.
std::string question_for(const Ingredient& ingredient) {
  if (!ingredient.question.empty() || !ingredient.core) return ingredient.question;
  return "What shows this: " + ingredient.name + "?";
}

void ask_for_class(Draft& draft, const Proposal& proposal) {
  const bool cognizable = proposal.cognizable == Answer::depends, bailable = proposal.bailable == Answer::depends;
  if (!cognizable && !bailable) return;
  const std::string what = !cognizable ? "bailable" : bailable ? "cognizable and bailable" : "cognizable";
  ask(draft, proposal.offence->id(), "What decides whether it is " + what + ": " + proposal.offence->depends_on);
}

void ask_for_ingredients(Draft& draft) {
  for (const Proposal& proposal : draft.assessment.proposals) {
    for (const IngredientFinding& finding : proposal.ingredients) {
      if (finding.state == IngredientState::missing)
        ask(draft, proposal.offence->id() + ": " + finding.ingredient->id, question_for(*finding.ingredient));
    }
    for (const std::string& question : proposal.offence->questions) ask(draft, proposal.offence->id(), question);
    ask_for_class(draft, proposal);
  }
  for (const SituationFinding& finding : draft.assessment.situations) {
    for (const std::string& question : finding.situation->questions) ask(draft, finding.situation->id, question);
  }
}

void ask_what_happened(Draft& draft) {
  if (!draft.read) {
    ask(draft, "transcript",
        "The complaint is in a script that is not read yet. It is kept whole: have it translated, or enter the facts "
        "by hand.");
    return;
  }
  ask(draft, "incident", "What exactly happened, step by step?");
  ask(draft, "accused", "Who did it, and what did each of them do?");
  ask(draft, "loss", "What was taken, lost or damaged, or who was hurt, and how?");
}

void list_duties(Draft& draft, const Knowledge& knowledge) {
  std::vector<std::string> ids;
  const auto add = [&](const std::string& id) {
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  };
  const std::string& route = draft.route;
  if (route == "FIR" || route == "ZERO_FIR") {
    add("register");
    add("copy");
    add("report_magistrate");
  }
  if (route == "ZERO_FIR") add("zero_fir");
  if (route == "NCR") add("non_cognizable");
  if (draft.law == Law::both) add("both_codes");
  if (draft.law == Law::ipc) add("old_code");
  double gravest = 0;
  for (const Proposal& p : draft.assessment.proposals) {
    for (const std::string& duty : p.offence->duties) add(duty);
    if (p.cognizable != Answer::no && p.route.empty()) gravest = std::max(gravest, p.offence->max_years);
  }
  if (gravest >= 7) add("forensic");
  if (gravest >= 3 && gravest < 7 && std::find(ids.begin(), ids.end(), "no_preliminary_enquiry") == ids.end())
    add("preliminary_enquiry");
  for (const std::string& id : ids) {
    if (const Duty* duty = knowledge.find_duty(id)) draft.procedure.push_back(duty->text);
  }
}

bool is_sensitive(const Assessment& assessment) {
  return std::any_of(assessment.proposals.begin(), assessment.proposals.end(), [](const Proposal& p) {
    return std::find(p.offence->duties.begin(), p.offence->duties.end(), "identity") != p.offence->duties.end();
  });
}

}  // namespace

std::vector<CitedSection> cited_sections(const Proposal& proposal, Law law) {
  const Offence& offence = *proposal.offence;
  if (law != Law::ipc || offence.act != "BNS" || offence.ipc.empty()) return {{offence.act, offence.section}};
  std::vector<CitedSection> cited;
  for (const std::string& section : offence.ipc) cited.push_back({"IPC", section});
  return cited;
}

std::vector<CitedSection> sections_of_item_two(const Proposal& proposal, Law law) {
  std::vector<CitedSection> sections = cited_sections(proposal, law);
  if (law != Law::both) return sections;
  const auto old = cited_sections(proposal, Law::ipc);
  if (old.front().act != proposal.offence->act) sections.insert(sections.end(), old.begin(), old.end());
  return sections;
}

Result<Draft> draft_complaint(const Knowledge& knowledge, std::string complaint, std::optional<Date> told_on,
                              const GivenFields& given) {
  TRY(auto parsed, reading::Text::of(complaint));
  if (parsed.length() > limits::kComplaintLettersMax) {
    return Error{ErrorCode::too_large, "the complaint is longer than " + std::to_string(limits::kComplaintLettersMax) +
                                           " characters; give its substance and attach the rest"};
  }
  TRY(auto day, day_of_report(given, told_on));
  Draft draft;
  draft.transcript = std::move(complaint);
  draft.read = reading::foreign_letter_share(parsed) <= kForeignShareMax;
  reading::CueText text(parsed, knowledge.vocabulary());
  draft.facts = read_facts(text, knowledge, day);
  TRY_DO(apply_given(given, draft.facts));
  if (draft.read) draft.assessment = assess(knowledge, text, draft.facts);
  draft.route = route_of(draft.assessment);
  draft.law = law_of(draft.facts, draft.assessment, day);
  // Where nothing is an offence no code has to be chosen: the one in force stands.
  if (draft.assessment.proposals.empty() && draft.route != "CLARIFY") draft.law = Law::bns;
  draft.sensitive = is_sensitive(draft.assessment);
  if (draft.route == "CLARIFY") ask_what_happened(draft);
  ask_for_facts(draft, parsed);
  ask_for_ingredients(draft);
  list_duties(draft, knowledge);
  draft.summary = write_summary(draft);
  draft.narrative = write_narrative(draft, parsed);
  draft.document = publish::write_plain(form_sheet(form_facts(draft)));
  draft.faults = check_coverage(draft, parsed, given);
  draft.must_hold = must_hold(draft, parsed);
  return draft;
}

}  // namespace dossier::fir
