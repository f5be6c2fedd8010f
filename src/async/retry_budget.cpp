#include "async/retry_budget.h"

#include <algorithm>

namespace dossier::async {

void RetryBudget::call_begins() {
  const std::lock_guard lock(mutex_);
  saved_ = std::min(saved_max_, saved_ + share_);
}

bool RetryBudget::take() {
  const std::lock_guard lock(mutex_);
  if (saved_ < 1) return false;
  saved_ -= 1;
  return true;
}

std::chrono::nanoseconds backoff(int attempt, std::chrono::nanoseconds first, std::chrono::nanoseconds longest,
                                 double chance) {
  std::chrono::nanoseconds whole = first;
  for (int i = 2; i < attempt && whole < longest; ++i) whole *= 2;
  whole = std::min(whole, longest);
  const double random_half = static_cast<double>(whole.count()) / 2 * chance;
  return whole / 2 + std::chrono::nanoseconds(static_cast<std::chrono::nanoseconds::rep>(random_half));
}

}  // namespace dossier::async
