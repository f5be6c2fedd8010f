#pragma once

#include "base/ids.h"
#include "store/session.h"

#include <cstdint>
#include <optional>

// What was made of a ledger can be kept as long as the ledger is the same. Every change of a fund, a document or a
// ledger is an event of the journal in the same transaction, on the stream of the fund or the document
// (docs/fund-store.md): the number of the last event that may have changed something is its version. Equal versions are
// equal contents; a change always gives a higher one.
namespace dossier::desks::funds {

// Of what read_snapshot gives, flags aside: those change with their documents. 0 when there never was such a fund.
Result<std::int64_t> version_of(store::Session& session, FundId fund);

// Of what read_document gives; its rows are changed with the funds they are of. Nothing when it was not read yet.
Result<std::optional<std::int64_t>> version_of(store::Session& session, DocumentId document);

}  // namespace dossier::desks::funds
