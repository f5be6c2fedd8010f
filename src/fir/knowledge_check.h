#pragma once

#include "fir/knowledge.h"

#include <string>
#include <string_view>
#include <vector>

namespace dossier::fir {

// What is wrong with the knowledge, where: what a person who edits the files needs to find it.
struct KnowledgeFault {
  std::string file;
  int line = 0;  // 0: of the file as a whole
  std::string what;
  bool stops = true;  // the files cannot be worked with as they are; false: something is left out or does not fit

  std::string text() const;  // "bns_property.toml:12: BNS 303(2): ..."
  bool operator==(const KnowledgeFault&) const = default;
};

// Everything the files say as far as it can be read, and every fault in them, in the order of files and lines. Where no
// fault stops, it is what Knowledge::read gives.
struct KnowledgeReading {
  Knowledge knowledge;
  std::vector<KnowledgeFault> faults;
};
KnowledgeReading read_knowledge(const std::vector<KnowledgeFile>& files);

// Every fault of the files, those of reading and those of the whole, in the order of files and lines.
KnowledgeReading check_files(const std::vector<KnowledgeFile>& files);

// The classes of words that the program asks for (code_words.h) and the knowledge does not hold: no complaint can be
// read with it.
std::vector<std::string_view> missing_word_classes(const Knowledge& knowledge);

// What is wrong with the whole: dangling references, doubled entries, entries without example, ingredients nothing can
// show. Empty when all is well.
std::vector<KnowledgeFault> check_knowledge(const Knowledge& knowledge);

}  // namespace dossier::fir
