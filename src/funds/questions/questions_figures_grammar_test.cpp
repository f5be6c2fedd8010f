#include "funds/questions/question_generator_for_tests.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <iostream>

// Figures of funds asked for in crossed wordings: metrics and times, suppositions, goals, follow-ups, two funds, a
// table of funds. The truth is counted from plain facts, with none of the program's own reckoning.
namespace dossier::funds {
namespace {

using namespace testing;

constexpr double kCommitment = 200'000'000, kNav = 60'000'000;

// What the facts come to up to a day, counted.
struct Counted {
  double called = 0, distributed = 0, recallable = 0;

  double dpi() const { return called > 0 ? distributed / called : 0; }
  double tvpi(double nav) const { return (distributed + nav) / called; }
};

Counted counted(const std::vector<Fact>& facts, std::string_view from, std::string_view to) {
  Counted all;
  for (const Fact& fact : facts) {
    if (fact.day < from || fact.day > to) continue;
    (fact.kind == RowKind::capital_call ? all.called : all.distributed) += static_cast<double>(fact.amount);
    if (fact.recallable) all.recallable += static_cast<double>(fact.amount);
  }
  return all;
}

struct FigureAsked {
  std::vector<std::string> turns;
  double wanted = 0;
};

FundAnalysis fund_of(const std::vector<Fact>& facts, const char* name) {
  Ledger made = ledger_of(facts);
  made.name = name;
  MetricSet metrics = compute_metrics(made);
  return {std::move(made), std::move(metrics), {}};
}

Analysis analysis_of(std::vector<FundAnalysis> funds) {
  Analysis analysis;
  DocumentReading document{.file = "report.pdf"};
  document.status = ReadingStatus::read;
  analysis.documents.push_back(std::move(document));
  analysis.funds = std::move(funds);
  return analysis;
}

bool tells(const Answer& answer, double wanted) {
  return std::any_of(answer.values.begin(), answer.values.end(), [&](const AnswerValue& value) {
    const auto* number = std::get_if<double>(&value.value);
    const auto* money = std::get_if<Money>(&value.value);
    double got = number != nullptr ? *number : money != nullptr ? money->to_double() : std::nan("");
    return std::abs(got - wanted) < (std::abs(wanted) < 100 ? 1e-7 : 0.006);
  });
}

void judge(const std::vector<FigureAsked>& questions, const Analysis& analysis, std::size_t least) {
  AnswerBasis basis(analysis);
  std::size_t wrong = 0;
  for (const FigureAsked& question : questions) {
    Conversation conversation(basis);
    Answer answer;
    for (const std::string& turn : question.turns) answer = conversation.ask(turn);
    if (answer.answered != Answered::no && tells(answer, question.wanted)) continue;
    ++wrong;
    if (wrong <= 20 || std::getenv("SHOW") != nullptr)
      ADD_FAILURE() << question.turns.front() << " | " << question.turns.back() << " | wanted " << question.wanted
                    << "\n-> " << answer.text.substr(0, 200);
  }
  EXPECT_GE(questions.size(), least);
  EXPECT_EQ(wrong, 0u) << "of " << questions.size();
}

// "%M" stands for the figure, "%T" for the time, "%A" and "%B" for names.
std::string filled(std::string text, std::initializer_list<std::pair<std::string_view, std::string>> parts) {
  for (const auto& [mark, with] : parts) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + with.size()))
      text.replace(at, mark.size(), with);
  }
  return text;
}

struct FigureWords {
  const char* words;
  double (*of)(const Counted&);
};
constexpr FigureWords kFigures[] = {
    {"DPI", [](const Counted& all) { return all.dpi(); }},
    {"distributions to paid-in", [](const Counted& all) { return all.dpi(); }},
    {"paid-in capital", [](const Counted& all) { return all.called; }},
    {"PIC", [](const Counted& all) { return all.called; }},
    {"unfunded commitment", [](const Counted& all) { return kCommitment - all.called + all.recallable; }},
    {"undrawn commitment without adding back recallable distributions",
     [](const Counted& all) { return kCommitment - all.called; }},
    {"net cash flow", [](const Counted& all) { return all.distributed - all.called; }}};

struct DayWords {
  const char* words;  // "%Y" stands for the year
  int years_before = 0;
};
constexpr DayWords kDays[] = {
    {"at the end of %Y"},      {"as of 31 December %Y"}, {"at year-end %Y"},    {"at the close of %Y"},
    {"when %Y closed"},        {"by the end of %Y"},     {"on 31 December %Y"}, {"at YE%Y"},
    {"at %Y year-end"},        {"going into %Y", 1},     {"when %Y ended"},     {"at the start of %Y", 1},
    {"as at the end of Q4 %Y"}};
constexpr const char* kFigureFrames[] = {"What was the %M %T?", "%M %T", "%T, what was the %M?",
                                         "Where did the %M stand %T?", "Please give me the %M %T"};

TEST(EveryFigure, IsTheCountedOneOnEveryDay) {
  for (unsigned seed : {1u, 2u}) {
    auto facts = facts_from(seed);
    std::vector<FigureAsked> questions;
    std::size_t turn = 0;
    for (const FigureWords& figure : kFigures) {
      for (const DayWords& day : kDays) {
        for (int year : {2019, 2020, 2021, 2022}) {
          std::string last = fmt::format("{}-12-31", year - day.years_before);
          std::string time = filled(day.words, {{"%Y", std::to_string(year)}});
          const char* frame = kFigureFrames[turn++ % std::size(kFigureFrames)];
          questions.push_back(
              {{filled(frame, {{"%M", figure.words}, {"%T", time}})}, figure.of(counted(facts, "", last))});
        }
      }
    }
    judge(questions, analysis_of({fund_of(facts, "Harbor Light Partners II, L.P.")}), 350);
  }
}

TEST(EveryFollowUp, ReplacesWhatItNamesAndKeepsTheRest) {
  auto facts = facts_from(3);
  std::vector<FigureAsked> questions;
  auto year_of = [&](int year) { return counted(facts, fmt::format("{}-01-01", year), fmt::format("{}-12-31", year)); };
  auto until = [&](int year) { return counted(facts, "", fmt::format("{}-12-31", year)); };
  for (int one : {2019, 2020, 2021}) {
    for (int other : {2020, 2021, 2022}) {
      for (const char* next : {"and in %Y?", "What about %Y?", "And %Y?", "in %Y?", "and for %Y?"}) {
        std::string then = filled(next, {{"%Y", std::to_string(other)}});
        questions.push_back({{fmt::format("How much was called in {}?", one), then}, year_of(other).called});
        questions.push_back(
            {{fmt::format("What is the total of the distributions in {}?", one), then}, year_of(other).distributed});
      }
      for (const char* next : {"and at the end of %Y?", "And as of 31 December %Y?", "at YE%Y?", "and when %Y closed?"})
        questions.push_back(
            {{fmt::format("What was the DPI at the end of {}?", one), filled(next, {{"%Y", std::to_string(other)}})},
             until(other).dpi()});
    }
    for (const char* next : {"and distributed?", "and how much was distributed?", "what about distributions?"})
      questions.push_back({{fmt::format("How much was called in {}?", one), next}, year_of(one).distributed});
    for (const char* next : {"And the paid-in capital?", "and PIC?", "what about the paid-in capital?"})
      questions.push_back({{fmt::format("What was the DPI at the end of {}?", one), next}, until(one).called});
    for (const char* next : {"and today?", "And now?", "and since inception?"})
      questions.push_back({{fmt::format("What was the DPI at the end of {}?", one), next}, until(2023).dpi()});
    for (const char* next : {"as a percentage?", "in percent?", "as a share of all calls?"})
      questions.push_back(
          {{fmt::format("How much was called in {}?", one), next}, year_of(one).called / until(2023).called});
    questions.push_back({{fmt::format("How much was called in {}?", one), "as a percentage of the commitment?"},
                         year_of(one).called / kCommitment});
    questions.push_back(
        {{fmt::format("How much was called in {}?", one), "and the year after?"}, year_of(one + 1).called});
  }
  judge(questions, analysis_of({fund_of(facts, "Harbor Light Partners II, L.P.")}), 120);
}

TEST(EverySuppositionAndGoal, IsReckonedAsCounted) {
  auto facts = facts_from(4);
  Counted all = counted(facts, "", "9");
  std::vector<FigureAsked> questions;
  for (const char* words : {"What would the TVPI be if NAV fell by %P%?", "TVPI with a %P% lower NAV",
                            "If the NAV dropped %P%, what would TVPI be?", "Assume the NAV is %P% lower: TVPI?",
                            "TVPI after a %P% haircut on NAV"}) {
    for (int percent : {5, 10, 25, 40})
      questions.push_back({{filled(words, {{"%P", std::to_string(percent)}})}, all.tvpi(kNav * (100 - percent) / 100)});
  }
  for (const char* words :
       {"What would the DPI be if another $%Am were distributed?", "DPI after a further distribution of $%Am",
        "DPI with another distribution of $%Am", "If they distributed another $%Am, what would DPI be?"}) {
    for (int millions : {1, 3, 12})
      questions.push_back(
          {{filled(words, {{"%A", std::to_string(millions)}})}, (all.distributed + millions * 1e6) / all.called});
  }
  for (const char* words : {"What NAV is needed for a TVPI of %Xx?", "what NAV would Harbor need for a TVPI of %Xx",
                            "The NAV at which TVPI would be %Xx?", "If TVPI were %Xx, what would the NAV be?",
                            "NAV required for %Xx TVPI", "At what NAV does TVPI reach %Xx?"}) {
    for (double mark : {1.5, 2.0, 2.5})
      questions.push_back(
          {{filled(words, {{"%X", fmt::format("{:.1f}", mark)}})}, std::max(0.0, mark * all.called - all.distributed)});
  }
  for (const char* words : {"How much more must be distributed for a DPI of %Xx?", "How far is DPI from %Xx?",
                            "What distributions are needed to bring DPI to %Xx?", "how much more until DPI is %Xx?"}) {
    for (double mark : {1.5, 2.0})
      questions.push_back(
          {{filled(words, {{"%X", fmt::format("{:.1f}", mark)}})}, std::max(0.0, mark * all.called - all.distributed)});
  }
  judge(questions, analysis_of({fund_of(facts, "Harbor Light Partners II, L.P.")}), 55);
}

TEST(EveryComparison, OfTwoFundsIsTheCountedOne) {
  auto one = facts_from(5), other = facts_from(6);
  Counted a = counted(one, "", "9"), b = counted(other, "", "9");
  std::vector<FigureAsked> questions;
  for (const char* words :
       {"What is the difference between the DPI of %A and of %B?", "gap between %A's and %B's DPI",
        "Gap between %A's DPI and %B's, in turns?", "By how much does the DPI of %A differ from the DPI of %B?",
        "Which has the higher DPI, %A or %B, and by how much?"})
    questions.push_back({{filled(words, {{"%A", "Harbor"}, {"%B", "Quillon"}})}, std::abs(a.dpi() - b.dpi())});
  for (const char* words : {"How much was called by both funds together?", "total called across both funds",
                            "What is the total called of all funds combined?"})
    questions.push_back({{words}, a.called + b.called});
  for (const char* words : {"And at %B?", "and for %B?", "What about %B?", "and the other fund?", "And the other one?"})
    questions.push_back({{"What is the DPI of Harbor?", filled(words, {{"%B", "Quillon"}})}, b.dpi()});
  judge(questions,
        analysis_of({fund_of(one, "Harbor Light Partners II, L.P."), fund_of(other, "Quillon Opportunities IV SCSp")}),
        12);
}

Analysis table_of(std::size_t funds) {
  Analysis analysis;
  DocumentReading document{.file = "program.pdf"};
  constexpr std::array<const char*, 4> kHouses = {"Aurora", "Brightwell", "Corvid", "Dunmore"};
  constexpr std::array<const char*, 3> kSeries = {"Fund I, L.P.", "Fund II, L.P.", "Fund III, L.P."};
  for (std::size_t k = 0; k < funds; ++k) {
    PortfolioRow row{.name = fmt::format("{} {}", kHouses[k % kHouses.size()], kSeries[k / kHouses.size()])};
    row.vintage_year = 2003 + static_cast<int>(k);
    row.commitment = units(10'000'000 + static_cast<std::int64_t>(k) * 1'000'000);
    row.cash_in = units(9'000'000 + static_cast<std::int64_t>(k) * 1'500'000);
    row.cash_out = units(8'000'000 + static_cast<std::int64_t>(k) * 700'000);
    row.total_value = units(12'000'000 + static_cast<std::int64_t>(k) * 900'000);
    row.net_irr = 0.01 * static_cast<double>(k) + 0.005;
    row.currency = *Currency::parse("USD");
    row.place = {.file = "program.pdf", .page = 1, .box = {10, 20.0 + 12.0 * static_cast<double>(k), 400, 30}};
    document.portfolio_rows.push_back(std::move(row));
  }
  analysis.documents.push_back(std::move(document));
  return analysis;
}

TEST(EveryTableOfFunds, IsReadByNameAndColumn) {
  constexpr std::size_t kFunds = 12;
  Analysis analysis = table_of(kFunds);
  std::vector<FigureAsked> questions;
  for (const PortfolioRow& row : analysis.documents[0].portfolio_rows) {
    std::string name = row.name.substr(0, row.name.find(','));
    for (const char* words : {"What is the net IRR of %A?", "net IRR %A", "What net IRR is shown for %A?"})
      questions.push_back({{filled(words, {{"%A", name}})}, *row.net_irr});
    for (const char* words : {"What is the commitment to %A?", "commitment %A"})
      questions.push_back({{filled(words, {{"%A", name}})}, row.commitment->to_double()});
    questions.push_back({{"How much cash was paid in to " + name + "?"}, row.cash_in->to_double()});
    questions.push_back({{"By how much does the total value of " + name + " exceed the cash paid in?"},
                         std::abs((*row.total_value - *row.cash_in).to_double())});
  }
  for (std::size_t house = 0; house < 4; ++house) {
    const auto& rows = analysis.documents[0].portfolio_rows;
    double sum = 0;
    for (std::size_t k = house; k < rows.size(); k += 4) sum += rows[k].cash_in->to_double();
    std::string name = rows[house].name.substr(0, rows[house].name.find(' '));
    for (const char* words :
         {"How much cash was paid in to the %A vehicles taken together?", "total paid in to the %A funds together"})
      questions.push_back({{filled(words, {{"%A", name}})}, sum});
    questions.push_back(
        {{"What is the net IRR of " + name + " Fund I?", "and their Fund III?"}, *rows[house + 8].net_irr});
  }
  judge(questions, analysis, 90);
}

}  // namespace
}  // namespace dossier::funds
