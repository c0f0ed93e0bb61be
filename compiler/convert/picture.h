// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/compose/document.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::convert {

/// Decodes every page of a PNG, JPEG or TIFF file, each in a worker of its own, small enough for a
/// sheet: at most A4 at 200 dots an inch, at 150 or 100 where the file has more than 100 or 200 pages.
/// Fails on more than 500, which would be too much to hold.
Result<std::vector<compose::Image>> DecodePictures(ByteView file, int pages,
                                                   const std::string& worker_program);

/// Reads the worker's answer; sizes are checked against the bytes that came.
Result<compose::Image> ReadPicture(ByteView answer);

}  // namespace dossier::convert
