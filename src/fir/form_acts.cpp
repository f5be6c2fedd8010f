#include "fir/form_acts.h"

#include <algorithm>
#include <array>

namespace dossier::fir {
namespace {

struct ActTitle {
  std::string_view short_name, title;
};

constexpr std::array<ActTitle, 20> kTitles = {{
    {"BNS", "Bharatiya Nyaya Sanhita, 2023"},
    {"IPC", "Indian Penal Code, 1860"},
    {"POCSO", "Protection of Children from Sexual Offences Act, 2012"},
    {"NDPS", "Narcotic Drugs and Psychotropic Substances Act, 1985"},
    {"IT Act", "Information Technology Act, 2000"},
    {"Arms Act", "Arms Act, 1959"},
    {"MV Act", "Motor Vehicles Act, 1988"},
    {"SC/ST Act", "Scheduled Castes and the Scheduled Tribes (Prevention of Atrocities) Act, 1989"},
    {"Dowry Prohibition Act", "Dowry Prohibition Act, 1961"},
    {"JJ Act", "Juvenile Justice (Care and Protection of Children) Act, 2015"},
    {"PC Act", "Prevention of Corruption Act, 1988"},
    {"NI Act", "Negotiable Instruments Act, 1881"},
    {"PDPP Act", "Prevention of Damage to Public Property Act, 1984"},
    {"UAPA", "Unlawful Activities (Prevention) Act, 1967"},
    {"BUDS Act", "Banning of Unregulated Deposit Schemes Act, 2019"},
    {"Public Gambling Act", "Public Gambling Act, 1867"},
    {"Explosive Substances Act", "Explosive Substances Act, 1908"},
    {"Electricity Act", "Electricity Act, 2003"},
    {"Copyright Act", "Copyright Act, 1957"},
    {"Railways Act", "Railways Act, 1989"},
}};

}  // namespace

std::string act_title(std::string_view short_name) {
  const auto* const at =
      std::find_if(kTitles.begin(), kTitles.end(), [&](const ActTitle& t) { return t.short_name == short_name; });
  if (at == kTitles.end()) return std::string(short_name);
  if (at->title.starts_with(short_name)) return std::string(at->title);
  return std::string(at->title) + " (" + std::string(short_name) + ")";
}

}  // namespace dossier::fir
