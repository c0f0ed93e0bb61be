// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/crypto/cms_verify.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/digest.h"

namespace dossier::verify {

/// What the case has now, to compare with what was bound.
struct CaseDigests {
  /// By the ids of the manifest; no value for a file that is registered and not there.
  std::map<std::string, std::optional<Digest>> exhibits;
  /// Of the report (`check.json` without its environment); none when the case has not made one.
  std::optional<Digest> report;
};

struct Request {
  Bytes file;
  std::optional<crypto::TrustAnchors> trust{};
  /// The certificate the signature must be made with. A name proves nothing: whoever signs again
  /// with a key of his own can give it any name.
  std::optional<Digest> certificate{};
  std::optional<CaseDigests> case_digests{};
};

enum class Status { kValid, kInvalid, kCannotCheck };
enum class ItemStatus { kIntact, kChanged, kMissing, kCannotCheck };

struct SignatureVerdict {
  std::optional<std::string> signer;
  std::optional<Digest> certificate_sha256;
  std::optional<std::string> level;  // "PAdES-B-B"
  Status status = Status::kInvalid;
  bool whole_file = false;
  std::optional<std::string> time;  // as claimed by the signer, "2026-01-31T10:15:00Z"
  crypto::Trust trust = crypto::Trust::kCannotCheck;
  std::vector<std::string> reasons;
};

struct ItemVerdict {
  std::string id;
  Digest sha256;
  ItemStatus status = ItemStatus::kCannotCheck;
};

/// The content of `verify --format json` (rules/schemas/verify.schema.json).
struct Verdict {
  Status status = Status::kInvalid;
  std::vector<std::string> reasons;
  std::vector<SignatureVerdict> signatures;
  std::vector<ItemVerdict> exhibits;
  std::optional<ItemVerdict> report;
};

/// Judges a finished file by rules of our own, stricter than those of readers: `pdfsig` calls files
/// valid whose shown text was changed after signing.
///
/// Valid means: this program's own form of file, with one revision; one certifying signature that
/// covers every byte but its own value; nothing that acts, hides or overlays; a signature value of
/// the exact profile that `sign` writes; and, where the case is given, no exhibit that changed.
/// Whatever is otherwise is named in plain words. Trust in the certificate and the claimed time are
/// told and never change the status. A prepared file is invalid: it is not signed.
///
/// Total on hostile input. Runs in a process without a key.
[[nodiscard]] Verdict Verify(const Request& request);

/// The spelling of the JSON contract.
[[nodiscard]] std::string ToString(Status status);
[[nodiscard]] std::string ToString(ItemStatus status);
[[nodiscard]] std::string ToString(crypto::Trust trust);

}  // namespace dossier::verify
