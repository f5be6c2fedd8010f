#pragma once

#include "async/task.h"
#include "base/context.h"
#include "base/limits.h"
#include "extract/conversation.h"
#include "extract/extraction.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace dossier::extract {

struct ExtractorOptions {
  std::filesystem::path worker = {};  // empty: the one beside the running program
  int workers = 1;                    // processes, each with a thread of ours that waits for it
  std::size_t waiting_max = 64;       // files waiting for a worker; beyond it over_capacity, at once
  bool start_at_once = false;         // else a worker starts when the first file comes
  int files_per_worker = limits::kExtractFilesPerWorker;
  Patience patience = {limits::kExtractPageTime, limits::kExtractFileTime};
};

// Reads files in worker processes that are kept warm. Whatever a file does to its worker stays its own affair: the
// worker is replaced and the other files do not notice. Thread-safe. The destructor ends what is running (its callers
// get `cancelled`) and waits for its threads.
class Extractor {
 public:
  explicit Extractor(ExtractorOptions options);
  ~Extractor();

  using Done = std::function<void(Result<Extraction>)>;

  // Called off by `cancel`; knows nothing of the file after `done` was called.
  class Handle {
   public:
    Handle() = default;
    // `done` is then called with `cancelled`, unless the reading has just ended. Never blocks.
    void cancel() const;

   private:
    friend class Extractor;
    std::weak_ptr<struct ExtractorJob> job_;
  };

  // Reads the file behind `file`, an open descriptor of which a copy is taken. `done` is called exactly once, on a
  // thread of the extractor or, when the queue is full, on this one; it must not block. Errors: over_capacity,
  // deadline_exceeded, cancelled. A file that cannot be read is no error but an Extraction with its `end`.
  Handle start(const Context& context, int file, std::string password, Done done);

  // The same from a coroutine, which resumes on its own loop: at its deadline or cancellation at the latest, whatever
  // the worker does. A reading nobody waits for any more is called off.
  async::Task<Result<Extraction>> read_async(Context context, Descriptor file, std::string password);

  // The same, waiting: for the command line and for tests. Not for a loop.
  Result<Extraction> read(const Context& context, int file, std::string password);
  Result<Extraction> read(const Context& context, const std::filesystem::path& file, std::string password);

 private:
  class Pool;
  std::unique_ptr<Pool> pool_;
};

}  // namespace dossier::extract
