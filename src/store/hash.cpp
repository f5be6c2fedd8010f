#include "store/hash.h"

#include "base/check.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace dossier::store {

namespace {

static_assert(sizeof(crypto_generichash_state) <= 384);

crypto_generichash_state* as_state(std::array<unsigned char, 384>& bytes) {
  return static_cast<crypto_generichash_state*>(static_cast<void*>(bytes.data()));
}

const unsigned char* as_bytes(std::string_view text) {
  return static_cast<const unsigned char*>(static_cast<const void*>(text.data()));
}

template <std::size_t N>
std::array<unsigned char, N> little_endian(std::uint64_t number) {
  std::array<unsigned char, N> bytes{};
  for (std::size_t i = 0; i < N; ++i) bytes[i] = static_cast<unsigned char>(number >> (8 * i));
  return bytes;
}

}  // namespace

Hasher::Hasher() {
  DOSSIER_CHECK(sodium_init() >= 0);
  DOSSIER_CHECK(crypto_generichash_init(as_state(state_), nullptr, 0, sizeof(Hash)) == 0);
}

Hasher& Hasher::bytes(std::string_view bytes) {
  crypto_generichash_update(as_state(state_), as_bytes(bytes), bytes.size());
  return *this;
}

Hasher& Hasher::text(std::string_view text) {
  const auto length = little_endian<4>(text.size());
  crypto_generichash_update(as_state(state_), length.data(), length.size());
  return bytes(text);
}

Hasher& Hasher::number(std::int64_t number) {
  const auto raw = little_endian<8>(static_cast<std::uint64_t>(number));
  crypto_generichash_update(as_state(state_), raw.data(), raw.size());
  return *this;
}

Hasher& Hasher::hash(const Hash& hash) {
  crypto_generichash_update(as_state(state_), hash.data(), hash.size());
  return *this;
}

Hash Hasher::finish() {
  Hash hash{};
  crypto_generichash_final(as_state(state_), hash.data(), hash.size());
  return hash;
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    text += kDigits[static_cast<unsigned char>(c) >> 4];
    text += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return text;
}

std::string hex(const Hash& hash) {
  return hex(to_blob(hash).bytes);
}

Blob to_blob(const Hash& hash) {
  return {std::string(hash.begin(), hash.end())};
}

std::optional<Hash> to_hash(const Blob& blob) {
  Hash hash{};
  if (blob.bytes.size() != hash.size()) return std::nullopt;
  std::memcpy(hash.data(), blob.bytes.data(), hash.size());
  return hash;
}

Blob random_salt() {
  DOSSIER_CHECK(sodium_init() >= 0);
  Blob salt{std::string(sizeof(Hash), '\0')};
  randombytes_buf(salt.bytes.data(), salt.bytes.size());
  return salt;
}

}  // namespace dossier::store
