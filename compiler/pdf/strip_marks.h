// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>

/// Marked content of foreign pages. For the sources of this folder only.
namespace dossier::pdf::internal {

/// `content` without what ties it to a structure that does not come along: numbers of marked
/// content, artifacts, marked points, optional content. Replacement text (/ActualText) and language
/// stay, and everything that draws stays byte by byte. Nothing when there is nothing to take out.
/// `properties` are those of the resources, or null.
[[nodiscard]] std::optional<std::string> WithoutMarks(std::string_view content,
                                                      QPDFObjectHandle properties);

}  // namespace dossier::pdf::internal
