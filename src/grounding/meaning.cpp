#include "grounding/meaning.h"

#include "grounding/denials.h"
#include "grounding/doings.h"
#include "grounding/sums.h"
#include "reading/one_of.h"

#include <algorithm>
#include <utility>

namespace dossier::grounding {
namespace {

// A sentence tells of the same things when it shares so much of the words that the likest one shares.
constexpr double kAlike = 0.6;
constexpr std::size_t kPlacesLeast = 2;  // words that a name stands among

class Comparison {
 public:
  Comparison(const reading::Text& text, const std::vector<bool>& asked, const std::vector<const Source*>& sources,
             CheckOptions options)
      : words_(text), asked_(asked), sources_(sources), options_(options) {
    for (const Source* source : sources_) {
      for (std::size_t i = 0; i < source->texts().size(); ++i) {
        counted_.add(source->texts()[i], source->facts_of_texts()[i]);
        doings_.add(source->texts()[i]);
      }
    }
  }

  std::vector<Finding> run() {
    compare_counts();
    compare_sums();
    compare_names();
    compare_deeds();
    const std::vector<Clause> clauses = clauses_of(words_.text());
    compare_guarded(clauses);
    for (std::size_t first = 0, end = 0; first < words_.count(); first = end) {
      end = end_of_part(first);
      if (is_asked(first)) compare_places_of_names(first, end);
    }
    for (const Clause& clause : clauses) {
      if (!is_asked(clause.first)) continue;
      if (turns_a_denial(clause, words_of_sentence(clauses, clause.sentence), sources_, options_.absences_allowed))
        find(Fault::negation, clause.first, clause.last);
    }
    return std::move(findings_);
  }

 private:
  bool is_asked(std::size_t token) const { return asked_[static_cast<std::size_t>(words_.token(token).sentence)]; }
  void find(Fault fault, std::size_t first, std::size_t last) {
    findings_.push_back({fault, std::string(words_.text().slice(words_.text().span_of(first, last)))});
  }

  static std::vector<std::string> words_of_sentence(const std::vector<Clause>& clauses, int sentence) {
    std::vector<std::string> words;
    for (const Clause& clause : clauses) {
      if (clause.sentence == sentence) words.insert(words.end(), clause.said.begin(), clause.said.end());
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  void compare_counts() {
    for (const Count& count : counts_of(words_.text(), find_facts(words_.text()))) {
      if (!is_asked(count.first) || !counted_.contradict(count)) continue;
      find(Fault::number, count.first, std::min(count.last + count.things.size(), words_.count() - 1));
    }
  }

  void compare_sums() {
    std::vector<std::string> told;
    for (const Source* source : sources_) {
      for (std::size_t i = 0; i < source->texts().size(); ++i) {
        for (Joined& joined : joined_numbers(source->texts()[i], source->facts_of_texts()[i]))
          told.push_back(std::move(joined.key));
      }
    }
    for (const Joined& joined : joined_numbers(words_.text(), find_facts(words_.text()))) {
      const bool stands = std::find(told.begin(), told.end(), joined.key) != told.end();
      if (is_asked(joined.first) && !stands) find(Fault::number, joined.first, joined.last);
    }
  }

  // "Ramesh Lal", where the sources have Ramesh Kumar and Mohan Lal.
  void compare_names() {
    const auto is_a_word = [&](const std::string& stem) {
      return std::any_of(sources_.begin(), sources_.end(),
                         [&](const Source* s) { return s->has_in_small_letters(stem); });
    };
    for (const Bearer& bearer : bearers_of(words_.text())) {
      if (!is_asked(bearer.first)) continue;
      const std::string way(way_to(words_, bearer));
      if (!way.empty() && doings_.turn_round(way, bearer)) find(Fault::name, bearer.first, bearer.last);
      // "Yesterday Ramesh": at the beginning any word has a capital.
      const bool begins = bearer.first == 0 || !words_.same_sentence(bearer.first - 1, bearer.first);
      const std::size_t from = begins && is_common_word(words_.lower(bearer.first)) && bearer.words.size() > 2 ? 1 : 0;
      for (std::size_t i = from; i + 1 < bearer.words.size(); ++i) {
        const std::string &one = bearer.words[i], &next = bearer.words[i + 1];
        // A word that is none of a name may stand beside one ("Complainant Ramesh"), unless it is known beside another.
        const bool word = is_a_word(one) || is_a_word(next);
        if (doings_.name_together(one, next) || stand_together(bearer.first + i) || (word && !doings_.goes_on(one)))
          continue;
        find(Fault::name, bearer.first, bearer.last);
        break;
      }
    }
  }

  bool stand_together(std::size_t first) const {
    const std::string words = words_.token(first).lower + " " + words_.token(first + 1).lower;
    return std::any_of(sources_.begin(), sources_.end(),
                       [&](const Source* source) { return source->has_words(words); });
  }

  void compare_deeds() {
    for (const Deed& deed : deeds_of(words_.text())) {
      if (is_asked(deed.at) && doings_.contradict(deed)) find(Fault::deed, deed.at, deed.at);
    }
  }

  void compare_guarded(const std::vector<Clause>& clauses) {
    for (const GuardedWord& word : find_guarded_words(words_.text())) {
      if (!is_asked(word.first)) continue;
      const auto clause =
          std::find_if(clauses.begin(), clauses.end(), [&](const Clause& c) { return word.first <= c.last; });
      if (is_backed(word, *clause)) continue;
      const Guard guard = guard_of(word.group);
      find(guard == Guard::when     ? Fault::time
           : guard == Guard::charge ? Fault::charge
                                    : Fault::number,
           word.first, word.last);
    }
  }

  bool is_backed(const GuardedWord& word, const Clause& clause) const {
    const Guard guard = guard_of(word.group);
    const auto says = [&](const Source::Told* told, const auto& fits) {
      return std::any_of(told->guarded.begin(), told->guarded.end(), fits);
    };
    const auto backing = [&](int group) { return backs(group, word.group); };
    const auto told = guard == Guard::amount || guard == Guard::opposite ? alike(word, clause) : all_told();
    if (std::any_of(told.begin(), told.end(), [&](const auto* t) { return says(t, backing); })) return true;
    if (guard != Guard::opposite) return false;
    const int contrary = opposite_of(word.group);
    return std::none_of(told.begin(), told.end(),
                        [&](const auto* t) { return says(t, [&](int group) { return group == contrary; }); });
  }

  std::vector<const Source::Told*> all_told() const {
    std::vector<const Source::Told*> all;
    for (const Source* source : sources_) {
      for (const Source::Told& told : source->sentences()) all.push_back(&told);
    }
    return all;
  }

  // Behind the part of a sentence that begins at token `first`: the least that can tell of a name.
  std::size_t end_of_part(std::size_t first) const {
    std::size_t end = first + 1;
    while (words_.same_sentence(first, end) && !words_.parted_before(end) &&
           !reading::one_of(words_.lower(end), {"and", "but", "while", "whereas", "which", "who"}))
      ++end;
    return end;
  }

  // "Marrick Software is the largest holding", where the only sentence that tells of it names another.
  void compare_places_of_names(std::size_t first, std::size_t end) {
    std::vector<std::string> names, around;
    for (const Bearer& bearer : bearers_of(words_.text())) {
      if (bearer.first < first || bearer.last >= end || !doings_.is_told_of(bearer)) continue;
      names.insert(names.end(), bearer.words.begin(), bearer.words.end());
    }
    if (names.empty()) return;
    for (std::size_t i = first; i < end; ++i) {
      if (!is_grammar(words_.lower(i))) around.emplace_back(kin_of(words_.token(i).stem));
    }
    std::sort(around.begin(), around.end());
    around.erase(std::unique(around.begin(), around.end()), around.end());
    std::erase_if(around,
                  [&](const std::string& word) { return std::find(names.begin(), names.end(), word) != names.end(); });
    // "Is the custodian" tells enough of a name.
    bool states = false;
    for (std::size_t i = first; i < end; ++i)
      states = states || reading::one_of(words_.lower(i), {"is", "was", "as", "are"});
    const auto told = likest(around, states ? 1 : kPlacesLeast);
    if (told.empty()) return;
    const auto names_another = [&](const Source::Told* one) {
      return !one->has_pronoun && !one->bearers.empty() &&
             std::none_of(names.begin(), names.end(), [&](const std::string& name) {
               return std::find(one->bearers.begin(), one->bearers.end(), name) != one->bearers.end();
             });
    };
    if (std::all_of(told.begin(), told.end(), names_another)) find(Fault::name, first, end - 1);
  }

  // The sentences of the sources that tell of what stands around the word.
  std::vector<const Source::Told*> alike(const GuardedWord& word, const Clause& clause) const {
    std::vector<std::string> around = clause.said;
    for (std::size_t i = word.first; i <= word.last; ++i) std::erase(around, std::string(kin_of(words_.token(i).stem)));
    return likest(around, 0);
  }

  // The sentences that share about as much of the words as any, and so many of them.
  std::vector<const Source::Told*> likest(const std::vector<std::string>& around, std::size_t least) const {
    std::vector<const Source::Told*> all = all_told();
    std::size_t best = 0;
    for (const Source::Told* told : all) best = std::max(best, common(around, told->words));
    if (best < least) return {};
    std::erase_if(all, [&](const Source::Told* told) {
      return static_cast<double>(common(around, told->words)) < kAlike * static_cast<double>(best);
    });
    return all;
  }

  const Words words_;
  const std::vector<bool>& asked_;
  const std::vector<const Source*>& sources_;
  const CheckOptions options_;
  Counted counted_;
  Doings doings_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> compare_meaning(const reading::Text& text, const std::vector<bool>& asked,
                                     const std::vector<const Source*>& sources, CheckOptions options) {
  return Comparison(text, asked, sources, options).run();
}

}  // namespace dossier::grounding
