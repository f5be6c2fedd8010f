#pragma once

#include "base/result.h"
#include "fir/knowledge.h"

#include <string>
#include <vector>

namespace dossier::desks::fir {

// Every *.toml of `folder`, and its experience.tsv, in the order of their names. Fails when it cannot be read or holds
// none.
Result<std::vector<dossier::fir::KnowledgeFile>> knowledge_in_folder(const std::string& folder);

}  // namespace dossier::desks::fir
