#include "fir/assess.h"

#include "fir/contradictions.h"
#include "fir/hearing.h"
#include "fir/ingredient_table.h"
#include "fir/precedence.h"
#include "fir/siblings.h"

#include <algorithm>

namespace dossier::fir {
namespace {

constexpr std::size_t kConsideredMax = 10;  // near misses that are worth a reader's time

// Worth telling: all but one of the core ingredients are there, of three or more.
bool nearly(const std::vector<IngredientFinding>& findings) {
  const CoreCount core = count_core(findings);
  return core.all >= 3 && core.met + 1 == core.all;
}

class Assessor {
 public:
  Assessor(const Knowledge& knowledge, const reading::CueText& text, const Facts& facts)
      : knowledge_(knowledge),
        text_(text),
        signals_(knowledge, text, facts),
        tables_(text, signals_),
        is_verse_(!facts.verse.empty()) {}

  Assessment run() {
    for (const Situation& situation : knowledge_.situations()) weigh(situation);
    for (const Offence& offence : knowledge_.offences()) weigh(offence);
    suppress_by_situations();
    forget_the_suppressed();
    put_in_order(candidates_);
    supersede(candidates_, text_, signals_);
    auto where_to =
        is_verse_ ? WhereTo{} : hear_experience(knowledge_, text_, signals_, unshown_, another_way(), candidates_);
    result_.told_alike_route = std::move(where_to.route);
    result_.told_of_another_station = where_to.another_station;
    find_contradictions(signals_, tables_, candidates_);
    leave_one_of_siblings(candidates_);
    forget_what_was_recalled();
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
    else if (count_met(found) > 0)
      unshown_.push_back({&offence, std::move(found), std::move(why_not)});
  }

  void suppress_by_situations() {
    for (const SituationFinding& finding : result_.situations) {
      for (const std::string& pattern : finding.situation->suppresses) {
        for (Candidate& c : candidates_) {
          if (c.stands() && names_offence(pattern, c.offence->id())) c.excluded_by = finding.situation->why;
        }
      }
    }
  }

  // Where nothing else is proposed, what a situation excludes is not brought back by likeness of words either: the
  // bite of a stray dog is no negligence of a keeper.
  void forget_the_suppressed() {
    if (std::any_of(candidates_.begin(), candidates_.end(), [](const Candidate& c) { return c.stands(); })) return;
    for (const SituationFinding& finding : result_.situations) {
      if (!shows_another_way(finding)) continue;
      for (const std::string& pattern : finding.situation->suppresses)
        std::erase_if(unshown_, [&](const Unshown& u) { return names_offence(pattern, u.offence->id()); });
    }
  }

  // A situation that is no remark about the case but a way for the whole matter.
  bool another_way() const {
    return std::any_of(result_.situations.begin(), result_.situations.end(), shows_another_way);
  }

  static bool shows_another_way(const SituationFinding& finding) {
    return finding.situation->route != "NOTE" && finding.situation->route != "ZERO_FIR";
  }

  void forget_what_was_recalled() {
    std::erase_if(unshown_, [&](const Unshown& unshown) {
      return std::any_of(candidates_.begin(), candidates_.end(),
                         [&](const Candidate& candidate) { return candidate.offence == unshown.offence; });
    });
  }

  void drop_lonely_companions() {
    const bool joint = std::any_of(candidates_.begin(), candidates_.end(), [](const Candidate& c) {
      return c.stands() && !c.offence->companion && c.offence->joint;
    });
    for (Candidate& c : candidates_) {
      if (c.offence->companion && !joint && c.stands()) c.excluded_by = "stands only beside an offence done together";
    }
  }

  // Where the schedule has several rows for a section, the first whose fact the complaint tells says the class.
  void decide_class(Proposal& proposal) {
    for (const ScheduleRow& row : proposal.offence->rows) {
      if (!signals_.any(row.any)) continue;
      proposal.cognizable = row.cognizable.value_or(proposal.cognizable);
      proposal.bailable = row.bailable.value_or(proposal.bailable);
      return;
    }
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
      if (!c.stands()) {
        result_.considered.push_back({c.offence->act, c.offence->section, c.excluded_by});
        continue;
      }
      Proposal proposal{c.offence,           std::move(c.findings),   c.offence->cognizable,
                        c.offence->bailable, std::move(c.told_alike), std::move(c.despite)};
      if (!signals_.any(c.offence->route_unless)) proposal.route = c.offence->route;
      decide_class(proposal);
      result_.proposals.push_back(std::move(proposal));
    }
    for (Unshown& miss : unshown_) {
      if (result_.considered.size() >= kConsideredMax) break;
      if (nearly(miss.findings) && beside_a_proposal(*miss.offence))
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
  bool is_verse_;  // then it is like no complaint
  std::vector<Candidate> candidates_;
  std::vector<Unshown> unshown_;
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
