#include "fir/assess.h"

#include "fir/fact_signs.h"
#include "fir/phrases.h"
#include "fir/weighing.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <unordered_map>

namespace dossier::fir {
namespace {

constexpr std::size_t kEvidenceMax = 3;          // pieces for one ingredient: a reader wants the best, not all
constexpr std::size_t kConsideredMax = 10;       // near misses that are worth a reader's time
constexpr std::size_t kEvidenceLettersMin = 12;  // shorter evidence is shown with its neighbours, to be understood

constexpr std::size_t kEvidenceAloneLettersMin = 6;

// Likelihoods from which an offence is proposed, chosen on complaints of writers left out of the lessons
// (docs/performance.md): what the rules propose stays unless it is most unlikely, what they do not see has to be
// likelier, and what they took away likelier still.
constexpr double kKeepMin = 0.14;
constexpr double kProposeMin = 0.2;
constexpr double kOverruleMin = 0.7;
// On the word of fewer lessons nothing is taken back that the rules propose nor brought back that they took away, and
// what is not seen has to be likely by its words alone.
constexpr std::size_t kLessonsEnough = 10;
constexpr double kCompanyMin = 0.3;  // what is likelier than this is company for the others
constexpr double kRouteMin = 0.25;   // below this likelihood complaints told alike show no route

bool is_without_offence(std::string_view route) {
  return route == "LOST_REPORT" || route == "MISSING_PERSON" || route == "INQUEST" || route == "CIVIL" ||
         route == "CLARIFY";
}

struct Candidate {
  const Offence* offence;
  std::vector<IngredientFinding> findings;
  std::string excluded_by;  // why it is not proposed
  std::vector<Evidence> told_alike = {};
  std::string despite = {};
  const Offence* covered_by = nullptr;  // the more specific offence that excludes it, if one does

  bool stands() const { return excluded_by.empty(); }
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
    suppress_by_situations();
    supersede();
    weigh_experience();
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

  // An offence that experience knows, with all that is said of it.
  struct Heard {
    const Offence* offence;
    const Experience::Likeness* likeness;
    std::optional<std::size_t> candidate;     // its number, when the rules saw all its elements
    std::vector<IngredientFinding> findings;  // when they did not
    Testimony testimony;
  };

  // Complaints read before have their say when the rules have had theirs: what both together make likely is proposed,
  // what they make unlikely is not. What the complaint itself contradicts stays away.
  void weigh_experience() {
    const auto likenesses = knowledge_.experience().of(text_.text());
    if (likenesses.empty()) return;
    auto heard = hear(likenesses);
    hear_of_company(heard);
    for (Heard& one : heard) {
      if (one.candidate)
        reconsider(candidates_[*one.candidate], one);
      else
        recall(one);
    }
    release_covered(heard);
  }

  // What was covered by an offence that is no longer proposed stands again, unless another one covers it.
  void release_covered(std::vector<Heard>& heard) {
    const auto withdrawn = [&](const Offence* strong) {
      return std::any_of(candidates_.begin(), candidates_.end(),
                         [&](const Candidate& c) { return c.offence == strong && !c.stands(); });
    };
    std::vector<const Offence*> released;
    for (Candidate& candidate : candidates_) {
      if (candidate.covered_by == nullptr || candidate.stands() || !withdrawn(candidate.covered_by)) continue;
      candidate.excluded_by.clear();
      candidate.covered_by = nullptr;
      released.push_back(candidate.offence);
    }
    if (released.empty()) return;
    cover_by_graver();
    for (Heard& one : heard) {
      if (!one.candidate || std::find(released.begin(), released.end(), one.offence) == released.end()) continue;
      testify(one);
      reconsider(candidates_[*one.candidate], one);
    }
  }

  std::vector<Heard> hear(const std::vector<Experience::Likeness>& likenesses) {
    std::unordered_map<std::string_view, const Experience::Likeness*> by_section;
    for (const Experience::Likeness& likeness : likenesses) by_section.emplace(likeness.section, &likeness);
    const Testimony common = common_testimony(likenesses);
    std::vector<Heard> heard;
    for (const Offence& offence : knowledge_.offences()) {
      if (offence.by_officer || offence.companion) continue;
      const auto likeness = by_section.find(offence.id());
      if (likeness == by_section.end()) continue;
      Heard one{&offence, likeness->second, {}, {}, common};
      const auto known = std::find_if(candidates_.begin(), candidates_.end(),
                                      [&](const Candidate& c) { return c.offence == &offence; });
      if (known != candidates_.end())
        one.candidate = static_cast<std::size_t>(known - candidates_.begin());
      else if (one.findings = open_findings(offence); one.findings.empty())
        continue;
      testify(one);
      heard.push_back(std::move(one));
    }
    return heard;
  }

  // What of an offence is shown, where something is and nothing is contradicted or taken away by an exception; else
  // nothing.
  std::vector<IngredientFinding> open_findings(const Offence& offence) {
    auto table = findings(offence.ingredients);
    const bool contradicted = std::any_of(table.begin(), table.end(), [](const IngredientFinding& f) {
      return f.state == IngredientState::contradicted;
    });
    if (contradicted || count_met(table) == 0) return {};
    if (count_met(findings(offence.ingredients, offence.unless)) < count_met(table)) return {};
    return table;
  }

  // What is the same for every offence.
  Testimony common_testimony(const std::vector<Experience::Likeness>& likenesses) {
    Testimony common;
    common.silent = std::none_of(candidates_.begin(), candidates_.end(),
                                 [](const Candidate& c) { return c.stands() && !c.offence->companion; });
    const auto is_route = [](const Experience::Likeness& likeness) {
      return likeness.section.starts_with(kRouteLesson);
    };
    const auto best = std::find_if_not(likenesses.begin(), likenesses.end(), is_route);
    if (best != likenesses.end()) common.best = best->score;
    const auto elsewhere = std::find_if(likenesses.begin(), likenesses.end(), [&](const auto& likeness) {
      return is_route(likeness) && is_without_offence(likeness.section.substr(kRouteLesson.size()));
    });
    if (elsewhere == likenesses.end()) return common;
    common.elsewhere = logistic(elsewhere->score);
    if (common.elsewhere >= kRouteMin) result_.told_alike_route = elsewhere->section.substr(kRouteLesson.size());
    return common;
  }

  void testify(Heard& heard) const {
    Testimony& testimony = heard.testimony;
    testimony.score = heard.likeness->score;
    testimony.share = static_cast<double>(heard.likeness->lessons) /
                      static_cast<double>(std::max<std::size_t>(knowledge_.experience().texts(), 1));
    testimony.holds = heard.candidate && candidates_[*heard.candidate].stands();
    testimony.taken_away = heard.candidate && !testimony.holds;
    const auto& table = heard.candidate ? candidates_[*heard.candidate].findings : heard.findings;
    testimony.met = static_cast<std::size_t>(count_met(table));
    for (const IngredientFinding& finding : table) {
      testimony.core += finding.ingredient->core;
      testimony.core_met += finding.ingredient->core && finding.state == IngredientState::met;
    }
  }

  // Some sections go together, others leave each other no room.
  void hear_of_company(std::vector<Heard>& heard) const {
    std::vector<const Experience::Likeness*> likely;
    for (const Heard& one : heard) {
      if (likelihood(one.testimony) >= kCompanyMin) likely.push_back(one.likeness);
    }
    for (Heard& one : heard) {
      for (const Experience::Likeness* other : likely) {
        if (other == one.likeness) continue;
        const double beside = knowledge_.experience().beside(other->number, one.likeness->number);
        one.testimony.company_for = std::max(one.testimony.company_for, beside);
        one.testimony.company_against = std::min(one.testimony.company_against, beside);
      }
    }
  }

  // What the rules propose, or saw and took away.
  void reconsider(Candidate& candidate, const Heard& heard) {
    if (heard.likeness->lessons < kLessonsEnough) return;
    const double likely = likelihood(heard.testimony);
    if (candidate.stands() && likely < kKeepMin) {
      candidate.excluded_by = "complaints told in such words were hardly ever registered under it";
    } else if (!candidate.stands() && candidate.covered_by == nullptr && likely >= kOverruleMin) {
      candidate.told_alike = evidence(heard.likeness->words);
      candidate.despite = std::move(candidate.excluded_by);
      candidate.excluded_by.clear();
    }
  }

  // What the rules did not see.
  void recall(Heard& heard) {
    const bool by_words_alone = heard.likeness->lessons < kLessonsEnough;
    if (by_words_alone && logistic(heard.likeness->score) < kProposeMin) return;
    if (likelihood(heard.testimony) < kProposeMin) return;
    std::erase_if(near_misses_, [&](const NearMiss& miss) { return miss.offence == heard.offence; });
    candidates_.push_back({heard.offence, std::move(heard.findings), {}, evidence(heard.likeness->words)});
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

  // The graver and more specific first.
  void put_in_order() {
    std::stable_sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
      if (a.offence->rank != b.offence->rank) return a.offence->rank > b.offence->rank;
      return a.offence->max_years > b.offence->max_years;
    });
  }

  // In order, so that what is itself superseded no longer supersedes.
  void supersede() {
    put_in_order();
    cover_by_graver();
  }

  // By those that the rules propose: what only sounds like an offence covers none.
  void cover_by_graver() {
    for (const Candidate& strong : candidates_) {
      if (!strong.stands() || !strong.told_alike.empty()) continue;
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
        weak.covered_by = strong.offence;
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
    put_in_order();
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
