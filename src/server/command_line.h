#pragma once

#include "server/config.h"

#include <functional>

namespace dossier::server {

// What the commands do that need the whole program; the others are functions of their rooms.
struct Commands {
  std::function<int(const Config&)> serve;
  std::function<int(const Config&)> doctor;
};

// Reads the arguments, runs the command and gives the exit status (base/exit_status.h). Errors are one line on stderr.
int run_command_line(int argc, char** argv, const Commands& commands);

}  // namespace dossier::server
