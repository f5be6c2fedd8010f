#include "grounding/denials.h"

#include <algorithm>

namespace dossier::grounding {
namespace {

constexpr double kAlike = 0.6;         // of what the likest clause shares: as like
constexpr double kSaysTheSame = 0.75;  // of the words that were denied, said without the denial
constexpr double kContradicts = 0.66;  // of the words of a denial: their source tells of it

double part(double share, std::size_t whole) {
  return share * static_cast<double>(whole);
}

template <class Fits>
std::size_t most_shared(const std::vector<std::string>& words, const std::vector<const Source*>& sources,
                        const Fits& fits) {
  std::size_t most = 0;
  for (const Source* source : sources) {
    for (const Clause& clause : source->clauses()) {
      if (fits(clause)) most = std::max(most, common(words, clause.said));
    }
  }
  return most;
}

bool holds(const std::vector<std::string>& words, const char* word) {
  return std::binary_search(words.begin(), words.end(), word);
}

// "Whom he does not know": unknown boys.
bool knows_nobody(const std::vector<std::string>& words, const std::vector<const Source*>& sources) {
  return holds(words, "know") && std::any_of(sources.begin(), sources.end(), [](const Source* source) {
           return source->has_word("unknown") || source->has_word("unidentifi") || source->has_word("stranger") ||
                  source->has_word("agyat") || source->has_word("anjan");
         });
}

const Source::Told& sentence_of(const Source& source, const Clause& clause) {
  return source.sentences()[static_cast<std::size_t>(clause.sentence)];
}

// How much a sentence of the sources shares with that of the claim, and the most that any of them does.
class Alikeness {
 public:
  Alikeness(const std::vector<std::string>& sentence, const std::vector<const Source*>& sources) : sentence_(sentence) {
    for (const Source* source : sources) {
      for (const Source::Told& told : source->sentences()) best_ = std::max(best_, common(sentence_, told.words));
    }
  }
  bool is_alike(const Source& source, const Clause& clause) const {
    return static_cast<double>(common(sentence_, sentence_of(source, clause).words)) >= part(kAlike, best_);
  }

 private:
  const std::vector<std::string>& sentence_;
  std::size_t best_ = 0;
};

template <class Fits>
bool any_clause(const std::vector<const Source*>& sources, const Fits& fits) {
  return std::any_of(sources.begin(), sources.end(), [&](const Source* source) {
    return std::any_of(source->clauses().begin(), source->clauses().end(), fits);
  });
}

// Whether a clause that `fits` stands in a sentence that tells of the same things as the claim's.
template <class Fits>
bool stands_alike(const Alikeness& alike, const std::vector<const Source*>& sources, const Fits& fits) {
  return std::any_of(sources.begin(), sources.end(), [&](const Source* source) {
    return std::any_of(source->clauses().begin(), source->clauses().end(),
                       [&](const Clause& clause) { return fits(clause) && alike.is_alike(*source, clause); });
  });
}

bool stands_in(const std::string& word, const std::vector<const Source*>& sources) {
  return std::any_of(sources.begin(), sources.end(), [&](const Source* source) {
    return std::any_of(source->sentences().begin(), source->sentences().end(), [&](const Source::Told& told) {
      return std::binary_search(told.words.begin(), told.words.end(), word);
    });
  });
}

bool denies_too_much(const Clause& claim, const std::vector<std::string>& sentence,
                     const std::vector<const Source*>& sources, bool absences_allowed) {
  const std::vector<std::string>& words = claim.undone.size() < 2 ? claim.said : claim.undone;
  if (knows_nobody(words, sources)) return false;
  const std::size_t denied =
      most_shared(words, sources, [&](const Clause& c) { return c.denied && common(words, c.undone) > 0; });
  const std::size_t said = most_shared(words, sources, [](const Clause& c) { return !c.denied; });
  if (absences_allowed) {
    const bool told = stands_alike(Alikeness(sentence, sources), sources,
                                   [&](const Clause& c) { return !c.denied && common(words, c.said) == words.size(); });
    return said > denied && (told || (said > 1 && static_cast<double>(said) >= part(kContradicts, words.size())));
  }
  if (denied > 0 && static_cast<double>(denied) >= part(kAlike, said)) return false;
  // The same denial, beside other words; or words that no source has, where the likest sentence denies something:
  // "without exception", where nobody was exempted.
  const bool in_other_words = std::none_of(claim.undone.begin(), claim.undone.end(),
                                           [&](const std::string& word) { return stands_in(word, sources); });
  return !stands_alike(Alikeness(sentence, sources), sources, [&](const Clause& told) {
    const std::size_t shared = common(claim.undone, told.undone);
    return told.denied && ((in_other_words && common(claim.said, told.said) > 0) ||
                           (shared > 0 && static_cast<double>(shared) >= part(kAlike, claim.undone.size())));
  });
}

// Whether the claim says the words that `told` denies in its sentence.
bool says_what_is_denied(const Clause& claim, const Clause& told, const std::vector<std::string>& sentence) {
  if (claim.elliptic && claim.said.size() > 1 && common(told.said, claim.said) == claim.said.size()) return true;
  const std::size_t shared = common(told.undone, claim.said);
  // "And has come since": all that it says.
  if (shared > 0 && claim.said.size() <= 2 && common(told.said, claim.said) == claim.said.size()) return true;
  if (told.undone.size() > 1)
    return shared >= 2 && static_cast<double>(shared) >= part(kSaysTheSame, told.undone.size());
  const std::size_t around = common(sentence, claim.said);
  return shared == 1 && around >= std::min<std::size_t>(2, told.said.size()) &&
         static_cast<double>(around) >= part(kAlike, std::min(told.said.size(), claim.said.size()));
}

bool denies_too_little(const Clause& claim, const std::vector<std::string>& sentence,
                       const std::vector<const Source*>& sources) {
  const Alikeness alike(sentence, sources);
  for (const Source* source : sources) {
    for (const Clause& told : source->clauses()) {
      if (!told.denied || !says_what_is_denied(claim, told, sentence_of(*source, told).words)) continue;
      std::vector<std::string> shared;
      std::set_intersection(told.undone.begin(), told.undone.end(), claim.said.begin(), claim.said.end(),
                            std::back_inserter(shared));
      if (shared.empty()) shared = claim.said;
      const auto says_it = [&](const Clause& c) { return !c.denied && common(shared, c.said) == shared.size(); };
      const auto says_more = [&](const Clause& c) { return says_it(c) && common(claim.said, c.said) > shared.size(); };
      if (!stands_alike(alike, sources, says_it) && !any_clause(sources, says_more)) return true;
    }
  }
  return false;
}

}  // namespace

bool turns_a_denial(const Clause& clause, const std::vector<std::string>& sentence,
                    const std::vector<const Source*>& sources, bool absences_allowed) {
  if (clause.doubled) return true;
  return clause.denied ? denies_too_much(clause, sentence, sources, absences_allowed)
                       : denies_too_little(clause, sentence, sources);
}

}  // namespace dossier::grounding
