#include "extract/worker_process.h"

#include "extract/messages.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

namespace dossier::extract {
namespace {

constexpr int kWorkerSocket = 3;

Error could_not_start(const std::filesystem::path& executable, std::string_view why) {
  return {ErrorCode::unavailable,
          "could not start the extract worker: " + std::string(why) + "; check the installation (dossier doctor)",
          executable.string()};
}

// What the child has and has not: standard streams that lead nowhere (but stderr), our socket, no other descriptor of
// the program, its own process group (so that Ctrl-C reaches only the program), default signals.
class SpawnPlan {
 public:
  explicit SpawnPlan(int socket) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions_, socket, kWorkerSocket);
    posix_spawn_file_actions_addclosefrom_np(&actions_, kWorkerSocket + 1);
    posix_spawnattr_init(&attributes_);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setsigdefault(&attributes_, &all);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }

  int spawn(const std::filesystem::path& executable, pid_t* pid) const {
    std::string name = executable.string(), language = "LANG=C.UTF-8";
    std::array<char*, 2> arguments = {name.data(), nullptr}, environment = {language.data(), nullptr};
    return posix_spawn(pid, name.c_str(), &actions_, &attributes_, arguments.data(), environment.data());
  }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

}  // namespace

Result<WorkerProcess> WorkerProcess::start(const std::filesystem::path& executable, Deadline deadline) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    return could_not_start(executable, std::strerror(errno));
  }
  Descriptor ours(ends[0]), theirs(ends[1]);
  // dup2 of a descriptor onto itself would leave it marked close-on-exec.
  if (theirs.number() == kWorkerSocket) theirs.reset(fcntl(theirs.number(), F_DUPFD_CLOEXEC, kWorkerSocket + 1));
  pid_t pid = -1;
  if (int failure = SpawnPlan(theirs.number()).spawn(executable, &pid); failure != 0) {
    return could_not_start(executable, std::strerror(failure));
  }
  theirs.reset();
  WorkerProcess worker(pid, Channel(std::move(ours)));
  auto hello = worker.channel_.receive(deadline);
  if (!hello) return could_not_start(executable, "it did not answer in time or ended at once");
  if (hello->kind != FrameKind::ready || hello->payload != kProtocol) {
    return could_not_start(executable, "it is of another version than this program");
  }
  return worker;
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), channel_(std::move(other.channel_)) {}

WorkerProcess::~WorkerProcess() {
  reap();
}

WorkerProcess::Death WorkerProcess::reap() {
  Death death;
  if (pid_ <= 0) return death;
  kill(pid_, SIGKILL);  // does nothing to one that has already ended
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  if (WIFEXITED(status)) death.exit_status = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) death.signal = WTERMSIG(status);
  return death;
}

std::filesystem::path worker_beside_program() {
  std::error_code error;
  auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return program.parent_path() / "dossier-extract";
}

}  // namespace dossier::extract
