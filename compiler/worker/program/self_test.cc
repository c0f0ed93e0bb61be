// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "compiler/crypto/sha256.h"
#include "compiler/foundation/utf8.h"
#include "compiler/inspect/tasks.h"
#include "compiler/poppler/read_text.h"
#include "compiler/worker/program/exhibit_tasks.h"

namespace dossier::worker {
namespace {

std::string Hex(std::size_t value, int digits) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%0*zX", digits, value);
  return text.data();
}

std::string Stream(const std::string& content) {
  return "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream";
}

/// A file of these objects, numbered from 1; the first is the catalogue (ISO 32000-1:2008, 7.5).
std::string WritePdf(const std::vector<std::string>& objects) {
  std::string pdf = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    std::array<char, 32> entry{};
    std::snprintf(entry.data(), entry.size(), "%010zu 00000 n \n", pdf.size());
    table += entry.data();
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(pdf.size());
  const std::string count = std::to_string(objects.size() + 1);
  return pdf + "xref\n0 " + count + "\n" + table + "trailer\n<< /Size " + count +
         " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

/// One page that shows codes 1, 2, 3, ... which a ToUnicode map turns into `words`.
std::string PageOf(std::string_view words) {
  std::string codes;
  std::string map =
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CMapName /T def\n"
      "1 begincodespacerange <00> <FF> endcodespacerange\n";
  std::string widths;  // without them all letters would lie on one another, and doubles are dropped
  std::size_t code = 0;
  for (const char32_t letter : utf8::ToCodePoints(words)) {
    ++code;
    codes += Hex(code, 2);
    widths += "600 ";
    map += "1 beginbfchar <" + Hex(code, 2) + "> <" + Hex(letter, 4) + "> endbfchar\n";
  }
  map += "endcmap end end";
  return WritePdf({
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
      " /Resources << /Font << /F 5 0 R >> >> >>",
      Stream("BT /F 12 Tf 72 720 Td <" + codes + "> Tj ET"),
      "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /ToUnicode 6 0 R /FirstChar 1 /LastChar " +
          std::to_string(code) + " /Widths [" + widths + "] >>",
      Stream(map),
  });
}

}  // namespace

Result<Bytes> SelfTest(ByteView, const AnnouncePages& announce) {
  const auto text = poppler::ReadPdfText(PageOf(inspect::kSelfTestText), {}, announce);
  if (!text) return text.failure();
  return text->pages.at(0);
}

void WarmUp() {
  const auto facts = InspectPdf(PageOf(inspect::kSelfTestText), [](int) {});
  if (facts) static_cast<void>(crypto::Sha256(*facts));
}

}  // namespace dossier::worker
