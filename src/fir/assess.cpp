#include "fir/assess.h"

#include "fir/fact_signs.h"
#include "fir/hearing.h"
#include "fir/ingredient_table.h"
#include "fir/precedence.h"

#include <algorithm>

namespace dossier::fir {
namespace {

constexpr std::size_t kConsideredMax = 10;  // near misses that are worth a reader's time

// An offence of which one core ingredient is missing.
struct NearMiss {
  const Offence* offence;
  std::string why_not;
};

// Worth telling: all but one of the core ingredients are there, and more than the facts alone carry it.
bool nearly(const std::vector<IngredientFinding>& findings) {
  std::size_t core = 0, met = 0;
  for (const IngredientFinding& f : findings) {
    core += f.ingredient->core;
    met += f.ingredient->core && f.state == IngredientState::met;
  }
  return core >= 3 && met + 1 == core;
}

class Assessor {
 public:
  Assessor(const Knowledge& knowledge, const reading::CueText& text, const Facts& facts)
      : knowledge_(knowledge), text_(text), signals_(knowledge, text, facts), tables_(text, signals_) {}

  Assessment run() {
    for (const Situation& situation : knowledge_.situations()) weigh(situation);
    for (const Offence& offence : knowledge_.offences()) weigh(offence);
    suppress_by_situations();
    put_in_order(candidates_);
    supersede(candidates_, text_, signals_);
    result_.told_alike_route = hear_experience(knowledge_, text_, signals_, candidates_);
    forget_proposed_near_misses();
    drop_lonely_companions();
    return conclude();
  }

 private:
  void weigh(const Situation& situation) {
    auto [found, why_not] = tables_.weighed(situation);
    if (why_not.empty()) result_.situations.push_back({&situation, std::move(found)});
  }

  void weigh(const Offence& offence) {
    if (offence.by_officer) return;
    auto [found, why_not] = tables_.weighed(offence);
    if (why_not.empty() || shortfall(found).empty())
      candidates_.push_back({&offence, std::move(found), std::move(why_not)});
    else if (nearly(found))
      near_misses_.push_back({&offence, std::move(why_not)});
  }

  void suppress_by_situations() {
    for (const SituationFinding& finding : result_.situations) {
      for (const std::string& pattern : finding.situation->suppresses) {
        for (Candidate& c : candidates_) {
          if (c.excluded_by.empty() && names_offence(pattern, c.offence->id())) c.excluded_by = finding.situation->why;
        }
      }
    }
  }

  void forget_proposed_near_misses() {
    std::erase_if(near_misses_, [&](const NearMiss& miss) {
      return std::any_of(candidates_.begin(), candidates_.end(),
                         [&](const Candidate& candidate) { return candidate.offence == miss.offence; });
    });
  }

  void drop_lonely_companions() {
    const bool joint = std::any_of(candidates_.begin(), candidates_.end(), [](const Candidate& c) {
      return c.excluded_by.empty() && !c.offence->companion && c.offence->joint;
    });
    for (Candidate& c : candidates_) {
      if (c.offence->companion && !joint && c.excluded_by.empty())
        c.excluded_by = "stands only beside an offence done together";
    }
  }

  static Answer decided(Answer answer, const Offence& offence, bool cognizable, SignalReader& signals) {
    // Theft below five thousand rupees is the row of the schedule that the value decides.
    if (answer == Answer::depends && cognizable && offence.id() == "BNS 303(2)") {
      Sign small{Sign::Kind::fact, 0, "value_below_5000"}, known{Sign::Kind::fact, 0, "value_known"};
      if (signals.any({small})) return Answer::no;
      return signals.any({known}) ? Answer::yes : Answer::depends;
    }
    return answer;
  }

  // Of kin with something proposed: the one would cover the other. What merely shares a public place or a person with
  // the complaint is no alternative an officer would weigh.
  bool beside_a_proposal(const Offence& offence) const {
    const auto covers = [](const Offence& strong, const Offence& weak) {
      return std::any_of(strong.supersedes.begin(), strong.supersedes.end(),
                         [&](const std::string& pattern) { return names_offence(pattern, weak.id()); });
    };
    return std::any_of(result_.proposals.begin(), result_.proposals.end(), [&](const Proposal& proposal) {
      return covers(*proposal.offence, offence) || covers(offence, *proposal.offence);
    });
  }

  Assessment conclude() {
    put_in_order(candidates_);
    for (Candidate& c : candidates_) {
      if (!c.excluded_by.empty()) {
        result_.considered.push_back({c.offence->act, c.offence->section, c.excluded_by});
        continue;
      }
      Proposal proposal{c.offence,           std::move(c.findings),   c.offence->cognizable,
                        c.offence->bailable, std::move(c.told_alike), std::move(c.despite)};
      if (!signals_.any(c.offence->route_unless)) proposal.route = c.offence->route;
      proposal.cognizable = decided(proposal.cognizable, *c.offence, true, signals_);
      result_.proposals.push_back(std::move(proposal));
    }
    for (NearMiss& miss : near_misses_) {
      if (result_.considered.size() >= kConsideredMax) break;
      if (beside_a_proposal(*miss.offence))
        result_.considered.push_back({miss.offence->act, miss.offence->section, std::move(miss.why_not)});
    }
    // Companions close the list: they say how, not what.
    std::stable_sort(result_.proposals.begin(), result_.proposals.end(),
                     [](const Proposal& a, const Proposal& b) { return a.offence->companion < b.offence->companion; });
    return std::move(result_);
  }

  const Knowledge& knowledge_;
  const reading::CueText& text_;
  SignalReader signals_;
  IngredientTables tables_;
  std::vector<Candidate> candidates_;
  std::vector<NearMiss> near_misses_;
  Assessment result_;
};

}  // namespace

std::string_view name_of(IngredientState state) {
  switch (state) {
    case IngredientState::met: return "met";
    case IngredientState::missing: return "missing";
    case IngredientState::contradicted: return "contradicted";
  }
  return "missing";
}

Weighed weigh(const Knowledge& knowledge, const Offence& offence, const reading::CueText& text, const Facts& facts) {
  SignalReader signals(knowledge, text, facts);
  return IngredientTables(text, signals).weighed(offence);
}

Weighed weigh(const Knowledge& knowledge, const Situation& situation, const reading::CueText& text,
              const Facts& facts) {
  SignalReader signals(knowledge, text, facts);
  return IngredientTables(text, signals).weighed(situation);
}

Assessment assess(const Knowledge& knowledge, const reading::CueText& text, const Facts& facts) {
  return Assessor(knowledge, text, facts).run();
}

}  // namespace dossier::fir
