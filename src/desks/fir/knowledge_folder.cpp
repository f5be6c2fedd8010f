#include "desks/fir/knowledge_folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace dossier::desks::fir {

Result<std::vector<dossier::fir::KnowledgeFile>> knowledge_in_folder(const std::string& folder) {
  std::vector<dossier::fir::KnowledgeFile> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".toml" && entry.path().filename() != dossier::fir::kExperienceFile) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) return Error{ErrorCode::unreadable, "the file cannot be read", entry.path().string()};
    files.push_back({entry.path().filename().string(), text.str()});
  }
  if (error)
    return Error{ErrorCode::not_found, "the folder of the knowledge cannot be read: " + error.message(), folder};
  if (files.empty()) return Error{ErrorCode::not_found, "the folder holds no .toml file", folder};
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return files;
}

}  // namespace dossier::desks::fir
