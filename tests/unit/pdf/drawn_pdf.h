// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "tests/unit/pdf/small_pdf.h"

namespace dossier::pdf::testing_support {

/// One page of 200 by 100 points whose content stream a test writes itself.
struct DrawnPdf {
  std::string content;
  std::string page_keys{};
  std::string catalog_keys{};
  /// Entries of the resources beside the font /F1, Courier: a letter is 0.6 em wide.
  std::string resources{};
  /// Further objects, from number 6 on.
  std::vector<std::string> more{};
};

inline Bytes MakeDrawn(const DrawnPdf& pdf) {
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R " + pdf.catalog_keys + " >>",
      "<< /Type /Pages /Kids [ 4 0 R ] /Count 1 >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 200 100 ] /Contents 5 0 R /Resources << /Font "
      "<< "
      "/F1 3 0 R /F2 6 0 R >> " +
          pdf.resources + " >> " + pdf.page_keys + " >>",
      Stream(pdf.content)};
  objects.insert(objects.end(), pdf.more.begin(), pdf.more.end());
  return JoinObjects(objects);
}

/// A line of text in ten points.
inline std::string Line(const std::string& words, int y = 50) {
  return "BT /F1 10 Tf 20 " + std::to_string(y) + " Td (" + words + ") Tj ET ";
}

}  // namespace dossier::pdf::testing_support
