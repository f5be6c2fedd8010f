#pragma once

#include "desks/funds/kept_for_tests.h"

#include <functional>
#include <vector>

namespace dossier::desks::funds {

// One change of a fund that a test makes after another.
struct ChangeForTests {
  const char* what;
  std::function<void(Kept&, FundId)> make;
};

inline dossier::funds::DocumentReading tidewater_report(const char* as_of, std::int64_t last_call, std::int64_t nav) {
  using namespace dossier::funds::testing;
  dossier::funds::Ledger made =
      ledger("Tidewater II", as_of, {call("2020-01-15", 100), call("2021-01-15", 200), call("2022-01-15", last_call)});
  set_nav(made, as_of, nav);
  dossier::funds::DocumentReading reading = document_of({made}, "tidewater.pdf");
  reading.flags = {{dossier::funds::FlagCode::sign_ambiguous, "signs", {.file = "tidewater.pdf", .page = 1}}};
  return reading;
}

// Every kind of change that a fund knows, each leaving something for the next. Starts from document 1, a
// tidewater_report.
inline std::vector<ChangeForTests> every_change() {
  using namespace dossier::funds::testing;
  const auto row = [](Kept& kept, FundId fund, std::size_t index) {
    return kept.snapshot(fund).ledger().transactions.at(index).id;
  };
  const auto figure = [](Kept& kept, FundId fund) {
    for (const EnteredFigure& entered : kept.snapshot(fund).entered) {
      if (!entered.superseded_at) return entered.id;
    }
    return EnteredFigureId{};
  };
  const auto enter = [](Kept& kept, FundId fund, std::int64_t amount, std::optional<EnteredFigureId> replaces) {
    const NewFigure made{EnteredName::nav, day("2023-12-31"), units(amount), "told", replaces};
    kept.change([&](store::Transaction& t) { return kept.ledgers.enter_figure(t, kept.clerk, fund, made); }).value();
  };
  return {
      {"another document read",
       [](Kept& kept, FundId) { kept.commit(DocumentId{7}, tidewater_report("2023-12-31", 310, 900)); }},
      {"a document read again",
       [](Kept& kept, FundId) { kept.commit(DocumentId{7}, tidewater_report("2023-12-31", 320, 910)); }},
      {"a row corrected",
       [=](Kept& kept, FundId fund) {
         const TransactionId old = row(kept, fund, 1);
         kept.change([&](store::Transaction& t) {
               return kept.ledgers.correct_row(t, kept.clerk, old, call("2021-01-15", 250), "misread");
             })
             .value();
       }},
      {"a row removed",
       [=](Kept& kept, FundId fund) {
         const TransactionId old = row(kept, fund, 0);
         kept.change([&](store::Transaction& t) { return kept.ledgers.remove_row(t, kept.clerk, old, "twice"); })
             .value();
       }},
      {"a row added",
       [](Kept& kept, FundId fund) {
         kept.change([&](store::Transaction& t) {
               return kept.ledgers.add_row(t, kept.clerk, fund, distribution("2023-02-01", 70), "by letter");
             })
             .value();
       }},
      {"a figure entered", [=](Kept& kept, FundId fund) { enter(kept, fund, 950, {}); }},
      {"a figure replaced", [=](Kept& kept, FundId fund) { enter(kept, fund, 960, figure(kept, fund)); }},
      {"a figure withdrawn",
       [=](Kept& kept, FundId fund) {
         const EnteredFigureId old = figure(kept, fund);
         kept.change(
                 [&](store::Transaction& t) { return kept.ledgers.withdraw_figure(t, kept.clerk, fund, old, "wrong"); })
             .value();
       }},
      {"the fund renamed",
       [](Kept& kept, FundId fund) {
         kept.change([&](store::Transaction& t) {
               return kept.ledgers.funds().change(t, kept.clerk, fund, {.name = "Ebbwater II"});
             })
             .value();
       }},
      {"a flag resolved",
       [](Kept& kept, FundId) {
         const std::int64_t flag =
             kept.look([](store::Session& s) {
                   return s.number(
                       "SELECT min(id) FROM document_flag WHERE code = 'sign_ambiguous' AND resolved_at IS "
                       "NULL AND reading IN (SELECT id FROM document_reading WHERE superseded_at IS NULL)");
                 })
                 .value();
         kept.change([&](store::Transaction& t) {
               return kept.ledgers.resolve_flag(t, kept.clerk, FlagId{flag}, "they are clear");
             })
             .value();
       }},
      {"a document removed",
       [](Kept& kept, FundId) {
         kept.change([&](store::Transaction& t) { return kept.ledgers.remove_document(t, kept.clerk, DocumentId{7}); })
             .value();
       }},
  };
}

}  // namespace dossier::desks::funds
