#include "reading/date_numbers.h"

namespace dossier::reading {

std::vector<int> number_parts(std::string_view word, char separator) {
  std::vector<int> parts;
  int value = 0;
  std::size_t digits = 0;
  for (char c : word) {
    if (c >= '0' && c <= '9') {
      if (++digits > 4) return {};
      value = value * 10 + (c - '0');
    } else if (c == separator && digits > 0) {
      parts.push_back(value);
      value = 0, digits = 0;
    } else {
      return {};
    }
  }
  if (digits == 0) return {};
  parts.push_back(value);
  return parts;
}

int whole_number(std::string_view word) {
  auto parts = number_parts(word, '\0');
  return parts.size() == 1 ? parts[0] : -1;
}

int full_year(int year) {
  return year < 100 ? 2000 + year : year;
}
bool plausible_year(int year) {
  return year >= 1900 && year <= 2100;
}

}  // namespace dossier::reading
