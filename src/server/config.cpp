#include "server/config.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <map>
#include <set>

extern "C" char** environ;

namespace dossier::server {
namespace {

Error bad(std::string message, std::string where) {
  return {ErrorCode::invalid_argument, std::move(message), std::move(where)};
}

// ---- the nearest known name ----

// Letters to insert, remove or replace to make `a` of `b` (Levenshtein).
std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row.back();
}

std::string nearest(std::string_view unknown, const std::vector<std::string>& known) {
  return *std::min_element(known.begin(), known.end(), [&](const std::string& a, const std::string& b) {
    return edits_between(unknown, a) < edits_between(unknown, b);
  });
}

template <class Name>
std::vector<std::string> all_names(Name name) {
  std::vector<std::string> names;
  for (const ConfigKey& key : config_keys()) names.push_back(name(key));
  return names;
}

// Who may ask, where it listens, and where what is kept lies: a server that goes on with the default there may be open
// where it should be closed, or put people's files where nobody looks for them. Anything else has a default that is
// worse at most in comfort. `dotted`: "server.port", or what an unknown name most likely means.
bool protects(std::string_view dotted) {
  static const std::set<std::string_view> sections = {"auth", "cors", "rate_limit", "data"};
  return sections.contains(dotted.substr(0, dotted.find('.'))) || dotted == "server.host" || dotted == "server.port";
}

// See Config::left_out.
Result<void> unless_harmless(Config& config, std::string_view dotted, Result<void> taken) {
  if (taken || protects(dotted)) return taken;
  config.left_out.push_back(taken.error());
  return {};
}

// ---- one value ----

Result<void> put_text(const ConfigKey& key, std::string text, std::string* out, const std::string& where) {
  if (!key.choices.empty() && std::find(key.choices.begin(), key.choices.end(), text) == key.choices.end()) {
    return bad(fmt::format("'{}' is not possible; choose one of: {}", text, fmt::join(key.choices, ", ")), where);
  }
  *out = std::move(text);
  return {};
}

Result<void> put_number(const ConfigKey& key, std::int64_t number, std::int64_t* out, const std::string& where) {
  if (number < key.min || number > key.max) {
    return bad(fmt::format("{} is out of range; give a number from {} to {}", number, key.min, key.max), where);
  }
  *out = number;
  return {};
}

Error wrong_type(const ConfigKey& key, std::string_view given, const std::string& where) {
  Config ignored;
  constexpr const char* wanted[] = {"a text in quotes", "a whole number", "true or false", "a list of texts"};
  return bad(fmt::format("{} is needed, not {}", wanted[key.target(ignored).index()], given), where);
}

// ---- from text: environment ----

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> items;
  const auto is_wrapping = [](char c) { return c == ' ' || c == '[' || c == ']' || c == '"'; };
  while (!text.empty()) {
    std::string_view item = text.substr(0, text.find(','));
    text.remove_prefix(std::min(text.size(), item.size() + 1));
    // Some deployments write the list as JSON.
    while (!item.empty() && is_wrapping(item.front())) item.remove_prefix(1);
    while (!item.empty() && is_wrapping(item.back())) item.remove_suffix(1);
    if (!item.empty()) items.emplace_back(item);
  }
  return items;
}

Result<void> put_from_text(Config& config, const ConfigKey& key, const std::string& text, const std::string& where) {
  const ConfigKey::Target target = key.target(config);
  if (auto* const* out = std::get_if<std::string*>(&target)) return put_text(key, text, *out, where);
  if (auto* const* out = std::get_if<std::vector<std::string>*>(&target)) {
    **out = split_list(text);
    return {};
  }
  if (auto* const* out = std::get_if<bool*>(&target)) {
    if (text != "true" && text != "false" && text != "1" && text != "0")
      return wrong_type(key, "'" + text + "'", where);
    **out = text == "true" || text == "1";
    return {};
  }
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc() || end != text.data() + text.size()) return wrong_type(key, "'" + text + "'", where);
  return put_number(key, number, std::get<std::int64_t*>(target), where);
}

bool names_a_section(std::string_view variable) {
  return std::any_of(config_keys().begin(), config_keys().end(), [&](const ConfigKey& key) {
    const std::string whole = key.environment();
    return variable.starts_with(std::string_view(whole).substr(0, whole.size() - key.name.size()));
  });
}

Result<void> apply_environment(Config& config, const Environment& environment) {
  std::map<std::string, std::string, std::less<>> values(environment.begin(), environment.end());
  for (const ConfigKey& key : config_keys()) {
    // Our own name wins over that of a system we replace.
    for (const std::string& name : {std::string(key.alias), key.environment()}) {
      const auto at = values.find(name);
      if (name.empty() || at == values.end()) continue;
      TRY_DO(unless_harmless(config, key.dotted(), put_from_text(config, key, at->second, name)));
    }
  }
  const auto known = all_names([](const ConfigKey& key) { return key.environment(); });
  for (const auto& [name, value] : values) {
    if (!names_a_section(name) || std::find(known.begin(), known.end(), name) != known.end()) continue;
    const std::string meant = nearest(name, known);
    const auto key = std::find_if(config_keys().begin(), config_keys().end(),
                                  [&](const ConfigKey& one) { return one.environment() == meant; });
    const Error unknown = bad("there is no such setting; did you mean " + meant + "?", name);
    TRY_DO(unless_harmless(config, key->dotted(), unknown));
  }
  return {};
}

// ---- from the file ----

std::string place(const std::string& file, const toml::node& node) {
  return fmt::format("{}:{}", file, node.source().begin.line);
}

std::string_view type_name(const toml::node& node) {
  if (node.is_string()) return "a text";
  if (node.is_integer()) return "a whole number";
  if (node.is_floating_point()) return "a number with decimals";
  if (node.is_boolean()) return "true or false";
  if (node.is_array()) return "a list";
  return node.is_table() ? "a table" : "a date";
}

Result<void> put_from_node(Config& config, const ConfigKey& key, const toml::node& node, const std::string& where) {
  const ConfigKey::Target target = key.target(config);
  if (auto* const* out = std::get_if<std::string*>(&target); out != nullptr && node.is_string())
    return put_text(key, **node.as_string(), *out, where);
  if (auto* const* out = std::get_if<std::int64_t*>(&target); out != nullptr && node.is_integer())
    return put_number(key, **node.as_integer(), *out, where);
  if (auto* const* out = std::get_if<bool*>(&target); out != nullptr && node.is_boolean()) {
    **out = **node.as_boolean();
    return {};
  }
  if (auto* const* out = std::get_if<std::vector<std::string>*>(&target); out != nullptr && node.is_array()) {
    (*out)->clear();
    for (const toml::node& item : *node.as_array()) {
      if (!item.is_string()) return wrong_type(key, "a list with " + std::string(type_name(item)), where);
      (*out)->push_back(**item.as_string());
    }
    return {};
  }
  return wrong_type(key, type_name(node), where);
}

Result<void> apply_section(Config& config, const std::string& section, const toml::node& node,
                           const std::string& file) {
  const auto known = all_names([](const ConfigKey& key) { return key.dotted(); });
  const bool is_section = std::any_of(config_keys().begin(), config_keys().end(),
                                      [&](const ConfigKey& key) { return key.section == section; });
  if (!is_section || !node.is_table()) {
    std::vector<std::string> sections = all_names([](const ConfigKey& key) { return std::string(key.section); });
    const std::string meant = nearest(section, sections);
    // [server] holds both kinds of settings; all of it unread is as bad as the worst of them.
    const std::string worst = meant == "server" ? "server.port" : meant;
    return unless_harmless(
        config, worst,
        bad(fmt::format("there is no section [{}]; did you mean [{}]?", section, meant), place(file, node)));
  }
  for (const auto& [name, value] : *node.as_table()) {
    const std::string dotted = section + "." + std::string(name.str());
    const auto key = std::find_if(config_keys().begin(), config_keys().end(),
                                  [&](const ConfigKey& k) { return k.dotted() == dotted; });
    const bool is_known = key != config_keys().end();
    const std::string meant = is_known ? dotted : nearest(dotted, known);
    const Result<void> taken =
        is_known ? put_from_node(config, *key, value, place(file, value) + ": " + dotted)
                 : bad(fmt::format("there is no setting {}; did you mean {}?", dotted, meant), place(file, value));
    TRY_DO(unless_harmless(config, meant, taken));
  }
  return {};
}

Result<void> apply_file(Config& config, const std::string& file) {
  toml::table table;
  try {
    table = toml::parse_file(file);
  } catch (const toml::parse_error& fault) {
    return bad(std::string(fault.description()), fmt::format("{}:{}", file, fault.source().begin.line));
  }
  for (const auto& [section, node] : table) TRY_DO(apply_section(config, std::string(section.str()), node, file));
  return {};
}

bool is_loopback(const std::string& host) {
  in_addr four{};
  in6_addr six{};
  if (inet_pton(AF_INET, host.c_str(), &four) == 1) return (ntohl(four.s_addr) >> 24) == 127;
  return inet_pton(AF_INET6, host.c_str(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

}  // namespace

Environment process_environment() {
  Environment environment;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    char* equals = std::strchr(*entry, '=');
    if (equals != nullptr) environment.emplace_back(std::string(*entry, equals), std::string(equals + 1));
  }
  return environment;
}

Result<Config> load_config(const std::optional<std::string>& file, const Environment& environment) {
  Config config;
  std::error_code ignored;
  const std::string path = file.value_or("dossier.toml");
  const bool exists = std::filesystem::is_regular_file(path, ignored);
  if (file && !exists) return bad("there is no such configuration file; check --config", path);
  if (exists) TRY_DO(apply_file(config, path));
  TRY_DO(apply_environment(config, environment));
  return config;
}

Result<void> check_config(const Config& config) {
  if (!is_loopback(config.server.host == "localhost" ? "127.0.0.1" : config.server.host)) {
    return bad("other machines could reach the server there, and it has no users and no TLS yet; use 127.0.0.1",
               "server.host = " + config.server.host);
  }
  return {};
}

std::vector<std::pair<std::string, std::string>> shown_config(const Config& config) {
  std::vector<std::pair<std::string, std::string>> shown;
  Config copy = config;
  for (const ConfigKey& key : config_keys()) {
    const ConfigKey::Target target = key.target(copy);
    std::string text;
    if (auto* const* value = std::get_if<std::string*>(&target)) text = **value;
    if (auto* const* value = std::get_if<std::int64_t*>(&target)) text = std::to_string(**value);
    if (auto* const* value = std::get_if<bool*>(&target)) text = **value ? "true" : "false";
    if (auto* const* value = std::get_if<std::vector<std::string>*>(&target))
      text = fmt::format("{}", fmt::join(**value, ", "));
    if (key.name.ends_with("api_key") && !text.empty()) text = "(set)";
    shown.emplace_back(key.dotted(), text);
  }
  return shown;
}

}  // namespace dossier::server
