#pragma once

#include "base/limits.h"
#include "base/result.h"
#include "desks/fir/limits.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dossier::server {

// What an operator can set. Later sources win: defaults, dossier.toml, environment, command line. Every member here is
// one line of config_keys(), and has no other name anywhere.
struct Config {
  struct {
    std::string host = "127.0.0.1";
    std::int64_t port = 8000;
    std::int64_t io_threads = 0;  // 0: one per core
    std::int64_t connections_max = static_cast<std::int64_t>(limits::kConnectionsMax);
    std::int64_t shutdown_seconds = std::chrono::seconds(limits::kShutdownTime).count();
    std::int64_t head_seconds = std::chrono::seconds(limits::kHeadTime).count();
    std::int64_t body_seconds = std::chrono::seconds(limits::kBodyTime).count();
    std::int64_t upload_seconds = std::chrono::seconds(limits::kUploadTime).count();
    std::int64_t stall_seconds = std::chrono::seconds(limits::kStallTime).count();
  } server;
  struct {
    std::int64_t queue_ms = std::chrono::duration_cast<std::chrono::milliseconds>(limits::kQueueTimeMax).count();
    std::int64_t uploads_max = static_cast<std::int64_t>(limits::kUploadsMax);
    std::int64_t backlog_max = static_cast<std::int64_t>(limits::kBacklogMax);
    std::int64_t ingest_memory_mb = static_cast<std::int64_t>(limits::kIngestMemoryBytesMax >> 20);
    std::int64_t memory_mb = static_cast<std::int64_t>(limits::kMemoryBytesMax >> 20);
  } overload;
  struct {
    std::string dir = "data";
    std::int64_t readers = 3;
  } data;
  struct {
    std::int64_t bytes_max = static_cast<std::int64_t>(limits::kUploadBytesMax);
  } uploads;
  struct {
    std::int64_t workers = 1;
    std::string worker;  // empty: dossier-extract beside the program
  } extract;
  struct {
    std::string file;  // JSON Lines; empty: none
  } statutes;
  struct {
    std::string level = "info";
    std::string format = "auto";  // json, human; auto: human at a terminal
  } log;
  struct {
    std::string api_key;
    std::string fir_key;  // of POST /authenticate
  } auth;
  struct {
    std::vector<std::string> origins = {"http://localhost:3000", "http://localhost:3001", "http://127.0.0.1:3000",
                                        "http://localhost:8000"};
  } cors;
  struct {
    std::int64_t requests = 0;  // 0: no limit
    std::int64_t window_seconds = 60;
    bool trust_forwarded = false;
  } rate_limit;
  struct {
    std::string text_url, text_model, text_api_key;
    std::string embedding_url, embedding_model, embedding_api_key;
    std::string speech_url, speech_model, speech_api_key;
    std::string image_url, image_api_key;
    std::int64_t text_slots = limits::kModelSlots, text_waiting_max = limits::kModelWaitingMax;
    std::int64_t embedding_slots = limits::kModelSlots, embedding_waiting_max = limits::kModelWaitingMax;
    std::int64_t speech_slots = limits::kModelSlots, speech_waiting_max = limits::kModelWaitingMax;
    std::int64_t answer_seconds = std::chrono::seconds(limits::kAnswerModelTime).count();
    std::int64_t answer_tokens_max = limits::kAnswerTokensMax;
    bool phrase_figures = false;
    std::int64_t case_seconds = std::chrono::seconds(limits::kCaseModelTime).count();
    std::int64_t speech_seconds = limits::kSpeechTime.count();
    std::int64_t image_seconds = limits::kPictureTime.count();
    std::string ca_file;
  } models;
  // What is set and cannot be used: told at the start, by /health and by `dossier doctor`, and left out, so that the
  // default holds and the server starts for what works. Faults where the default could be unsafe end the start: who may
  // ask (auth, cors, rate_limit), where it listens (server.host, server.port), where things are kept (data). An unknown
  // name is judged by the setting it most likely means.
  std::vector<Error> left_out;
};

// One key: [section] name in the file, DOSSIER_<SECTION>_<NAME> in the environment.
struct ConfigKey {
  using Target = std::variant<std::string*, std::int64_t*, bool*, std::vector<std::string>*>;

  std::string_view section, name, help;
  Target (*target)(Config& config);
  std::int64_t min = 0, max = 0;               // of a number
  std::vector<std::string_view> choices = {};  // of a text; empty: any
  std::string_view alias = {};                 // a name that deployments of the systems we replace set

  std::string dotted() const;       // "server.port"
  std::string environment() const;  // "DOSSIER_SERVER_PORT"
};

const std::vector<ConfigKey>& config_keys();

// Name and value pairs, as in the environment.
using Environment = std::vector<std::pair<std::string, std::string>>;
Environment process_environment();

// Reads the file (when `file` is given it must exist; else ./dossier.toml if there is one) and the environment. Errors,
// also those that are left out, are invalid_argument, name the key and where it stands, and for an unknown key the
// nearest known one.
Result<Config> load_config(const std::optional<std::string>& file, const Environment& environment);

// Refuses what the program cannot do or must not do, such as listening to other machines without users and TLS.
Result<void> check_config(const Config& config);

// Every key with its value, for `dossier doctor`; secrets as "(set)".
std::vector<std::pair<std::string, std::string>> shown_config(const Config& config);

}  // namespace dossier::server
