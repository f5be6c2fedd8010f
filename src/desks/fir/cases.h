#pragma once

#include "async/pool.h"
#include "base/log.h"
#include "base/metrics.h"
#include "desks/fir/case_feed.h"
#include "desks/fir/shared_knowledge.h"
#include "documents/blobs.h"
#include "once/change_once.h"
#include "store/jobs.h"

namespace dossier::documents {
class Documents;
}

namespace dossier::desks::fir {

class CaseWriter;
class DraftShelf;
class StatuteShelf;
class Transcriber;

// What keeping a change of a case needs, at the server and on the command line.
struct CaseDesk {
  const store::Jobs& jobs;
  const CaseStore& cases;
  const Clock& clock;
  CaseFeed* feed = nullptr;      // null: nobody listens
  CaseWriter* writer = nullptr;  // null: no model is at work
};

// What the routes and jobs of the desk work with. Made in main; everything outlives the routes and jobs.
struct Services {
  store::Database& database;
  store::Jobs& jobs;
  const store::Idempotency& idempotency;
  const CaseStore& cases;
  const SharedKnowledge& knowledge;
  CaseFeed& feed;
  async::Pool& compute;  // for drafting
  Log& log;
  const Clock& clock;
  std::string finalising_key;  // of the old interface's /authenticate; empty: that route is closed
  Histogram generation_time;   // of one preparation, from its turn to its end
  DraftShelf& drafts;
  CaseWriter* writer;                     // null: no model is configured
  const documents::Documents& documents;  // keeps the files complaints come in as
  Transcriber& transcriber;
  StatuteShelf& statutes;

  once::Keeping keeping() const { return {database, idempotency}; }
  CaseDesk desk() const { return {jobs, cases, clock, &feed, writer}; }
};

// One command to one case: the rules decide, then state, journal and the job that prepares what comes next are written
// in the caller's transaction; whoever listens is told once it is committed. `by` is who acts, as the station knows
// them; empty: the principal. Fails as advance() does. A command that changes nothing is fine.
Result<Case> act(const CaseDesk& desk, store::Transaction& transaction, const Context& context, CaseId id,
                 decltype(dossier::fir::Command::what) what, const std::string& by);
Result<Case> act(Services& services, store::Transaction& transaction, const Context& context, CaseId id,
                 decltype(dossier::fir::Command::what) what, const std::string& by);

// The file a complaint came in as, and its bytes, safe on the disk.
struct NewOriginal {
  dossier::fir::Original original;
  documents::KeptBlob blob;
};

// A complaint becomes a case.
struct NewCase {
  std::string text;                           // empty where there is an original
  std::vector<dossier::fir::CaseFact> facts;  // checked
  std::string by;
  std::optional<NewOriginal> original = {};
};
Result<Case> open_case(Services& services, store::Transaction& transaction, const Context& context,
                       const NewCase& complaint);

}  // namespace dossier::desks::fir
