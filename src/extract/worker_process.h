#pragma once

#include "extract/channel.h"

#include <sys/types.h>

#include <filesystem>
#include <optional>

namespace dossier::extract {

// One running dossier-extract. Start, use and end it on one thread that lives as long as the worker does: the kernel
// ends the worker together with the thread that started it.
class WorkerProcess {
 public:
  // Waits until the worker says that it is ready. `unavailable` with the reason when there is none to be had.
  static Result<WorkerProcess> start(const std::filesystem::path& executable, Deadline deadline);

  WorkerProcess(WorkerProcess&& other) noexcept;
  WorkerProcess& operator=(WorkerProcess&&) = delete;
  ~WorkerProcess();

  Channel& channel() { return channel_; }
  pid_t pid() const { return pid_; }

  // How a process ended that has gone by itself, or is killed now.
  struct Death {
    int exit_status = 0;  // when it left by itself
    int signal = 0;       // else the signal that ended it
  };
  Death reap();

 private:
  WorkerProcess(pid_t pid, Channel channel) : pid_(pid), channel_(std::move(channel)) {}

  pid_t pid_;
  Channel channel_;
};

// The dossier-extract that lies beside the running program.
std::filesystem::path worker_beside_program();

}  // namespace dossier::extract
