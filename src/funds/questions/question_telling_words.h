#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace dossier::funds {

// Words that tell, show, are or become, in every form ("showing", "reflected", "becomes", "steht", "ergibt"), and small
// words of German and French: they carry a question and change nothing of what it asks, wherever they stand. A term of
// the trade or a word of some row goes before them.
const std::unordered_set<std::string>& telling_words();

}  // namespace dossier::funds
