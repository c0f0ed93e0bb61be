// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/crypto/key.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include <algorithm>
#include <cstring>

#include "compiler/crypto/library.h"
#include "compiler/crypto/openssl_types.h"

namespace dossier::crypto {

using internal::Owned;

SigningKey::SigningKey(std::unique_ptr<State> state) : state_(std::move(state)) {}
SigningKey::~SigningKey() = default;
SigningKey::SigningKey(SigningKey&&) noexcept = default;
SigningKey& SigningKey::operator=(SigningKey&&) noexcept = default;

CertificateSummary SigningKey::Certificate() const {
  return internal::Summarise(state_->certificate.get());
}

namespace {

constexpr std::size_t kMaxKeyFile = std::size_t{1} << 20;

/// The passphrase as OpenSSL's callback sees it: fetched once, remembered whether it was wanted.
struct Prompt {
  const PassphraseSource* source = nullptr;
  std::optional<std::string> answer;
  bool asked = false;

  ~Prompt() {
    if (answer) Cleanse(*answer);
  }
  void Ask() {
    if (asked) return;
    asked = true;
    if (*source) answer = (*source)();
  }
};

int GivePassphrase(char* buffer, int size, int /*for_writing*/, void* prompt_pointer) {
  auto* prompt = static_cast<Prompt*>(prompt_pointer);
  prompt->Ask();
  if (!prompt->answer || prompt->answer->size() > static_cast<std::size_t>(size)) return -1;
  std::memcpy(buffer, prompt->answer->data(), prompt->answer->size());
  return static_cast<int>(prompt->answer->size());
}

Failure EncryptedFailure(const Prompt& prompt) {
  if (!prompt.answer) return {"the key is encrypted and no passphrase was given"};
  return {"the passphrase is wrong"};
}

/// True when OpenSSL's queue says that an algorithm is missing, as for PKCS#12 files of the 1990s.
bool QueueSaysUnsupported() {
  bool unsupported = false;
  while (const unsigned long code = ERR_get_error()) {
    unsupported |= ERR_GET_LIB(code) == ERR_LIB_EVP && ERR_GET_REASON(code) == ERR_R_UNSUPPORTED;
    unsupported |= ERR_GET_LIB(code) == ERR_LIB_EVP && ERR_GET_REASON(code) == 156;  // not in list
  }
  return unsupported;
}

Result<SigningKey> Join(Owned<EVP_PKEY> key, std::vector<Owned<X509>> certificates) {
  if (certificates.empty()) return Failure{"the key file holds no certificate"};
  if (std::string weakness = internal::KeyWeakness(key.get()); !weakness.empty()) {
    return Failure{std::move(weakness)};
  }
  auto state = std::make_unique<SigningKey::State>();
  for (Owned<X509>& certificate : certificates) {
    const bool belongs =
        !state->certificate && X509_check_private_key(certificate.get(), key.get()) == 1;
    if (belongs) {
      state->certificate = std::move(certificate);
    } else {
      state->chain.push_back(std::move(certificate));
    }
  }
  internal::ClearErrors();
  if (!state->certificate) return Failure{"no certificate in the key file belongs to the key"};
  // KeyUsage is all ones when the extension is absent (RFC 5280, 4.2.1.3).
  if ((X509_get_key_usage(state->certificate.get()) &
       (X509v3_KU_DIGITAL_SIGNATURE | X509v3_KU_NON_REPUDIATION)) == 0) {
    return Failure{"the certificate of the key is not for signing"};
  }
  state->key = std::move(key);
  return SigningKey(std::move(state));
}

Result<SigningKey> LoadPem(ByteView file, Prompt& prompt) {
  const Owned<BIO> reader = internal::Reader(file);
  Owned<EVP_PKEY> key(PEM_read_bio_PrivateKey(reader.get(), nullptr, GivePassphrase, &prompt));
  if (!key) {
    internal::ClearErrors();
    if (prompt.asked) return EncryptedFailure(prompt);
    if (file.find("PRIVATE KEY-----") == ByteView::npos) {
      return Failure{"the file holds no private key"};
    }
    return Failure{"the private key cannot be read"};
  }
  return Join(std::move(key), internal::ReadPemCertificates(file));
}

Result<SigningKey> LoadPkcs12(PKCS12* file, Prompt& prompt) {
  const char* passphrase = nullptr;
  if (PKCS12_verify_mac(file, nullptr, 0) == 1 || PKCS12_verify_mac(file, "", 0) == 1) {
    passphrase = PKCS12_verify_mac(file, nullptr, 0) == 1 ? nullptr : "";
  } else {
    prompt.Ask();
    if (!prompt.answer) return EncryptedFailure(prompt);
    passphrase = prompt.answer->c_str();
    internal::ClearErrors();
    if (PKCS12_verify_mac(file, passphrase, -1) != 1) {
      if (QueueSaysUnsupported()) {
        return Failure{"the key file uses an old encryption that is not supported"};
      }
      return EncryptedFailure(prompt);
    }
  }
  internal::ClearErrors();
  EVP_PKEY* raw_key = nullptr;
  X509* raw_certificate = nullptr;
  STACK_OF(X509)* raw_chain = nullptr;
  if (PKCS12_parse(file, passphrase, &raw_key, &raw_certificate, &raw_chain) != 1) {
    return QueueSaysUnsupported()
               ? Failure{"the key file uses an old encryption that is not supported"}
               : Failure{"the private key cannot be read"};
  }
  Owned<EVP_PKEY> key(raw_key);
  const Owned<STACK_OF(X509)> chain(raw_chain);
  std::vector<Owned<X509>> certificates;
  if (raw_certificate != nullptr) certificates.emplace_back(raw_certificate);
  while (chain && sk_X509_num(chain.get()) > 0) {
    certificates.emplace_back(sk_X509_shift(chain.get()));
  }
  if (!key) return Failure{"the file holds no private key"};
  return Join(std::move(key), std::move(certificates));
}

}  // namespace

Result<SigningKey> LoadKey(ByteView file, const PassphraseSource& passphrase) {
  internal::StartLibrary();
  internal::ClearErrors();
  if (file.empty() || file.size() > kMaxKeyFile) return Failure{"this is not a key file"};
  Prompt prompt{.source = &passphrase, .answer = std::nullopt, .asked = false};
  if (file.find("-----BEGIN ") != ByteView::npos) return LoadPem(file, prompt);
  const Owned<BIO> reader = internal::Reader(file);
  const Owned<PKCS12> pkcs12(d2i_PKCS12_bio(reader.get(), nullptr));
  internal::ClearErrors();
  if (!pkcs12) return Failure{"this is not a key file: neither PEM nor PKCS#12"};
  return LoadPkcs12(pkcs12.get(), prompt);
}

std::optional<std::string> KeyModeProblem(unsigned mode) {
  if (mode == 0600 || mode == 0400) return std::nullopt;
  constexpr char kDigits[] = "01234567";
  std::string shown = "0";
  for (int shift = 6; shift >= 0; shift -= 3) shown += kDigits[mode >> shift & 7];
  return "its permissions are " + shown + "; only its owner may read it (0600 or 0400)";
}

void Cleanse(std::string& secret) {
  OPENSSL_cleanse(secret.data(), secret.size());
  secret.clear();
}

}  // namespace dossier::crypto
