// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/inspect/exhibit_facts.h"

namespace dossier::inspect {

/// Blocks of a plain text: paragraphs are parted by empty lines, their lines joined. Needs UTF-8.
/// Fails above a million blocks.
Result<std::vector<TextBlock>> ReadPlainText(ByteView text);

/// Blocks of a Markdown text in its plainest reading: headings (#), list items, quotations (>),
/// fenced code, tables by rows, paragraphs; inside them `PlainInline`. Same limits.
Result<std::vector<TextBlock>> ReadMarkdownText(ByteView text);

/// Gives every block but the headings its number, from 1; the count of numbers.
int NumberBlocks(std::vector<TextBlock>& blocks);

}  // namespace dossier::inspect
