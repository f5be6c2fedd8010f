#pragma once

#include "desks/fir/cases.h"
#include "net/router.h"

namespace dossier::desks::fir {

// The routes of the FIR desk (/docs of a running server). The services outlive the router.
void add_case_routes(net::Router& router, Services& services);         // /api/cases/...: looking
void add_case_change_routes(net::Router& router, Services& services);  // /api/cases/...: acting
void add_report_routes(net::Router& router, Services& services);       // /api/cases/{id}/report.pdf, .html, .txt
void add_contract_routes(net::Router& router, Services& services);     // /process, /validate ... of the old interface
void add_case_event_routes(net::Router& router, Services& services);   // /api/cases/events, /api/cases/{id}/events

}  // namespace dossier::desks::fir
