#include "desks/fir/knowledge_command.h"

#include "base/exit_status.h"
#include "desks/fir/complaint_file.h"
#include "desks/fir/knowledge_files.h"
#include "desks/fir/knowledge_folder.h"
#include "fir/draft.h"
#include "fir/knowledge_check.h"
#include "fir/knowledge_schema.h"

#include <algorithm>
#include <ostream>

namespace dossier::desks::fir {
namespace {

using dossier::fir::Draft;
using dossier::fir::Knowledge;
using dossier::fir::KnowledgeFault;
using dossier::fir::KnowledgeReading;
using dossier::fir::Offence;

// The examples are told on a fixed day, so that "yesterday" means the same in every run.
Result<Draft> draft_example(const Knowledge& knowledge, const std::string& text) {
  return dossier::fir::draft_complaint(knowledge, text, Date::of(2026, 6, 1), {});
}

bool proposes(const Draft& draft, const std::string& id) {
  const auto& proposals = draft.assessment.proposals;
  return std::any_of(proposals.begin(), proposals.end(), [&](const auto& p) { return p.offence->id() == id; });
}

bool finds(const Draft& draft, const std::string& id) {
  const auto& situations = draft.assessment.situations;
  return std::any_of(situations.begin(), situations.end(), [&](const auto& s) { return s.situation->id == id; });
}

template <class Entry, class Holds>
void try_examples(const Knowledge& knowledge, const Entry& entry, const std::string& id, Holds holds,
                  std::vector<KnowledgeFault>& faults) {
  const auto fault = [&](const std::string& what) {
    faults.push_back({entry.source, entry.line, id + ": " + what, false});
  };
  if (!entry.catches.empty()) {
    const auto draft = draft_example(knowledge, entry.catches);
    if (!draft || !holds(*draft, id)) fault("does not catch its own complaint: " + entry.catches);
  }
  if (!entry.near_miss.empty()) {
    const auto draft = draft_example(knowledge, entry.near_miss);
    if (!draft || holds(*draft, id)) fault("catches its near miss: " + entry.near_miss);
  }
}

void try_all_examples(const Knowledge& knowledge, std::vector<KnowledgeFault>& faults) {
  for (const auto& offence : knowledge.offences()) try_examples(knowledge, offence, offence.id(), proposes, faults);
  for (const auto& situation : knowledge.situations()) try_examples(knowledge, situation, situation.id, finds, faults);
}

// The files of the folder with every fault in them, or the knowledge built in.
Result<KnowledgeReading> checked_knowledge(const std::string& folder) {
  if (folder.empty()) {
    TRY(Knowledge knowledge, load_knowledge(folder));
    auto faults = dossier::fir::check_knowledge(knowledge);
    return KnowledgeReading{std::move(knowledge), std::move(faults)};
  }
  TRY(const auto files, knowledge_in_folder(folder));
  return dossier::fir::check_files(files);
}

// How the offence fares in the whole draft, where what is told alike and every other offence have their say.
void tell_outcome(const Offence& offence, const dossier::fir::Assessment& made, std::ostream& out) {
  for (const auto& proposal : made.proposals) {
    if (proposal.offence != &offence) continue;
    out << "  in the draft: proposed";
    if (!proposal.despite.empty()) out << ", because so many told it alike, although " << proposal.despite;
    out << "\n";
    return;
  }
  for (const auto& considered : made.considered) {
    if (considered.act + " " + considered.section != offence.id()) continue;
    out << "  in the draft: considered: " << considered.why << "\n";
    return;
  }
  out << "  in the draft: not named\n";
}

std::string_view leaning(double score) {
  if (score >= 1) return "speak for it";
  if (score >= -1) return "leave it open";
  return score >= -4 ? "speak against it" : "are hardly ever of it";
}

// What complaints read before say of the offence (docs/knowledge.md, "Experience"): in words, never as a likelihood.
void tell_experience(const Knowledge& knowledge, const Offence& offence, const reading::Text& text, std::ostream& out) {
  const auto all = knowledge.experience().of(text);
  const auto it = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.section == offence.id(); });
  if (it == all.end()) {
    out << "  complaints read before: too few under it to say anything\n";
    return;
  }
  out << "  complaints read before: " << it->lessons << " under it; the words of this one " << leaning(it->score)
      << "\n";
  for (const auto& hit : knowledge.experience().telling(text, it->number))
    out << "      most for it: \"" << text.slice(text.span_of(hit.first, hit.last)) << "\"\n";
  if (it != all.begin()) out << "      more like: " << all.front().section << "\n";
}

}  // namespace

int run_knowledge_check(const std::string& folder, std::ostream& out, std::ostream& err) {
  auto checked = checked_knowledge(folder);
  if (!checked) {
    err << "dossier: " << checked.error().text() << "\n";
    return exit_status_of(checked.error().code);
  }
  const Knowledge& knowledge = checked->knowledge;
  const bool unread =
      std::any_of(checked->faults.begin(), checked->faults.end(), [](const auto& f) { return f.stops; });
  // What was only read in part would fail its examples for that alone.
  if (!unread) try_all_examples(knowledge, checked->faults);
  for (const KnowledgeFault& fault : checked->faults) out << fault.text() << "\n";
  out << knowledge.offences().size() << " offences, " << knowledge.situations().size() << " situations, "
      << knowledge.signals().size() << " signals, " << knowledge.cues().size() << " cues: "
      << (checked->faults.empty() ? std::string("all is well") : std::to_string(checked->faults.size()) + " fault(s)")
      << (unread ? "; the examples are tried once the files can be read" : "") << "\n";
  if (unread) return exit_bad_input;
  return checked->faults.empty() ? exit_done : exit_needs_a_person;
}

int run_knowledge_schema(std::ostream& out) {
  out << dossier::fir::knowledge_schema();
  return exit_done;
}

int run_knowledge_explain(const ExplainOptions& options, std::ostream& out, std::ostream& err) {
  const auto say = [&](const Error& error) {
    err << "dossier: " << error.text() << "\n";
    return static_cast<int>(exit_status_of(error.code));
  };
  auto complaint = read_complaint(options.file, options.standard_input);
  if (!complaint) return say(complaint.error());
  const auto knowledge = load_knowledge(options.knowledge_folder);
  if (!knowledge) return say(knowledge.error());
  const auto* offence = knowledge->find(options.section);
  const auto* situation = knowledge->find_situation(options.section);
  if (offence == nullptr && situation == nullptr)
    return say({ErrorCode::invalid_argument,
                "no such section or situation is in the knowledge; write it as \"BNS 303(2)\" or \"civil\"",
                options.section});
  auto parsed = reading::Text::of(*complaint);
  if (!parsed) return say(parsed.error());
  reading::CueText text(*parsed, knowledge->vocabulary());
  const auto facts = dossier::fir::read_facts(text, *knowledge, {});
  const auto weighed = offence != nullptr ? dossier::fir::weigh(*knowledge, *offence, text, facts)
                                          : dossier::fir::weigh(*knowledge, *situation, text, facts);
  out << (offence != nullptr ? offence->id() + " " + offence->title : situation->id + ": " + situation->title) << "\n";
  for (const auto& finding : weighed.ingredients) {
    out << "  " << name_of(finding.state) << (finding.ingredient->core ? ": " : " (not needed): ")
        << finding.ingredient->name << "\n";
    for (const auto& evidence : finding.evidence) out << "      \"" << evidence.text << "\"\n";
  }
  out << (weighed.why_not.empty() ? "  by the cues alone it holds"
                                  : "  by the cues alone not proposed: " + weighed.why_not)
      << "\n";
  if (offence != nullptr) {
    tell_experience(*knowledge, *offence, *parsed, out);
    tell_outcome(*offence, dossier::fir::assess(*knowledge, text, facts), out);
  }
  return exit_done;
}

}  // namespace dossier::desks::fir
