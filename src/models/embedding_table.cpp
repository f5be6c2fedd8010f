#include "models/embedding_table.h"

#include "base/check.h"

#include <cstring>

namespace dossier::models {
namespace {

using store::Blob;
using store::Row;
using store::Session;
using store::Transaction;

// Vectors are 32-bit floats, one after the other, as this machine has them: the file does not leave it but as a backup
// for one of its kind.
constexpr const char* kEmbeddings = R"sql(
CREATE TABLE embedding_model (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL,
  size  INTEGER NOT NULL,
  since INTEGER NOT NULL
) STRICT;
CREATE TABLE embedding (
  id     INTEGER PRIMARY KEY,
  model  INTEGER NOT NULL REFERENCES embedding_model (id),
  text   BLOB NOT NULL CHECK (length(text) = 32),
  vector BLOB NOT NULL,
  UNIQUE (model, text)
) STRICT;
)sql";

constexpr std::int64_t kTakenOutMax = 200;  // in one transaction: a few milliseconds

Blob blob_of(const Vector& vector) {
  return {std::string(reinterpret_cast<const char*>(vector.data()), vector.size() * sizeof(float))};
}

// Empty when the row is not of that size.
Vector vector_of(const Blob& blob, std::size_t size) {
  if (blob.bytes.size() != size * sizeof(float)) return {};
  Vector vector(size);
  std::memcpy(vector.data(), blob.bytes.data(), blob.bytes.size());
  return vector;
}

EmbeddingModel model_of(const Row& row) {
  return {row.integer(0), row.text(1), static_cast<std::size_t>(row.integer(2))};
}

}  // namespace

std::vector<store::Migration> migrations() {
  return {{"models", 1, "embeddings", kEmbeddings}};
}

Result<std::optional<EmbeddingModel>> EmbeddingTable::model(Session& session) {
  return session.first("SELECT id, name, size FROM embedding_model ORDER BY id DESC LIMIT 1", {}, model_of);
}

Result<std::int64_t> EmbeddingTable::count(Session& session, const EmbeddingModel& model) {
  return session.number("SELECT count(*) FROM embedding WHERE model = ?", {model.id});
}

Result<std::vector<Vector>> EmbeddingTable::find(Session& session, const EmbeddingModel& model,
                                                 std::span<const store::Hash> texts) {
  std::vector<Vector> vectors;
  vectors.reserve(texts.size());
  for (const store::Hash& text : texts) {
    TRY(auto found,
        session.first("SELECT vector FROM embedding WHERE model = ? AND text = ?", {model.id, store::to_blob(text)},
                      [&](const Row& row) { return vector_of(row.blob(0), model.size); }));
    vectors.push_back(found ? std::move(*found) : Vector());
  }
  return vectors;
}

Result<std::optional<EmbeddingModel>> EmbeddingTable::note_model(Transaction& transaction, const std::string& name,
                                                                 std::size_t size, WallTime now) {
  TRY(std::optional<EmbeddingModel> before, model(transaction));
  if (before && before->is(name, size)) return std::optional<EmbeddingModel>();
  TRY_DO(transaction.insert("INSERT INTO embedding_model (name, size, since) VALUES (?, ?, ?)", {name, size, now}));
  return before;
}

Result<void> EmbeddingTable::keep(Transaction& transaction, std::span<const store::Hash> texts,
                                  std::span<const Vector> vectors, std::int64_t most) {
  TRY(const std::optional<EmbeddingModel> present, model(transaction));
  DOSSIER_CHECK(present && texts.size() == vectors.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    TRY_DO(transaction.execute(
        "INSERT INTO embedding (model, text, vector) VALUES (?, ?, ?) ON CONFLICT (model, text) DO NOTHING",
        {present->id, store::to_blob(texts[i]), blob_of(vectors[i])}));
  }
  TRY_DO(transaction.execute(
      "DELETE FROM embedding WHERE id IN (SELECT id FROM embedding WHERE model < ? ORDER BY model LIMIT ?)",
      {present->id, kTakenOutMax}));
  TRY_DO(transaction.execute("DELETE FROM embedding WHERE id <= (SELECT max(id) FROM embedding) - ?", {most}));
  return {};
}

store::Hash hash_of_text(const std::string& text) {
  return store::Hasher().text(text).finish();
}

}  // namespace dossier::models
