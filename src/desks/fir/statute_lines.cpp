#include "desks/fir/statute_lines.h"

#include "base/json_writer.h"
#include "desks/fir/limits.h"

#include <boost/json.hpp>

#include <filesystem>
#include <fstream>
#include <unordered_map>

namespace dossier::desks::fir {
namespace {

namespace json = boost::json;

class LineReader {
 public:
  explicit LineReader(const StatuteDefaults& defaults) : defaults_(defaults) {}

  StatuteLines read(std::string_view lines) {
    if (lines.starts_with("\xEF\xBB\xBF")) lines.remove_prefix(3);
    while (!lines.empty() && made_.sections.size() < limits::kStatuteSectionsMax) {
      std::string_view line = lines.substr(0, lines.find('\n'));
      lines.remove_prefix(std::min(lines.size(), line.size() + 1));
      ++number_;
      if (line.find_first_not_of(" \t\r") != std::string_view::npos) take(line);
    }
    if (lines.find_first_not_of(" \t\r\n") != std::string_view::npos)
      fault("there are more than " + std::to_string(limits::kStatuteSectionsMax) + " sections; load fewer acts");
    if (made_.sections.empty() && faults_ == 0) fault("there is no section in the file");
    if (faults_ > made_.faults.size())
      made_.faults.push_back("and " + std::to_string(faults_ - made_.faults.size()) + " faults more");
    return std::move(made_);
  }

 private:
  void fault(const std::string& what) {
    if (++faults_ <= limits::kStatuteFaultsMax) made_.faults.push_back("line " + std::to_string(number_) + ": " + what);
  }

  void take(std::string_view line) {
    if (!is_utf8(line)) return fault("is no UTF-8");
    json::error_code error;
    const json::value value = json::parse(json::string_view(line.data(), line.size()), error);
    if (error || !value.is_object())
      return fault("is no JSON object on one line" + (error ? " (" + error.message() + ")" : std::string()));
    const std::size_t before = faults_;
    const json::object& object = value.get_object();
    StatuteSection section;
    section.act = text_in(object, "act", limits::kStatuteNameBytesMax, defaults_.act);
    section.section = text_in(object, "section", limits::kStatuteNameBytesMax, "");
    section.text = text_in(object, "text", limits::kStatuteTextBytesMax, "");
    section.title = text_in(object, "title", limits::kStatuteTitleBytesMax, "", false);
    section.source = text_in(object, "source", limits::kStatuteTitleBytesMax, defaults_.source);
    if (faults_ != before) return;
    const auto [first, fresh] = seen_.try_emplace(statute_key(section.act, section.section), number_);
    if (!fresh)
      return fault(section.act + " " + section.section + " stands in line " + std::to_string(first->second) + " too");
    made_.sections.push_back(std::move(section));
  }

  std::string text_in(const json::object& object, const char* name, std::size_t bytes_max, const std::string& otherwise,
                      bool needed = true) {
    const json::value* value = object.if_contains(name);
    std::string text = otherwise;
    if (value != nullptr && value->is_string())
      text = std::string(value->get_string());
    else if (value != nullptr && value->is_int64())
      text = std::to_string(value->get_int64());
    else if (value != nullptr && !value->is_null())
      fault(std::string("\"") + name + "\" is a text in quotes");
    const bool blank = text.find_first_not_of(" \t\r\n") == std::string::npos;
    if (needed && blank) fault(std::string("has no \"") + name + "\"");
    if (text.size() > bytes_max)
      fault(std::string("\"") + name + "\" is longer than " + std::to_string(bytes_max) + " bytes");
    return text;
  }

  const StatuteDefaults& defaults_;
  StatuteLines made_;
  std::size_t number_ = 0, faults_ = 0;
  std::unordered_map<std::string, std::size_t> seen_;  // the line of each section
};

}  // namespace

StatuteLines read_statute_lines(std::string_view lines, const StatuteDefaults& defaults) {
  return LineReader(defaults).read(lines);
}

Result<std::vector<StatuteSection>> read_statute_file(const std::string& file, StatuteDefaults defaults) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error) return Error{ErrorCode::not_found, "the file cannot be read: " + error.message(), file};
  if (size > limits::kStatuteFileBytesMax)
    return Error{ErrorCode::too_large,
                 "the file is longer than " + std::to_string(limits::kStatuteFileBytesMax >> 20) + " MiB; part it",
                 file};
  std::string text(size, '\0');
  std::ifstream in(file, std::ios::binary);
  if (!in.read(text.data(), static_cast<std::streamsize>(size)))
    return Error{ErrorCode::unreadable, "the file cannot be read", file};
  if (defaults.source.empty()) defaults.source = std::filesystem::path(file).filename().string();
  StatuteLines read = read_statute_lines(text, defaults);
  if (read.faults.empty()) return std::move(read.sections);
  std::string all;
  for (const std::string& fault : read.faults) all += (all.empty() ? "" : "; ") + fault;
  return Error{ErrorCode::unreadable, all, file};
}

}  // namespace dossier::desks::fir
