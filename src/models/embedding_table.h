#pragma once

#include "models/embedder.h"
#include "store/hash.h"
#include "store/migrations.h"
#include "store/session.h"

#include <optional>
#include <span>

namespace dossier::models {

// The tables of this room.
std::vector<store::Migration> migrations();

// What kept vectors were made by: vectors of different models mean nothing to each other.
struct EmbeddingModel {
  std::int64_t id = 0;   // grows with every change
  std::string name;      // as configured
  std::size_t size = 0;  // numbers in a vector

  bool is(std::string_view other_name, std::size_t other_size) const {
    return name == other_name && size == other_size;
  }
};

// Vectors by the hash of their text, of one model at a time: the one noted last. No state of its own; the texts
// themselves are not here.
class EmbeddingTable {
 public:
  // Nothing: none was ever kept.
  static Result<std::optional<EmbeddingModel>> model(store::Session& session);
  static Result<std::int64_t> count(store::Session& session, const EmbeddingModel& model);
  // In the order of the texts; an empty vector where none of that model is kept.
  static Result<std::vector<Vector>> find(store::Session& session, const EmbeddingModel& model,
                                          std::span<const store::Hash> texts);
  // The model of that name and size is the present one from now on. Gives the one before when that was another.
  static Result<std::optional<EmbeddingModel>> note_model(store::Transaction& transaction, const std::string& name,
                                                          std::size_t size, WallTime now);
  // Of the present model. Takes out some of what earlier models left, and the oldest beyond `most`: who brings in
  // takes out, so that nobody has to sweep.
  static Result<void> keep(store::Transaction& transaction, std::span<const store::Hash> texts,
                           std::span<const Vector> vectors, std::int64_t most);
};

store::Hash hash_of_text(const std::string& text);

}  // namespace dossier::models
