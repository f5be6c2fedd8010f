#pragma once

#include "base/json_writer.h"
#include "desks/fir/cases.h"

#include <boost/json/fwd.hpp>

#include <functional>

namespace dossier::desks::fir {

// What the jobs on cases have in common: the order in their payload, the command they end with, and what becomes of
// cases whose job is gone.

// Which case, and since when it waits; a kind of job writes beside it what else it needs to know.
struct CaseOrder {
  CaseId id;
  std::optional<WallTime> wanted = {};
};
void write_order(JsonWriter& json, const CaseOrder& order);
// Nothing where the payload is none of ours.
std::optional<CaseOrder> read_order(const boost::json::object& payload);
// The payload as an object; empty where it is none.
boost::json::object payload_object(const std::string& payload);

using CaseCommand = decltype(dossier::fir::Command::what);

// The command and the job's end in one transaction: after a crash there are both or neither. A person waits for it, and
// it is short: it shares a commit with others. With a subject, the job only ends where another on it was asked for
// since: it is the later job's to say how that went.
async::Task<Result<void>> end_with(Services& services, Context context, store::JobLease lease, CaseId id,
                                   CaseCommand what, std::string subject = {});
// A failed attempt, in the log.
void log_attempt(Services& services, std::string_view event, CaseId id, const Result<void>& result);

// A case that waits for a job which will not come, and the command that tells it so.
struct Abandoned {
  CaseId id;
  CaseCommand told;
};
// Whether no job on the subject waits or runs.
Result<bool> has_no_job(store::Session& session, const std::string& subject);
// Tells those that `find` finds, looking once more in the transaction that does: one may have been asked for anew.
// Gives how many.
using FindAbandoned = std::function<Result<std::vector<Abandoned>>(store::Session&)>;
async::Task<Result<std::int64_t>> close_abandoned(Services& services, Context context, FindAbandoned find);

}  // namespace dossier::desks::fir
