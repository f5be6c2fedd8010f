#include "documents/document.h"

#include "base/check.h"

#include <array>

namespace dossier::documents {
namespace {

constexpr std::array<std::string_view, 5> kNames = {"pending", "processing", "completed", "completed_with_errors",
                                                    "failed"};

}  // namespace

std::string_view name_of(Status status) {
  return kNames.at(static_cast<std::size_t>(status));
}

std::optional<Status> status_named(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<Status>(i);
  }
  return std::nullopt;
}

}  // namespace dossier::documents
