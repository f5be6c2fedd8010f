#include "net/fields.h"

#include <algorithm>

namespace dossier::net {

const Field* Fields::find(std::string_view name) const {
  const auto found = std::find_if(list_.begin(), list_.end(), [&](const Field& field) { return field.name == name; });
  return found == list_.end() ? nullptr : &*found;
}

}  // namespace dossier::net
