// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "compiler/compose/document.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::convert {

/// Decodes a PNG or JPEG in a worker, small enough for a page.
Result<compose::Image> DecodePicture(ByteView file, const std::string& worker_program);

/// Reads the worker's answer; sizes are checked against the bytes that came.
Result<compose::Image> ReadPicture(ByteView answer);

}  // namespace dossier::convert
