#pragma once

#include <string_view>

namespace dossier::net {

// The files of src/net/docs, which the build puts into the program.
std::string_view docs_html();
std::string_view docs_css();
std::string_view docs_js();

}  // namespace dossier::net
