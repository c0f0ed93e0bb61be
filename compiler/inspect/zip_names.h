// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "compiler/foundation/bytes.h"

namespace dossier::inspect {

/// Names of the members of a ZIP file, as its directory at the end lists them (PKWARE APPNOTE 4.3.12
/// and 4.3.16), at most 10,000; pieces of the input. Empty when there is no directory. Looks at names
/// only and unpacks nothing: enough to tell what kind of file it is.
[[nodiscard]] std::vector<std::string_view> ZipNames(ByteView file);

/// The content of the first member when it is named "mimetype" and stored as it is: the type of an
/// OpenDocument or EPUB file (ODF 1.3-2, 3.3). Empty otherwise.
[[nodiscard]] std::string_view ZipMimeType(ByteView file);

}  // namespace dossier::inspect
