#include "async/prompt_thread.h"

#include <linux/sched/types.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace dossier::async {

void make_prompt() {
  constexpr unsigned long long kTurnNanoseconds = 100'000;  // the shortest the kernel takes
  sched_attr wanted{};
  if (syscall(SYS_sched_getattr, 0, &wanted, sizeof wanted, 0) != 0) return;
  wanted.sched_runtime = kTurnNanoseconds;
  // A kernel that refuses leaves the thread as it is: later at times, never wrong.
  syscall(SYS_sched_setattr, 0, &wanted, 0);
}

}  // namespace dossier::async
