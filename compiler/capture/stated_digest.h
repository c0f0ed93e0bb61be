// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "compiler/foundation/bytes.h"
#include "compiler/inspect/exhibit_facts.h"

namespace dossier::capture {

using Proof = inspect::CaptureRecord::Proof;

/// Whether a digest that a file states ("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", WARC 1.1, 5.8;
/// "sha256:9f86…", hexadecimal or base32, RFC 4648) is that of `data`. kNone for an empty one, for an
/// algorithm that is not known here and for text that is no digest.
[[nodiscard]] Proof CheckDigest(std::string_view stated, ByteView data);

/// True when the text names an algorithm that is known here.
[[nodiscard]] bool IsKnownDigest(std::string_view stated);

/// Of several proofs of one thing: one that differs counts, then one that holds.
[[nodiscard]] Proof Both(Proof a, Proof b);

}  // namespace dossier::capture
