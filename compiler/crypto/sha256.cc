// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/crypto/sha256.h"

#include <openssl/evp.h>

#include "compiler/crypto/library.h"
#include "compiler/foundation/check.h"

namespace dossier::crypto {

struct Sha256Stream::State {
  EVP_MD_CTX* context = nullptr;
  ~State() { EVP_MD_CTX_free(context); }
};

Sha256Stream::Sha256Stream() : state_(std::make_unique<State>()) {
  internal::StartLibrary();
  state_->context = EVP_MD_CTX_new();
  DOSSIER_CHECK(
      state_->context != nullptr && EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr) == 1,
      "SHA-256 is always available");
}

Sha256Stream::~Sha256Stream() = default;
Sha256Stream::Sha256Stream(Sha256Stream&&) noexcept = default;
Sha256Stream& Sha256Stream::operator=(Sha256Stream&&) noexcept = default;

void Sha256Stream::Add(ByteView data) {
  DOSSIER_CHECK(EVP_DigestUpdate(state_->context, data.data(), data.size()) == 1,
                "a digest that was not finished takes more data");
}

Digest Sha256Stream::Finish() {
  Digest digest;
  unsigned size = 0;
  DOSSIER_CHECK(EVP_DigestFinal_ex(state_->context, digest.bytes.data(), &size) == 1 &&
                    size == digest.bytes.size(),
                "a SHA-256 value has 32 bytes");
  return digest;
}

Digest Sha256(ByteView data) {
  Sha256Stream stream;
  stream.Add(data);
  return stream.Finish();
}

}  // namespace dossier::crypto
