#include "funds/questions/questions_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

TEST(Questions, lean_on_the_turn_before) {
  judge_all(
      {
          {{"Show me all capital calls in 2019", "And in 2021?"}, kYes, {}, {}, {"2021-02-10"}},
          {{"Show me all capital calls in 2019", "what about 2022"}, kYes, {}, {}, {"2022-09-30"}},
          {{"Show me all capital calls in 2021", "And distributions?"}, kYes, {}, {}, {"2021-06-30"}},
          {{"List all distributions", "Only the recallable ones"}, kYes, {}, {}, {"2022-04-15"}},
          {{"List all distributions", "Which of those were in 2023?"}, kYes, {}, {}, {"2023-05-05", "2023-10-10"}},
          {{"List all distributions", "What is the total of those in 2023?"}, kYes, {}, {{"sum", 2e6}}},
          {{"What was the largest distribution?", "And the smallest?"}, kYes, {}, {}, {"2023-10-10"}},
          {{"What is the DPI?", "And the TVPI?"}, kYes, {}, {{"tvpi", 13.9 / 11.75}}},
          {{"What is the DPI?", "How is it calculated?"}, kYes, {"cumulative distributions / paid-in capital"}, {}},
          {{"What is the DPI?", "Is that right?"}, kYes, {"agrees"}, {}},
          {{"What is the DPI?", "And at the end of 2022?"}, kYes, {}, {{"dpi", 3.0 / 11.75}}},
          {{"How many calls in 2019?", "And in 2020?", "And in 2021?"}, kYes, {}, {{"count", 1}}, {"2021-02-10"}},
          {{"If NAV fell by 10%, what would TVPI be?", "And if it doubled?"}, kYes, {}, {{"tvpi", 22.9 / 11.75}}},
          {{"How much was called in 2019?", "Which ones were they?"}, kYes, {}, {}, {"2019-03-15", "2019-11-20"}},
      },
      one_fund());
}

TEST(Questions, hold_several_in_one_message) {
  judge_all(
      {
          {{"What is the DPI? And what is the NAV?"}, kYes, {}, {{"dpi", kDistributed / kPic}, {"nav", 9e6}}},
          {{"How many capital calls were there and what was the largest distribution?"},
           kYes,
           {},
           {{"count", 5}, {"amount", 2'400'000}}},
          {{"What is the DPI and who is the custodian?"}, kPartly, {"custodian"}, {{"dpi", kDistributed / kPic}}},
      },
      one_fund());
}

TEST(Questions, are_understood_in_german_and_french) {
  judge_all(
      {
          {{"Wie hoch sind die Ausschüttungen insgesamt?"}, kYes, {}, {{"total_distributions", kDistributed}}},
          {{"Wie hoch ist der DPI?"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
          {{"Zeige alle Kapitalabrufe im Jahr 2019"}, kYes, {}, {}, {"2019-03-15", "2019-11-20"}},
          {{"Wie viele Kapitalabrufe gab es?"}, kYes, {}, {{"count", 5}}},
          {{"Was ist der Nettoinventarwert?"}, kYes, {}, {{"nav", 9e6}}},
          {{"Was bedeutet DPI?"}, kYes, {"paid-in"}, {}},
          {{"Welche Ausschüttungen waren rückrufbar?"}, kYes, {}, {}, {"2022-04-15"}},
          {{"Wann war die letzte Ausschüttung?"}, kYes, {}, {}, {"2023-10-10"}},
          {{"Quel est le TRI net ?"}, kYes, {}, {}},
          {{"Montre tous les appels de fonds en 2019"}, kYes, {}, {}, {"2019-03-15", "2019-11-20"}},
          {{"Quelle est la valeur liquidative ?"}, kYes, {}, {{"nav", 9e6}}},
          {{"Combien de distributions en 2023 ?"}, kYes, {}, {{"count", 2}}},
      },
      one_fund());
}

TEST(Questions, survive_slips_of_the_pen) {
  judge_all(
      {
          {{"waht is teh DPI"}, kYes, {}, {{"dpi", kDistributed / kPic}}},
          {{"larges distribtion"}, kYes, {}, {}, {"2022-04-15"}},
          {{"captial calls in 2019"}, kYes, {}, {}, {"2019-03-15", "2019-11-20"}},
          {{"how mnay distributons in 2023"}, kYes, {}, {{"count", 2}}},
          {{"unfundd comitment"}, kYes, {}, {{"unfunded", 10'650'000}}},
          {{"recalable distributions"}, kYes, {}, {}, {"2022-04-15"}},
          {{"averge distribution"}, kYes, {}, {{"average", 1'250'000}}},
      },
      one_fund());
}

}  // namespace
}  // namespace dossier::funds
