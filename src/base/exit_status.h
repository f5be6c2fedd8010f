#pragma once

#include "base/error.h"

namespace dossier {

// How every command of the command line ends.
enum ExitStatus : int {
  exit_done = 0,
  exit_needs_a_person = 1,  // done, with flags that a person should look at
  exit_bad_usage = 2,
  exit_bad_input = 3,
  exit_failed = 4,
};

constexpr ExitStatus exit_status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid_argument: return exit_bad_usage;
    case ErrorCode::not_found:
    case ErrorCode::too_large:
    case ErrorCode::unsupported:
    case ErrorCode::unreadable:
    case ErrorCode::password_required: return exit_bad_input;
    default: return exit_failed;
  }
}

}  // namespace dossier
