#include "funds/ledger/phrasing.h"
#include "funds/questions/answering.h"
#include "funds/questions/question_statement.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

using Lines = std::vector<const StatementLine*>;

const std::optional<Money>& figure(const StatementLine& line, StatementColumn column) {
  switch (column) {
    case StatementColumn::quarter: return line.qtd;
    case StatementColumn::year: return line.ytd;
    case StatementColumn::inception: return line.itd;
  }
  return line.itd;
}

bool holds_all(const Subjects& all, const Subjects& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

// Answers from the lines of a capital account statement. Columns are never mixed: a question that names none is given
// each of them by its name.
class StatementAnswer {
 public:
  StatementAnswer(const Ledger& ledger, StatementQuestion question, AnswerDraft& draft)
      : ledger_(ledger), question_(std::move(question)), draft_(draft) {}

  bool give() {
    if (question_.roll_forward) return roll_forward();
    if (question_.subjects.empty()) return false;
    Lines lines = chosen();
    if (lines.empty()) return false;
    if (question_.other_time) return only_its_columns();
    bool whole = whole_of_components(lines);
    if (lines.size() > 1 && !whole) return ambiguous(lines);
    whole ? tell_sum(lines) : tell_line(*lines.front());
    return true;
  }

 private:
  // The line that says just what is asked; else those that say it and the least besides.
  Lines chosen() const {
    Lines best;
    std::size_t fewest = 100;
    for (const StatementLine& line : ledger_.statement_lines) {
      Subjects subjects = statement_subjects(line.line);
      Subjects asked = question_.subjects;
      if (asked == Subjects{"nav"}) asked.insert("closing");  // "the balance" is the one at the end
      if (!holds_all(subjects, asked)) continue;
      std::size_t besides = subjects.size() - asked.size();
      bool component = is_flow() && besides > 0;  // all components of a flow count, however they are named
      std::size_t rank = component ? 1 : besides;
      if (rank < fewest) best.clear();
      fewest = std::min(fewest, rank);
      if (rank == fewest) best.push_back(&line);
    }
    return best;
  }

  bool is_flow() const {
    return question_.subjects == Subjects{"contribution"} || question_.subjects == Subjects{"distribution"};
  }

  // Contributions for investments, fees and expenses together are the contributions.
  bool whole_of_components(const Lines& lines) const { return is_flow() && lines.size() > 1; }

  std::vector<StatementColumn> columns(const Lines& lines) const {
    if (!question_.columns.empty()) return question_.columns;
    std::vector<StatementColumn> all;
    for (StatementColumn column : {StatementColumn::quarter, StatementColumn::year, StatementColumn::inception}) {
      if (std::any_of(lines.begin(), lines.end(), [&](auto* line) { return figure(*line, column).has_value(); }))
        all.push_back(column);
    }
    return all;
  }

  void tell_line(const StatementLine& line) {
    std::vector<std::string> parts;
    std::vector<StatementColumn> wanted = columns({&line});
    bool deducted = false;
    for (StatementColumn column : wanted) {
      const auto& money = figure(line, column);
      parts.push_back(fmt::format("{} {}", money ? draft_.money(spoken(*money)) : "not given", title_of(column)));
      if (money) draft_.value(std::string(name_of(column)), spoken(*money));
      deducted = deducted || (money && *money != spoken(*money));
      draft_.part(money ? Answered::yes : Answered::no);
    }
    draft_.say(fmt::format("{}: {}, {} the capital account statement.", line.line, joined(parts),
                           deducted ? "deducted in" : "as printed in"));
    tell_difference(wanted, line);
    draft_.cite(line.place, line.line);
  }

  // Fees, expenses, carry and distributions are printed as deductions and spoken of as amounts.
  Money spoken(Money money) const {
    bool deduction = question_.subjects.contains("fee") || question_.subjects.contains("expense") ||
                     question_.subjects.contains("carry") || question_.subjects.contains("distribution");
    return deduction ? money.abs() : money;
  }

  // "QTD against YTD": both are given; which is more needs no words where there are just two.
  void tell_difference(const std::vector<StatementColumn>& wanted, const StatementLine& line) {
    if (question_.columns.size() != 2) return;
    const auto &one = figure(line, wanted[0]), &other = figure(line, wanted[1]);
    if (!one || !other) return;
    draft_.value("difference", *other - *one);
  }

  void tell_sum(const Lines& lines) {
    std::vector<std::string> parts, names;
    for (StatementColumn column : columns(lines)) {
      Money sum;
      for (const StatementLine* line : lines) sum += figure(*line, column).value_or(Money());
      parts.push_back(fmt::format("{} {}", draft_.money(sum.abs()), title_of(column)));
      draft_.value(std::string(name_of(column)), sum.abs());
    }
    for (const StatementLine* line : lines) {
      names.push_back(line->line);
      draft_.cite(line->place, line->line);
    }
    draft_.say(fmt::format("{}: the sum of {}.", joined(parts), joined(names)));
    draft_.part(Answered::yes);
  }

  bool ambiguous(const Lines& lines) {
    for (const StatementLine* line : lines) tell_line(*line);
    draft_.say("Several lines of the statement fit; say which is meant.");
    draft_.part(Answered::partly);
    return true;
  }

  bool only_its_columns() {
    draft_.say(
        fmt::format("The capital account statement gives the quarter and the year up to {} and the time since "
                    "inception; of another time nothing is known. The statement of that time would be needed.",
                    ledger_.as_of ? date_text(*ledger_.as_of) : "its date"));
    draft_.part(Answered::no);
    return true;
  }

  bool roll_forward() {
    const StatementLine *opening = balance("opening"), *closing = balance("closing");
    if (opening == nullptr || closing == nullptr) return false;
    bool all = true;
    for (StatementColumn column : columns({opening, closing})) {
      if (!figure(*opening, column) || !figure(*closing, column)) continue;
      Money sum;
      for (const StatementLine* line = opening; line != closing; ++line) sum += figure(*line, column).value_or(Money());
      Money off = *figure(*closing, column) - sum;
      draft_.say(fmt::format("{} the lines from {} come to {}, and the closing balance is {}{}.",
                             title_of(column) == "in the quarter" ? "In the quarter"
                             : column == StatementColumn::year    ? "In the year to date"
                                                                  : "Since inception",
                             draft_.money(*figure(*opening, column)), draft_.money(sum),
                             draft_.money(*figure(*closing, column)),
                             off.zero() ? "" : ", a difference of " + draft_.money(off)));
      draft_.value(fmt::format("difference_{}", name_of(column)), off);
      all = all && off.zero();
    }
    draft_.say(all ? "Yes, the statement rolls forward." : "No, it does not roll forward.");
    draft_.cite(opening->place, opening->line);
    draft_.cite(closing->place, closing->line);
    draft_.part(Answered::yes);
    return true;
  }

  const StatementLine* balance(const std::string& which) const {
    for (const StatementLine& line : ledger_.statement_lines) {
      Subjects subjects = statement_subjects(line.line);
      if (subjects.contains(which) && subjects.contains("nav")) return &line;
    }
    return nullptr;
  }

  const Ledger& ledger_;
  StatementQuestion question_;
  AnswerDraft& draft_;
};

// The multiples that the lines since inception give, for a fund without dated rows.
bool tell_multiple(const Ledger& ledger, Metric metric, AnswerDraft& draft) {
  Money paid_in, distributed, nav;
  bool has_nav = false;
  for (const StatementLine& line : ledger.statement_lines) {
    Subjects subjects = statement_subjects(line.line);
    if (!line.itd) continue;
    if (subjects.contains("contribution")) paid_in += line.itd->abs();
    if (subjects.contains("distribution")) distributed += line.itd->abs();
    if (!subjects.contains("closing") || !subjects.contains("nav")) continue;
    nav = *line.itd;
    has_nav = true;
  }
  Money upper = metric == Metric::dpi ? distributed : metric == Metric::rvpi ? nav : distributed + nav;
  auto multiple = ratio(upper, paid_in);
  if (!multiple || (metric != Metric::dpi && !has_nav)) return false;
  draft.say(fmt::format("From the lines of the capital account statement since inception, the {} is {}: {} / {}.",
                        title_of(metric), multiple_text(*multiple), draft.money(upper), draft.money(paid_in)));
  draft.value(std::string(name_of(metric)), *multiple);
  for (const StatementLine& line : ledger.statement_lines) {
    Subjects subjects = statement_subjects(line.line);
    if (subjects.contains("contribution") || subjects.contains("distribution") || subjects.contains("closing"))
      draft.cite(line.place, line.line);
  }
  draft.part(Answered::yes);
  return true;
}

bool tell_metrics(const Task& task, std::size_t fund, AnswerDraft& draft) {
  bool told = false;
  bool now = task.plan.rows.periods.empty() && task.plan.unexplained.empty() && task.plan.wish == Wish::metric;
  for (Metric metric : task.plan.metrics) {
    bool multiple = metric == Metric::dpi || metric == Metric::rvpi || metric == Metric::tvpi || metric == Metric::moic;
    if (now && multiple) told = tell_multiple(task.basis.fund(fund).ledger, metric, draft) || told;
  }
  return told;
}

// What only a statement shows; flows and NAV are answered from dated rows where there are any.
bool only_in_statements(const StatementQuestion& question) {
  static const Subjects lines = {"opening", "closing", "fee", "expense", "offset", "unrealized", "carry", "realized"};
  return question.roll_forward ||
         std::any_of(question.subjects.begin(), question.subjects.end(), [](auto& one) { return lines.contains(one); });
}

}  // namespace

bool answer_statement(const Task& task, AnswerDraft& draft) {
  bool answered = false;
  for (std::size_t fund : task.funds) {
    const Ledger& ledger = task.basis.fund(fund).ledger;
    if (ledger.statement_lines.empty()) continue;
    auto question = read_statement_question(task.plan.question, task.plan.rows.periods,
                                            ledger.as_of.value_or(task.basis.reference()));
    std::erase_if(question.subjects, [&](const std::string& subject) {  // the fund's name is no subject
      bool name = task.basis.names_a_fund(subject) || task.basis.names_a_fund(subject + "s");
      return name && !names_a_line(subject);
    });
    bool says_column = !question.columns.empty();
    if (!ledger.transactions.empty() && !says_column && !only_in_statements(question)) continue;
    draft.about(fund, task.several());
    if (ledger.transactions.empty() && tell_metrics(task, fund, draft)) {
      answered = true;
      continue;
    }
    answered = StatementAnswer(ledger, std::move(question), draft).give() || answered;
  }
  return answered;
}

}  // namespace dossier::funds
