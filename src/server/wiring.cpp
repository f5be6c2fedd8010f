#include "server/wiring.h"

#include "desks/fir/limits.h"
#include "desks/fir/store_schema.h"
#include "desks/funds/store_schema.h"
#include "documents/schema.h"
#include "models/embedding_table.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <thread>

namespace dossier::server {

namespace {

// In the order of cmake/Rooms.cmake.
std::vector<store::Migration> all_migrations() {
  std::vector<store::Migration> all = store::migrations();
  for (const auto& room :
       {documents::migrations(), models::migrations(), desks::funds::migrations(), desks::fir::migrations()})
    all.insert(all.end(), room.begin(), room.end());
  return all;
}

}  // namespace

LogOptions log_options(const Config& config) {
  const bool at_terminal = config.log.format == "auto" && isatty(STDERR_FILENO) != 0;
  return {.least = parse_log_level(config.log.level).value_or(LogLevel::info),
          .human = at_terminal || config.log.format == "human"};
}

store::DatabaseOptions database_options(const Config& config) {
  return {.folder = config.data.dir,
          .migrations = all_migrations(),
          .readers = static_cast<std::size_t>(config.data.readers)};
}

extract::ExtractorOptions extractor_options(const Config& config) {
  return {.worker = worker_path(config), .workers = static_cast<int>(config.extract.workers)};
}

net::ServerOptions server_options(const Config& config) {
  net::ServerOptions options;
  options.host = config.server.host == "localhost" ? "127.0.0.1" : config.server.host;
  options.port = static_cast<std::uint16_t>(config.server.port);
  options.incoming = incoming_folder(config);
  options.connections_max = static_cast<std::size_t>(config.server.connections_max);
  options.times.head = std::chrono::seconds(config.server.head_seconds);
  options.times.body = std::chrono::seconds(config.server.body_seconds);
  options.times.upload = std::chrono::seconds(config.server.upload_seconds);
  options.times.stall = std::chrono::seconds(config.server.stall_seconds);
  options.door = {.uploads_max = static_cast<std::size_t>(config.overload.uploads_max),
                  .backlog_max = static_cast<std::size_t>(config.overload.backlog_max),
                  .ingest_memory_bytes = static_cast<std::uint64_t>(config.overload.ingest_memory_mb) << 20,
                  .memory_bytes = static_cast<std::uint64_t>(config.overload.memory_mb) << 20};
  options.cors_origins = config.cors.origins;
  options.api_key = config.auth.api_key;
  options.rate_limit_requests = static_cast<std::size_t>(config.rate_limit.requests);
  options.rate_limit_window = std::chrono::seconds(config.rate_limit.window_seconds);
  options.trust_forwarded = config.rate_limit.trust_forwarded;
  return options;
}

async::PoolOptions pool_options(const Config& config, std::string name, std::size_t threads, Metrics& metrics) {
  Histogram waited = metrics.histogram("pool_wait_seconds", "From the queue to a thread.", {{"pool", name}});
  return {.name = std::move(name),
          .threads = threads,
          .queue_max = limits::kPoolQueueMax,
          .reserve = limits::kPoolQueueReserve,
          .queue_time_max = std::chrono::milliseconds(config.overload.queue_ms),
          .on_turn = [waited](std::chrono::nanoseconds time) mutable {
            waited.observe(std::chrono::duration<double>(time).count());
          }};
}

Histogram query_time(Metrics& metrics, const std::string& desk) {
  return metrics.histogram("kb_query_duration_seconds", "A question put to what is known, from the look to the answer.",
                           {{"desk", desk}});
}

models::ModelsOptions models_options(const Config& config) {
  const auto& given = config.models;
  const auto role = [](std::string name, const std::string& urls, const std::string& names, const std::string& keys,
                       std::int64_t slots, std::int64_t waiting_max) {
    return models::RoleOptions{.role = std::move(name),
                               .urls = urls,
                               .models = names,
                               .api_keys = keys,
                               .slots = static_cast<std::size_t>(slots),
                               .waiting_max = static_cast<std::size_t>(waiting_max)};
  };
  return {.text = role("text", given.text_url, given.text_model, given.text_api_key, given.text_slots,
                       given.text_waiting_max),
          .embedding = role("embedding", given.embedding_url, given.embedding_model, given.embedding_api_key,
                            given.embedding_slots, given.embedding_waiting_max),
          .speech = role("speech", given.speech_url, given.speech_model, given.speech_api_key, given.speech_slots,
                         given.speech_waiting_max),
          .image = {.role = "image", .urls = given.image_url, .api_keys = given.image_api_key},
          .ca_file = given.ca_file};
}

std::string embedding_model_name(const Config& config) {
  return config.models.embedding_model.empty() ? config.models.embedding_url : config.models.embedding_model;
}

desks::funds::PhraserOptions phraser_options(const Config& config) {
  return {.time = std::chrono::seconds(config.models.answer_seconds),
          .tokens_max = static_cast<int>(config.models.answer_tokens_max),
          .figures = config.models.phrase_figures};
}

desks::fir::CaseWriter::Options case_writer_options(const Config& config, const models::Models& models) {
  std::size_t places = 0;
  for (const models::Endpoint* endpoint : models.endpoints()) {
    if (endpoint->options().role == "text") places += endpoint->options().slots + endpoint->options().waiting_max;
  }
  return {.time = std::chrono::seconds(config.models.case_seconds),
          .cases_max = std::clamp<std::size_t>(places / limits::kCallsPerCase, 1, limits::kCasesWrittenMax)};
}

desks::fir::Transcriber::Options transcriber_options(const Config& config) {
  return {.speech_time = std::chrono::seconds(config.models.speech_seconds),
          .picture_time = std::chrono::seconds(config.models.image_seconds)};
}

std::size_t io_threads(const Config& config) {
  if (config.server.io_threads > 0) return static_cast<std::size_t>(config.server.io_threads);
  return std::max(1u, std::thread::hardware_concurrency());
}

std::filesystem::path worker_path(const Config& config) {
  if (!config.extract.worker.empty()) return config.extract.worker;
  std::error_code ignored;
  return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path() / "dossier-extract";
}

std::filesystem::path incoming_folder(const Config& config) {
  return std::filesystem::path(config.data.dir) / "incoming";
}

std::string knowledge_folder() {
  const char* folder = std::getenv("DOSSIER_KNOWLEDGE_DIR");
  return folder == nullptr ? "" : folder;
}

}  // namespace dossier::server
