#pragma once

#include "reading/tokens.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::fir {

// Who wrote a word of a case.
enum class Author { informant, officer, machine };
constexpr auto names_of(Author) {
  return std::array{std::string_view("informant"), std::string_view("officer"), std::string_view("machine")};
}

// A stretch of a text, in code points, and who wrote it.
struct AuthoredRun {
  reading::Span span;
  Author author = Author::machine;
  bool operator==(const AuthoredRun&) const = default;
};

// The runs of one text: in order, touching each other, from its beginning to its end. Empty for an empty text.
using Authorship = std::vector<AuthoredRun>;

Authorship written_by(Author author, std::string_view text);

// Who wrote `text`, which `editor` made of `before`: words that stood there keep their author, the others are the
// editor's. Words are compared in order (longest common run of words); where more than kWordsComparedMax of them
// changed in one stretch, that stretch is the editor's.
Authorship after_edit(std::string_view before, const Authorship& authors, std::string_view text, Author editor);

// Who wrote a text of the machine that may quote another one whole: the quotation keeps its authors.
Authorship with_quotation(std::string_view text, std::string_view quoted, const Authorship& authors);

}  // namespace dossier::fir
