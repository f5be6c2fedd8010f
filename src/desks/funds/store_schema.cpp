#include "desks/funds/store_schema.h"

namespace dossier::desks::funds {

namespace {

constexpr const char* kFunds = R"sql(
CREATE TABLE fund (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;
CREATE TABLE fund_attribute (
  id            INTEGER PRIMARY KEY,
  fund          INTEGER NOT NULL REFERENCES fund (id),
  name          TEXT NOT NULL CHECK (name IN ('name', 'gp_name', 'fund_type', 'vintage_year', 'currency')),
  value         TEXT,
  origin        TEXT NOT NULL CHECK (origin IN ('person', 'document')),
  document      INTEGER,
  recorded_by   TEXT NOT NULL,
  recorded_at   INTEGER NOT NULL,
  superseded_at INTEGER
) STRICT;
CREATE UNIQUE INDEX fund_attribute_in_force ON fund_attribute (fund, name) WHERE superseded_at IS NULL;
CREATE TABLE document_link (
  id        INTEGER PRIMARY KEY,
  document  INTEGER NOT NULL UNIQUE,
  fund      INTEGER REFERENCES fund (id),
  linked_at INTEGER NOT NULL
) STRICT;
CREATE INDEX document_link_fund ON document_link (fund, document);
)sql";

constexpr const char* kReadings = R"sql(
CREATE TABLE document_reading (
  id            INTEGER PRIMARY KEY,
  document      INTEGER NOT NULL,
  file          TEXT NOT NULL,
  status        TEXT NOT NULL,
  recorded_at   INTEGER NOT NULL,
  superseded_at INTEGER
) STRICT;
CREATE UNIQUE INDEX document_reading_in_force ON document_reading (document) WHERE superseded_at IS NULL;
CREATE TABLE document_flag (
  id       INTEGER PRIMARY KEY,
  reading  INTEGER NOT NULL REFERENCES document_reading (id),
  position INTEGER NOT NULL,
  code     TEXT NOT NULL,
  message  TEXT NOT NULL,
  page INTEGER NOT NULL, x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL
) STRICT;
CREATE INDEX document_flag_reading ON document_flag (reading, position);
CREATE TABLE portfolio_row (
  id           INTEGER PRIMARY KEY,
  reading      INTEGER NOT NULL REFERENCES document_reading (id),
  position     INTEGER NOT NULL,
  name         TEXT NOT NULL,
  vintage_year INTEGER,
  commitment   INTEGER,
  cash_in      INTEGER,
  cash_out     INTEGER,
  total_value  INTEGER,
  net_irr      REAL,
  multiple     REAL,
  currency     TEXT NOT NULL,
  page INTEGER NOT NULL, x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL
) STRICT;
CREATE INDEX portfolio_row_reading ON portfolio_row (reading, position);
CREATE TABLE fund_reading (
  id                 INTEGER PRIMARY KEY,
  reading            INTEGER REFERENCES document_reading (id),
  fund               INTEGER NOT NULL REFERENCES fund (id),
  position           INTEGER NOT NULL,
  name               TEXT NOT NULL,
  gp                 TEXT NOT NULL,
  vintage_year       INTEGER,
  currency           TEXT NOT NULL,
  as_of              TEXT,
  signs              TEXT NOT NULL,
  signs_by_words     INTEGER NOT NULL,
  signs_by_totals    INTEGER NOT NULL,
  recorded_at        INTEGER NOT NULL,
  superseded_at      INTEGER
) STRICT;
CREATE INDEX fund_reading_fund ON fund_reading (fund, id);
CREATE INDEX fund_reading_reading ON fund_reading (reading, position);
)sql";

constexpr const char* kLedger = R"sql(
CREATE TABLE ledger_row (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  fund_reading   INTEGER NOT NULL REFERENCES fund_reading (id),
  position       INTEGER NOT NULL,
  kind           TEXT NOT NULL CHECK (kind IN ('capital_call', 'distribution', 'adjustment')),
  date           TEXT NOT NULL,
  date_precision TEXT NOT NULL CHECK (date_precision IN ('day', 'month', 'quarter')),
  date_printed   TEXT NOT NULL,
  type           TEXT NOT NULL,
  amount         INTEGER NOT NULL,
  printed        TEXT NOT NULL,
  lp_cash        INTEGER NOT NULL,
  paid_in        INTEGER NOT NULL,
  distribution   INTEGER NOT NULL,
  unfunded       INTEGER NOT NULL,
  non_cash       INTEGER NOT NULL,
  recallable     INTEGER,
  description    TEXT NOT NULL,
  number         TEXT NOT NULL,
  status         TEXT NOT NULL CHECK (status IN ('settled', 'noticed')),
  confidence     REAL NOT NULL,
  page INTEGER NOT NULL, x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL,
  origin         TEXT NOT NULL CHECK (origin IN ('person', 'document')),
  recorded_by    TEXT NOT NULL,
  recorded_at    INTEGER NOT NULL,
  superseded_at  INTEGER,
  superseded_by  INTEGER REFERENCES ledger_row (id),
  superseded_why TEXT,
  CHECK (lp_cash = distribution - paid_in - non_cash)
) STRICT;
CREATE INDEX ledger_row_reading ON ledger_row (fund_reading, position, id);
CREATE TABLE statement_line (
  id           INTEGER PRIMARY KEY,
  fund_reading INTEGER NOT NULL REFERENCES fund_reading (id),
  position     INTEGER NOT NULL,
  line         TEXT NOT NULL,
  qtd          INTEGER,
  ytd          INTEGER,
  itd          INTEGER,
  page INTEGER NOT NULL, x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL
) STRICT;
CREATE INDEX statement_line_reading ON statement_line (fund_reading, position);
CREATE TABLE nav_point (
  id           INTEGER PRIMARY KEY,
  fund_reading INTEGER NOT NULL REFERENCES fund_reading (id),
  date         TEXT NOT NULL,
  nav          INTEGER NOT NULL,
  printed      TEXT NOT NULL,
  page INTEGER NOT NULL, x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL
) STRICT;
CREATE INDEX nav_point_reading ON nav_point (fund_reading, date);
CREATE TABLE reported_figure (
  id           INTEGER PRIMARY KEY,
  fund_reading INTEGER NOT NULL REFERENCES fund_reading (id),
  name         TEXT NOT NULL,
  amount       INTEGER,
  number       REAL,
  printed      TEXT NOT NULL,
  page INTEGER NOT NULL, x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL,
  UNIQUE (fund_reading, name)
) STRICT;
)sql";

// No foreign key to fund: a client may talk about a fund that is not there, and a fund may be deleted.
constexpr const char* kConversations = R"sql(
CREATE TABLE conversation (
  id         TEXT PRIMARY KEY,
  fund       INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE conversation_message (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  role         TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
  content      TEXT NOT NULL,
  at           INTEGER NOT NULL
) STRICT;
CREATE INDEX conversation_message_of ON conversation_message (conversation, id);
)sql";

// Who changed what, and what people enter that is no row.
constexpr const char* kPeople = R"sql(
ALTER TABLE ledger_row ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger_row ADD COLUMN superseded_who TEXT;
ALTER TABLE document_flag ADD COLUMN resolved_at INTEGER;
ALTER TABLE document_flag ADD COLUMN resolved_by TEXT;
ALTER TABLE document_flag ADD COLUMN resolution TEXT;
CREATE INDEX document_reading_document ON document_reading (document);
CREATE TABLE entered_figure (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  fund           INTEGER NOT NULL REFERENCES fund (id),
  name           TEXT NOT NULL CHECK (name IN ('nav', 'commitment')),
  date           TEXT NOT NULL,
  amount         INTEGER NOT NULL,
  why            TEXT NOT NULL,
  recorded_by    TEXT NOT NULL,
  recorded_at    INTEGER NOT NULL,
  superseded_at  INTEGER,
  superseded_by  INTEGER REFERENCES entered_figure (id),
  superseded_who TEXT,
  superseded_why TEXT
) STRICT;
CREATE UNIQUE INDEX entered_figure_in_force ON entered_figure (fund, name, date) WHERE superseded_at IS NULL;
)sql";

// A flag about what several documents of one fund say names the fund.
constexpr const char* kRestated = R"sql(
ALTER TABLE document_flag ADD COLUMN fund INTEGER REFERENCES fund (id);
CREATE INDEX document_flag_fund ON document_flag (fund) WHERE fund IS NOT NULL;
)sql";

// Rows of before say nothing about it.
constexpr const char* kRecallRights = R"sql(
ALTER TABLE ledger_row ADD COLUMN recallable_until TEXT;
)sql";

// Whether a flag was resolved because it held no longer, by the program and not by a person. Until now that was told by
// the sentence alone.
constexpr const char* kOutdatedFlags = R"sql(
ALTER TABLE document_flag ADD COLUMN outdated INTEGER NOT NULL DEFAULT 0 CHECK (outdated IN (0, 1));
UPDATE document_flag SET outdated = 1 WHERE resolution = 'the documents no longer print it differently';
)sql";

}  // namespace

std::vector<store::Migration> migrations() {
  return {{"desks/funds", 1, "funds, readings, ledger, conversations",
           std::string(kFunds) + kReadings + kLedger + kConversations},
          {"desks/funds", 2, "who changed what, figures entered by people", kPeople},
          {"desks/funds", 3, "flags about several documents of a fund", kRestated},
          {"desks/funds", 4, "until when distributions may be recalled", kRecallRights},
          {"desks/funds", 5, "flags that hold no longer", kOutdatedFlags}};
}

}  // namespace dossier::desks::funds
