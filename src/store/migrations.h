#pragma once

#include "base/result.h"

#include <string>
#include <vector>

namespace dossier::store {

// One step of a room's tables. A step that was ever released is never edited, only followed by the next.
// `sql` may be several statements; it runs in one transaction with its entry in the table `migration`.
struct Migration {
  std::string room;
  int version = 0;  // 1, 2, 3 ... within the room
  std::string name;
  std::string sql;
};

// The tables of this room: journal, jobs, idempotency. Comes first in every list.
std::vector<Migration> migrations();

class Connection;

// Fails with unsupported when the file is a database of another program. A new, empty one is ours.
Result<void> require_ours(Connection& connection);

// Brings the database to the state the list describes, in the order of the list: rooms in the order of
// cmake/Rooms.cmake, each room's versions ascending. Fails with unsupported when the database knows a step that the
// list does not (it was written by a newer program), and with internal when an applied step reads differently now. For
// Database.
Result<void> migrate(Connection& connection, const std::vector<Migration>& steps);
// Whether this is a database of ours, none of whose steps is unknown here; fewer are fine. Changes nothing.
Result<void> require_known(Connection& connection, const std::vector<Migration>& steps);
// The same, and fails with conflict when a step is still missing.
Result<void> require_migrated(Connection& connection, const std::vector<Migration>& steps);

}  // namespace dossier::store
