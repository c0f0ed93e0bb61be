// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/foundation/bytes.h"

namespace dossier::inspect {

enum class MailHead { kNone, kEmail, kMhtml };

/// Whether a file begins with the head of an e-mail (RFC 5322) or of a page saved as MHTML (RFC 2557).
///
/// A letter that somebody typed may begin with "From:" and "To:", too. So every line up to the first
/// empty one is a header or goes on from one, and one of them is a header that only programs write:
/// Message-ID, Received, Return-Path, MIME-Version, DKIM-Signature, or one that begins with "X-". A list of related parts
/// without the traces of a way through the mail (To, Received, Message-ID, Return-Path) is a saved page.
[[nodiscard]] MailHead ReadMailHead(ByteView file);

}  // namespace dossier::inspect
