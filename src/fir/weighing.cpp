#include "fir/weighing.h"

#include "fir/experience.h"

#include <algorithm>
#include <cmath>

namespace dossier::fir {
namespace {

constexpr double kScoreMin = -8;    // below it "most unlikely" says no more
constexpr std::size_t kMetMax = 3;  // further ingredients add nothing

// Fitted together; one means little without the others.
constexpr double kBias = 1.39;
constexpr double kScore = 0.81;
constexpr double kBehindBest = 0.39;
constexpr double kLessons = -0.75;  // of their logarithm: the common sections are scored higher than they are likely
constexpr double kTexts = 5859;     // that were learned from when this was fitted: a section is as common as its share
constexpr double kElsewhere = -4.35;
constexpr double kCompanyFor = 0.21;
constexpr double kCompanyAgainst = 0.56;
constexpr double kHolds = 3.75;
constexpr double kTakenAway = 1.72;
constexpr double kSilent = 1.08;
constexpr double kCoreShare = 0.55;
constexpr double kOneShort = 0.88;
constexpr double kMet = 0.49;

}  // namespace

double likelihood(const Testimony& t) {
  const double score = std::max(t.score, kScoreMin);
  const bool one_short = !t.holds && !t.taken_away && t.core_met + 1 == t.core;
  const double core_share = static_cast<double>(t.core_met) / static_cast<double>(std::max<std::size_t>(t.core, 1));
  const double logit = kBias + kScore * score + kBehindBest * (score - std::max(t.best, kScoreMin)) +
                       kLessons * std::log1p(kTexts * t.share) + kElsewhere * t.elsewhere +
                       kCompanyFor * t.company_for + kCompanyAgainst * t.company_against + kHolds * t.holds +
                       kTakenAway * t.taken_away + kSilent * t.silent + kCoreShare * core_share +
                       kOneShort * one_short + kMet * static_cast<double>(std::min(t.met, kMetMax));
  return logistic(logit);
}

}  // namespace dossier::fir
