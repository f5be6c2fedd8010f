#include "server/doctor.h"

#include "base/exit_status.h"
#include "models/ca_file.h"
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

std::vector<Finding> check_settings(const Config& config) {
  std::vector<Finding> found;
  for (const Error& wrong : config.left_out) found.push_back({"settings", wrong.text(), false});
  if (found.empty()) found.push_back({"settings", "all understood"});
  return found;
}

// What is set for one use of models, and what is wrong with it.
struct RoleState {
  std::vector<models::EndpointOptions> endpoints;
  std::vector<Error> faults;           // of the settings, then of the servers
  std::vector<std::string> answering;  // endpoints that do

  bool unset() const { return endpoints.empty() && faults.empty(); }
  bool dead() const { return !unset() && answering.empty(); }
};

// Asks the servers of the role whether they answer as they should. Whose certificate cannot be checked, because the
// file of those to trust is wrong, is not asked: that it is wrong is told by itself.
RoleState state_of(const models::RoleOptions& role, const std::string& ca_file, bool trusting) {
  models::EndpointList list = models::read_endpoints(role);
  RoleState state{std::move(list.endpoints), std::move(list.faults), {}};
  for (const models::EndpointOptions& endpoint : state.endpoints) {
    const bool over_tls = endpoint.url.starts_with("https:");
    if (over_tls && !trusting) continue;
    std::vector<Error> wrong = check_model_servers({endpoint}, over_tls ? ca_file : "");
    if (wrong.empty()) state.answering.push_back(endpoint.name);
    for (Error& fault : wrong) state.faults.push_back(std::move(fault));
  }
  return state;
}

// Who writes down complaints that come as a recording or a picture.
Finding check_transcripts(const RoleState& speech, const RoleState& image) {
  const auto writer = [](const RoleState& role, const char* setting) {
    if (role.unset()) return "a person (" + std::string(setting) + " is not set)";
    if (role.dead()) return "nobody until " + std::string(setting) + " is put right (see models)";
    return role.answering.front();
  };
  return {"transcripts",
          "recordings: " + writer(speech, "models.speech_url") + ", pictures: " + writer(image, "models.image_url"),
          !speech.dead() && !image.dead()};
}

// What the settings say, and whether the servers behind them answer as they should: a line for each fault.
std::vector<Finding> check_models(const Config& config) {
  const models::ModelsOptions options = models_options(config);
  std::vector<Finding> found;
  const Result<void> trusted = options.ca_file.empty() ? Result<void>() : models::check_ca_file(options.ca_file);
  if (!trusted) found.push_back({"models", trusted.error().text(), false});
  std::vector<RoleState> roles;
  std::string good;
  for (const models::RoleOptions& role : {options.text, options.embedding, options.speech, options.image}) {
    roles.push_back(state_of(role, options.ca_file, trusted.has_value()));
    for (const Error& wrong : roles.back().faults) found.push_back({"models", wrong.text(), false});
    for (const models::EndpointOptions& endpoint : roles.back().endpoints)
      good += (good.empty() ? "" : ", ") + endpoint.name + " at " + endpoint.url;
  }
  if (found.empty()) found.push_back({"models", good.empty() ? "none configured; answers are made by rules" : good});
  found.push_back(check_transcripts(roles[2], roles[3]));
  return found;
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
  if (list.endpoints.empty() && !list.faults.empty()) return {"embeddings", "none until its setting is right", false};
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
  std::vector<Finding> findings = check_settings(config);
  for (Finding finding : {check_address(config), check_folder(config), check_database(config), check_worker(config)})
    findings.push_back(std::move(finding));
  for (Finding& finding : check_models(config)) findings.push_back(std::move(finding));
  findings.push_back(check_embeddings(config));
  bool all_good = true;
  for (const Finding& finding : findings) {
    out << (finding.good ? "  ok    " : "  WRONG ") << std::left << std::setw(12) << finding.what << ' '
        << finding.state << '\n';
    all_good = all_good && finding.good;
  }
  for (const auto& [key, value] : shown_config(config))
    out << "  " << std::left << std::setw(28) << key << ' ' << value << '\n';
  return all_good ? exit_done : exit_failed;
}

}  // namespace dossier::server
