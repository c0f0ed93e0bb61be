// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/compose/document.h"
#include "compiler/convert/convert.h"

namespace dossier::convert {

/// The sheet that stands in the bundle for a recording: name, digest, kind, length and dates as the
/// file states them, then the transcript, or that there is none. Devices and places are left out:
/// they lead to people. Needs `request.strings`.
[[nodiscard]] compose::Document RecordingSheet(const Request& request);

}  // namespace dossier::convert
