#include "funds/ledger/analysis.h"

#include "funds/ledger/merge.h"

#include <algorithm>
#include <utility>

namespace dossier::funds {

namespace {

// Each goes to the document where its figure stands.
void give_flags(std::vector<DocumentReading>& documents, const Ledger& ledger) {
  for (Flag& flag : flags_of_merging(ledger)) {
    auto document = std::find_if(documents.begin(), documents.end(),
                                 [&](const DocumentReading& d) { return d.file == flag.place.file; });
    if (document != documents.end()) document->flags.push_back(std::move(flag));
  }
}

}  // namespace

Analysis analyse(std::vector<DocumentReading> documents, std::optional<Date> as_of) {
  Analysis analysis;
  for (Ledger& ledger : merge_ledgers(documents)) {
    give_flags(documents, ledger);
    MetricSet metrics = compute_metrics(ledger, as_of);
    std::vector<Check> checks = check_reported(ledger, metrics);
    analysis.funds.push_back({std::move(ledger), std::move(metrics), std::move(checks)});
  }
  analysis.documents = std::move(documents);
  return analysis;
}

}  // namespace dossier::funds
