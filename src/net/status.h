#pragma once

#include "base/error.h"
#include "net/response.h"

#include <string_view>

namespace dossier::net {

// Whose rules an answer follows: those of one of the two existing contracts, or ours.
//   funds: {"detail": "..."}; 422 as a list of problems; unknown fields ignored; numbers also as text
//   fir:   the same with "error" beside "detail"
//   own:   application/problem+json (RFC 9457) with the fields by name; unknown fields refused; types exact
enum class Style { own, funds, fir };

// The one place where the kinds of failure become HTTP statuses.
int status_of(ErrorCode code);
std::string_view reason_of(int status);  // "Not Found"

// A failure as its answer: status, body in the route's style, Retry-After when trying again later helps.
Response error_response(const Error& error, Style style);
// The same for what HTTP itself refuses (404, 405, 408, 413 ...).
Response refusal(int status, std::string_view detail, Style style);

}  // namespace dossier::net
