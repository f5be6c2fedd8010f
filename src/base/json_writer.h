#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace dossier {

// Appends `text` in quotes with JSON's escapes. Bytes that are no UTF-8 become U+FFFD, so that the output is always
// JSON.
void append_json_string(std::string& out, std::string_view text);

// Whether the bytes are UTF-8 (no surrogates, no overlong forms, nothing above U+10FFFF).
bool is_utf8(std::string_view bytes);
// The bytes with every broken sequence replaced by U+FFFD.
std::string valid_utf8(std::string_view bytes);

// Writes compact JSON in the order of the calls. Commas are its business; that objects alternate keys and values is the
// caller's.
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth);
  JsonWriter& value(double number);  // the shortest text that reads back the same; null unless finite
  JsonWriter& value(std::integral auto number) { return integer(static_cast<std::int64_t>(number)); }
  JsonWriter& null() { return raw("null"); }
  // A complete JSON value made elsewhere.
  JsonWriter& raw(std::string_view json);

  template <class T>
  JsonWriter& member(std::string_view name, const T& content) {
    key(name);
    return value(content);
  }

  const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  JsonWriter& integer(std::int64_t number);
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();

  std::string out_;
  bool comma_ = false;  // the next key or value of this level needs one before it
};

}  // namespace dossier
