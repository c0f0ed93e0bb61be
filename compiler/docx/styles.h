// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "compiler/compose/document.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/length.h"

namespace dossier::docx {

/// Ids of the styles that text is written in. Those that Word has of its own keep its ids, so that
/// its navigation, its contents and screen readers know them.
namespace style {
inline constexpr std::string_view kBody = "BodyText";
inline constexpr std::string_view kNumbered = "NumberedParagraph";
inline constexpr std::string_view kMarginNumber = "MarginNumber";
inline constexpr std::string_view kQuotation = "Quote";
inline constexpr std::string_view kCell = "TableText";
inline constexpr std::string_view kHeadCell = "TableHead";
inline constexpr std::string_view kFootnote = "FootnoteText";
inline constexpr std::string_view kEndnote = "EndnoteText";
inline constexpr std::string_view kTitle = "Title";
inline constexpr std::string_view kSubtitle = "Subtitle";
inline constexpr std::string_view kCentred = "Centred";
inline constexpr std::string_view kRight = "FlushRight";
inline constexpr std::string_view kSmall = "SmallText";
inline constexpr std::string_view kListItem = "ListParagraph";
inline constexpr std::string_view kBullet = "ListBullet";
inline constexpr std::string_view kCaption = "Caption";
inline constexpr std::string_view kContentsTitle = "TOCHeading";
inline constexpr std::string_view kHeader = "Header";
inline constexpr std::string_view kFooter = "Footer";
inline constexpr std::string_view kDraftMark = "DraftMark";
inline constexpr std::string_view kRule = "HorizontalRule";
inline constexpr std::string_view kSignature = "SignatureBox";
inline constexpr std::string_view kPicture = "Picture";
inline constexpr std::string_view kGap = "Gap";  // an empty line where Word cannot do without a paragraph
inline constexpr std::string_view kFootnoteMark = "FootnoteReference";  // of characters
inline constexpr std::string_view kEndnoteMark = "EndnoteReference";
inline constexpr std::string_view kLink = "Hyperlink";
inline constexpr std::string_view kRuledTable = "RuledTable";
}  // namespace style

inline constexpr int kHeadingLevels = 6;

/// "Heading2"; for headings that the contents leave out "Heading2Unlisted", which looks the same.
[[nodiscard]] std::string HeadingStyle(int level, bool in_contents);
/// "TOC2".
[[nodiscard]] std::string ContentsStyle(int level);

/// What a style says of its letters and of the space above them.
struct StyleType {
  int half_points = 22;
  bool italic = false;
  int before = 0;  // twips
  bool justified = true;
};
/// That of the body for a style that is not known.
[[nodiscard]] StyleType TypeOf(std::string_view style);

/// word/styles.xml: sizes and spaces of the printed brief. `text_width` is where the page numbers of
/// the contents stand.
[[nodiscard]] Bytes StylesXml(const compose::Document& document, Length text_width);

}  // namespace dossier::docx
