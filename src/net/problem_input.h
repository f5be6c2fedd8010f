#pragma once

#include <boost/json/fwd.hpp>

#include <string>
#include <string_view>

// Of net's own sources only.
namespace dossier::net {

// A wrong input as JSON, to be repeated to the client; shortened to limits::kProblemInputBytesMax.
std::string input_of(const boost::json::value& json);
std::string input_of(std::string_view text);

}  // namespace dossier::net
