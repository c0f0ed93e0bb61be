// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "compiler/diagnostics/sink.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/yaml/tree.h"

namespace dossier::yaml {

/// Nesting that is read; deeper is refused.
inline constexpr int kMaxDepth = 64;

/// Reads one file as one YAML 1.2 document.
///
/// Strict where yaml-cpp 0.7 is silent: keys that stand twice, content after the document, a
/// quotation mark that is never closed, a line without a colon. Anchors, aliases, merge keys and
/// tags are not part of the format. Time is linear in the size of the file.
///
/// Returns nothing if and only if it reported at least one of D0003 to D0011 and D0018. A syntax
/// error ends the file; all duplicate keys of a file are reported.
[[nodiscard]] std::optional<Node> Parse(const diagnostics::Sources& sources, std::uint32_t file,
                                        diagnostics::Sink& sink);

}  // namespace dossier::yaml
