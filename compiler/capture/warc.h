// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/inspect/exhibit_facts.h"

namespace dossier::capture {

/// A web archive (WARC 1.0 or 1.1, plain or gzip) as an exhibit: the text of its first page, every
/// capture with its proof, what was not read. Not numbered. For the worker. Fails when the file does
/// not begin with a record.
Result<inspect::ExhibitFacts> ReadWarc(ByteView file);

/// The same for a packed web archive (WACZ 1.1.1): also compares the digests that its package states
/// of its files, each a `CaptureRecord` without a scheme in its address, and that of the package
/// itself. The page is the one that the package names as its main page, else the first of its list
/// of pages. A signature is said to be there and is not checked.
Result<inspect::ExhibitFacts> ReadWacz(ByteView file);

}  // namespace dossier::capture
