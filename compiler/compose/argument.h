// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "compiler/compose/context.h"

namespace dossier::compose {

/// The argument files in the order of their names: headings numbered from 1, paragraphs numbered
/// through the document, notes as footnotes, citation groups in parentheses with their pages. Notes
/// in the text of a note are set as words. Remembers the first heading of each file.
[[nodiscard]] Blocks ComposeArgument(Context& context);
/// One of them; nothing when there is no file of that path.
[[nodiscard]] Blocks ComposeArgument(Context& context, std::string_view path);

}  // namespace dossier::compose
