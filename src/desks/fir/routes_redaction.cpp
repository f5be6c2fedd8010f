#include "async/run_on.h"
#include "desks/fir/case_bodies.h"
#include "desks/fir/routes.h"
#include "fir/case_form.h"
#include "fir/form_masking.h"

#include <algorithm>

namespace dossier::desks::fir {
namespace {

using dossier::fir::FormFacts;
using net::Path;
using net::Task;
using store::Session;

struct MarkView {
  std::string words;
  std::int64_t count = 0;
  static const net::Fields& fields();
};

struct RedactionView {
  std::vector<MarkView> marks;
  std::optional<std::string> hide, show;
  std::string complaint, narrative;
  static const net::Fields& fields();
};

const net::Fields& MarkView::fields() {
  static const auto table =
      net::Fields::of<MarkView>("RedactionMark", "Words that are blacked out.",
                                {net::field<&MarkView::words>("words", "The words as they stand in the text."),
                                 net::field<&MarkView::count>("count", "How often.")});
  return table;
}

const net::Fields& RedactionView::fields() {
  static const auto table = net::Fields::of<RedactionView>(
      "Redaction", "What the redacted copy leaves out of complaint and narrative.",
      {net::field<&RedactionView::marks>("marks", "What is blacked out, the most frequent first."),
       net::field<&RedactionView::hide>("hide", "The officer's own marks: the fact redaction.hide."),
       net::field<&RedactionView::show>("show", "What the officer lets stand: the fact redaction.show."),
       net::field<&RedactionView::complaint>("complaint", "The complaint as the copy has it."),
       net::field<&RedactionView::narrative>("narrative", "The narrative as the copy has it.")});
  return table;
}

std::optional<std::string> own_marks(const FormFacts& facts, std::string_view field) {
  const std::string_view value = facts.value(field);
  return value.empty() ? std::nullopt : std::optional(std::string(value));
}

RedactionView view_of(const FormFacts& facts) {
  RedactionView view{.hide = own_marks(facts, "redaction.hide"), .show = own_marks(facts, "redaction.show")};
  dossier::fir::IdentityMask::Marks marks;
  FormFacts copy = without_identities(facts, &marks);
  for (const auto& [words, count] : marks) view.marks.push_back({words, count});
  std::stable_sort(view.marks.begin(), view.marks.end(),
                   [](const MarkView& a, const MarkView& b) { return a.count > b.count; });
  view.complaint = std::move(copy.complaint);
  view.narrative = std::move(copy.narrative);
  return view;
}

Task<Result<RedactionView>> look(Services& s, Context context, CaseId id) {
  auto read = [id](Session& session) -> Result<FormFacts> {
    TRY(const Case state, CaseStore::get(session, id));
    if (state.preparing())
      return Error{ErrorCode::conflict,
                   "the case is being prepared, and who is to be left out is not known yet; ask again"};
    return form_facts(state);
  };
  Task<Result<FormFacts>> reading = s.database.read(context, std::move(read));
  CO_TRY(FormFacts facts, co_await std::move(reading));
  auto work = [facts = std::move(facts)](const async::StopToken&) -> Result<RedactionView> { return view_of(facts); };
  Task<Result<RedactionView>> masking = async::run_on(s.compute, std::move(context), std::move(work));
  co_return co_await std::move(masking);
}

}  // namespace

void add_redaction_routes(net::Router& router, Services& s) {
  net::About about{.summary = "What the redacted copy blacks out, to be looked through before it is issued.",
                   .description =
                       "It blacks out too much rather than too little. PUT /api/cases/{id}/facts with "
                       "redaction.hide adds marks and with redaction.show takes marks away: words parted by "
                       "semicolons, kept with who, when and why. The officer's marks have the last word.",
                   .tag = "Cases",
                   .style = net::Style::own,
                   .errors = {404, 409, 503, 504}};
  about.needs = &s.compute;
  router.get("/api/cases/{id}/redaction", about,
             [&s](Context c, Path<CasePath> p) { return look(s, std::move(c), CaseId{p->id}); });
}

}  // namespace dossier::desks::fir
