#include "fir/knowledge.h"

#include <algorithm>

namespace dossier::fir {

std::string_view name_of(Answer answer) {
  switch (answer) {
    case Answer::no: return "no";
    case Answer::yes: return "yes";
    case Answer::depends: return "depends";
  }
  return "depends";
}

const Offence* Knowledge::find(std::string_view id) const {
  auto it = std::find_if(offences_.begin(), offences_.end(), [&](const Offence& o) { return o.id() == id; });
  return it == offences_.end() ? nullptr : &*it;
}

const Situation* Knowledge::find_situation(std::string_view id) const {
  const auto it = std::find_if(situations_.begin(), situations_.end(), [&](const Situation& s) { return s.id == id; });
  return it == situations_.end() ? nullptr : &*it;
}

const Duty* Knowledge::find_duty(std::string_view id) const {
  auto it = std::find_if(duties_.begin(), duties_.end(), [&](const Duty& d) { return d.id == id; });
  return it == duties_.end() ? nullptr : &*it;
}

std::optional<std::size_t> Knowledge::find_signal(std::string_view name) const {
  auto it = std::find_if(signals_.begin(), signals_.end(), [&](const Signal& s) { return s.name == name; });
  if (it == signals_.end()) return std::nullopt;
  return static_cast<std::size_t>(it - signals_.begin());
}

std::size_t Knowledge::word_class(std::string_view name) const {
  auto number = vocabulary_.find_class(name);
  DOSSIER_CHECK(number.has_value());
  return *number;
}

bool names_offence(std::string_view pattern, std::string_view id) {
  if (!pattern.ends_with('*')) return pattern == id;
  pattern.remove_suffix(1);
  return id.starts_with(pattern) &&
         (id.size() == pattern.size() || id[pattern.size()] == '(' || pattern.ends_with(' '));
}

}  // namespace dossier::fir
