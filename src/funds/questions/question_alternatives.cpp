#include "funds/questions/question_alternatives.h"

#include "funds/ledger/phrasing.h"
#include "funds/questions/answer.h"

namespace dossier::funds {
namespace {

std::vector<Alternative> by_time(const RowChoice& rows) {
  std::vector<Alternative> all;
  for (const DateRange& range : rows.periods.ranges) {
    Alternative one{rows, range_text(range)};
    one.rows.periods = {.ranges = {range}};
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<Alternative> by_part(const RowChoice& rows) {
  std::vector<Alternative> all;
  for (const std::vector<Term>& parts : rows.parts) {
    std::vector<std::string> names;
    for (Term part : parts) names.emplace_back(part_words(part)->name);
    Alternative one{rows, joined(names)};
    one.rows.parts = {parts};
    bool comes_out = std::any_of(parts.begin(), parts.end(), comes_of_distributions);
    if (one.rows.kinds.empty() && comes_out) one.rows.kinds = {RowKind::distribution};
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<Alternative> by_word(const RowChoice& rows) {
  std::vector<Alternative> all;
  for (const std::vector<std::string>& words : rows.words) {
    std::string name;
    for (const std::string& word : words) name += (name.empty() ? "" : " ") + word;
    Alternative one{rows, "'" + name + "'"};
    one.rows.words = {words};
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<Alternative> by_recall(const RowChoice& rows) {
  Alternative yes{rows, "recallable"}, no{rows, "not recallable"};
  yes.rows.recallable = true;
  no.rows.recallable = false;
  return {std::move(yes), std::move(no)};
}

std::vector<Alternative> by_kind(const RowChoice& rows) {
  std::vector<Alternative> all;
  for (RowKind kind : rows.kinds) {
    Alternative one{rows, std::string(kind_text(kind, true))};
    one.rows.kinds = {kind};
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace

std::vector<Alternative> alternatives_of(const Plan& plan) {
  const RowChoice& rows = plan.rows;
  bool recall = plan.has(Term::recallable) && plan.has(Term::not_recallable);
  bool times = rows.periods.ranges.size() > 1, parts = rows.parts.size() > 1, words = rows.words.size() > 1;
  bool kinds = rows.kinds.size() > 1 && plan.measure == Measure::count;
  if (times + parts + words + recall + kinds != 1) return {};
  if (times) return by_time(rows);
  if (parts) return by_part(rows);
  if (words) return by_word(rows);
  return recall ? by_recall(rows) : by_kind(rows);
}

}  // namespace dossier::funds
