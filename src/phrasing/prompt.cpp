#include "phrasing/prompt.h"

#include "grounding/citations.h"

#include <algorithm>

namespace dossier::phrasing {
namespace {

constexpr std::size_t kFindingsNamed = 8;

}  // namespace

std::string inside_marks(std::string_view text) {
  std::string inside(text);
  std::replace(inside.begin(), inside.end(), '<', '(');
  std::replace(inside.begin(), inside.end(), '>', ')');
  return inside;
}

std::string beginning(const std::string& text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  while (bytes_max > 0 && (static_cast<unsigned char>(text[bytes_max]) & 0xC0) == 0x80) --bytes_max;
  return text.substr(0, bytes_max);
}

std::string marked_sources(std::span<const grounding::SourceText> sources) {
  std::string data;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    data += "<source number=\"" + std::to_string(i + 1) + "\" file=\"" + inside_marks(sources[i].about) + "\">\n";
    data += inside_marks(sources[i].text) + "\n</source>\n";
  }
  return data;
}

models::TextRequest repair_request(models::TextRequest request, const std::string& written,
                                   std::span<const grounding::Finding> findings) {
  std::string wrong =
      "These parts of your text do not stand in the sources it rests on, or may not stand in it, or (left_out) are "
      "missing from it:\n";
  for (std::size_t i = 0; i < std::min(findings.size(), kFindingsNamed); ++i)
    wrong += "- " + std::string(name_of(findings[i].fault)) + ": " + inside_marks(findings[i].what) + "\n";
  wrong += "Write the whole text again by the same rules, with nothing that the sources do not say.";
  request.messages.push_back({models::Speaker::assistant, written});
  request.messages.push_back({models::Speaker::user, std::move(wrong)});
  return request;
}

std::string without_citations(std::string_view text) {
  const std::string bare = grounding::take_citations(text).text;
  std::string tidy;
  for (std::size_t i = 0; i < bare.size(); ++i) {
    // The blank that stood before a mark: "on 5 May ." and a doubled one between two sentences.
    const bool loose = bare[i] == ' ' &&
                       (i + 1 == bare.size() || std::string_view(" .,;").find(bare[i + 1]) != std::string_view::npos);
    if (!loose) tidy += bare[i];
  }
  return tidy;
}

}  // namespace dossier::phrasing
