// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/foundation/digest.h"
#include "compiler/foundation/page.h"
#include "compiler/inspect/media_type.h"

namespace dossier::inspect {

enum class BlockKind {
  kHeading = 0,
  kParagraph = 1,
  kListItem = 2,
  kTableRow = 3,  // cells joined by " | "
  kQuotation = 4,
  kPreformatted = 5,
  kNote = 6,    // a footnote or an endnote; after the text, not inside of it
  kMargin = 7,  // the head or the foot that a word processor repeats on its pages
};
inline constexpr int kBlockKinds = 8;

/// A block of an exhibit without pages, in reading order.
struct TextBlock {
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;  // headings: 1 to 6; list items: depth from 1; notes: their number
  /// What `para` cites, from 1; 0 for headings, which have no number of their own.
  int number = 0;
  std::string text;  // UTF-8; line ends only in preformatted blocks
  /// Transcripts: when it begins, in milliseconds from the beginning of the recording; -1 elsewhere.
  std::int64_t at_ms = -1;

  friend bool operator==(const TextBlock&, const TextBlock&) = default;
};

/// Something about a file that a person has to look at. Values are stored in caches: never change or
/// reuse a number.
enum class OddityKind {
  kInvisibleText = 0,    // drawn so that nobody sees it: render mode 3, no opacity, no size
  kCoveredText = 1,      // under a box or a picture
  kOffPageText = 2,      // outside the crop box
  kUncolouredText = 3,   // in the colour of what is behind it
  kHiddenLayerText = 4,  // in an optional content group that is off
  kRemappedText = 5,     // the text layer says other letters than the glyphs
  kTrackedChange = 6,
  kComment = 7,
  kHiddenPart = 8,    // hidden text of a word processor or a web page
  kPosition = 9,      // says where on earth it was made
  kThumbnail = 10,    // a small picture of an earlier state
  kLaterRevision = 11,  // the file was changed after it was first written, or after a signature
  kReference = 12,    // points to something outside of the file that its pages want
  kDigestDiffers = 13,  // a part is not what the file itself says it is
  kUnreadPart = 14,   // a part that was not read: encrypted, of another kind, over a limit
  kUncheckedSignature = 15,  // signed inside of its own format; nobody has checked by whom
};
inline constexpr int kOddityKinds = 16;

/// One kind of it, on one page.
struct Oddity {
  OddityKind kind = OddityKind::kInvisibleText;
  int page = 0;        // from 1; 0: not of a page
  int count = 1;       // how often
  std::string detail;  // what was found there: words, a position, a name; personal

  friend bool operator==(const Oddity&, const Oddity&) = default;
};

/// What a file says of itself; empty where it says nothing. Nobody has checked it.
struct Description {
  std::string title;
  std::vector<std::string> authors;
  std::vector<std::string> tools;  // programs and devices
  std::string created, modified;   // ISO 8601, as precise as stated
  std::string language;            // BCP 47
  std::string position;            // decimal degrees: "54.6870, 25.2800"

  friend bool operator==(const Description&, const Description&) = default;
};

/// A file inside the file.
struct Attachment {
  std::string name;
  std::string type;  // as declared there: "application/pdf"
  std::uint64_t size = 0;
  Digest sha256;  // of its decoded bytes

  friend bool operator==(const Attachment&, const Attachment&) = default;
};

/// A record of a web capture (WARC, ISO 28500) and whether its own digest holds. The first of a file
/// is the page that its text is of. A file of a packed archive (WACZ) is one, too: its address is its
/// path there, without a scheme.
struct CaptureRecord {
  enum class Proof { kNone = 0, kHolds = 1, kDiffers = 2 };
  std::string url;
  std::string at;    // ISO 8601, UTC
  std::string type;  // of the payload
  Proof proof = Proof::kNone;

  friend bool operator==(const CaptureRecord&, const CaptureRecord&) = default;
};

/// Everything the rest of the program knows about the content of one exhibit file. Plain data, made
/// in the worker, kept in the cache by digest.
struct ExhibitFacts {
  Digest sha256;
  std::uint64_t size = 0;  // bytes
  MediaType media = MediaType::kUnknown;
  /// Pages of the file itself: 0 for kinds without pages (`IsPaged`), 1 for PNG and JPEG.
  int pages = 0;
  /// One per page; empty when the file declares none (ISO 32000-1:2008, 12.4.2).
  std::vector<PageLabel> labels;
  /// One per page, UTF-8, reading order; empty strings where there is no text layer. Empty for
  /// pictures and for files without pages.
  std::vector<std::string> page_text;
  /// What the text reads as, by statistics: a BCP 47 tag a page, one for the whole of a file without
  /// pages; empty where it is not clear. Empty when nothing is.
  std::vector<std::string> languages;
  /// Files without pages only.
  std::vector<TextBlock> blocks;
  /// Number of the last numbered block.
  int paragraphs = 0;
  /// What the bundle leaves out, sorted: "JavaScript", "OpenAction", "script", ...
  std::vector<std::string> active_content;
  bool encrypted = false;
  int signatures = 0;
  /// Pictures: pixels as shown, orientation applied.
  int width = 0;
  int height = 0;
  /// Recordings: how long, in milliseconds.
  std::int64_t duration_ms = 0;
  Description description;
  std::vector<Oddity> oddities;  // by page
  std::vector<Attachment> attachments;
  std::vector<CaptureRecord> captures;
  /// What the readers complained about; for people, never compared.
  std::vector<std::string> warnings;

  friend bool operator==(const ExhibitFacts&, const ExhibitFacts&) = default;
};

}  // namespace dossier::inspect
