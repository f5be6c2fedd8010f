#include "server/command_line.h"

#include "base/exit_status.h"
#include "server/command_frame.h"
#include "server/settings_file.h"
#include "server/version.h"

#include <CLI/CLI.hpp>
#include <pwd.h>
#include <unistd.h>

#include <iostream>
#include <memory>

namespace dossier::server {

int say(const Error& error) {
  std::cerr << "dossier: " << error.text() << '\n';
  return exit_status_of(error.code);
}

std::string command_line_principal() {
  const passwd* user = getpwuid(getuid());
  return std::string("command line: ") + (user != nullptr ? user->pw_name : std::to_string(getuid()));
}

void ConfigFlags::add_file_and_data(CLI::App& command) {
  command.add_option("--config", file, "Configuration file; ./dossier.toml is read when there is one")
      ->type_name("FILE");
  command.add_option("--data", data, "Folder of everything that is kept")->type_name("DIR");
}

Result<Config> ConfigFlags::load() const {
  TRY(Config config, load_config(file, process_environment()));
  if (data) config.data.dir = *data;
  if (host) config.server.host = *host;
  if (port) config.server.port = *port;
  return config;
}

namespace {

Run with_config(const std::shared_ptr<ConfigFlags>& flags, const std::function<int(const Config&)>& command) {
  return [flags, command] {
    const Result<Config> config = flags->load();
    return config ? command(*config) : say(config.error());
  };
}

void add_serve(CLI::App& app, Run& chosen, const Commands& commands) {
  CLI::App* serve = app.add_subcommand("serve", "Answer over HTTP");
  serve->footer("Example:\n  dossier serve --data /var/lib/dossier --port 8000");
  auto flags = std::make_shared<ConfigFlags>();
  flags->add_file_and_data(*serve);
  serve->add_option("--host", flags->host, "Address of this machine to listen on")->type_name("H");
  serve->add_option("--port", flags->port, "Port to listen on; 0 takes any free one")
      ->type_name("N")
      ->check(CLI::Range(0, 65535));
  serve->callback([&chosen, flags, &commands] { chosen = with_config(flags, commands.serve); });
}

void add_doctor(CLI::App& app, Run& chosen, const Commands& commands) {
  CLI::App* doctor = app.add_subcommand("doctor", "Check that this machine can run the program, and say what to do");
  doctor->footer("Example:\n  dossier doctor --data /var/lib/dossier");
  auto flags = std::make_shared<ConfigFlags>();
  flags->add_file_and_data(*doctor);
  doctor->callback([&chosen, flags, &commands] { chosen = with_config(flags, commands.doctor); });
}

void add_config(CLI::App& app, Run& chosen) {
  CLI::App* command = app.add_subcommand("config", "Print every setting, as a dossier.toml to start from");
  command->footer("Example:\n  dossier config > dossier.toml");
  auto flags = std::make_shared<ConfigFlags>();
  flags->add_file_and_data(*command);
  command->callback([&chosen, flags] {
    chosen = with_config(flags, [](const Config& config) {
      std::cout << settings_file(config);
      return exit_done;
    });
  });
}

// CLI11's sentences end in line breaks and hints; one line that says what to do is what scripts and people need.
int say_usage(const CLI::App& app, const CLI::ParseError& fault) {
  std::string message = fault.what();
  message = message.substr(0, message.find('\n'));
  const CLI::App* at = &app;
  std::string command = "dossier";
  while (!at->get_subcommands().empty()) {
    at = at->get_subcommands().front();
    command += " " + at->get_name();
  }
  std::cerr << "dossier: " << message << "; see " << command << " --help\n";
  return exit_bad_usage;
}

}  // namespace

int run_command_line(int argc, char** argv, const Commands& commands) {
  CLI::App app("Documents, scans and statements become reviewed, cited answers and drafts.", "dossier");
  app.set_version_flag("--version", std::string(kVersion));
  app.require_subcommand(1);
  app.footer("Exit status: 0 done, 1 done with flags that need a person, 2 bad usage, 3 bad input, 4 failed.");
  Run chosen;
  add_serve(app, chosen, commands);
  add_funds_commands(app, chosen);
  add_fir_commands(app, chosen);
  add_data_commands(app, chosen);
  add_load_command(app, chosen);
  add_doctor(app, chosen, commands);
  add_config(app, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {  // --help, --version
    return app.exit(wanted);
  } catch (const CLI::ParseError& fault) {
    return say_usage(app, fault);
  }
  return chosen();
}

}  // namespace dossier::server
