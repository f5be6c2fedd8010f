#include "server/settings_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include <sstream>

namespace dossier::server {
namespace {

bool secret(const ConfigKey& key) {
  return key.name.ends_with("api_key");
}

// The value as TOML writes it, so that quotation marks and backslashes in a path come back as they were.
std::string literal(const ConfigKey::Target& target) {
  std::ostringstream out;
  if (auto* const* text = std::get_if<std::string*>(&target)) out << toml::value<std::string>(**text);
  if (auto* const* number = std::get_if<std::int64_t*>(&target)) out << **number;
  if (auto* const* flag = std::get_if<bool*>(&target)) out << (**flag ? "true" : "false");
  if (auto* const* list = std::get_if<std::vector<std::string>*>(&target)) {
    toml::array values;
    for (const std::string& text : **list) values.push_back(text);
    out << values;
  }
  return out.str();
}

std::string bounds(const ConfigKey& key) {
  if (!key.choices.empty()) return fmt::format(" One of: {}.", fmt::join(key.choices, ", "));
  if (key.max > 0) return fmt::format(" From {} to {}.", key.min, key.max);
  return "";
}

}  // namespace

std::string settings_file(const Config& config) {
  Config usual, shown = config;
  std::string out =
      "# Settings of Dossier. Later sources win: defaults, this file, the environment, the command line.\n";
  std::string_view section;
  for (const ConfigKey& key : config_keys()) {
    if (key.section != section) out += fmt::format("\n[{}]\n", section = key.section);
    out += fmt::format("# {}{} Environment: {}\n", key.help, bounds(key), key.environment());
    const std::string value = literal(key.target(shown)), default_value = literal(key.target(usual));
    if (secret(key) && value != default_value) {
      out += fmt::format("# {} is set; it is not shown here\n", key.name);
    } else {
      out += fmt::format("{}{} = {}\n", value == default_value ? "# " : "", key.name, value);
    }
  }
  return out;
}

}  // namespace dossier::server
