#include "net/multipart.h"

#include "base/limits.h"
#include "net/request.h"

namespace dossier::net {
namespace {

constexpr std::size_t kBoundaryBytesMax = 70;  // RFC 2046, section 5.1.1

Error malformed(std::string what) {
  return {ErrorCode::invalid_argument, "the form is malformed: " + std::move(what), "body"};
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// Takes `name=value` or `name="value"` with the semicolon before it off the front of `rest`. Browsers write a quotation
// mark as %22, older programs as \"; a lone backslash is part of a Windows path and stays.
bool take_attribute(std::string_view& rest, std::string_view& name, std::string& value) {
  const std::size_t semicolon = rest.find(';');
  if (semicolon == std::string_view::npos) return false;
  rest.remove_prefix(semicolon + 1);
  const std::size_t equals = rest.find('=');
  if (equals == std::string_view::npos) return false;
  name = trimmed(rest.substr(0, equals));
  rest = trimmed(rest.substr(equals + 1));
  value.clear();
  if (rest.empty() || rest.front() != '"') {
    value = trimmed(rest.substr(0, rest.find(';')));
    rest.remove_prefix(std::min(rest.size(), rest.find(';')));
    return true;
  }
  std::size_t at = 1;
  for (; at < rest.size() && rest[at] != '"'; ++at) {
    if (rest[at] == '\\' && at + 1 < rest.size() && rest[at + 1] == '"') ++at;
    value += rest[at];
  }
  rest.remove_prefix(std::min(rest.size(), at + 1));
  return true;
}

std::string unescaped_by_browser(std::string value) {
  for (const auto& [escape, plain] : {std::pair{"%22", "\""}, {"%0D", "\r"}, {"%0A", "\n"}}) {
    for (std::size_t at; (at = value.find(escape)) != std::string::npos;) value.replace(at, 3, plain);
  }
  return value;
}

// RFC 5987: UTF-8''na%C3%AFve.pdf
std::optional<std::string> extended_value(std::string_view value) {
  const std::size_t first = value.find('\'');
  const std::size_t second = first == std::string_view::npos ? first : value.find('\'', first + 1);
  if (second == std::string_view::npos || !same_token(value.substr(0, first), "UTF-8")) return std::nullopt;
  return percent_decoded(value.substr(second + 1), false);
}

void read_disposition(std::string_view rest, PartHead& head) {
  std::string_view name;
  std::string value;
  std::optional<std::string> extended;
  while (take_attribute(rest, name, value)) {
    if (same_token(name, "name")) head.name = unescaped_by_browser(value);
    if (same_token(name, "filename")) head.file_name = unescaped_by_browser(value);
    if (same_token(name, "filename*")) extended = extended_value(value);
  }
  if (extended) head.file_name = std::move(extended);
}

Result<PartHead> read_head(std::string_view text) {
  PartHead head;
  bool disposed = false;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find("\r\n"));
    text.remove_prefix(std::min(text.size(), line.size() + 2));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return malformed("a part's header has no colon");
    const std::string_view name = trimmed(line.substr(0, colon)), value = trimmed(line.substr(colon + 1));
    if (same_token(name, "Content-Disposition")) {
      if (!same_token(value.substr(0, value.find(';')), "form-data")) return malformed("a part is no form-data");
      read_disposition(value, head);
      disposed = true;
    } else if (same_token(name, "Content-Type")) {
      head.content_type = value;
    }
  }
  if (!disposed || head.name.empty()) return malformed("a part has no name");
  return head;
}

}  // namespace

// As the first delimiter may be the first line of the body, a line break before the body is made up.
MultipartParser::MultipartParser(std::string_view boundary, MultipartSink& sink)
    : delimiter_("\r\n--" + std::string(boundary)), sink_(sink), kept_("\r\n") {}

Result<void> MultipartParser::feed(std::string_view piece) {
  if (state_ == State::epilogue) return {};
  kept_.append(piece);
  rest_ = kept_;
  while (true) {
    TRY(const bool moved, step());
    if (!moved) break;
  }
  kept_.erase(0, kept_.size() - rest_.size());
  rest_ = {};
  return {};
}

Result<void> MultipartParser::finish() const {
  if (state_ != State::epilogue) return malformed("it ends before its last boundary");
  return {};
}

Result<bool> MultipartParser::step() {
  switch (state_) {
    case State::preamble: return step_preamble();
    case State::after_delimiter: return step_after_delimiter();
    case State::head: return step_head();
    case State::data_or_delimiter: return step_data_or_delimiter();
    case State::data: return step_data();
    case State::epilogue: rest_ = {}; return false;
  }
  return false;
}

Result<bool> MultipartParser::step_preamble() {
  const std::size_t at = rest_.find(delimiter_);
  if (at == std::string_view::npos) {
    if (rest_.size() > limits::kPartHeadBytesMax) return malformed("its boundary is not found");
    return false;
  }
  rest_.remove_prefix(at + delimiter_.size());
  state_ = State::after_delimiter;
  return true;
}

Result<bool> MultipartParser::step_after_delimiter() {
  std::string_view line = rest_;
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  if (rest_.size() - line.size() > kBoundaryBytesMax) return malformed("a boundary is followed by more than blanks");
  if (line.size() < 2) return false;
  if (line.starts_with("--")) {
    state_ = State::epilogue;
  } else if (line.starts_with("\r\n")) {
    state_ = State::head;
    if (++parts_ > limits::kPartsMax)
      return malformed("it has more than " + std::to_string(limits::kPartsMax) + " parts");
  } else {
    return malformed("a boundary is followed by something else");
  }
  rest_ = line.substr(2);
  return true;
}

Result<bool> MultipartParser::step_head() {
  const std::size_t end = rest_.find("\r\n\r\n");
  if (std::min(end, rest_.size()) > limits::kPartHeadBytesMax) return malformed("a part's header is too long");
  if (end == std::string_view::npos) return false;
  TRY(PartHead head, read_head(rest_.substr(0, end)));
  // The line break before the data stays: in a part without data the delimiter begins with it.
  rest_.remove_prefix(end + 2);
  state_ = State::data_or_delimiter;
  TRY_DO(sink_.part_begins(std::move(head)));
  return true;
}

Result<bool> MultipartParser::step_data_or_delimiter() {
  if (rest_.size() < delimiter_.size()) return false;
  if (!rest_.starts_with(delimiter_)) rest_.remove_prefix(2);
  state_ = State::data;
  return true;
}

Result<bool> MultipartParser::step_data() {
  const std::size_t at = rest_.find(delimiter_);
  if (at != std::string_view::npos) {
    TRY_DO(sink_.part_data(rest_.substr(0, at)));
    TRY_DO(sink_.part_ends());
    rest_.remove_prefix(at + delimiter_.size());
    state_ = State::after_delimiter;
    return true;
  }
  // The end may be the beginning of a delimiter.
  const std::size_t sure = rest_.size() < delimiter_.size() ? 0 : rest_.size() - delimiter_.size() + 1;
  if (sure > 0) TRY_DO(sink_.part_data(rest_.substr(0, sure)));
  rest_.remove_prefix(sure);
  return false;
}

std::optional<std::string> multipart_boundary(std::string_view content_type) {
  if (!same_token(trimmed(content_type.substr(0, content_type.find(';'))), "multipart/form-data")) return std::nullopt;
  std::string_view name;
  std::string value;
  while (take_attribute(content_type, name, value)) {
    const bool admissible =
        !value.empty() && value.size() <= kBoundaryBytesMax && value.find_first_of("\r\n") == std::string::npos;
    if (same_token(name, "boundary") && admissible) return value;
  }
  return std::nullopt;
}

}  // namespace dossier::net
