// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dossier {

/// The content of a file. A string, because that is what every library here takes.
using Bytes = std::string;
using ByteView = std::string_view;

}  // namespace dossier
