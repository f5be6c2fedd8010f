#include "desks/fir/shared_knowledge.h"

#include "desks/fir/knowledge_files.h"

namespace dossier::desks::fir {

using dossier::fir::Knowledge;
using Held = std::shared_ptr<const Result<Knowledge>>;

SharedKnowledge::SharedKnowledge(async::Pool& pool, std::string folder) {
  auto promise = std::make_shared<std::promise<Held>>();
  read_ = promise->get_future().share();
  const auto posted = pool.post([promise, folder = std::move(folder)](async::Turn turn) {
    Result<Knowledge> read = turn == async::Turn::run
                                 ? load_knowledge(folder)
                                 : Result<Knowledge>(Error{ErrorCode::cancelled, "the program is stopping"});
    promise->set_value(std::make_shared<const Result<Knowledge>>(std::move(read)));
  });
  if (!posted) promise->set_value(std::make_shared<const Result<Knowledge>>(posted.error()));
}

Result<const Knowledge*> SharedKnowledge::get() const {
  const Held& read = read_.get();
  if (!*read) return read->error();
  return &**read;
}

}  // namespace dossier::desks::fir
