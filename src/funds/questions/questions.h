#pragma once

#include "funds/questions/answer.h"
#include "funds/questions/question_clauses.h"
#include "funds/questions/question_plan.h"

#include <optional>
#include <string_view>

namespace dossier::funds {

// A conversation about an analysis. Questions are understood by a grammar, in English, with the basics in German and
// French, and answered from the ledgers; what they do not hold is looked for in the running text; what neither holds is
// refused with the reason and what would be needed. Asking never changes anything but the memory of the turn before,
// which follow-ups lean on ("And in 2023?"). The same turns give the same answers, so a stored conversation is resumed
// by asking its earlier questions again. One user at a time.
class Conversation {
 public:
  // `basis` outlives the conversation.
  explicit Conversation(const AnswerBasis& basis) : basis_(basis) {}

  // Answers one message, which may hold several questions: their answers stand one after the other.
  Answer ask(std::string_view message);

 private:
  Answer answer_one(const std::vector<Clause>& clauses, std::size_t at);
  Periods time_around(const std::vector<Clause>& clauses, std::size_t at) const;

  const AnswerBasis& basis_;
  std::optional<Plan> before_;
};

}  // namespace dossier::funds
