#include "base/metrics.h"

#include <gtest/gtest.h>

namespace dossier {
namespace {

TEST(Metrics, the_same_name_and_labels_are_the_same_series) {
  Metrics metrics;
  metrics.counter("rows_total", "Rows.", {{"kind", "call"}}).add();
  metrics.counter("rows_total", "Rows.", {{"kind", "call"}}).add(2);
  metrics.counter("rows_total", "Rows.", {{"kind", "adjustment"}}).add();
  EXPECT_NE(metrics.text().find("rows_total{kind=\"call\"} 3"), std::string::npos) << metrics.text();
}

TEST(Metrics, histograms_count_into_their_buckets) {
  Metrics metrics;
  metrics.histogram("wait_seconds", "Waits.", {}, {0.1, 1}).observe(0.5);
  const std::string text = metrics.text();
  EXPECT_NE(text.find("wait_seconds_bucket{le=\"0.1\"} 0"), std::string::npos) << text;
  EXPECT_NE(text.find("wait_seconds_bucket{le=\"1\"} 1"), std::string::npos) << text;
}

}  // namespace
}  // namespace dossier
