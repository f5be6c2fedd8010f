# Writes the plain words of a word list (one a line) into one C++ source: lower case letters only, long enough to be
# taken for another word's misspelling, sorted by byte, in pieces that a compiler must take as one literal. A script:
# cmake -DWORDS=/usr/share/dict/british-english -DOUTPUT=... -P EmbedWords.cmake
file(STRINGS "${WORDS}" words REGEX "^[a-z][a-z][a-z][a-z]+$")
list(SORT words)
list(REMOVE_DUPLICATES words)
list(LENGTH words count)
set(source "#include \"reading/english_words.h\"\n\n#include <array>\n\nnamespace dossier::reading {\n\nstd::span<const std::string_view> english_words() {\n  static constexpr auto kPieces = std::to_array<std::string_view>({\n")
set(at 0)
while(at LESS count)
  list(SUBLIST words ${at} 4000 piece)
  list(JOIN piece "\n" text)
  string(LENGTH "${text}" length)
  string(REPLACE "\n" "\\n" text "${text}")
  string(APPEND source "{\"${text}\", ${length}},\n")
  math(EXPR at "${at} + 4000")
endwhile()
string(APPEND source "});\n  return kPieces;\n}\n\n}  // namespace dossier::reading\n")
file(WRITE "${OUTPUT}" "${source}")
