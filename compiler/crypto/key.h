// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/digest.h"
#include "compiler/foundation/result.h"

namespace dossier::crypto {

/// What a person needs to recognise a certificate. The name alone proves nothing: anybody can make
/// a certificate with any name, so the digest is always shown beside it.
struct CertificateSummary {
  std::string common_name;  // of the subject; the whole subject when it has no common name
  Digest sha256;            // of the DER
  std::string valid_from;   // "2026-01-31T00:00:00Z"; empty when it cannot be read
  std::string valid_to;
  std::string key_type;  // "RSA 2048", "EC P-256"
  bool self_signed = false;
};

/// A private key with its certificate and the certificates above it. Wiped when it goes.
class SigningKey {
 public:
  struct State;  // OpenSSL's values; seen inside this folder only

  explicit SigningKey(std::unique_ptr<State> state);
  ~SigningKey();
  SigningKey(SigningKey&&) noexcept;
  SigningKey& operator=(SigningKey&&) noexcept;

  [[nodiscard]] CertificateSummary Certificate() const;
  [[nodiscard]] const State& state() const { return *state_; }

 private:
  std::unique_ptr<State> state_;
};

/// Asked for the passphrase at most once, and only when the file is encrypted. Nothing means that
/// there is nobody to ask.
using PassphraseSource = std::function<std::optional<std::string>()>;

/// Reads a key file: PEM (key and certificates in one file, any order) or PKCS#12.
///
/// Failures, each with its own words: not a key file, no key in it, encrypted and no passphrase,
/// wrong passphrase, an encryption that is not supported, no certificate, no certificate that
/// belongs to the key, a key that is too weak or of a kind that is not supported, a certificate
/// that is not for signing. None names a path or shows any of the content.
Result<SigningKey> LoadKey(ByteView file, const PassphraseSource& passphrase);

/// Why a key file with these permission bits (`st_mode & 07777`) must not be used; nothing when
/// only its owner can read it (0600 or 0400).
[[nodiscard]] std::optional<std::string> KeyModeProblem(unsigned mode);

/// Overwrites a secret before its memory is given back.
void Cleanse(std::string& secret);

}  // namespace dossier::crypto
