// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "compiler/foundation/bytes.h"

namespace dossier::xml::internal {

/// The most attributes that one tag of the page has, read as libxml2 reads tags; counting stops at
/// `enough`. Scripts, styles and comments hold no tags. Linear, for libxml2 compares every attribute
/// of a tag with all before it.
[[nodiscard]] std::size_t MostAttributes(ByteView page, std::size_t enough);

}  // namespace dossier::xml::internal
