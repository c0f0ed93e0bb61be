// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace dossier::pdf::internal {

/// A text string (ISO 32000-1:2008, 7.9.2.2) of UTF-8. Printable ASCII stays readable; everything
/// else, and whatever a strict reader of the finished bytes could take for file structure, is
/// written as UTF-16.
[[nodiscard]] QPDFObjectHandle TextString(const std::string& utf8);

/// Text for XML content: markup characters and those that look like PDF structure escaped,
/// characters that XML 1.0 does not allow left out.
[[nodiscard]] std::string XmlText(const std::string& utf8);

}  // namespace dossier::pdf::internal
