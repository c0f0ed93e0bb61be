// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/markdown/marks.h"
#include "compiler/markdown/tree.h"

namespace dossier::markdown {

/// Containers and spans inside each other that are read; deeper is refused.
inline constexpr std::size_t kMaxDepth = 64;

/// Puts the events of a Markdown parser together to blocks. All offsets are bytes of the source.
class Builder {
 public:
  /// `marks` and `sink` outlive the builder. In a note, further notes are refused.
  Builder(std::string_view source, std::uint32_t file, const Marks& marks, bool in_note,
          diagnostics::Sink& sink);

  /// False when that would be too deep, which is D0011.
  bool EnterBlock(Block block);
  void LeaveBlock();
  bool EnterSpan(Inline span);
  void LeaveSpan();

  /// Words as they stand in the source.
  void Words(std::size_t begin, std::size_t end);
  /// Words that stand for others in the source: a character reference.
  void Replaced(std::size_t begin, std::size_t end, std::string text);
  /// Code; pieces add up. Indents and line ends have no place of their own.
  void Code(std::string_view text);
  void CodeAt(std::size_t begin, std::size_t end);
  void Break(InlineKind kind);
  /// D0015, once for neighbouring pieces.
  void RefuseHtml(std::size_t begin, std::size_t end);
  /// D0019 for what stands behind the last column of a table.
  void RefuseCells(std::size_t begin, std::size_t end, int cells, int columns);
  /// The source of a picture begins at the next "![".
  bool EnterPicture(Inline picture);

  [[nodiscard]] std::vector<Block> Finish();
  /// The ids of the notes referred to, in order.
  [[nodiscard]] const std::vector<Inline>& references() const { return references_; }

 private:
  [[nodiscard]] Span At(std::size_t begin, std::size_t end) const;
  std::vector<Inline>& CurrentInlines();
  Inline& OpenCode();
  void Append(Inline inline_node);
  void AppendMark(const Mark& mark);
  void CloseImplicitParagraph();
  void RefusePictures(Block& block);

  std::string_view source_;
  std::uint32_t file_;
  const Marks& marks_;
  bool in_note_;
  diagnostics::Sink& sink_;
  std::vector<Block> blocks_;  // open ones; the first holds the document
  std::vector<Inline> spans_;  // open ones
  std::vector<Inline> references_;
  bool implicit_paragraph_ = false;
  std::size_t read_until_ = 0;
  std::size_t mark_until_ = 0;  // end of the last citation or reference
  std::size_t html_until_ = 0;
};

}  // namespace dossier::markdown
