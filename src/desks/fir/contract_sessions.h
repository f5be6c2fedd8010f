#pragma once

#include "desks/fir/case_store.h"

namespace dossier::desks::fir {

// How clients of the old FIR interface know a case (contract_routes.h): by a session, and by a number of
// our own in that interface's form, which is never the station's.
struct ContractSession {
  std::int64_t row = 0;
  std::string session;  // a version 4 UUID
  CaseId id;
  WallTime created_at, last_activity;
  std::optional<std::string> fir_number;  // given when the narrative was approved
  std::optional<WallTime> completed_at;   // the five approvals are there: the draft is complete
};

// Its own table, beside those of the case.
Result<ContractSession> open_session(store::Transaction& transaction, CaseId id, const std::string& session,
                                     WallTime now);
// The session whose complaint came as this very file and whose transcript nobody ever approved: sent again, it is that
// one.
Result<std::optional<std::string>> find_session_of_file(store::Session& session,
                                                        const dossier::fir::Original& original);
// Whether its transcript is being made. One short query: clients wait by asking it again and again.
Result<bool> is_transcribing(store::Session& session, const std::string& name);
// Fail with not_found.
Result<ContractSession> find_session(store::Session& session, const std::string& name);
Result<ContractSession> find_session_of_number(store::Session& session, const std::string& fir_number);
// Newest first, those that have a number.
Result<std::vector<ContractSession>> list_numbered(store::Session& session, std::int64_t limit, std::int64_t offset);
// Writes number, completion and activity.
Result<void> save_session(store::Transaction& transaction, const ContractSession& session);

// "FIR-", the first eight digits of the session, and the Indian time: "FIR-0f3a5b21-20260505183000".
std::string contract_number(const std::string& session, WallTime now);

}  // namespace dossier::desks::fir
