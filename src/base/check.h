#pragma once

namespace dossier {

// Reports a broken invariant on stderr and stops the process. Never called for bad input or a likely failure.
[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace dossier

// States an invariant of our own code; in force in every build.
#define DOSSIER_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::dossier::check_failed(#condition, __FILE__, __LINE__))
