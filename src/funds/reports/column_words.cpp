#include "funds/reports/column_words.h"

#include "funds/reports/column_phrases.h"
#include "reading/amounts.h"
#include "reading/fold.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace dossier::funds {
namespace {

using reading::fold_tokens;

// "Call No.", "Appel n\u00B0", "Abruf Nr.": what is counted matters less than that it is.
bool counts(const std::vector<std::string>& tokens) {
  static constexpr std::array<std::string_view, 7> kNumber = {"no", "nr", "n", "num", "number", "numero", "nummer"};
  return tokens.size() >= 2 && tokens.size() <= 3 &&
         std::find(kNumber.begin(), kNumber.end(), tokens.back()) != kNumber.end();
}

// "Of which fees", "davon Gebühren": a part of the amount beside it, never money of its own.
bool is_part_of_another(const std::vector<std::string>& tokens) {
  if (tokens.size() < 2) return false;
  return (tokens[0] == "of" && tokens[1] == "which") || tokens[0] == "davon" || tokens[0] == "thereof" ||
         tokens[0] == "dont" || tokens[0] == "including" || tokens[0] == "inkl" || tokens[0] == "incl";
}

bool is_currency_code(std::string_view token) {
  return token.size() == 3 && reading::find_currency(token).has_value();
}

}  // namespace

std::optional<ColumnRole> column_role(std::string_view header) {
  if (header.find('%') != std::string_view::npos) return ColumnRole::percent;
  auto tokens = fold_tokens(header);
  // Units and footnote digits say nothing about the role: "Amount (USD)", "Contributions 1".
  if (header.find('#') != std::string_view::npos && tokens.size() <= 2) return ColumnRole::number;
  if (counts(tokens)) return ColumnRole::number;
  auto found = column_phrases().matches(tokens);
  if (found.empty()) return std::nullopt;
  // "(EUR) Fees": a unit heads a column only where nothing else does.
  auto unit = [&](const auto& m) { return m.length == 1 && is_currency_code(tokens[m.at]); };
  if (!std::all_of(found.begin(), found.end(), unit)) std::erase_if(found, unit);
  if (is_part_of_another(tokens)) {
    const bool recallable = found.front().meaning == ColumnRole::recallable;
    return recallable ? ColumnRole::recallable : ColumnRole::balance;
  }
  // A balance word anywhere wins ("cumulative distributions"), then the investor's share, then what is named first.
  for (ColumnRole strong : {ColumnRole::balance, ColumnRole::investor_share, ColumnRole::fund_total}) {
    if (std::any_of(found.begin(), found.end(), [&](auto& m) { return m.meaning == strong; })) return strong;
  }
  // "Contributions Total", "Distributions / Income": the part under the group's title decides.
  const ColumnRole group = found.front().meaning, part = found.back().meaning;
  const bool of_call = group == ColumnRole::contribution && part == ColumnRole::contribution_part;
  const bool of_distribution = group == ColumnRole::distribution && part == ColumnRole::distribution_part;
  const bool sum =
      part == ColumnRole::total && (group == ColumnRole::contribution || group == ColumnRole::distribution);
  if (of_call || of_distribution || sum) return part;
  return found.front().meaning;
}

}  // namespace dossier::funds
