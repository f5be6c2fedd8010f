#pragma once

#include "desks/fir/cases.h"
#include "desks/fir/contract_sessions.h"
#include "desks/fir/contract_views.h"
#include "desks/fir/session_turns.h"
#include "net/router.h"

namespace dossier::desks::fir {

// POST /validate of the old interface: five approvals complete the draft.

// A session with its case.
struct Known {
  ContractSession session;
  Case state;
};
// Fails with not_found.
Result<Known> known_in(store::Session& session, const std::string& name);

// Once the step at its turn can be read. Fails where there is none to read: it failed, or is a transcript that is being
// made, which nobody has seen.
net::Task<Result<Known>> when_readable(Services& services, Context context, std::string name);

// The client names no version, so what it approves is what it was shown last: a request that finds a step in
// preparation, or another request at the session's approval, waits for the step to read and approves nothing.
net::Task<Result<net::Response>> validate(Services& services, SessionTurns& turns, Context context, ValidateBody body);

// Whether it can name a session: a UUID.
bool is_uuid(std::string_view text);
// A field of the wrong form, in the list that interface answers with.
net::Response wrong_field(std::string place, std::string field, std::string_view type, std::string message);

}  // namespace dossier::desks::fir
