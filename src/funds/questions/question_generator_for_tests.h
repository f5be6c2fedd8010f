#pragma once

#include "funds/ledger/ledger_for_tests.h"
#include "funds/questions/questions.h"

#include <string>
#include <vector>

// Questions made by crossing what is asked with which rows, narrowed how, and at what time; their answers are reckoned
// here from plain facts, with none of the program's own code. For tests only.
namespace dossier::funds::testing {

// One transaction as the truth knows it; `day` as "2021-03-31", so that days compare as text.
struct Fact {
  RowKind kind = RowKind::capital_call;
  std::string day;
  std::int64_t amount = 0;
  std::string company;
  std::string sort;  // "Income", "Management fee"
  bool recallable = false;
};

// Some forty transactions of six years, made from `seed`.
std::vector<Fact> facts_from(unsigned seed);
Ledger ledger_of(const std::vector<Fact>& facts);

enum class Sought { list, count, sum, average, median, largest, smallest, latest, earliest, runner_up, any, figures };

struct Generated {
  std::string text;
  Sought sought = Sought::list;
  std::vector<Fact> chosen;  // the rows the question speaks of
  std::string family;        // what was crossed, to tell where the grammar is thin
};

// Every way to seek crossed with every filter and every time, the wording changing from one to the next.
std::vector<Generated> generated_questions(const std::vector<Fact>& facts);

enum class Verdict { right, refused, wrong };
Verdict verdict_on(const Generated& question, const Answer& answer);

}  // namespace dossier::funds::testing
