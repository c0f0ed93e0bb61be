// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/docx/markup.h"
#include "compiler/docx/relationships.h"
#include "compiler/docx/styles.h"
#include "compiler/docx/work.h"

namespace dossier::docx {

/// Where blocks are written: the indents around them, what kind of text they are part of.
struct Column {
  enum class Kind { kText, kQuotation, kCell, kHeadCell, kNote };
  Kind kind = Kind::kText;
  Length left{}, width{}, right{};
  std::string_view language{};
  bool keep_with_next = false;
};

/// How a paragraph differs from its style.
struct ParagraphForm {
  std::string style;
  std::string_view language{};  // decides its direction
  bool keep_with_next = false;
  int bullet = 0;  // w:numId of its list, 0 for none
  int bullet_level = 0;
  bool indented = false;  // `left`, `right` and `hanging` hold, not the style's
  Length left{}, right{}, hanging{};
  std::string_view alignment{};
  Length clear_tab{};     // a stop of the style that does not hold
  bool ends_section = false;
};

/// A number or sign that stands before the words of a paragraph.
struct Label {
  std::string text{};
  std::string anchor{};  // what the number in it is called
  Length width{};        // of the hanging indent, behind which the words begin; zero for none
  bool outside = false;  // hangs in the margin of the page
};

/// Writes one part of the file that holds text: the body, the notes, a head or a foot.
///
/// Blocks become paragraphs and tables of WordprocessingML (ECMA-376-1, 17) in the order in which
/// they stand; nothing is left out but space that the page does not show either. Properties stand in
/// the order of the schema, which Word insists on.
class PartWriter {
 public:
  PartWriter(Work& work, std::string_view root);

  void Write(const std::vector<compose::Block>& blocks, const Column& column);
  /// One note with its mark; those inside it follow in the same note.
  void WriteNote(const compose::Note& note, int number);
  /// A line that parts notes from the text, a special note.
  void WriteNoteLine(std::string_view type, std::string_view line, int id);
  /// What was to stand on the next paragraph and has none.
  void Finish();

  void BeginParagraph(const ParagraphForm& form);
  void EndParagraph() { xml_.End(); }
  void Text(std::string_view words, const compose::TextRun& like);
  void Text(std::string_view words) { Text(words, {}); }
  void Tab();
  /// A field with what it shows until it is updated; `cached` writes runs.
  void Field(const std::string& instruction, const std::function<void()>& cached);

  [[nodiscard]] Column Whole() const;
  [[nodiscard]] Markup& xml() { return xml_; }
  [[nodiscard]] Relationships& relationships() { return relationships_; }
  /// True when notes stood before the end, which is the end of a section.
  [[nodiscard]] bool has_sections() const { return has_sections_; }

 private:
  // Blocks.
  void Put(const compose::Paragraph& paragraph, const Column& column);
  void Put(const compose::Heading& heading, const Column& column);
  void Put(const compose::List& list, const Column& column);
  void Put(const compose::Table& table, const Column& column);
  void Put(const compose::Quotation& quotation, const Column& column);
  void Put(const compose::Contents& contents, const Column& column);
  void Put(const compose::SignatureBlock& signature, const Column& column);
  void Put(const compose::PageBreak& page_break, const Column& column);
  void Put(const compose::Rule& rule, const Column& column);
  void Put(const compose::Space& space, const Column& column);
  void Put(const compose::Image& image, const Column& column);
  void Put(const compose::Figure& figure, const Column& column);
  void Put(const compose::Endnotes& endnotes, const Column& column);

  void PutOwnEntry(const ParagraphForm& form, const compose::Paragraph& paragraph);
  void PutLabelled(ParagraphForm form, const Label& label, const std::vector<compose::Inline>& content);
  void PutEntry(const layout::HeadingEntry& heading, const std::function<void()>& before);
  void PutListItem(const compose::ListItem& item, Length width, const Column& column);
  void PutCaption(const Label& label, const std::vector<compose::Inline>& words, std::string_view alignment, const Column& column);
  void PutDrawing(const compose::Image& image, const std::string& relationship, const Column& column);
  void PutRow(const compose::TableRow& row, const std::vector<Length>& edges, bool head, const Column& column);
  void PutCell(const std::vector<const compose::TableCell*>& cells, std::size_t begin, std::size_t end,
               const std::vector<Length>& edges, Column column);
  void PutNoteMark();
  void PutLabel(const Label& label);
  void PutGap();
  [[nodiscard]] ParagraphForm FormOf(const compose::Paragraph& paragraph, const Column& column) const;
  [[nodiscard]] std::string BaseStyle(const Column& column) const;

  // Words.
  void PutContent(const std::vector<compose::Inline>& content);
  void Put(const compose::TextRun& run) { Text(run.text, run); }
  void Put(const compose::PageNumberOf& number);
  void Put(const compose::Link& link);
  void Put(const compose::Note& note);
  void Put(const compose::LineBreak& line_break);
  void Put(const compose::AnchorHere& here);
  void Put(const compose::PagesOf& pages);
  void Put(const compose::NumberOf& number);
  void PutPage(const std::string& text, const std::string& anchor, compose::Face face);
  void Run(std::string_view words, const compose::TextRun& like, bool to_left);
  void RunProperties(const compose::TextRun& like, bool to_left, std::string_view style = {});
  void PlainRun(std::string_view element, const Markup::Attributes& attributes = {});
  bool BeginLink();
  void OpenLink(const std::string& anchor, const std::string& url);
  void CloseLink();
  void MarkPlace(const std::string& anchor);
  int OpenBookmark(std::string_view name);
  void CloseBookmark(int id);

  /// What waits for the next paragraph.
  struct Pending {
    bool page_break = false;
    bool section_break = false;
    Length space;
    std::vector<std::string> anchors;
    int note = 0;  // number of the note whose words begin
    bool inner_note = false;
  };
  /// The paragraph that is open.
  struct Open {
    int half_points = 22;
    bool italic = false;  // its style is
    std::string_view language;
    bool to_left = false;
    bool blank = true;        // the last letter was a space, or there is none yet
    bool after_note = false;  // nothing stands between the last mark and here
    bool plain_links = false;  // links look like other words
    int pages_to_leader = 0;   // page numbers until the one at the right edge; 0 for none
  };
  struct Target {
    std::string anchor, url;
  };

  Work& work_;
  Markup xml_ = Markup::File();
  Relationships relationships_;
  Pending pending_;
  Open open_;
  std::vector<Target> links_;  // around
  bool link_open_ = false;
  std::vector<const compose::Note*> inner_notes_;
  bool in_note_ = false;
  bool hanging_ = false;         // a numbered paragraph stands before: lists and quotations belong to it
  bool after_table_ = false;
  bool cell_needs_paragraph_ = false;
  bool has_sections_ = false;
  int list_depth_ = 0;
};

}  // namespace dossier::docx
