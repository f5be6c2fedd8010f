#include "desks/funds/second_look.h"

#include "async/run_on.h"
#include "base/limits.h"
#include "phrasing/prompt.h"
#include "retrieval/fusion.h"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <unordered_map>

namespace dossier::desks::funds {

using async::Task;
using dossier::funds::Passage;
using models::Vector;

namespace {

constexpr std::size_t kRankedMax = 20;                         // of each ranking that are fused
constexpr std::size_t kEmbeddedBytesMax = 1'500;               // of a passage: the window of small models
constexpr auto kQuestionVectorTime = std::chrono::seconds(2);  // then words alone decide
constexpr auto kLearningTime = std::chrono::minutes(10);       // for all passages of a basis
using Vectors = std::shared_ptr<const retrieval::VectorIndex>;

std::vector<std::string> texts_of(const AskingBasis& basis) {
  std::vector<std::string> texts;
  for (const Passage* passage : basis.basis.all_passages())
    texts.push_back(phrasing::beginning(passage->heading + "\n" + passage->text, kEmbeddedBytesMax));
  return texts;
}

std::vector<std::size_t> ranked_by_words(const AskingBasis& basis, const std::string& question) {
  std::unordered_map<const Passage*, std::size_t> places;
  for (std::size_t i = 0; i < basis.basis.all_passages().size(); ++i) places[basis.basis.all_passages()[i]] = i;
  std::vector<std::size_t> ranking;
  for (const auto& found : basis.basis.passages(question, kRankedMax)) ranking.push_back(places.at(found.passage));
  return ranking;
}

SecondLook::Sources look(const AskingBasis& basis, const std::string& question, const Vectors& vectors,
                         const Vector& meant) {
  std::vector<std::vector<std::size_t>> rankings = {ranked_by_words(basis, question)};
  if (vectors != nullptr && meant.size() == vectors->dimension()) {
    std::vector<std::size_t>& by_meaning = rankings.emplace_back();
    for (const auto& hit : vectors->search(meant, kRankedMax)) by_meaning.push_back(hit.passage);
  }
  SecondLook::Sources sources;
  for (const std::size_t i : retrieval::fuse(rankings, limits::kPromptSourcesMax)) {
    const Passage& passage = *basis.basis.all_passages()[i];
    sources.push_back({passage.place, passage.text});
  }
  return sources;
}

Counter searches_by(Metrics& metrics, const char* what) {
  return metrics.counter("passage_searches_total", "Second looks for passages, by what decided.", {{"by", what}});
}

}  // namespace

SecondLook::SecondLook(Parts parts)
    : parts_(std::move(parts)),
      search_time_(parts_.metrics.histogram("passage_search_duration_seconds",
                                            "Looking for passages by words and by meaning, the vector included.")),
      scope_(parts_.executor, [&log = parts_.log](const std::string& what) {
        log.error("second_look_fault", {{"error", what}});
      }) {
  for (const char* what : {"words", "words_and_meaning"}) (void)searches_by(parts_.metrics, what);  // from the start
}

Task<SecondLook::Sources> SecondLook::find(Context context, std::string question, Basis basis) {
  const SteadyTime began = parts_.clock.steady();
  learn(basis);
  const Vectors vectors = vectors_of(basis);
  Vector meant;
  if (vectors != nullptr) {
    Context asking = context;
    asking.deadline = asking.deadline.sooner(Deadline::after(kQuestionVectorTime));
    Task<Result<std::vector<Vector>>> embedding = parts_.embedder.embed(asking, {question});
    Result<std::vector<Vector>> made = co_await std::move(embedding);
    if (made) meant = std::move(made->front());
  }
  auto work = [basis, question = std::move(question), vectors, meant](const async::StopToken&) {
    return look(*basis, question, vectors, meant);
  };
  Task<Result<Sources>> looking = async::run_on(parts_.compute, std::move(context), std::move(work));
  Result<Sources> sources = co_await std::move(looking);
  search_time_.observe(std::chrono::duration<double>(parts_.clock.steady() - began).count());
  searches_by(parts_.metrics, meant.empty() ? "words" : "words_and_meaning").add();
  co_return sources ? std::move(*sources) : Sources();
}

Vectors SecondLook::vectors_of(const Basis& basis) {
  const std::lock_guard lock(mutex_);
  for (const Learnt& learnt : learnt_) {
    if (learnt.basis.lock() == basis) return learnt.vectors;
  }
  return nullptr;
}

void SecondLook::learn(const Basis& basis) {
  const std::uint64_t generation = parts_.embedder.generation();
  {
    const std::lock_guard lock(mutex_);
    learnt_.remove_if([](const Learnt& learnt) { return learnt.basis.expired(); });
    for (Learnt& learnt : learnt_) {
      if (learnt.basis.lock() == basis && learnt.generation == generation) return;
    }
    learnt_.remove_if([&](const Learnt& learnt) { return learnt.basis.lock() == basis; });
    learnt_.push_back({basis, generation, nullptr});
  }
  boost::asio::post(parts_.executor, [this, basis, generation] {
    (void)scope_.spawn([this, basis, generation] { return learn_passages(basis, generation); });
  });
}

Task<void> SecondLook::learn_passages(Basis basis, std::uint64_t generation) {
  const Context context{.deadline = Deadline::after(kLearningTime)};
  std::vector<std::string> texts = texts_of(*basis);
  const std::size_t count = texts.size();
  Task<Result<std::vector<Vector>>> embedding = parts_.embedder.embed(context, std::move(texts));
  const Result<std::vector<Vector>> made = co_await std::move(embedding);
  const bool same = made && !made->empty() && std::all_of(made->begin(), made->end(), [&](const Vector& vector) {
                      return vector.size() == made->front().size();
                    });
  if (!same) {
    if (!made) parts_.log.warning("passages_not_embedded", {{"passages", count}, {"error", made.error().text()}});
    co_return keep(basis, generation, nullptr);
  }
  auto vectors = std::make_shared<retrieval::VectorIndex>(made->front().size());
  for (std::size_t i = 0; i < made->size(); ++i) vectors->put(i, (*made)[i]);
  keep(basis, generation, std::move(vectors));
}

// Null: they could not be made, and the next question has it tried again.
void SecondLook::keep(const Basis& basis, std::uint64_t generation, Vectors vectors) {
  const std::lock_guard lock(mutex_);
  const auto at = std::find_if(learnt_.begin(), learnt_.end(), [&](const Learnt& learnt) {
    return learnt.basis.lock() == basis && learnt.generation == generation;
  });
  if (at == learnt_.end()) return;
  if (vectors == nullptr) {
    learnt_.erase(at);
  } else {
    at->vectors = std::move(vectors);
  }
}

Task<Result<void>> SecondLook::end(Deadline deadline) {
  scope_.stop_intake();
  scope_.cancel();
  Task<Result<void>> ending = scope_.wait(deadline);
  co_return co_await std::move(ending);
}

}  // namespace dossier::desks::funds
