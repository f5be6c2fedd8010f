#include "desks/fir/store_schema.h"

namespace dossier::desks::fir {
namespace {

constexpr const char* kCases = R"sql(
CREATE TABLE fir_case (
  id                  INTEGER PRIMARY KEY AUTOINCREMENT,
  file_number         TEXT NOT NULL UNIQUE,
  received_at         INTEGER NOT NULL,
  received_by         TEXT NOT NULL,
  same_text_as        INTEGER REFERENCES fir_case (id),
  text_hash           BLOB NOT NULL,
  route               TEXT NOT NULL DEFAULT '',
  law                 TEXT NOT NULL DEFAULT '',
  sensitive           INTEGER NOT NULL DEFAULT 0,
  sensitive_by_person INTEGER NOT NULL DEFAULT 0,
  protected_names     TEXT NOT NULL DEFAULT '',
  basis               INTEGER NOT NULL DEFAULT 0,
  prepared_basis      INTEGER NOT NULL DEFAULT 0,
  status              TEXT NOT NULL DEFAULT '',
  changed_at          INTEGER NOT NULL,
  finalised_at        INTEGER,
  finalised_by        TEXT
) STRICT;
CREATE INDEX fir_case_by_text ON fir_case (text_hash);
CREATE INDEX fir_case_being_prepared ON fir_case (id) WHERE prepared_basis < basis;
CREATE TABLE case_step (
  id       INTEGER PRIMARY KEY,
  fir_case INTEGER NOT NULL REFERENCES fir_case (id),
  step     TEXT NOT NULL CHECK (step IN ('transcript', 'summary', 'offences', 'narrative', 'final')),
  state    TEXT NOT NULL,
  current  INTEGER NOT NULL,
  problem  TEXT NOT NULL,
  UNIQUE (fir_case, step)
) STRICT;
CREATE TABLE case_version (
  id        INTEGER PRIMARY KEY,
  fir_case  INTEGER NOT NULL REFERENCES fir_case (id),
  step      TEXT NOT NULL,
  number    INTEGER NOT NULL,
  author    TEXT NOT NULL CHECK (author IN ('informant', 'officer', 'machine')),
  made_by   TEXT NOT NULL,
  made_at   INTEGER NOT NULL,
  text      TEXT NOT NULL,
  runs      TEXT NOT NULL,
  details   TEXT NOT NULL,
  note      TEXT NOT NULL,
  remark    TEXT NOT NULL,
  discarded INTEGER NOT NULL,
  UNIQUE (fir_case, step, number)
) STRICT;
CREATE TABLE case_approval (
  id          INTEGER PRIMARY KEY,
  version     INTEGER NOT NULL REFERENCES case_version (id),
  approved_by TEXT NOT NULL,
  approved_at INTEGER NOT NULL
) STRICT;
CREATE INDEX case_approval_of_version ON case_approval (version);
CREATE TABLE case_offence (
  id         INTEGER PRIMARY KEY,
  version    INTEGER NOT NULL REFERENCES case_version (id),
  entry      TEXT NOT NULL,
  act        TEXT NOT NULL,
  section    TEXT NOT NULL,
  title      TEXT NOT NULL,
  court      TEXT NOT NULL,
  cognizable TEXT NOT NULL CHECK (cognizable IN ('yes', 'no', 'depends')),
  bailable   TEXT NOT NULL CHECK (bailable IN ('yes', 'no', 'depends')),
  max_years  REAL NOT NULL,
  duties     TEXT NOT NULL,
  author     TEXT NOT NULL
) STRICT;
CREATE INDEX case_offence_of_version ON case_offence (version);
CREATE INDEX case_offence_by_section ON case_offence (section, act);
)sql";

constexpr const char* kAroundCases = R"sql(
CREATE TABLE case_fact (
  id            INTEGER PRIMARY KEY,
  fir_case      INTEGER NOT NULL REFERENCES fir_case (id),
  field         TEXT NOT NULL,
  value         TEXT NOT NULL,
  author        TEXT NOT NULL,
  noted_by      TEXT NOT NULL,
  noted_at      INTEGER NOT NULL,
  span_start    INTEGER NOT NULL,
  span_end      INTEGER NOT NULL,
  superseded_at INTEGER
) STRICT;
CREATE UNIQUE INDEX case_fact_in_force ON case_fact (fir_case, field) WHERE superseded_at IS NULL;
CREATE TABLE case_duty (
  id         INTEGER PRIMARY KEY,
  fir_case   INTEGER NOT NULL REFERENCES fir_case (id),
  duty       TEXT NOT NULL,
  state      TEXT NOT NULL,
  due        INTEGER,
  settled_by TEXT NOT NULL,
  settled_at INTEGER,
  reason     TEXT NOT NULL,
  UNIQUE (fir_case, duty)
) STRICT;
CREATE TABLE case_question (
  id            INTEGER PRIMARY KEY,
  fir_case      INTEGER NOT NULL REFERENCES fir_case (id),
  field         TEXT NOT NULL,
  question      TEXT NOT NULL,
  superseded_at INTEGER
) STRICT;
CREATE INDEX case_question_in_force ON case_question (fir_case) WHERE superseded_at IS NULL;
CREATE TABLE case_event (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  fir_case    INTEGER NOT NULL REFERENCES fir_case (id),
  happened_at INTEGER NOT NULL,
  done_by     TEXT NOT NULL,
  kind        TEXT NOT NULL,
  what        TEXT NOT NULL,
  words       TEXT NOT NULL
) STRICT;
CREATE INDEX case_event_of_case ON case_event (fir_case, id);
CREATE VIRTUAL TABLE case_text USING fts5 (words, tokenize = "unicode61 categories 'L* N* Co Mn Mc'");
)sql";

// The old interface's names for cases (contract_sessions.h).
constexpr const char* kSessions = R"sql(
CREATE TABLE case_session (
  id            INTEGER PRIMARY KEY,
  session       TEXT NOT NULL UNIQUE,
  fir_case      INTEGER NOT NULL UNIQUE REFERENCES fir_case (id),
  created_at    INTEGER NOT NULL,
  last_activity INTEGER NOT NULL,
  fir_number    TEXT UNIQUE,
  completed_at  INTEGER
) STRICT;
)sql";

// Why the rules wrote a version where a model should have.
constexpr const char* kDegraded = "ALTER TABLE case_version ADD COLUMN degraded TEXT NOT NULL DEFAULT '';";

// Why a person put a fact in the place of what stood there.
constexpr const char* kReasons = "ALTER TABLE case_fact ADD COLUMN reason TEXT NOT NULL DEFAULT '';";

// The file a complaint came in as; its bytes are a blob of the room documents.
constexpr const char* kOriginals = R"sql(
CREATE TABLE case_original (
  id       INTEGER PRIMARY KEY,
  fir_case INTEGER NOT NULL UNIQUE REFERENCES fir_case (id),
  kind     TEXT NOT NULL CHECK (kind IN ('recording', 'picture')),
  name     TEXT NOT NULL,
  format   TEXT NOT NULL,
  bytes    INTEGER NOT NULL,
  digest   TEXT NOT NULL,
  language TEXT NOT NULL
) STRICT;
CREATE INDEX case_original_by_digest ON case_original (digest);
CREATE INDEX case_being_transcribed ON case_step (fir_case) WHERE step = 'transcript' AND state = 'preparing';
)sql";

// The text of the law as the user loaded it (statutes.h); by statute_key.
constexpr const char* kStatutes = R"sql(
CREATE TABLE statute (
  id        INTEGER PRIMARY KEY,
  act       TEXT NOT NULL,
  act_key   TEXT NOT NULL,
  section   TEXT NOT NULL,
  title     TEXT NOT NULL,
  text      TEXT NOT NULL,
  source    TEXT NOT NULL,
  loaded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX statute_by_act ON statute (act_key);
)sql";

}  // namespace

std::vector<store::Migration> migrations() {
  return {{"desks/fir", 1, "cases, steps, facts, duties", std::string(kCases) + kAroundCases},
          {"desks/fir", 2, "sessions of the old interface", kSessions},
          {"desks/fir", 3, "degraded versions", kDegraded},
          {"desks/fir", 4, "complaints that came as a file", kOriginals},
          {"desks/fir", 5, "the text of the law", kStatutes},
          {"desks/fir", 6, "reasons of corrected facts", kReasons}};
}

}  // namespace dossier::desks::fir
