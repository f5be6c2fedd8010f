#pragma once

#include "net/fields.h"

#include <map>
#include <string>
#include <vector>

namespace dossier::net {

// Collects the tables that schemas refer to while an OpenAPI document is written. A table has two faces: what may be
// sent (fields with defaults may be absent) and what is answered (every field is there).
class Schemas {
 public:
  enum class Face { input, output };

  // Which face the schemas that are described now belong to.
  Face face = Face::output;

  // "#/components/schemas/NewFund", remembering that the table is needed.
  std::string reference(const Fields& fields);
  // Every table that was referred to, with those they refer to, as the members of "schemas".
  void write_components(JsonWriter& json);

 private:
  struct Entry {
    const Fields* fields;
    Face face;
  };
  void write(const Entry& entry, JsonWriter& json);

  std::map<std::string, Entry> entries_;
  std::vector<std::string> waiting_;
};

// The schema of one field: its type's, narrowed by its rules, with description and default.
void describe_field(Schemas& schemas, const Field& field, const Fields& table, JsonWriter& json);

}  // namespace dossier::net
