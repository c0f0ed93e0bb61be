// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <string>
#include <vector>

namespace dossier::tests {

/// A PDF of these objects, numbered from 1; the first is the catalogue (ISO 32000-1:2008, 7.5).
inline std::string PdfOfObjects(const std::vector<std::string>& objects) {
  std::string pdf = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char entry[32];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", pdf.size());
    table += entry;
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(pdf.size());
  const std::string count = std::to_string(objects.size() + 1);
  return pdf + "xref\n0 " + count + "\n" + table + "trailer\n<< /Size " + count +
         " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

/// One A4 page for each text, in Courier; ASCII without parentheses. `catalogue` is put into the
/// catalogue as it is: "/PageLabels ...", "/OpenAction ...".
inline std::string SmallPdf(const std::vector<std::string>& pages,
                            const std::string& catalogue = {}) {
  std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R " + catalogue + " >>", "",
                                   "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"};
  std::string kids;
  for (const std::string& text : pages) {
    const std::string content = "BT /F 12 Tf 72 720 Td (" + text + ") Tj ET";
    objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content +
                      "\nendstream");
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                      std::to_string(objects.size()) +
                      " 0 R /Resources << /Font << /F 3 0 R >> >> >>");
    kids += std::to_string(objects.size()) + " 0 R ";
  }
  objects[1] =
      "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>";
  return PdfOfObjects(objects);
}

}  // namespace dossier::tests
