#include "fir/case_authorship.h"

#include <algorithm>
#include <cstdint>

namespace dossier::fir {
namespace {

constexpr std::size_t kWordsComparedMax = 2'000;  // on each side, blanks included: 4 million comparisons, a few ms

struct Piece {
  std::string_view text;  // a word, or the blanks between two
  std::uint32_t start = 0, end = 0;
};

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::uint32_t code_points(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_blank(text[end]) == is_blank(text[i])) ++end;
    const std::string_view piece = text.substr(i, end - i);
    const std::uint32_t length = code_points(piece);
    pieces.push_back({piece, at, at + length});
    at += length;
    i = end;
  }
  return pieces;
}

void append(Authorship& runs, std::uint32_t end, Author author) {
  const std::uint32_t start = runs.empty() ? 0 : runs.back().span.end;
  if (end <= start) return;
  if (!runs.empty() && runs.back().author == author) {
    runs.back().span.end = end;
  } else {
    runs.push_back({{start, end}, author});
  }
}

// For each piece of `to` the piece of `from` it is, or -1: the longest common subsequence of the two stretches.
std::vector<std::ptrdiff_t> matched(const std::vector<Piece>& from, const std::vector<Piece>& to) {
  std::vector<std::ptrdiff_t> match(to.size(), -1);
  std::size_t head = 0, tail = 0;
  const std::size_t shorter = std::min(from.size(), to.size());
  for (; head < shorter && from[head].text == to[head].text; ++head) match[head] = static_cast<std::ptrdiff_t>(head);
  for (; tail < shorter - head && from[from.size() - 1 - tail].text == to[to.size() - 1 - tail].text; ++tail)
    match[to.size() - 1 - tail] = static_cast<std::ptrdiff_t>(from.size() - 1 - tail);
  const std::size_t rows = from.size() - head - tail, columns = to.size() - head - tail;
  if (rows == 0 || columns == 0 || rows > kWordsComparedMax || columns > kWordsComparedMax) return match;
  const std::size_t width = columns + 1;
  std::vector<std::uint16_t> length((rows + 1) * width, 0);
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) {
      length[i * width + j] = from[head + i].text == to[head + j].text
                                  ? static_cast<std::uint16_t>(length[(i + 1) * width + j + 1] + 1)
                                  : std::max(length[(i + 1) * width + j], length[i * width + j + 1]);
    }
  }
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    if (from[head + i].text == to[head + j].text) {
      match[head + j++] = static_cast<std::ptrdiff_t>(head + i++);
    } else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return match;
}

Author author_at(const Authorship& authors, std::uint32_t place, Author otherwise) {
  for (const AuthoredRun& run : authors) {
    if (place >= run.span.start && place < run.span.end) return run.author;
  }
  return otherwise;
}

}  // namespace

Authorship written_by(Author author, std::string_view text) {
  Authorship runs;
  append(runs, code_points(text), author);
  return runs;
}

Authorship after_edit(std::string_view before, const Authorship& authors, std::string_view text, Author editor) {
  const std::vector<Piece> from = pieces_of(before), to = pieces_of(text);
  const std::vector<std::ptrdiff_t> match = matched(from, to);
  Authorship runs;
  for (std::size_t i = 0; i < to.size(); ++i) {
    if (match[i] < 0) {
      append(runs, to[i].end, editor);
      continue;
    }
    // A piece may have two authors where an edit joined words; it is told letter by letter.
    const Piece& old = from[static_cast<std::size_t>(match[i])];
    for (std::uint32_t k = 0; k < to[i].end - to[i].start; ++k)
      append(runs, to[i].start + k + 1, author_at(authors, old.start + k, editor));
  }
  return runs;
}

Authorship with_quotation(std::string_view text, std::string_view quoted, const Authorship& authors) {
  while (!quoted.empty() && is_blank(quoted.back())) quoted.remove_suffix(1);
  std::uint32_t skipped = 0;
  while (!quoted.empty() && is_blank(quoted.front())) quoted.remove_prefix(1), ++skipped;
  const std::size_t at = quoted.empty() ? std::string_view::npos : text.find(quoted);
  Authorship runs;
  if (at != std::string_view::npos) {
    const std::uint32_t start = code_points(text.substr(0, at)), length = code_points(quoted);
    append(runs, start, Author::machine);
    for (const AuthoredRun& run : authors) {
      const std::uint32_t end = std::min(run.span.end, skipped + length);
      if (end > skipped) append(runs, start + end - skipped, run.author);
    }
  }
  append(runs, code_points(text), Author::machine);
  return runs;
}

}  // namespace dossier::fir
