#pragma once

namespace dossier::net {

// Which requests give way when there is more to do than can be done.
enum class Lane {
  vital,   // health and metrics: always served
  people,  // what people ask and decide
  ingest,  // what brings new work in, and can be sent again later: first to be refused
};

}  // namespace dossier::net
