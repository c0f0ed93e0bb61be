// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/ocr/engine.h"

namespace dossier::worker {

/// What pages are drawn at; tesseract's data was made of letters at this size.
inline constexpr int kReadingDpi = 300;

/// The picture of a page (from 1) of a PDF, PNG or JPEG file, grey, at most 24 million pixels.
Result<ocr::Picture> PictureOf(ByteView file, int page);

}  // namespace dossier::worker
