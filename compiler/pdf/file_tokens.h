// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDF.hh>

#include "compiler/foundation/bytes.h"

namespace dossier::pdf::internal {

/// True when the words that frame a PDF file stand in `bytes` once each, as a strict reader of a
/// signed file demands: `startxref`, `%%EOF`, and at most one `/ByteRange`.
[[nodiscard]] bool FramedOnce(ByteView bytes);

/// Writes streams whose raw data holds one of these words in hexadecimal digits, around the
/// compression they have: what an exhibit happens to contain must not look like file structure.
void HideFrameWords(QPDF& document);

}  // namespace dossier::pdf::internal
