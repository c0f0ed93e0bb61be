// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/docx/part_writer.h"
#include "compiler/docx/units.h"

namespace dossier::docx {
namespace {

struct Extent {
  Length width, height;
};

/// As the printed brief scales it: down to the measure and to four fifths of the page.
Extent ExtentOf(const compose::Image& image, const Column& column, Length tallest) {
  const double dots = image.dots_per_inch > 1 ? image.dots_per_inch : 150;
  Extent extent;
  extent.width = std::min(Length::FromPoints(image.width * 72.0 / dots), column.width);
  extent.height = extent.width * image.height / image.width;
  if (extent.height > tallest) extent = {tallest * image.width / image.height, tallest};
  return extent;
}

}  // namespace

void PartWriter::Put(const compose::Image& image, const Column& column) {
  hanging_ = false;
  Result<std::string> member = IsSound(image) ? work_.pictures.Add(image) : Result<std::string>(std::string());
  if (!member) {
    work_.failure = member.failure();
    return;
  }
  ParagraphForm form{.style = std::string(style::kPicture), .language = column.language, .keep_with_next = column.keep_with_next,
                     .indented = column.left > Length() || column.right > Length(), .left = column.left, .right = column.right};
  if (member->empty()) form.style = BaseStyle(column);
  BeginParagraph(form);
  if (member->empty()) {
    Text(image.alternative, {.text = {}, .face = compose::Face::kItalic, .source = {}});
  } else {
    PutDrawing(image, relationships_.Add("image", *member), column);
  }
  EndParagraph();
}

/// A picture in the line (ECMA-376-1, 20.4.2.8).
void PartWriter::PutDrawing(const compose::Image& image, const std::string& relationship, const Column& column) {
  const Extent extent = ExtentOf(image, column, work_.page.text_height() * 8 / 10);
  const std::string width = EmuText(extent.width), height = EmuText(extent.height);
  const std::string id = std::to_string(work_.pictures.NextDrawing());
  const std::string name = "Picture " + id;
  xml_.Begin("w:r");
  xml_.Begin("w:drawing");
  xml_.Begin("wp:inline", {{"distT", "0"}, {"distB", "0"}, {"distL", "0"}, {"distR", "0"}});
  xml_.Empty("wp:extent", {{"cx", width}, {"cy", height}});
  xml_.Empty("wp:docPr", {{"id", id}, {"name", name}, {"descr", image.alternative}});
  xml_.Begin("wp:cNvGraphicFramePr");
  xml_.Empty("a:graphicFrameLocks", {{"noChangeAspect", "1"}});
  xml_.End();
  xml_.Begin("a:graphic");
  xml_.Begin("a:graphicData", {{"uri", "http://schemas.openxmlformats.org/drawingml/2006/picture"}});
  xml_.Begin("pic:pic");
  xml_.Begin("pic:nvPicPr");
  xml_.Empty("pic:cNvPr", {{"id", id}, {"name", name}, {"descr", image.alternative}});
  xml_.Empty("pic:cNvPicPr");
  xml_.End();
  xml_.Begin("pic:blipFill");
  xml_.Empty("a:blip", {{"r:embed", relationship}});
  xml_.Begin("a:stretch");
  xml_.Empty("a:fillRect");
  xml_.End();
  xml_.End();
  xml_.Begin("pic:spPr");
  xml_.Begin("a:xfrm");
  xml_.Empty("a:off", {{"x", "0"}, {"y", "0"}});
  xml_.Empty("a:ext", {{"cx", width}, {"cy", height}});
  xml_.End();
  xml_.Begin("a:prstGeom", {{"prst", "rect"}});
  xml_.Empty("a:avLst");
  for (int open = 0; open < 8; ++open) xml_.End();  // from a:prstGeom out to w:r
}

void PartWriter::Put(const compose::Figure& figure, const Column& column) {
  pending_.anchors.push_back(figure.anchor);
  Column above = column;
  above.keep_with_next = true;
  Put(figure.image, above);
  PutCaption({.text = figure.label, .anchor = figure.anchor}, figure.caption, "center", column);
}

void PartWriter::PutCaption(const Label& label, const std::vector<compose::Inline>& words, std::string_view alignment, const Column& column) {
  if (label.text.empty() && words.empty()) return;
  ParagraphForm form{.style = std::string(style::kCaption), .language = column.language,
                     .keep_with_next = column.keep_with_next || alignment.empty(),  // above a table
                     .indented = column.left > Length() || column.right > Length(), .left = column.left, .right = column.right,
                     .alignment = alignment};
  BeginParagraph(form);
  PutLabel(label);
  if (!label.text.empty() && !words.empty()) Text(". ");
  PutContent(words);
  EndParagraph();
}

void PartWriter::Put(const compose::SignatureBlock& signature, const Column& column) {
  hanging_ = false;
  constexpr Length kWidth = Length::FromPoints(250);
  Column above = column;
  above.keep_with_next = true;
  Write(signature.content, above);
  const Length rest = std::max(column.width - kWidth, Length());
  BeginParagraph({.style = std::string(style::kSignature), .language = column.language, .indented = true, .left = column.left, .right = column.right + rest});
  Text(signature.caption);
  EndParagraph();
}

}  // namespace dossier::docx
