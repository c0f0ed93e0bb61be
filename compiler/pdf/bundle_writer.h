// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/structure/tree.h"

namespace dossier::pdf {

/// A rectangle in points from the lower left corner of a page.
struct Rectangle {
  double left = 0, bottom = 0, right = 0, top = 0;
};

/// A place in the finished file that a name leads to.
struct Destination {
  std::string name;
  int page = 0;    // from 0
  double top = 0;  // points from the lower edge
};

struct Bookmark {
  int level = 1;  // at most one more than that of the bookmark before
  std::string title;
  std::string destination;
};

/// What the file is to be kept as.
enum class Archive {
  kNone,
  kPdfA1b,  // ISO 19005-1:2005, level B
};

/// Document information; written as Info dictionary and as XMP, with equal content.
struct Information {
  std::string title, author, subject;
  std::string language;  // BCP 47
  std::string producer;
  std::string date;  // "2026-01-31", or empty for no date at all
  Archive archive = Archive::kNone;
};

/// What a screen reader says of an annotation, and the element of the structure it belongs to.
struct Spoken {
  int element = -1;  // below 0: none
  std::string words;
};

/// Where and how the visible signature stands.
struct SignatureWidget {
  int page = 0;
  Rectangle box;               // no area: the signature is not visible
  std::optional<int> drawing;  // helper page of the brief
  Spoken spoken{};
};

/// One stamped page of an exhibit.
struct StampedPage {
  int stamp = 0;     // helper page of the brief
  std::string link;  // destination that the stamp leads to; empty for none
  std::string alternative{};  // what stands for the page for people who cannot see it
  std::string link_words{};
};

/// Builds the finished file: the pages of the brief, then exhibit pages, each of them drawn on a
/// fresh A4 page. What an exhibit's page carries beside its drawing (scripts, links, forms, hidden
/// layers, attachments, metadata) is left behind by construction, because only its content stream
/// and resources come over, and those without the keys that act or hide.
///
/// Runs in a process without a key. Equal input gives equal bytes.
class BundleWriter {
 public:
  /// `brief` is the rendered file: first `pages` pages of the brief, then helper pages. It must
  /// outlive the writer.
  static Result<BundleWriter> Start(ByteView brief, int pages);
  ~BundleWriter();
  BundleWriter(BundleWriter&&) noexcept;
  BundleWriter& operator=(BundleWriter&&) noexcept;

  /// The logical structure of the brief: a settled tree, for each of its pages the element of every
  /// mark, and the places of figures. Called first, or not at all.
  void SetStructure(structure::Tree tree, std::vector<std::vector<int>> marks,
                    std::map<int, Rectangle> figures);

  /// Appends all pages of an exhibit, as many as `stamps`. `pdf` must outlive the writer. A
  /// failure begins with `name` and says which page (from 1) cannot be brought over and why. In the
  /// structure each page is one figure: what its own tags say is not known to be true.
  Result<Done> AddExhibit(const std::string& name, ByteView pdf,
                          const std::vector<StampedPage>& stamps);

  /// A link to a destination, or, when `url` is set, to the web (http, https and mailto; others
  /// stay plain text).
  void AddLink(int page, const Rectangle& box, const std::string& destination,
               const std::string& url, const Spoken& spoken = {});
  void SetDestinations(std::vector<Destination> destinations);
  void SetBookmarks(const std::vector<Bookmark>& bookmarks);
  void SetInformation(const Information& information);
  /// Text kept in the signed range for `verify`.
  void SetManifest(const std::string& manifest);
  /// Reserves an empty signature that certifies the file and allows no change (ISO 32000-1:2008,
  /// 12.8.2.2, P 1). `find_hole.h` says how it is filled.
  Result<Done> ReserveSignature(const SignatureWidget& widget);

  [[nodiscard]] int page_count() const;

  /// The finished bytes. Called once, last. Fails, naming the exhibit, when the data of a stream
  /// turns out to be unreadable: nothing is left out in silence.
  Result<Bytes> Write();

 private:
  struct State;
  explicit BundleWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dossier::pdf
