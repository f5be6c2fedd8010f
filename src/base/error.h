#pragma once

#include <string>
#include <string_view>

namespace dossier {

// The closed set of ways an operation can fail. Each maps to one HTTP status (net/status.h) and one exit status of the
// command line (base/exit_status.h), in one place each.
enum class ErrorCode {
  invalid_argument,   // a field of a request is malformed or out of range
  unauthenticated,    // no or wrong credentials
  forbidden,          // known, but not allowed
  not_found,          // the named thing does not exist
  conflict,           // the state of the thing does not allow it, or the version named is not current
  too_large,          // beyond a limit of base/limits.h
  unsupported,        // a kind of input that is not read
  unreadable,         // damaged or hostile input
  password_required,  // encrypted input, password missing or wrong
  over_capacity,      // a queue is full: try again later
  deadline_exceeded,  // the time allowed ran out
  cancelled,          // the caller went away
  unavailable,        // something we depend on (disk, model server) does not work now
  internal,           // a fault of ours
};

// Name used in logs, JSON and metrics: "not_found".
std::string_view name_of(ErrorCode code);

// A failure a person can act on. `message` is one sentence: what happened and what to do. `where` names the place
// (a file, "page 3", a field such as "fund_id"), empty when the whole operation failed.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;
  std::string where = {};

  // "report.pdf: the file is encrypted; give its password" on one line.
  std::string text() const;
};

}  // namespace dossier
