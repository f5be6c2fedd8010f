#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::net {

// Whether two header names (or other ASCII tokens) are the same but for case.
bool same_token(std::string_view a, std::string_view b);

// The header fields of a request, in the order received. One block of text and one index: two allocations however many.
class Headers {
 public:
  struct Field {
    std::string_view name, value;
  };

  void add(std::string_view name, std::string_view value);
  void clear();

  // The first field of that name; empty when there is none. Valid until the headers change or move.
  std::string_view find(std::string_view name) const;
  bool has(std::string_view name) const;
  std::size_t size() const { return places_.size(); }
  Field operator[](std::size_t index) const;

 private:
  struct Place {
    std::uint32_t name_at, name_size, value_size;  // the value follows the name
  };

  std::string text_;
  std::vector<Place> places_;
};

}  // namespace dossier::net
