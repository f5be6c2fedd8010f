#include "desks/fir/knowledge_files.h"

#include "desks/fir/knowledge_folder.h"
#include "fir/knowledge_check.h"
#include "fir/knowledge_image.h"

namespace dossier::desks::fir {

Result<dossier::fir::Knowledge> load_knowledge(const std::string& folder) {
  if (folder.empty()) {
    const EmbeddedKnowledge embedded = embedded_knowledge();
    return dossier::fir::knowledge_of_image(embedded.image, embedded.experience);
  }
  TRY(const auto files, knowledge_in_folder(folder));
  TRY(auto knowledge, dossier::fir::Knowledge::read(files));
  const auto missing = dossier::fir::missing_word_classes(knowledge);
  if (missing.empty()) return knowledge;
  return Error{ErrorCode::invalid_argument,
               "the class of words '" + std::string(missing.front()) +
                   "' is gone, which the program asks for; see "
                   "`dossier knowledge check`",
               folder};
}

}  // namespace dossier::desks::fir
