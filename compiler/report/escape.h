// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dossier::report {

/// `text` made safe for a terminal or a log: control characters (C0 but for tab, C1, DEL),
/// direction controls (U+202A to U+202E, U+2066 to U+2069, U+200E, U+200F, U+061C) and bytes that
/// are not UTF-8 come out as `\u{1B}` or `\x{FF}`. A line end comes out as `\n` in words. Nothing
/// else is touched.
[[nodiscard]] std::string Printable(std::string_view text);

}  // namespace dossier::report
