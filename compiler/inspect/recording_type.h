// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "compiler/foundation/bytes.h"
#include "compiler/inspect/media_type.h"

namespace dossier::inspect {

/// TIFF 6.0, section 2, and BigTIFF.
[[nodiscard]] bool IsTiff(ByteView content);

/// Sound and video by their first bytes; kUnknown for everything else. kVideo where the container may
/// hold sound alone as well: the reader decides.
[[nodiscard]] MediaType RecordingType(ByteView content);

/// A picture of a kind that is known and not read: "a GIF picture"; empty for others.
[[nodiscard]] std::string_view UnreadPicture(ByteView content);

}  // namespace dossier::inspect
