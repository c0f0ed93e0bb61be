// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/docx/address.h"
#include "compiler/docx/direction.h"
#include "compiler/docx/part_writer.h"
#include "compiler/foundation/utf8.h"
#include "compiler/layout/page_list.h"

namespace dossier::docx {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";

/// The white space that `layout` makes into single blanks.
bool IsBlank(char32_t code) {
  return code == ' ' || (code >= 0x09 && code <= 0x0D) || code == 0x85 || code == 0x2028 || code == 0x2029;
}

std::string WithSingleBlanks(std::string_view words, bool& blank) {
  std::string plain;
  plain.reserve(words.size());
  for (std::size_t at = 0; at < words.size();) {
    const utf8::Decoded decoded = utf8::DecodeAt(words, at);
    const bool is_blank = IsBlank(decoded.code);
    if (!is_blank) utf8::Append(decoded.code, plain);
    if (is_blank && !blank) plain += ' ';
    blank = is_blank;
    at += decoded.size;
  }
  return plain;
}

}  // namespace

void PartWriter::PutContent(const std::vector<compose::Inline>& content) {
  for (const compose::Inline& item : content) std::visit([&](const auto& value) { Put(value); }, item.value);
}

void PartWriter::Text(std::string_view words, const compose::TextRun& like) {
  const std::string plain = WithSingleBlanks(words, open_.blank);
  for (const DirectedPiece& piece : CutByDirection(plain, open_.to_left)) Run(piece.text, like, piece.to_left);
  if (!plain.empty()) open_.after_note = false;
}

void PartWriter::Run(std::string_view words, const compose::TextRun& like, bool to_left) {
  xml_.Begin("w:r");
  RunProperties(like, to_left);
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t hyphen = std::min(words.find(kSoftHyphen, at), words.size());
    if (hyphen > at) xml_.Element("w:t", words.substr(at, hyphen - at), {{"xml:space", "preserve"}});
    if (hyphen < words.size()) xml_.Empty("w:softHyphen");
    at = hyphen + (hyphen < words.size() ? kSoftHyphen.size() : 0);
  }
  xml_.End();
}

void PartWriter::RunProperties(const compose::TextRun& like, bool to_left, std::string_view style) {
  using compose::Face;
  const bool bold = like.face == Face::kBold || like.face == Face::kBoldItalic;
  const bool italic = like.face == Face::kItalic || like.face == Face::kBoldItalic;
  const std::string_view language = like.language.empty() ? open_.language : std::string_view(like.language);
  if (style.empty() && link_open_ && !open_.plain_links) style = style::kLink;
  const std::string size = std::to_string(open_.half_points * 9 / 10);
  xml_.Begin("w:rPr");
  if (!style.empty()) xml_.Value("w:rStyle", style);
  xml_.Flag("w:b", bold);
  xml_.Flag("w:bCs", bold);
  for (const char* name : {"w:i", "w:iCs"}) {
    // Italic words of an italic paragraph stand upright, as they are printed.
    if (italic) open_.italic ? xml_.Value(name, "0") : xml_.Empty(name);
  }
  xml_.Flag("w:noProof", like.whole);
  if (like.small) {
    xml_.Value("w:sz", size);
    xml_.Value("w:szCs", size);
  }
  if (like.superscript) xml_.Value("w:vertAlign", "superscript");
  xml_.Flag("w:rtl", to_left);
  if (!language.empty()) xml_.Empty("w:lang", {{to_left ? "w:bidi" : "w:val", language}});
  xml_.End();
}

void PartWriter::PlainRun(std::string_view element, const Markup::Attributes& attributes) {
  xml_.Begin("w:r");
  xml_.Empty(element, attributes);
  xml_.End();
}

void PartWriter::Tab() {
  PlainRun("w:tab");
  open_.blank = true;
}

void PartWriter::Field(const std::string& instruction, const std::function<void()>& cached) {
  PlainRun("w:fldChar", {{"w:fldCharType", "begin"}});
  xml_.Begin("w:r");
  xml_.Element("w:instrText", " " + instruction + " ", {{"xml:space", "preserve"}});
  xml_.End();
  PlainRun("w:fldChar", {{"w:fldCharType", "separate"}});
  cached();
  PlainRun("w:fldChar", {{"w:fldCharType", "end"}});
}

int PartWriter::OpenBookmark(std::string_view name) {
  const int id = work_.next_bookmark++;
  xml_.Empty("w:bookmarkStart", {{"w:id", std::to_string(id)}, {"w:name", name}});
  return id;
}

void PartWriter::CloseBookmark(int id) { xml_.Empty("w:bookmarkEnd", {{"w:id", std::to_string(id)}}); }

/// A name that stands twice keeps its first place.
void PartWriter::MarkPlace(const std::string& anchor) {
  const Bookmark* place = work_.places.Find(anchor);
  if (place != nullptr && work_.marked.insert(place->name).second) CloseBookmark(OpenBookmark(place->name));
}

bool PartWriter::BeginLink() {
  if (links_.empty()) return false;
  const Target& target = links_.back();
  if (const Bookmark* place = work_.places.Find(target.anchor)) {
    xml_.Begin("w:hyperlink", {{"w:anchor", place->name}, {"w:history", "1"}});
    return true;
  }
  const std::string address = target.anchor.empty() ? LinkTarget(target.url) : std::string();
  if (address.empty()) return false;
  xml_.Begin("w:hyperlink", {{"r:id", relationships_.Add("hyperlink", address, true)}, {"w:history", "1"}});
  return true;
}

/// Word knows no link inside of a link: the outer one is cut in two.
void PartWriter::OpenLink(const std::string& anchor, const std::string& url) {
  if (link_open_) xml_.End();
  links_.push_back({anchor, url});
  link_open_ = BeginLink();
}

void PartWriter::CloseLink() {
  if (link_open_) xml_.End();
  links_.pop_back();
  link_open_ = BeginLink();
}

void PartWriter::Put(const compose::Link& link) {
  OpenLink(link.anchor, link.url);
  PutContent(link.content);
  CloseLink();
}

void PartWriter::Put(const compose::LineBreak&) {
  PlainRun("w:br");
  open_.blank = true;
}

void PartWriter::Put(const compose::AnchorHere& here) { MarkPlace(here.name); }

void PartWriter::PutPage(const std::string& text, const std::string& anchor, compose::Face face) {
  const compose::TextRun like{.text = {}, .face = face, .whole = true, .source = {}};
  const Bookmark* place = work_.places.Find(anchor);
  if (place == nullptr) return Text(text, like);  // of an exhibit, which this file does not hold
  Field("PAGEREF " + place->name + " \\h", [&] { Text(text, like); });
}

void PartWriter::Put(const compose::PageNumberOf& number) {
  if (open_.pages_to_leader > 0 && --open_.pages_to_leader == 0) Tab();
  PutPage(work_.numbers.TextOf(number.anchor), number.anchor, number.face);
}

void PartWriter::Put(const compose::PagesOf& pages) {
  for (const layout::PageListPart& part : layout::PageListOf(pages.anchors, work_.numbers)) {
    PutPage(part.text, part.anchor, pages.face);
  }
}

void PartWriter::Put(const compose::NumberOf& number) {
  const compose::TextRun like{.text = {}, .face = number.face, .whole = true, .source = {}};
  const std::string text = work_.numbers.LabelOf(number.anchor);
  const Bookmark* place = work_.places.Find(number.anchor);
  if (place == nullptr || place->number_name.empty()) return Text(text, like);
  const bool counted = place->note && !work_.places.notes_in_notes();
  Field(counted ? "NOTEREF " + place->name + " \\h" : "REF " + place->number_name + " \\h", [&] { Text(text, like); });
}

}  // namespace dossier::docx
