// usage: dossier-knowledge-image FOLDER OUTPUT
// Reads knowledge/ and writes its image, which the build puts into the program (embedded_knowledge.cpp.in). A fault
// that reading finds ends the build, each named with file and line.
#include "desks/fir/knowledge_folder.h"
#include "fir/knowledge_check.h"
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
  const auto reading = dossier::fir::read_knowledge(*files);
  for (const auto& fault : reading.faults) std::cerr << arguments[1] << "/" << fault.text() << "\n";
  if (!reading.faults.empty()) return fail("mend the faults above");
  std::ofstream out(arguments[2], std::ios::binary);
  out << dossier::fir::image_of(reading.knowledge);
  out.close();
  return out ? 0 : fail("cannot write " + std::string(arguments[2]));
}
