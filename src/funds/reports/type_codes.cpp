#include "funds/reports/type_codes.h"

#include "funds/reports/vocabulary.h"
#include "reading/fold.h"

#include <algorithm>

namespace dossier::funds {
namespace {

constexpr std::size_t kCodeBytesMax = 6;

// One entry of a key: "CC = capital call".
void take_entry(const std::string& entry, TypeCodes& codes) {
  const std::size_t mark = entry.find('=');
  if (mark == std::string::npos) return;
  // "Codes: CC = capital call": the code is the word before the mark.
  std::string code(reading::trimmed(std::string_view(entry).substr(0, mark)));
  if (std::size_t space = code.find_last_of(" :"); space != std::string::npos) code.erase(0, space + 1);
  const std::string meaning(reading::trimmed(std::string_view(entry).substr(mark + 1)));
  if (code.empty() || code.size() > kCodeBytesMax || !row_kind_by_words(meaning)) return;
  codes[reading::fold(code)] = meaning;
}

void take_key(const std::string& text, TypeCodes& codes) {
  if (text.find('=') == std::string::npos) return;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find_first_of(";,.|", from), text.size());
    take_entry(text.substr(from, end - from), codes);
    from = end + 1;
  }
}

}  // namespace

TypeCodes read_type_codes(std::span<const reading::PageLayout> layouts) {
  TypeCodes codes = {{"cc", "Capital call"},    {"call", "Capital call"},    {"dd", "Drawdown"},
                     {"contr", "Contribution"}, {"contrib", "Contribution"}, {"dist", "Distribution"},
                     {"distr", "Distribution"}, {"disb", "Distribution"}};
  for (const auto& layout : layouts) {
    for (const auto& line : layout.text) take_key(line.text(), codes);
    for (const auto& table : layout.tables) {
      for (const auto& row : table.rows) {
        for (const auto& cell : row.cells) take_key(cell.text, codes);
      }
    }
  }
  return codes;
}

}  // namespace dossier::funds
