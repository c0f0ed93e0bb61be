// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "compiler/diagnostics/sink.h"
#include "compiler/diagnostics/sources.h"

namespace dossier::diagnostics {

/// Largest text file of a case or pack that is parsed: 16 MiB.
inline constexpr std::size_t kMaxSourceBytes = std::size_t{16} << 20;

/// Says whether a source file is plain text that a parser may see.
///
/// Guarantees, when true: at most `kMaxSourceBytes`; well-formed UTF-8 (RFC 3629); no control
/// characters but tab, line feed and carriage return before a line feed; no bidirectional
/// controls and no zero-width no-break space but at the start. Reports the first offence only:
/// D0003, D0004 or D0005.
bool CheckSourceText(const Sources& sources, std::uint32_t file, Sink& sink);

/// Bytes of a byte order mark at the start of `text`: 3 or 0.
[[nodiscard]] std::size_t ByteOrderMarkLength(std::string_view text);

}  // namespace dossier::diagnostics
