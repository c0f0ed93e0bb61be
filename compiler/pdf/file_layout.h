// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDF.hh>
#include <string>

#include "compiler/foundation/bytes.h"

namespace dossier::pdf::internal {

/// What is irregular about how the bytes of a finished file are laid out; empty when nothing is.
///
/// A regular file has one revision: one classic cross-reference table without predecessor, objects
/// one after the other without gaps, each of them reachable from the trailer. Hidden content that
/// a later change could bring to light has no place in it.
[[nodiscard]] std::string LayoutFault(QPDF& document, ByteView pdf);

}  // namespace dossier::pdf::internal
