#include "desks/fir/contract_activity.h"

namespace dossier::desks::fir {
namespace {

using store::Row;

constexpr const char* kSessions = R"sql(
SELECT CASE WHEN s.completed_at IS NOT NULL THEN 'completed'
            WHEN c.prepared_basis < c.basis OR c.status IN ('transcribing', 'no_transcript') THEN 'processing'
            ELSE 'awaiting_validation' END AS status,
       count(*), avg(s.completed_at - s.created_at) / 1e6
FROM (SELECT * FROM case_session ORDER BY id DESC LIMIT 20000) AS s JOIN fir_case AS c ON c.id = s.fir_case
WHERE s.created_at >= ?
GROUP BY status ORDER BY status)sql";

constexpr const char* kReports = R"sql(
SELECT CASE WHEN c.finalised_at IS NULL THEN 'pending' ELSE 'finalized' END AS status,
       count(*), avg(c.finalised_at - s.created_at) / 1e6
FROM (SELECT * FROM case_session ORDER BY id DESC LIMIT 20000) AS s JOIN fir_case AS c ON c.id = s.fir_case
WHERE s.created_at >= ? AND s.fir_number IS NOT NULL
GROUP BY status ORDER BY status)sql";

ContractActivity::Count count_of(const Row& row) {
  ContractActivity::Count count{row.text(0), row.integer(1), std::nullopt};
  if (!row.is_null(2)) count.mean_seconds = row.real(2);
  return count;
}

}  // namespace

Result<ContractActivity> contract_activity(store::Session& session, WallTime since) {
  ContractActivity activity;
  TRY(activity.sessions, session.all(kSessions, {since}, count_of));
  TRY(activity.reports, session.all(kReports, {since}, count_of));
  return activity;
}

}  // namespace dossier::desks::fir
