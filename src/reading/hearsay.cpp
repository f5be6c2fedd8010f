#include "reading/mood_reader.h"
#include "reading/sentences.h"

namespace dossier::reading {
namespace {

class Hearsay : MoodReader {
 public:
  Hearsay(const Text& text, std::vector<Mood>& moods) : MoodReader(text, moods) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      report(i, tokens_[i].lower);
      request(i, tokens_[i].lower);
      call_it(i, tokens_[i].lower);
    }
    ask();
    // Whom a letter goes to is nothing that it tells.
    for (std::size_t i = 0; i < addressee_tokens(text_); ++i) moods_[i].requested = true;
  }

 private:
  void report(std::size_t i, const std::string& word) {
    const bool people_say =
        one_of(word, {"people", "log", "everyone", "neighbours", "villagers", "newspaper", "somebody", "someone"}) &&
        one_of(lower(i + 1), {"say", "says", "saying", "kehte", "kahte", "claims", "claim"}) &&
        !(lower(i + 1) == "saying" && lower(i + 2) != "that");  // "someone saying he is from the bank came"
    const bool heard =
        one_of(word, {"heard", "rumour", "rumours", "rumor", "suna", "afwah", "gossip"}) &&
        one_of(lower(i + 1), {"that", "from", "he", "she", "they", "of", "hai", "is", "some", "in", "people", "about"});
    const auto before = i > 0 ? lower(i - 1) : std::string_view{};
    const bool elsewhere =
        (word == "news" && one_of(before, {"in", "the", "saw", "read", "watched"}) && lower(i + 1) != "of") ||
        tells_a_story(i, word);
    if (!people_say && !heard && !elsewhere) return;
    for (std::size_t k = i + 1; same(i, k); ++k) moods_[k].reported = true;
  }

  // "in the movie", "scene of a film", "sapne mein", "I had a dream that": what follows happens there. A film that is
  // shown, watched or left, a movie hall and a dream home are of this world.
  bool tells_a_story(std::size_t i, const std::string& word) const {
    if (!one_of(word, {"movie", "film", "dream", "dreams", "sapna", "sapne"})) return false;
    if (one_of(lower(i + 1), {"hall", "theatre", "theater", "ticket", "tickets", "home", "house", "job", "11", "line",
                              "shoot", "shooting", "city", "world", "with", "show", "dekh", "dekhne"}))
      return false;
    if (one_of(lower(i + 1), {"mein", "me"})) return word != "film" || lower(i + 2) != "hall";
    std::size_t leads = i;
    while (leads > 0 && same(leads - 1, i) &&
           one_of(lower(leads - 1), {"a", "an", "the", "this", "some", "my", "that"}))
      --leads;
    if (leads == 0 || !same(leads - 1, i)) return false;
    const auto lead = lower(leads - 1);
    const bool dreamt = word.starts_with("dream") && one_of(lead, {"had", "saw", "see", "have"});
    return dreamt || lead == "in" || (one_of(lead, {"of", "from"}) && leads > 1 && lower(leads - 2) == "scene");
  }

  // What is asked to be registered is a name for the matter, not an account of it.
  void request(std::size_t i, const std::string& word) {
    if (!one_of(word, {"fir", "case", "complaint", "mukadma", "section", "charge", "charges", "under"})) return;
    if (!asks_for_action(i)) return;
    const bool names_after = word == "under" || one_of(lower(i + 1), {"for", "under", "of", "u", "section"});
    for (std::size_t k = i + 1; names_after && k <= i + kSpeechReach && same(i, k); ++k) {
      if (k > i + 2 && ends_clause(k)) break;
      moods_[k].requested = true;
    }
    // "I want kidnapping FIR on him": the word before it.
    if (word == "fir" && i > 1 && same(i - 2, i) && one_of(lower(i - 2), {"want", "lodge", "register", "file"}))
      moods_[i - 1].requested = true;
  }

  // "This is clear cheating", "it is nothing but theft", "we feel looted": what the informant calls it is a name, too.
  void call_it(std::size_t i, const std::string& word) {
    const bool verdict = word == "is" && i > 0 && one_of(lower(i - 1), {"this", "it", "that", "which", "ye", "yeh"}) &&
                         one_of(lower(i + 1), {"clear", "clearly", "nothing", "pure", "purely", "plain", "total",
                                               "totally", "complete", "completely", "open", "simply", "broad"});
    const bool feeling = one_of(word, {"feel", "felt", "feeling"}) && i > 0 &&
                         one_of(lower(i - 1), {"i", "we", "am", "are", "is", "and", "really"});
    const bool as_law_calls_it = word == "amounts" && lower(i + 1) == "to";
    if (!verdict && !feeling && !as_law_calls_it) return;
    for (std::size_t k = i + 1; k <= i + kSpeechReach && same(i, k); ++k) {
      if (k > i + 2 && ends_clause(k) && lower(k) != "and" && lower(k) != "but") break;
      // "It is totally false": that a message was untrue is a fact, not a name for the matter.
      if (!one_of(lower(k), {"false", "fake", "untrue", "lie", "lies", "rumour", "rumours", "rumor", "baseless", "hoax",
                             "jhooth", "jhoota"}))
        moods_[k].requested = true;
    }
  }

  bool asks_for_action(std::size_t i) const {
    bool asks = false;
    for (std::size_t k = i > kSpeechReach ? i - kSpeechReach : 0; k < i; ++k) {
      if (same(k, i) && (lower(k).starts_with("refus") || lower(k) == "he" || lower(k) == "they")) return false;
      if (same(k, i) && one_of(lower(k), {"please", "kindly", "plz", "pls", "want", "register", "lodge", "book", "file",
                                          "kripya", "request", "demand"}))
        asks = true;
    }
    return asks;
  }

  void ask() {
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t end = i + 1;
      while (same(i, end)) ++end;
      if (in_question(text_, i)) {
        for (std::size_t k = i; k < end; ++k) {
          if (!tokens_[k].quoted) moods_[k].asked = true;
        }
      }
      i = end;
    }
  }
};

}  // namespace

void mark_hearsay(const Text& text, std::vector<Mood>& moods) {
  Hearsay(text, moods).run();
}

}  // namespace dossier::reading
