// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/compose/document.h"
#include "compiler/fonts/font_set.h"
#include "compiler/text/hyphenate.h"

namespace dossier::testing {

/// The pinned faces from the packages of this machine; aborts when they are not installed.
const fonts::FontSet& InstalledFonts();
[[nodiscard]] fonts::FontSet InstalledFonts(std::string_view family);

compose::Inline Words(std::string text, compose::Face face = compose::Face::kRegular);
compose::Inline PageOf(std::string anchor);
compose::Inline LinkTo(std::string anchor, std::vector<compose::Inline> content);
compose::Inline Address(std::string url);
compose::Block Paragraph(std::vector<compose::Inline> content);
compose::Block Paragraph(std::string text);
compose::Block Numbered(std::string label, std::vector<compose::Inline> content);
compose::Block Heading(int level, std::string number, std::string text, std::string anchor);
compose::Inline Note(std::vector<compose::Inline> content);
compose::TableCell Cell(std::string text);

/// `count` words of an invented text without meaning, the same for the same `seed`.
std::string Filler(int count, unsigned seed);

/// An invented brief with every kind of block, a few pages long. Nobody in it exists.
compose::Document SampleBrief();

/// What is hard to set: three languages in narrow columns, names and quotations that run to the
/// left, notes longer than a page, tables wider and rows taller than one.
compose::Document HardThings();

/// The pinned dictionaries from the packages of this machine; aborts when they are not installed.
text::Hyphenation& InstalledHyphenation();

/// About `pages` pages of text with six notes a page, like a long brief.
compose::Document LongBrief(int pages);

}  // namespace dossier::testing
