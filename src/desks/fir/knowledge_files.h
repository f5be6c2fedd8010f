#pragma once

#include "base/result.h"
#include "fir/knowledge.h"

#include <string>
#include <string_view>

namespace dossier::desks::fir {

// knowledge/ as it was when the program was built: its image (fir/knowledge_image.h) and experience.tsv. Valid as long
// as the program runs.
struct EmbeddedKnowledge {
  std::string_view image, experience;
};
EmbeddedKnowledge embedded_knowledge();

// The knowledge of the folder, or, when `folder` is empty, the embedded one. An officer or lawyer works on a folder;
// the program itself must run from a single file.
Result<dossier::fir::Knowledge> load_knowledge(const std::string& folder);

}  // namespace dossier::desks::fir
