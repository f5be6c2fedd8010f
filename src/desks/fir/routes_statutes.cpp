// The text of the law that the user loaded: what is there, one section, a search, loading and taking away.
#include "async/run_on.h"
#include "desks/fir/limits.h"
#include "desks/fir/routes.h"
#include "desks/fir/statute_lines.h"
#include "desks/fir/statute_shelf.h"
#include "desks/fir/statute_views.h"

namespace dossier::desks::fir {
namespace {

using net::Form;
using net::Query;
using net::Task;
using store::Transaction;
using Shared = StatuteShelf::Shared;

Task<Result<StatutesView>> list(Services& s, Context context) {
  Task<Result<Shared>> getting = s.statutes.get(std::move(context));
  CO_TRY(const Shared held, co_await std::move(getting));
  co_return view_of(held->statutes, held->problem);
}

Task<Result<StatuteView>> one(Services& s, Context context, StatuteQuery query) {
  Task<Result<Shared>> getting = s.statutes.get(std::move(context));
  CO_TRY(const Shared held, co_await std::move(getting));
  const StatuteSection* section = held->statutes.find(query.act, query.section);
  if (section == nullptr)
    co_return Error{ErrorCode::not_found, "the text of this section is not loaded", query.act + " " + query.section};
  StatuteView view = view_of(*section);
  view.shown_for = query.act + " " + query.section;
  co_return view;
}

StatutesFoundView found_in(const Statutes& statutes, const StatuteSearchQuery& query) {
  StatutesFoundView view{.notice = std::string(kStatuteNotice)};
  for (Statutes::Found& found :
       statutes.search(query.q, query.act.value_or(""), static_cast<std::size_t>(query.limit))) {
    const StatuteSection& section = *found.section;
    view.items.push_back(
        {section.act, section.section, view_of(section).title, std::move(found.excerpt), section.source});
  }
  return view;
}

Task<Result<StatutesFoundView>> search(Services& s, Context context, StatuteSearchQuery query) {
  Task<Result<Shared>> getting = s.statutes.get(context);
  CO_TRY(const Shared held, co_await std::move(getting));
  auto work = [held, query = std::move(query)](const async::StopToken&) { return found_in(held->statutes, query); };
  Task<Result<StatutesFoundView>> searching = async::run_on(s.compute, std::move(context), std::move(work));
  co_return co_await std::move(searching);
}

// What the upload holds, read on the compute pool.
Task<Result<std::vector<StatuteSection>>> read_form(Services& s, Context context, StatuteFileForm form) {
  StatuteDefaults defaults{form.act.value_or(""), form.source.value_or(form.file.name)};
  auto work = [path = form.file.file.path().string(), defaults = std::move(defaults),
               name = form.file.name](const async::StopToken&) -> Result<std::vector<StatuteSection>> {
    auto read = read_statute_file(path, defaults);
    if (read) return read;
    // The lines are the client's: the place told is the field, not where the upload lies.
    return Error{read.error().code, read.error().message, "file " + name};
  };
  Task<Result<std::vector<StatuteSection>>> reading = async::run_on(s.compute, std::move(context), std::move(work));
  co_return co_await std::move(reading);
}

Task<Result<StatutesView>> load(Services& s, Context context, StatuteFileForm form) {
  Task<Result<std::vector<StatuteSection>>> reading = read_form(s, context, std::move(form));
  CO_TRY(std::vector<StatuteSection> sections, co_await std::move(reading));
  // An act at a time: the writer is everybody's.
  for (std::vector<StatuteSection>& act : by_act(std::move(sections))) {
    auto change = [act = std::move(act), at = s.clock.wall()](Transaction& transaction) {
      return replace_statutes(transaction, act, at);
    };
    Task<Result<void>> writing = s.database.write(context, store::Priority::bulk, std::move(change));
    CO_TRY_DO(co_await std::move(writing));
    s.statutes.changed();
  }
  Task<Result<StatutesView>> listing = list(s, std::move(context));
  co_return co_await std::move(listing);
}

Task<Result<StatutesView>> remove(Services& s, Context context, StatuteActQuery query) {
  auto change = [act = query.act](Transaction& transaction) -> Result<void> {
    TRY(const std::int64_t gone, remove_statutes(transaction, act));
    if (gone == 0) return Error{ErrorCode::not_found, "no text of this act was loaded into the database", act};
    return {};
  };
  Task<Result<void>> writing = s.database.write(context, store::Priority::interactive, std::move(change));
  CO_TRY_DO(co_await std::move(writing));
  s.statutes.changed();
  Task<Result<StatutesView>> listing = list(s, std::move(context));
  co_return co_await std::move(listing);
}

net::About about(std::string summary, std::vector<int> errors, std::string description = {}) {
  return {.summary = std::move(summary),
          .description = std::move(description),
          .tag = "Statutes",
          .style = net::Style::own,
          .errors = std::move(errors)};
}

}  // namespace

void add_statute_routes(net::Router& router, Services& s) {
  router.get(
      "/api/statutes",
      about("The acts whose text is loaded.", {503},
            "Dossier comes without the text of any law. What a user loads is shown beside the sections of a case "
            "and searched; nothing is decided by it."),
      [&s](Context c) { return list(s, std::move(c)); });
  router.get("/api/statutes/section", about("The text of one section.", {404, 503}),
             [&s](Context c, Query<StatuteQuery> q) { return one(s, std::move(c), std::move(*q)); });
  router.get("/api/statutes/search", about("Sections that share words with a question, best first.", {503}),
             [&s](Context c, Query<StatuteSearchQuery> q) { return search(s, std::move(c), std::move(*q)); });
  net::About loading = about("Load the text of acts.", {413, 503},
                             "JSON Lines; an act is replaced as a whole. Every line that cannot be read is named, and "
                             "then nothing is loaded. docs/knowledge.md describes the lines.");
  loading.upload_bytes_max = limits::kStatuteFileBytesMax + limits::kBodyBytesMax;
  router.post("/api/statutes", loading,
              [&s](Context c, Form<StatuteFileForm> f) { return load(s, std::move(c), std::move(*f)); });
  router.del("/api/statutes", about("Take the text of an act away.", {404, 503}),
             [&s](Context c, Query<StatuteActQuery> q) { return remove(s, std::move(c), std::move(*q)); });
}

}  // namespace dossier::desks::fir
