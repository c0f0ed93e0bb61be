// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/office/docx_numbering.h"
#include "compiler/office/docx_styles.h"
#include "compiler/office/text_flow.h"
#include "compiler/xml/foreign.h"

namespace dossier::office {

/// What was met in the text of a Word file besides its words.
struct DocxTally {
  int insertions = 0;
  int deletions = 0;
  std::set<std::string> reviewers;  // who made these changes
  int hidden = 0;                   // pieces of hidden text
  std::string hidden_words;         // of the first
  int symbols = 0;                  // letters of symbol fonts, which stand as U+FFFD
  std::set<std::string> active;     // "DDE field"
  std::vector<std::string> references;  // files that fields fetch
  /// Ids of notes in the order in which the text refers to them; their numbers follow.
  std::map<std::string, int, std::less<>> footnotes, endnotes;
};

/// Which part of the file is read: its body, a head or a foot of the pages, its notes.
enum class DocxPart { kBody, kMargin, kFootnotes, kEndnotes };

/// Takes the events of word/document.xml and of the parts beside it (ECMA-376-1, 17).
///
/// The text is as it stands when every tracked change is accepted: what was deleted or moved away is
/// left out, what was inserted stays. Hidden text and the instructions of fields are left out, their
/// results stay. Of alternative contents (ECMA-376-3) the first counts. Numbers that Word prints
/// before paragraphs are written before them.
class DocxBody : public xml::ForeignEvents {
 public:
  DocxBody(DocxPart part, const DocxStyles& styles, DocxNumbering& numbering, DocxTally& tally);

  void Start(const xml::ForeignElement& element) override;
  void End(std::string_view name) override;
  void Words(std::string_view words) override;

  [[nodiscard]] std::vector<inspect::TextBlock> Take() { return flow_.Take(); }
  [[nodiscard]] bool too_many() const { return flow_.too_many(); }

 private:
  struct Paragraph {
    std::string style, list;
    std::optional<int> level, heading;
    bool styled = false;     // its properties have been used
    bool mark_gone = false;  // its end was deleted: it goes on in the next one
  };
  /// What surrounds a box while the box is read.
  struct Outer {
    Paragraph paragraph;
    bool hidden = false;
  };

  void StartOfBlock(const xml::ForeignElement& element);
  void StartOfProperty(const xml::ForeignElement& element);
  void StartOfChange(const xml::ForeignElement& element);
  void StartInRun(const xml::ForeignElement& element);
  void StartOfNote(const xml::ForeignElement& element);
  [[nodiscard]] bool LeavesOut(const xml::ForeignElement& element);
  void CountChange(int& count, const xml::ForeignElement& element);
  void BeginParagraph();
  void EndParagraph();
  void Style();
  void Say(std::string_view words);
  void Instruction(std::string_view words);
  [[nodiscard]] std::string_view Parent() const;
  [[nodiscard]] bool Inside(std::string_view name) const;

  DocxPart part_;
  const DocxStyles& styles_;
  DocxNumbering& numbering_;
  DocxTally& tally_;
  TextFlow flow_;
  std::vector<std::string> open_;  // names of the elements around, the root first
  std::vector<bool> alternatives_;  // of each alternative content: one has been taken
  std::vector<Outer> outer_;
  Paragraph paragraph_;
  int left_out_ = 0;  // depth inside of what is left out
  bool hidden_ = false;
  bool was_hidden_ = false;  // the last words were
  int note_ = 0;
  std::string instruction_;
};

}  // namespace dossier::office
