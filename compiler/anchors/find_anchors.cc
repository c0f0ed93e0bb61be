// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/anchors/find_anchors.h"

#include <algorithm>
#include <string>
#include <utility>

#include "compiler/anchors/document.h"
#include "compiler/identifiers/article_reference.h"

namespace dossier::anchors {
namespace {

/// More marks than this are not followed: no document that people read has them.
constexpr std::size_t kMostMarks = 100'000;

Document Read(std::span<const Unit> units, bool paged) {
  Document document;
  document.paged = paged;
  document.lines = LinesOf(units, paged);
  document.marks = MarksOf(document.lines, paged);
  if (document.marks.size() > kMostMarks) {
    document.marks.resize(kMostMarks);
    document.all = false;
  }
  document.taken.assign(document.marks.size(), false);
  for (const Unit& unit : units) document.size += unit.text.size() + 1;
  if (!units.empty()) document.last_place = units.back().place;
  return document;
}

/// Articles of other acts, where the text speaks of them. Units are joined: a line break may stand
/// between "Article" and its number, a page break rarely.
std::vector<Anchor> Mentions(std::span<const Unit> units) {
  std::vector<Anchor> anchors;
  for (const Unit& unit : units) {
    for (identifiers::ArticleReference& found : identifiers::FindArticleReferences(unit.text)) {
      anchors.push_back({std::move(found.number), unit.place, unit.place});
    }
  }
  return anchors;
}

void Add(AnchorKind kind, std::vector<Anchor> anchors, AnchorIndex& index, bool mentioned = false) {
  if (anchors.empty()) return;
  index.numberings.push_back({.kind = kind, .mentioned = mentioned, .anchors = std::move(anchors)});
}

bool IsEmpty(const Unit& unit) {
  return unit.text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

}  // namespace

AnchorIndex FindAnchors(std::span<const Unit> units, bool paged) {
  Document document = Read(units, paged);
  const auto words = [&](Shape shape) { return TakeWords(document, shape); };
  std::vector<Entry> articles = words(Shape::kArticle);
  const std::vector<Entry> sections = words(Shape::kHeading);
  const std::vector<Entry> chapters = words(Shape::kChapter);
  const std::vector<Entry> annexes = words(Shape::kAnnex);
  std::vector<Entry> notes = TakeNotes(document);
  bool all = document.all;
  Run signs;
  for (const Run& run : RisingRuns(document.marks, document.Free(Shape::kSign), 1, all)) {
    signs.insert(signs.end(), run.begin(), run.end());
  }
  document.Take(signs);
  std::sort(signs.begin(), signs.end());
  std::vector<Entry> signed_sections;
  for (const std::size_t mark : signs)
    signed_sections.push_back({document.marks[mark].number, mark});
  // Parts of an article look like paragraphs; an act of articles has no paragraphs of its own.
  const bool act = articles.size() >= 3;
  if (act) articles = WithParts(document.marks, std::move(articles), document.taken);
  Body body = act ? Body{} : TakeBody(document);
  if (!act) articles = WithParts(document.marks, std::move(articles), document.taken);

  AnchorIndex index;
  const auto add = [&](AnchorKind kind, std::vector<Entry> entries) {
    Add(kind, Place(document, kind, std::move(entries)), index);
  };
  add(AnchorKind::kParagraph,
      WithParts(document.marks, std::move(body.paragraphs), document.taken));
  add(AnchorKind::kSection, WithParts(document.marks, std::move(signed_sections), document.taken));
  add(AnchorKind::kSection, sections);
  add(AnchorKind::kSection, std::move(body.headings));
  add(AnchorKind::kSection, chapters);
  add(AnchorKind::kNote, std::move(notes));
  add(AnchorKind::kAnnex, annexes);
  add(AnchorKind::kArticle, std::move(articles));
  Add(AnchorKind::kArticle, Mentions(units), index, true);
  index.whole = all && document.all && std::none_of(units.begin(), units.end(), IsEmpty);
  return index;
}

}  // namespace dossier::anchors
