// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/crypto/cms_sign.h"

#include "compiler/crypto/cms_profile.h"
#include "compiler/crypto/library.h"
#include "compiler/crypto/openssl_types.h"

namespace dossier::crypto {

using internal::Owned;

namespace {

Result<Bytes> SignBytes(EVP_PKEY* key, ByteView data) {
  const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
  const auto* input = reinterpret_cast<const unsigned char*>(data.data());
  std::size_t size = 0;
  if (!context ||
      EVP_DigestSignInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, key, nullptr) !=
          1 ||
      EVP_DigestSign(context.get(), nullptr, &size, input, data.size()) != 1) {
    internal::ClearErrors();
    return Failure{"the key refuses to sign"};
  }
  Bytes signature(size, '\0');
  if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                     input, data.size()) != 1) {
    internal::ClearErrors();
    return Failure{"the key refuses to sign"};
  }
  signature.resize(size);
  return signature;
}

}  // namespace

Result<Bytes> MakeCms(const SigningKey& key, const Digest& content) {
  internal::StartLibrary();
  std::vector<const X509*> others;
  for (const Owned<X509>& other : key.state().chain) others.push_back(other.get());
  const internal::CmsCertificates certificates =
      internal::Arrange(key.state().certificate.get(), others);
  Result<Bytes> signature =
      SignBytes(key.state().key.get(), internal::SignedAttributes(certificates, content));
  if (!signature) return signature.failure();
  return internal::EncodeCms(certificates, content, *signature);
}

}  // namespace dossier::crypto
