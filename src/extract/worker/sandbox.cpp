#include "extract/worker/sandbox.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <new>

namespace dossier::extract::worker {
namespace {

constexpr int kLowestPriority = 19;

void out_of_memory() {
  _exit(kExitMemory);
}

// Poppler ends the process itself when malloc fails, with abort(): errno still says why.
void on_abort(int) {
  if (errno == ENOMEM) _exit(kExitMemory);
  signal(SIGABRT, SIG_DFL);
  raise(SIGABRT);
}

std::size_t address_space_bytes() {
  std::size_t pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "re")) {
    if (std::fscanf(file, "%zu", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
  rlimit values{soft, hard};
  setrlimit(resource, &values);
}

}  // namespace

void confine(std::size_t memory_bytes) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  setpriority(PRIO_PROCESS, 0, kLowestPriority);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_FSIZE, 0, 0);
  rlim_t memory = address_space_bytes() + memory_bytes;
  limit(RLIMIT_AS, memory, memory);
  std::set_new_handler(out_of_memory);
  std::signal(SIGABRT, on_abort);
}

void allow_processor_seconds(long seconds) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  auto total = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + seconds + 1);
  limit(RLIMIT_CPU, total, RLIM_INFINITY);
}

}  // namespace dossier::extract::worker
