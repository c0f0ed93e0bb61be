// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/inspect/exhibit_facts.h"

namespace dossier::mail {

/// A web page that a browser saved with its pictures in one file (MHTML, RFC 2557) as an exhibit:
/// the text of its root page, as `webpage::ReadPage` reads it; the address and the time that the
/// file states as its one `CaptureRecord`, which nothing in it proves. Pages in frames are not read
/// and said not to be. For the worker. Fails as `ReadMime` does, and when no part is a page.
Result<inspect::ExhibitFacts> ReadMhtml(ByteView file);

}  // namespace dossier::mail
