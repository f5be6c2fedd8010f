#pragma once

#include "fir/experience.h"
#include "fir/knowledge.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace dossier::fir {

// The files of the project's own knowledge/.
inline std::vector<KnowledgeFile> knowledge_files_for_tests() {
  std::vector<KnowledgeFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(DOSSIER_KNOWLEDGE)) {
    if (entry.path().extension() != ".toml" && entry.path().filename() != kExperienceFile) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files.push_back({entry.path().filename().string(), std::string(std::istreambuf_iterator<char>(in), {})});
  }
  return files;
}

// What they say, read once: the readers of facts need its word classes.
inline const Knowledge& knowledge_for_tests() {
  static const Knowledge kKnowledge = Knowledge::read(knowledge_files_for_tests()).value();
  return kKnowledge;
}

}  // namespace dossier::fir
