// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "compiler/diagnostics/sink.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/xml/tree.h"

namespace dossier::xml {

inline constexpr int kMaxDepth = 256;

/// Reads one XML 1.0 file of our own: a template, a schema.
///
/// Guarantee G16: a DOCTYPE of any kind is refused, so there are no entities but the five of XML;
/// nothing is fetched, from the disk or the net; size and depth are limited. The encoding is UTF-8.
/// Nothing if and only if it reported one of D0003 to D0005, D0011 to D0013, D0018.
[[nodiscard]] std::optional<Element> Parse(const diagnostics::Sources& sources, std::uint32_t file,
                                           diagnostics::Sink& sink);

}  // namespace dossier::xml
