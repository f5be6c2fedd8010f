#pragma once

#include "funds/ledger/checks.h"
#include "funds/ledger/ledger.h"
#include "funds/ledger/metrics.h"

#include <optional>
#include <vector>

namespace dossier::funds {

// One fund with everything that follows from its ledger.
struct FundAnalysis {
  Ledger ledger;
  MetricSet metrics;
  std::vector<Check> checks;
};

// Documents and the funds they speak of, merged without doubling.
struct Analysis {
  std::vector<DocumentReading> documents;
  std::vector<FundAnalysis> funds;
};

// Pure: the same readings give the same analysis. `as_of` absent: each fund as of its newest report.
Analysis analyse(std::vector<DocumentReading> documents, std::optional<Date> as_of = {});

}  // namespace dossier::funds
