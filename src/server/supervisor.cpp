#include "server/supervisor.h"

#include <systemd/sd-daemon.h>

#include <csignal>
#include <ctime>

namespace dossier::server {
namespace {

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

}  // namespace

Supervisor::Supervisor() {
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  std::uint64_t microseconds = 0;
  // Twice within the time that systemd allows, as sd_watchdog_enabled(3) advises.
  if (sd_watchdog_enabled(0, &microseconds) > 0) watchdog_ = std::chrono::microseconds(microseconds / 2);
}

void Supervisor::ready(const std::string& status) {
  sd_notify(0, ("READY=1\nSTATUS=" + status).c_str());
}

std::string Supervisor::wait(const std::function<bool()>& alive) {
  using namespace std::chrono;
  const sigset_t signals = stop_signals();
  const microseconds turn = watchdog_ > microseconds(0) ? watchdog_ : microseconds(seconds(60));
  const timespec wait{duration_cast<seconds>(turn).count(), (turn % seconds(1)).count() * 1000};
  while (true) {
    const int signal = sigtimedwait(&signals, nullptr, &wait);
    if (signal > 0) return signal == SIGTERM ? "SIGTERM" : "SIGINT";
    if (watchdog_ > microseconds(0) && alive()) sd_notify(0, "WATCHDOG=1");
  }
}

void Supervisor::stopping() {
  sd_notify(0, "STOPPING=1");
}

}  // namespace dossier::server
