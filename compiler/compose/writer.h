// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/compose/context.h"
#include "compiler/compose/selecting.h"
#include "compiler/compose/template.h"

namespace dossier::compose {

/// Walks a template and writes what it asks for. What turns out empty leaves nothing: no heading, no
/// table, no gap in the numbers.
class Writer {
 public:
  Writer(Context& context, Selecting& selecting) : context_(context), selecting_(selecting) {}

  void Write(const TemplateNode& node, const Focus& focus, Blocks& out);

 private:
  using Visit = std::function<void(const TemplateNode& node, const Focus& focus)>;

  /// Calls `visit` for the children of `node`, through `<if>` and `<for-each>`.
  void Through(const TemplateNode& node, const Focus& focus, const Visit& visit);
  [[nodiscard]] bool Holds(const TemplateNode& node, const Focus& focus);

  void WriteChildren(const TemplateNode& node, const Focus& focus, Blocks& out);
  bool WriteCaseBlock(const TemplateNode& node, const Focus& focus, Blocks& out);
  void WriteStructure(const TemplateNode& node, const Focus& focus, Blocks& out);
  void WriteSection(const TemplateNode& node, const Focus& focus, Blocks& out);
  Inlines HeadingOf(const TemplateNode& section, const Focus& focus);
  void WriteParagraph(const TemplateNode& node, const Focus& focus, Blocks& out);
  void WriteList(const TemplateNode& node, const Focus& focus, Blocks& out);
  void WriteTable(const TemplateNode& node, const Focus& focus, Blocks& out);
  [[nodiscard]] TableRow RowOf(const TemplateNode& node, const Focus& focus, bool head);
  [[nodiscard]] TableCell CellOf(const TemplateNode& node, const Focus& focus, bool head);
  void WritePortraits(const TemplateNode& node, const Focus& focus, Blocks& out);
  void WriteBar(const TemplateNode& node, const Focus& focus, Blocks& out);

  void WriteInline(const TemplateNode& node, const Focus& focus, Face face, Inlines& out);
  void WriteWords(const TemplateNode& node, const Focus& focus, Face face, Inlines& out);
  void WriteReference(const TemplateNode& node, const Focus& focus, Inlines& out);
  void WritePages(const TemplateNode& node, const Focus& focus, Inlines& out);
  void WriteEach(const TemplateNode& node, const Focus& focus, Face face, Inlines& out);
  void WriteMark(const TemplateNode& node, const Focus& focus, Inlines& out);
  [[nodiscard]] Inlines InlinesOf(const TemplateNode& node, const Focus& focus, Face face = Face::kRegular);

  Context& context_;
  Selecting& selecting_;
};

/// True for content that a reader would see; spaces and breaks alone are none.
[[nodiscard]] bool Shows(const Inlines& content);

/// A number in an attribute, from 1 to 999; else `otherwise`.
[[nodiscard]] int NumberOr(std::string_view text, int otherwise);

}  // namespace dossier::compose
