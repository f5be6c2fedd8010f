#pragma once

#include "desks/funds/services.h"
#include "net/router.h"

namespace dossier::desks::funds {

class ChatStreams;
class Phraser;
class SecondLook;

// The routes of the fund desk, as its existing clients know them (/docs of a running server). The services outlive the
// router.
void add_fund_routes(net::Router& router, Services& services);      // /api/funds/...
void add_ledger_routes(net::Router& router, Services& services);    // .../ledger, figures, flags
void add_analysis_routes(net::Router& router, Services& services);  // .../analysis, bridge, market ..., /api/pool
void add_metric_routes(net::Router& router, Services& services);    // /api/metrics/...
void add_document_routes(net::Router& router, Services& services);  // /api/documents/...
// /api/chat/...; `phraser` is null where no text model is configured, `look` where no embedding model is, too.
void add_chat_routes(net::Router& router, Services& services, Phraser* phraser, SecondLook* look);
void add_chat_stream_route(net::Router& router, Services& services, Phraser* phraser, SecondLook* look,
                           ChatStreams& streams);

}  // namespace dossier::desks::funds
