// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace dossier::worker {

/// Text from the other side of the boundary, made harmless for terminals, logs and pages (guarantee
/// G17): bytes that are not UTF-8 become U+FFFD; control characters of C0, C1 and DEL, but for line
/// ends, become spaces. Letters are never touched. Text without any of these is not copied.
[[nodiscard]] std::string CleanText(std::string text);

/// The same for one line of a message: no line ends, no marks that change the direction of writing,
/// at most 300 bytes.
[[nodiscard]] std::string CleanLine(std::string text);

}  // namespace dossier::worker
