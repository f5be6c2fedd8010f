#include "load/latencies.h"

#include <algorithm>
#include <cmath>

namespace dossier::load {
namespace {

constexpr double kLeastMs = 0.001;
constexpr double kStep = 1.01;  // from one bucket to the next
constexpr std::size_t kBuckets = 2'080;

std::size_t bucket_of(double ms) {
  if (ms <= kLeastMs) return 0;
  static const double log_of_step = std::log(kStep);
  return std::min(kBuckets - 1, static_cast<std::size_t>(std::log(ms / kLeastMs) / log_of_step) + 1);
}

}  // namespace

Latencies::Latencies() : buckets_(kBuckets) {}

void Latencies::add(std::chrono::nanoseconds took) {
  const double ms = std::chrono::duration<double, std::milli>(took).count();
  ++buckets_[bucket_of(ms)];
  ++count_;
  max_ms_ = std::max(max_ms_, ms);
}

void Latencies::add(const Latencies& others) {
  for (std::size_t i = 0; i < kBuckets; ++i) buckets_[i] += others.buckets_[i];
  count_ += others.count_;
  max_ms_ = std::max(max_ms_, others.max_ms_);
}

double Latencies::milliseconds_at(double share) const {
  if (count_ == 0) return 0;
  const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count_)));
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < kBuckets; ++i) {
    seen += buckets_[i];
    if (seen >= std::max<std::uint64_t>(wanted, 1))
      return std::min(max_ms_, kLeastMs * std::pow(kStep, static_cast<double>(i)));
  }
  return max_ms_;
}

std::uint64_t Latencies::count_above(double ms) const {
  std::uint64_t above = 0;
  for (std::size_t i = bucket_of(ms) + 1; i < kBuckets; ++i) above += buckets_[i];
  return above;
}

}  // namespace dossier::load
