// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/crypto/content_digest.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <string>

#include "compiler/crypto/library.h"
#include "compiler/foundation/check.h"

namespace dossier::crypto {
namespace {

struct Known {
  ContentHash hash;
  std::string_view name;  // without the hyphen
  std::size_t size;
  const EVP_MD* (*algorithm)();
};

constexpr std::array<Known, 5> kKnown{{{ContentHash::kMd5, "md5", 16, EVP_md5},
                                       {ContentHash::kSha1, "sha1", 20, EVP_sha1},
                                       {ContentHash::kSha256, "sha256", 32, EVP_sha256},
                                       {ContentHash::kSha384, "sha384", 48, EVP_sha384},
                                       {ContentHash::kSha512, "sha512", 64, EVP_sha512}}};

const Known& Of(ContentHash hash) { return kKnown[static_cast<std::size_t>(hash)]; }

}  // namespace

std::optional<ContentHash> ContentHashByName(std::string_view name) {
  std::string plain;
  for (const char c : name.substr(0, 10)) {
    if (c != '-') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  for (const Known& known : kKnown) {
    if (known.name == plain) return known.hash;
  }
  return std::nullopt;
}

std::size_t SizeOf(ContentHash hash) { return Of(hash).size; }

Bytes ContentDigest(ContentHash hash, ByteView data) {
  internal::StartLibrary();
  Bytes digest(EVP_MAX_MD_SIZE, '\0');
  unsigned size = 0;
  const int done = EVP_Digest(data.data(), data.size(), reinterpret_cast<unsigned char*>(digest.data()),
                              &size, Of(hash).algorithm(), nullptr);
  DOSSIER_CHECK(done == 1 && size == Of(hash).size, "the digests of files are always available");
  digest.resize(size);
  return digest;
}

}  // namespace dossier::crypto
