#include "base/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace dossier {

void Counter::add(double amount) {
  series_->Increment(amount);
}
double Counter::value() const {
  return series_->Value();
}
void Gauge::set(double value) {
  series_->Set(value);
}
void Gauge::add(double amount) {
  series_->Increment(amount);
}
double Gauge::value() const {
  return series_->Value();
}
void Histogram::observe(double value) {
  series_->Observe(value);
}

const std::vector<double>& latency_buckets() {
  static const std::vector<double> buckets = {0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                              0.1,    0.25,    0.5,    1,     2.5,    5,     10,   30};
  return buckets;
}

struct Metrics::Registry {
  prometheus::Registry series{prometheus::Registry::InsertBehavior::Merge};
};

Metrics::Metrics() : registry_(std::make_unique<Registry>()) {}
Metrics::~Metrics() = default;

Counter Metrics::counter(const std::string& name, const std::string& help, const Labels& labels) {
  return Counter(prometheus::BuildCounter().Name(name).Help(help).Register(registry_->series).Add(labels));
}

Gauge Metrics::gauge(const std::string& name, const std::string& help, const Labels& labels) {
  return Gauge(prometheus::BuildGauge().Name(name).Help(help).Register(registry_->series).Add(labels));
}

Histogram Metrics::histogram(const std::string& name, const std::string& help, const Labels& labels,
                             const std::vector<double>& buckets) {
  return Histogram(prometheus::BuildHistogram().Name(name).Help(help).Register(registry_->series).Add(labels, buckets));
}

std::string Metrics::text() const {
  return prometheus::TextSerializer().Serialize(registry_->series.Collect());
}

}  // namespace dossier
