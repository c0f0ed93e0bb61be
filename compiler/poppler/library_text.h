// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <poppler-global.h>

#include <string>

/// For the sources of this folder only.
namespace dossier::poppler {

/// By hand: poppler's own `to_utf8` gives an empty string when iconv finds no tables.
[[nodiscard]] std::string ToUtf8(const ::poppler::ustring& words);

}  // namespace dossier::poppler
