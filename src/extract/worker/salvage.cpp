#include "extract/worker/salvage.h"

#include "base/limits.h"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <map>
#include <optional>

namespace dossier::extract::worker {
namespace {

constexpr std::size_t kDictionaryBytesMax = 4'096;  // of a page or catalog: a few hundred are usual
constexpr std::size_t kTailBytes = 2'048;           // within which the end mark stands

bool space_at(std::string_view text, std::size_t at) {
  return std::isspace(static_cast<unsigned char>(text[at])) != 0;
}
bool digit_at(std::string_view text, std::size_t at) {
  return std::isdigit(static_cast<unsigned char>(text[at])) != 0;
}

// The number of the object whose "N G obj" ends at `end`, and where it begins.
struct ObjectStart {
  int number;
  std::size_t begin;
};
std::optional<ObjectStart> object_before(std::string_view bytes, std::size_t end) {
  std::size_t at = end;
  auto skip = [&](auto matches) {
    std::size_t from = at;
    while (at > 0 && from - at < 12 && matches(bytes, at - 1)) --at;
    return from - at;
  };
  if (skip(space_at) == 0 || skip(digit_at) == 0 || skip(space_at) == 0) return std::nullopt;
  std::size_t number_end = at, digits = skip(digit_at);
  if (digits == 0 || digits > 8) return std::nullopt;
  return ObjectStart{std::stoi(std::string(bytes.substr(at, number_end - at))), at};
}

// Whether the dictionary says "/Type /<type>".
bool has_type(std::string_view dictionary, std::string_view type) {
  constexpr std::string_view kKey = "/Type";
  for (std::size_t at = dictionary.find(kKey); at != std::string_view::npos; at = dictionary.find(kKey, at + 1)) {
    std::size_t value = at + kKey.size();
    while (value < dictionary.size() && space_at(dictionary, value)) ++value;
    if (dictionary.substr(value, type.size()) != type) continue;
    std::size_t after = value + type.size();
    if (after == dictionary.size() || std::isalpha(static_cast<unsigned char>(dictionary[after])) == 0) return true;
  }
  return false;
}

struct Found {
  int catalog = 0;
  bool page_tree = false;
  std::map<int, std::size_t> pages;  // object number -> where it stands; a later one replaces an earlier
  int highest = 0;
};

Found find_objects(std::string_view bytes) {
  constexpr std::string_view kMark = "obj";
  Found found;
  for (std::size_t at = bytes.find(kMark); at != std::string_view::npos; at = bytes.find(kMark, at + 1)) {
    auto start = object_before(bytes, at);
    if (!start) continue;
    found.highest = std::max(found.highest, start->number);
    std::string_view body = bytes.substr(at + kMark.size(), kDictionaryBytesMax);
    std::size_t end = std::min(body.find("endobj"), body.find("stream"));
    if (end == std::string_view::npos) continue;  // cut off, or no dictionary of ours
    body = body.substr(0, end);
    if (has_type(body, "/Catalog")) found.catalog = start->number;
    if (has_type(body, "/Pages")) found.page_tree = true;
    if (has_type(body, "/Page")) found.pages[start->number] = start->begin;
    if (found.pages.size() > static_cast<std::size_t>(limits::kPagesMax)) break;
  }
  return found;
}

// A page tree over the pages that were found, in the order of the file.
std::string new_tree(const Found& found) {
  std::map<std::size_t, int> in_order;
  for (auto [number, begin] : found.pages) in_order[begin] = number;
  std::string kids;
  for (auto [begin, number] : in_order) kids += fmt::format("{} 0 R ", number);
  int tree = found.highest + 1;
  return fmt::format(
      "\n{} 0 obj\n<< /Type /Pages /Kids [{}] /Count {} >>\nendobj\n{} 0 obj\n<< /Type /Catalog /Pages {} 0 R >>\n"
      "endobj\n",
      tree, kids, in_order.size(), tree + 1, tree);
}

}  // namespace

std::string salvaged_end(std::string_view bytes) {
  if (bytes.find("/Encrypt") != std::string_view::npos) return {};
  Found found = find_objects(bytes);
  bool whole_tree = found.catalog != 0 && found.page_tree;
  if (!whole_tree && found.pages.empty()) return {};
  int root = whole_tree ? found.catalog : found.highest + 2;
  return (whole_tree ? "\n" : new_tree(found)) +
         fmt::format("trailer\n<< /Root {} 0 R /Size {} >>\nstartxref\n0\n%%EOF\n", root, found.highest + 3);
}

bool cut_short(std::string_view bytes) {
  std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), kTailBytes));
  return tail.find("%%EOF") == std::string_view::npos;
}

}  // namespace dossier::extract::worker
