#include "desks/fir/case_search.h"

#include "desks/fir/limits.h"

namespace dossier::desks::fir {
namespace {

using store::Parameter;
using store::Row;
using store::Session;

// Each word in quotes, so that no word of a person is read as an operator of the index.
std::string match_text(const std::string& words) {
  std::string match, word;
  for (const char c : words + " ") {
    if (c != ' ' && c != '"') {
      word += c;
    } else if (!word.empty()) {
      match += (match.empty() ? "\"" : " \"") + word + "\"";
      word.clear();
    }
  }
  return match;
}

struct Filter {
  std::string where = "1";
  std::vector<Parameter> values;
  void add(const char* condition, Parameter value) {
    where += std::string(" AND ") + condition;
    values.push_back(std::move(value));
  }
};

CaseItemView item_of(const Row& row) {
  CaseItemView item;
  item.id = row.integer(0);
  item.file_number = row.text(1);
  item.status = dossier::fir::parse_name<CaseStatus>(row.text(2)).value_or(CaseStatus::preparing);
  if (!row.text(3).empty()) item.route = row.text(3);
  item.sensitive = row.get<bool>(4);
  item.received_at = row.get<WallTime>(5);
  item.changed_at = row.get<WallTime>(6);
  item.finalised_at = row.get<std::optional<WallTime>>(7);
  item.summary = row.get<std::optional<std::string>>(8);
  item.fir_number = row.get<std::optional<std::string>>(9);
  return item;
}

constexpr const char* kItems =
    "SELECT c.id, c.file_number, c.status, c.route, c.sensitive, c.received_at, c.changed_at, c.finalised_at, "
    "(SELECT v.text FROM case_step s JOIN case_version v ON v.fir_case = s.fir_case AND v.step = s.step AND v.number = "
    "s.current WHERE s.fir_case = c.id AND s.step = 'summary' AND s.state IN ('proposed', 'approved', 'stale')), "
    "(SELECT f.value FROM case_fact f WHERE f.fir_case = c.id AND f.field = 'fir.number' AND f.superseded_at IS NULL) "
    "FROM fir_case c WHERE ";

constexpr const char* kWithSection =
    "EXISTS (SELECT 1 FROM case_step s JOIN case_version v ON v.fir_case = s.fir_case AND v.step = s.step AND v.number "
    "= s.current JOIN case_offence o ON o.version = v.id WHERE s.fir_case = c.id AND s.step = 'offences' AND o.section "
    "= ?)";

}  // namespace

Result<CasePageView> search_cases(Session& session, const CaseQuery& query) {
  Filter filter;
  const std::string match = query.q ? match_text(*query.q) : "";
  if (!match.empty()) filter.add("c.id IN (SELECT rowid FROM case_text WHERE words MATCH ?)", match);
  if (query.route) filter.add("c.route = ?", *query.route);
  if (query.status) filter.add("c.status = ?", dossier::fir::name_of(*query.status));
  if (query.sensitive) filter.add("c.sensitive = ?", *query.sensitive);
  if (query.section) filter.add(kWithSection, *query.section);
  if (query.before) filter.add("c.id < ?", *query.before);
  filter.values.emplace_back(query.limit + 1);
  CasePageView page;
  TRY(page.items, session.all(kItems + filter.where + " ORDER BY c.id DESC LIMIT ?", filter.values, item_of));
  if (static_cast<std::int64_t>(page.items.size()) > query.limit) {
    page.items.pop_back();
    page.next = page.items.back().id;
  }
  return page;
}

Result<std::vector<CaseEventView>> list_events(Session& session, CaseId id, std::int64_t after) {
  return session.all(
      "SELECT id, happened_at, done_by, kind, what, words FROM case_event WHERE fir_case = ? AND id > ? ORDER BY id "
      "LIMIT ?",
      {id, after, limits::kCaseEventsListedMax}, [](const Row& row) {
        CaseEventView view{row.integer(0), row.get<WallTime>(1), row.text(2), row.text(3), row.text(4), std::nullopt};
        if (!row.text(5).empty()) view.words = row.text(5);
        return view;
      });
}

Result<std::vector<FactChangeView>> list_fact_changes(Session& session, CaseId id) {
  return session.all(
      "SELECT field, value, author, noted_by, noted_at, reason, superseded_at FROM case_fact WHERE fir_case = ? ORDER "
      "BY id LIMIT ?",
      {id, limits::kFactChangesListedMax}, [](const Row& row) {
        FactChangeView view{.field = row.text(0), .value = row.text(1), .by = row.text(3), .at = row.get<WallTime>(4)};
        view.author = dossier::fir::parse_name<Author>(row.text(2)).value_or(Author::machine);
        if (!row.text(5).empty()) view.reason = row.text(5);
        view.until = row.get<std::optional<WallTime>>(6);
        return view;
      });
}

Result<std::vector<LastEvent>> last_events(Session& session, std::optional<CaseId> only, std::int64_t after) {
  return session.all(
      "SELECT fir_case, max(id) FROM case_event WHERE id > ? AND (fir_case = ? OR ? IS NULL) GROUP BY fir_case ORDER "
      "BY 2 LIMIT ?",
      {after, only, only, limits::kEventsWaitingMax / 2}, [](const Row& row) {
        return LastEvent{row.get<CaseId>(0), row.integer(1)};
      });
}

}  // namespace dossier::desks::fir
