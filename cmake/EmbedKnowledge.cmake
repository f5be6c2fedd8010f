# Writes the files of knowledge/ into one C++ source, so that the program needs no folder beside it. Run as a script:
# cmake -DFOLDER=... -DOUTPUT=... -P EmbedKnowledge.cmake
file(GLOB files "${FOLDER}/*.toml")
list(SORT files)
set(source "#include \"desks/fir/knowledge_files.h\"\n\nnamespace dossier::desks::fir {\n\nstd::vector<dossier::fir::KnowledgeFile> embedded_knowledge() {\n  return {\n")
foreach(file IN LISTS files)
  file(READ "${file}" text)
  get_filename_component(name "${file}" NAME)
  string(APPEND source "{\"${name}\", R\"KNOWLEDGE(${text})KNOWLEDGE\"},\n")
endforeach()
string(APPEND source "  };\n}\n\n}  // namespace dossier::desks::fir\n")
file(WRITE "${OUTPUT}" "${source}")
