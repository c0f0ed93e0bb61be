// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/crypto/hash.h"

#include <openssl/evp.h>

#include <array>
#include <string>

#include "compiler/crypto/library.h"

namespace dossier::crypto {
namespace {

struct HashEntry {
  std::string_view words;
  const char* library_name;
  std::size_t size;
};

constexpr std::array<HashEntry, kHashKinds> kEntries{{{"SHA-256", "SHA256", 32},
                                                      {"SHA-384", "SHA384", 48},
                                                      {"SHA-512", "SHA512", 64},
                                                      {"SHA-1", "SHA1", 20},
                                                      {"RIPEMD-160", "RIPEMD160", 20},
                                                      {"MD5", "MD5", 16}}};

const HashEntry& EntryOf(HashKind kind) { return kEntries[static_cast<std::size_t>(kind)]; }

}  // namespace

std::string_view ToString(HashKind kind) { return EntryOf(kind).words; }

std::optional<HashKind> HashByName(std::string_view name) {
  std::string plain;
  for (const char c : name.substr(0, 10)) {
    if (c != '-') plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  for (const HashKind kind : {HashKind::kMd5, HashKind::kSha1, HashKind::kSha256, HashKind::kSha384, HashKind::kSha512}) {
    if (EntryOf(kind).library_name == plain) return kind;
  }
  return std::nullopt;
}

std::size_t HashSize(HashKind kind) { return EntryOf(kind).size; }

bool IsWeak(HashKind kind) { return kind == HashKind::kSha1 || kind == HashKind::kMd5; }

Bytes Hash(HashKind kind, ByteView data) {
  internal::StartLibrary();
  Bytes value(EVP_MAX_MD_SIZE, '\0');
  std::size_t size = 0;
  const int done = EVP_Q_digest(nullptr, EntryOf(kind).library_name, nullptr, data.data(), data.size(),
                                reinterpret_cast<unsigned char*>(value.data()), &size);
  internal::ClearErrors();
  value.resize(done == 1 && size == HashSize(kind) ? size : 0);
  return value;
}

}  // namespace dossier::crypto
