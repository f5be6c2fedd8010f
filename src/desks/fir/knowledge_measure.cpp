#include "desks/fir/knowledge_measure.h"

#include "base/exit_status.h"
#include "desks/fir/knowledge_files.h"
#include "desks/fir/labelled_complaints.h"
#include "fir/draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <set>

namespace dossier::desks::fir {
namespace {

using dossier::fir::Draft;
using dossier::fir::Knowledge;

std::string number_of(const std::string& section) {
  return section.substr(0, section.find('('));
}

bool same_number_in(const std::set<std::string>& all, const std::string& section) {
  return std::any_of(all.begin(), all.end(), [&](const auto& s) { return number_of(s) == number_of(section); });
}

class Measurement {
 public:
  Measurement(const Knowledge& knowledge, const MeasureOptions& options, std::ostream& out)
      : knowledge_(knowledge), options_(options), out_(out) {}

  void take(const LabelledComplaint& complaint) {
    count(complaint);
    const auto made = dossier::fir::draft_complaint(knowledge_, complaint.text, std::nullopt, {});
    if (!made) {
      ++score_.faulty;
      if (!options_.quiet) out_ << complaint.id << " could not be drafted: " << made.error().text() << "\n";
      return;
    }
    score_.faulty += !made->faults.empty();
    const bool routed = complaint.routes.contains(made->route);
    score_.routed += routed;
    score_.other_than_fir_routed += routed && !complaint.routes.contains("FIR");
    Otherwise found;
    const Cited cited = cited_in(*made);
    compare(complaint, cited, found);
    if (!options_.quiet) tell(complaint, *made, cited, found, routed);
  }

  const LabelScore& score() const { return score_; }

 private:
  using Cited = std::map<std::string, const dossier::fir::Proposal*>;  // by act and section
  struct Otherwise {
    std::vector<std::string> missed, wrong;
  };

  static Cited cited_in(const Draft& made) {
    Cited cited;
    for (const auto& proposal : made.assessment.proposals) {
      for (const auto& one : cited_sections(proposal, made.law)) cited.emplace(one.act + " " + one.section, &proposal);
    }
    return cited;
  }

  void count(const LabelledComplaint& complaint) {
    ++score_.cases;
    score_.gold += static_cast<int>(complaint.wanted.size());
    score_.other_than_fir += !complaint.routes.contains("FIR");
  }

  void compare(const LabelledComplaint& complaint, const Cited& cited, Otherwise& found) {
    score_.proposed += static_cast<int>(cited.size());
    for (const std::string& want : complaint.wanted) {
      if (cited.contains(want)) {
        ++score_.hit;
        continue;
      }
      const bool half = std::any_of(cited.begin(), cited.end(), [&](const auto& one) {
        return number_of(one.first) == number_of(want) && !complaint.wanted.contains(one.first);
      });
      if (half) score_.hit += 0.5;
      found.missed.push_back(want);
    }
    for (const auto& [section, proposal] : cited) {
      if (same_number_in(complaint.wanted, section) || same_number_in(complaint.acceptable, section)) continue;
      ++score_.wrong;
      found.wrong.push_back(section);
    }
  }

  void tell(const LabelledComplaint& complaint, const Draft& made, const Cited& cited, const Otherwise& found,
            bool routed) {
    const auto names = [&](const auto& all) {
      return std::find(all.begin(), all.end(), options_.section) != all.end();
    };
    if (!options_.section.empty() && !names(found.missed) && !names(found.wrong)) return;
    std::string remarks;
    for (const std::string& section : found.missed)
      remarks += fmt::format("  missed {}: {}\n", section, why_not(section, made, complaint.text));
    for (const std::string& section : found.wrong)
      remarks += fmt::format("  wrong {}: {}\n", section, words_for(*cited.at(section)));
    for (const auto& finding : made.assessment.situations) {
      if (!routed)
        remarks += fmt::format("  situation {} ({}): {}\n", finding.situation->id, finding.situation->route,
                               words_for(finding.ingredients));
    }
    for (const std::string& fault : made.faults) remarks += "  fault: " + fault + "\n";
    if (remarks.empty() && routed) return;
    out_ << fmt::format("{} route {}{}\n  {}\n{}", complaint.id, made.route,
                        routed ? "" : fmt::format(" instead of {}", fmt::join(complaint.routes, "/")), complaint.text,
                        remarks);
  }

  // A section of the old code has no entry of its own, so it has no reason either.
  std::string why_not(const std::string& section, const Draft& made, const std::string& complaint) const {
    for (const auto& considered : made.assessment.considered) {
      if (considered.act + " " + considered.section == section) return considered.why;
    }
    const auto* offence = knowledge_.find(section);
    if (offence == nullptr) return "no entry under this number";
    if (offence->by_officer) return "no cue proposes it: an officer adds it";
    auto parsed = reading::Text::of(complaint);
    if (!parsed) return parsed.error().text();
    reading::CueText text(*parsed, knowledge_.vocabulary());
    const auto facts = dossier::fir::read_facts(text, knowledge_, {});
    const auto weighed = dossier::fir::weigh(knowledge_, *offence, text, facts);
    return weighed.why_not.empty() ? "holds alone" : weighed.why_not;
  }

  static std::string words_for(const dossier::fir::Proposal& proposal) {
    std::string words = words_for(proposal.ingredients);
    for (const auto& evidence : proposal.told_alike) words += fmt::format(" told alike \"{}\"", evidence.text);
    return words;
  }

  static std::string words_for(const std::vector<dossier::fir::IngredientFinding>& ingredients) {
    std::string words;
    for (const auto& finding : ingredients) {
      if (finding.evidence.empty() || !finding.ingredient->core) continue;
      words +=
          fmt::format("{}{} \"{}\"", words.empty() ? "" : ", ", finding.ingredient->id, finding.evidence.front().text);
    }
    return words;
  }

  const Knowledge& knowledge_;
  const MeasureOptions& options_;
  std::ostream& out_;
  LabelScore score_;
};

}  // namespace

Result<LabelScore> measure_complaints(const MeasureOptions& options, std::ostream& out) {
  TRY(const Knowledge knowledge, load_knowledge(options.knowledge_folder));
  Measurement measurement(knowledge, options, out);
  for (const std::string& file : options.files) {
    TRY(const auto complaints, read_labelled_complaints(file));
    for (const LabelledComplaint& complaint : complaints) measurement.take(complaint);
  }
  return measurement.score();
}

int run_knowledge_measure(const MeasureOptions& options, std::ostream& out, std::ostream& err) {
  const auto score = measure_complaints(options, out);
  if (!score) {
    err << "dossier: " << score.error().text() << "\n";
    return exit_bad_input;
  }
  out << fmt::format("{} complaints: recall {:.3f}, precision {:.3f}, route {}/{} (other than FIR {}/{})\n",
                     score->cases, score->recall(), score->precision(), score->routed, score->cases,
                     score->other_than_fir_routed, score->other_than_fir);
  return exit_done;
}

}  // namespace dossier::desks::fir
