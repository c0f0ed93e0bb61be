// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/inspect_pdf.h"

#include <set>

#include "compiler/pdf/active_content.h"
#include "compiler/pdf/open.h"
#include "compiler/pdf/page_geometry.h"
#include "compiler/pdf/page_labels.h"

namespace dossier::pdf {

namespace {

bool WasRepaired(QPDF& document) {
  for (const QPDFExc& warning : document.getWarnings()) {
    if (warning.getMessageDetail().find("reconstruct") != std::string::npos) return true;
  }
  return false;
}

void AddObjects(QPDF& document, PdfFacts& facts) {
  std::set<std::string> kinds;
  for (QPDFObjectHandle& object : document.getAllObjects()) {
    internal::AddActiveContent(object, kinds);
    if (object.isDictionary() && object.getKey("/FT").isNameAndEquals("/Sig") &&
        object.getKey("/V").isDictionary()) {
      ++facts.signatures;
    }
  }
  facts.active_content.assign(kinds.begin(), kinds.end());
}

}  // namespace

Result<PdfFacts> ReadPdfFacts(ByteView pdf) {
  Result<internal::Opened> opened = internal::Open(pdf, internal::Damage::kRepair);
  if (!opened) return opened.failure();
  PdfFacts facts;
  facts.encrypted = opened->encrypted;
  facts.needs_password = opened->needs_password;
  if (facts.needs_password) return facts;
  QPDF& document = *opened->document;
  try {
    const std::vector<QPDFObjectHandle>& pages = internal::PagesOf(document);
    facts.page_count = static_cast<int>(pages.size());
    if (facts.page_count == 0) return Failure{"the file has no pages"};
    for (const QPDFObjectHandle& page : pages) {
      const internal::PageGeometry geometry = internal::GeometryOf(page);
      facts.sizes.push_back({geometry.Width(), geometry.Height()});
    }
    facts.labels = internal::LabelsOf(document, facts.page_count);
    AddObjects(document, facts);
    facts.repaired = WasRepaired(document);
  } catch (const std::exception& error) {
    return Failure{internal::Reason(error)};
  }
  return facts;
}

}  // namespace dossier::pdf
