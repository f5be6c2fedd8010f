#include "desks/funds/ledger_command.h"

#include "base/exit_status.h"
#include "base/limits.h"
#include "desks/funds/moments.h"
#include "store/journal.h"

#include <fmt/format.h>

#include <ostream>

namespace dossier::desks::funds {

using store::Session;
using store::Transaction;

namespace {

int fail(const Error& error, const Printing& to) {
  to.err << "dossier: " << error.text() << "\n";
  return exit_status_of(error.code);
}

// Prints a result: as JSON, or as its sentence.
template <class T, class F>
int tell(const Result<T>& result, F sentence, const Printing& to) {
  if (!result) return fail(result.error(), to);
  to.out << (to.json ? net::to_json(*result) : sentence(*result)) << "\n";
  return exit_done;
}

template <class T, class Work, class F>
int change(store::Database& database, const std::string& principal, const Work& work, F sentence, const Printing& to) {
  const store::Journal journal(system_clock());
  const LedgerStore ledgers(journal, system_clock());
  const Context context{.trace_id = "command-line", .principal = principal};
  const Result<T> changed =
      database.write_now([&](Transaction& transaction) { return work(ledgers, transaction, context); });
  return tell(changed, sentence, to);
}

std::string line_of(const RowView& row) {
  std::string words = row.description.value_or(row.type.value_or(""));
  if (row.recallable_until) words += "  [recallable until " + row.recallable_until->iso() + "]";
  return fmt::format("{:>6}  {}  {:<12}  {:>18}  {}{}{}", row.id, row.date.iso(), row.kind, row.amount, words,
                     row.status == "noticed" ? "  [noticed]" : "", row.origin == "person" ? "  [by a person]" : "");
}

std::string text_of(const LedgerView& ledger) {
  std::string text = fmt::format("{} (fund {}), {}\n", ledger.fund_name, ledger.fund_id,
                                 ledger.currency.value_or("currency not known"));
  for (const RowView& row : ledger.items) {
    text += line_of(row) + "\n";
    for (const OldRowView& old : row.supersedes) {
      text += fmt::format("        was {} of {} (row {}): {}, by {}\n", old.amount, old.date.iso(), old.id,
                          old.superseded_why, old.superseded_who);
    }
  }
  if (ledger.left_out_total > 0) text += fmt::format("{} later rows are left out\n", ledger.left_out_total);
  for (const OldRowView& gone : ledger.removed) {
    text += fmt::format("removed: row {}, {} of {}: {}, by {}\n", gone.id, gone.amount, gone.date.iso(),
                        gone.superseded_why, gone.superseded_who);
  }
  for (const EnteredFigureView& figure : ledger.entered_figures) {
    text +=
        fmt::format("entered: {} {} of {} (figure {}): {}, by {}{}\n", figure.name, figure.amount, figure.date.iso(),
                    figure.id, figure.why, figure.recorded_by, figure.superseded_at ? " [superseded]" : "");
  }
  for (const RestatementView& made : ledger.restatements) text += "restated: " + made.message + "\n";
  for (const OtherLedgerView& other : ledger.other_ledgers) text += other.message + "\n";
  if (ledger.open_flags > 0) text += fmt::format("{} flags need a person: dossier funds flags\n", ledger.open_flags);
  text += fmt::format("{} rows, page {} of {}", ledger.total, ledger.page, std::max<std::int64_t>(ledger.pages, 1));
  return text;
}

std::string text_of(const FlagPageView& flags) {
  std::string text;
  for (const FlagView& flag : flags.items) {
    text += fmt::format("{:>6}  {} page {}: {} [{}]\n", flag.id, flag.source.file_name, flag.source.page, flag.message,
                        flag.code);
  }
  return text + fmt::format("{} open flags", flags.total);
}

}  // namespace

int run_list_command(store::Database& database, const Printing& to) {
  const auto look = [](Session& session) -> Result<std::vector<FundView>> {
    TRY(const auto funds, FundStore::list(session, 0, limits::kFundsAskedMax));
    std::vector<FundView> views;
    for (const Fund& fund : funds) views.push_back(view_of(fund));
    return views;
  };
  const auto sentence = [](const std::vector<FundView>& funds) {
    std::string text;
    for (const FundView& fund : funds) text += fmt::format("{:>6}  {}\n", fund.id, fund.name);
    return text + fmt::format("{} funds", funds.size());
  };
  return tell(database.read_now(look), sentence, to);
}

int run_ledger_command(store::Database& database, FundId fund, const LedgerQuery& query, const Printing& to) {
  const auto look = [&](Session& session) -> Result<LedgerView> {
    TRY(const auto known_on, known_on_moment(query.known_on));
    TRY(const LedgerSnapshot snapshot, read_snapshot(session, fund, known_on));
    return ledger_view_of(snapshot, query);
  };
  return tell(
      database.read_now(look), [](const LedgerView& view) { return text_of(view); }, to);
}

int run_flags_command(store::Database& database, const FlagChoice& choice, const Printing& to) {
  const auto look = [&](Session& session) -> Result<FlagPageView> {
    TRY(const FlagPage page, read_flags(session, choice, 0, limits::kDocumentsListedMax));
    return view_of(page, {.state = choice.state, .page = 1, .limit = limits::kDocumentsListedMax});
  };
  const Result<FlagPageView> flags = database.read_now(look);
  const int status = tell(
      flags, [](const FlagPageView& view) { return text_of(view); }, to);
  return status == exit_done && flags->total > 0 && choice.state == FlagState::open ? exit_needs_a_person : status;
}

int run_row_change(store::Database& database, const std::string& principal, const RowWork& work, const Printing& to) {
  const auto sentence = [](const RowChanged& changed) {
    if (!changed.row_id) return fmt::format("row {} of fund {} is removed", *changed.supersedes, changed.fund_id);
    if (!changed.supersedes) return fmt::format("entered as row {} of fund {}", *changed.row_id, changed.fund_id);
    return fmt::format("row {} of fund {} is now row {}", *changed.supersedes, changed.fund_id, *changed.row_id);
  };
  return change<RowChanged>(database, principal, work, sentence, to);
}

int run_figure_change(store::Database& database, const std::string& principal, const FigureWork& work,
                      const Printing& to) {
  const auto sentence = [](const FigureChanged& changed) {
    if (!changed.figure_id) return fmt::format("figure {} is withdrawn", *changed.supersedes);
    return fmt::format("entered as figure {} of fund {}", *changed.figure_id, changed.fund_id);
  };
  return change<FigureChanged>(database, principal, work, sentence, to);
}

int run_withdraw_command(store::Database& database, const std::string& principal, DocumentId document,
                         const Printing& to) {
  const auto work = [&](const LedgerStore& ledgers, Transaction& transaction, const Context& context) {
    return withdraw_document(ledgers, transaction, context, document);
  };
  const auto sentence = [&](const Message&) {
    return fmt::format("document {} is withdrawn; its rows no longer count", document.value);
  };
  return change<Message>(database, principal, work, sentence, to);
}

int run_flag_change(store::Database& database, const std::string& principal, const FlagWork& work, const Printing& to) {
  const auto sentence = [](const FlagResolved& done) { return fmt::format("flag {} is resolved", done.flag_id); };
  return change<FlagResolved>(database, principal, work, sentence, to);
}

}  // namespace dossier::desks::funds
