#include "extract/test_support.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace dossier::extract::testing_support {

std::string all_text(const Extraction& extraction) {
  std::string text;
  for (const reading::Page& page : extraction.text.pages) {
    for (const reading::Word& word : page.words) {
      if (!word.hidden) text += (text.empty() ? "" : " ") + word.text;
    }
  }
  return text;
}

std::vector<pid_t> worker_pids(const std::vector<pid_t>& known) {
  std::vector<pid_t> pids;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    std::ifstream children(task.path() / "children");
    for (pid_t pid = 0; children >> pid;) {
      std::string name;
      std::getline(std::ifstream("/proc/" + std::to_string(pid) + "/comm"), name);
      if (name.starts_with("dossier-extract") && std::find(known.begin(), known.end(), pid) == known.end()) {
        pids.push_back(pid);
      }
    }
  }
  return pids;
}

}  // namespace dossier::extract::testing_support
