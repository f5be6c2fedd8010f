#include "desks/fir/labelled_complaints.h"

#include <boost/json.hpp>

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

}  // namespace

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
