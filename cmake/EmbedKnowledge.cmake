# Writes the files of knowledge/ into one C++ source, so that the program needs no folder beside it. Run as a script:
# cmake -DFOLDER=... -DOUTPUT=... -P EmbedKnowledge.cmake
#
# A compiler need not take literals beyond 65536 bytes: a file is cut at line ends into pieces that are joined again,
# each into room made for the whole, because a start waits for it.
set(piece_max 40000)
file(GLOB files "${FOLDER}/*.toml" "${FOLDER}/experience.tsv")
list(SORT files)
set(source [[
#include "desks/fir/knowledge_files.h"

#include <initializer_list>
#include <string_view>

namespace dossier::desks::fir {

using Files = std::vector<dossier::fir::KnowledgeFile>;

static void add(Files& files, std::string name, std::size_t bytes, std::initializer_list<std::string_view> pieces) {
  std::string text;
  text.reserve(bytes);
  for (const std::string_view piece : pieces) text += piece;
  files.push_back({std::move(name), std::move(text)});
}

Files embedded_knowledge() {
  Files files;
]])
foreach(file IN LISTS files)
  file(READ "${file}" text)
  file(SIZE "${file}" bytes)
  get_filename_component(name "${file}" NAME)
  string(APPEND source "  add(files, \"${name}\", ${bytes}, {")
  string(LENGTH "${text}" left)
  while(left GREATER piece_max)
    string(SUBSTRING "${text}" 0 ${piece_max} piece)
    string(FIND "${piece}" "\n" end REVERSE)
    math(EXPR end "${end} + 1")
    string(SUBSTRING "${text}" 0 ${end} piece)
    string(APPEND source "R\"KNOWLEDGE(${piece})KNOWLEDGE\",\n")
    string(SUBSTRING "${text}" ${end} -1 text)
    string(LENGTH "${text}" left)
  endwhile()
  string(APPEND source "R\"KNOWLEDGE(${text})KNOWLEDGE\"});\n")
endforeach()
string(APPEND source "  return files;\n}\n\n}  // namespace dossier::desks::fir\n")
file(WRITE "${OUTPUT}" "${source}")
