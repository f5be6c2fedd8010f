#include "funds/ledger/analysis.h"

#include "funds/ledger/merge.h"
#include "funds/ledger/restating.h"

#include <algorithm>
#include <utility>

namespace dossier::funds {

namespace {

// Each restatement is a flag of the document where its figure stands.
void flag_restatements(std::vector<DocumentReading>& documents, const Ledger& ledger) {
  for (const Restatement& made : ledger.restatements) {
    Flag flag = flag_of(made);
    auto document = std::find_if(documents.begin(), documents.end(),
                                 [&](const DocumentReading& d) { return d.file == flag.place.file; });
    if (document != documents.end()) document->flags.push_back(std::move(flag));
  }
}

}  // namespace

Analysis analyse(std::vector<DocumentReading> documents, std::optional<Date> as_of) {
  Analysis analysis;
  for (Ledger& ledger : merge_ledgers(documents)) {
    flag_restatements(documents, ledger);
    MetricSet metrics = compute_metrics(ledger, as_of);
    std::vector<Check> checks = check_reported(ledger, metrics);
    analysis.funds.push_back({std::move(ledger), std::move(metrics), std::move(checks)});
  }
  analysis.documents = std::move(documents);
  return analysis;
}

}  // namespace dossier::funds
