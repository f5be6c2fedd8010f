#include "funds/questions/answer_quotes.h"

#include <fmt/format.h>

namespace dossier::funds {

std::string quoted(const std::string& text) {
  constexpr std::size_t kQuotedBytesMax = 600;
  if (text.size() <= kQuotedBytesMax) return text;
  auto end = text.rfind(". ", kQuotedBytesMax);
  if (end == std::string::npos || end < kQuotedBytesMax / 2) end = text.rfind(' ', kQuotedBytesMax);
  return text.substr(0, end + 1) + " ...";
}

std::string page_of(const Place& place) {
  return place.page > 0 ? fmt::format("{}, page {}", place.file, place.page) : place.file;
}

void quote(const Passage& passage, AnswerDraft& draft) {
  draft.say(fmt::format("The document says: \"{}\" ({}).", quoted(passage.text), page_of(passage.place)));
  draft.cite(passage.place, passage.text);
}

}  // namespace dossier::funds
