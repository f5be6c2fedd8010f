#include "grounding/sums.h"

#include <algorithm>

namespace dossier::grounding {
namespace {

// The sign between two tokens, of those that join numbers; 0: there is none.
char sign_in(std::string_view gap) {
  for (const char sign : {'=', '/', '+', '*', '('}) {
    if (gap.find(sign) != std::string_view::npos) return sign;
  }
  return gap.find(" - ") != std::string_view::npos || gap.find("\u2212") != std::string_view::npos ? '-' : '\0';
}

}  // namespace

std::vector<Joined> joined_numbers(const reading::Text& text, const std::vector<Fact>& facts) {
  std::vector<Joined> joined;
  const Fact* before = nullptr;
  for (const Fact& fact : facts) {
    if (fact.kind != FactKind::number) continue;
    const char sign = before != nullptr && before->last + 1 == fact.first ? sign_in(text.before(fact.first)) : '\0';
    if (sign != '\0') joined.push_back({before->key + sign + fact.key, before->first, fact.last});
    before = &fact;
  }
  return joined;
}

}  // namespace dossier::grounding
