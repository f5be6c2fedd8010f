#include "funds/ledger/roll_forward.h"

#include "funds/ledger/phrasing.h"
#include "reading/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace dossier::funds {
namespace {

using Column = std::optional<Money> StatementLine::*;

struct NamedColumn {
  Column figure;
  std::string_view title;
};
constexpr std::array<NamedColumn, 3> kColumns{{{&StatementLine::qtd, "in the quarter"},
                                               {&StatementLine::ytd, "in the year to date"},
                                               {&StatementLine::itd, "since inception"}}};

bool says_any(const StatementLine& line, std::initializer_list<std::string_view> words) {
  const auto tokens = reading::fold_tokens(line.line);
  return std::any_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
    return std::find(words.begin(), words.end(), token) != words.end();
  });
}

bool is_opening(const StatementLine& line) {
  return says_any(line, {"opening", "beginning", "begin", "start", "anfangsbestand", "anfangssaldo", "anfangskapital",
                         "beginn", "ouverture", "debut"});
}

bool is_ending(const StatementLine& line) {
  return says_any(line, {"ending", "closing", "end", "endbestand", "endsaldo", "endkapital", "schlussbestand", "ende",
                         "cloture", "fin"});
}

// The lines from the opening to the ending balance; empty when the statement has not both.
std::span<const StatementLine> rolled_lines(const std::vector<StatementLine>& lines) {
  const auto opening = std::find_if(lines.begin(), lines.end(), is_opening);
  const auto ending = std::find_if(opening, lines.end(), is_ending);
  if (ending == lines.end()) return {};
  return {opening, ending + 1};
}

// One column of the statement, added up.
struct RolledColumn {
  NamedColumn column;
  Money off;                  // the printed ending balance less what its lines come to
  bool fits = false;          // as far as rounding goes
  std::vector<bool> figures;  // by line below the opening balance: whether it moves anything
};

// Half of the unit in which the column is printed, for each of its lines.
Money rounding_of(std::span<const StatementLine> lines, Column column) {
  Money::Minor unit = 1'000'000'000'000;
  int count = 0;
  for (const StatementLine& line : lines) {
    const Money figure = (line.*column).value_or(Money());
    if (figure.zero()) continue;
    ++count;
    while (unit > 1 && figure.minor() % unit != 0) unit /= 10;
  }
  return Money::of_minor(unit * count / 2);
}

// Nothing where the column prints no ending balance or nothing that leads to it.
std::optional<RolledColumn> rolled(std::span<const StatementLine> lines, const NamedColumn& named) {
  const auto figure = [&](const StatementLine& line) { return (line.*named.figure).value_or(Money()); };
  if (!(lines.back().*named.figure)) return std::nullopt;
  RolledColumn made{.column = named, .off = figure(lines.back()) - figure(lines.front()), .figures = {}};
  for (const StatementLine& line : lines.subspan(1, lines.size() - 2)) {
    made.off -= figure(line);
    made.figures.push_back(!figure(line).zero());
  }
  if (std::find(made.figures.begin(), made.figures.end(), true) == made.figures.end()) return std::nullopt;
  made.fits = made.off.abs() <= rounding_of(lines, named.figure);
  return made;
}

// Whether the lines that `doubtful` adds up are known to be no subtotals: another column adds them up, and fits.
bool understood(const RolledColumn& doubtful, const std::vector<RolledColumn>& columns) {
  return std::any_of(columns.begin(), columns.end(), [&](const RolledColumn& sound) {
    if (!sound.fits) return false;
    for (std::size_t k = 0; k < doubtful.figures.size(); ++k) {
      if (doubtful.figures[k] && !sound.figures[k]) return false;
    }
    return true;
  });
}

}  // namespace

std::vector<Flag> roll_forward_flags(const Ledger& ledger) {
  std::vector<Flag> flags;
  const auto lines = rolled_lines(ledger.statement_lines);
  if (lines.size() < 3) return flags;
  std::vector<RolledColumn> columns;
  for (const NamedColumn& named : kColumns) {
    if (auto made = rolled(lines, named)) columns.push_back(std::move(*made));
  }
  const StatementLine& ending = lines.back();
  for (const RolledColumn& one : columns) {
    if (one.fits || !understood(one, columns)) continue;
    const Money printed = *(ending.*one.column.figure);
    flags.push_back(
        {FlagCode::total_mismatch,
         fmt::format("{} the lines of the statement come to {}, but {} is printed as {}", one.column.title,
                     money_text(printed - one.off, ledger.currency), ending.line, money_text(printed, ledger.currency)),
         ending.place});
  }
  return flags;
}

}  // namespace dossier::funds
