#include "reading/calendar_words.h"
#include "reading/mood_reader.h"

namespace dossier::reading {
namespace {

constexpr std::size_t kHypothesisReach = 12;
constexpr std::size_t kPerhapsReach = 4;

class Suppositions : MoodReader {
 public:
  Suppositions(const Text& text, std::vector<Mood>& moods) : MoodReader(text, moods) {}

  void run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) suppose(i, tokens_[i].lower);
  }

 private:
  void suppose(std::size_t i, const std::string& word) {
    const bool condition = one_of(word, {"if", "agar", "unless", "whether", "lest", "yadi"});
    const bool fear = one_of(word, {"fear", "afraid", "apprehend", "apprehension", "apprehending"}) &&
                      one_of(lower(i + 1), {"that", "he", "they", "she", "of", "my", "his"});
    const bool perhaps = one_of(word, {"might", "may", "perhaps", "shayad", "could"}) && lower(i + 1) != "have" &&
                         !(word == "could" && lower(i + 1) == "not") && !tokens_[i].capital &&
                         !(word == "may" && may_is_the_month(tokens_, i));
    if (!condition && !fear && !perhaps) return;
    const std::size_t reach = perhaps ? kPerhapsReach : kHypothesisReach;
    for (std::size_t k = i + 1; k <= i + reach && same(i, k); ++k) {
      if (k > i + 1 && text_.before(k).find(',') != std::string_view::npos) break;
      if (condition && k > i + 2 && begins_a_habit(i, k)) break;
      moods_[k].hypothetical = true;
    }
  }

  // "If I ask for food he beats me", "agar kuch bolu to wo maarta hai": the consequence is told as what happens, not as
  // what would. Said of others' words ("he said if I tell he kill me") or with "will" it remains a threat.
  bool begins_a_habit(std::size_t condition, std::size_t k) const {
    const bool hindi = one_of(lower(k), {"to", "toh"}) && one_of(lower(condition), {"agar", "yadi"});
    if (!hindi && (lower(condition) != "if" || !is_subject(k))) return false;
    return !tells_what_was_said(condition) && (hindi ? tells_a_hindi_habit(k) : !leads_to_future(k));
  }

  bool is_subject(std::size_t k) const {
    return one_of(lower(k), {"he", "she", "they"}) ||
           (one_of(lower(k), {"my", "his", "her"}) &&
            one_of(lower(k + 1), {"husband", "father", "mother", "brother", "sister", "wife", "son", "boss", "in",
                                  "owner", "teacher"}));
  }

  bool tells_what_was_said(std::size_t i) const {
    for (std::size_t back = 1; back <= kSpeechReach && back <= i && same(i - back, i); ++back) {
      const auto word = lower(i - back);
      if (word.starts_with("tell") || word.starts_with("threat") || word.starts_with("warn") ||
          word.starts_with("fear") ||
          one_of(word, {"say", "says", "said", "saying", "told", "bola", "boli", "bole", "dhamki", "kaha", "shout",
                        "shouted", "shouting", "that", "ask", "know"}))
        return true;
    }
    return tokens_[i].quoted;
  }

  bool leads_to_future(std::size_t k) const {
    for (std::size_t ahead = k; ahead <= k + kClauseReach && same(k, ahead); ++ahead) {
      if (one_of(lower(ahead), {"will", "would", "shall", "should", "can", "could", "may", "might", "must", "ll",
                                "going", "kill", "is", "are", "be", "has", "have"}) ||
          lower(ahead).ends_with("'ll"))
        return true;
    }
    return false;
  }

  bool tells_a_hindi_habit(std::size_t k) const {
    for (std::size_t ahead = k + 1; ahead <= k + kClauseReach && same(k, ahead + 1); ++ahead) {
      const auto word = lower(ahead);
      const bool habit = word.ends_with("ta") || word.ends_with("te") || word.ends_with("ti");
      if (habit && one_of(lower(ahead + 1), {"hai", "hain", "h", "tha", "the", "thi", "rehta", "rehti", "rahta"}))
        return true;
    }
    return false;
  }
};

}  // namespace

void mark_suppositions(const Text& text, std::vector<Mood>& moods) {
  Suppositions(text, moods).run();
}

}  // namespace dossier::reading
