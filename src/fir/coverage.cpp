#include "fir/coverage.h"

#include "fir/wording.h"

#include <algorithm>
#include <set>

namespace dossier::fir {
namespace {

class Coverage {
 public:
  Coverage(const Draft& draft, const reading::Text& text, const GivenFields& given)
      : draft_(draft), text_(text), given_(given) {}

  std::vector<std::string> run() {
    nothing_lost();
    collect_known();
    nothing_added(draft_.summary, "summary");
    nothing_added(draft_.narrative, "narrative");
    return std::move(faults_);
  }

 private:
  void must_hold(std::string_view what, const std::string& words) {
    if (!words.empty() && draft_.narrative.find(words) == std::string::npos)
      faults_.push_back("the narrative lost " + std::string(what) + ": " + words);
  }

  void nothing_lost() {
    const Facts& f = draft_.facts;
    for (const Found& x : f.witnesses) must_hold("a witness", x.text);
    for (const PropertyFact& x : f.property) must_hold("an item", x.description.text);
    for (const Found& x : f.injuries) must_hold("an injury", x.text);
    for (const Found& x : f.threats) must_hold("a threat", x.text);
    for (const AmountFact& x : f.amounts) must_hold("a sum", std::string(text_.slice(x.span)));
    must_hold("the reason for delay", f.delay_reason.text);
  }

  void know(const std::string& words) {
    auto parsed = reading::Text::of(words);
    if (!parsed) return;
    for (const auto& token : parsed->tokens()) known_.insert(token.lower);
  }

  // What may stand in the draft: words of the complaint, of the desk, of the law's own names, and facts in normal form.
  void collect_known() {
    for (const auto& token : text_.tokens()) known_.insert(token.lower);
    for (const auto& [field, value] : given_) know(value);
    const Facts& f = draft_.facts;
    if (f.occurrence.from) know(day_text(*f.occurrence.from));
    if (f.occurrence.to) know(day_text(*f.occurrence.to));
    know(f.occurrence.time_from.text);
    for (const AmountFact& amount : f.amounts) know(amount.rupees.grouped());
    for (const PropertyFact& item : f.property) know(item.value ? item.value->grouped() : "");
    if (f.total_value) know(f.total_value->grouped());
    if (f.accused.count) {
      for (int n = 1; n <= *f.accused.count; ++n) known_.insert(std::to_string(n));
    }
    if (f.victim.age) known_.insert(std::to_string(*f.victim.age));
    if (f.complainant.age) known_.insert(std::to_string(*f.complainant.age));
    for (const Proposal& p : draft_.assessment.proposals) know(p.offence->title);
    for (const SituationFinding& s : draft_.assessment.situations) know(s.situation->title);
  }

  // Our own sentences write no word with a capital inside a sentence except these.
  static bool of_the_form(const std::string& lower) {
    static const std::set<std::string, std::less<>> kWords = {
        "rs", "fir", "zero", "in", "accused", "property", "sums", "total", "injuries", "treatment", "weapons",
        "threats", "vehicles", "accounts", "telephones", "witnesses", "reason", "an",
        // Behind a name that ends in an initial ("Rajan K.") a sentence begins unnoticed.
        "the", "registration"};
    return kWords.contains(lower);
  }

  void nothing_added(const std::string& words, std::string_view where) {
    auto parsed = reading::Text::of(words);
    if (!parsed) return;
    const auto& tokens = parsed->tokens();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const bool head = i == 0 || tokens[i].sentence != tokens[i - 1].sentence;
      const bool claims = tokens[i].kind == reading::TokenKind::number || (tokens[i].capital && !head);
      if (claims && !known_.contains(tokens[i].lower) && !of_the_form(tokens[i].lower)) {
        faults_.push_back("the " + std::string(where) + " holds \"" + std::string(parsed->slice(tokens[i].span)) +
                          "\", which nobody gave");
      }
    }
  }

  const Draft& draft_;
  const reading::Text& text_;
  const GivenFields& given_;
  std::set<std::string, std::less<>> known_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> check_coverage(const Draft& draft, const reading::Text& text, const GivenFields& given) {
  return Coverage(draft, text, given).run();
}

}  // namespace dossier::fir
