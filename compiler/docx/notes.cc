// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "compiler/docx/part_writer.h"

namespace dossier::docx {
namespace {

const compose::TextRun kRaised{.text = {}, .superscript = true, .source = {}};

}  // namespace

void PartWriter::Put(const compose::Note& note) {
  const std::string number = std::to_string(work_.places.NumberOf(note));
  // Two marks side by side would read as one number.
  if (open_.after_note) Text(",", kRaised);
  const Bookmark* place = work_.places.Find(note.anchor);
  const bool marks = place != nullptr && work_.marked.insert(place->name).second;
  const int outer = marks ? OpenBookmark(place->name) : 0;
  const int inner = marks ? OpenBookmark(place->number_name) : 0;
  if (in_note_ || work_.notes == nullptr) {
    Text(number, kRaised);
    inner_notes_.push_back(&note);
  } else {
    const bool literal = work_.places.notes_in_notes();
    const std::string_view element = work_.notes_at_end() ? "w:endnoteReference" : "w:footnoteReference";
    xml_.Begin("w:r");
    RunProperties({}, false, work_.notes_at_end() ? style::kEndnoteMark : style::kFootnoteMark);
    if (literal) {
      xml_.Empty(element, {{"w:customMarkFollows", "1"}, {"w:id", number}});
      xml_.Element("w:t", number);
    } else {
      xml_.Empty(element, {{"w:id", number}});
    }
    xml_.End();
    work_.notes->WriteNote(note, std::stoi(number));
  }
  if (marks) {
    CloseBookmark(inner);
    CloseBookmark(outer);
  }
  open_.after_note = true;
  open_.blank = false;
}

void PartWriter::WriteNoteLine(std::string_view type, std::string_view line, int id) {
  xml_.Begin(work_.notes_at_end() ? "w:endnote" : "w:footnote", {{"w:type", type}, {"w:id", std::to_string(id)}});
  BeginParagraph({.style = std::string(style::kGap)});
  PlainRun(line);
  EndParagraph();
  xml_.End();
}

void PartWriter::WriteNote(const compose::Note& note, int number) {
  in_note_ = true;
  xml_.Begin(work_.notes_at_end() ? "w:endnote" : "w:footnote", {{"w:id", std::to_string(number)}});
  Column column = Whole();
  column.kind = Column::Kind::kNote;
  inner_notes_ = {&note};
  for (std::size_t i = 0; i < inner_notes_.size(); ++i) {
    pending_.note = work_.places.NumberOf(*inner_notes_[i]);
    pending_.inner_note = i > 0;
    Write(inner_notes_[i]->content, column);
    if (pending_.note > 0) PutGap();  // a note without words
  }
  Finish();
  xml_.End();
}

/// The number before the words of a note.
void PartWriter::PutNoteMark() {
  const int number = std::exchange(pending_.note, 0);
  if (number == 0) return;
  const bool at_end = work_.notes_at_end();
  if (pending_.inner_note || work_.places.notes_in_notes()) {
    Text(std::to_string(number), kRaised);
  } else {
    xml_.Begin("w:r");
    RunProperties({}, false, at_end ? style::kEndnoteMark : style::kFootnoteMark);
    xml_.Empty(at_end ? "w:endnoteRef" : "w:footnoteRef");
    xml_.End();
  }
  open_.blank = false;
  Text(" ");
}

}  // namespace dossier::docx
