#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace dossier::extract {

// Writes the primitives of docs/extract.md: little-endian integers, and strings as their length followed by their
// bytes.
class ByteWriter {
 public:
  void u8(std::uint8_t value) { out_.push_back(static_cast<char>(value)); }
  void u32(std::uint32_t value) {
    char bytes[4];
    for (int i = 0; i < 4; ++i) bytes[i] = static_cast<char>((value >> (8 * i)) & 0xFF);
    out_.append(bytes, sizeof bytes);
  }
  void i32(std::int32_t value) { u32(static_cast<std::uint32_t>(value)); }
  void text(std::string_view value) {
    u32(static_cast<std::uint32_t>(value.size()));
    out_.append(value);
  }
  void reserve(std::size_t bytes) { out_.reserve(bytes); }

  const std::string& bytes() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

// Reads them back from bytes that may be hostile. After the first value that is not there every further one is 0 or
// empty and `ok` is false, so that a decoder checks once at its end. The bytes must outlive the reader.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  std::uint8_t u8() {
    std::string_view bytes = take(1);
    return bytes.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(bytes[0]);
  }
  std::uint32_t u32() {
    std::string_view bytes = take(4);
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    }
    return value;
  }
  std::int32_t i32() { return static_cast<std::int32_t>(u32()); }
  std::string text(std::size_t bytes_max) {
    std::size_t size = u32();
    if (size > bytes_max) ok_ = false;
    return std::string(take(ok_ ? size : 0));
  }
  // A count of items that take at least `item_bytes` each: never more than can still follow, so that a lie about it
  // cannot make the reader reserve memory.
  std::size_t count(std::size_t items_max, std::size_t item_bytes) {
    std::size_t items = u32();
    if (items > items_max || items * item_bytes > rest_.size()) ok_ = false;
    return ok_ ? items : 0;
  }

  bool ok() const { return ok_; }
  bool finished() const { return ok_ && rest_.empty(); }

 private:
  std::string_view take(std::size_t size) {
    if (!ok_ || size > rest_.size()) {
      ok_ = false;
      return {};
    }
    std::string_view bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return bytes;
  }

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace dossier::extract
