#include "funds/ledger/metrics.h"

namespace dossier::funds {
namespace {

struct Entry {
  std::string_view name, title;
  Unit unit;
};

// In the order of the enumeration.
constexpr std::array<Entry, kMetricCount> kEntries = {{
    {"total_calls", "total capital called", Unit::money},
    {"pic", "paid-in capital (PIC)", Unit::money},
    {"net_pic", "net PIC", Unit::money},
    {"called_share", "called share of the commitment", Unit::rate},
    {"gross_distributions", "distributions before adjustments", Unit::money},
    {"total_distributions", "total distributions", Unit::money},
    {"recallable_distributions", "recallable distributions", Unit::money},
    {"nav", "net asset value (NAV)", Unit::money},
    {"total_value", "total value", Unit::money},
    {"dpi", "DPI", Unit::multiple},
    {"dpi_gross", "gross DPI", Unit::multiple},
    {"rvpi", "RVPI", Unit::multiple},
    {"tvpi", "TVPI", Unit::multiple},
    {"moic", "MOIC", Unit::multiple},
    {"commitment", "commitment", Unit::money},
    {"unfunded", "unfunded commitment", Unit::money},
    {"unfunded_simple", "unfunded commitment without add-back", Unit::money},
    {"net_cash", "net cash flow", Unit::money},
    {"irr", "net IRR", Unit::rate},
    {"irr_period", "return of the period (not annualised)", Unit::rate},
    {"irr_cash", "cash IRR (without NAV)", Unit::rate},
    {"irr_periodic", "periodic IRR (dates ignored)", Unit::rate},
}};

const Entry& entry(Metric metric) {
  return kEntries[static_cast<std::size_t>(metric)];
}

}  // namespace

std::string_view name_of(Metric metric) {
  return entry(metric).name;
}
std::string_view title_of(Metric metric) {
  return entry(metric).title;
}
Unit unit_of(Metric metric) {
  return entry(metric).unit;
}

}  // namespace dossier::funds
