#include "desks/funds/ledger_views.h"

#include "base/limits.h"
#include "desks/funds/moments.h"

#include <algorithm>

namespace dossier::desks::funds {

namespace pure = dossier::funds;

namespace {

constexpr std::size_t kLeftOutShownMax = 100, kRemovedShownMax = 1'000;

OldRowView old_row_view(const RecordedRow& old, int digits) {
  OldRowView view{.id = old.row.id.value,
                  .kind = std::string(name_of(old.row.kind)),
                  .date = old.row.date,
                  .amount = old.row.amount.text(digits),
                  .type = unless_empty(old.row.type),
                  .description = unless_empty(old.row.description),
                  .printed = unless_empty(old.row.printed),
                  .source = view_of(old.row.place),
                  .recorded_by = old.recorded_by,
                  .recorded_at = old.recorded_at,
                  .superseded_at = old.superseded_at,
                  .superseded_by = std::nullopt,
                  .superseded_who = old.superseded_who,
                  .superseded_why = old.superseded_why};
  if (old.superseded_by) view.superseded_by = old.superseded_by.value;
  return view;
}

RowView row_view(const pure::Transaction& row, const RowBook& book, int digits) {
  const RecordedRow& recorded = *book.find(row.id);
  RowView view{.id = row.id.value,
               .kind = std::string(name_of(row.kind)),
               .date = row.date,
               .date_precision = std::string(name_of(row.precision)),
               .type = unless_empty(row.type),
               .amount = row.amount.text(digits),
               .printed = unless_empty(row.printed),
               .lp_cash = row.effects.lp_cash.text(digits),
               .paid_in = row.effects.paid_in.text(digits),
               .distribution = row.effects.distribution.text(digits),
               .unfunded = row.effects.unfunded.text(digits),
               .non_cash = row.effects.non_cash.text(digits),
               .recallable = row.recallable,
               .recallable_until = row.recallable_until,
               .description = unless_empty(row.description),
               .number = unless_empty(row.number),
               .status = std::string(name_of(row.status)),
               .confidence = row.confidence,
               .source = view_of(row.place),
               .origin = recorded.by_person ? "person" : "document",
               .recorded_by = recorded.recorded_by,
               .reason = unless_empty(recorded.reason),
               .recorded_at = recorded.recorded_at,
               .supersedes = {}};
  if (!recorded.by_person) return view;  // what a document says supersedes nothing
  for (const RecordedRow* old : book.predecessors(row.id)) view.supersedes.push_back(old_row_view(*old, digits));
  return view;
}

EnteredFigureView entered_view(const EnteredFigure& figure, int digits) {
  EnteredFigureView view{.id = figure.id.value,
                         .name = std::string(name_of(figure.name)),
                         .date = figure.date,
                         .amount = figure.amount.text(digits),
                         .why = figure.why,
                         .recorded_by = figure.recorded_by,
                         .recorded_at = figure.recorded_at,
                         .superseded_at = figure.superseded_at,
                         .superseded_by = std::nullopt,
                         .superseded_who = unless_empty(figure.superseded_who),
                         .superseded_why = unless_empty(figure.superseded_why)};
  if (figure.superseded_by) view.superseded_by = figure.superseded_by.value;
  return view;
}

OtherLedgerView other_ledger(const pure::Ledger& ledger, const pure::Ledger& own) {
  const std::string currency(ledger.currency.code());
  return {currency,
          "Documents of this fund hold rows in " + currency + "; amounts in " + currency + " and " +
              std::string(own.currency.code()) + " are never added, so these rows count in no figure of the fund",
          static_cast<std::int64_t>(ledger.transactions.size())};
}

// The rows until the day asked for, of the kind asked for, one page of them; and those after it.
void add_rows(LedgerView& view, const LedgerSnapshot& snapshot, const LedgerQuery& query) {
  const int digits = snapshot.ledger().currency.minor_digits();
  const std::int64_t first = (query.page - 1) * query.limit;
  for (const pure::Transaction& row : snapshot.ledger().transactions) {
    if (query.kind && row.kind != *query.kind) continue;
    if (view.as_of && row.date > *view.as_of) {
      if (view.left_out.size() < kLeftOutShownMax) view.left_out.push_back(row_view(row, snapshot.rows, digits));
      ++view.left_out_total;
      continue;
    }
    if (row.status == pure::RowStatus::noticed) ++view.noticed;
    const std::int64_t index = view.total++;
    if (index >= first && index - first < query.limit) view.items.push_back(row_view(row, snapshot.rows, digits));
  }
  view.pages = (view.total + query.limit - 1) / query.limit;
}

void add_figures(LedgerView& view, const LedgerSnapshot& snapshot) {
  const pure::Ledger& ledger = snapshot.ledger();
  const int digits = ledger.currency.minor_digits();
  for (const EnteredFigure& figure : snapshot.entered) view.entered_figures.push_back(entered_view(figure, digits));
  for (const pure::DatedNav& nav : ledger.nav_history) {
    if (view.as_of && nav.date > *view.as_of) continue;
    view.navs.push_back({nav.date, nav.nav.text(digits), unless_empty(nav.printed), view_of(nav.place)});
  }
  const auto metrics = compute_metrics(ledger, view.as_of);
  const auto& commitment = metrics[pure::Metric::commitment];
  if (commitment.money) view.commitment = commitment.money->text(digits);
}

}  // namespace

Result<LedgerView> ledger_view_of(const LedgerSnapshot& snapshot, const LedgerQuery& query) {
  const pure::Ledger& ledger = snapshot.ledger();
  LedgerView view{.fund_id = snapshot.fund.id.value, .fund_name = snapshot.fund.name};
  view.currency = unless_empty(std::string(ledger.currency.code()));
  view.page = query.page;
  TRY(view.as_of, day_in(query.as_of, "as_of"));
  TRY(view.known_on, known_on_moment(query.known_on));
  add_rows(view, snapshot, query);
  add_figures(view, snapshot);
  for (const RecordedRow* gone : snapshot.rows.removed()) {
    if (view.removed.size() == kRemovedShownMax) break;
    view.removed.push_back(old_row_view(*gone, ledger.currency.minor_digits()));
  }
  for (std::size_t k = 1; k < snapshot.ledgers.size(); ++k)
    view.other_ledgers.push_back(other_ledger(snapshot.ledgers[k], ledger));
  view.restatements = restatements_of(ledger);
  view.open_flags = static_cast<std::int64_t>(snapshot.flags.size());
  return view;
}

Result<RowView> row_view_of(const LedgerSnapshot& snapshot, TransactionId row) {
  const RecordedRow* known = snapshot.rows.find(row);
  const RecordedRow* stands = known == nullptr ? nullptr : snapshot.rows.successor(*known);
  if (stands == nullptr) {
    return Error{ErrorCode::not_found, "this fund has no such row, or it was removed: see removed in its ledger",
                 "row " + std::to_string(row.value)};
  }
  for (const pure::Ledger& ledger : snapshot.ledgers) {
    for (const pure::Transaction& shown : ledger.transactions) {
      if (shown.id == stands->row.id) return row_view(shown, snapshot.rows, ledger.currency.minor_digits());
    }
  }
  return row_view(stands->row, snapshot.rows, snapshot.ledger().currency.minor_digits());
}

FlagPageView view_of(const FlagPage& page, const FlagQuery& query) {
  FlagPageView view{.total = page.total, .page = query.page, .pages = (page.total + query.limit - 1) / query.limit};
  for (const KeptFlag& kept : page.items) {
    const auto& place = kept.flag.place;
    view.items.push_back({.id = kept.id.value,
                          .code = std::string(name_of(kept.flag.code)),
                          .message = kept.flag.message,
                          .source = {place.document.value,
                                     place.file,
                                     place.page,
                                     {place.box.x0, place.box.y0, place.box.x1, place.box.y1}},
                          .state = kept.resolved_at ? "resolved" : "open",
                          .resolved_at = kept.resolved_at,
                          .resolved_by = unless_empty(kept.resolved_by),
                          .resolution = unless_empty(kept.resolution)});
  }
  return view;
}

// ---- changing ----

namespace {

Result<Money> amount_in(const std::string& text, Currency currency) {
  const auto amount = Money::parse(text, currency.minor_digits());
  if (amount && amount->abs().minor() <= limits::kAmountMinorMax) return *amount;
  return Error{ErrorCode::invalid_argument,
               "'" + text + "' is no amount up to 10^15; write digits with at most " +
                   std::to_string(currency.minor_digits()) + " decimals, as -1250.50",
               "amount"};
}

}  // namespace

Result<pure::RowCorrection> correction_of(const RowBody& body, Currency currency) {
  pure::RowCorrection correction{.kind = body.kind, .effect = body.effect, .recallable = body.recallable};
  TRY(correction.date, day_in(body.date, "date"));
  TRY(correction.recallable_until, day_in(body.recallable_until, "recallable_until"));
  if (body.amount) {
    TRY(const Money amount, amount_in(*body.amount, currency));
    correction.amount = amount;
  }
  correction.type = body.type;
  correction.description = body.description;
  correction.number = body.number;
  correction.status = body.status;
  return correction;
}

Result<NewFigure> figure_of(const FigureBody& body, Currency currency) {
  TRY(const Date date, day_in(body.date, "date"));
  TRY(const Money amount, amount_in(body.amount, currency));
  NewFigure figure{body.name, date, amount, body.reason};
  if (body.replaces) figure.replaces = EnteredFigureId{*body.replaces};
  return figure;
}

}  // namespace dossier::desks::funds
