// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <qpdf/QPDF.hh>
#include <set>
#include <string>
#include <vector>

#include "compiler/pdf/content/streams.h"
#include "compiler/pdf/page_geometry.h"

/// Foreign pages as form XObjects. For the sources of this folder only.
namespace dossier::pdf::internal {

/// Brings the pages of one foreign file over, one after the other.
///
/// A page's content stream itself becomes the form XObject, still compressed as it was unless it has
/// marks of a structure that does not come along. Changes `source` in memory; it must live until the target is written, because streams are read late.
class PageImporter {
 public:
  /// Draws annotations into the pages first where any page has one with an appearance.
  PageImporter(QPDF& source, QPDF& target);

  struct Form {
    QPDFObjectHandle object;
    PageGeometry geometry;
  };
  /// Throws an exception of qpdf when the page cannot be read.
  [[nodiscard]] Form Import(QPDFObjectHandle page);

 private:
  QPDFObjectHandle ContentOf(QPDFObjectHandle page);
  void Clean(QPDFObjectHandle resources);
  void CleanStream(QPDFObjectHandle stream);
  [[nodiscard]] std::optional<std::string> Unmarked(QPDFObjectHandle stream,
                                                    QPDFObjectHandle resources);
  void CleanOne(QPDFObjectHandle object, std::vector<QPDFObjectHandle>& waiting);

  QPDF& source_;
  QPDF& target_;
  std::set<QPDFObjGen> used_contents_;
  std::set<QPDFObjGen> cleaned_;
  content::Streams streams_;
};

/// Content operators that draw `name` so that the page of `geometry` fits into `frame`: shrunk if
/// need be, never enlarged, in the middle, turned upright.
[[nodiscard]] std::string Placement(const PageGeometry& geometry, double left, double bottom,
                                    double right, double top, const std::string& name);

/// `data` with the zlib format, as a new stream of `document`.
[[nodiscard]] QPDFObjectHandle CompressedStream(QPDF& document, const std::string& data);

}  // namespace dossier::pdf::internal
