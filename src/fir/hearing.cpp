#include "fir/hearing.h"

#include "fir/weighing.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace dossier::fir {
namespace {

// Likelihoods from which an offence is proposed, chosen on complaints of writers left out of the lessons
// (docs/performance.md): what the rules propose stays unless it is unlikely, what they see in part has to be likelier,
// what an exception takes away of it likelier still, and likeliest what a more specific offence covers.
constexpr double kKeepMin = 0.2;
constexpr double kProposeMin = 0.3;
constexpr double kOverruleMin = 0.35;
constexpr double kBesideCoverMin = 0.4;
// Where nothing is proposed and no other way is shown, the likeliest is, from there on: better asked about an offence
// than about nothing. Where words are of a matter without any offence, no offence that is all alone and unlikelier
// than this stands against them.
constexpr double kNothingElseMin = 0.2;
constexpr double kAloneMin = 0.4;
// On the word of fewer lessons nothing is taken back that the rules propose nor brought back that they took away, and
// what is not seen has to be likely by its words alone.
constexpr std::size_t kLessonsEnough = 10;
constexpr double kHardlyBeside = -2;        // so much unlikelier, as a logit, is a section beside another one
constexpr double kSeldomBeside = -1;        // the same beside the offence that covers it
constexpr double kCompanyMin = 0.3;         // what is likelier than this is company for the others
constexpr double kRouteMin = 0.25;          // below this likelihood complaints told alike show no route
constexpr double kAnotherStationMin = 0.5;  // below it they do not show that another station is meant

bool is_without_offence(std::string_view route) {
  return route == "LOST_REPORT" || route == "MISSING_PERSON" || route == "INQUEST" || route == "CIVIL" ||
         route == "CLARIFY";
}

// Of one section of the Sanhita; special acts put offences of different kinds under one number.
bool is_sub_section_beside(const Offence& one, const Offence& other) {
  const auto number = [](std::string_view section) { return section.substr(0, section.find('(')); };
  return &one != &other && one.act == "BNS" && other.act == "BNS" && number(one.section) == number(other.section);
}

// An offence that experience knows, with all that is said of it.
struct Heard {
  const Offence* offence;
  const Experience::Likeness* likeness;
  std::optional<std::size_t> candidate;  // its number, when the rules saw all its elements
  const Unshown* unshown = nullptr;      // when they did not
  Testimony testimony;
};

class Hearing {
 public:
  Hearing(const Knowledge& knowledge, const reading::CueText& text, SignalReader& signals,
          const std::vector<Unshown>& unshown, bool another_way, std::vector<Candidate>& candidates)
      : knowledge_(knowledge),
        text_(text),
        signals_(signals),
        tables_(text, signals),
        unshown_(unshown),
        another_way_(another_way),
        candidates_(candidates) {}

  WhereTo run() {
    const auto likenesses = knowledge_.experience().of(text_.text());
    if (likenesses.empty()) return {};
    auto heard = hear(likenesses);
    hear_of_company(heard);
    for (const Heard& one : heard) {
      if (one.testimony.holds) take_back(one);
    }
    release_covered(heard);
    std::stable_sort(heard.begin(), heard.end(), [](const Heard& one, const Heard& other) {
      return likelihood(one.testimony) > likelihood(other.testimony);
    });
    for (const Heard& one : heard) {
      if (!one.testimony.holds) bring_in(one, heard, least_for(one.testimony));
    }
    if (!where_to_.route.empty())
      leave_the_weak(heard);
    else if (!another_way_ && !stands_any() && !heard.empty())
      bring_in(heard.front(), heard, kNothingElseMin);
    return std::move(where_to_);
  }

 private:
  // What was covered by an offence that is no longer proposed stands again, unless another one covers it.
  void release_covered(std::vector<Heard>& heard) {
    const auto withdrawn = [&](const Offence* strong) {
      return std::any_of(candidates_.begin(), candidates_.end(),
                         [&](const Candidate& c) { return c.offence == strong && !c.stands(); });
    };
    std::vector<const Offence*> released;
    for (Candidate& candidate : candidates_) {
      if (candidate.covered_by == nullptr || !withdrawn(candidate.covered_by)) continue;
      candidate.excluded_by.clear();
      candidate.covered_by = nullptr;
      released.push_back(candidate.offence);
    }
    if (released.empty()) return;
    supersede(candidates_, text_, signals_);
    for (Heard& one : heard) {
      if (!one.candidate || std::find(released.begin(), released.end(), one.offence) == released.end()) continue;
      testify(one);
      take_back(one);
    }
  }

  std::vector<Heard> hear(const std::vector<Experience::Likeness>& likenesses) {
    std::unordered_map<std::string_view, const Experience::Likeness*> by_section;
    for (const Experience::Likeness& likeness : likenesses) by_section.emplace(likeness.section, &likeness);
    const Testimony common = common_testimony(likenesses);
    std::vector<Heard> heard;
    const auto add = [&](const Offence* offence, std::optional<std::size_t> candidate, const Unshown* unshown) {
      const auto likeness = by_section.find(offence->id());
      if (likeness == by_section.end() || offence->companion) return;
      heard.push_back({offence, likeness->second, candidate, unshown, common});
      testify(heard.back());
    };
    for (std::size_t i = 0; i < candidates_.size(); ++i) add(candidates_[i].offence, i, nullptr);
    for (const Unshown& unshown : unshown_) {
      if (!is_contradicted(unshown.findings)) add(unshown.offence, std::nullopt, &unshown);
    }
    return heard;
  }

  // Whether these exceptions take away something that the complaint shows.
  bool is_doubted(const Unshown& unshown, const std::vector<Unless>& exceptions) {
    return !exceptions.empty() &&
           count_met(tables_.findings(unshown.offence->ingredients, exceptions)) < count_met(unshown.findings);
  }

  // Why the rules would not have it; empty where they only did not see it all.
  std::string objection(const Heard& heard) {
    if (heard.candidate) return candidates_[*heard.candidate].excluded_by;
    if (!heard.testimony.doubted) return {};
    const auto& exceptions = heard.offence->unless;
    const auto alone = std::find_if(exceptions.begin(), exceptions.end(),
                                    [&](const Unless& exception) { return is_doubted(*heard.unshown, {exception}); });
    return (alone == exceptions.end() ? exceptions.front() : *alone).why;
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
    where_to_.another_station = std::any_of(likenesses.begin(), likenesses.end(), [&](const auto& likeness) {
      return is_route(likeness) && likeness.section.substr(kRouteLesson.size()) == "ZERO_FIR" &&
             logistic(likeness.score) >= kAnotherStationMin;
    });
    if (elsewhere == likenesses.end()) return common;
    common.elsewhere = logistic(elsewhere->score);
    if (common.elsewhere >= kRouteMin) where_to_.route = elsewhere->section.substr(kRouteLesson.size());
    return common;
  }

  void testify(Heard& heard) {
    Testimony& testimony = heard.testimony;
    testimony.score = heard.likeness->score;
    testimony.share = static_cast<double>(heard.likeness->lessons) /
                      static_cast<double>(std::max<std::size_t>(knowledge_.experience().texts(), 1));
    testimony.holds = heard.candidate && candidates_[*heard.candidate].stands();
    testimony.covered = heard.candidate && !testimony.holds && candidates_[*heard.candidate].covered_by != nullptr;
    testimony.taken_away = heard.candidate && !testimony.holds && !testimony.covered;
    testimony.doubted = heard.unshown != nullptr && is_doubted(*heard.unshown, heard.offence->unless);
    const auto& table = heard.candidate ? candidates_[*heard.candidate].findings : heard.unshown->findings;
    testimony.met = static_cast<std::size_t>(count_met(table));
    const CoreCount core = count_core(table);
    testimony.core = core.all;
    testimony.core_met = core.met;
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

  // What the rules propose.
  void take_back(const Heard& heard) {
    Candidate& candidate = candidates_[*heard.candidate];
    if (candidate.stands() && heard.likeness->lessons >= kLessonsEnough && likelihood(heard.testimony) < kKeepMin)
      candidate.excluded_by = "complaints told in such words were hardly ever registered under it";
  }

  static double least_for(const Testimony& testimony) {
    if (testimony.covered) return kBesideCoverMin;
    return testimony.taken_away || testimony.doubted ? kOverruleMin : kProposeMin;
  }

  bool stands_any() const {
    return std::any_of(candidates_.begin(), candidates_.end(),
                       [](const Candidate& c) { return c.stands() && !c.offence->companion; });
  }

  // Told like a matter without any offence: where nothing that stands is likely, it is left to its route.
  void leave_the_weak(const std::vector<Heard>& heard) {
    const auto weak = [&](const Candidate& candidate) {
      return std::any_of(heard.begin(), heard.end(), [&](const Heard& one) {
        return one.offence == candidate.offence && one.likeness->lessons >= kLessonsEnough &&
               likelihood(one.testimony) < kAloneMin;
      });
    };
    const auto gone = [&](const Candidate& c) { return !c.stands() || c.offence->companion || weak(c); };
    if (!std::all_of(candidates_.begin(), candidates_.end(), gone)) return;
    for (Candidate& candidate : candidates_) {
      if (candidate.stands() && !candidate.offence->companion)
        candidate.excluded_by = "complaints told in such words were of no offence";
    }
  }

  // What the rules did not see in full, or saw and took away.
  void bring_in(const Heard& heard, const std::vector<Heard>& all, double least) {
    const Testimony& testimony = heard.testimony;
    const bool objected = heard.candidate || testimony.doubted;
    if (likelihood(testimony) < least || lacks_what_makes_it_graver(heard) || hardly_beside_its_cover(heard, all))
      return;
    const bool few_lessons = heard.likeness->lessons < kLessonsEnough;
    if (objected ? few_lessons || gives_way(heard, all) : few_lessons && logistic(testimony.score) < kProposeMin)
      return;
    std::string despite = objection(heard);
    if (!heard.candidate) {
      candidates_.push_back({heard.offence, heard.unshown->findings, {}, told_alike(heard), std::move(despite)});
      return;
    }
    Candidate& candidate = candidates_[*heard.candidate];
    candidate.told_alike = told_alike(heard);
    candidate.despite = std::move(despite);
    candidate.excluded_by.clear();
  }

  // Which sub-section it is follows from a fact that only the rules look for, and of two sections that hardly ever
  // stand together the likelier one stays.
  bool gives_way(const Heard& heard, const std::vector<Heard>& all) const {
    const bool another_sub_section = std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& c) {
      return c.stands() && is_sub_section_beside(*c.offence, *heard.offence);
    });
    if (another_sub_section) return true;
    return std::any_of(all.begin(), all.end(), [&](const Heard& other) {
      return other.candidate && candidates_[*other.candidate].stands() &&
             knowledge_.experience().beside(other.likeness->number, heard.likeness->number) <= kHardlyBeside &&
             likelihood(other.testimony) > likelihood(heard.testimony);
    });
  }

  // Robbery covers the theft in it: what people did not register beside the offence that covers it stays covered.
  bool hardly_beside_its_cover(const Heard& heard, const std::vector<Heard>& all) const {
    return std::any_of(all.begin(), all.end(), [&](const Heard& other) {
      const bool stands =
          other.candidate && candidates_[*other.candidate].stands() && candidates_[*other.candidate].told_alike.empty();
      const auto& covered = other.offence->supersedes;
      return stands &&
             std::any_of(covered.begin(), covered.end(),
                         [&](const std::string& pattern) { return names_offence(pattern, heard.offence->id()); }) &&
             knowledge_.experience().beside(other.likeness->number, heard.likeness->number) < kSeldomBeside;
    });
  }

  // The rules see all of a lesser offence, and of what sets this one above it they see nothing; then the words have to
  // speak for it by themselves. What goes along with a rape makes none by a group of it. Sub-sections of one section
  // differ by such a fact, too.
  bool lacks_what_makes_it_graver(const Heard& heard) const {
    if (heard.candidate || heard.testimony.score > 0) return false;
    const auto& above = heard.offence->supersedes;
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& c) {
      if (!c.stands() || !c.told_alike.empty()) return false;
      const std::string lesser = c.offence->id();
      return is_sub_section_beside(*c.offence, *heard.offence) ||
             std::any_of(above.begin(), above.end(),
                         [&](const auto& pattern) { return names_offence(pattern, lesser); });
    });
  }

  // The words it rests on.
  std::vector<Evidence> told_alike(const Heard& heard) const {
    return tables_.evidence(knowledge_.experience().telling(text_.text(), heard.likeness->number));
  }

  const Knowledge& knowledge_;
  const reading::CueText& text_;
  SignalReader& signals_;
  IngredientTables tables_;
  const std::vector<Unshown>& unshown_;
  const bool another_way_;
  std::vector<Candidate>& candidates_;
  WhereTo where_to_;
};

}  // namespace

WhereTo hear_experience(const Knowledge& knowledge, const reading::CueText& text, SignalReader& signals,
                        const std::vector<Unshown>& unshown, bool another_way, std::vector<Candidate>& candidates) {
  return Hearing(knowledge, text, signals, unshown, another_way, candidates).run();
}

}  // namespace dossier::fir
