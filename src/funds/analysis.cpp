#include "funds/analysis.h"

#include "funds/merge.h"

#include <utility>

namespace dossier::funds {

Analysis analyse(std::vector<DocumentReading> documents, std::optional<Date> as_of) {
  Analysis analysis;
  for (Ledger& ledger : merge_ledgers(documents)) {
    MetricSet metrics = compute_metrics(ledger, as_of);
    std::vector<Check> checks = check_reported(ledger, metrics);
    analysis.funds.push_back({std::move(ledger), std::move(metrics), std::move(checks)});
  }
  analysis.documents = std::move(documents);
  return analysis;
}

}  // namespace dossier::funds
