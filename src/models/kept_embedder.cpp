#include "models/kept_embedder.h"

#include "models/limits.h"

#include <boost/asio/post.hpp>

#include <algorithm>

namespace dossier::models {

using async::Task;

namespace {

constexpr const char* kAnyWord = "Dossier";
constexpr int kRoundsMax = 2;  // of asking the model for one list of texts

std::string of_numbers(std::size_t size) {
  return "vectors of " + std::to_string(size) + " numbers";
}

std::vector<store::Hash> hashes_of(const std::vector<std::string>& texts) {
  std::vector<store::Hash> hashes;
  for (const std::string& text : texts) hashes.push_back(hash_of_text(text));
  return hashes;
}

// Of those that were found; 1, which no model makes, when none was.
std::size_t kept_size(const std::vector<Vector>& vectors) {
  std::size_t size = 1;
  for (const Vector& vector : vectors) size = std::max(size, vector.size());
  return size;
}

std::vector<std::size_t> places_not_of(const std::vector<Vector>& vectors, std::size_t size) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < vectors.size(); ++i) {
    if (vectors[i].size() != size) places.push_back(i);
  }
  return places;
}

// What noting a model found: the one before, and how many vectors it had left.
struct Noted {
  std::optional<EmbeddingModel> before;
  std::int64_t kept = 0;
};

Result<Noted> note(store::Transaction& transaction, const std::string& name, std::size_t size, WallTime now) {
  Noted noted;
  TRY(noted.before, EmbeddingTable::note_model(transaction, name, size, now));
  if (!noted.before) return noted;
  TRY(noted.kept, EmbeddingTable::count(transaction, *noted.before));
  return noted;
}

}  // namespace

std::string embedding_change(const EmbeddingModel& before, std::string_view name, std::size_t size, std::int64_t kept) {
  return "the embedding model was '" + before.name + "' with " + of_numbers(before.size) + " and is now '" +
         std::string(name) + "' with " + of_numbers(size) + "; the " + std::to_string(kept) +
         " kept vectors are of no use to it and are made anew in the background as reports are asked about, until then "
         "words alone decide. If that was not meant, set models.embedding_model and models.embedding_url back";
}

KeptEmbedder::KeptEmbedder(std::string model, Parts parts)
    : model_(std::move(model)),
      parts_(std::move(parts)),
      figures_(parts_.metrics, "embeddings_kept"),
      scope_(parts_.executor, [&log = parts_.log](const std::string& what) {
        log.error("kept_embedder_fault", {{"error", what}});
      }) {}

Task<Result<std::vector<Vector>>> KeptEmbedder::embed(Context context, std::vector<std::string> texts) {
  CO_TRY_DO(check_texts(texts));
  Task<std::vector<Vector>> finding = find(context, hashes_of(texts));
  std::vector<Vector> vectors = co_await std::move(finding);
  std::size_t size = kept_size(vectors);
  std::vector<std::size_t> places = places_not_of(vectors, size);
  hits_ += texts.size() - places.size();
  misses_ += places.size();
  figures_.show(counters());
  // A second time when what comes shows that what was found is of another model.
  for (int round = 1; !places.empty(); ++round, places = places_not_of(vectors, size)) {
    if (round > kRoundsMax)
      co_return Error{ErrorCode::unavailable,
                      "the embedding endpoints answer with vectors of different sizes, so they serve different models; "
                      "configure one model for all of them",
                      "models.embedding_url"};
    std::vector<std::string> asked;
    for (const std::size_t place : places) asked.push_back(texts[place]);
    Task<Result<std::vector<Vector>>> making = make(context, std::move(asked));
    CO_TRY(std::vector<Vector> made, co_await std::move(making));
    size = made.front().size();
    for (std::size_t i = 0; i < places.size(); ++i) vectors[places[i]] = std::move(made[i]);
  }
  co_return vectors;
}

// What is made is written behind the caller's back: who wants a vector does not wait for a disk.
Task<Result<std::vector<Vector>>> KeptEmbedder::make(Context context, std::vector<std::string> texts) {
  std::vector<store::Hash> hashes = hashes_of(texts);
  Task<Result<std::vector<Vector>>> embedding = parts_.inner.embed(std::move(context), std::move(texts));
  CO_TRY(std::vector<Vector> made, co_await std::move(embedding));
  size_.store(made.front().size());
  boost::asio::post(parts_.executor, [this, hashes = std::move(hashes), made] {
    (void)scope_.spawn([this, hashes, made] { return keep(made.front().size(), hashes, made); });
  });
  co_return made;
}

// An empty vector for each text of which none is kept, or is of use.
Task<std::vector<Vector>> KeptEmbedder::find(Context context, std::vector<store::Hash> hashes) {
  const std::size_t count = hashes.size();
  context.deadline = context.deadline.sooner(Deadline::after(limits::kEmbeddingLookTime));
  auto look = [model = model_, size = size_.load(),
               hashes = std::move(hashes)](store::Session& session) -> Result<std::vector<Vector>> {
    TRY(const std::optional<EmbeddingModel> kept, EmbeddingTable::model(session));
    if (!kept || !kept->is(model, size == 0 ? kept->size : size)) return std::vector<Vector>(hashes.size());
    return EmbeddingTable::find(session, *kept, hashes);
  };
  Task<Result<std::vector<Vector>>> looking = parts_.database.read(std::move(context), std::move(look));
  Result<std::vector<Vector>> found = co_await std::move(looking);
  if (found) co_return std::move(*found);
  parts_.log.warning("embeddings_not_looked_up", {{"error", found.error().text()}});
  co_return std::vector<Vector>(count);
}

Task<void> KeptEmbedder::keep(std::size_t size, std::vector<store::Hash> hashes, std::vector<Vector> vectors) {
  auto body = [model = model_, size, now = parts_.clock.wall(), hashes = std::move(hashes),
               vectors = std::move(vectors)](store::Transaction& transaction) -> Result<Noted> {
    TRY(Noted noted, note(transaction, model, size, now));
    TRY_DO(EmbeddingTable::keep(transaction, hashes, vectors, limits::kEmbeddingsStoredMax));
    return noted;
  };
  Task<Result<Noted>> writing = parts_.database.write({.deadline = Deadline::after(limits::kEmbeddingWriteTime)},
                                                      store::Priority::bulk, std::move(body));
  const Result<Noted> noted = co_await std::move(writing);
  if (!noted) co_return parts_.log.warning("embeddings_not_kept", {{"error", noted.error().text()}});
  if (!noted->before || noted->kept == 0) co_return;
  parts_.log.warning("embedding_model_changed",
                     {{"what", embedding_change(*noted->before, model_, size, noted->kept)}});
}

Task<void> KeptEmbedder::check_model(Deadline deadline) {
  Task<Result<std::vector<Vector>>> embedding = parts_.inner.embed({.deadline = deadline}, {kAnyWord});
  const Result<std::vector<Vector>> made = co_await std::move(embedding);
  if (!made) co_return;  // the health check tells
  size_.store(made->front().size());
  Task<void> noting = keep(made->front().size(), {}, {});
  co_await std::move(noting);
}

Task<Result<void>> KeptEmbedder::end(Deadline deadline) {
  scope_.stop_intake();
  Task<Result<void>> ending = scope_.wait(deadline);
  co_return co_await std::move(ending);
}

}  // namespace dossier::models
