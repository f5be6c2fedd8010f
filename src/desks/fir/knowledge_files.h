#pragma once

#include "base/result.h"
#include "fir/knowledge.h"

#include <string>
#include <vector>

namespace dossier::desks::fir {

// The files of knowledge/ as they were when the program was built.
std::vector<dossier::fir::KnowledgeFile> embedded_knowledge();

// Every *.toml of `folder`, and its experience.tsv. Fails when it cannot be read or holds none.
Result<std::vector<dossier::fir::KnowledgeFile>> knowledge_in_folder(const std::string& folder);

// The knowledge of the folder, or, when `folder` is empty, the embedded one. An officer or lawyer works on a folder;
// the program itself must run from a single file.
Result<dossier::fir::Knowledge> load_knowledge(const std::string& folder);

}  // namespace dossier::desks::fir
