#include "desks/fir/case_store.h"

#include "desks/fir/case_rows.h"
#include "fir/case_protection.h"
#include "fir/case_transcript.h"
#include "store/recorded_change.h"

namespace dossier::desks::fir {
namespace {

using namespace dossier::fir;
using store::RecordedChange;
using store::Row;
using store::Session;
using store::Transaction;

store::Blob hash_of(const std::string& text) {
  return store::to_blob(store::Hasher().text(text).finish());
}

// Writes the difference between two states of one case, so that every kind of event is kept by the same few functions.
class Difference {
 public:
  Difference(Transaction& transaction, RecordedChange& change, const CaseStore::Change& what)
      : transaction_(transaction), change_(change), what_(what), before_(what.before), after_(what.after) {}

  Result<std::int64_t> write() {
    TRY_DO(write_case());
    TRY_DO(write_original());
    for (const Step step : kSteps) TRY_DO(write_step(step));
    TRY_DO(write_facts());
    TRY_DO(write_duties());
    TRY_DO(write_questions());
    return write_events();
  }

 private:
  Result<void> write_case() {
    std::optional<WallTime> final_at;
    std::optional<std::string> final_by;
    if (after_.finalised) final_at = after_.finalised->at, final_by = after_.finalised->by;
    const std::string names = joined(after_.protected_names);
    store::Columns columns = {{"route", after_.route},
                              {"law", after_.law},
                              {"sensitive", after_.sensitive},
                              {"sensitive_by_person", after_.sensitive_by_person},
                              {"protected_names", names},
                              {"basis", after_.basis},
                              {"prepared_basis", after_.prepared_basis},
                              {"status", status_of(after_)},
                              {"changed_at", what_.at},
                              {"finalised_at", final_at},
                              {"finalised_by", final_by}};
    if (!before_.file_number.empty()) return change_.update("fir_case", after_.id.value, columns);
    const store::Blob hash =
        hash_of(after_.original ? after_.original->digest : after_.step(Step::transcript).versions.front().text);
    columns.insert(columns.end(), {{"file_number", after_.file_number},
                                   {"received_at", after_.received_at},
                                   {"received_by", after_.received_by},
                                   {"same_text_as", after_.same_text_as},
                                   {"text_hash", hash}});
    TRY(const std::int64_t id, change_.insert("fir_case", columns));
    DOSSIER_CHECK(id == after_.id.value);
    return {};
  }

  // It comes with the case and never changes.
  Result<void> write_original() {
    if (before_.original || !after_.original) return {};
    const Original& original = *after_.original;
    TRY_DO(change_.insert("case_original", {{"fir_case", after_.id},
                                            {"kind", name_of(original.kind)},
                                            {"name", original.name},
                                            {"format", original.format},
                                            {"bytes", original.bytes},
                                            {"digest", original.digest},
                                            {"language", original.language}}));
    return {};
  }

  Result<void> write_step(Step step) {
    const StepRecord &old = before_.step(step), &now = after_.step(step);
    for (const StepVersion& version : now.versions) {
      const StepVersion* known = old.find(version.number);
      if (known == nullptr) TRY_DO(insert_version(step, version));
      if (known != nullptr && !(*known == version)) TRY_DO(update_version(step, *known, version));
    }
    if (old.state == now.state && old.current == now.current && old.problem == now.problem) return {};
    const store::Columns columns = {{"state", name_of(now.state)}, {"current", now.current}, {"problem", now.problem}};
    TRY(const auto known,
        row_of("SELECT id FROM case_step WHERE fir_case = ? AND step = ?", {after_.id, name_of(step)}));
    if (known) return change_.update("case_step", *known, columns);
    store::Columns fresh = {{"fir_case", after_.id}, {"step", name_of(step)}};
    fresh.insert(fresh.end(), columns.begin(), columns.end());
    TRY_DO(change_.insert("case_step", fresh));
    return {};
  }

  Result<void> insert_version(Step step, const StepVersion& version) {
    const std::string runs = text_of(version.runs);
    TRY(const std::int64_t id, change_.insert("case_version", {{"fir_case", after_.id},
                                                               {"step", name_of(step)},
                                                               {"number", version.number},
                                                               {"author", name_of(version.author)},
                                                               {"made_by", version.by},
                                                               {"made_at", version.at},
                                                               {"text", version.text},
                                                               {"runs", runs},
                                                               {"details", version.details},
                                                               {"note", version.note},
                                                               {"remark", version.remark},
                                                               {"degraded", version.degraded},
                                                               {"discarded", version.discarded}}));
    for (const CaseOffence& offence : version.offences) TRY_DO(insert_offence(id, offence));
    for (const Approval& approval : version.approvals) TRY_DO(insert_approval(id, approval));
    return {};
  }

  Result<void> update_version(Step step, const StepVersion& known, const StepVersion& version) {
    TRY(const auto id, row_of("SELECT id FROM case_version WHERE fir_case = ? AND step = ? AND number = ?",
                              {after_.id, name_of(step), version.number}));
    DOSSIER_CHECK(id.has_value());
    for (std::size_t i = known.approvals.size(); i < version.approvals.size(); ++i)
      TRY_DO(insert_approval(*id, version.approvals[i]));
    if (known.remark == version.remark && known.discarded == version.discarded) return {};
    return change_.update("case_version", *id, {{"remark", version.remark}, {"discarded", version.discarded}});
  }

  Result<void> insert_approval(std::int64_t version, const Approval& approval) {
    TRY_DO(change_.insert("case_approval",
                          {{"version", version}, {"approved_by", approval.by}, {"approved_at", approval.at}}));
    return {};
  }

  Result<void> insert_offence(std::int64_t version, const CaseOffence& offence) {
    const std::string duties = joined(offence.duties);
    TRY_DO(change_.insert("case_offence", {{"version", version},
                                           {"entry", offence.entry},
                                           {"act", offence.act},
                                           {"section", offence.section},
                                           {"title", offence.title},
                                           {"court", offence.court},
                                           {"cognizable", name_of(offence.cognizable)},
                                           {"bailable", name_of(offence.bailable)},
                                           {"max_years", offence.max_years},
                                           {"duties", duties},
                                           {"author", name_of(offence.author)}}));
    return {};
  }

  Result<void> write_facts() {
    for (const CaseFact& old : before_.facts) {
      const CaseFact* now = after_.fact(old.field);
      if (now != nullptr && *now == old) continue;
      TRY(const auto id, row_of("SELECT id FROM case_fact WHERE fir_case = ? AND field = ? AND superseded_at IS NULL",
                                {after_.id, old.field}));
      DOSSIER_CHECK(id.has_value());
      TRY_DO(change_.update("case_fact", *id, {{"superseded_at", what_.at}}));
    }
    for (const CaseFact& now : after_.facts) {
      const CaseFact* old = before_.fact(now.field);
      if (old != nullptr && *old == now) continue;
      TRY_DO(change_.insert("case_fact", {{"fir_case", after_.id},
                                          {"field", now.field},
                                          {"value", now.value},
                                          {"author", name_of(now.author)},
                                          {"noted_by", now.by},
                                          {"noted_at", now.at},
                                          {"span_start", now.span.start},
                                          {"span_end", now.span.end},
                                          {"reason", now.reason}}));
    }
    return {};
  }

  Result<void> write_duties() {
    for (const DutyRecord& now : after_.duties) {
      const DutyRecord* old = before_.duty(now.id);
      if (old != nullptr && *old == now) continue;
      store::Columns columns = {{"state", name_of(now.state)},
                                {"due", now.due},
                                {"settled_by", now.by},
                                {"settled_at", now.at},
                                {"reason", now.reason}};
      if (old == nullptr) {
        columns.insert(columns.begin(), {{"fir_case", after_.id}, {"duty", now.id}});
        TRY_DO(change_.insert("case_duty", columns));
        continue;
      }
      TRY(const auto id, row_of("SELECT id FROM case_duty WHERE fir_case = ? AND duty = ?", {after_.id, now.id}));
      DOSSIER_CHECK(id.has_value());
      TRY_DO(change_.update("case_duty", *id, columns));
    }
    return {};
  }

  Result<void> write_questions() {
    if (before_.questions == after_.questions) return {};
    TRY(const auto old, transaction_.all("SELECT id FROM case_question WHERE fir_case = ? AND superseded_at IS NULL",
                                         {after_.id}, [](const Row& row) { return row.integer(0); }));
    for (const std::int64_t id : old) TRY_DO(change_.update("case_question", id, {{"superseded_at", what_.at}}));
    for (const CaseQuestion& now : after_.questions) {
      TRY_DO(
          change_.insert("case_question", {{"fir_case", after_.id}, {"field", now.field}, {"question", now.question}}));
    }
    return {};
  }

  Result<std::int64_t> write_events() {
    std::int64_t last = 0;
    for (const CaseEvent& event : what_.events) {
      const std::string digest = digest_of(event);
      TRY(last, change_.insert("case_event", {{"fir_case", after_.id},
                                              {"happened_at", what_.at},
                                              {"done_by", what_.by},
                                              {"kind", name_of(event)},
                                              {"what", digest},
                                              {"words", words_of(event)}}));
    }
    return last;
  }

  Result<std::optional<std::int64_t>> row_of(std::string_view sql, store::Bindings bindings) {
    return transaction_.first(sql, bindings, [](const Row& row) { return row.integer(0); });
  }

  Transaction& transaction_;
  RecordedChange& change_;
  const CaseStore::Change& what_;
  const Case &before_, &after_;
};

// What search looks in. It follows from the tables, so it is no part of the journal. Of a sensitive case only the
// summary, which names nobody, can be searched; of a recording or a picture nothing before its transcript was approved.
Result<void> index_words(Transaction& transaction, const Case& before, const Case& after) {
  const auto words = [](const Case& state) {
    const StepVersion *transcript = state.step(Step::transcript).version(),
                      *summary = state.step(Step::summary).version();
    std::string text = state.file_number;
    if (summary != nullptr) text += "\n" + redacted(state, summary->text);
    if (transcript != nullptr && !state.sensitive && !transcript_unread(state)) text += "\n" + transcript->text;
    return text;
  };
  const std::string now = words(after);
  if (!before.file_number.empty() && words(before) == now) return {};
  TRY_DO(transaction.execute("DELETE FROM case_text WHERE rowid = ?", {after.id}));
  TRY_DO(transaction.execute("INSERT INTO case_text (rowid, words) VALUES (?, ?)", {after.id, now}));
  return {};
}

}  // namespace

std::string stream_of(CaseId id) {
  return "case/" + std::to_string(id.value);
}

std::string_view status_of(const Case& state) {
  if (state.finalised) return "finalised";
  const StepState current = state.step(state.current()).state;
  const bool transcript = state.current() == Step::transcript;
  if (current == StepState::failed) return transcript ? "no_transcript" : "failed";
  if (current == StepState::preparing && transcript) return "transcribing";
  return current == StepState::proposed ? "in_review" : "preparing";
}

Result<std::optional<CaseId>> CaseStore::find_same_text(Session& session, const std::string& text) {
  return session.first("SELECT id FROM fir_case WHERE text_hash = ? ORDER BY id LIMIT 1", {hash_of(text)},
                       [](const Row& row) { return row.get<CaseId>(0); });
}

Result<CaseId> CaseStore::next_id(Session& session) {
  TRY(const std::int64_t next,
      session.number("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'fir_case'), 0) + 1"));
  return CaseId{next};
}

Result<std::int64_t> CaseStore::save(Transaction& transaction, const Context& context, const Change& change) const {
  DOSSIER_CHECK(!change.events.empty());
  RecordedChange recorded(transaction, journal_, context, stream_of(change.after.id),
                          "case." + std::string(name_of(change.events.front())));
  TRY(const std::int64_t last, Difference(transaction, recorded, change).write());
  TRY_DO(index_words(transaction, change.before, change.after));
  TRY_DO(recorded.finish());
  return last;
}

}  // namespace dossier::desks::fir
