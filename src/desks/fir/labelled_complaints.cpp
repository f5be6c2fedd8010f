#include "desks/fir/labelled_complaints.h"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <cstdint>
#include <fstream>
#include <optional>

namespace dossier::desks::fir {
namespace {

namespace json = boost::json;

std::set<std::string> strings_at(const json::object& row, std::string_view key) {
  std::set<std::string> all;
  const json::value* value = row.if_contains(key);
  if (value == nullptr) return all;
  if (value->is_string()) all.insert(std::string(value->as_string()));
  if (value->is_array()) {
    for (const json::value& one : value->as_array()) {
      if (one.is_string()) all.insert(std::string(one.as_string()));
    }
  }
  return all;
}

std::optional<LabelledComplaint> labelled(std::string_view line) {
  boost::system::error_code wrong;
  const json::value parsed = json::parse(line, wrong);
  if (wrong || !parsed.is_object()) return std::nullopt;
  const json::object& row = parsed.as_object();
  LabelledComplaint complaint;
  const auto first = [&](std::string_view key) {
    const auto all = strings_at(row, key);
    return all.empty() ? std::string() : *all.begin();
  };
  complaint.id = first("id");
  complaint.text = first("text");
  complaint.routes = strings_at(row, "route");
  complaint.gold = strings_at(row, "gold");
  complaint.wanted = first("law") == "IPC" ? strings_at(row, "gold_ipc") : complaint.gold;
  complaint.acceptable = strings_at(row, "acceptable");
  if (complaint.text.empty() || complaint.routes.empty()) return std::nullopt;
  return complaint;
}

// FNV-1a of 64 bits (Fowler, Noll, Vo): it guards against forgetting, not against forging.
class Digest {
 public:
  void take(std::string_view field) {
    for (const char letter : field) take_byte(static_cast<unsigned char>(letter));
    take_byte(kFieldEnd);
  }
  void take(const std::set<std::string>& fields) {
    for (const std::string& field : fields) take(field);
    take_byte(kFieldEnd);
  }
  std::uint64_t value() const { return value_; }

 private:
  static constexpr unsigned char kFieldEnd = 0xff;  // stands in no UTF-8 text

  void take_byte(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001b3U; }

  std::uint64_t value_ = 0xcbf29ce484222325U;
};

}  // namespace

std::string lessons_heading(const std::vector<LabelledComplaint>& complaints) {
  std::uint64_t sum = 0;
  for (const LabelledComplaint& complaint : complaints) {
    Digest digest;
    digest.take(complaint.text);
    digest.take(complaint.routes);
    digest.take(complaint.gold);
    digest.take(complaint.acceptable);
    sum += digest.value();
  }
  return fmt::format("# Learned from {} complaints, digest {:016x}", complaints.size(), sum);
}

Result<std::vector<LabelledComplaint>> read_labelled_complaints(const std::string& file) {
  std::ifstream in(file);
  if (!in) return Error{ErrorCode::not_found, "cannot be read", file};
  std::vector<LabelledComplaint> complaints;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \r\t") == std::string::npos) continue;
    auto complaint = labelled(line);
    if (!complaint) {
      return Error{ErrorCode::unreadable, "no labelled complaint (text and route are needed)",
                   file + ", line " + std::to_string(number)};
    }
    complaints.push_back(std::move(*complaint));
  }
  return complaints;
}

}  // namespace dossier::desks::fir
