#pragma once

#include "fir/facts.h"
#include "fir/knowledge.h"
#include "reading/cues.h"

#include <optional>
#include <string_view>
#include <vector>

namespace dossier::fir {

// How far an exception reaches: what is told more than three sentences away is another matter, and two incidents in one
// complaint do not excuse each other.
inline constexpr int kExceptionSentences = 3;

// Where the signs of the knowledge stand in one complaint. Cues and signals are worked out once, on first use. The
// three references must outlive it; not thread-safe.
class SignalReader {
 public:
  SignalReader(const Knowledge& knowledge, const reading::CueText& text, const Facts& facts);

  // Places of a named signal, none when the knowledge has no such signal or an exception holds.
  const std::vector<reading::CueHit>& hits(std::string_view name);
  // Places of any of the signs; a fact sign stands where the fact was found.
  std::vector<reading::CueHit> hits(const std::vector<Sign>& signs);
  bool any(const std::vector<Sign>& signs) { return !hits(signs).empty(); }
  // Where the complaint denies the words of one of the signs.
  std::vector<reading::CueHit> denials(const std::vector<Sign>& signs) const;
  // Where it gives a fact that excludes one of the facts among the signs: "at 2 pm" where night is asked for.
  std::vector<reading::CueHit> excluding_facts(const std::vector<Sign>& signs) const;
  // The hits that no exception stands near. A fact of the whole complaint excepts everything.
  std::vector<reading::CueHit> without(std::vector<reading::CueHit> hits, const std::vector<Sign>& exceptions);

 private:
  const std::vector<reading::CueHit>& signal(std::size_t number);
  std::vector<reading::CueHit> evaluate(const Signal& signal);
  std::vector<reading::CueHit> in_one_sentence(const std::vector<Sign>& parts);
  const std::vector<reading::CueHit>& cue(std::size_t number);
  void append(const Sign& sign, std::vector<reading::CueHit>& hits);
  void append_denials(const Sign& sign, int depth, std::vector<reading::CueHit>& hits) const;
  void append_excluding(const Sign& sign, int depth, std::vector<reading::CueHit>& hits) const;

  const Knowledge& knowledge_;
  const reading::CueText& text_;
  const Facts& facts_;
  enum class State : std::uint8_t { unread, reading, read };
  std::vector<State> states_;
  std::vector<std::vector<reading::CueHit>> found_;
  std::vector<std::optional<std::vector<reading::CueHit>>> cues_;  // nothing: not looked for yet
  bool denies_anything_ = false;
};

}  // namespace dossier::fir
