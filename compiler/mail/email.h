// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/inspect/exhibit_facts.h"

namespace dossier::mail {

/// An e-mail (RFC 5322) as an exhibit. Its first blocks are the lines of its head that people read:
/// From, To, Cc, Bcc, Reply-To, Date, Subject, Message-ID, each as "Name: value". Then its text: of
/// alternatives the plain one if it has words, else the HTML. A message inside follows in the same
/// form, at most five deep. Every other part is an attachment with the digest of its decoded bytes;
/// none is opened. Signatures (S/MIME, OpenPGP, DKIM) are said to be there and are not checked;
/// encrypted parts are said not to be read. Blocks are not numbered. For the worker.
///
/// Fails as `ReadMime` does.
Result<inspect::ExhibitFacts> ReadEmail(ByteView file);

}  // namespace dossier::mail
