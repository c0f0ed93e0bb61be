// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/pdf/self_description.h"

/// How `SelfDescription` is filled. For the sources of this folder only.
namespace dossier::pdf::internal {

/// Everything but signatures and files: Info dictionary and XMP, which should agree and often do
/// not (both are listed), language, revisions.
void Describe(QPDF& document, ByteView pdf, SelfDescription& self);

/// Of a signature dictionary in a file of `file_size` bytes.
[[nodiscard]] SignatureState StateOf(QPDFObjectHandle signature, std::size_t file_size);

/// Cross-reference sections that hang together by /Prev, a linearised file's two counted as one.
[[nodiscard]] int CountRevisions(ByteView pdf);

/// "2024-03-05T10:11:12+02:00" of "D:20240305101112+02'00'" (7.9.4), as precise as it is; empty for
/// what is no date.
[[nodiscard]] std::string IsoDate(std::string_view date);

/// Files of these file specifications, wherever they hang: at most 200, at most 64 MiB each.
void AddAttachedFiles(const std::vector<QPDFObjectHandle>& specifications, SelfDescription& self);

/// Values of an XMP packet (ISO 16684-1) that stand as text in an element or an attribute called
/// `name` ("dc:creator"), list items each. Total; not an XML reader: markup it does not understand
/// gives nothing.
[[nodiscard]] std::vector<std::string> XmpValues(std::string_view packet, std::string_view name);

/// Adds `text` unless it is empty, too long for a name or there already.
void AddOnce(const std::string& text, std::vector<std::string>& list);

}  // namespace dossier::pdf::internal
