#include "desks/fir/knowledge_files.h"

#include "desks/fir/knowledge_folder.h"
#include "fir/knowledge_image.h"

namespace dossier::desks::fir {

Result<dossier::fir::Knowledge> load_knowledge(const std::string& folder) {
  if (folder.empty()) {
    const EmbeddedKnowledge embedded = embedded_knowledge();
    return dossier::fir::knowledge_of_image(embedded.image, embedded.experience);
  }
  TRY(const auto files, knowledge_in_folder(folder));
  return dossier::fir::Knowledge::read(files);
}

}  // namespace dossier::desks::fir
