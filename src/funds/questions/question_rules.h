#pragma once

#include "funds/questions/question_plan.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

// The rules that decide what a question asks, in groups; question_plan.cpp tries them in order, and the first that fits
// decides. A rule may settle details of the plan that follow from its decision. Internal to the room.
namespace dossier::funds {

// A question that has been read: its plan so far, and what of its form matters.
struct Asked {
  Plan& plan;
  const std::string& opening;  // its first word
  bool many = false;           // "the 3 largest": a number of rows was named
  bool one_fund = false;       // only one is loaded, or one is named

  bool opens_with(std::initializer_list<std::string_view> words) const {
    return std::find(words.begin(), words.end(), opening) != words.end();
  }
};

// Whether it speaks of a part of the rows (dividends, a company), or of rows at all.
bool about_part(const Plan& plan);
bool about_rows(const Plan& plan);

// "The largest distribution" is one row; "the most distributions" are all of them.
bool measures_one_row(const Plan& plan);

// How rows are measured, grouped and bounded, and between which days: settled before any rule is tried.
void settle_details(Asked& asked);

// "Before corrections": the figure of the same name without them. Rows are so anyway.
void settle_gross(Plan& plan);

// question_rules_outside.cpp: what the figures of a ledger do not answer, and what is asked around them.
std::optional<Wish> refused_question(Asked& asked);
std::optional<Wish> explanation(Asked& asked);
std::optional<Wish> fact_question(Asked& asked);
std::optional<Wish> overview(Asked& asked);

// question_rules_goals.cpp: figures measured by a mark, a goal, what is printed or what might be.
std::optional<Wish> goal_question(Asked& asked);
std::optional<Wish> supposition_question(Asked& asked);
std::optional<Wish> check_question(Asked& asked);
std::optional<Wish> return_question(Asked& asked);
std::optional<Wish> mark_question(Asked& asked);

// question_rules_compared.cpp: two figures, or several funds, set against each other.
std::optional<Wish> reckoning(Asked& asked);
std::optional<Wish> fund_question(Asked& asked);

// question_rules_figures.cpp: figures of a fund, now, over time, or as a share of another.
std::optional<Wish> portion_question(Asked& asked);
std::optional<Wish> metric_question(Asked& asked);

// question_rules_rows.cpp: transactions, or a measure of them.
std::optional<Wish> row_question(Asked& asked);

}  // namespace dossier::funds
