// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "compiler/docx/work.h"
#include "compiler/foundation/bytes.h"

namespace dossier::docx {

/// The small parts around the text (ECMA-376-1, 17 and 15.2).

/// word/settings.xml: how notes are counted and where they stand, hyphenation, the version of Word
/// whose layout is meant. `sections`: notes at the end stand at the end of their section.
[[nodiscard]] Bytes SettingsXml(const Work& work, bool sections);

/// word/numbering.xml: a list for each bullet that the document uses. Numbers are no lists: they are
/// words of the text, which stay what they are when the text is copied or edited.
[[nodiscard]] Bytes NumberingXml(const Work& work);

/// word/fontTable.xml: what stands in for the family of the document where it is not installed.
[[nodiscard]] Bytes FontTableXml(const compose::Document& document);

/// docProps/core.xml; `date` is a day (2026-01-31), or empty.
[[nodiscard]] Bytes CorePropertiesXml(const compose::Document& document, std::string_view date);

}  // namespace dossier::docx
