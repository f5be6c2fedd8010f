#pragma once

#include "base/clock.h"

#include <chrono>
#include <functional>
#include <string>

namespace dossier::server {

// What the outside world says to the process and hears from it: signals, and systemd's notifications (which are no-ops
// elsewhere). Made first in main, before any thread, so that every thread inherits the blocked signals.
class Supervisor {
 public:
  Supervisor();

  // Tells systemd that requests are answered from now on.
  void ready(const std::string& status);
  // Blocks until SIGTERM or SIGINT; gives its name. Meanwhile feeds systemd's watchdog as long as alive() says so.
  std::string wait(const std::function<bool()>& alive);
  void stopping();

 private:
  std::chrono::microseconds watchdog_{0};  // between two signs of life; 0: nobody watches
};

}  // namespace dossier::server
