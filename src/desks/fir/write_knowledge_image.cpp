// usage: dossier-knowledge-image FOLDER OUTPUT
// Reads knowledge/ and writes its image, which the build puts into the program (embedded_knowledge.cpp.in). A fault in
// an entry ends the build with the file and the entry.
#include "desks/fir/knowledge_folder.h"
#include "fir/knowledge_image.h"

#include <fstream>
#include <iostream>

int main(int count, char** arguments) {
  const auto fail = [](const std::string& why) {
    std::cerr << "dossier-knowledge-image: " << why << "\n";
    return 1;
  };
  if (count != 3) return fail("usage: dossier-knowledge-image FOLDER OUTPUT");
  const auto files = dossier::desks::fir::knowledge_in_folder(arguments[1]);
  if (!files) return fail(files.error().text());
  const auto knowledge = dossier::fir::Knowledge::read(*files);
  if (!knowledge) return fail(knowledge.error().text());
  std::ofstream out(arguments[2], std::ios::binary);
  out << dossier::fir::image_of(*knowledge);
  out.close();
  return out ? 0 : fail("cannot write " + std::string(arguments[2]));
}
