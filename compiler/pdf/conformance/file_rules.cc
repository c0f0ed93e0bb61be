// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "compiler/pdf/active_content.h"
#include "compiler/pdf/conformance/inspection.h"
#include "compiler/pdf/open.h"

namespace dossier::pdf::internal {

namespace {

/// Kinds of active content that PDF/A lets stand: they lead somewhere, as a link does.
constexpr std::array<std::string_view, 5> kHarmless = {"GoToR", "GoToE", "SubmitForm", "Thread", "Named"};

void CheckKinds(Inspection& inspection, const std::set<std::string>& kinds) {
  for (const std::string& kind : kinds) {
    const bool attachment = kind == "EmbeddedFile" || kind == "Filespec";
    if (attachment || kind == "OCG") {
      // Allowed in PDF/A-3, in PDF/A-1 not.
      if (inspection.archive != Archive::kPdfA1b) continue;
      inspection.Report(attachment ? Rule::kAttachment : Rule::kActiveContent, -1, kind);
    } else if (kind == "ExternalStream") {
      inspection.Report(Rule::kExternalStream, -1);
    } else if (kind == "XFA") {
      inspection.Report(Rule::kFieldAction, -1, kind);
    } else if (std::find(kHarmless.begin(), kHarmless.end(), kind) == kHarmless.end()) {
      inspection.Report(Rule::kActiveContent, -1, kind);
    }
  }
}

bool HasId(QPDFObjectHandle trailer) {
  QPDFObjectHandle id = trailer.getKey("/ID");
  return id.isArray() && id.getArrayNItems() == 2 && !TextOf(id.getArrayItem(0)).empty() &&
         !TextOf(id.getArrayItem(1)).empty();
}

}  // namespace

void CheckFile(Inspection& inspection) {
  QPDF& document = inspection.document;
  if (!HasId(document.getTrailer())) inspection.Report(Rule::kNoFileId, -1);
  if (document.isEncrypted()) inspection.Report(Rule::kEncrypted, -1);
  if (inspection.archive == Archive::kPdfA1b && document.getPDFVersion() > "1.4") {
    inspection.Report(Rule::kVersion, -1, document.getPDFVersion());
  }
  std::set<std::string> kinds;
  for (QPDFObjectHandle& object : ObjectsOf(document)) {
    AddActiveContent(object, kinds);
    if (object.isStream() && content::UsesLzw(object)) inspection.Report(Rule::kLzw, -1);
  }
  CheckKinds(inspection, kinds);
  QPDFObjectHandle form = document.getRoot().getKey("/AcroForm");
  QPDFObjectHandle drawn = form.isDictionary() ? form.getKey("/NeedAppearances") : QPDFObjectHandle::newNull();
  if (drawn.isBool() && drawn.getBoolValue()) inspection.Report(Rule::kFieldAction, -1, "NeedAppearances");
}

}  // namespace dossier::pdf::internal
