#include "funds/ledger/phrasing.h"
#include "funds/questions/answer_quotes.h"
#include "funds/questions/answering.h"

#include <fmt/format.h>

// What the documents state about themselves and the funds, and what was flagged in reading them.
namespace dossier::funds {
namespace {

struct Fact {
  std::string name, text;
};

std::optional<Fact> fact_of(Term term, const Ledger& ledger, const FundAnalysis& fund) {
  switch (term) {
    case Term::manager: return ledger.gp.empty() ? std::nullopt : std::optional(Fact{"general partner", ledger.gp});
    case Term::vintage:
      return ledger.vintage_year ? std::optional(Fact{"vintage year", std::to_string(*ledger.vintage_year)})
                                 : std::nullopt;
    case Term::currency:
      return ledger.currency.known() ? std::optional(Fact{"currency", std::string(ledger.currency.code())})
                                     : std::nullopt;
    case Term::fund_name:
      return ledger.name.empty() ? std::nullopt : std::optional(Fact{"name of the fund", ledger.name});
    case Term::report_date:
      return fund.metrics.as_of ? std::optional(Fact{"date of the report", date_text(*fund.metrics.as_of)})
                                : std::nullopt;
    default: return std::nullopt;
  }
}

}  // namespace

void answer_fact(const Task& task, AnswerDraft& draft) {
  Term term = *task.plan.fact;
  if (term == Term::fund_count) {
    std::vector<std::string> names;
    for (std::size_t k = 0; k < task.basis.analysis().funds.size(); ++k)
      names.push_back(task.basis.fund(k).ledger.name);
    draft.say(fmt::format("{}: {}.", counted(names.size(), "fund is loaded", "funds are loaded"), joined(names)));
    draft.value("count", static_cast<double>(names.size()));
    for (std::size_t fund : task.funds) {
      draft.about(fund, false);
      draft.cite(std::vector<std::size_t>(draft.ledger().transactions.empty() ? 0 : 1, 0));
    }
    draft.part(Answered::yes);
    return;
  }
  std::size_t told = 0;
  for (std::size_t fund : task.funds) {
    bool of_that_year = term != Term::vintage || task.plan.rows.periods.empty() ||
                        (task.basis.fund(fund).ledger.vintage_year &&
                         task.plan.rows.periods.contains(*Date::of(*task.basis.fund(fund).ledger.vintage_year, 7, 1)));
    if (!of_that_year) continue;
    ++told;
    draft.about(fund, task.several());
    auto fact = fact_of(term, draft.ledger(), task.basis.fund(fund));
    if (!fact) {
      if (answer_passage(task.basis, task.plan.question, draft)) continue;
      draft.say("The documents do not say.");
      draft.part(Answered::no);
      continue;
    }
    draft.say(fmt::format("The {} is {}.", fact->name, fact->text));
    auto where = task.basis.passages(term == Term::report_date ? fact->name + " " + fact->text : fact->text, 1);
    if (!where.empty()) draft.cite(where.front().passage->place, where.front().passage->text);
    draft.part(Answered::yes);
  }
  if (told > 0) return;
  draft.say(fmt::format("No loaded fund has a vintage {}.", task.plan.rows.periods.text()));
  draft.part(Answered::yes);
}

void answer_flags(const Task& task, AnswerDraft& draft) {
  std::size_t count = 0;
  for (const DocumentReading& document : task.basis.analysis().documents) {
    for (const Flag& flag : document.flags) {
      draft.say(fmt::format("{}: {}", page_of(flag.place), flag.message));
      draft.cite(flag.place, std::string(name_of(flag.code)));
      ++count;
    }
  }
  if (count == 0) draft.say("No flags: everything was read without doubt.");
  draft.part(Answered::yes);
}

}  // namespace dossier::funds
