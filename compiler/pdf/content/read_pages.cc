// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/read_pages.h"

#include <exception>

#include "compiler/pdf/content/interpreter.h"
#include "compiler/pdf/content/judge.h"
#include "compiler/pdf/page_geometry.h"

namespace dossier::pdf::content {
namespace {

/// From the coordinates of a page to the display plane.
Matrix ToDisplay(const internal::PageGeometry& g) {
  switch (g.rotation) {
    case 90:
      return {0, 1, 1, 0, -g.bottom, -g.left};
    case 180:
      return {-1, 0, 0, 1, g.right, -g.bottom};
    case 270:
      return {0, -1, -1, 0, g.top, g.right};
    default:
      return {1, 0, 0, -1, -g.left, g.top};
  }
}

}  // namespace

std::vector<PageTruth> ReadPages(QPDF& document, const std::vector<QPDFObjectHandle>& pages) {
  Shared shared(document, pages.size());
  PageMarks marks;
  std::vector<PageTruth> truths;
  truths.reserve(pages.size());
  for (const QPDFObjectHandle& page : pages) {
    const internal::PageGeometry geometry = internal::GeometryOf(page);
    marks.Clear();
    marks.width = geometry.Width();
    marks.height = geometry.Height();
    const int number = static_cast<int>(truths.size()) + 1;
    try {
      ReadMarks(shared, page, internal::Inherited(page, "/Resources"), ToDisplay(geometry), marks);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception&) {
      marks.incomplete = true;  // an object of the page that cannot be read
    }
    truths.push_back(JudgePage(marks, number));
  }
  return truths;
}

}  // namespace dossier::pdf::content
