#include "server/doctor.h"

#include "base/exit_status.h"
#include "models/kept_embedder.h"
#include "net/incoming.h"
#include "server/model_check.h"
#include "server/version.h"
#include "server/wiring.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <iomanip>
#include <ostream>

namespace dossier::server {
namespace {

// Below this an upload of the largest size may not fit any more.
constexpr std::uintmax_t kFreeBytesMin = std::uintmax_t{1024} * 1024 * 1024;

struct Finding {
  std::string what, state;
  bool good = true;
};

Finding check_address(const Config& config) {
  const auto allowed = check_config(config);
  const std::string where = config.server.host + ":" + std::to_string(config.server.port);
  if (!allowed) return {"address", allowed.error().text(), false};
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(config.server.port));
  inet_pton(AF_INET, server_options(config).host.c_str(), &address.sin_addr);
  const int yes = 1;
  setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  const bool free = ::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  ::close(socket);
  return {"address", free ? where + " is free" : where + " is taken: a server is running, or choose another --port",
          true};
}

Finding check_folder(const Config& config) {
  std::error_code fault;
  const std::filesystem::path folder = config.data.dir;
  std::filesystem::create_directories(folder, fault);
  if (fault || access(folder.c_str(), W_OK | X_OK) != 0) {
    return {"data folder", folder.string() + " cannot be written; give another --data or change its owner", false};
  }
  const auto space = std::filesystem::space(folder, fault);
  if (!fault && space.available < kFreeBytesMin) {
    return {"data folder", folder.string() + ": less than 1 GiB is free; make room before uploads are refused", false};
  }
  return {"data folder", folder.string() + ", " + std::to_string(space.available >> 30) + " GiB free"};
}

Finding check_database(const Config& config) {
  const auto options = database_options(config);
  if (!std::filesystem::exists(store::Database::file_in(options.folder)))
    return {"database", "none yet; the first start makes it"};
  auto database = store::Database::observe(options);
  if (!database) return {"database", database.error().text(), false};
  const auto whole = (*database)->read_now([](store::Session& session) -> Result<std::string> {
    TRY(auto said,
        session.first("PRAGMA quick_check(1)", {}, [](const store::Row& row) { return std::string(row.text(0)); }));
    return said.value_or("ok");
  });
  if (!whole) return {"database", whole.error().text(), false};
  if (*whole != "ok") return {"database", "damaged (" + *whole + "); restore a backup", false};
  return {"database", "whole"};
}

Finding check_worker(const Config& config) {
  const auto path = worker_path(config);
  if (access(path.c_str(), X_OK) != 0)
    return {"worker", path.string() + " is missing; build the target dossier-extract or set extract.worker", false};
  return {"worker", path.string()};
}

Finding check_settings(const Config& config) {
  if (config.left_out.empty()) return {"settings", "all understood"};
  return {"settings", config.left_out.front().text(), false};
}

// What the settings say, and whether the servers behind them answer as they should.
Finding check_models(const Config& config) {
  const models::ModelsOptions options = models_options(config);
  std::string good;
  std::vector<models::EndpointOptions> all;
  for (const models::RoleOptions& role : {options.text, options.embedding, options.speech, options.image}) {
    const models::EndpointList list = models::read_endpoints(role);
    if (!list.faults.empty()) return {"models", list.faults.front().text(), false};
    for (const models::EndpointOptions& endpoint : list.endpoints)
      good += (good.empty() ? "" : ", ") + endpoint.name + " at " + endpoint.url;
    all.insert(all.end(), list.endpoints.begin(), list.endpoints.end());
  }
  if (!options.ca_file.empty() && access(options.ca_file.c_str(), R_OK) != 0)
    return {"models", options.ca_file + " cannot be read; set models.ca_file to a PEM file", false};
  if (const std::vector<Error> wrong = check_model_servers(all, options.ca_file); !wrong.empty())
    return {"models", wrong.front().text(), false};
  return {"models", good.empty() ? "none configured; answers are made by rules" : good};
}

// Who writes down complaints that come as a recording or a picture.
Finding check_transcripts(const Config& config) {
  const models::ModelsOptions options = models_options(config);
  const auto writer = [](const models::RoleOptions& role, const char* setting) {
    const models::EndpointList list = models::read_endpoints(role);
    return list.endpoints.empty() ? "a person (" + std::string(setting) + " is not set)" : list.endpoints.front().name;
  };
  return {"transcripts", "recordings: " + writer(options.speech, "models.speech_url") +
                             ", pictures: " + writer(options.image, "models.image_url")};
}

Result<std::optional<models::EmbeddingModel>> kept_model(store::Session& session, std::int64_t& count) {
  TRY(const auto model, models::EmbeddingTable::model(session));
  if (!model) return model;
  TRY(count, models::EmbeddingTable::count(session, *model));
  return model;
}

// Whether the embedding server still makes vectors like those that are kept.
Finding check_embeddings(const Config& config) {
  const models::ModelsOptions options = models_options(config);
  const models::EndpointList list = models::read_endpoints(options.embedding);
  if (list.endpoints.empty()) return {"embeddings", "none configured; words alone find passages"};
  const Result<std::size_t> size = embedding_size(list.endpoints.front(), options.ca_file);
  if (!size) return {"embeddings", size.error().text(), false};
  const std::string now = "vectors of " + std::to_string(*size) + " numbers";
  const auto stored = database_options(config);
  if (!std::filesystem::exists(store::Database::file_in(stored.folder))) return {"embeddings", now};
  std::int64_t count = 0;
  auto database = store::Database::observe(stored);
  const auto kept = !database
                        ? Result<std::optional<models::EmbeddingModel>>(database.error())
                        : (*database)->read_now([&](store::Session& session) { return kept_model(session, count); });
  const std::string name = embedding_model_name(config);
  if (!kept || !*kept || count == 0 || (*kept)->is(name, *size)) return {"embeddings", now};
  return {"embeddings", models::embedding_change(**kept, name, *size, count), false};
}

}  // namespace

int run_doctor(const Config& config, std::ostream& out) {
  out << "dossier " << kVersion << '\n';
  bool all_good = true;
  for (const Finding& finding :
       {check_settings(config), check_address(config), check_folder(config), check_database(config),
        check_worker(config), check_models(config), check_transcripts(config), check_embeddings(config)}) {
    out << (finding.good ? "  ok    " : "  WRONG ") << std::left << std::setw(12) << finding.what << ' '
        << finding.state << '\n';
    all_good = all_good && finding.good;
  }
  for (const auto& [key, value] : shown_config(config))
    out << "  " << std::left << std::setw(28) << key << ' ' << value << '\n';
  return all_good ? exit_done : exit_failed;
}

}  // namespace dossier::server
