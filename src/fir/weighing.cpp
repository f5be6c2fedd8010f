#include "fir/weighing.h"

#include "fir/experience.h"

#include <algorithm>
#include <cmath>

namespace dossier::fir {
namespace {

constexpr double kScoreMin = -8;    // below it "most unlikely" says no more
constexpr std::size_t kMetMax = 3;  // further ingredients add nothing

// Fitted together; one means little without the others.
constexpr double kBias = 0.63;
constexpr double kScore = 0.91;
constexpr double kScoreOfHeld = -0.17;  // what the rules propose rests less on its words
constexpr double kBehindBest = 0.30;
constexpr double kLessons = -0.50;  // of their logarithm: the common sections are scored higher than they are likely
constexpr double kTexts = 5859;     // a measure for that logarithm alone: a section is as common as its share
constexpr double kElsewhere = -3.34;
constexpr double kCompanyFor = 0.19;
constexpr double kCompanyAgainst = 0.36;
constexpr double kHolds = 2.47;
constexpr double kTakenAway = 1.32;
constexpr double kCovered = 1.55;
constexpr double kDoubted = -0.65;
constexpr double kSilent = 0.68;
constexpr double kCoreShare = 0.84;
constexpr double kNoCore = 0.76;  // where no core ingredient is seen, words alone carry it: kCoreShare asks too much
constexpr double kOneShort = 0.54;
constexpr double kMet = 0.38;

}  // namespace

double likelihood(const Testimony& t) {
  const double score = std::max(t.score, kScoreMin);
  const bool in_part = !t.holds && !t.taken_away && !t.covered;
  const bool one_short = in_part && t.core_met + 1 == t.core;
  const bool no_core = in_part && t.core > 0 && t.core_met == 0;
  const double core_share = static_cast<double>(t.core_met) / static_cast<double>(std::max<std::size_t>(t.core, 1));
  const double words = (kScore + kScoreOfHeld * t.holds) * score + kBehindBest * (score - std::max(t.best, kScoreMin)) +
                       kLessons * std::log1p(kTexts * t.share) + kElsewhere * t.elsewhere +
                       kCompanyFor * t.company_for + kCompanyAgainst * t.company_against;
  const double rules = kHolds * t.holds + kTakenAway * t.taken_away + kCovered * t.covered + kDoubted * t.doubted +
                       kSilent * t.silent + kCoreShare * core_share + kNoCore * no_core + kOneShort * one_short +
                       kMet * static_cast<double>(std::min(t.met, kMetMax));
  return logistic(kBias + words + rules);
}

}  // namespace dossier::fir
