// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"

namespace dossier::pdf::testing_support {

/// Joins numbered objects (1, 2, ...) into a file with a correct cross-reference table; object 1
/// is the catalog.
inline Bytes JoinObjects(const std::vector<std::string>& objects) {
  Bytes file = "%PDF-1.7\n";
  std::string table;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::string offset = std::to_string(file.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string size = std::to_string(objects.size() + 1);
  const std::string start = std::to_string(file.size());
  return file + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " +
         size + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

inline std::string Stream(const std::string& data, const std::string& keys = "") {
  return "<< /Length " + std::to_string(data.size()) + " " + keys + " >>\nstream\n" + data +
         "\nendstream";
}

/// What goes into a small document: extra keys of the catalog and of every page, and more objects
/// from number 100 - those are written after the pages and named by their position.
struct SmallPdf {
  int pages = 1;
  std::string text = "page";  // drawn on each page, with its number
  std::string catalog_keys{};
  std::string page_keys{};
  std::string media_box = "[0 0 595 842]";
  std::vector<std::string> more{};  // numbered from 4 + 2 * pages
};

/// Object 1 catalog, 2 page tree, 3 font, then page and content of each page.
inline Bytes MakePdf(const SmallPdf& pdf) {
  std::string kids;
  std::vector<std::string> objects(3);
  for (int i = 0; i < pdf.pages; ++i) {
    const std::string page = std::to_string(4 + 2 * i);
    const std::string content = std::to_string(5 + 2 * i);
    kids += page + " 0 R ";
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox " + pdf.media_box +
                      " /Resources << /Font << /F1 3 0 R >> >> /Contents " + content + " 0 R " +
                      pdf.page_keys + " >>");
    objects.push_back(
        Stream("BT /F1 24 Tf 72 700 Td (" + pdf.text + " " + std::to_string(i + 1) + ") Tj ET"));
  }
  objects[0] = "<< /Type /Catalog /Pages 2 0 R " + pdf.catalog_keys + " >>";
  objects[1] = "<< /Type /Pages /Kids [ " + kids + "] /Count " + std::to_string(pdf.pages) + " >>";
  objects[2] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
  objects.insert(objects.end(), pdf.more.begin(), pdf.more.end());
  return JoinObjects(objects);
}

}  // namespace dossier::pdf::testing_support
