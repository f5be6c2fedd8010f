#include "grounding/clauses.h"

#include "grounding/words.h"
#include "reading/moods.h"
#include "reading/one_of.h"
#include "reading/stems.h"

#include <algorithm>
#include <unordered_map>

namespace dossier::grounding {
namespace {

using reading::one_of;
using reading::TokenKind;

constexpr std::size_t kVerbReach = 4;  // a clause of its own shows its verb within so many words

bool denies_by_itself(std::string_view word) {
  return one_of(
      word,
      {"unable",    "failed",     "fails",     "fail",      "failing", "refused", "refuses",  "refuse",   "refusing",
       "lacks",     "lack",       "lacked",    "avoids",    "avoid",   "avoided", "excludes", "excluded", "exclude",
       "excluding", "prohibited", "prohibits", "forbidden", "forbids", "barred",  "hardly",   "untrue",   "nicht",
       "kein",      "keine",      "keinen",    "keiner",    "keinem",  "nie",     "niemals",  "ohne",     "never"});
}

bool is_numbered(std::string_view word) {
  return one_of(word,
                {"mobile", "phone", "contact", "account", "vehicle", "registration", "engine", "chassis", "house",
                 "flat",   "plot",  "roll",    "bill",    "cheque",  "policy",       "serial", "train",   "bus",
                 "car",    "truck", "bike",    "fir",     "case",    "receipt",      "room",   "folio",   "ward"});
}

class Parting : Words {
 public:
  using Words::Words;

  std::vector<Clause> run() {
    std::vector<Clause> clauses;
    for (std::size_t i = 0; i < count(); ++i) {
      if (clauses.empty() || begins_clause(i, clauses.back().first))
        clauses.push_back({.sentence = token(i).sentence, .first = i});
      clauses.back().last = i;
    }
    for (Clause& clause : clauses) fill(clause);
    for (std::size_t i = 0; i + 1 < clauses.size(); ++i) hand_on(clauses[i], clauses[i + 1]);
    return clauses;
  }

 private:
  // "It is untrue that ...": what has no words of its own to deny denies the next clause.
  static void hand_on(Clause& clause, Clause& next) {
    if (!clause.denied || !clause.undone.empty() || next.sentence != clause.sentence) return;
    clause.denied = false;
    next.denied = !next.denied;
    next.undone = next.denied ? next.said : std::vector<std::string>();
  }

  void fill(Clause& clause) const {
    for (std::size_t i = clause.first; i <= clause.last; ++i) {
      if (denies(i)) {
        clause.doubled = clause.doubled || (clause.denied && !denies_by_itself(lower(i)));
        clause.denied = !clause.denied;  // "never refused"
        continue;
      }
      if (token(i).kind != TokenKind::word || is_grammar(token(i).lower)) continue;
      const std::string word(kin_of(token(i).stem));
      clause.said.push_back(word);
      // "Nothing was stolen", but also "they stole nothing" and the Hindi "maara nahi".
      if (clause.denied || reaches_back(clause, i)) clause.undone.push_back(word);
    }
    clause.elliptic = one_of(lower(clause.last), {"can", "may", "do", "does", "did", "is", "are", "was", "were", "has",
                                                  "have", "will", "could"});
    for (auto* words : {&clause.said, &clause.undone}) {
      std::sort(words->begin(), words->end());
      words->erase(std::unique(words->begin(), words->end()), words->end());
    }
  }

  bool reaches_back(const Clause& clause, std::size_t i) const {
    for (std::size_t on = i + 1; on <= clause.last && on <= i + 4; ++on) {
      if (reading::is_hindi_denial(lower(on)) || one_of(lower(on), {"nothing", "nobody", "none"})) return true;
    }
    return false;
  }

  // Whether one begins at token i, the one before it having begun at `from`.
  bool begins_clause(std::size_t i, std::size_t from) const {
    if (!same_sentence(i - 1, i)) return true;
    if (text().before(i).find_first_of(";:") != std::string_view::npos) return true;
    if (one_of(lower(i), {"but", "because", "while", "whereas", "although", "though", "however", "unless", "lekin",
                          "magar", "kyunki", "kyonki", "aber"}))
      return true;
    const bool joins = one_of(lower(i), {"and", "or", "which", "who", "that", "when", "where", "if", "so", "then",
                                         "aur", "phir", "jo", "after", "before", "until", "since", "und"});
    if (parted_before(i) && lower(i).size() > 4 && lower(i).ends_with("ing")) return true;
    return (joins || parted_before(i)) && stands_alone(from, i);
  }

  // Whether the words from token `first` on have a subject, a verb or a denial of their own. "Tobacco, weapons and
  // gambling are excluded" is one: what stands before the "and", from token `from` on, has no verb yet.
  bool stands_alone(std::size_t from, std::size_t first) const {
    for (std::size_t i = first; i <= first + kVerbReach && same_sentence(first, i); ++i) {
      if (i > first && parted_before(i)) return false;
      if (is_subject(lower(i)) || denies(i)) return true;
      if (is_auxiliary(lower(i))) return has_a_verb(from, first);
    }
    return false;
  }

  bool has_a_verb(std::size_t from, std::size_t end) const {
    for (std::size_t i = from; i < end; ++i) {
      const std::string_view word = lower(i);
      if (is_subject(word) || is_auxiliary(word) || denies(i) || (word.size() > 4 && word.ends_with("ed")) ||
          !reading::regular_form(word).empty())
        return true;
    }
    return false;
  }

  static bool is_subject(std::string_view word) {
    return one_of(word, {"he", "she", "they", "it", "i", "we", "you", "there", "maine", "usne", "unhone", "mai", "wo",
                         "woh", "hum"});
  }
  static bool is_auxiliary(std::string_view word) {
    return one_of(word, {"is",   "was", "are",   "were", "has",   "have",  "had",    "does", "did",  "do",  "may",
                         "must", "can", "could", "will", "would", "shall", "should", "hai",  "hain", "tha", "thi"});
  }

  bool denies(std::size_t i) const {
    const std::string_view word = lower(i), next = same_sentence(i, i + 1) ? lower(i + 1) : std::string_view{};
    if (word == "nor") return false;  // goes on with "neither"
    if (denies_by_itself(word) || reading::is_hindi_denial(word)) return word != "mat" || !next.empty();
    if (!reading::is_denial(word)) return false;
    if (one_of(next, {"only", "doubt", "sooner", "less", "just"})) return false;
    if (word == "na") return !next.empty() && !parted_before(i + 1);
    if (word != "no") return true;
    const bool number = i + 1 < count() && token(i + 1).kind == TokenKind::number;
    return !number && !text().before(i + 1).starts_with('.') && !(i > 0 && is_numbered(lower(i - 1)));
  }
};

}  // namespace

std::vector<Clause> clauses_of(const reading::Text& text) {
  return Parting(text).run();
}

std::size_t common(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  std::size_t count = 0;
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (*a == *b) ++count;
    const bool step_a = !(*b < *a), step_b = !(*a < *b);
    if (step_a) ++a;
    if (step_b) ++b;
  }
  return count;
}

std::string_view kin_of(std::string_view stem) {
  static const std::unordered_map<std::string_view, std::string_view> kin = {
      {"boy", "person"},     {"man", "person"},       {"peopl", "person"},    {"individu", "person"},
      {"youth", "person"},   {"miscreant", "person"}, {"accus", "person"},    {"assail", "person"},
      {"ladk", "person"},    {"ladka", "person"},     {"aadmi", "person"},    {"log", "person"},
      {"fellow", "person"},  {"guy", "person"},       {"suspect", "person"},  {"mobil", "phone"},
      {"handset", "phone"},  {"cellphon", "phone"},   {"smartphon", "phone"}, {"repay", "return"},
      {"refund", "return"},  {"identifi", "know"},    {"recognis", "know"},   {"recogn", "know"},
      {"awar", "know"},      {"notic", "see"},        {"note", "see"},        {"observ", "see"},
      {"dekh", "see"},       {"chori", "steal"},      {"chura", "steal"},     {"wapas", "return"},
      {"lauta", "return"},   {"pata", "know"},        {"cash", "money"},      {"rupe", "money"},
      {"amount", "money"},   {"sum", "money"},        {"paisa", "money"},     {"pais", "money"},
      {"motorcycl", "bike"}, {"motorbik", "bike"},    {"seiz", "take"},       {"repli", "answer"},
      {"respond", "answer"}, {"respons", "answer"},   {"possess", "have"},    {"receipt", "receiv"},
      {"state", "say"},      {"inform", "say"},       {"tell", "say"},        {"extens", "extend"},
      {"busi", "compani"},   {"firm", "compani"}};
  const auto at = kin.find(stem);
  return at == kin.end() ? stem : at->second;
}

}  // namespace dossier::grounding
