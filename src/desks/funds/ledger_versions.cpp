#include "desks/funds/ledger_versions.h"

#include "desks/funds/fund_store.h"

namespace dossier::desks::funds {

using store::Row;
using store::Session;

Result<std::int64_t> version_of(Session& session, FundId fund) {
  return session.number("SELECT coalesce(max(sequence), 0) FROM journal_event WHERE stream = ?", {stream_of(fund)});
}

Result<std::optional<std::int64_t>> version_of(Session& session, DocumentId document) {
  // The funds of all its readings: one that it was taken from is no less a change. A maximum for each stream is one
  // look into the index each.
  TRY(const std::optional<std::optional<std::int64_t>> found,
      session.first("WITH streams(name) AS (SELECT ?2 UNION SELECT 'fund/' || f.fund FROM fund_reading f "
                    "JOIN document_reading d ON d.id = f.reading WHERE d.document = ?1) "
                    "SELECT max((SELECT max(sequence) FROM journal_event WHERE stream = streams.name)) FROM streams "
                    "WHERE EXISTS (SELECT 1 FROM document_reading WHERE document = ?1 AND superseded_at IS NULL)",
                    {document, stream_of(document)},
                    [](const Row& row) { return row.get<std::optional<std::int64_t>>(0); }));
  return found.value_or(std::nullopt);
}

}  // namespace dossier::desks::funds
