// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDF.hh>

#include "compiler/foundation/bytes.h"
#include "compiler/pdf/signature_hole.h"

/// Offsets of a signature, found through the cross-reference table. For the sources of this folder
/// only.
namespace dossier::pdf::internal {

inline constexpr char kPlaceTampered[] =
    "the reserved place of the signature is not as it was written";

/// Of a reserved signature. Throws std::runtime_error with `kPlaceTampered` when a byte of a
/// reserved place is not as it was written.
[[nodiscard]] SignatureHole MeasurePrepared(QPDF& document, QPDFObjectHandle field,
                                            QPDFObjectHandle signature, ByteView pdf);
/// Of a filled one. Checks the frame, not what was filled in.
[[nodiscard]] SignatureHole MeasureFilled(QPDF& document, QPDFObjectHandle field,
                                          QPDFObjectHandle signature, ByteView pdf);

}  // namespace dossier::pdf::internal
