#pragma once

#include "base/log.h"
#include "desks/fir/case_writer.h"
#include "desks/fir/transcriber.h"
#include "desks/funds/phraser.h"
#include "extract/extractor.h"
#include "models/models.h"
#include "net/server.h"
#include "server/config.h"
#include "store/database.h"

#include <filesystem>

// How the configuration becomes the options of the parts. Only translation: the parts themselves are made in main.cpp.
namespace dossier::server {

LogOptions log_options(const Config& config);
store::DatabaseOptions database_options(const Config& config);
extract::ExtractorOptions extractor_options(const Config& config);
net::ServerOptions server_options(const Config& config);
// A pool whose waits are measured as pool_wait_seconds{pool}. The metrics outlive it.
async::PoolOptions pool_options(const Config& config, std::string name, std::size_t threads, Metrics& metrics);
// kb_query_duration_seconds{desk}.
Histogram query_time(Metrics& metrics, const std::string& desk);
models::ModelsOptions models_options(const Config& config);
// What tells the embedding model from another: its name, or where it is when it has none.
std::string embedding_model_name(const Config& config);
desks::funds::PhraserOptions phraser_options(const Config& config);
// As many cases at once as the text servers let in and keep waiting.
desks::fir::CaseWriter::Options case_writer_options(const Config& config, const models::Models& models);
desks::fir::Transcriber::Options transcriber_options(const Config& config);
std::size_t io_threads(const Config& config);
std::filesystem::path worker_path(const Config& config);
std::filesystem::path incoming_folder(const Config& config);
// The folder that an officer or lawyer works on in the place of the knowledge built in; empty: none.
std::string knowledge_folder();

}  // namespace dossier::server
