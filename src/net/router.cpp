#include "net/router.h"

#include "base/check.h"

#include <algorithm>
#include <array>
#include <map>

namespace dossier::net {

// One step of the path: what follows under a fixed name, or under any name.
struct Router::Node {
  std::map<std::string, std::unique_ptr<Node>, std::less<>> named;
  std::unique_ptr<Node> any;
  std::array<const Route*, kMethods> routes{};

  bool has_routes() const {
    for (const Route* route : routes) {
      if (route != nullptr) return true;
    }
    return false;
  }
};

namespace {

// The step up to the next '/', cut off the front of `path` with that slash.
std::string_view next_step(std::string_view& path) {
  const std::string_view step = path.substr(0, path.find('/'));
  path.remove_prefix(std::min(path.size(), step.size() + 1));
  return step;
}

bool is_name(std::string_view step) {
  return step.size() > 2 && step.front() == '{' && step.back() == '}';
}

std::size_t steps_of(std::string_view path) {
  return static_cast<std::size_t>(std::count(path.begin(), path.end(), '/'));
}

}  // namespace

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;

void Router::add(Route route) {
  DOSSIER_CHECK(!route.pattern.empty() && route.pattern.front() == '/');
  route.number = routes_.size();
  routes_.push_back(std::make_unique<Route>(std::move(route)));
  const Route& added = *routes_.back();
  Node* node = root_.get();
  std::string_view rest = added.pattern;
  rest.remove_prefix(1);
  for (std::size_t left = steps_of(added.pattern); left > 0; --left) {
    const std::string_view step = next_step(rest);
    auto& next = is_name(step) ? node->any : node->named[std::string(step)];
    if (!next) next = std::make_unique<Node>();
    node = next.get();
  }
  auto& place = node->routes[static_cast<std::size_t>(added.method)];
  DOSSIER_CHECK(place == nullptr);
  place = &added;
}

const Router::Node* Router::walk(std::string_view path, std::vector<std::string_view>& values) const {
  if (path.empty() || path.front() != '/') return nullptr;
  const Node* node = root_.get();
  std::string_view rest = path.substr(1);
  for (std::size_t left = steps_of(path); left > 0; --left) {
    const std::string_view step = next_step(rest);
    if (const auto named = node->named.find(step); named != node->named.end()) {
      node = named->second.get();
    } else if (node->any != nullptr && !step.empty()) {
      values.push_back(step);
      node = node->any.get();
    } else {
      return nullptr;
    }
  }
  return node->has_routes() ? node : nullptr;
}

namespace {

void fill_values(const Route& route, const std::vector<std::string_view>& values, std::vector<Parameter>& out) {
  std::string_view rest = route.pattern;
  std::size_t index = 0;
  while (!rest.empty() && index < values.size()) {
    const std::string_view step = next_step(rest);
    if (is_name(step))
      out.push_back({std::string(step.substr(1, step.size() - 2)), percent_decoded(values[index++], false)});
  }
}

std::string other_spelling(std::string_view path) {
  return path.size() > 1 && path.back() == '/' ? std::string(path.substr(0, path.size() - 1)) : std::string(path) + "/";
}

}  // namespace

Router::Match Router::match(Method method, std::string_view path) const {
  Match match;
  std::vector<std::string_view> values;
  const Node* node = walk(path, values);
  if (node == nullptr) {
    std::string other = other_spelling(path);
    values.clear();
    if (walk(other, values) != nullptr) match.location = std::move(other);
    return match;
  }
  match.route = node->routes[static_cast<std::size_t>(method)];
  if (match.route == nullptr && method == Method::head)
    match.route = node->routes[static_cast<std::size_t>(Method::get)];
  if (match.route != nullptr) {
    match.style = match.route->about.style;
    fill_values(*match.route, values, match.values);
    return match;
  }
  for (const Route* route : node->routes) {
    if (route == nullptr) continue;
    match.style = route->about.style;
    match.allow += match.allow.empty() ? "" : ", ";
    match.allow += name_of(route->method);
    if (route->method == Method::get) match.allow += ", HEAD";
  }
  return match;
}

}  // namespace dossier::net
