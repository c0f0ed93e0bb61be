// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "compiler/docx/part_writer.h"
#include "compiler/docx/section.h"
#include "compiler/docx/units.h"
#include "compiler/foundation/utf8.h"
#include "compiler/layout/style.h"
#include "compiler/text/bidi.h"

namespace dossier::docx {
namespace {

namespace measure = layout::measure;

/// About how wide a label is: digits of a text face are half as wide as they are high. No fonts are
/// at hand here, and those of the reader may be others.
Length WidthOf(std::string_view label, int half_points) {
  return Length::FromPoints(half_points * 0.275) * static_cast<std::int64_t>(utf8::CountCodePoints(label));
}

Column Indented(Column column, Length left, Length right) {
  if (column.width - left - right < measure::kNarrowest) return column;
  column.left += left;
  column.right += right;
  column.width -= left + right;
  return column;
}

/// A sign that says no more than that an entry begins.
bool IsBullet(std::string_view label) {
  const std::u32string codes = utf8::ToCodePoints(label);
  static constexpr std::u32string_view kSigns = U"•‣◦▪▫●○■□–—-*·☐☑✓→";
  return codes.size() == 1 && kSigns.find(codes.front()) != std::u32string_view::npos;
}

bool ShowsNothing(const std::vector<compose::Inline>& content) {
  return std::all_of(content.begin(), content.end(), [](const compose::Inline& item) {
    if (const auto* run = std::get_if<compose::TextRun>(&item.value)) return run->text.empty();
    return std::holds_alternative<compose::AnchorHere>(item.value);
  });
}

/// Word breaks an address nowhere: the line before a long one is half empty, and justified it would be drawn apart.
bool HasLongWord(const std::vector<compose::Inline>& content) {
  constexpr std::size_t kLong = 24;  // a third of a line
  std::size_t length = 0;
  std::size_t longest = 0;
  const auto count = [&](std::string_view words) {
    for (const char c : words) {
      const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
      length = c == ' ' ? 0 : length + (continues ? 0 : 1);
      longest = std::max(longest, length);
    }
  };
  for (const compose::Inline& item : content) {
    if (const auto* run = std::get_if<compose::TextRun>(&item.value)) count(run->text);
    if (const auto* link = std::get_if<compose::Link>(&item.value)) {
      if (HasLongWord(link->content)) return true;
    }
    if (std::holds_alternative<compose::LineBreak>(item.value)) length = 0;
  }
  return longest >= kLong;
}

int CountPages(const std::vector<compose::Inline>& content) {
  int count = 0;
  for (const compose::Inline& item : content) {
    if (std::holds_alternative<compose::PageNumberOf>(item.value)) ++count;
    if (const auto* link = std::get_if<compose::Link>(&item.value)) count += CountPages(link->content);
  }
  return count;
}

}  // namespace

PartWriter::PartWriter(Work& work, std::string_view root) : work_(work) {
  xml_.Begin(root, {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
                    {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
                    {"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"},
                    {"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
                    {"xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"}});
}

Column PartWriter::Whole() const { return {.width = work_.page.text_width()}; }

void PartWriter::Write(const std::vector<compose::Block>& blocks, const Column& column) {
  for (const compose::Block& block : blocks) std::visit([&](const auto& value) { Put(value, column); }, block.value);
}

void PartWriter::Finish() {
  pending_.page_break = pending_.section_break = false;
  if (after_table_ || !pending_.anchors.empty()) PutGap();
}

void PartWriter::PutGap() {
  BeginParagraph({.style = std::string(style::kGap)});
  EndParagraph();
}

std::string PartWriter::BaseStyle(const Column& column) const {
  switch (column.kind) {
    case Column::Kind::kText: return std::string(style::kBody);
    case Column::Kind::kQuotation: return std::string(style::kQuotation);
    case Column::Kind::kCell: return std::string(style::kCell);
    case Column::Kind::kHeadCell: return std::string(style::kHeadCell);
    case Column::Kind::kNote: break;
  }
  return std::string(work_.notes_at_end() ? style::kEndnote : style::kFootnote);
}

void PartWriter::BeginParagraph(const ParagraphForm& form) {
  if (std::exchange(pending_.section_break, false)) {
    BeginParagraph({.style = std::string(style::kGap), .ends_section = true});
    EndParagraph();
  }
  const StyleType type = TypeOf(form.style);
  const std::string_view language = form.language.empty() ? std::string_view(work_.document.language) : form.language;
  open_ = {.half_points = type.half_points,
           .italic = type.italic,
           .language = form.language,
           .to_left = text::DirectionOf(language) == text::Direction::kRightToLeft};
  const std::int64_t before = Twips(std::exchange(pending_.space, Length()));
  const bool page_break = !form.ends_section && std::exchange(pending_.page_break, false);
  after_table_ = cell_needs_paragraph_ = false;
  xml_.Begin("w:p");
  xml_.Begin("w:pPr");
  xml_.Value("w:pStyle", form.style);
  xml_.Flag("w:keepNext", form.keep_with_next);
  xml_.Flag("w:pageBreakBefore", page_break);
  if (form.bullet > 0) {
    xml_.Begin("w:numPr");
    xml_.Value("w:ilvl", std::to_string(std::clamp(form.bullet_level, 0, 8)));
    xml_.Value("w:numId", std::to_string(form.bullet));
    xml_.End();
  }
  if (form.clear_tab > Length()) {
    xml_.Begin("w:tabs");
    xml_.Empty("w:tab", {{"w:val", "clear"}, {"w:pos", TwipsText(form.clear_tab)}});
    xml_.End();
  }
  xml_.Flag("w:bidi", open_.to_left);
  if (before > type.before) xml_.Empty("w:spacing", {{"w:before", std::to_string(before)}});
  if (form.indented) {
    xml_.Empty("w:ind", {{"w:left", TwipsText(form.left)}, {"w:right", TwipsText(form.right)}, {"w:hanging", TwipsText(form.hanging)}});
  }
  if (!form.alignment.empty()) xml_.Value("w:jc", form.alignment);
  if (form.ends_section) {
    PutSection(work_, !has_sections_, has_sections_, xml_);
    has_sections_ = true;
  }
  xml_.End();
  if (form.ends_section) return;
  for (const std::string& anchor : std::exchange(pending_.anchors, {})) MarkPlace(anchor);
  PutNoteMark();
}

ParagraphForm PartWriter::FormOf(const compose::Paragraph& paragraph, const Column& column) const {
  using compose::ParagraphStyle;
  const bool free = column.kind == Column::Kind::kText;
  ParagraphForm form{.style = BaseStyle(column),
                     .language = paragraph.language.empty() ? column.language : std::string_view(paragraph.language),
                     .keep_with_next = paragraph.keep_with_next || column.keep_with_next,
                     .indented = column.left > Length() || column.right > Length(),
                     .left = column.left,
                     .right = column.right};
  switch (paragraph.style) {
    case ParagraphStyle::kBody: break;
    case ParagraphStyle::kNumbered: if (free) form.style = style::kNumbered; break;
    case ParagraphStyle::kMarginNumber: if (free) form.style = style::kMarginNumber; break;
    case ParagraphStyle::kTitle: form.style = style::kTitle; break;
    case ParagraphStyle::kSubtitle: form.style = style::kSubtitle; break;
    case ParagraphStyle::kSmall: form.style = style::kSmall; break;
    case ParagraphStyle::kContentsEntry: form.style = ContentsStyle(paragraph.level + 1); break;
    case ParagraphStyle::kCentred: free ? void(form.style = style::kCentred) : void(form.alignment = "center"); break;
    case ParagraphStyle::kRight: free ? void(form.style = style::kRight) : void(form.alignment = "right"); break;
  }
  return form;
}

void PartWriter::PutLabel(const Label& label) {
  if (label.text.empty()) return;
  const std::string number = label.anchor.empty() ? std::string() : work_.numbers.LabelOf(label.anchor);
  const Bookmark* place = work_.places.Find(label.anchor);
  const std::size_t at = label.text.rfind(number);
  if (place == nullptr || number.empty() || at == std::string::npos || !work_.marked.insert(place->number_name).second) {
    Text(label.text);
  } else {
    Text(std::string_view(label.text).substr(0, at));
    const int bookmark = OpenBookmark(place->number_name);
    Text(number);
    CloseBookmark(bookmark);
    Text(std::string_view(label.text).substr(at + number.size()));
  }
  if (label.width > Length()) Tab();
}

void PartWriter::PutLabelled(ParagraphForm form, const Label& label, const std::vector<compose::Inline>& content) {
  if (label.width > Length()) {
    form.indented = true;
    form.hanging = label.width;
    if (!label.outside) form.left += label.width;
  }
  if (form.alignment.empty() && TypeOf(form.style).justified && HasLongWord(content)) form.alignment = "left";
  BeginParagraph(form);
  PutLabel(label);
  PutContent(content);
  EndParagraph();
}

void PartWriter::Put(const compose::Paragraph& paragraph, const Column& column) {
  using compose::ParagraphStyle;
  pending_.anchors.push_back(paragraph.anchor);
  const ParagraphStyle kind = paragraph.style;
  const bool labelled = !paragraph.label.empty() && (kind == ParagraphStyle::kNumbered || kind == ParagraphStyle::kMarginNumber || kind == ParagraphStyle::kContentsEntry);
  if (column.kind == Column::Kind::kText && list_depth_ == 0) hanging_ = kind == ParagraphStyle::kNumbered;
  if (!labelled && ShowsNothing(paragraph.content)) {
    for (const compose::Inline& item : paragraph.content) {
      if (const auto* here = std::get_if<compose::AnchorHere>(&item.value)) pending_.anchors.push_back(here->name);
    }
    std::erase(pending_.anchors, std::string());
    return;
  }
  ParagraphForm form = FormOf(paragraph, column);
  if (kind == ParagraphStyle::kContentsEntry) return PutOwnEntry(form, paragraph);
  Label label;
  if (labelled) {
    const Length wanted = WidthOf(paragraph.label, TypeOf(form.style).half_points) + measure::kLabelGap;
    label = {.text = paragraph.label, .anchor = paragraph.anchor, .width = std::max(measure::kHangingLabel, wanted)};
    label.outside = kind == ParagraphStyle::kMarginNumber && column.kind == Column::Kind::kText && column.left == Length() && wanted <= work_.page.left - measure::kEdge;
    if (label.outside) label.width = wanted - measure::kLabelGap + measure::kMarginGap;
  }
  PutLabelled(std::move(form), label, paragraph.content);
}

/// An entry of a list of the author's own; its last page number stands at the right edge.
void PartWriter::PutOwnEntry(const ParagraphForm& form, const compose::Paragraph& paragraph) {
  BeginParagraph(form);
  open_.plain_links = true;
  if (!paragraph.label.empty()) PutLabel({.text = paragraph.label, .anchor = {}, .width = measure::kHangingLabel});
  open_.pages_to_leader = CountPages(paragraph.content);
  PutContent(paragraph.content);
  EndParagraph();
}

void PartWriter::Put(const compose::Heading& heading, const Column& column) {
  hanging_ = false;
  pending_.page_break = pending_.page_break || heading.page_break_before;
  pending_.anchors.push_back(heading.anchor);
  ParagraphForm form{.style = HeadingStyle(heading.level, heading.in_contents),
                     .language = heading.language.empty() ? column.language : std::string_view(heading.language),
                     .indented = column.left > Length() || column.right > Length(),
                     .left = column.left,
                     .right = column.right};
  Label label;
  if (!heading.number.empty()) {
    const Length wanted = WidthOf(heading.number, TypeOf(form.style).half_points) + Length::FromPoints(8);
    label = {.text = heading.number, .anchor = heading.anchor, .width = std::max(measure::kHangingLabel, wanted)};
  }
  PutLabelled(std::move(form), label, heading.content);
}

void PartWriter::Put(const compose::List& list, const Column& outer) {
  const bool belongs = hanging_ && outer.kind == Column::Kind::kText && list_depth_ == 0;
  const Column column = belongs ? Indented(outer, measure::kHangingLabel, {}) : outer;
  const int half_points = TypeOf(BaseStyle(column)).half_points;
  Length width = measure::kListIndent;
  for (const compose::ListItem& item : list.items) width = std::max(width, WidthOf(item.label, half_points) + measure::kLabelGap);
  ++list_depth_;
  for (const compose::ListItem& item : list.items) PutListItem(item, width, column);
  --list_depth_;
}

void PartWriter::PutListItem(const compose::ListItem& item, Length width, const Column& column) {
  static const compose::Paragraph kEmpty;
  const Column inner = Indented(column, width, {});
  const auto* first = item.content.empty() ? nullptr : std::get_if<compose::Paragraph>(&item.content.front().value);
  // A paragraph with a number of its own stands below that of the list.
  const bool joined = first != nullptr && first->label.empty();
  const compose::Paragraph& paragraph = joined ? *first : kEmpty;
  pending_.anchors.push_back(paragraph.anchor);
  ParagraphForm form = FormOf(paragraph, inner);
  if (form.style == style::kBody) form.style = style::kListItem;
  form.left = column.left;
  form.right = column.right;
  Label label{.text = item.label, .anchor = {}, .width = width};
  if (IsBullet(item.label)) {
    form.bullet = work_.bullets.try_emplace(item.label, static_cast<int>(work_.bullets.size()) + 1).first->second;
    form.bullet_level = list_depth_ - 1;
    if (form.style == style::kListItem) form.style = style::kBullet;
    label.text.clear();
  }
  PutLabelled(std::move(form), label, paragraph.content);
  for (std::size_t i = joined ? 1 : 0; i < item.content.size(); ++i) {
    std::visit([&](const auto& value) { Put(value, inner); }, item.content[i].value);
  }
}

void PartWriter::Put(const compose::Quotation& quotation, const Column& outer) {
  const bool belongs = hanging_ && outer.kind == Column::Kind::kText && list_depth_ == 0;
  Column column = belongs ? Indented(outer, measure::kHangingLabel, {}) : outer;
  column = Indented(column, measure::kQuotationIndent, measure::kQuotationIndent);
  if (column.kind == Column::Kind::kText) column.kind = Column::Kind::kQuotation;
  if (!quotation.language.empty()) column.language = quotation.language;
  Write(quotation.content, column);
}

void PartWriter::Put(const compose::PageBreak&, const Column&) {
  pending_.page_break = true;
  hanging_ = false;
}

void PartWriter::Put(const compose::Space& space, const Column&) {
  pending_.space += Length::FromPoints(std::clamp(space.points, 0, 1'000));
  hanging_ = false;
}

void PartWriter::Put(const compose::Rule&, const Column&) {
  hanging_ = false;
  BeginParagraph({.style = std::string(style::kRule)});
  EndParagraph();
}

void PartWriter::Put(const compose::Endnotes&, const Column&) {
  pending_.section_break = work_.notes_at_end();
  hanging_ = false;
}

}  // namespace dossier::docx
