#pragma once

#include "desks/fir/cases.h"
#include "net/router.h"

namespace dossier::desks::fir {

// The routes of the FIR desk (/docs of a running server). The services outlive the router.
void add_case_routes(net::Router& router, Services& services);           // /api/cases/...: looking
void add_case_change_routes(net::Router& router, Services& services);    // /api/cases/...: acting
void add_case_original_routes(net::Router& router, Services& services);  // /api/cases/upload, /{id}/original
void add_report_routes(net::Router& router, Services& services);         // /api/cases/{id}/report.pdf, .html, .txt
void add_statute_routes(net::Router& router, Services& services);        // /api/statutes/...
void add_redaction_routes(net::Router& router, Services& services);      // /api/cases/{id}/redaction
// Of the old interface: /process, /validate ... to the completed draft; /fir/{number}, /authenticate ... from there.
void add_contract_step_routes(net::Router& router, Services& services);
void add_contract_report_routes(net::Router& router, Services& services);
void add_case_event_routes(net::Router& router, Services& services);  // /api/cases/events, /api/cases/{id}/events

}  // namespace dossier::desks::fir
