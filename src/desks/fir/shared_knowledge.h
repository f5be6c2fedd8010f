#pragma once

#include "async/pool.h"
#include "fir/knowledge.h"

#include <future>
#include <memory>
#include <string>

namespace dossier::desks::fir {

// The knowledge of a running server, read once, beside the start: nobody waits for it who does not draft.
class SharedKnowledge {
 public:
  // Begins to read on the pool, from the folder or, when it is empty, from what is built in.
  SharedKnowledge(async::Pool& pool, std::string folder);

  // Waits until it is read: only from threads of that pool or others that may block. It is the first work the pool was
  // given, so work that came to the pool later does not wait in vain. Valid as long as this lives; fails as
  // load_knowledge does.
  Result<const dossier::fir::Knowledge*> get() const;
  // Kept alive also when this is gone, for work that was abandoned.
  std::shared_ptr<const Result<dossier::fir::Knowledge>> held() const { return read_.get(); }

 private:
  std::shared_future<std::shared_ptr<const Result<dossier::fir::Knowledge>>> read_;
};

}  // namespace dossier::desks::fir
