// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <qpdf/QPDF.hh>
#include <vector>

#include "compiler/pdf/bundle_writer.h"
#include "compiler/pdf/structure_writer.h"

namespace dossier::pdf {

/// What a `BundleWriter` is made of. For the sources of this folder only.
struct BundleWriter::State {
  std::shared_ptr<QPDF> document;               // begins as the brief
  std::vector<std::shared_ptr<QPDF>> exhibits;  // read late, so they live as long
  std::vector<QPDFObjectHandle> brief_pages;    // all pages of the rendered brief, helpers too
  std::vector<QPDFObjectHandle> pages;          // of the finished file
  QPDFObjectHandle page_tree;
  std::map<std::string, QPDFObjectHandle> catalog;  // entries of the finished catalog
  QPDFObjectHandle information;
  std::map<QPDFObjGen, QPDFObjectHandle> stamp_fonts;  // by the resources they stand in
  internal::StructureInput structure;
  Archive archive = Archive::kNone;

  QPDFObjectHandle StampFonts(QPDFObjectHandle helper);
  /// Notes an annotation of a page for the structure, and gives it its words.
  void Own(const Spoken& spoken, int page, QPDFObjectHandle annotation);
  void TagExhibitPage(int part, const StampedPage& stamped, QPDFObjectHandle page);
};

namespace internal {

/// Adds an annotation to a page of ours.
void AddAnnotation(QPDFObjectHandle page, QPDFObjectHandle annotation);
[[nodiscard]] QPDFObjectHandle RectangleArray(const Rectangle& box);
/// Outline tree of `bookmarks`; null when there are none.
[[nodiscard]] QPDFObjectHandle MakeOutline(QPDF& document, const std::vector<Bookmark>& bookmarks);
/// Name tree of `destinations` (ISO 32000-1:2008, 7.9.6).
[[nodiscard]] QPDFObjectHandle MakeDestinations(QPDF& document,
                                                const std::vector<QPDFObjectHandle>& pages,
                                                std::vector<Destination> destinations);
[[nodiscard]] QPDFObjectHandle MakeInformation(QPDF& document, const Information& information);
/// Lists the glyphs of the embedded fonts, which are all of ours (ISO 19005-1:2005, 6.3.5).
void AddCidSets(QPDF& document);
/// The meaning of the device colours: sRGB.
[[nodiscard]] QPDFObjectHandle MakeOutputIntents(QPDF& document, Archive archive);
[[nodiscard]] QPDFObjectHandle MakeXmp(QPDF& document, const Information& information);
/// A helper page of the brief as a form XObject.
[[nodiscard]] QPDFObjectHandle HelperForm(QPDFObjectHandle page);

}  // namespace internal
}  // namespace dossier::pdf
