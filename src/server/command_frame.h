#pragma once

#include "server/config.h"

#include <functional>
#include <optional>
#include <string>

namespace CLI {
class App;
}

// Of the command line's own sources only: what the files that add commands share.
namespace dossier::server {

// One of these is chosen while the arguments are read, and run once they all were.
using Run = std::function<int()>;

// The error as one line on stderr; gives its exit status.
int say(const Error& error);

// Who is written into the journal for what the command line changes.
std::string command_line_principal();

// What --config, --data, --host and --port may change.
struct ConfigFlags {
  std::optional<std::string> file, data, host;
  std::optional<std::int64_t> port;

  void add_file_and_data(CLI::App& command);
  Result<Config> load() const;
};

// Each adds a group of commands that set `chosen`, which outlives the reading of the arguments.
void add_funds_commands(CLI::App& app, Run& chosen);
void add_ledger_commands(CLI::App& funds, Run& chosen);  // below funds: list, ledger, correct, enter ...
void add_fir_commands(CLI::App& app, Run& chosen);
void add_statutes_commands(CLI::App& knowledge, Run& chosen);  // below knowledge
void add_load_command(CLI::App& app, Run& chosen);
void add_data_commands(CLI::App& app, Run& chosen);  // audit, backup, restore

}  // namespace dossier::server
