#include "async/pool.h"
#include "base/exit_status.h"
#include "desks/fir/draft_shelf.h"
#include "desks/fir/limits.h"
#include "desks/fir/preparing.h"
#include "desks/fir/routes.h"
#include "desks/fir/statute_shelf.h"
#include "desks/fir/transcribing.h"
#include "desks/funds/chat_streams.h"
#include "desks/funds/ingest.h"
#include "desks/funds/routes.h"
#include "desks/funds/second_look.h"
#include "models/kept_embedder.h"
#include "models/limits.h"
#include "models/warm_up.h"
#include "net/openapi.h"
#include "net/server.h"
#include "server/backlog_watch.h"
#include "server/command_line.h"
#include "server/doctor.h"
#include "server/health_routes.h"
#include "server/housekeeping.h"
#include "server/run_on_loop.h"
#include "server/supervisor.h"
#include "server/version.h"
#include "server/wiring.h"

#include <malloc.h>

#include <iostream>
#include <memory>

namespace dossier::server {
namespace {

constexpr auto kLoopSilenceMax = std::chrono::seconds(5);  // a loop that does not turn for so long is stuck

// Everything the server is made of, in the order in which it is made; it ends in the opposite order. Arrows point up.
Result<void> serve(const Config& config, Supervisor& supervisor) {
  const Clock& clock = system_clock();
  TRY_DO(check_config(config));
  Log log(log_options(config), clock);
  Metrics metrics;
  for (const Error& fault : config.left_out)
    log.warning("setting_left_out", {{"setting", fault.where}, {"error", fault.message}});

  // Where things run.
  net::Loops loops(io_threads(config), metrics);
  async::Pool files(pool_options(config, "files", 2, metrics));
  async::PoolOptions thinking = pool_options(config, "compute", io_threads(config), metrics);
  thinking.lowered = true;
  async::Pool compute(std::move(thinking));
  async::Pool looking({.name = "looking", .threads = 1, .queue_max = 16});  // metrics, however busy the others are

  // What is kept, and what reads it.
  TRY(const auto database, store::Database::open(database_options(config)));
  TRY_DO(net::prepare_incoming(incoming_folder(config)));
  const store::Journal journal(clock);
  const store::Idempotency idempotency(clock);
  extract::Extractor extractor(extractor_options(config));
  const documents::Documents documents(*database, extractor, files, clock);

  // Who phrases, where model servers are configured. Everything works without them.
  TraceNotes traces;  // from who asks to whom we ask
  models::Models models(models_options(config), {log, metrics, clock, &traces});

  // What is done later, and survives the process. A case that waits for a model, or its transcript, holds up no other
  // job.
  const desks::fir::CaseWriter::Options writing = case_writer_options(config, models);
  store::Jobs jobs(*database, loops.executor(0), clock,
                   {.slots = limits::kJobSlots + writing.cases_max + limits::kTranscriptionSlots});

  // The fund desk.
  const desks::funds::LedgerStore ledgers(journal, clock);
  const desks::funds::ConversationStore conversations(clock);
  desks::funds::PassageShelf passages(limits::kDocumentsOnShelfMax);
  desks::funds::AskingShelf bases(desks::funds::kBasesOnShelfMax, desks::funds::kBasesRowsMax);
  desks::funds::MetricsShelf fund_metrics(desks::funds::kMetricsOnShelfMax);
  desks::funds::ProgressBoard progress(limits::kProgressStreamsMax);
  desks::funds::Services funds{*database,
                               jobs,
                               idempotency,
                               documents,
                               ledgers,
                               conversations,
                               passages,
                               bases,
                               fund_metrics,
                               progress,
                               compute,
                               log,
                               static_cast<std::size_t>(config.uploads.bytes_max),
                               query_time(metrics, "funds")};
  jobs.handle(desks::funds::kIngestKind, desks::funds::ingest_handler(funds));

  std::unique_ptr<desks::funds::Phraser> phraser;
  if (models::TextModel* model = models.text()) {
    desks::funds::Phraser::Parts parts{*model, loops.executor(0), compute, log, metrics, clock};
    phraser = std::make_unique<desks::funds::Phraser>(phraser_options(config), parts);
  }

  std::unique_ptr<models::KeptEmbedder> kept;
  std::unique_ptr<models::RememberingEmbedder> embedder;
  std::unique_ptr<desks::funds::SecondLook> look;
  if (models::Embedder* model = models.embedder(); model != nullptr && phraser) {
    models::KeptEmbedder::Parts behind{*model, *database, loops.executor(0), log, metrics, clock};
    kept = std::make_unique<models::KeptEmbedder>(embedding_model_name(config), behind);
    embedder = std::make_unique<models::RememberingEmbedder>(
        limits::kEmbeddingsKeptMax, models::RememberingEmbedder::Parts{*kept, loops.executor(0), metrics});
    desks::funds::SecondLook::Parts parts{*embedder, loops.executor(0), compute, log, metrics, clock};
    look = std::make_unique<desks::funds::SecondLook>(parts);
  }

  desks::funds::ChatStreams chat_streams(loops.executor(0), log);

  // The FIR desk. Its knowledge is read beside the start.
  const desks::fir::SharedKnowledge knowledge(compute, knowledge_folder());
  const desks::fir::CaseStore cases(journal);
  desks::fir::CaseFeed case_feed;
  desks::fir::DraftShelf drafts({knowledge, loops.executor(0), compute, metrics, clock, query_time(metrics, "fir")});
  std::unique_ptr<desks::fir::CaseWriter> writer;
  if (models::TextModel* model = models.text()) {
    desks::fir::CaseWriter::Parts parts{*model, loops.executor(0), compute, log, metrics, clock};
    writer = std::make_unique<desks::fir::CaseWriter>(writing, parts);
  }
  desks::fir::StatuteShelf statutes(config.statutes.file, {*database, loops.executor(0), compute, log, clock});
  desks::fir::Transcriber transcriber(transcriber_options(config), {models.speech(), models.image(), metrics, clock});
  desks::fir::Services fir{
      *database,
      jobs,
      idempotency,
      cases,
      knowledge,
      case_feed,
      compute,
      log,
      clock,
      config.auth.fir_key,
      metrics.histogram("fir_generation_duration_seconds", "One preparation of a case, from its turn to its end."),
      drafts,
      writer.get(),
      documents,
      transcriber,
      statutes};
  jobs.handle(desks::fir::kPrepareKind, desks::fir::preparation_handler(fir));
  jobs.handle(desks::fir::kTranscribeKind, desks::fir::transcription_handler(fir));

  // What can be asked.
  net::Router router;
  ProgramGauges gauges(metrics, {&files, &compute}, *database, log, models);
  DependencyWatch dependencies({loops.executor(0), *database, models, clock});
  WatchedCaches caches = {{"knowledge", [&] { return drafts.counters(); }}};
  if (phraser) caches.push_back({"phrased_answers", [&] { return phraser->counters(); }});
  if (embedder) caches.push_back({"embeddings", [&] { return embedder->counters(); }});
  if (kept) caches.push_back({"embeddings_kept", [&] { return kept->counters(); }});
  HealthRoutes health(
      {config, *database, looking, loops.executor(0), metrics, gauges, models, dependencies, std::move(caches), clock});
  health.add(router);
  desks::funds::add_fund_routes(router, funds);
  desks::funds::add_ledger_routes(router, funds);
  desks::funds::add_analysis_routes(router, funds);
  desks::funds::add_metric_routes(router, funds);
  desks::funds::add_document_routes(router, funds);
  desks::funds::add_chat_routes(router, funds, phraser.get(), look.get());
  desks::funds::add_chat_stream_route(router, funds, phraser.get(), look.get(), chat_streams);
  desks::fir::add_case_routes(router, fir);
  desks::fir::add_case_change_routes(router, fir);
  desks::fir::add_case_event_routes(router, fir);
  desks::fir::add_case_original_routes(router, fir);
  desks::fir::add_report_routes(router, fir);
  desks::fir::add_statute_routes(router, fir);
  desks::fir::add_redaction_routes(router, fir);
  desks::fir::add_contract_step_routes(router, fir);
  desks::fir::add_contract_report_routes(router, fir);
  net::add_docs_routes(
      router, {.title = "Dossier",
               .version = std::string(kVersion),
               .description = "Reports become ledgers, metrics and cited answers; complaints become reports an "
                              "officer signs.",
               .key_needed = !config.auth.api_key.empty()});

  TRY(const auto server, net::Server::start(server_options(config), {.loops = loops,
                                                                     .router = router,
                                                                     .files = files,
                                                                     .log = log,
                                                                     .metrics = metrics,
                                                                     .queues = {&files, &compute},
                                                                     .memory_in_use = net::resident_bytes,
                                                                     .traces = &traces}));
  TRY_DO(run_on_loop(loops.executor(0), [&] { return jobs.start(); }));
  Housekeeping housekeeping(loops.executor(0), funds, fir, log);
  housekeeping.start();
  BacklogWatch backlog(loops.executor(0), *database, *server);
  backlog.start();
  // Servers that come up are woken: the first person who asks need not wait until a model is loaded.
  models::HealthWatch model_health(loops.executor(0), models, log, [&](models::Endpoint& endpoint) {
    const bool embeds = endpoint.options().role == "embedding" && kept;
    return embeds ? kept->check_model(Deadline::after(limits::kModelWarmUpTime)) : models::warm_up(endpoint);
  });
  run_on_loop(loops.executor(0), [&] { return model_health.start(); });
  dependencies.start();
  health.serving(*server);
  const std::string address = "http://" + server_options(config).host + ":" + std::to_string(server->port());
  log.info("serving",
           {{"address", address}, {"data", config.data.dir}, {"io_threads", loops.size()}, {"version", kVersion}});
  supervisor.ready("serving " + address);

  const std::string signal = supervisor.wait([&] { return clock.steady() - loops.oldest_turn() < kLoopSilenceMax; });
  supervisor.stopping();
  log.info("stopping", {{"signal", signal}, {"requests", server->counters().requests}});
  const Deadline deadline = Deadline::after(std::chrono::seconds(config.server.shutdown_seconds));
  case_feed.close();
  const bool finished = server->stop(deadline);
  (void)run_on_loop(loops.executor(0), [&] { return chat_streams.end(deadline); });
  housekeeping.stop(deadline);
  backlog.stop(deadline);
  dependencies.stop(deadline);
  run_on_loop(loops.executor(0), [&] { return model_health.stop(deadline); });
  if (writer) (void)run_on_loop(loops.executor(0), [&] { return writer->end(deadline); });
  if (look) (void)run_on_loop(loops.executor(0), [&] { return look->end(deadline); });
  if (embedder) (void)run_on_loop(loops.executor(0), [&] { return embedder->end(deadline); });
  if (kept) (void)run_on_loop(loops.executor(0), [&] { return kept->end(deadline); });
  if (phraser) (void)run_on_loop(loops.executor(0), [&] { return phraser->end(deadline); });
  run_on_loop(loops.executor(0), [&] { return jobs.stop(deadline); });
  (void)run_on_loop(loops.executor(0), [&] { return drafts.end(deadline); });
  (void)run_on_loop(loops.executor(0), [&] { return statutes.end(deadline); });
  (void)run_on_loop(loops.executor(0), [&] { return health.end(deadline); });
  log.info("stopped", {{"all_finished", finished}});
  return {};
}

// As many heaps as threads that serve, before there is any. The C library makes eight for each core, and what a thread
// frees in one of them is of no use to the others: after floods the server kept 130 MB where with two heaps it
// keeps 98.
void bound_heaps(const Config& config) {
  mallopt(M_ARENA_MAX, static_cast<int>(std::max<std::size_t>(2, io_threads(config))));
}

int run_serve(const Config& config) {
  bound_heaps(config);
  Supervisor supervisor;
  const Result<void> served = serve(config, supervisor);
  if (served) return exit_done;
  std::cerr << "dossier: " << served.error().text() << '\n';
  return exit_status_of(served.error().code);
}

int run_doctor_command(const Config& config) {
  return run_doctor(config, std::cout);
}

}  // namespace
}  // namespace dossier::server

int main(int argc, char** argv) {
  try {
    return dossier::server::run_command_line(
        argc, argv, {.serve = dossier::server::run_serve, .doctor = dossier::server::run_doctor_command});
  } catch (const std::exception& fault) {
    std::cerr << "dossier: a fault of the program: " << fault.what() << '\n';
    return dossier::exit_failed;
  }
}
