#include "desks/fir/contract_text.h"

#include <algorithm>
#include <array>

namespace dossier::desks::fir {
namespace {

constexpr std::array<std::string_view, 7> kMarkup = {"<script", "javascript:", "<iframe",    "<object",
                                                     "<embed",  "eval(",       "expression("};

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

// "onclick=", "onload =": a handler in an attribute.
bool has_handler(std::string_view lower) {
  for (std::size_t at = lower.find("on"); at != std::string_view::npos; at = lower.find("on", at + 1)) {
    if (at > 0 && is_letter(lower[at - 1])) continue;
    std::size_t end = at + 2;
    while (end < lower.size() && is_letter(lower[end])) ++end;
    if (end == at + 2) continue;
    while (end < lower.size() && lower[end] == ' ') ++end;
    if (end < lower.size() && lower[end] == '=') return true;
  }
  return false;
}

std::string with_entities(std::string_view text, bool ampersands) {
  std::string out;
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '\'') {
      out += "&#x27;";
    } else if (c == '&' && ampersands) {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

bool is_markup(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return has_handler(lower) || std::any_of(kMarkup.begin(), kMarkup.end(), [&](std::string_view mark) {
           return lower.find(mark) != std::string::npos;
         });
}

std::string contract_echo(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
    if (blank && !kept.empty() && kept.back() != ' ') kept += ' ';
    if (!blank && c > 32 && c < 127) kept += c;
  }
  while (!kept.empty() && kept.back() == ' ') kept.pop_back();
  return with_entities(kept, false);
}

std::string html_quoted(std::string_view text) {
  return with_entities(text, false);
}

std::string html_escaped(std::string_view text) {
  return with_entities(text, true);
}

}  // namespace dossier::desks::fir
