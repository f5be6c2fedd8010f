#include "desks/fir/knowledge_measure.h"

#include "base/exit_status.h"
#include "desks/fir/knowledge_files.h"
#include "fir/draft.h"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <ostream>
#include <set>

namespace dossier::desks::fir {
namespace {

namespace json = boost::json;
using dossier::fir::Draft;
using dossier::fir::Knowledge;

struct LabelledComplaint {
  std::string id, text;
  std::set<std::string> routes, gold, acceptable;
};

std::set<std::string> strings_at(const json::object& row, std::string_view key) {
  std::set<std::string> all;
  const json::value* value = row.if_contains(key);
  if (value == nullptr) return all;
  if (value->is_string()) all.insert(std::string(value->as_string()));
  if (value->is_array()) {
    for (const json::value& one : value->as_array()) {
      if (one.is_string()) all.insert(std::string(one.as_string()));
    }
  }
  return all;
}

std::optional<LabelledComplaint> labelled(std::string_view line) {
  boost::system::error_code wrong;
  const json::value parsed = json::parse(line, wrong);
  if (wrong || !parsed.is_object()) return std::nullopt;
  const json::object& row = parsed.as_object();
  LabelledComplaint complaint;
  const auto first = [&](std::string_view key) {
    const auto all = strings_at(row, key);
    return all.empty() ? std::string() : *all.begin();
  };
  complaint.id = first("id");
  complaint.text = first("text");
  complaint.routes = strings_at(row, "route");
  complaint.gold = strings_at(row, first("law") == "IPC" ? "gold_ipc" : "gold");
  complaint.acceptable = strings_at(row, "acceptable");
  if (complaint.text.empty() || complaint.routes.empty()) return std::nullopt;
  return complaint;
}

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
    auto made = dossier::fir::draft_complaint(knowledge_, complaint.text, std::nullopt, {});
    if (!made) return;
    std::map<std::string, const dossier::fir::Proposal*> got;
    for (const auto& proposal : made->assessment.proposals) {
      for (const auto& cited : cited_sections(proposal, made->law))
        got.emplace(cited.act + " " + cited.section, &proposal);
    }
    const bool routed = complaint.routes.contains(made->route);
    std::string remarks;
    bool named = options_.section.empty();
    for (const std::string& want : complaint.gold) {
      if (got.contains(want)) {
        ++score_.hit;
        continue;
      }
      if (std::any_of(got.begin(), got.end(), [&](const auto& g) {
            return number_of(g.first) == number_of(want) && !complaint.gold.contains(g.first);
          }))
        score_.hit += 0.5;
      named = named || want == options_.section;
      remarks += fmt::format("  missed {}: {}\n", want, why_not(want, *made, complaint.text));
    }
    for (const auto& [section, proposal] : got) {
      if (same_number_in(complaint.gold, section) || same_number_in(complaint.acceptable, section)) continue;
      ++score_.wrong;
      named = named || section == options_.section;
      remarks += fmt::format("  wrong {}: {}\n", section, words_for(proposal->ingredients));
    }
    if (!routed) {
      for (const auto& finding : made->assessment.situations)
        remarks += fmt::format("  situation {} ({}): {}\n", finding.situation->id, finding.situation->route,
                               words_for(finding.ingredients));
    }
    for (const std::string& fault : made->faults) remarks += "  fault: " + fault + "\n";
    score_.faulty += !made->faults.empty();
    count(complaint, routed, got.size());
    if ((!remarks.empty() || (!routed && options_.section.empty())) && named && !options_.quiet)
      out_ << fmt::format("{} route {}{}\n  {}\n{}", complaint.id, made->route,
                          routed ? "" : " instead of " + fmt::format("{}", fmt::join(complaint.routes, "/")),
                          complaint.text, remarks);
  }

  const LabelScore& score() const { return score_; }

 private:
  void count(const LabelledComplaint& complaint, bool routed, std::size_t proposed) {
    ++score_.cases;
    score_.routed += routed;
    score_.gold += static_cast<int>(complaint.gold.size());
    score_.proposed += static_cast<int>(proposed);
    if (complaint.routes.contains("FIR")) return;
    ++score_.other_than_fir;
    score_.other_than_fir_routed += routed;
  }

  // An IPC section stands for whatever entry names it as a predecessor.
  std::string why_not(const std::string& section, const Draft& made, const std::string& complaint) const {
    for (const auto& considered : made.assessment.considered) {
      if (considered.act + " " + considered.section == section) return considered.why;
    }
    const auto* offence = knowledge_.find(section);
    if (offence == nullptr) return "no entry under this number";
    auto parsed = reading::Text::of(complaint);
    if (!parsed) return parsed.error().text();
    reading::CueText text(*parsed, knowledge_.vocabulary());
    const auto facts = dossier::fir::read_facts(text, knowledge_, {});
    const auto weighed = dossier::fir::weigh(knowledge_, *offence, text, facts);
    return weighed.why_not.empty() ? "holds alone" : weighed.why_not;
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
    std::ifstream in(file);
    if (!in) return Error{ErrorCode::not_found, "cannot be read", file};
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.find_first_not_of(" \r\t") == std::string::npos) continue;
      const auto complaint = labelled(line);
      if (!complaint) {
        return Error{ErrorCode::unreadable, "no labelled complaint (text and route are needed)",
                     file + ", line " + std::to_string(number)};
      }
      measurement.take(*complaint);
    }
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
