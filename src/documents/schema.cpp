#include "documents/schema.h"

namespace dossier::documents {
namespace {

// Numbers of documents are never used again: what once pointed to a removed one must not find another.
constexpr const char* kDocuments = R"sql(
CREATE TABLE document (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  name        TEXT NOT NULL,
  hash        BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  bytes       INTEGER NOT NULL,
  status      TEXT NOT NULL CHECK (status IN ('pending', 'processing', 'completed', 'completed_with_errors', 'failed')),
  error       TEXT,
  page_count  INTEGER,
  stats       TEXT NOT NULL DEFAULT '',
  password    TEXT,
  accepted_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;
CREATE TABLE document_text (
  document    INTEGER PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  ending      TEXT NOT NULL,
  message     TEXT NOT NULL,
  title       TEXT NOT NULL,
  encrypted   INTEGER NOT NULL,
  repaired    INTEGER NOT NULL,
  pages_total INTEGER NOT NULL
) STRICT;
CREATE TABLE document_page (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  number   INTEGER NOT NULL,
  page     BLOB NOT NULL,
  PRIMARY KEY (document, number)
) STRICT;
)sql";

// Files that are no documents. They are found by their hash; their owners know it.
constexpr const char* kHeld = R"sql(
CREATE TABLE blob_hold (
  hash  BLOB NOT NULL CHECK (length(hash) = 32),
  owner TEXT NOT NULL,
  PRIMARY KEY (hash, owner)
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace

std::vector<store::Migration> migrations() {
  return {
      {"documents", 1, "documents", kDocuments},
      {"documents", 2, "files kept for others", kHeld},
  };
}

}  // namespace dossier::documents
