#include "server/config.h"

#include <algorithm>

namespace dossier::server {
namespace {

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

constexpr std::int64_t kMany = 1'000'000'000;

}  // namespace

std::string ConfigKey::dotted() const {
  return std::string(section) + "." + std::string(name);
}
std::string ConfigKey::environment() const {
  return "DOSSIER_" + upper(section) + "_" + upper(name);
}

#define KEY(section, name) #section, #name
#define AT(section, name) [](Config& c) -> ConfigKey::Target { return &c.section.name; }

const std::vector<ConfigKey>& config_keys() {
  static const std::vector<ConfigKey> keys = {
      {KEY(server, host), "Address to listen on; this machine only.", AT(server, host)},
      {KEY(server, port), "Port to listen on; 0 takes any free one.", AT(server, port), 0, 65535},
      {KEY(server, io_threads), "Threads that serve connections; 0: one per core.", AT(server, io_threads), 0, 64},
      {KEY(server, connections_max), "Connections at the same time.", AT(server, connections_max), 1, 100'000},
      {KEY(server, shutdown_seconds), "For requests in flight when the server is told to stop.",
       AT(server, shutdown_seconds), 0, 600},
      {KEY(server, head_seconds), "For the headers of a request to arrive.", AT(server, head_seconds), 1, 600},
      {KEY(server, body_seconds), "For a body that is no upload to arrive.", AT(server, body_seconds), 1, 3'600},
      {KEY(server, upload_seconds), "For a whole upload, and for a client to take a whole answer.",
       AT(server, upload_seconds), 1, 86'400},
      {KEY(server, stall_seconds), "Between two pieces of an upload or of an answer.", AT(server, stall_seconds), 1,
       3'600},
      {KEY(overload, queue_ms), "Work is refused while the first in the queue waits longer; uploads at half of it.",
       AT(overload, queue_ms), 10, 60'000},
      {KEY(overload, uploads_max), "Uploads received at the same time; the next is told to come again.",
       AT(overload, uploads_max), 1, 10'000},
      {KEY(overload, backlog_max), "Accepted work that waits, above which no uploads are taken.",
       AT(overload, backlog_max), 1, kMany},
      {KEY(overload, ingest_memory_mb), "Memory of the server from which on no uploads are taken; 0: no bound.",
       AT(overload, ingest_memory_mb), 0, kMany},
      {KEY(overload, memory_mb), "Memory from which on only health and metrics are answered; 0: no bound.",
       AT(overload, memory_mb), 0, kMany},
      {KEY(data, dir), "Folder of everything that is kept.", AT(data, dir)},
      {KEY(data, readers), "Threads that read the database.", AT(data, readers), 1, 64},
      {KEY(uploads, bytes_max),
       "Largest file that is accepted.",
       AT(uploads, bytes_max),
       1024,
       4 * kMany,
       {},
       "MAX_UPLOAD_SIZE"},
      {KEY(extract, workers), "Processes that read files.", AT(extract, workers), 1, 16},
      {KEY(extract, worker), "The program dossier-extract; empty: the one beside dossier.", AT(extract, worker)},
      {KEY(statutes, file), "The text of the law as JSON Lines, shown and searched; empty: none, or what was loaded.",
       AT(statutes, file)},
      {KEY(log, level),
       "The least severe lines that are written.",
       AT(log, level),
       0,
       0,
       {"debug", "info", "warning", "error"}},
      {KEY(log, format),
       "How lines are written; auto: human at a terminal, else json.",
       AT(log, format),
       0,
       0,
       {"auto", "json", "human"}},
      {KEY(auth, api_key),
       "Asked for as X-API-Key; empty: everybody on this machine may ask.",
       AT(auth, api_key),
       0,
       0,
       {},
       "API_KEY"},
      {KEY(auth, fir_key),
       "Asked for by POST /authenticate, which finalises a report in the old interface; empty: it is refused.",
       AT(auth, fir_key),
       0,
       0,
       {},
       "FIR_AUTH_KEY"},
      {KEY(cors, origins), "Web origins whose pages may ask; * for all.", AT(cors, origins), 0, 0, {}, "CORS_ORIGINS"},
      {KEY(rate_limit, requests),
       "Requests of one client in a window; 0: no limit.",
       AT(rate_limit, requests),
       0,
       kMany,
       {},
       "RATE_LIMIT_REQUESTS"},
      {KEY(rate_limit, window_seconds),
       "Length of the window.",
       AT(rate_limit, window_seconds),
       1,
       86'400,
       {},
       "RATE_LIMIT_WINDOW"},
      {KEY(rate_limit, trust_forwarded), "Whether X-Forwarded-For names the client (behind a proxy of yours only).",
       AT(rate_limit, trust_forwarded)},
      {KEY(models, text_url),
       "Server of the text model; ends in /v1. Several are parted by blanks, each with its weight: URL*3.",
       AT(models, text_url)},
      {KEY(models, text_model), "Name of its model; one for all URLs, or one for each.", AT(models, text_model)},
      {KEY(models, text_api_key), "Its key; one for all URLs, or one for each.", AT(models, text_api_key)},
      {KEY(models, text_slots), "Calls inside one of them at the same time.", AT(models, text_slots), 1, 10'000},
      {KEY(models, text_waiting_max), "Calls that wait for one of them; the next gets the rule-made result at once.",
       AT(models, text_waiting_max), 0, 100'000},
      {KEY(models, embedding_url),
       "Server of the embedding model; ends in /v1. Several are parted by blanks, each with its weight: URL*3.",
       AT(models, embedding_url)},
      {KEY(models, embedding_model), "Name of its model; one for all URLs, or one for each.",
       AT(models, embedding_model)},
      {KEY(models, embedding_api_key), "Its key; one for all URLs, or one for each.", AT(models, embedding_api_key)},
      {KEY(models, embedding_slots), "Calls inside one of them at the same time.", AT(models, embedding_slots), 1,
       10'000},
      {KEY(models, embedding_waiting_max),
       "Calls that wait for one of them; the next gets the rule-made result at once.",
       AT(models, embedding_waiting_max), 0, 100'000},
      {KEY(models, speech_url),
       "Server of the speech model; ends in /v1. Several are parted by blanks, each with its weight: URL*3.",
       AT(models, speech_url)},
      {KEY(models, speech_model), "Name of its model; one for all URLs, or one for each.", AT(models, speech_model)},
      {KEY(models, speech_api_key), "Its key; one for all URLs, or one for each.", AT(models, speech_api_key)},
      {KEY(models, speech_slots), "Calls inside one of them at the same time.", AT(models, speech_slots), 1, 10'000},
      {KEY(models, speech_waiting_max), "Calls that wait for one of them; the next gets the rule-made result at once.",
       AT(models, speech_waiting_max), 0, 100'000},
      {KEY(models, image_url), "Server that reads pictures; ends in /ocr. Several as for text_url.",
       AT(models, image_url)},
      {KEY(models, image_api_key), "Its key; one for all URLs, or one for each.", AT(models, image_api_key)},
      {KEY(models, answer_seconds), "For a model to phrase an answer; then the rule-made answer is given.",
       AT(models, answer_seconds), 1, 300},
      {KEY(models, answer_tokens_max), "Length of a phrased answer.", AT(models, answer_tokens_max), 10, 4'000},
      {KEY(models, phrase_figures),
       "Whether a model also phrases answers computed from a ledger; without, they come in milliseconds.",
       AT(models, phrase_figures)},
      {KEY(models, case_seconds), "For a model to word and judge a case; then the rule-made steps are given.",
       AT(models, case_seconds), 1, 300},
      {KEY(models, speech_seconds), "For a model to write down one recording; then a person is asked to.",
       AT(models, speech_seconds), 1, 3'600},
      {KEY(models, image_seconds), "For a model to read one picture; then a person is asked to.",
       AT(models, image_seconds), 1, 3'600},
      {KEY(models, ca_file), "Certificates (PEM) to trust for model servers; empty: the system's.",
       AT(models, ca_file)},
  };
  return keys;
}

#undef KEY
#undef AT

}  // namespace dossier::server
