#include "funds/questions/question_generator_for_tests.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <random>
#include <set>
#include <tuple>

namespace dossier::funds::testing {
namespace {

using Admits = std::function<bool(const Fact&)>;

// What rows are called: "drawdowns", and one of them.
struct KindWords {
  RowKind kind;
  const char* several;
  const char* one;
};
constexpr KindWords kKindWords[] = {{RowKind::capital_call, "capital calls", "capital call"},
                                    {RowKind::capital_call, "drawdowns", "drawdown"},
                                    {RowKind::capital_call, "contributions", "contribution"},
                                    {RowKind::distribution, "distributions", "distribution"},
                                    {RowKind::distribution, "payouts", "payout"}};

// Words before or after the rows that narrow them. Some fit one kind only.
struct Filter {
  const char* name;
  const char* before;
  const char* after;
  Admits admits;
  std::vector<RowKind> kinds = {RowKind::capital_call, RowKind::distribution};
};

Admits amount_between(std::int64_t least, std::int64_t most) {
  return [=](const Fact& fact) { return fact.amount >= least && fact.amount <= most; };
}
Admits about(const char* company) {
  return [=](const Fact& fact) { return fact.company == company; };
}
Admits of_sort(const char* sort) {
  return [=](const Fact& fact) { return fact.sort == sort; };
}

const std::vector<Filter>& filters() {
  constexpr std::int64_t kMany = 1'000'000'000;
  static const std::vector<Filter> all = {
      {"all", "", "", [](const Fact&) { return true; }},
      {"over", "", " over $1.5m", amount_between(1'500'001, kMany)},
      {"at least", "", " of at least 900,000", amount_between(900'000, kMany)},
      {"below", "", " below $1 million", amount_between(0, 999'999)},
      {"band", "", " between $600k and $2m", amount_between(600'000, 2'000'000)},
      {"above", "", " larger than USD 1,200,000", amount_between(1'200'001, kMany)},
      {"for company", "", " for Nimbus Health", about("Nimbus Health"), {RowKind::capital_call}},
      {"from company", "", " from Oriole Foods", about("Oriole Foods"), {RowKind::distribution}},
      {"mentioning", "", " that mention Cobalt", about("Cobalt Robotics")},
      {"fees", "", " for management fees", of_sort("Management fee"), {RowKind::capital_call}},
      {"income", "income ", "", of_sort("Income"), {RowKind::distribution}},
      {"of type gain", "", " of type gain", of_sort("Gain"), {RowKind::distribution}},
      {"roc", "return of capital ", "", of_sort("Return of Capital"), {RowKind::distribution}},
      {"recallable", "recallable ", "", [](const Fact& fact) { return fact.recallable; }, {RowKind::distribution}},
      {"not recallable",
       "non-recallable ",
       "",
       [](const Fact& fact) { return !fact.recallable; },
       {RowKind::distribution}},
      {"excluding gains",
       "",
       " excluding gains",
       [](const Fact& fact) { return fact.sort != "Gain"; },
       {RowKind::distribution}},
      {"without company", "", " other than for Nimbus",
       [](const Fact& fact) { return fact.company != "Nimbus Health"; }},
  };
  return all;
}

struct Time {
  const char* text;  // with a space before it; empty for all time
  std::string from;
  std::string to;
};

const std::vector<Time>& times() {
  static const std::vector<Time> all = {
      {"", "", "9"},
      {" in 2021", "2021-01-01", "2021-12-31"},
      {" during 2019", "2019-01-01", "2019-12-31"},
      {" in Q3 2021", "2021-07-01", "2021-09-30"},
      {" in the second quarter of 2020", "2020-04-01", "2020-06-30"},
      {" in H1 2022", "2022-01-01", "2022-06-30"},
      {" in the second half of 2020", "2020-07-01", "2020-12-31"},
      {" in March 2020", "2020-03-01", "2020-03-31"},
      {" before 2021", "", "2020-12-31"},
      {" prior to 1 July 2020", "", "2020-06-30"},
      {" since 2021", "2021-01-01", "9"},
      {" since the start of 2022", "2022-01-01", "9"},
      {" after 30 June 2021", "2021-07-01", "9"},
      {" from 2020 to 2022", "2020-01-01", "2022-12-31"},
      {" between 2019 and 2021", "2019-01-01", "2021-12-31"},
      {" between March 2020 and June 2021", "2020-03-01", "2021-06-30"},
      {" up to the end of 2020", "", "2020-12-31"},
      {" until 31 March 2021", "", "2021-03-31"},
      {" up to and including 2020", "", "2020-12-31"},
      {" in 2022 or later", "2022-01-01", "9"},
      {" in 2020 or earlier", "", "2020-12-31"},
      {" from 2022 onwards", "2022-01-01", "9"},
      {" in the years 2020 and 2021", "2020-01-01", "2021-12-31"},
      {" through 2021", "", "2021-12-31"},
      {" in the last two years", "2022-01-01", "2023-12-31"},
      {" last year", "2022-01-01", "2022-12-31"},
  };
  return all;
}

// %R stands for the rows, %r for one of them, %T for the time.
struct Frame {
  Sought sought;
  std::vector<const char*> wordings;
};

const std::vector<Frame>& frames() {
  static const std::vector<Frame> all = {
      {Sought::list,
       {"List the %R%T.", "Show me all %R%T", "Which %R were there%T?", "%R%T", "Please give me the %R%T"}},
      {Sought::count,
       {"How many %R were there%T?", "What is the number of %R%T?", "count of %R%T", "How many %R%T did we have?"}},
      {Sought::sum,
       {"What is the total of the %R%T?", "How much do the %R%T add up to?", "sum of %R%T", "total %R%T pls",
        "What do the %R%T come to in total?", "What is the aggregate amount of the %R%T?",
        "How large are the %R%T in total?"}},
      {Sought::average,
       {"What is the average of the %R%T?", "average %r%T?", "What was the mean size of the %R%T?",
        "How large was the %r%T on average?"}},
      {Sought::median, {"What is the median %r%T?", "median of the %R%T"}},
      {Sought::largest, {"What was the largest %r%T?", "biggest %r%T", "Which was the highest %r%T?"}},
      {Sought::smallest, {"What was the smallest %r%T?", "lowest %r%T?"}},
      {Sought::latest, {"What was the latest %r%T?", "most recent %r%T", "When was the last %r%T?"}},
      {Sought::earliest, {"What was the first %r%T?", "earliest %r%T", "When was the first %r%T?"}},
      {Sought::runner_up, {"What was the second largest %r%T?", "second-biggest %r%T"}},
      {Sought::any, {"Were there any %R%T?", "Did we have %R%T?"}},
      {Sought::figures,
       {"%R%T: number, total and average", "How many %R were there%T, and what is their total and average?"}},
  };
  return all;
}

std::string filled(std::string_view wording, const KindWords& kind, const Filter& filter, const Time& time) {
  std::string text;
  for (std::size_t k = 0; k < wording.size(); ++k) {
    if (wording[k] != '%') {
      text += wording[k];
      continue;
    }
    char what = wording[++k];
    if (what == 'T') text += time.text;
    if (what == 'R' || what == 'r')
      text += fmt::format("{}{}{}", filter.before, what == 'R' ? kind.several : kind.one, filter.after);
  }
  return text;
}

std::vector<Fact> chosen_from(const std::vector<Fact>& facts, RowKind kind, const Filter& filter, const Time& time) {
  std::vector<Fact> chosen;
  for (const Fact& fact : facts) {
    if (fact.kind == kind && fact.day >= time.from && fact.day <= time.to && filter.admits(fact))
      chosen.push_back(fact);
  }
  return chosen;
}

std::int64_t sum_of(const std::vector<Fact>& facts) {
  std::int64_t sum = 0;
  for (const Fact& fact : facts) sum += fact.amount;
  return sum;
}

double median_of(std::vector<Fact> facts) {
  std::sort(facts.begin(), facts.end(), [](auto& a, auto& b) { return a.amount < b.amount; });
  std::size_t half = facts.size() / 2;
  auto amount = [&](std::size_t at) { return static_cast<double>(facts[at].amount); };
  return facts.size() % 2 == 1 ? amount(half) : (amount(half - 1) + amount(half)) / 2;
}

bool has_value(const Answer& answer, double wanted) {
  return std::any_of(answer.values.begin(), answer.values.end(), [&](const AnswerValue& value) {
    const auto* number = std::get_if<double>(&value.value);
    const auto* money = std::get_if<Money>(&value.value);
    double got = number != nullptr ? *number : money != nullptr ? money->to_double() : std::nan("");
    return std::abs(got - wanted) < 0.006;
  });
}

using RowKey = std::tuple<std::string, std::int64_t>;

std::set<RowKey> keys_of(const Answer& answer) {
  std::set<RowKey> keys;
  for (const AnswerRow& row : answer.rows) keys.insert({row.row.date.iso(), row.row.amount.minor() / 100});
  return keys;
}

// The rows a question wants to see: all chosen ones, or those a measure picks.
std::set<RowKey> wanted_keys(const Generated& question) {
  auto by_amount = [](const Fact& a, const Fact& b) { return a.amount < b.amount; };
  auto by_day = [](const Fact& a, const Fact& b) { return a.day < b.day; };
  std::vector<Fact> rows = question.chosen;
  Fact pick;
  switch (question.sought) {
    case Sought::largest: pick = *std::max_element(rows.begin(), rows.end(), by_amount); break;
    case Sought::smallest: pick = *std::min_element(rows.begin(), rows.end(), by_amount); break;
    case Sought::latest: pick = *std::max_element(rows.begin(), rows.end(), by_day); break;
    case Sought::earliest: pick = *std::min_element(rows.begin(), rows.end(), by_day); break;
    case Sought::runner_up:
      std::sort(rows.begin(), rows.end(), by_amount);
      if (rows.size() < 2) return {};
      pick = rows[rows.size() - 2];
      break;
    default: {
      std::set<RowKey> all;
      for (const Fact& fact : rows) all.insert({fact.day, fact.amount});
      return all;
    }
  }
  return {{pick.day, pick.amount}};
}

// Of no rows, nothing but nil may be said.
bool says_nothing_but_nil(const Answer& answer) {
  bool nil = std::all_of(answer.values.begin(), answer.values.end(), [](const AnswerValue& value) {
    const auto* number = std::get_if<double>(&value.value);
    const auto* money = std::get_if<Money>(&value.value);
    return (number == nullptr || *number == 0) && (money == nullptr || money->zero());
  });
  return nil && answer.rows.empty();
}

bool right(const Generated& question, const Answer& answer) {
  const auto& rows = question.chosen;
  if (rows.empty()) return says_nothing_but_nil(answer);
  double sum = static_cast<double>(sum_of(rows)), count = static_cast<double>(rows.size());
  double average = std::round(100 * sum / count) / 100;
  switch (question.sought) {
    case Sought::count: return has_value(answer, count);
    case Sought::sum: return has_value(answer, sum);
    case Sought::average: return has_value(answer, average);
    case Sought::median: return has_value(answer, median_of(rows));
    case Sought::figures: return has_value(answer, count) && has_value(answer, sum) && has_value(answer, average);
    default: return keys_of(answer) == wanted_keys(question);
  }
}

}  // namespace

std::vector<Fact> facts_from(unsigned seed) {
  std::minstd_rand random(seed);
  auto below = [&](unsigned limit) { return static_cast<unsigned>(random() % limit); };
  constexpr std::array<const char*, 4> kCompanies = {"Nimbus Health", "Oriole Foods", "Cobalt Robotics", "Marrow Bay"};
  constexpr std::array<const char*, 3> kSorts = {"Income", "Gain", "Return of Capital"};
  std::vector<Fact> facts;
  std::set<std::int64_t> amounts;
  for (int month = 0; month < 72; ++month) {
    if (below(5) < 2) continue;
    Fact fact;
    fact.day = fmt::format("{}-{:02}-{:02}", 2018 + month / 12, month % 12 + 1, 1 + below(28));
    while (!amounts.insert(fact.amount = 50'000 + 1'000 * below(3'000)).second) {
    }
    fact.company = kCompanies[below(kCompanies.size())];
    bool paid_out = below(70) < static_cast<unsigned>(month);
    fact.kind = paid_out ? RowKind::distribution : RowKind::capital_call;
    fact.sort = paid_out ? kSorts[below(kSorts.size())] : below(4) == 0 ? "Management fee" : "Investment";
    if (fact.sort == "Management fee") fact.company.clear();
    fact.recallable = fact.sort == "Return of Capital" && below(2) == 0;
    facts.push_back(std::move(fact));
  }
  return facts;
}

Ledger ledger_of(const std::vector<Fact>& facts) {
  std::vector<Transaction> rows;
  int number = 0;
  for (const Fact& fact : facts) {
    if (fact.kind == RowKind::distribution) {
      rows.push_back(distribution(fact.day.c_str(), fact.amount, fact.sort, fact.recallable, fact.company));
    } else {
      std::string purpose = fact.company.empty() ? fact.sort : fact.sort + ": " + fact.company;
      rows.push_back(call(fact.day.c_str(), fact.amount, purpose, std::to_string(++number)));
    }
  }
  Ledger made = ledger("Harbor Light Partners II, L.P.", "2023-12-31", std::move(rows));
  made.commitment = printed(units(200'000'000), "$200,000,000");
  set_nav(made, "2023-12-31", 60'000'000);
  return made;
}

std::vector<Generated> generated_questions(const std::vector<Fact>& facts) {
  std::vector<Generated> questions;
  std::size_t turn = 0;
  for (const Frame& frame : frames()) {
    for (const Filter& filter : filters()) {
      for (const Time& time : times()) {
        for (RowKind kind : filter.kinds) {
          std::vector<KindWords> names;
          std::copy_if(std::begin(kKindWords), std::end(kKindWords), std::back_inserter(names),
                       [&](const KindWords& words) { return words.kind == kind; });
          const char* wording = frame.wordings[turn % frame.wordings.size()];
          const KindWords& words = names[turn / 3 % names.size()];
          ++turn;
          questions.push_back({filled(wording, words, filter, time), frame.sought,
                               chosen_from(facts, kind, filter, time),
                               fmt::format("'{}' of {}{}", wording, filter.name, time.text)});
        }
      }
    }
  }
  return questions;
}

Verdict verdict_on(const Generated& question, const Answer& answer) {
  if (right(question, answer) && (answer.answered != Answered::no || question.chosen.empty())) return Verdict::right;
  return answer.answered == Answered::no ? Verdict::refused : Verdict::wrong;
}

}  // namespace dossier::funds::testing
