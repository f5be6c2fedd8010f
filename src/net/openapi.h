#pragma once

#include "net/router.h"

#include <string>

namespace dossier::net {

struct ApiInfo {
  std::string title, version, description;
  bool key_needed = false;  // an API key is configured
};

// The OpenAPI 3.1 document of every route that is not hidden: parameters, bodies, answers and failures, from the same
// tables that decode and encode them.
std::string openapi_document(const Router& router, const ApiInfo& info);

// Adds /openapi.json, the page /docs that shows it without any other server's help, and /redoc, which leads there. The
// router outlives its routes; routes added later are in the document as long as they are added before the first
// request.
void add_docs_routes(Router& router, ApiInfo info);

}  // namespace dossier::net
