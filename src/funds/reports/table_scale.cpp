#include "funds/reports/table_scale.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <vector>

namespace dossier::funds {

using reading::Table;

namespace {

constexpr double kAlike = 100;  // figures within this factor are of one size

}  // namespace

int TableScale::of(const Table& table, const LedgerColumns& columns, const std::string& section_title, int page) {
  double size = typical_size(table, columns);
  for (const std::string& header : columns.headers) {
    if (int power = reading::find_scale_power(header); power != 0) {
      heading_power_ = power;
      heading_size_ = size;
      return power;
    }
  }
  if (int power = reading::find_scale_power(section_title); power != 0) return power;
  if (int power = style_.power_of_page(page); power != 0 && believable(size, power)) return power;
  bool alike = heading_size_ > 0 && size < heading_size_ * kAlike && size > heading_size_ / kAlike;
  return alike ? heading_power_ : 0;
}

// A remark somewhere on the page is not this table's where a usual amount would then be more than any fund moves: the
// "$ millions" of a chart beside a table of dollars.
bool TableScale::believable(double size, int power) const {
  constexpr double kMost = 1e11;              // major units
  constexpr double kMostOfSmallUnits = 1e14;  // yen, rupees and the like
  static const std::set<std::string_view> small_units = {"JPY", "KRW", "INR", "IDR", "HUF", "CLP", "COP", "VND"};
  const double most = small_units.contains(style_.currency.code()) ? kMostOfSmallUnits : kMost;
  return size * std::pow(10.0, power) <= most;
}

// The median of the printed amounts, before any scale.
double TableScale::typical_size(const Table& table, const LedgerColumns& columns) const {
  std::vector<double> sizes;
  for (const auto& row : table.rows) {
    for (const FlowColumn& flow : columns.flows) {
      auto number = reading::read_number(row.cells[flow.index].text, style_.mark);
      if (number && number->form == reading::NumberForm::plain && number->magnitude.digits != 0)
        sizes.push_back(number->magnitude.to_double());
    }
  }
  if (sizes.empty()) return 0;
  auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  return *middle;
}

}  // namespace dossier::funds
