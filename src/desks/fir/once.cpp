#include "desks/fir/once.h"

namespace dossier::desks::fir {

Repeatable repeatable(const net::Request& request, std::string route) {
  return {std::move(route), request.path, std::string(request.headers.find("Idempotency-Key")), request.body};
}

}  // namespace dossier::desks::fir
