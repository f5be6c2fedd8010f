#include "store/migrations.h"

namespace dossier::store {

namespace {

// The journal's two tables, docs/store.md. Events cannot be changed or removed by any statement of the program;
// payloads can be removed, which is how erasure leaves the chain whole.
constexpr const char* kJournal = R"sql(
CREATE TABLE journal_event (
  sequence      INTEGER PRIMARY KEY,
  at            INTEGER NOT NULL,
  stream        TEXT NOT NULL,
  kind          TEXT NOT NULL,
  actor         TEXT NOT NULL,
  trace_id      TEXT NOT NULL,
  payload_hash  BLOB NOT NULL CHECK (length(payload_hash) = 32),
  previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
  hash          BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX journal_event_stream ON journal_event (stream, sequence);
CREATE TABLE journal_payload (
  sequence INTEGER PRIMARY KEY REFERENCES journal_event (sequence),
  salt     BLOB NOT NULL CHECK (length(salt) = 32),
  payload  BLOB NOT NULL
) STRICT;
CREATE TRIGGER journal_event_no_update BEFORE UPDATE ON journal_event
BEGIN SELECT raise(ABORT, 'journal events are never changed'); END;
CREATE TRIGGER journal_event_no_delete BEFORE DELETE ON journal_event
BEGIN SELECT raise(ABORT, 'journal events are never removed'); END;
CREATE TRIGGER journal_payload_no_update BEFORE UPDATE ON journal_payload
BEGIN SELECT raise(ABORT, 'journal payloads are never changed'); END;
)sql";

constexpr const char* kJobs = R"sql(
CREATE TABLE job (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  kind         TEXT NOT NULL,
  subject      TEXT NOT NULL,
  payload      TEXT NOT NULL,
  principal    TEXT NOT NULL,
  trace_id     TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'dead')),
  attempts     INTEGER NOT NULL DEFAULT 0,
  not_before   INTEGER NOT NULL,
  lease_serial INTEGER NOT NULL DEFAULT 0,
  lease_until  INTEGER,
  last_error   TEXT,
  created_at   INTEGER NOT NULL,
  finished_at  INTEGER
) STRICT;
CREATE INDEX job_waiting ON job (kind, not_before, id) WHERE state = 'waiting';
CREATE INDEX job_running ON job (lease_until) WHERE state = 'running';
CREATE INDEX job_finished ON job (finished_at) WHERE state IN ('done', 'dead');
CREATE INDEX job_subject ON job (subject, id);
)sql";

constexpr const char* kIdempotency = R"sql(
CREATE TABLE idempotency (
  principal    TEXT NOT NULL,
  route        TEXT NOT NULL,
  key          TEXT NOT NULL,
  request_hash BLOB NOT NULL CHECK (length(request_hash) = 32),
  status       INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  body         BLOB NOT NULL,
  created_at   INTEGER NOT NULL,
  PRIMARY KEY (principal, route, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_created ON idempotency (created_at);
)sql";

}  // namespace

std::vector<Migration> migrations() {
  return {
      {"store", 1, "journal", kJournal},
      {"store", 2, "jobs", kJobs},
      {"store", 3, "idempotency", kIdempotency},
  };
}

}  // namespace dossier::store
