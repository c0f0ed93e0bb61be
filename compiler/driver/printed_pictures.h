// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/compose/pictures.h"
#include "compiler/driver/session.h"

namespace dossier::driver {

inline constexpr std::uint64_t kMostPictureBytes = std::uint64_t{16} << 20;

/// The paths of the logo, the portraits and the figures that the case wants printed, each once. Without
/// portraits of protected people, which are not even opened.
[[nodiscard]] std::vector<model::Text> PrintedPictures(const model::Case& loaded);

/// The pictures of `PrintedPictures` by their paths; each is decoded in a worker of its own. Reports D0002 for a file that is not
/// there or is no picture; the document has an empty place for it then.
[[nodiscard]] compose::Pictures ReadPrintedPictures(Session& session);

}  // namespace dossier::driver
