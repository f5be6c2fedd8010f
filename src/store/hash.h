#pragma once

#include "store/value.h"

#include <array>

namespace dossier::store {

// BLAKE2b with 256 bits of output and no key.
using Hash = std::array<unsigned char, 32>;

// Takes bytes and numbers one after another. A text goes in with its length before it, so that no two sequences of
// fields can give the same bytes (docs/store.md).
class Hasher {
 public:
  Hasher();
  Hasher& bytes(std::string_view bytes);  // as they are
  Hasher& text(std::string_view text);    // length as 32-bit little-endian, then the bytes
  Hasher& number(std::int64_t number);    // 64-bit little-endian
  Hasher& hash(const Hash& hash);         // its 32 bytes
  Hash finish();

 private:
  alignas(64) std::array<unsigned char, 384> state_;  // crypto_generichash_state, whose header stays in the source
};

std::string hex(const Hash& hash);
std::string hex(std::string_view bytes);
Blob to_blob(const Hash& hash);
// Nothing when the blob does not have 32 bytes.
std::optional<Hash> to_hash(const Blob& blob);

// 32 bytes nobody can guess.
Blob random_salt();

}  // namespace dossier::store
