#include "funds/questions/question_chunks.h"

#include <algorithm>
#include <cctype>

namespace dossier::funds {

std::vector<std::string> chunks_of(std::string_view text) {
  std::vector<std::string> chunks;
  std::string chunk;
  auto flush = [&] {
    if (!chunk.empty()) chunks.push_back(std::move(chunk));
    chunk.clear();
  };
  for (std::size_t k = 0; k < text.size(); ++k) {
    // Typographic quotes and spaces become plain ones; en and em dashes a hyphen.
    std::string_view rest = text.substr(k);
    if (rest.starts_with("\u2018") || rest.starts_with("\u2019")) {
      chunk += '\'';
      k += 2;
    } else if (rest.starts_with("\u201C") || rest.starts_with("\u201D")) {
      flush();
      k += 2;
    } else if (rest.starts_with("\u2013") || rest.starts_with("\u2014")) {
      chunk += '-';
      k += 2;
    } else if (rest.starts_with("\u00A0")) {
      flush();
      k += 1;
    } else if (std::isspace(static_cast<unsigned char>(text[k])) != 0 || text[k] == '"' || text[k] == '/') {
      bool alone = text[k] == '/' && chunk.empty() && k + 1 < text.size() && text[k + 1] == ' ';
      if (alone) {
        chunks.emplace_back("/");
        continue;
      }
      bool inside_date = text[k] == '/' && k > 0 && std::isdigit(static_cast<unsigned char>(text[k - 1])) != 0;
      inside_date ? chunk.push_back('/') : flush();
    } else {
      chunk += text[k];
    }
  }
  flush();
  return chunks;
}

std::string bare(std::string chunk) {
  auto strip_end = [&](std::string_view marks) {
    while (!chunk.empty() && marks.find(chunk.back()) != std::string_view::npos) chunk.pop_back();
  };
  strip_end("?!.,;:'");
  while (!chunk.empty() && std::string_view("'#").find(chunk.front()) != std::string_view::npos) chunk.erase(0, 1);
  bool bracketed_number =
      chunk.size() > 2 && chunk.front() == '(' && std::isdigit(static_cast<unsigned char>(chunk[1])) != 0;
  if (!bracketed_number) {
    while (!chunk.empty() && std::string_view("([{").find(chunk.front()) != std::string_view::npos) chunk.erase(0, 1);
    strip_end(")]}?!.,;:'");
  }
  if (chunk.ends_with("'s")) chunk.resize(chunk.size() - 2);
  return chunk;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string full_year(std::string_view two_digits) {
  return (two_digits >= "70" ? "19" : "20") + std::string(two_digits);
}

}  // namespace dossier::funds
