#include "funds/questions/question_rules.h"
#include "funds/questions/question_untold.h"

namespace dossier::funds {

std::optional<Wish> refused_question(Asked& asked) {
  Plan& plan = asked.plan;
  if (!plan.refusal.empty()) return Wish::refused;
  if (plan.has(Term::next_due)) return Wish::upcoming;
  if (plan.has(Term::advice)) plan.refusal = "this desk reports what the documents show and gives no investment advice";
  if (plan.has(Term::benchmark)) {
    plan.refusal = "a comparison with an index or with peers needs their figures, and none are loaded";
  }
  if (plan.has(Term::gross_irr)) {
    plan.refusal =
        "a gross IRR needs the cash flows of the investments before fees, and the documents show only those of the "
        "investors";
  }
  if (plan.has(Term::forecast) && !plan.supposition)
    plan.refusal = "the documents tell what has happened, not what will";
  if (!plan.refusal.empty()) return Wish::refused;
  return std::nullopt;
}

std::optional<Wish> explanation(Asked& asked) {
  Plan& plan = asked.plan;
  if (plan.has(Term::definition) || plan.bare_term || asks_what_it_is(plan.question)) return Wish::definition;
  bool terms_only = !plan.rows.negative && !plan.has(Term::working) && plan.rows.words.empty() &&
                    plan.rows.periods.empty() && plan.rows.numbers.empty();
  if (asked.opens_with({"explain"}) && terms_only && !plan.has_any({Term::check, Term::printed}))
    return Wish::definition;
  bool terms = std::none_of(plan.metrics.begin(), plan.metrics.end(),
                            [](Metric metric) { return unit_of(metric) == Unit::money; });
  if (plan.has(Term::difference) && plan.metrics.size() > 1 && terms && asked.opens_with({"what", "explain"}) &&
      !plan.about_funds && plan.rows.periods.empty()) {
    return Wish::definition;
  }
  // "What does a rebalance do to the DPI?"
  bool effect = plan.has(Term::affects) && !plan.supposition && !plan.metrics.empty() && about_rows(plan);
  if (effect && plan.rows.numbers.empty() && plan.rows.periods.empty()) return Wish::passage;
  // "Flagged as recallable" is a mark of rows, not a doubt about their reading.
  if (plan.has(Term::flags) && !plan.rows.recallable) return Wish::flags;
  if (plan.has(Term::deadline) && plan.rows.recallable) return Wish::passage;
  if (asked.opens_with({"until"}))
    return Wish::passage;  // "Until when are they recallable?" is no question of the ledger
  const bool of_one_row = plan.has(Term::any_row) && !plan.rows.amounts.empty();  // "the entry of 184,500, what for?"
  if (plan.has(Term::story) && plan.rows.kinds.empty() && !plan.rows.periods.empty() && !about_part(plan) &&
      !of_one_row)
    return Wish::rows;  // "What happened in Q2 2023?"
  if (plan.has(Term::working) && plan.metrics.empty() && plan.mark && plan.mark->bound == Bound::none &&
      !about_rows(plan))
    return Wish::working;                                                // "how do they get to 1.40x"
  bool undone = plan.has(Term::reversed) && !plan.rows.numbers.empty();  // "was call 4 reversed?"
  if ((plan.has(Term::story) || undone) && about_rows(plan)) return Wish::story;
  if (plan.has(Term::why) && plan.metrics.empty() && about_rows(plan)) return Wish::story;
  if (plan.has(Term::why) && !plan.metrics.empty() && !plan.has(Term::changed)) return Wish::working;
  bool left_out = !plan.rows.without.empty();
  bool printed_apart = plan.has(Term::printed) && plan.has_any({Term::difference, Term::check, Term::compare,
                                                                Term::minus, Term::lower, Term::needed});
  if (left_out || (printed_apart && !plan.has(Term::why))) return std::nullopt;
  bool how = plan.has(Term::working) &&
             (asked.opens_with({"how", "show", "explain", "what", "which", "give", "walk", "wie", "comment"}) ||
              plan.has(Term::why));
  if (how && !plan.metrics.empty()) return Wish::working;
  if (plan.has(Term::working) && !plan.metrics.empty() && !plan.has(Term::check))
    return how || !plan.yes_or_no ? std::optional(Wish::working) : std::nullopt;
  return std::nullopt;
}

std::optional<Wish> fact_question(Asked& asked) {
  Plan& plan = asked.plan;
  if (!plan.fact || !plan.metrics.empty() || about_rows(plan)) return std::nullopt;
  if (*plan.fact == Term::fund_size) return Wish::passage;
  return Wish::fact;
}

std::optional<Wish> overview(Asked& asked) {
  Plan& plan = asked.plan;
  if (plan.has(Term::j_curve)) {
    bool what = asked.opens_with({"what"}) && !plan.has(Term::low_point);
    if (what) return Wish::definition;
    plan.metrics = {Metric::net_cash};
    if (!plan.has(Term::low_point)) return Wish::series;
  }
  bool lowest_cash = plan.metrics == std::vector{Metric::net_cash} && plan.has(Term::smallest) &&
                     plan.grouping == Grouping::none && plan.rows.periods.empty();
  if (plan.has(Term::low_point) || lowest_cash) return Wish::low_point;
  if (plan.has(Term::age) && plan.metrics.empty() && !about_rows(plan)) return Wish::age;
  if (plan.has(Term::summary) && plan.metrics.empty() && !about_rows(plan)) return Wish::summary;
  return std::nullopt;
}

}  // namespace dossier::funds
