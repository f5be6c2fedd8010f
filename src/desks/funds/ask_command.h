#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace dossier::desks::funds {

struct AskOptions {
  std::vector<std::filesystem::path> files;
  std::vector<std::string> questions;  // one conversation, in order
  bool apart = false;  // each question is a conversation of its own: its lines are the turns, the last is answered
  std::string password = {};
  bool json = false;
  bool progress = false;              // `err` is a terminal
  std::filesystem::path worker = {};  // empty: beside the program
};

// `dossier funds ask FILE... -q QUESTION...`: answers from the files, with their sources. Returns the exit status: 0
// done, whatever the answers are; 3 a file could not be read (the others are still asked).
int run_ask_command(const AskOptions& options, std::ostream& out, std::ostream& err);

}  // namespace dossier::desks::funds
