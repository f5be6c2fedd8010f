#pragma once

#include <string>
#include <string_view>

namespace dossier::desks::fir {

// What the old interface does to texts; what is kept is always the original.

// Markup that interface refuses: script elements, "javascript:", handlers, frames and the like.
bool is_markup(std::string_view text);
// Its echo of a text: blanks joined, what is not printable ASCII dropped, < > " ' as entities.
std::string contract_echo(std::string_view text);
// < > " ' as entities and all else as it is: its form for a text that was not sent to it.
std::string html_quoted(std::string_view text);
// < > & " ' as entities, for a page.
std::string html_escaped(std::string_view text);

}  // namespace dossier::desks::fir
