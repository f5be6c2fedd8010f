#pragma once

#include <string>

namespace dossier::fir {

// The JSON Schema (draft 2020-12) of a file of knowledge/, written from the tables by which it is read
// (knowledge_fields.h), so that an editor and the reader agree. knowledge/schema.json is this text; each file names it
// in its first line (`#:schema ./schema.json`, as Taplo and its plug-ins for editors read it). What spans several
// entries (references, doubled sections) only `dossier knowledge check` sees.
std::string knowledge_schema();

}  // namespace dossier::fir
