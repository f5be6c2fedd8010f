#include "store/recorded_change.h"

#include "base/json_writer.h"
#include "base/limits.h"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>
#include <deque>

namespace dossier::store {

namespace json = boost::json;

namespace {

std::string insert_text(std::string_view table, const std::vector<std::string_view>& names) {
  std::string columns, marks;
  for (const std::string_view name : names) {
    columns.append(columns.empty() ? "" : ", ").append(name);
    marks += marks.empty() ? "?" : ", ?";
  }
  return "INSERT INTO " + std::string(table) + " (" + columns + ") VALUES (" + marks + ")";
}

std::string update_text(std::string_view table, const std::vector<std::string_view>& names) {
  std::string settings;
  for (const std::string_view name : names) settings.append(settings.empty() ? "" : ", ").append(name).append(" = ?");
  return "UPDATE " + std::string(table) + " SET " + settings + " WHERE id = ?";
}

std::vector<std::string_view> names_of(const Columns& columns) {
  std::vector<std::string_view> names;
  for (const Column& column : columns) names.emplace_back(column.name);
  return names;
}

std::vector<Parameter> values_of(const Columns& columns) {
  std::vector<Parameter> values;
  for (const Column& column : columns) values.push_back(column.value);
  return values;
}

// Numbers with a fraction and bytes are kept as tagged text: a JSON reader may round the former and has no word for the
// latter, and a replay must give the very same row.
void write_value(JsonWriter& writer, const Parameter& parameter) {
  struct Visitor {
    JsonWriter& writer;
    void operator()(std::monostate) const { writer.null(); }
    void operator()(std::int64_t number) const { writer.value(number); }
    void operator()(double number) const {
      char text[40];
      const auto end = std::to_chars(text, text + sizeof text, number).ptr;
      writer.begin_object().member("real", std::string_view(text, static_cast<std::size_t>(end - text))).end_object();
    }
    void operator()(std::string_view text) const { writer.value(text); }
    void operator()(const std::string& text) const { writer.value(std::string_view(text)); }
    void operator()(Parameter::BlobView blob) const {
      writer.begin_object().member("blob", std::string_view(hex(blob.bytes))).end_object();
    }
  };
  std::visit(Visitor{writer}, parameter.value());
}

// ---- replay ----

Error not_a_change() {
  return {ErrorCode::unreadable, "the event does not hold a change of tables"};
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

std::optional<std::string> bytes_of_hex(std::string_view text) {
  std::string bytes;
  if (text.size() % 2 != 0) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    unsigned value = 0;
    if (std::from_chars(text.data() + i, text.data() + i + 2, value, 16).ptr != text.data() + i + 2)
      return std::nullopt;
    bytes += static_cast<char>(value);
  }
  return bytes;
}

// Values as parameters; `blobs` owns what they only look at.
Result<Parameter> parameter_of(const json::value& value, std::deque<Blob>& blobs) {
  if (value.is_null()) return Parameter(std::nullopt);
  if (value.is_int64()) return Parameter(value.get_int64());
  if (value.is_string()) return Parameter(std::string_view(value.get_string()));
  const json::object* tagged = value.if_object();
  if (tagged == nullptr || tagged->size() != 1 || !tagged->begin()->value().is_string()) return not_a_change();
  const std::string_view text = tagged->begin()->value().get_string();
  if (tagged->begin()->key() == "real") {
    double number = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), number).ptr != text.data() + text.size())
      return not_a_change();
    return Parameter(number);
  }
  std::optional<std::string> bytes = bytes_of_hex(text);
  if (tagged->begin()->key() != "blob" || !bytes) return not_a_change();
  return Parameter(blobs.emplace_back(Blob{std::move(*bytes)}));
}

Result<void> replay_one(Transaction& transaction, const json::object& change) {
  const json::value *operation = change.if_contains("op"), *table = change.if_contains("table"),
                    *id = change.if_contains("id"), *values = change.if_contains("values");
  if (!operation || !table || !id || !values || !operation->is_string() || !table->is_string() || !id->is_int64() ||
      !values->is_object() || !is_name(table->get_string())) {
    return not_a_change();
  }
  std::vector<std::string_view> names;
  std::vector<Parameter> parameters;
  std::deque<Blob> blobs;
  for (const auto& [name, value] : values->get_object()) {
    if (!is_name(name)) return not_a_change();
    TRY(Parameter parameter, parameter_of(value, blobs));
    names.emplace_back(name);
    parameters.push_back(std::move(parameter));
  }
  const bool insert = operation->get_string() == "insert";
  if (insert) names.emplace_back("id");
  parameters.emplace_back(id->get_int64());
  TRY(const std::int64_t rows,
      transaction.execute(insert ? insert_text(table->get_string(), names) : update_text(table->get_string(), names),
                          parameters));
  return rows == 1 ? Result<void>() : not_a_change();
}

}  // namespace

RecordedChange::RecordedChange(Transaction& transaction, const Journal& journal, const Context& context,
                               std::string stream, std::string kind)
    : transaction_(transaction),
      journal_(journal),
      context_(context),
      stream_(std::move(stream)),
      kind_(std::move(kind)) {}

RecordedChange::~RecordedChange() = default;

Result<std::int64_t> RecordedChange::insert(const char* table, const Columns& columns) {
  const std::vector<Parameter> values = values_of(columns);
  TRY(const std::int64_t id, transaction_.insert(insert_text(table, names_of(columns)), values));
  TRY_DO(record("insert", table, id, columns));
  return id;
}

Result<void> RecordedChange::update(const char* table, std::int64_t id, const Columns& columns) {
  std::vector<Parameter> values = values_of(columns);
  values.emplace_back(id);
  TRY(const std::int64_t rows, transaction_.execute(update_text(table, names_of(columns)), values));
  if (rows == 0)
    return Error{ErrorCode::not_found, "there is no such row", std::string(table) + " " + std::to_string(id)};
  return record("update", table, id, columns);
}

Result<void> RecordedChange::finish() {
  return changes_.empty() ? Result<void>() : flush();
}

Result<void> RecordedChange::record(const char* operation, const char* table, std::int64_t id, const Columns& columns) {
  JsonWriter writer;
  writer.begin_object().member("op", operation).member("table", table).member("id", id).key("values").begin_object();
  for (const Column& column : columns) {
    writer.key(column.name);
    write_value(writer, column.value);
  }
  writer.end_object().end_object();
  if (!changes_.empty() && changes_.size() + writer.text().size() > limits::kJournalPayloadBytesMax / 2)
    TRY_DO(flush());
  changes_.append(changes_.empty() ? "" : ",").append(writer.text());
  return {};
}

Result<void> RecordedChange::flush() {
  TRY_DO(journal_.append(transaction_, context_, {stream_, kind_, "{\"changes\":[" + changes_ + "]}"}));
  changes_.clear();
  return {};
}

Result<void> replay(Transaction& transaction, const std::string& payload) {
  json::error_code error;
  const json::value parsed = json::parse(payload, error);
  const json::object* object = error ? nullptr : parsed.if_object();
  const json::value* changes = object == nullptr ? nullptr : object->if_contains("changes");
  if (changes == nullptr || !changes->is_array()) return not_a_change();
  for (const json::value& change : changes->get_array()) {
    if (!change.is_object()) return not_a_change();
    TRY_DO(replay_one(transaction, change.get_object()));
  }
  return {};
}

}  // namespace dossier::store
