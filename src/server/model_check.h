#pragma once

#include "models/models.h"

#include <vector>

namespace dossier::server {

// Asks every configured model server for the list of its models: whether it can be reached, whether its certificate is
// trusted, whether it takes the key, whether it serves the model. What is wrong says what to change. Blocks, for each
// no longer than limits::kModelHealthTime; for `dossier doctor`.
std::vector<Error> check_model_servers(const std::vector<models::EndpointOptions>& endpoints,
                                       const std::string& ca_file);

// How long the vectors of an embedding server are. Blocks as the above.
Result<std::size_t> embedding_size(const models::EndpointOptions& endpoint, const std::string& ca_file);

}  // namespace dossier::server
