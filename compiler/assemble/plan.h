// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/digest.h"
#include "compiler/paginate/pages.h"
#include "compiler/pdf/bundle_writer.h"
#include "compiler/pdf/signature_hole.h"
#include "compiler/structure/tree.h"

namespace dossier::assemble {

/// One file of an exhibit, in the order of the bundle.
struct ExhibitPart {
  std::string anchor;        // "exhibit.e14"; its pages are "exhibit.e14.1", ".2", ...
  std::string exhibit;       // "e14"
  std::string label;         // "A-14", as stamped
  std::string title;         // for the bookmark
  int pages = 0;             // as counted by `inspect`
  Bytes pdf;                 // the original, or the pages made by `convert`
  std::string list_anchor;   // where the stamp links back to: its row in the list of exhibits
};

/// A stamp: a small page of the rendered brief, cut out and painted on an exhibit page.
struct Stamp {
  int page_of_brief = 0;  // index of the helper page behind the brief's own pages
  std::string alternative{};  // what stands for the page for people who cannot see it
};

/// What the manifest in the signed range says: exactly what was bound, nothing personal beyond it.
struct ManifestEntry {
  std::string kind;  // "exhibit", "pack", "template", "font", "report"
  std::string id;
  Digest sha256;
};

struct Metadata {
  std::string title, author, subject, language;
  std::string tool_version;
  std::string date;  // case date, D:YYYYMMDD form is made from it; empty for none
  pdf::Archive archive = pdf::Archive::kNone;
};

/// Everything that `Assemble` needs, by value, so that it can cross into the worker process.
struct Plan {
  Bytes brief;                          // the rendered PDF: brief pages, then helper pages
  int brief_pages = 0;
  std::vector<ExhibitPart> exhibits;
  std::vector<Stamp> stamps;            // one per exhibit page, in order
  std::optional<int> signature_page_of_brief;  // helper page with the drawing of the signature box
  std::map<std::string, paginate::AnchorPlace> anchors;
  std::vector<paginate::LinkArea> links;
  std::vector<paginate::OutlineEntry> outline;
  std::optional<std::pair<PageIndex, paginate::Box>> signature_box;
  structure::Tree structure;              // of the brief, settled
  std::vector<std::vector<int>> marks;    // by page of the brief, by mark: the element
  std::map<int, paginate::Box> figures;   // by element
  int signature_element = -1;
  std::string signature_words;            // what a screen reader says of the field
  std::string back_words;                 // and of the link from an exhibit to the list of exhibits
  std::string exhibits_bookmark;        // title of the bookmark over the exhibits
  std::vector<ManifestEntry> manifest;
  Metadata metadata;
  /// False: the brief alone, same numbers, links that leave the file removed.
  bool with_exhibits = true;
};

/// Where the signature goes in the finished bytes.
using SignatureHole = pdf::SignatureHole;

}  // namespace dossier::assemble
