// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/inspect_pdf.h"

#include <set>

#include "compiler/pdf/active_content.h"
#include "compiler/pdf/content/read_pages.h"
#include "compiler/pdf/describe.h"
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

/// File specifications with a file: the object itself, or directly inside it in an annotation (/FS)
/// or in a leaf of the tree of names.
void AddSpecifications(QPDFObjectHandle object, std::vector<QPDFObjectHandle>& specifications) {
  if (!object.isDictionary()) return;
  const auto add = [&](QPDFObjectHandle value) {
    if (value.isDictionary() && value.getKey("/EF").isDictionary()) specifications.push_back(value);
  };
  add(object);
  if (object.hasKey("/FS") && !object.getKey("/FS").isIndirect()) add(object.getKey("/FS"));
  QPDFObjectHandle names = object.getKey("/Names");
  if (!names.isArray()) return;
  for (const QPDFObjectHandle& item : names.getArrayAsVector()) {
    if (!QPDFObjectHandle(item).isIndirect()) add(item);
  }
}

/// The one walk over everything that the file holds.
void AddObjects(QPDF& document, std::size_t file_size, PdfFacts& facts) {
  std::set<std::string> kinds;
  std::vector<QPDFObjectHandle> specifications;
  for (QPDFObjectHandle& object : internal::ObjectsOf(document)) {
    internal::AddActiveContent(object, kinds);
    if (object.isDictionary() && object.getKey("/FT").isNameAndEquals("/Sig") &&
        object.getKey("/V").isDictionary()) {
      ++facts.signatures;
      facts.self.signatures.push_back(internal::StateOf(object.getKey("/V"), file_size));
    }
    AddSpecifications(object, specifications);
  }
  internal::AddAttachedFiles(specifications, facts.self);
  facts.active_content.assign(kinds.begin(), kinds.end());
}

}  // namespace

Result<PdfFacts> ReadPdfFacts(ByteView pdf, const std::function<void(int)>& pages_known) {
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
    if (facts.page_count > kMostPagesLookedAt) return facts;
    if (pages_known) pages_known(facts.page_count);
    for (const QPDFObjectHandle& page : pages) {
      const internal::PageGeometry geometry = internal::GeometryOf(page);
      facts.sizes.push_back({geometry.Width(), geometry.Height()});
    }
    facts.labels = internal::LabelsOf(document, facts.page_count);
    AddObjects(document, pdf.size(), facts);
    internal::Describe(document, pdf, facts.self);
    facts.truth = content::ReadPages(document, pages);
    facts.repaired = WasRepaired(document);
  } catch (const std::exception& error) {
    return Failure{internal::Reason(error)};
  }
  return facts;
}

}  // namespace dossier::pdf
