#include "fir/assess.h"

#include "fir/fact_signs.h"
#include "fir/phrases.h"

#include <algorithm>
#include <cstdlib>

namespace dossier::fir {
namespace {

constexpr std::size_t kEvidenceMax = 3;          // pieces for one ingredient: a reader wants the best, not all
constexpr std::size_t kConsideredMax = 10;       // near misses that are worth a reader's time
constexpr std::size_t kEvidenceLettersMin = 12;  // shorter evidence is shown with its neighbours, to be understood

constexpr std::size_t kEvidenceAloneLettersMin = 6;

// Below this likelihood more of what experience proposes is wrong than is worth an officer's time; above that one a
// matter told like those without an offence is taken for one (docs/performance.md).
constexpr double kLikelyMin = 0.25;
constexpr double kElsewhereMin = 0.5;

bool is_without_offence(std::string_view route) {
  return route == "LOST_REPORT" || route == "MISSING_PERSON" || route == "INQUEST" || route == "CIVIL" ||
         route == "CLARIFY";
}

struct Candidate {
  const Offence* offence;
  std::vector<IngredientFinding> findings;
  std::string excluded_by;  // why it is not proposed
  std::vector<Evidence> told_alike = {};
};

// An offence of which one core ingredient is missing.
struct NearMiss {
  const Offence* offence;
  std::string why_not;
};

class Assessor {
 public:
  Assessor(const Knowledge& knowledge, const reading::CueText& text, const Facts& facts)
      : knowledge_(knowledge), text_(text), signals_(knowledge, text, facts) {}

  Assessment run() {
    for (const Situation& situation : knowledge_.situations()) weigh(situation);
    for (const Offence& offence : knowledge_.offences()) weigh(offence);
    recall_experience();
    suppress_by_situations();
    supersede();
    drop_lonely_companions();
    return conclude();
  }

  // Of an offence or a situation.
  template <class Entry>
  Weighed weighed(const Entry& entry) {
    Weighed all{findings(entry.ingredients), {}};
    all.why_not = shortfall(all.ingredients);
    if (!all.why_not.empty()) return all;
    if (!told_together(entry.spread)) {
      all.why_not = "its elements are told too far apart to belong together";
      return all;
    }
    if (entry.unless.empty()) return all;
    auto rest = findings(entry.ingredients, entry.unless);
    if (shortfall(rest).empty()) return {std::move(rest), {}};
    all.why_not = exception_to(entry.ingredients, entry.unless);
    // Each exception alone leaves something standing, all together do not.
    if (all.why_not.empty()) all.why_not = entry.unless.front().why;
    return all;
  }

 private:
  std::vector<Evidence> evidence(const std::vector<reading::CueHit>& hits) {
    std::vector<Evidence> result;
    for (const reading::CueHit& hit : hits) {
      if (result.size() >= kEvidenceMax) break;
      if (is_given(hit)) {
        result.push_back({{}, {}, true});
        continue;
      }
      Span span = text_.text().span_of(hit.first, hit.last);
      if (hit.first == hit.last || span.end - span.start < kEvidenceLettersMin)
        span = phrase_around(text_, hit.first, hit.last);
      if (span.end - span.start < kEvidenceAloneLettersMin) span = with_a_neighbour(hit);
      const bool known =
          std::any_of(result.begin(), result.end(), [&](const Evidence& e) { return e.span.overlaps(span); });
      if (!known) result.push_back({span, std::string(text_.text().slice(span)), false});
    }
    return result;
  }

  // A short word that stands alone between commas says nothing by itself.
  Span with_a_neighbour(const reading::CueHit& hit) const {
    const auto& tokens = text_.text().tokens();
    const bool before = hit.first > 0 && tokens[hit.first - 1].sentence == tokens[hit.first].sentence;
    const bool after = hit.last + 1 < tokens.size() && tokens[hit.last + 1].sentence == tokens[hit.last].sentence;
    return text_.text().span_of(hit.first - (before ? 1 : 0), hit.last + (after ? 1 : 0));
  }

  // Weighs the ingredients; hits near which an exception stands do not count.
  std::vector<IngredientFinding> findings(const std::vector<Ingredient>& ingredients,
                                          const std::vector<Unless>& exceptions = {}) {
    std::vector<IngredientFinding> result;
    told_in_.clear();
    for (const Ingredient& ingredient : ingredients) {
      IngredientFinding finding;
      finding.ingredient = &ingredient;
      auto hits = signals_.hits(ingredient.any);
      for (const Unless& unless : exceptions) hits = signals_.without(std::move(hits), unless.any);
      if (auto against = signals_.hits(ingredient.against); !against.empty()) {
        finding.state = IngredientState::contradicted;
        finding.evidence = evidence(against);
      } else if (!hits.empty()) {
        finding.state = IngredientState::met;
        finding.evidence = evidence(hits);
        if (ingredient.core) note_sentences(hits);
      }
      result.push_back(std::move(finding));
    }
    return result;
  }

  // Where a core ingredient is told. A fact of the whole complaint, or one given at the desk, stands everywhere.
  void note_sentences(const std::vector<reading::CueHit>& hits) {
    if (std::any_of(hits.begin(), hits.end(), is_given)) return;
    std::vector<int> sentences;
    for (const reading::CueHit& hit : hits) sentences.push_back(text_.text().tokens()[hit.first].sentence);
    told_in_.push_back(std::move(sentences));
  }

  // Whether some place in the complaint has every core ingredient within `apart` sentences of it: words that lie far
  // apart speak of different things.
  bool told_together(int apart) const {
    if (told_in_.empty()) return true;
    return std::any_of(told_in_.front().begin(), told_in_.front().end(), [&](int at) {
      return std::all_of(told_in_.begin(), told_in_.end(), [&](const std::vector<int>& sentences) {
        return std::any_of(sentences.begin(), sentences.end(), [&](int s) { return std::abs(s - at) <= apart; });
      });
    });
  }

  // The first exception that takes away what the ingredients rest on, or "".
  std::string exception_to(const std::vector<Ingredient>& ingredients, const std::vector<Unless>& exceptions) {
    for (const Unless& unless : exceptions) {
      if (!shortfall(findings(ingredients, {unless})).empty()) return unless.why;
    }
    return {};
  }

  // Why the findings do not carry the entry, or "".
  static std::string shortfall(const std::vector<IngredientFinding>& findings) {
    for (const IngredientFinding& f : findings) {
      if (f.state == IngredientState::contradicted) return "the complaint says the contrary of: " + f.ingredient->name;
    }
    for (const IngredientFinding& f : findings) {
      if (f.ingredient->core && f.state == IngredientState::missing)
        return "nothing in the complaint shows: " + f.ingredient->name;
    }
    return {};
  }

  static std::ptrdiff_t count_met(const std::vector<IngredientFinding>& findings) {
    return std::count_if(findings.begin(), findings.end(),
                         [](const IngredientFinding& f) { return f.state == IngredientState::met; });
  }

  // Worth telling: all but one of the core ingredients are there, and more than the facts alone carry it.
  static bool nearly(const std::vector<IngredientFinding>& findings) {
    std::size_t core = 0, met = 0;
    for (const IngredientFinding& f : findings) {
      core += f.ingredient->core;
      met += f.ingredient->core && f.state == IngredientState::met;
    }
    return core >= 3 && met + 1 == core;
  }

  void weigh(const Situation& situation) {
    auto [found, why_not] = weighed(situation);
    if (why_not.empty()) result_.situations.push_back({&situation, std::move(found)});
  }

  void weigh(const Offence& offence) {
    if (offence.by_officer) return;
    auto [found, why_not] = weighed(offence);
    if (why_not.empty() || shortfall(found).empty())
      candidates_.push_back({&offence, std::move(found), std::move(why_not)});
    else if (nearly(found))
      near_misses_.push_back({&offence, std::move(why_not)});
  }

  // What the cues did not see, but complaints told in such words were registered under. What they saw and an exception
  // or a contradiction took away stays away.
  void recall_experience() {
    const auto likely = knowledge_.experience().of(text_.text(), kLikelyMin);
    double elsewhere = 0;  // how likely it is a matter without any offence
    for (const Experience::Likeness& likeness : likely) {
      if (!likeness.section.starts_with(kRouteLesson)) continue;
      const std::string route = likeness.section.substr(kRouteLesson.size());
      if (!is_without_offence(route)) continue;
      if (result_.told_alike_route.empty()) result_.told_alike_route = route;
      elsewhere = std::max(elsewhere, likeness.likely);
    }
    if (elsewhere > kElsewhereMin) return;
    for (const Experience::Likeness& likeness : likely) recall(likeness);
  }

  void recall(const Experience::Likeness& likeness) {
    const Offence* offence = knowledge_.find(likeness.section);
    const bool known =
        std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& c) { return c.offence == offence; });
    if (offence == nullptr || offence->by_officer || known) return;
    auto table = findings(offence->ingredients);
    const bool contradicted = std::any_of(table.begin(), table.end(), [](const IngredientFinding& f) {
      return f.state == IngredientState::contradicted;
    });
    const bool excepted = count_met(findings(offence->ingredients, offence->unless)) < count_met(table);
    if (contradicted || excepted || count_met(table) == 0) return;
    std::erase_if(near_misses_, [&](const NearMiss& miss) { return miss.offence == offence; });
    candidates_.push_back({offence, std::move(table), {}, evidence(likeness.words)});
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

  int sentence_of(const Evidence& evidence) const {
    const auto& tokens = text_.text().tokens();
    const auto it = std::find_if(tokens.begin(), tokens.end(),
                                 [&](const reading::Token& t) { return t.span.end > evidence.span.start; });
    return it == tokens.end() ? 0 : it->sentence;
  }

  // Whether every core ingredient of the one is told near the other: two incidents in one complaint cover nothing of
  // each other.
  bool same_matter(const Candidate& strong, const Candidate& weak) const {
    const auto near_strong = [&](const Evidence& e) {
      for (const IngredientFinding& finding : strong.findings) {
        for (const Evidence& other : finding.evidence) {
          if (e.given || other.given || std::abs(sentence_of(e) - sentence_of(other)) <= kExceptionSentences)
            return true;
        }
      }
      return false;
    };
    return std::all_of(weak.findings.begin(), weak.findings.end(), [&](const IngredientFinding& finding) {
      return !finding.ingredient->core || finding.evidence.empty() ||
             std::any_of(finding.evidence.begin(), finding.evidence.end(), near_strong);
    });
  }

  // The graver and more specific first, so that what is itself superseded no longer supersedes.
  void supersede() {
    std::stable_sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
      if (a.offence->rank != b.offence->rank) return a.offence->rank > b.offence->rank;
      return a.offence->max_years > b.offence->max_years;
    });
    for (const Candidate& strong : candidates_) {
      if (!strong.excluded_by.empty()) continue;
      cover(strong, strong.offence->supersedes);
      for (const Precedence& precedence : strong.offence->supersedes_if) {
        if (signals_.any(precedence.any)) cover(strong, precedence.over);
      }
    }
  }

  void cover(const Candidate& strong, const std::vector<std::string>& patterns) {
    for (const std::string& pattern : patterns) {
      for (Candidate& weak : candidates_) {
        if (&weak == &strong || !weak.excluded_by.empty() || !names_offence(pattern, weak.offence->id()) ||
            !same_matter(strong, weak))
          continue;
        // What the cues see stands against what only sounds like it.
        if (!strong.told_alike.empty() && weak.told_alike.empty()) continue;
        weak.excluded_by = "covered by the more specific " + strong.offence->id() + " (" + strong.offence->title + ")";
      }
    }
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
    for (Candidate& c : candidates_) {
      if (!c.excluded_by.empty()) {
        result_.considered.push_back({c.offence->act, c.offence->section, c.excluded_by});
        continue;
      }
      Proposal proposal{c.offence, std::move(c.findings), c.offence->cognizable, c.offence->bailable,
                        std::move(c.told_alike)};
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
  std::vector<Candidate> candidates_;
  std::vector<NearMiss> near_misses_;
  std::vector<std::vector<int>> told_in_;  // of the findings made last: the sentences of each core ingredient
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
  return Assessor(knowledge, text, facts).weighed(offence);
}

Weighed weigh(const Knowledge& knowledge, const Situation& situation, const reading::CueText& text,
              const Facts& facts) {
  return Assessor(knowledge, text, facts).weighed(situation);
}

Assessment assess(const Knowledge& knowledge, const reading::CueText& text, const Facts& facts) {
  return Assessor(knowledge, text, facts).run();
}

}  // namespace dossier::fir
