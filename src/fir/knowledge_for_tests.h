#pragma once

#include "fir/knowledge.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace dossier::fir {

// The project's own knowledge/, read once: the readers of facts need its word classes.
inline const Knowledge& knowledge_for_tests() {
  static const Knowledge kKnowledge = [] {
    std::vector<KnowledgeFile> files;
    for (const auto& entry : std::filesystem::directory_iterator(DOSSIER_KNOWLEDGE)) {
      std::ifstream in(entry.path(), std::ios::binary);
      files.push_back({entry.path().filename().string(), std::string(std::istreambuf_iterator<char>(in), {})});
    }
    return Knowledge::read(files).value();
  }();
  return kKnowledge;
}

}  // namespace dossier::fir
